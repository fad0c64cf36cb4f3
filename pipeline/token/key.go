package token

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Key is the match key k1 of a word: compatibility forms unified, casefolded.
func Key(word string) string {
	ascii, lower := true, true
	for i := 0; i < len(word); i++ {
		if c := word[i]; c >= utf8.RuneSelf {
			ascii = false
			break
		} else if 'A' <= c && c <= 'Z' {
			lower = false
		}
	}
	switch {
	case ascii && lower:
		return word
	case ascii:
		return strings.ToLower(word)
	}
	if key, ok := plainForms().key.of(word); ok {
		return key
	}
	return slowKey(word)
}

// Keys gives the keys of the words of a text, in their order.
func Keys(text string) []string {
	var keys []string
	for _, w := range Words(nil, text) {
		keys = append(keys, Key(text[w.Start:w.End]))
	}
	return keys
}

// slowKey is the definition of Key.
func slowKey(word string) string {
	return norm.NFKC.String(cases.Fold().String(norm.NFKC.String(word)))
}

// AppendKey appends Key(word) to dst. Where a key is only looked up or hashed
// this saves the string.
func AppendKey(dst []byte, word string) []byte {
	out, ok := appendASCII(dst, word)
	if ok {
		return out
	}
	if out, ok = plainForms().key.append(dst, word); ok {
		return out
	}
	return append(dst, slowKey(word)...)
}

// AppendBare appends Bare(Key(word)) to dst.
func AppendBare(dst []byte, word string) []byte {
	out, ok := appendASCII(dst, word)
	if ok {
		return out
	}
	if out, ok = plainForms().both.append(dst, word); ok {
		return out
	}
	return append(dst, Bare(Key(word))...)
}

// appendASCII appends a word of ASCII letters in lower case.
func appendASCII(dst []byte, word string) (out []byte, ok bool) {
	dst = slices.Grow(dst, len(word))
	low := dst[len(dst) : len(dst)+len(word)]
	for i := range low {
		c := word[i]
		if c >= utf8.RuneSelf {
			return nil, false
		}
		low[i] = lowerASCII[c]
	}
	return dst[:len(dst)+len(word)], true
}

var lowerASCII = func() (t [utf8.RuneSelf]byte) {
	for c := range t {
		t[c] = byte(c)
		if 'A' <= c && c <= 'Z' {
			t[c] += 'a' - 'A'
		}
	}
	return t
}()

// Bare is the match key k2 of a key: without diacritics.
func Bare(key string) string {
	for i := 0; i < len(key); i++ {
		if key[i] >= utf8.RuneSelf {
			if bare, ok := plainForms().bare.of(key); ok {
				return bare
			}
			return slowBare(key)
		}
	}
	return key
}

// slowBare is the definition of Bare.
func slowBare(key string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(key) {
		if !unicode.Is(unicode.Mn, r) || r > 0x36F {
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(b.String())
}

// A folding maps single characters up to foldingEnd where that is all there
// is to it: the character maps to one, itself or another, and neither of them
// joins with what stands before it. A word of such characters folds character
// by character, for by Unicode's quick check (UAX 15) what comes out is
// normal already, provided no two combining marks follow each other, whose
// order matters. Everything else is 0 and left to the definitions.
type folding [foldingEnd]uint16

// foldingEnd is where the alphabets end; behind it the folding of the great
// blocks of Chinese and Korean is known without a table.
const (
	foldingEnd = 0x3400
	combining  = 1 << 15 // beside the character: it is a combining mark
)

// forms are the foldings of Key, of Bare, and of one after the other.
type forms struct{ key, bare, both folding }

// plainForms is made of the definitions, in a few milliseconds, when a word
// first needs it.
var plainForms = sync.OnceValue(func() *forms {
	f := &forms{}
	fold := cases.Fold()
	for r := rune(1); r < foldingEnd; r++ {
		s := string(r)
		if !unicode.In(r, unicode.L, unicode.N, unicode.M, unicode.Cf) || !settled(s) {
			continue
		}
		f.key.set(r, fold.String(s))
		f.bare.set(r, slowBare(s))
		f.both.set(r, slowBare(fold.String(s)))
	}
	return f
})

// settled reports that the characters stay as they are in every text, by
// both composed normal forms.
func settled(s string) bool {
	return norm.NFC.QuickSpanString(s) == len(s) && norm.NFKC.QuickSpanString(s) == len(s)
}

// set notes what r folds to, where that is one settled character of its kind.
func (f *folding) set(r rune, to string) {
	folded, n := utf8.DecodeRuneInString(to)
	if n == 0 || n != len(to) || folded >= foldingEnd || !settled(to) {
		return
	}
	was, now := norm.NFC.PropertiesString(string(r)).CCC(), norm.NFC.PropertiesString(to).CCC()
	switch {
	case was != now:
	case was == 0:
		f[r] = uint16(folded)
	default:
		f[r] = uint16(folded) | combining
	}
}

// of folds a word; ok is false where a character of it is not plain.
func (f *folding) of(word string) (folded string, ok bool) {
	same, marked := true, false
	for _, r := range word {
		if r >= foldingEnd {
			if !inert(r) {
				return "", false
			}
			marked = false
			continue
		}
		to := f[r]
		if to == 0 || marked && to&combining != 0 {
			return "", false
		}
		marked = to&combining != 0
		same = same && rune(to&^combining) == r
	}
	if same {
		return word, true
	}
	return strings.Map(func(r rune) rune {
		if r >= foldingEnd {
			return r
		}
		return rune(f[r] &^ combining)
	}, word), true
}

// append folds a word to the end of dst, which grows only when ok.
func (f *folding) append(dst []byte, word string) (out []byte, ok bool) {
	marked := false
	for _, r := range word {
		if r >= foldingEnd {
			if !inert(r) {
				return nil, false
			}
			dst, marked = utf8.AppendRune(dst, r), false
			continue
		}
		to := f[r]
		if to == 0 || marked && to&combining != 0 {
			return nil, false
		}
		marked = to&combining != 0
		dst = utf8.AppendRune(dst, rune(to&^combining))
	}
	return dst, true
}

// inert reports the unified ideographs and the syllables of Korean, which
// have one form only.
func inert(r rune) bool {
	return r >= 0x4E00 && r < 0xA000 || r >= 0xAC00 && r < 0xD7A4 || r < 0x4DC0
}
