// Package spam finds text that was injected into an article: search phrases
// inside its sentences, whole sentences and paragraphs of another trade,
// replaced titles, link lists, pingbacks, stray headlines, and the foreign
// end that is spliced to a cut copy.
//
// In flows a document after repair and language detection; out flow proposals
// over its text, each with the evidence that speaks for it. Nothing is edited
// here, and no word is looked up in a list of spam. Evidence comes in
// families:
//
//	artefact    odd spacing round the span that the text otherwise never has
//	template    several spans of one shape with differing fillers
//	syntax      ungoverned by its sentence; the syntax of selling
//	semantics   nothing else on the page speaks of it
//	language    another language than the document's
//
// A phrase inside a sentence is cut on two families of which one is artefact
// or template, a whole sentence or line on any two; everything else that is
// suspect is flagged with a score, for the copies to decide. A page of nothing
// but spam is cut whole, on figures of the page as a whole.
package spam

import (
	"cmp"
	"slices"
	"sync"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// Language is the family of evidence that a span is in another language.
const Language corpus.Family = "language"

// Detector is the stage. It keeps nothing of a document and is safe for
// concurrent use.
//
// Rarest, when set, says how likely the least likely letter of a word is
// after the three before it, in 0..1, by the language's own figures; ok is
// false for a language without figures. It tells a blend of two words from a
// rare word far better than the letters of one page can.
type Detector struct {
	pages  *sync.Pool // of *page: the room they took; nil: each takes its own
	Rarest func(language, key string) (chance float64, ok bool)
}

// New returns a detector that reads its pages in the room of earlier ones.
func New(rarest func(language, key string) (chance float64, ok bool)) Detector {
	return Detector{Rarest: rarest, pages: &sync.Pool{New: func() any { return new(page) }}}
}

// page reads the text of a document; free gives its room back.
func (d Detector) page(doc *corpus.Document) (p *page, free func()) {
	words := token.ReadingOf(doc)
	if d.pages == nil {
		return new(page).read(words, doc.Language), func() {}
	}
	p = d.pages.Get().(*page)
	return p.read(words, doc.Language), func() { d.pages.Put(p) }
}

// Name is the name of the stage.
func (Detector) Name() string { return "spam" }

// Apply appends to doc.Proposals what may be injected, in the order of the
// text and without overlaps among themselves; of a page of nothing but spam
// the one proposal is the whole text. It never fails.
func (d Detector) Apply(doc *corpus.Document) error {
	if doc.Draft.Text == "" {
		return nil
	}
	p, free := d.page(doc)
	defer free()
	p.invisible = vanished(doc.Draft)
	p.rarest = d.Rarest
	if q, ok := p.nothingBut(); ok {
		doc.Proposals = append(doc.Proposals, q)
		return nil
	}
	found, end := p.propose(doc)
	if more := p.assay(found); len(more) > 0 {
		found = disjoint(append(found, more...))
		found = disjoint(append(found, p.campaign(doc, found)...)) // what is said of its wares
	}
	if more := p.restated(found); len(more) > 0 {
		found = disjoint(append(found, more...))
	}
	if more := append(p.reweigh(found), p.senders()...); len(more) > 0 {
		found = disjoint(append(found, more...))
	}
	found = p.regain(found)
	if more := p.leftovers(found); len(more) > 0 {
		found = disjoint(append(found, more...))
	}
	doc.Proposals = append(doc.Proposals, disjoint(append(found, end...))...)
	return nil
}

// propose finds what is suspect by itself or as part of a campaign, and the
// foreign end of the page, if it has one, which is weighed without the campaign.
func (p *page) propose(doc *corpus.Document) (found, end []corpus.Proposal) {
	found = disjoint(slices.Concat(p.phrases(), p.linked(), p.linkLists(), p.bareLinks()))
	found = disjoint(append(found, p.restated(found)...))
	found = append(found, p.units(doc, found)...)
	found = append(found, slices.Concat(p.foot(), p.insets())...)
	found = p.doubtLone(disjoint(found))
	if tail, ok := p.tail(found); ok {
		end = append(end, tail)
	}
	return disjoint(append(found, p.campaign(doc, found)...)), end
}

// vanished gives the offsets into the text as it stands where repair took
// out invisible characters.
func vanished(d corpus.Draft) []int {
	var out []int
	shift := 0
	for _, e := range d.Edits {
		if (e.Kind == corpus.KindInvisible || e.Kind == corpus.KindByteOrderMark) && e.Now == "" {
			out = append(out, e.Start+shift)
		}
		shift += len(e.Now) - (e.End - e.Start)
	}
	return out
}

// disjoint sorts proposals by place and keeps, of those that overlap, the
// certain one, else the one with the higher score, else the longer one. Of two
// that are certain and reach into each other both fall.
func disjoint(found []corpus.Proposal) []corpus.Proposal {
	slices.SortStableFunc(found, func(a, b corpus.Proposal) int { return cmp.Or(a.Start-b.Start, b.End-a.End) })
	out := found[:0]
	for _, f := range found {
		if n := len(out); n > 0 && f.Start < out[n-1].End {
			if last := out[n-1]; f.Verdict == corpus.Cut && last.Verdict == corpus.Cut && f.End > last.End && f.Start > last.Start && f.Start+4 >= last.End {
				f.Start = last.End // sentences that share the space between them
				out = append(out, f)
				continue
			}
			if last := out[n-1]; f.Verdict == corpus.Cut && last.Verdict == corpus.Cut && f.End <= last.End {
				continue // a phrase in a sentence that falls
			}
			if better(f, out[n-1]) {
				for n > 0 && f.Start < out[n-1].End {
					n--
				}
				out = append(out[:n], f)
			}
			continue
		}
		out = append(out, f)
	}
	return out
}

func better(a, b corpus.Proposal) bool {
	if a.Verdict != b.Verdict {
		return a.Verdict == corpus.Cut
	}
	if a.Score != b.Score {
		return a.Score > b.Score
	}
	return a.End-a.Start > b.End-b.Start
}
