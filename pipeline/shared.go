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

// Any cut, whatever convicts it, is no more than a suspect where two such copies have
// its words between the same ones, uncut.

const (
	sharedWords = 5  // of a cut that is asked about because of one copy
	sharedSeen  = 2  // copies that have a cut's words in place, uncut
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
	asked := hasSoftCut
	if len(docs) > sharedSeen {
		asked = hasCut
	}
	if len(docs) < 2 || !slices.ContainsFunc(docs, asked) {
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
			soft := isSoft(doc.Proposals[c.proposal]) && c.at.words >= sharedWords
			if soft && seenBy(i, c, cuts, false) > 0 || seenBy(i, c, cuts, true) >= sharedSeen {
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
	return isCut(p) && !isFormal(p)
}

func isFormal(p corpus.Proposal) bool {
	return slices.ContainsFunc(p.Evidence, func(e corpus.Evidence) bool { return e.Family == corpus.Artefact })
}

func isCut(p corpus.Proposal) bool { return p.Kind == corpus.KindSpam && p.Verdict == corpus.Cut }

func hasCut(doc *corpus.Document) bool { return slices.ContainsFunc(doc.Proposals, isCut) }

func hasSoftCut(doc *corpus.Document) bool { return slices.ContainsFunc(doc.Proposals, isSoft) }

// seenBy counts the copies that have a cut of a document, or have it uncut, have
// nothing that an artefact convicts there, and lack something that was cut there.
func seenBy(doc int, c siteCut, cuts [][]siteCut, uncut bool) (n int) {
	for asked, other := range c.at.docs {
		if asked >= mostAsked {
			break
		}
		if int(other) == doc || uncut && slices.ContainsFunc(cuts[other], func(x siteCut) bool { return x.at == c.at }) {
			continue
		}
		lacks, sameHand := false, false
		for _, x := range cuts[doc] {
			has := x.at.has(int(other))
			lacks = lacks || !has
			sameHand = sameHand || has && x.formal && x.at != c.at
		}
		if lacks && !sameHand {
			n++
		}
	}
	return n
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
	cut := make([]bool, len(t.words))
	for _, p := range doc.Proposals {
		if isCut(p) {
			from, to := wordsIn(t.words, p.Start, p.End)
			for i := from; i < to; i++ {
				cut[i] = true
			}
		}
	}
	for i, p := range doc.Proposals {
		if !isCut(p) {
			continue
		}
		from, to := wordsIn(t.words, p.Start, p.End)
		if from == to {
			continue
		}
		own := min(endWords, to-from)
		before, behind := beside(t.words, from, -1, cut), beside(t.words, to-1, 1, cut)
		ends := [4][]corpus.Word{slices.Concat(before, t.words[from:from+own]), slices.Concat(t.words[to-own:to], behind),
			t.words[from : from+own], t.words[to-own : to]}
		var key [4]uint64
		for k, words := range ends {
			key[k] = newKeyText(words).hash(0, len(words))
		}
		at := sites[key]
		if at == nil {
			at = &site{words: to - from}
			sites[key] = at
			for k, words := range ends {
				e.of[key[k]] = append(e.of[key[k]], end{at, 1 << k})
				e.some[key[k]>>54] |= 1 << (key[k] >> 48 & 63)
				e.lengths[len(words)] = true
			}
		}
		cuts = append(cuts, siteCut{i, at, isFormal(p)})
	}
	return cuts
}

// beside gives the words on one side of word i of a text, those that were cut left out.
func beside(words []corpus.Word, i, step int, cut []bool) (out []corpus.Word) {
	for i += step; i >= 0 && i < len(words) && len(out) < besideWords; i += step {
		if !cut[i] {
			out = append(out, words[i])
		}
	}
	if step < 0 {
		slices.Reverse(out)
	}
	return out
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
