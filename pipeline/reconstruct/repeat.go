package reconstruct

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// phraseMax is the number of words up to which a run may be a phrase or a
// sentence of one mould.
const phraseMax = 25

// repeats reports whether there is another run that one copy has alone, of the
// mould of this one: a short phrase of the same copy that begins or ends with
// the same foreign word, or a longer one of any copy most of whose words are
// the same. Short lines of their own do not count: tables and code repeat
// themselves. A run of several sentences is in a mould when most of it is.
func (v *view) repeats(r *run, w int) bool {
	if v.stutters(v.keysOf(r)) {
		return true
	}
	if r.to-r.from <= phraseMax && !v.ownLine(r, w) && v.recast(r, v.keysOf(r), phraseMin) {
		return true
	}
	cast, sentences := 0, v.sentencesOf(r, w)
	own := mention{}
	for i, s := range sentences {
		if len(s) >= sentenceMin {
			own.add(v, s, i)
		}
	}
	for i, s := range sentences {
		if len(s) > phraseMax || len(s) < sentenceMin {
			continue
		}
		if v.recast(r, s, sentenceMin) || own.any(v, s, func(j int) bool { return i != j && v.oneMould(s, sentences[j]) }) {
			cast += len(s)
		}
	}
	return 2*cast > r.to-r.from
}

// A mention has the numbers of passages by the content words that they have: those of
// one mould have one in common, which the article lacks but for them, and those that
// are the same all.
type mention map[string][]int

func (m mention) add(v *view, keys []string, number int) {
	for _, k := range keys {
		if !v.content(k) {
			continue
		}
		if list := m[k]; len(list) == 0 || list[len(list)-1] != number {
			m[k] = append(list, number)
		}
	}
}

// any reports whether one of the passages that may be of the mould of the keys is as
// asked.
func (m mention) any(v *view, keys []string, is func(number int) bool) bool {
	first := true // of the content words
	for _, k := range keys {
		if !v.content(k) {
			continue
		}
		if (first || v.strange(k)) && slices.ContainsFunc(m[k], is) {
			return true
		}
		first = false
	}
	return false
}

// phraseMin is the number of words from which a run may be of a mould,
// sentenceMin from which a sentence is that stands in a line of its own.
const phraseMin, sentenceMin = 2, 7

// recast reports whether another run holds a passage of the mould of the keys.
func (v *view) recast(r *run, keys []string, least int) bool {
	if v.casts == nil {
		v.casts, v.castWords = v.findCasts(), mention{}
		for i, x := range v.casts {
			v.castWords.add(v, x.phrase, i)
			for _, s := range x.sentences {
				v.castWords.add(v, s, i)
			}
		}
	}
	return v.castWords.any(v, keys, func(i int) bool {
		x := &v.casts[i]
		if x.from == r.from {
			return false
		}
		if len(x.phrase) >= least && x.group == v.group[r.by[0]] && (v.oneMould(keys, x.phrase) || v.again(keys, x.phrase)) {
			return true
		}
		return len(keys) >= sentenceMin && slices.ContainsFunc(x.sentences, func(s []string) bool { return v.oneMould(keys, s) })
	})
}

// sameLetters is the number of letters from which the same phrase tells.
const sameLetters = 5

// again reports the same phrase twice, perhaps with other numbers: a copy does not lose
// one phrase here and there.
func (v *view) again(a, b []string) bool {
	if slices.Equal(a, b) {
		return utf8.RuneCountInString(strings.Join(a, "")) >= sameLetters && slices.ContainsFunc(a, v.content)
	}
	content := 0
	for _, k := range a {
		content += b2i(v.content(k))
	}
	return content >= 2 && slices.EqualFunc(a, b, func(x, y string) bool { return x == y || number(x) && number(y) })
}

// number reports a key of digits.
func number(key string) bool {
	r, _ := utf8.DecodeRuneInString(key)
	return unicode.IsDigit(r)
}

// stutterLeast is the number of words but numbers from which a run may stutter.
const stutterLeast = 6

// stutters reports a run that says the same few words over and over, with other
// numbers or names between them, as a list of links does.
func (v *view) stutters(keys []string) bool {
	times, words := map[string]int{}, 0
	for _, k := range keys {
		if !number(k) {
			times[k]++
			words++
		}
	}
	again := 0
	for k, n := range times {
		if n > 1 && v.content(k) && !charWords(k) {
			again += n
		}
	}
	return words >= stutterLeast && 5*again >= 3*words
}

// A cast is a run of one group that may be of a mould: a short phrase, by its
// keys, and what it has within the article of sentences of some length.
type cast struct {
	from, group int
	phrase      []string
	sentences   [][]string
}

// findCasts lists the casts among the runs.
func (v *view) findCasts() []cast {
	out := []cast{}
	for i := range v.runs {
		r := &v.runs[i]
		if r.to-r.from < phraseMin || !v.oneGroup(r.by) {
			continue
		}
		w := r.by[0]
		x := cast{from: r.from, group: v.group[w]}
		if r.to-r.from <= phraseMax && !v.ownLine(r, w) {
			x.phrase = v.keysOf(r)
		}
		if r.to-r.from >= sentenceMin && r.to > v.first && r.from < v.last {
			x.sentences = slices.DeleteFunc(v.sentencesOf(r, w), func(s []string) bool { return len(s) < sentenceMin })
		}
		if x.phrase != nil || len(x.sentences) > 0 {
			out = append(out, x)
		}
	}
	return out
}

// sentencesOf returns the keys of the sentences of a run, as witness w has
// them.
func (v *view) sentencesOf(r *run, w int) (out [][]string) {
	from := r.from
	for c := r.from; c < r.to; c++ {
		if i := v.al.Columns[c].At(w); c+1 == r.to || strings.ContainsAny(v.ws[w].Gaps[i+1], sentenceStops+"\n") {
			keys := make([]string, 0, c+1-from)
			for ; from <= c; from++ {
				keys = append(keys, v.at(from, w).Key)
			}
			out = append(out, keys)
		}
	}
	return out
}

// strange reports a content word of which the article has no other form.
func (v *view) strange(key string) bool { return v.content(key) && v.stemCount(stem(key)) == 0 }

// shortPhrase is the number of words up to which one end tells the mould.
const shortPhrase = 4

// oneMould compares two runs of keys.
func (v *view) oneMould(a, b []string) bool {
	long, short := max(len(a), len(b)), min(len(a), len(b))
	if short < 2 || long > short+2 && 10*short < 7*long {
		return false
	}
	if long <= shortPhrase && (a[0] == b[0] && v.strange(a[0]) || a[len(a)-1] == b[len(b)-1] && v.strange(a[len(a)-1])) {
		return true
	}
	same := map[string]int{}
	for _, k := range a {
		same[k]++
	}
	n, foreign := 0, false
	for _, k := range b {
		if same[k] > 0 {
			same[k]--
			n++
			foreign = foreign || v.strange(k)
		}
	}
	return foreign && 10*n >= 6*long
}
