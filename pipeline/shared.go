package pipeline

import (
	"slices"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// What a document says of itself may convict a sentence of the article: one that
// was left in another language, or speaks of something else. Who injects, injects
// into one page. A sentence that another copy has between the same words, without
// what else was injected here, stood there before: it is no more than a suspect,
// and the copies decide.

const (
	sharedWords = 5  // of a cut that is asked about
	besideWords = 2  // of the text on either side by which its place is known
	endWords    = 4  // of its own at either end
	mostAsked   = 32 // copies asked about one cut
)

// A site is a cut by its words and its place, and the documents that have it there,
// cut or not.
type site struct {
	words int
	docs  []int32
}

func (s *site) has(doc int) bool {
	_, ok := slices.BinarySearch(s.docs, int32(doc))
	return ok
}

// A siteCut is a cut of a document: which proposal makes it, and where.
type siteCut struct {
	proposal int
	at       *site
	formal   bool // on the evidence of an artefact
}

// A sharedCut is a cut of a document, by its number and that of the proposal.
type sharedCut struct{ doc, proposal int32 }

// sharedCuts finds the cuts that copies of a document have without what else was
// injected into it.
func sharedCuts(docs []*corpus.Document) (out []sharedCut) {
	if len(docs) < 2 || !slices.ContainsFunc(docs, hasSoftCut) {
		return nil
	}
	texts := make([]keyText, len(docs))
	found := ends{of: map[uint64][]end{}, lengths: map[int]bool{}}
	cuts := make([][]siteCut, len(docs))
	sites := map[[4]uint64]*site{}
	for i, doc := range docs {
		texts[i] = readKeys(doc.Draft.Text)
		cuts[i] = found.note(doc, texts[i], sites)
	}
	for i, t := range texts {
		found.look(t, int32(i))
	}
	for i, doc := range docs {
		for _, c := range cuts[i] {
			if isSoft(doc.Proposals[c.proposal]) && c.at.words >= sharedWords && isShared(i, c, cuts[i]) {
				out = append(out, sharedCut{int32(i), int32(c.proposal)})
			}
		}
	}
	return out
}

// spare makes suspects of cuts.
func spare(docs []*corpus.Document, cuts []sharedCut) {
	for _, c := range cuts {
		docs[c.doc].Proposals[c.proposal].Verdict = corpus.Flag
	}
}

// isSoft reports a cut of spam that no artefact speaks for.
func isSoft(p corpus.Proposal) bool {
	return p.Kind == corpus.KindSpam && p.Verdict == corpus.Cut && !isFormal(p)
}

func isFormal(p corpus.Proposal) bool {
	return slices.ContainsFunc(p.Evidence, func(e corpus.Evidence) bool { return e.Family == corpus.Artefact })
}

func hasSoftCut(doc *corpus.Document) bool { return slices.ContainsFunc(doc.Proposals, isSoft) }

// isShared reports that another copy has a cut of a document, has nothing that
// an artefact convicts there, and lacks something that was cut there.
func isShared(doc int, c siteCut, all []siteCut) bool {
	asked := 0
	for _, other := range c.at.docs {
		if int(other) == doc {
			continue
		}
		if asked++; asked > mostAsked {
			return false
		}
		lacks, sameHand := false, false
		for _, x := range all {
			has := x.at.has(int(other))
			lacks = lacks || !has
			sameHand = sameHand || has && x.formal
		}
		if lacks && !sameHand {
			return true
		}
	}
	return false
}

// readKeys reads the words of a text.
func readKeys(text string) keyText {
	spans := token.Words(nil, text)
	words := make([]corpus.Word, len(spans))
	for i, s := range spans {
		words[i] = corpus.Word{Start: int32(s.Start), End: int32(s.End), Key: token.Key(text[s.Start:s.End])}
	}
	return newKeyText(words)
}

// An end is a run of words by which a site is known: with the words beside it or
// without, at its beginning or its end.
type end struct {
	at   *site
	kind uint8 // a bit
}

const (
	opening uint8 = 1 << iota // words before the cut and its first
	closing                   // its last words and some behind it
	first                     // its first words
	last                      // its last words
)

// whole reports that the ends found in a text are those of a site: both with what
// stands beside them, or one, since beside the other something may be injected.
func whole(kinds uint8, words int) bool {
	return kinds&(opening|closing) == opening|closing ||
		words >= endWords && (kinds&(opening|last) == opening|last || kinds&(first|closing) == first|closing)
}

// ends are the ends of all sites by their hashes.
type ends struct {
	of      map[uint64][]end
	lengths map[int]bool
	some    [1 << 10]uint64 // a bit for each hash by its upper bits: most runs have none
}

// note gives the cuts of a document, whose sites are found or made.
func (e *ends) note(doc *corpus.Document, t keyText, sites map[[4]uint64]*site) (cuts []siteCut) {
	for i, p := range doc.Proposals {
		if p.Kind != corpus.KindSpam || p.Verdict != corpus.Cut {
			continue
		}
		from, to := wordsIn(t.words, p.Start, p.End)
		if from == to {
			continue
		}
		own := min(endWords, to-from)
		runs := [4][2]int{{max(0, from-besideWords), from + own}, {to - own, min(len(t.words), to+besideWords)}, {from, from + own}, {to - own, to}}
		var key [4]uint64
		for k, r := range runs {
			key[k] = t.hash(r[0], r[1])
		}
		at := sites[key]
		if at == nil {
			at = &site{words: to - from}
			sites[key] = at
			for k, r := range runs {
				e.of[key[k]] = append(e.of[key[k]], end{at, 1 << k})
				e.some[key[k]>>54] |= 1 << (key[k] >> 48 & 63)
				e.lengths[r[1]-r[0]] = true
			}
		}
		cuts = append(cuts, siteCut{i, at, isFormal(p)})
	}
	return cuts
}

// wordsIn gives the words [from, to) that lie in bytes [start, end).
func wordsIn(words []corpus.Word, start, end int) (from, to int) {
	from, _ = slices.BinarySearchFunc(words, start, func(w corpus.Word, at int) int { return int(w.Start) - at })
	to, _ = slices.BinarySearchFunc(words, end+1, func(w corpus.Word, at int) int { return int(w.End) - at })
	return from, max(from, to)
}

// look adds a document to the sites that its text has.
func (e *ends) look(t keyText, doc int32) {
	found := map[*site]uint8{}
	for n := range e.lengths {
		for i := 0; i+n <= len(t.words); i++ {
			h := t.hash(i, i+n)
			if e.some[h>>54]>>(h>>48&63)&1 == 0 {
				continue
			}
			for _, x := range e.of[h] {
				found[x.at] |= x.kind
			}
		}
	}
	for at, kinds := range found {
		if whole(kinds, at.words) {
			at.docs = append(at.docs, doc)
		}
	}
}
