package reconstruct

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A letter that a copy lost stands in it as a question mark or a replacement
// character. A word with such a sign is no reading of its own: it speaks for
// a word of another copy that it may have been.

// remainsShare is the vote that a word with lost letters keeps for itself,
// and spokenShare what it gives to the word that it speaks for.
const (
	remainsShare = .1
	spokenShare  = .5
)

// leastLosses is the number of words with a lost letter inside from which a
// copy may have lost letters at the ends of words, too, where the sign looks
// like the end of a question.
const leastLosses = 2

// lostLetters moves the votes of words that lost letters to the words that
// they may have been.
func lostLetters(cands []candidate) {
	for i := range cands {
		for j := range cands {
			if i != j && remains(cands[i].key, cands[j].key) {
				cands[j].weight += cands[i].weight * spokenShare
				cands[i].weight *= remainsShare
				break
			}
		}
	}
}

// remains reports whether a word with signs of lost letters may have been
// the other: each run of signs stands for at least half as many letters as it
// has signs, and at most for as many.
func remains(of, whole string) bool {
	at := strings.IndexFunc(of, isLost)
	if at < 0 {
		return false
	}
	rest, ok := strings.CutPrefix(whole, of[:at])
	if !ok {
		return false
	}
	tail := strings.TrimLeftFunc(of[at:], isLost)
	n := utf8.RuneCountInString(of[at : len(of)-len(tail)])
	for k := 0; k < n; k++ {
		r, size := utf8.DecodeRuneInString(rest)
		if size == 0 || !unicode.IsLetter(r) && !unicode.IsMark(r) {
			return false
		}
		rest = rest[size:]
		if 2*(k+1) >= n && (rest == tail || remains(tail, rest)) {
			return true
		}
	}
	return false
}

// unread reports whether all words of a run lost letters that no copy could
// tell.
func (v *view) unread(r *run) bool {
	for c := r.from; c < r.to; c++ {
		for _, w := range r.by {
			if x := v.at(c, w); !x.Restored || !strings.ContainsFunc(x.Key, isLost) {
				return false
			}
		}
	}
	return true
}

// isLost reports a sign that stands in words only where a letter was lost.
func isLost(r rune) bool { return r == '?' || r == '&' || r == utf8.RuneError }

// takeSigns takes the signs of lost letters that stand at the ends of words,
// where they pass for punctuation, into the words: in copies that lost
// letters inside words, where another copy has a word that fits.
func (v *view) takeSigns() {
	known := columnKeys{}
	for w, wit := range v.ws {
		losses := 0
		for _, x := range wit.Words {
			if strings.ContainsFunc(x.Key, isLost) {
				losses++
			}
		}
		if losses < leastLosses {
			continue
		}
		mended := *wit
		mended.Words, mended.Gaps = slices.Clone(wit.Words), slices.Clone(wit.Gaps)
		for _, c := range v.colsOf[w] {
			v.takeSignsAt(int(c), &mended, int(v.al.Columns[c].At(w)), known)
		}
		known.change(v, w, &mended)
		v.ws[w] = &mended
	}
}

// columnKeys are the keys of columns that were asked for, with how many have each.
type columnKeys map[int]map[string]int

func (k columnKeys) of(v *view, c int) map[string]int {
	keys, ok := k[c]
	if !ok {
		keys = map[string]int{}
		for w, i := range v.al.Columns[c].All() {
			keys[v.ws[w].Words[i].Key]++
		}
		k[c] = keys
	}
	return keys
}

// change notes that a witness has other words now.
func (k columnKeys) change(v *view, w int, now *corpus.Witness) {
	for _, c := range v.colsOf[w] {
		i := v.al.Columns[c].At(w)
		before, behind := v.ws[w].Words[i].Key, now.Words[i].Key
		if keys, ok := k[int(c)]; ok && before != behind {
			keys[behind]++
			if keys[before]--; keys[before] == 0 {
				delete(keys, before)
			}
		}
	}
}

// takeSignsAt does so for one word of a witness.
func (v *view) takeSignsAt(c int, wit *corpus.Witness, i int, known columnKeys) {
	before, after := wit.Gaps[i], wit.Gaps[i+1]
	left := before[len(strings.TrimRightFunc(before, isLost)):]
	right := after[:len(after)-len(strings.TrimLeftFunc(after, isLost))]
	x := &wit.Words[i]
	for _, ends := range [][2]string{{left, ""}, {"", right}, {left, right}} {
		form := ends[0] + x.Key + ends[1]
		if form == x.Key || !anyRemains(known.of(v, c), form) {
			continue
		}
		x.Key, x.Surface = form, ends[0]+x.Surface+ends[1]
		wit.Gaps[i], wit.Gaps[i+1] = before[:len(before)-len(ends[0])], after[len(ends[1]):]
		return
	}
}

// anyRemains reports whether the form may have been one of the words of a column.
func anyRemains(keys map[string]int, form string) bool {
	for key := range keys {
		if remains(form, key) {
			return true
		}
	}
	return false
}
