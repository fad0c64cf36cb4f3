package reconstruct

import (
	"math"

	"github.com/urtext/urtext/pipeline/corpus"
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
	losses := &lossTable{number: make([]int32, len(v.names)), rows: make([][]loss, v.n)}
	for c := range v.cols {
		v.measureColumn(c, wrong, seen)
		v.measureLosses(c, losses)
	}
	v.digest(losses)
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
	if v.hands = v.byHands(); v.hands {
		for w, wit := range v.ws {
			v.weight[w], _ = v.know.Hand(wit.ID)
		}
	}
	return rates
}

// measureColumn adds one column to the counts: a reading is wrong when two
// groups agree against it, half wrong when one known word stands against its
// unknown one.
func (v *view) measureColumn(c int, wrong, seen []float64) {
	p := &v.places[c]
	if len(p.keys) == 0 {
		return
	}
	top := p.leading()
	best := 0 // grade of the best known of the leading words
	if len(p.keys) > 1 {
		for k, key := range p.keys {
			if p.read[k] == p.read[top] {
				best = max(best, v.known(key))
			}
		}
	}
	for i, w := range p.ws {
		if v.at(c, w).Restored {
			continue
		}
		seen[w]++
		switch k := p.key[i]; {
		case len(p.keys) == 1:
		case p.read[top] >= 2 && p.read[k] == 1:
			wrong[w]++
		case v.known(p.keys[k]) < best:
			wrong[w] += .5
		}
	}
}

// leading is the place of the key that most groups have, among those that were
// read.
func (p *place) leading() int32 {
	top := int32(0)
	for k := range p.keys {
		if p.read[k] > p.read[top] {
			top = int32(k)
		}
	}
	return top
}

// A lossTable says how often each witness lost which words.
type lossTable struct {
	number []int32  // of each key, by its number, one more than that among the lost words
	words  []int32  // and back
	rows   [][]loss // of each witness
}

// note counts how often witness w had a word, and how often it lacked it.
func (t *lossTable) note(w int, id int32, had, lacked int) {
	if t.number[id] == 0 {
		t.words = append(t.words, id)
		t.number[id] = int32(len(t.words))
	}
	n := int(t.number[id])
	if row := t.rows[w]; len(row) < n {
		t.rows[w] = append(row, make([]loss, n-len(row))...)
	}
	l := &t.rows[w][n-1]
	l.had, l.lacked = l.had+had, l.lacked+lacked
}

// measureLosses counts who has and who lacks the frequent words of a column.
func (v *view) measureLosses(c int, losses *lossTable) {
	p := &v.places[c]
	if len(p.keys) == 0 {
		return
	}
	top := p.leading()
	for k, key := range p.keys {
		if !v.isFunction(key) {
			continue
		}
		if p.backed[k] > 1 || v.groups == 1 {
			for i, w := range p.ws {
				if p.key[i] == int32(k) {
					losses.note(w, p.ids[k], 1, 0)
				}
			}
		}
		if int32(k) != top || lossShare*int(p.read[top]) < v.standing(c) { // what one of many has, the others need not have lost
			continue
		}
		for w := range v.n {
			if v.al.Columns[c].At(w) == corpus.Absent && v.covers(w, c) && v.nearRun(c, w) {
				losses.note(w, p.ids[k], 0, 1)
			}
		}
	}
}

// nearRun reports whether witness w has words right before or behind the
// short hole in which column c lies: only such a hole tells of lost words.
func (v *view) nearRun(c, w int) bool {
	n := 1
	for i := c - 1; n <= 3 && i >= 0 && v.al.Columns[i].At(w) == corpus.Absent; i-- {
		n++
	}
	for i := c + 1; n <= 3 && i < v.cols && v.al.Columns[i].At(w) == corpus.Absent; i++ {
		n++
	}
	return n <= 3
}

// ate reports whether the silence of witness w about a word proves nothing,
// since it lost that word almost everywhere: a frequent word of the language,
// for what else one copy alone has everywhere is its own.
func (v *view) ate(w int, key string) bool {
	return v.eaten[key].has(w)
}

// digest lists who lost which words almost everywhere.
func (v *view) digest(losses *lossTable) {
	v.eaten = map[string]bitset{}
	for w, row := range losses.rows {
		for i, l := range row {
			if l.lacked >= 3 && l.rate() >= .3 || l.lacked >= 2 && l.had == 0 {
				key := v.names[losses.words[i]]
				if v.eaten[key] == nil {
					v.eaten[key] = newBitset(v.n)
				}
				v.eaten[key].add(w)
			}
		}
	}
}

// known grades a word: -1 when its language has no such letters, 0 when
// nothing else in the article or the corpus has it, up to 3.
func (v *view) known(key string) int {
	id, ok := v.ids[key]
	if !ok {
		return v.grade(key, 0, 0)
	}
	const given = 2 // added to a grade once it is found out
	if v.grades[id] == 0 {
		v.grades[id] = int8(v.grade(key, int(v.counts[id]), int(v.held[id])) + given)
	}
	return int(v.grades[id]) - given
}

// grade does so for a word that stands in so many columns and streams.
func (v *view) grade(key string, columns, streams int) int {
	n := 0
	if v.know.Possible != nil && !v.know.Possible(v.language(), key) {
		n = -1
	}
	if columns > 1 {
		n++
	}
	if v.know.Known != nil {
		switch outside := v.know.Known(key) - streams; {
		case outside > 4:
			n = 3
		case outside > 0:
			n = 2
		}
	}
	return n
}
