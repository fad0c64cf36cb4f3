package cluster

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/zeebo/xxh3"

	"github.com/urtext/urtext/pipeline/token"
)

// A Name is a token that a translator leaves as it is: a number, a name, a
// piece of an address. At is its place in the text, in 65536ths.
type Name struct {
	Hash uint32
	At   uint16
}

// Bounds of what a sketch keeps for translations.
const (
	maxNames    = 80
	maxPlaces   = 4 // of one name
	maxSections = 48
	leastName   = 3 // letters
	leastPiece  = 5 // letters of a piece of an address
)

// names returns the names of a text in its order, each at its first places;
// of more than maxNames those with the smallest hashes, so that two texts
// keep the same ones. Names are among the kept words, whose hashes are known;
// all words tell what stands before each.
func (c Config) names(text string, words []token.Span, kept []unit) []Name {
	var out []Name
	seen := map[uint32]int{}
	last := 0 // end of the word before
	for _, s := range words {
		before := text[last:s.Start]
		last = s.End
		if len(kept) == 0 {
			break
		}
		u := kept[0]
		if int(u.start) != s.Start {
			continue // a function word
		}
		kept = kept[1:]
		word := text[s.Start:s.End]
		if !isName(word, before, text[s.End:]) || u.lone() && c.isFunction(word) {
			continue
		}
		h := uint32(u.hash)
		if seen[h]++; seen[h] <= maxPlaces {
			out = append(out, Name{h, uint16(uint64(s.Start) * 65535 / uint64(len(text)))})
		}
	}
	if len(out) > maxNames {
		slices.SortStableFunc(out, func(a, b Name) int { return cmp.Compare(a.Hash, b.Hash) })
		out = out[:maxNames]
		slices.SortStableFunc(out, func(a, b Name) int { return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.Hash, b.Hash)) })
	}
	return slices.Clone(out)
}

// isFunction reports a function word of any language.
func (c Config) isFunction(word string) bool {
	var buf [64]byte
	return c.keyed().function.has(xxh3.HashSeed(token.AppendBare(buf[:0], word), c.Key))
}

// isName tells names by what stands round them: a capital inside a sentence,
// digits, an address.
func isName(word, before, after string) bool {
	if plain(word) && before == " " && (after == "" || after[0] == ' ') {
		return false
	}
	if len(word) >= 2 && hasDigit(word) {
		return true
	}
	glued := len(after) > 1 && (after[0] == '.' || after[0] == '@') && after[1] > ' ' && after[1] < utf8.RuneSelf && unicode.IsLetter(rune(after[1]))
	if glued || before == "@" || before == "." || strings.HasSuffix(before, "//") {
		return len(word) >= leastPiece && word[0] < utf8.RuneSelf
	}
	return isCapital(word) && utf8.RuneCountInString(word) >= leastName && !opensSentence(before)
}

// plain reports whether a word has ASCII letters only, the first a small one.
func plain(word string) bool {
	for i := 0; i < len(word); i++ {
		if b := word[i] | 0x20; b < 'a' || b > 'z' {
			return false
		}
	}
	return word[0] >= 'a'
}

// opensSentence reports whether a word after this gap begins a sentence or a
// line.
func opensSentence(gap string) bool {
	return gap == "" || strings.ContainsAny(gap, ".!?:\n\"“”„«»…¿¡•|") || strings.Trim(gap, " \u00a0") == "-"
}

// sections returns the characters of each paragraph, evenly merged where there
// are too many.
func sections(text string) []uint16 {
	var all []int
	for line := range strings.SplitSeq(text, "\n") {
		n := 0 // characters, spaces left out
		for _, r := range line {
			if r > ' ' {
				n++
			}
		}
		if n > 0 {
			all = append(all, n)
		}
	}
	out := make([]uint16, min(len(all), maxSections))
	for i := range out {
		sum := 0
		for _, n := range all[i*len(all)/len(out) : (i+1)*len(all)/len(out)] {
			sum += n
		}
		out[i] = uint16(min(sum, 65535))
	}
	return out
}
