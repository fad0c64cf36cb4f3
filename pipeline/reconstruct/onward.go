package reconstruct

import (
	"slices"
	"strings"
	"unicode/utf8"

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
	o.broken = trailing && words[0] > 0 && !endsSentence(v.ws[w].Gaps[words[0]])
	prose, kin, content := 0, 0, 0
	var l lineOfWords
	for n, i := range words {
		if p := v.suspect(w, i); p != nil && p.Score >= frameScore {
			o.words-- // it is judged on its own
		} else {
			k := v.ws[w].Words[i].Key
			l.add(v.language(), k, v.ws[w].Gaps[i+1])
			if v.content(k) {
				content++
				kin += b2i(v.stemCount(stem(k)) > 0)
			}
		}
		if n+1 == len(words) || strings.Contains(v.ws[w].Gaps[i+1], "\n") {
			if l.prose(v.functionShare()) {
				prose += l.words
			}
			l = lineOfWords{}
		}
	}
	o.prose = float64(prose) / float64(max(o.words, 1))
	o.cohesion = float64(kin) / float64(max(content, 1))
	return o
}

// A lineOfWords counts the words of a line: function words, and those of
// scripts without spaces, which are characters.
type lineOfWords struct {
	words, function, signs int
	stops                  bool
}

func (l *lineOfWords) add(language, key, gap string) {
	r, _ := utf8.DecodeRuneInString(key)
	l.words++
	l.function += b2i(token.IsFunction(language, key))
	l.signs += b2i(token.Spaceless(r))
	l.stops = l.stops || strings.ContainsAny(gap, ".!?。！？…")
}

// prose reports a line that reads as running text: by its function words, of
// which a long one with full stops may have about as few as the article, or in
// a script without spaces by its length and its full stops.
func (l *lineOfWords) prose(article float64) bool {
	if 2*l.signs > l.words {
		return l.words >= 20 && l.stops
	}
	if l.stops && l.words >= 12 && l.function >= int(.5*article*float64(l.words)) {
		return true
	}
	return l.words >= 8 && 4*l.function >= l.words
}

// functionShare is the share of function words in what several groups have:
// in languages that inflect much it is small.
func (v *view) functionShare() float64 {
	if v.function == 0 {
		function, all := 1, 4 // as most languages
		for c, n := range v.support() {
			if n < 2 {
				continue
			}
			all++
			function += b2i(token.IsFunction(v.language(), v.at(c, int(v.places[c].ws[0])).Key))
		}
		v.function = float64(function) / float64(all)
	}
	return v.function
}
