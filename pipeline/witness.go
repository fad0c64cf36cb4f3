package pipeline

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/urtext/urtext/pipeline/cluster"
	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/faded"
	"github.com/urtext/urtext/pipeline/repair"
	"github.com/urtext/urtext/pipeline/token"
)

// witnesses makes the witnesses of a group's documents, in their order. Those
// that bear no page mark get their page where the barrier found pages that go on
// from the others. Words that a document lost at its line breaks are put back.
func (g group) witnesses(docs []*corpus.Document, eaten [][]corpus.Change, known func(key string) int) ([]*corpus.Witness, error) {
	if err := restore(docs, eaten); err != nil {
		return nil, err
	}
	ws := fillAll(docs, known)
	later := g.later()
	for i, m := range g.members {
		if len(later) == 0 || ws[i].Page > 0 {
			continue
		}
		ws[i].Page = 1
		if _, goesOn := slices.BinarySearch(later, m); goesOn {
			ws[i].Page = 2
		}
	}
	return ws, nil
}

// fillAll makes the witnesses of documents, in their order; known is what the corpus
// knows of words, or nil.
func fillAll(docs []*corpus.Document, known func(key string) int) []*corpus.Witness {
	ws := make([]*corpus.Witness, len(docs))
	readings := mend(docs, known)
	var m mill
	for i, doc := range docs {
		ws[i] = m.fill(doc, readings[i])
	}
	return ws
}

// A mill makes witnesses, one document after another, in the same memory.
type mill struct{ spans []token.Span }

// fill makes the witness of a document: its words and the gaps between
// them, with the spans that are certain to be foreign left out. Of a document
// that lost letters it takes the words as other copies read them.
func (m *mill) fill(doc *corpus.Document, readings []faded.Reading) *corpus.Witness {
	f := filler{doc: doc, text: doc.Draft.Text, readings: readings, w: &corpus.Witness{
		ID: doc.ID, Source: doc.Host, Language: doc.Language, Proposals: slices.Clip(doc.Proposals), Broken: repair.Broken(doc.Draft.Text)}}
	f.cuts = certain(doc.Proposals)
	f.restored = restoredSpans(doc.Draft.Edits)
	m.spans = wholeWords(m.spans[:0], f.text)
	f.words(m.spans)
	f.w.Injected = injected(f.text, certain(doc.Proposals))
	f.suspects()
	f.marks()
	f.page()
	f.wraps()
	return f.w
}

// certain returns the cuts that the proposals make on their own evidence,
// sorted, overlaps fused.
func certain(ps []corpus.Proposal) []corpus.Change {
	var out []corpus.Change
	for _, p := range ps {
		if p.Verdict == corpus.Cut {
			out = append(out, corpus.Change{Start: p.Start, End: p.End, Now: p.Now, Kind: p.Kind, Why: p.Why()})
		}
	}
	slices.SortStableFunc(out, func(a, b corpus.Change) int { return a.Start - b.Start })
	return fuse(out)
}

// anyWords reports whether a document has words outside the certain cuts.
func anyWords(doc *corpus.Document) bool {
	at := 0
	text := doc.Draft.Text
	for _, c := range certain(doc.Proposals) {
		if at < c.Start && strings.ContainsFunc(text[at:c.Start], isWord) {
			return true
		}
		at = max(at, c.End)
	}
	return strings.ContainsFunc(text[at:], isWord)
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

type filler struct {
	doc      *corpus.Document
	text     string
	w        *corpus.Witness
	cuts     []corpus.Change // those that are left
	restored [][2]int
	readings []faded.Reading
	at       int             // so much of the text has been read
	gap      string          // since the last word: a stretch of the text, unless something was cut out
	cut      corpus.CutPlace // of spam, out of it
}

// words appends the words outside the cuts, and the gaps with the cuts taken
// out of them, given the words of the text as it stands.
func (f *filler) words(whole []token.Span) {
	f.w.Words, f.w.Gaps = make([]corpus.Word, 0, len(whole)), make([]string, 0, len(whole)+1)
	restored := 0
	normal := composed(f.text) // and so are its parts
	for s := range readWords(f.text, whole, f.readings) {
		f.upTo(s.Start)
		if s.surface == "" { // illegible
			f.at = max(f.at, s.End)
			continue
		}
		if f.at > s.Start { // inside a cut
			continue
		}
		if len(f.cuts) > 0 && f.cuts[0].Start < s.End {
			f.upTo(s.End) // a cut that begins inside the word takes it whole
			continue
		}
		for restored < len(f.restored) && f.restored[restored][1] <= s.Start {
			restored++
		}
		f.endGap(s.between(f.gap))
		surface := s.surface
		if !normal || s.inferred {
			surface = norm.NFC.String(surface)
		}
		f.w.Words = append(f.w.Words, corpus.Word{
			Start: int32(s.Start), End: int32(s.End), Surface: surface, Key: token.Key(s.surface),
			Restored: s.inferred || restored < len(f.restored) && f.restored[restored][0] <= s.Start,
		})
		f.at = s.End
	}
	f.upTo(len(f.text))
	f.endGap(f.gap)
}

// upTo adds the text up to a position to the gap, less the cuts.
func (f *filler) upTo(to int) {
	for len(f.cuts) > 0 && f.cuts[0].Start < to {
		c := f.cuts[0]
		if c.Start > f.at {
			f.gap += f.text[f.at:c.Start]
		}
		if c.Kind == corpus.KindSpam {
			f.cut = max(f.cut, placeBehind(f.gap))
		}
		f.gap += c.Now
		f.at = max(f.at, c.End)
		f.cuts = f.cuts[1:]
	}
	if f.at < to {
		f.gap += f.text[f.at:to]
		f.at = to
	}
}

// placeBehind is where a cut is, given what stands between it and the word before.
func placeBehind(gap string) corpus.CutPlace {
	if strings.Contains(gap, "\n") {
		return corpus.CutAside
	}
	return corpus.CutInLine
}

// endGap ends the gap, as which the text is read.
func (f *filler) endGap(text string) {
	if f.cut > 0 && f.w.Cut == nil {
		f.w.Cut = make([]corpus.CutPlace, len(f.w.Gaps), cap(f.w.Gaps))
	}
	if f.w.Cut != nil {
		f.w.Cut = append(f.w.Cut, f.cut)
	}
	f.w.Gaps = append(f.w.Gaps, text)
	f.gap, f.cut = "", corpus.CutNowhere
}

// injected lists the keys of the words in the spam among the cuts.
func injected(text string, cuts []corpus.Change) []string {
	var out []string
	var spans []token.Span
	for _, c := range cuts {
		if c.Kind != corpus.KindSpam {
			continue
		}
		spans = token.Words(spans[:0], text[c.Start:c.End])
		for _, s := range spans {
			out = append(out, token.Key(text[c.Start+s.Start:c.Start+s.End]))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// wholeWords gives dst the words of a text, the halves of words that lost a
// letter joined.
func wholeWords(dst []token.Span, text string) []token.Span {
	spans := token.Words(dst[:0], text)
	out := spans[:0]
	for _, s := range spans {
		if n := len(out); n > 0 && token.Lossy(text[out[n-1].Start:out[n-1].End], text[out[n-1].End:s.Start], text[s.Start:s.End]) {
			out[n-1].End = s.End
			continue
		}
		out = append(out, s)
	}
	return out
}

// composed reports whether a text is in the composed normal form, as texts are
// that have nothing but characters which stay as they are whatever stands
// before them.
func composed(text string) bool {
	for _, r := range text {
		if !steady(r) {
			return norm.NFC.IsNormalString(text)
		}
	}
	return true
}

// steady reports, of the characters that most texts are written in, those that
// composition leaves alone.
func steady(r rune) bool {
	switch {
	case r < 0x300: // Latin
	case r >= 0x400 && r < 0x483, r >= 0x48A && r < 0x530: // Cyrillic
	case r >= 0x2010 && r < 0x2027: // dashes and quotes
	case r >= 0x3001 && r < 0x3029, r >= 0x3041 && r < 0x3097, r >= 0x30A1 && r < 0x30FB, r >= 0x4E00 && r < 0xA000: // of East Asia
	case r >= 0xAC00 && r < 0xD7A4: // Korean
	default:
		return false
	}
	return true
}

// suspects notes for each word the best proposal that covers it.
func (f *filler) suspects() {
	for i, p := range f.doc.Proposals {
		if p.Verdict == corpus.Cut {
			continue
		}
		from, to := f.wordsIn(p.Start, p.End)
		for j := from; j < to; j++ {
			if f.w.Suspect == nil {
				f.w.Suspect = make([]int32, len(f.w.Words))
			}
			if old := f.w.Suspect[j]; old == 0 || f.doc.Proposals[old-1].Score < p.Score {
				f.w.Suspect[j] = int32(i + 1)
			}
		}
	}
}

// marks turns the document's marks into spans of words.
func (f *filler) marks() {
	for _, m := range f.doc.Marks {
		if from, to := f.wordsIn(m.Start, m.End); from < to {
			f.w.Marks = append(f.w.Marks, corpus.Mark{Start: from, End: to, Role: m.Role})
		}
	}
}

// wraps marks the gaps in which repair joined two lines.
func (f *filler) wraps() {
	shift := 0
	for _, e := range f.doc.Draft.Edits {
		at := e.Start + shift
		shift += len(e.Now) - (e.End - e.Start)
		if e.Kind != corpus.KindUnwrap {
			continue
		}
		if f.w.Wrapped == nil {
			f.w.Wrapped = make([]bool, len(f.w.Gaps))
		}
		next, _ := f.wordsIn(at+len(e.Now), at+len(e.Now))
		f.w.Wrapped[next] = true
	}
}

// page notes which page of an article this is, as its page marks say, and
// where its text stands between them: a page that goes on from another is the
// second at least, one that is continued and does not go on is the first.
func (f *filler) page() {
	part, from, to := cluster.PartOf(f.doc)
	f.w.From, f.w.To = f.wordsIn(from, to)
	switch {
	case part.Row > 0: // how it opens told, which a title on every page does, too
	case part.Page > 0:
		f.w.Page = int(part.Page)
	case part.After && !part.Before:
		f.w.Page = 2
	case part.Before && !part.After:
		f.w.Page = 1
	}
}

// wordsIn returns the words [from, to) that begin within the bytes [start, end).
func (f *filler) wordsIn(start, end int) (from, to int) { return wordsBetween(f.w, start, end) }

// wordsBetween returns the words [from, to) of a witness that begin within
// bytes [start, end) of its document.
func wordsBetween(w *corpus.Witness, start, end int) (from, to int) {
	find := func(at int) int {
		i, _ := slices.BinarySearchFunc(w.Words, at, func(x corpus.Word, at int) int { return int(x.Start) - at })
		return i
	}
	return find(start), find(end)
}

// restoredSpans returns the spans of the text as it stands that hold words
// which repair inferred.
func restoredSpans(edits []corpus.Edit) [][2]int {
	var out [][2]int
	shift := 0
	for _, e := range edits {
		at := e.Start + shift
		if e.Kind == corpus.KindEaten {
			out = append(out, [2]int{at, at + len(e.Now)})
		}
		shift += len(e.Now) - (e.End - e.Start)
	}
	return out
}
