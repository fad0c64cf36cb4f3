package pipeline

import (
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

// eachCast calls do with the place, the length and the hash of every short run
// of the keys.
func eachCast(keys []string, do func(at, n int, hash uint64)) {
	for i := range keys {
		n := mouldWords
		if r, _ := utf8.DecodeRuneInString(keys[i]); token.Spaceless(r) {
			n = mouldLetters
		}
		if i+n <= len(keys) {
			do(i, n, hashKeys(keys[i:i+n]))
		}
	}
}

// countMoulds adds the runs of one cluster's insertions, each once.
func (t tally) countMoulds(insertions [][]string) {
	found := map[uint64]bool{}
	for _, keys := range insertions {
		eachCast(keys, func(_, _ int, h uint64) { found[h] = true })
	}
	for h := range found {
		t[h]++
	}
}

// flagMoulds proposes the sentences of a witness that are cast in a mould.
func (t tally) flagMoulds(w *corpus.Witness) {
	if len(t) == 0 {
		return
	}
	keys := make([]string, len(w.Words))
	for i, x := range w.Words {
		keys[i] = x.Key
	}
	cast := make([]int32, len(keys)) // clusters of the most frequent run over each word
	eachCast(keys, func(at, n int, h uint64) {
		for i := at; i < at+n; i++ {
			cast[i] = max(cast[i], t[h])
		}
	})
	for from := 0; from < len(keys); {
		to := from + 1
		for to < len(keys) && !sentenceEnds(w.Gaps[to]) {
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
// nothing weightier does.
func propose(w *corpus.Witness, from, to int, kind corpus.Kind, score float64, detail string) {
	if w.Suspect == nil {
		w.Suspect = make([]int32, len(w.Words))
	}
	w.Proposals = append(slices.Clip(w.Proposals), corpus.Proposal{
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
