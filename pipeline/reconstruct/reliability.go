package reconstruct

import (
	"math"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// Corpus-wide rates, taken as prior where a cluster has few witnesses.
const (
	priorRate  = .02 // wrong words per word
	priorWords = 150 // how many words the prior weighs
	// sourceWords is what the other clusters' knowledge of a source weighs at
	// the most, in words.
	sourceWords = 600
)

// lossShare times as many copies as have a word may have lost it.
const lossShare = 4

// A loss is how often a witness lacks a word type where others have it.
type loss struct{ had, lacked int }

// rate is the smoothed share of occurrences that the witness lost.
func (l loss) rate() float64 { return (float64(l.lacked)) / (float64(l.had+l.lacked) + 1) }

// measure estimates for each witness how often its words are wrong, and
// which word types it lost. What other clusters know of the witness's source
// is the prior. It returns the counts.
func (v *view) measure() []Rate {
	wrong, seen := make([]float64, v.n), make([]float64, v.n)
	v.lost = make([]map[string]loss, v.n)
	for w := range v.lost {
		v.lost[w] = map[string]loss{}
	}
	for c := range v.cols {
		v.measureColumn(c, wrong, seen)
	}
	v.weight = make([]float64, v.n)
	rates := make([]Rate, v.n)
	for w := range v.weight {
		prior := Rate{Wrong: priorRate * priorWords, Words: priorWords}
		if v.know.Source != nil {
			if r := v.know.Source(v.ws[w].Source); r.Words > 0 {
				share := min(1, sourceWords/r.Words)
				prior.Wrong, prior.Words = prior.Wrong+share*r.Wrong, prior.Words+share*r.Words
			}
		}
		e := (wrong[w] + prior.Wrong) / (seen[w] + prior.Words)
		e = min(max(e, .002), .4)
		v.weight[w] = math.Log((1 - e) / e)
		rates[w] = Rate{wrong[w], seen[w]}
	}
	return rates
}

// measureColumn adds one column to the counts: a reading is wrong when two
// groups agree against it, half wrong when one known word stands against its
// unknown one.
func (v *view) measureColumn(c int, wrong, seen []float64) {
	keys := v.keysAt(c)
	if len(keys) == 0 {
		return
	}
	by := v.groupsReading(c)
	top := keys[0]
	for _, k := range keys {
		if len(by[k]) > len(by[top]) {
			top = k
		}
	}
	lacking := lossShare*len(by[top]) >= v.standing(c) // what one of many has, the others need not have lost
	for w := range v.n {
		x := v.at(c, w)
		switch {
		case x == nil:
			if lacking && v.covers(w, c) && v.nearRun(c, w) {
				l := v.lost[w][top]
				l.lacked++
				v.lost[w][top] = l
			}
			continue
		case v.corroborated(c, w) || v.groups == 1:
			l := v.lost[w][x.Key]
			l.had++
			v.lost[w][x.Key] = l
		}
		if x.Restored {
			continue
		}
		seen[w]++
		if x.Key == top {
			continue
		}
		if len(by[top]) >= 2 && len(by[x.Key]) == 1 {
			wrong[w]++
		} else if v.known(x.Key) < v.known(top) {
			wrong[w] += .5
		}
	}
}

// nearRun reports whether witness w has words right before or behind the
// short hole in which column c lies: only such a hole tells of lost words.
func (v *view) nearRun(c, w int) bool {
	n := 1
	for i := c - 1; i >= 0 && v.al.Columns[i][w] == corpus.Absent; i-- {
		n++
	}
	for i := c + 1; i < v.cols && v.al.Columns[i][w] == corpus.Absent; i++ {
		n++
		if n > 3 {
			return false
		}
	}
	return n <= 3
}

// groupsByKey returns the groups that have each key in column c.
func (v *view) groupsByKey(c int) map[string]map[int]bool {
	out := map[string]map[int]bool{}
	for w := range v.n {
		if x := v.at(c, w); x != nil {
			if out[x.Key] == nil {
				out[x.Key] = map[int]bool{}
			}
			out[x.Key][v.group[w]] = true
		}
	}
	return out
}

// groupsReading is groupsByKey without the words that were inferred: those
// speak neither for themselves nor against others.
func (v *view) groupsReading(c int) map[string]map[int]bool {
	out := map[string]map[int]bool{}
	for w := range v.n {
		if x := v.at(c, w); x != nil && !x.Restored {
			if out[x.Key] == nil {
				out[x.Key] = map[int]bool{}
			}
			out[x.Key][v.group[w]] = true
		}
	}
	return out
}

// ate reports whether the silence of witness w about a word proves nothing,
// since it lost that word almost everywhere: a frequent word of the language,
// for what else one copy alone has everywhere is its own.
func (v *view) ate(w int, key string) bool {
	if !token.IsFunction(v.language(), key) {
		return false
	}
	l := v.lost[w][key]
	return l.lacked >= 3 && l.rate() >= .3 || l.lacked >= 2 && l.had == 0
}

// known grades a word: -1 when its language has no such letters, 0 when
// nothing else in the article or the corpus has it, up to 3.
func (v *view) known(key string) int {
	n := 0
	if v.know.Possible != nil && !v.know.Possible(v.language(), key) {
		n = -1
	}
	if v.counts[key] > 1 {
		n++
	}
	if v.know.Known != nil {
		switch outside := v.know.Known(key) - v.holders(key); {
		case outside > 4:
			n = 3
		case outside > 0:
			n = 2
		}
	}
	return n
}

// holders counts the distinct streams of this cluster that have a word.
func (v *view) holders(key string) int {
	if v.held == nil {
		v.held = map[string]int{}
		for w, wit := range v.ws {
			if w > 0 && sameWords(v.ws[w-1], wit) {
				continue
			}
			seen := map[string]bool{}
			for _, x := range wit.Words {
				if !seen[x.Key] {
					seen[x.Key] = true
					v.held[x.Key]++
				}
			}
		}
	}
	return v.held[key]
}
