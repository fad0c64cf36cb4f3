package language

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// confidences says, as lingua does, how likely it is that a text is in each of
// some languages, which one script writes; they sum up to 1, or are 0 where nothing
// is known. Its rules of letters name one, or leave some; among those the runs of
// letters of its words choose, each counted once: in texts of longText letters and
// more, and where low asks for it, those of three letters, else those of one to
// five. A run that a language lacks costs what its head does.
func confidences(text string, codes []string, low bool) []float64 {
	out := make([]float64, len(codes))
	words, letters := linguaWords(text)
	if len(words) == 0 || low && letters < shortGram {
		return out
	}
	left := byLetters(text, codes)
	if len(left) == 1 {
		out[left[0]] = 1
		return out
	}
	lengths := []int{1, 2, 3, 4, 5}
	if low || letters >= longText {
		lengths = []int{shortGram}
	}
	runs := runsOf(words, lengths)
	logs, most := make([]float64, len(codes)), math.Inf(-1)
	for _, i := range left {
		if logs[i] = likelihood(codes[i], runs); logs[i] < 0 {
			most = max(most, logs[i])
		}
	}
	sum := 0.
	for i, x := range logs {
		if x < 0 {
			out[i] = math.Exp(x - most)
			sum += out[i]
		}
	}
	for i := range out {
		out[i] /= max(sum, 1)
	}
	return out
}

// byLetters is what lingua's rules of letters leave of some languages, by place.
func byLetters(text string, codes []string) []int {
	all := make([]int, len(codes))
	for i := range all {
		all[i] = i
	}
	t := tableOf(codes)
	if t == nil {
		return all
	}
	var among uint64
	for i, code := range t.languages {
		if slices.Contains(codes, code) {
			among |= 1 << i
		}
	}
	c := costs{trigrams: t}
	var r reading
	c.read(text, &r, among)
	if code, ok := t.byAlone(&r); ok && slices.Contains(codes, code) {
		return []int{slices.Index(codes, code)}
	}
	few := r.few(among)
	if few == 0 {
		return all
	}
	return slices.DeleteFunc(all, func(i int) bool {
		at := slices.Index(t.languages, codes[i])
		return at < 0 || few>>at&1 == 0
	})
}

// tableOf is the table of the script in which most of some languages write.
func tableOf(codes []string) (best *trigrams) {
	most := 0
	for i := range scripts {
		t, n := tables()[i], 0
		if t == nil {
			continue
		}
		for _, code := range codes {
			n += b2i(slices.Contains(t.languages, code))
		}
		if n > most {
			best, most = t, n
		}
	}
	return best
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// linguaWords splits a text into words as lingua does, in lower case: letters in a
// row, or one of a script without spaces; and counts their letters.
func linguaWords(text string) (words []string, letters int) {
	text = strings.ToLower(text)
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		end := at + size
		switch {
		case unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana):
			letters++
			words = append(words, text[at:end])
		case unicode.IsLetter(r):
			letters++
			for end < len(text) {
				r, size := utf8.DecodeRuneInString(text[end:])
				if !unicode.IsLetter(r) {
					break
				}
				letters++
				end += size
			}
			words = append(words, text[at:end])
		}
		at = end
	}
	return words, letters
}

// A run is some letters in a row: the hashes of their heads, from that of one
// letter on.
type run struct {
	heads  [longestGram]uint64
	length int
}

func (r *run) hash() uint64 { return r.heads[r.length-1] }

// runsOf lists the different runs of some lengths in words.
func runsOf(words []string, lengths []int) (out []run) {
	seen := map[uint64]bool{}
	for _, w := range words {
		for at := range w {
			var x run
			for n, end := 1, at; n <= lengths[len(lengths)-1] && end < len(w); n++ {
				_, size := utf8.DecodeRuneInString(w[end:])
				end += size
				x.heads[n-1], x.length = gramHash(w[at:end]), n
				if h := x.hash(); slices.Contains(lengths, n) && !seen[h] {
					seen[h] = true
					out = append(out, x)
				}
			}
		}
	}
	return out
}

// likelihood is the logarithm that lingua sums up for a language: of the chances
// of runs, by the number of different letters where it looks at those. 0 where it
// knows none of them.
func likelihood(code string, runs []run) float64 {
	tables := gramsOf()[code]
	sum, letters := 0, 0
	for i := range runs {
		x := &runs[i]
		for n := x.length; n > 0; n-- {
			g := tables.short
			if n > shortGram {
				g = tables.long
			}
			if cost, ok := g().cost(x.heads[n-1]); ok {
				sum += cost
				letters += b2i(x.length == 1)
				break
			}
		}
	}
	return -float64(sum) / gramUnit / float64(max(letters, 1))
}
