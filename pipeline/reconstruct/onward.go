package reconstruct

import (
	"slices"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// What goes on past a border: so many words in lines of prose, that share of
// all, and that share of content words known to the article.
const (
	onwardWords    = 60
	onwardLength   = 150 // words of prose that a page's frame does not have
	onwardShare    = .75
	onwardCohesion = .3
	titledCohesion = .15 // the same, of what stands under the copy's title
)

// goesOn reports a run past a border behind which a copy does not add to the
// article but goes on with it: others were cut there, or are one page of it.
// The copy goes on in mid-sentence, or at length in prose that coheres.
func (v *view) goesOn(r *run) bool {
	trailing := r.from >= v.last
	for _, w := range r.by {
		o := v.onward(w, trailing)
		if o.words < onwardWords || o.prose < onwardShare {
			continue
		}
		against := v.bordering(r, trailing)
		if trailing && v.ws[w].Page > 1 {
			against = 0 // a later page goes on where the others, page one or cut, end
		}
		least := onwardCohesion
		if !trailing && v.titled(r, w) {
			least = titledCohesion
		}
		if o.broken || against == 0 || against == 1 && o.words >= onwardLength && o.cohesion >= least {
			return true
		}
	}
	return false
}

// An onward says what a witness has past a border of the article.
type onward struct {
	words    int
	prose    float64 // share of the words in lines of prose
	cohesion float64 // share of the content stems that the article has too
	broken   bool    // the border is in mid-sentence
	cut      bool    // the witness broke off in mid-sentence before the border
}

// onward measures, once, what witness w has past a border.
func (v *view) onward(w int, trailing bool) onward {
	key := [2]int{w, 0}
	if trailing {
		key[1] = 1
	}
	if o, ok := v.onwards[key]; ok {
		return o
	}
	if v.onwards == nil {
		v.onwards = map[[2]int]onward{}
	}
	o := v.measureOnward(w, trailing)
	v.onwards[key] = o
	return o
}

func (v *view) measureOnward(w int, trailing bool) onward {
	from, to := v.last, v.cols
	if !trailing {
		from, to = 0, v.first
	}
	var words []int32
	for c := from; c < to; c++ {
		if i := v.al.Columns[c][w]; i != corpus.Absent {
			words = append(words, i)
		}
	}
	o := onward{words: len(words)}
	if len(words) == 0 {
		return o
	}
	slices.Sort(words)
	if trailing && words[0] > 0 && !endsSentence(v.ws[w].Gaps[words[0]]) {
		o.cut = v.stopsBefore(w, words[0])
		o.broken = !o.cut
	}
	prose, kin, content := 0, 0, 0
	line, function := 0, 0
	for n, i := range words {
		k := v.ws[w].Words[i].Key
		line++
		if token.IsFunction(v.language(), k) {
			function++
		}
		if v.content(k) {
			content++
			if v.stemCount(stem(k)) > 0 {
				kin++
			}
		}
		if n+1 == len(words) || strings.Contains(v.ws[w].Gaps[i+1], "\n") {
			if line >= 8 && 4*function >= line {
				prose += line
			}
			line, function = 0, 0
		}
	}
	o.prose = float64(prose) / float64(len(words))
	o.cohesion = float64(kin) / float64(max(content, 1))
	return o
}

// cutWords is the number of words that others have from a place up to the end
// of the article from which a witness without them was cut there.
const cutWords = 5

// stopsBefore reports whether the words of witness w before word i are short of
// the end of the article, and two other groups have the words from there on.
func (v *view) stopsBefore(w int, i int32) bool {
	n := 0
	for c := v.last - 1; c >= v.first && v.al.Columns[c][w] != i-1; c-- {
		if v.al.Columns[c][w] == corpus.Absent && len(v.agreeingAt(c)) > 1 {
			n++
		}
	}
	return n >= cutWords
}
