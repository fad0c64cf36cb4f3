package reconstruct

import (
	"math"
	"slices"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
)

// What goes on past a border: so many words in lines of prose, that share of
// all, and that share of content words known to the article.
const (
	onwardWords    = 60
	onwardLength   = 150 // words of prose that a page's frame does not have
	onwardShare    = .75
	onwardRest     = .7 // the same, of all that the copy has there
	onwardCohesion = .3
	titledCohesion = .12 // the same, of what stands under the copy's title
	// What stands outside has the fewer words of the article the less of it two
	// copies have, and the longer it is the less it can be a frame: below so many
	// words the share that is asked falls with their number, and beyond
	// onwardLength with its length, to this power.
	wideCommon  = 400
	commonPower = .4
)

// goesOn reports a run past a border behind which a copy does not add to the
// article but goes on with it: others were cut there, or are one page of it.
// The copy goes on in mid-sentence, or at length in prose that coheres.
func (v *view) goesOn(r *run) bool {
	trailing := r.from >= v.last
	bordering := -1 // groups, while nobody has asked
	for _, w := range r.by {
		o := v.onward(w, trailing)
		if trailing && v.al.Columns[r.from].At(w) >= o.reach {
			continue
		}
		least := v.leastCohesion(r, w, trailing, o)
		if o.words < onwardWords || o.rest < onwardRest || o.prose < onwardShare && (o.cohesion < least || o.words < onwardLength) {
			continue
		}
		if bordering < 0 {
			bordering = v.bordering(r, trailing)
		}
		against := bordering
		if trailing && v.ws[w].Page > 1 && v.shared(w) < onwardWords {
			against = 0 // a later page goes on where the others, page one or cut, end
		}
		if o.broken || against == 0 || against == 1 && o.words >= onwardLength && o.cohesion >= least {
			return true
		}
	}
	return false
}

// leastCohesion is the share of content words known to the article that is asked
// of what a witness has past a border.
func (v *view) leastCohesion(r *run, w int, trailing bool, o onward) float64 {
	least := onwardCohesion * math.Pow(min(1, float64(v.agreed())/wideCommon)*min(1, onwardLength/float64(max(o.words, 1))), commonPower)
	if !trailing && v.titled(r, w) {
		least = min(least, titledCohesion)
	}
	return least
}

// agreed counts the words of the article that two groups have.
func (v *view) agreed() int {
	if v.inCommon < 0 {
		v.inCommon = 0
		for c := v.first; c < v.last; c++ {
			v.inCommon += b2i(v.places[c].attest > 1)
		}
	}
	return v.inCommon
}

// shared counts the words of witness w before the end of the article that
// another group has too.
func (v *view) shared(w int) int {
	n := 0
	for _, c := range v.within(w, v.first, v.last) {
		n += b2i(v.corroborated(int(c), w))
	}
	return n
}

// An onward says what a witness has past a border of the article.
type onward struct {
	words    int     // between the border and its last line of prose
	reach    int32   // the word behind that
	prose    float64 // share of the words in lines of prose
	rest     float64 // the same, of all words past the border but those all but certainly of its frame
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

// measureOnward measures what witness w has past the border: how much of it is
// prose from there on, and how much speaks of what the article does.
func (v *view) measureOnward(w int, trailing bool) onward {
	from, to := v.last, v.cols
	if !trailing {
		from, to = 0, v.first
	}
	var words []int32
	for _, c := range v.within(w, from, to) {
		words = append(words, v.al.Columns[c].At(w))
	}
	var o onward
	if len(words) == 0 {
		return o
	}
	slices.Sort(words)
	if trailing && words[0] > 0 && !endsSentence(v.ws[w].Gaps[words[0]]) {
		o.cut = v.stopsBefore(w, words[0])
		o.broken = !o.cut
	}
	lines := v.linesOf(w, words)
	first, last := proseSpan(lines)
	if trailing {
		first = 0
	} else if last > 0 {
		last = len(words)
	}
	prose, framed, kin, content := 0, 0, 0, 0
	for _, l := range lines {
		switch {
		case l.prose:
			prose += l.to - l.from
		case v.recorded(w, words[l.to-1]):
			framed += l.to - l.from
		}
	}
	for _, i := range words[first:last] {
		if k := v.ws[w].Words[i].Key; v.content(k) && !strings.ContainsFunc(k, isLost) {
			content++
			kin += b2i(v.stemCount(stem(k)) > 0)
		}
	}
	o.words = last - first
	if last > 0 {
		o.reach = words[last-1] + 1
	}
	o.prose, o.rest = float64(prose)/float64(max(o.words, 1)), float64(prose)/float64(max(len(words)-framed, 1))
	o.cohesion = float64(kin) / float64(max(content, 1))
	return o
}

// proseSpan returns the words from the first line of prose to behind the last,
// with the sentences full of names and addresses that stand right behind it.
func proseSpan(lines []lineOf) (first, last int) {
	for _, l := range lines {
		switch {
		case l.prose:
			if last == 0 {
				first = l.from
			}
			last = l.to
		case last == l.from && last > 0 && l.closes && l.to-l.from >= proseWords:
			last = l.to
		}
	}
	return first, last
}

// A lineOf some words is a range of them, whether it is prose, and whether a
// sentence ends with it.
type lineOf struct {
	from, to      int
	prose, closes bool
}

// What makes a line prose: so many words, with function words among them, a
// quarter, or three in five of those that the article has in a language that does
// with few.
// A sentence is prose too, four times as long, where hardly any word is one, as
// where each character is a word.
const (
	proseWords    = 8
	proseFunction = .25
	proseLike     = .6
	proseFew      = .05
)

// linesOf cuts words of witness w at its line breaks.
func (v *view) linesOf(w int, words []int32) (out []lineOf) {
	least := min(proseFunction, proseLike*v.functionShare())
	from, function, lost := 0, 0, 0
	for n, i := range words {
		key := v.ws[w].Words[i].Key
		function += b2i(v.isFunction(key))
		lost += b2i(strings.ContainsFunc(key, isLost))
		gap := v.ws[w].Gaps[i+1]
		if n+1 < len(words) && !strings.Contains(gap, "\n") {
			continue
		}
		line := n + 1 - from
		prose := line >= proseWords && float64(function) >= least*float64(line-lost) && lost < line && !v.teases(w, words[from:n+1]) && !v.recorded(w, i)
		closes := strings.ContainsAny(gap, sentenceStops)
		if least < proseFew {
			prose = line >= 4*proseWords && closes
		}
		out = append(out, lineOf{from, n + 1, prose, closes})
		from, function, lost = n+1, 0, 0
	}
	return out
}

// recordedScore is the score from which a line of prose is held for a page's, as one
// of several records with a date.
const recordedScore = .8

// recorded reports whether word i of witness w, the last of a line, is held for
// furniture that all but certainly is.
func (v *view) recorded(w int, i int32) bool {
	p := v.suspect(w, i)
	return p != nil && p.Kind == corpus.KindFurniture && p.Score >= recordedScore
}

// functionShare is the share of function words in what two groups have.
func (v *view) functionShare() float64 {
	if v.functions < 0 {
		n, all := 0, 0
		for c := range v.cols {
			if p := &v.places[c]; p.attest > 1 {
				n += b2i(v.isFunction(p.keys[0]))
				all++
			}
		}
		v.functions = float64(n) / float64(max(all, 1))
	}
	return v.functions
}

// cutWords is the number of words that others have from a place up to the end
// of the article from which a witness without them was cut there.
const cutWords = 5

// stopsBefore reports whether the words of witness w before word i are short of
// the end of the article, and two other groups have the words from there on.
func (v *view) stopsBefore(w int, i int32) bool {
	n, stop := 0, v.first-1 // the column of the word before
	for _, c := range slices.Backward(v.within(w, v.first, v.last)) {
		if v.al.Columns[c].At(w) == i-1 {
			stop = int(c)
			break
		}
	}
	for _, c := range slices.Backward(v.agreedColumns()) {
		if int(c) <= stop || n >= cutWords {
			break
		}
		n += b2i(v.al.Columns[c].At(w) == corpus.Absent)
	}
	return n >= cutWords
}

// agreedColumns lists the columns of the article that two groups have in words that are
// alike.
func (v *view) agreedColumns() []int32 {
	if v.agreedOn == nil {
		v.agreedOn = []int32{}
		for c := v.first; c < v.last; c++ {
			if len(v.agreeingAt(c)) > 1 {
				v.agreedOn = append(v.agreedOn, int32(c))
			}
		}
	}
	return v.agreedOn
}
