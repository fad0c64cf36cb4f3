package language

import (
	"slices"
	"unicode/utf8"
)

// A rank is a language and what the trigrams of a text cost it, in units of
// 1/costUnit; the language that a rule of letters names costs nothing.
type rank struct {
	language string
	cost     int32
}

// lead is how much less likely the second of a ranking is, as a logarithm.
func lead(ranks []rank) float64 {
	if len(ranks) < 2 {
		return costMost
	}
	return behind(ranks, 1)
}

// behind is how far language i is behind the first.
func behind(ranks []rank, i int) float64 {
	return float64(ranks[i].cost-ranks[0].cost) / costUnit
}

// A reading counts what lingua's rules of letters look at.
type reading struct {
	words  int
	alone  [mostLanguages]int32 // words with letters that the language has alone
	others int                  // words without
	shared [mostLanguages]int32 // letters of words, that few languages share
}

// ranked is how many languages a ranking has.
const ranked = 3

// rank returns the likeliest languages of a table for a text, in order, as lingua ranks them by trigrams: its rules of letters name a
// language, or leave some, which the different trigrams of the words choose
// among. Languages are the places of those that are in question.
func (t *trigrams) rank(text string, languages uint64) []rank {
	c := costs{trigrams: t}
	var r reading
	c.read(text, &r, languages)
	if code, ok := t.byAlone(&r); ok {
		return []rank{{code, 0}}
	}
	c.flush()
	if few := r.few(languages); few != 0 {
		languages = few
	}
	ranks := make([]rank, 0, ranked+1)
	for i, code := range t.languages { // sorted
		if languages>>i&1 == 0 || c.sum[i] == 0 {
			continue
		}
		at := len(ranks)
		for at > 0 && c.sum[i] < ranks[at-1].cost {
			at--
		}
		if at < ranked {
			ranks = slices.Insert(ranks, at, rank{code, c.sum[i]})[:min(len(ranks)+1, ranked)]
		}
	}
	return ranks
}

// read takes a text word by word.
func (c *costs) read(text string, r *reading, languages uint64) {
	kinds := letters()
	var small [1 << smallBits]uint32 // most need no more
	seen := distinct{slots: small[:], shift: 32 - smallBits}
	if 2*len(text) > len(small) {
		seen = distinctOf(len(text))
	}
	var marked [16]uint8 // letters of the word that a rule looks at
	marks := 0
	n := 0 // letters of the word
	var x, y uint8
	for i := 0; i <= len(text); {
		z, size, inside := uint8(0), 1, false
		if i < len(text) {
			z, size, inside = c.letter(kinds, text[i:])
		}
		i += size
		if !inside {
			if n > 0 {
				r.word(c.trigrams, marked[:marks], languages)
			}
			n, marks, x, y = 0, 0, 0, 0
			continue
		}
		if n++; n >= 3 && seen.add(uint32(x)<<16|uint32(y)<<8|uint32(z)) {
			c.add(x, y, z)
		}
		x, y = y, z
		if z > 0 && marks < len(marked) && c.marked(z) {
			marked[marks] = z
			marks++
		}
	}
}

// letter returns the place of the letter at the head of a text, 0 where the
// table lacks it, and whether it is a letter inside a word at all.
func (t *trigrams) letter(kinds *[planeEnd]uint8, s string) (place uint8, size int, inside bool) {
	if b := s[0]; b < utf8.RuneSelf {
		if 'a' <= b|0x20 && b|0x20 <= 'z' {
			return t.place[b], 1, true
		}
		return 0, 1, false
	}
	r, size := utf8.DecodeRuneInString(s)
	if r >= planeEnd || kinds[r] == none {
		return 0, size, false
	}
	if r < lettersEnd {
		place = t.place[r]
	}
	return place, size, true
}

// rules returns the marks of a letter.
func (t *trigrams) rules(place uint8) (alone, set uint8) {
	at := 2 * (int(place) - 1)
	return t.marks[at], t.marks[at+1]
}

func (t *trigrams) marked(place uint8) bool {
	alone, set := t.rules(place)
	return alone|set != 0
}

// distinct is a set of trigrams.
type distinct struct {
	slots []uint32 // a power of two of them
	shift int
	n     int
}

// distinctOf makes room for the trigrams of a text of so many bytes.
func distinctOf(bytes int) distinct {
	size := smallBits
	for size < 15 && 1<<size < 2*bytes {
		size++
	}
	return distinct{slots: make([]uint32, 1<<size), shift: 32 - size}
}

// smallBits is for a sample of the first reading.
const smallBits = 11

// add reports whether the trigram is new.
func (d *distinct) add(key uint32) bool {
	if d.n > len(d.slots)*3/4 {
		return false
	}
	for at := key * 0x9E3779B1 >> d.shift; ; at = (at + 1) % uint32(len(d.slots)) {
		switch d.slots[at] {
		case key:
			return false
		case 0:
			d.slots[at] = key
			d.n++
			return true
		}
	}
}

// word counts the marked letters of one word.
func (r *reading) word(t *trigrams, marked []uint8, languages uint64) {
	r.words++
	if len(marked) == 0 {
		r.others++
		return
	}
	var of [16]uint8 // the languages that have letters alone, one for each
	n := 0
	for i, z := range marked {
		alone, set := t.rules(z)
		if alone > 0 {
			of[n] = alone
			n++
		}
		if set == 0 || slices.Contains(marked[:i], z) {
			continue
		}
		for l, s := 0, t.sets[set-1]&languages; s != 0; l, s = l+1, s>>1 {
			r.shared[l] += int32(s & 1)
		}
	}
	if best := commonest(of[:n]); best > 0 && languages>>(best-1)&1 != 0 {
		r.alone[best-1]++
	} else {
		r.others++
	}
}

// commonest is the value that a list has most often, 0 if there are two.
func commonest(of []uint8) (best uint8) {
	top := 0
	for i, l := range of {
		n := 0
		for _, other := range of[i:] {
			if other == l {
				n++
			}
		}
		switch {
		case n > top:
			best, top = l, n
		case n == top && l != best:
			best = 0
		}
	}
	return best
}

// byAlone names the language of the letters that one language has alone,
// where more words have them than any other language's and than have none;
// than have none does not count when those are under half.
func (t *trigrams) byAlone(r *reading) (string, bool) {
	best, second := 0, int32(0)
	for i, n := range r.alone[:len(t.languages)] {
		if n > r.alone[best] {
			best, second = i, r.alone[best]
		} else if i != best && n > second {
			second = n
		}
	}
	if 2*r.others >= r.words {
		second = max(second, int32(r.others))
	}
	return t.languages[best], r.alone[best] > second
}

// few returns the languages that share a letter of every second word.
func (r *reading) few(languages uint64) (out uint64) {
	for i := range r.shared {
		if languages>>i&1 != 0 && r.shared[i] > 0 && 2*int(r.shared[i]) >= r.words {
			out |= 1 << i
		}
	}
	return out
}
