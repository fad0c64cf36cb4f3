package pipeline

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// Spam is cast in moulds: "Buy X at Y" stands in many articles, each time with
// other fillers. The survey counts the short runs of words that insertions are
// made of; a sentence half of which other articles have as insertions is
// flagged as one, whatever its fillers.

const (
	mouldWords   = 4 // keys in a counted run
	mouldLetters = 8 // and in scripts in which each character is a key
	// mouldClusters is the number of clusters, this one among them, in which a
	// run stands as an insertion that tells of a mould; wholeClusters where a
	// sentence has no filler of its own, since it may be the article's, found
	// in two clusters.
	mouldClusters, wholeClusters = 2, 3
	// mouldSentence is the least number of words that are judged together.
	mouldSentence = 6
	mouldScore    = .8
)

// castLength is the length of the short run that begins with a key.
func castLength(key string) int {
	if r, _ := utf8.DecodeRuneInString(key); token.Spaceless(r) {
		return mouldLetters
	}
	return mouldWords
}

// countMoulds adds the short runs of one cluster's insertions, each once.
func (t tally) countMoulds(insertions [][]string) {
	found := map[uint64]bool{}
	for _, keys := range insertions {
		for i, k := range keys {
			if n := castLength(k); i+n <= len(keys) {
				found[hashKeys(keys[i:i+n])] = true
			}
		}
	}
	for h := range found {
		t[h]++
	}
}

// countForeign counts what one group was given, whole and by its short runs.
func (s *settler) countForeign(runs [][]string) {
	found := newTallied(s.inserted)
	for _, keys := range runs {
		found.add(hashKeys(keys))
	}
	s.moulds.countMoulds(runs)
}

// cutKeys gives the words of what documents are certain to have been given: it was cut
// before the copies were laid side by side, and is no insertion there.
func cutKeys(docs []*corpus.Document) (out [][]string) {
	for _, doc := range docs {
		var t keyText
		for _, p := range doc.Proposals {
			if p.Kind != corpus.KindSpam || p.Verdict != corpus.Cut {
				continue
			}
			if t.words == nil {
				t = readKeys(doc.Draft.Text)
			}
			from, to := wordsIn(t.words, p.Start, p.End)
			out = append(out, t.keys(from, to))
		}
	}
	return out
}

// forgetLone drops what stands in too few clusters to tell of a mould.
func (t tally) forgetLone() {
	maps.DeleteFunc(t, func(_ uint64, n int32) bool { return n < mouldClusters })
}

// flagMoulds proposes the sentences of a witness, whose keys are given, that are
// cast in a mould.
func (t tally) flagMoulds(w *corpus.Witness, keys keyText) {
	if len(t) == 0 {
		return
	}
	cast := make([]int32, len(w.Words)) // clusters of the most frequent run over each word
	for i, x := range w.Words {
		n := castLength(x.Key)
		if i+n > len(cast) {
			continue
		}
		if most := t[keys.hash(i, i+n)]; most > 0 {
			for j := range cast[i : i+n] {
				cast[i+j] = max(cast[i+j], most)
			}
		}
	}
	for from := 0; from < len(cast); {
		to := from + 1
		for to < len(cast) && !sentenceEnds(w.Gaps[to]) {
			to++
		}
		if to-from >= mouldSentence && ofMould(cast[from:to]) {
			propose(w, from, to, corpus.KindSpam, mouldScore, "of a mould that other articles have insertions of")
		}
		from = to
	}
}

// ofMould judges a sentence by the clusters that have its words in insertions.
func ofMould(cast []int32) bool {
	n := 0
	for _, c := range cast {
		if c >= mouldClusters {
			n++
		}
	}
	return 2*n >= len(cast) && (n < len(cast) || slices.Min(cast) >= wholeClusters)
}

// propose flags words [from, to) of a witness on what the corpus knows, where
// nothing weightier does. The witness's list is its own once it has grown.
func propose(w *corpus.Witness, from, to int, kind corpus.Kind, score float64, detail string) {
	if w.Suspect == nil {
		w.Suspect = make([]int32, len(w.Words))
	}
	w.Proposals = append(w.Proposals, corpus.Proposal{
		Start: int(w.Words[from].Start), End: int(w.Words[to-1].End), Kind: kind, Score: score,
		Evidence: []corpus.Evidence{{Family: corpus.Corpus, Weight: score, Detail: detail}}})
	for i := from; i < to; i++ {
		if old := w.Suspect[i]; old == 0 || w.Proposals[old-1].Score < score {
			w.Suspect[i] = int32(len(w.Proposals))
		}
	}
}

// sentenceEnds reports whether a gap holds the end of a sentence or of a line;
// a full stop inside an address is neither.
func sentenceEnds(gap string) bool {
	if strings.ContainsAny(gap, "\n。！？") {
		return true
	}
	i := strings.IndexAny(gap, ".!?…؟।")
	return i >= 0 && strings.ContainsAny(gap[i:], " \u00a0\t")
}
