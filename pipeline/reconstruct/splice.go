package reconstruct

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A foreign end that was given to a copy cut in mid-word shows where it begins: in a
// word that is known nowhere else and begins as the one does with which another copy
// goes on behind the same words ("Hamationally" where that has "Hamnskärs"). What
// stands behind it may yet share a few words with what the others have there, and would
// be laid on them.

const (
	// spliceAnchor is the number of words before the torn one that another copy has, too.
	spliceAnchor = 3
	// spliceLeast is the number of words from which an end is one, spliceShare the share
	// of them that other copies have by chance; none of the first few.
	spliceLeast, spliceShare = 4, .35
)

// splices returns, for each witness, the word with which a foreign end begins; -1 where
// none does.
func (v *view) splices() []int32 {
	out := make([]int32, v.n)
	for w := range out {
		out[w] = v.spliceOf(w)
	}
	return out
}

// spliceOf returns the first word of witness w that blends two, behind which nothing
// goes on as in other copies.
func (v *view) spliceOf(w int) int32 {
	wit := v.ws[w]
	n := len(wit.Words)
	if n < spliceAnchor+spliceLeast {
		return -1
	}
	at, backed := v.columnsOf(w), make([]int, n+1) // how many words from each on others have
	for i := n - 1; i >= 0; i-- {
		backed[i] = backed[i+1] + b2i(v.anchored(w, at[i]))
	}
	for i := spliceAnchor; i+spliceLeast <= n; i++ {
		near := min(n, i+window)
		if backed[i-1] == backed[i] || backed[i] > backed[near] || float64(backed[i]) >= spliceShare*float64(n-i) {
			continue
		}
		for u := range v.n {
			j := v.al.Columns[at[i-1]].At(u)
			if u == w || j == corpus.Absent {
				continue
			}
			if torn := v.blends(w, u, int32(i), j+1); torn >= 0 && v.continuation(u, at[i-1]).over(v.continuation(w, at[torn-1])) > math.Ln2 {
				return int32(i)
			}
		}
	}
	return -1
}

// blends returns the word of witness w, word i or the next where that is a small one
// which witness u lost, that is a blend of the word with which u goes on, word j, and
// another, behind the same words in both; -1 where none is.
func (v *view) blends(w, u int, i, j int32) int32 {
	a, b := v.ws[w], v.ws[u]
	for k := int32(1); k <= spliceAnchor; k++ {
		if j < k || a.Words[i-k].Key != b.Words[j-k].Key {
			return -1
		}
	}
	switch {
	case int(j) >= len(b.Words) || a.Words[i].Key == b.Words[j].Key:
	case v.tears(w, i, b.Words[j].Key):
		return i
	case v.isFunction(a.Words[i].Key) && int(i)+1 < len(a.Words) && v.tears(w, i+1, b.Words[j].Key):
		return i + 1
	}
	return -1
}

// tears reports whether word i of witness w, in its line, begins with some letters of
// another word and is known nowhere.
func (v *view) tears(w int, i int32, word string) bool {
	key := v.ws[w].Words[i].Key
	n := commonPrefix(key, word)
	return n >= leastTorn && n < utf8.RuneCountInString(word) && n < utf8.RuneCountInString(key) &&
		v.known(key) <= 0 && !strings.Contains(v.ws[w].Gaps[i], "\n")
}

// ends are the foreign ends as stretches.
func (v *view) ends(splices []int32) (out []stretch) {
	for w, i := range splices {
		if i >= 0 {
			out = append(out, stretch{w: w, from: i, to: int32(len(v.ws[w].Words))})
		}
	}
	return out
}

// spliced reports whether all that have a run have it as of the end that they were given.
func (v *view) spliced(r *run) bool {
	return v.spliceAt != nil && !slices.ContainsFunc(r.by, func(w int) bool {
		at := v.spliceAt[w]
		return at < 0 || v.al.Columns[r.from].At(w) < at
	})
}

// tailKind names what a run of a foreign end is: what a proposal says of the frame behind
// it.
func (v *view) tailKind(r *run) corpus.Kind {
	if v.suspicion(r) > 0 {
		return v.kindOf(r)
	}
	return corpus.KindTail
}
