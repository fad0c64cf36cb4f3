package spam

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/scratch"
	"github.com/urtext/urtext/pipeline/token"
)

// vocabulary numbers the keys and stems of a page, and has what is known of each
// spelling, which is looked at once. Strings go by their names, see token.Name. The
// key of most spellings is the spelling itself, whose number the reading knows; the
// other keys and the stems are in a register.
type vocabulary struct {
	functions *token.Set
	names     scratch.Register
	ids       []int32  // by number in names
	own       []int32  // by spelling: its id as a key plus one; 0 where no key is spelled so
	keys      []string // by id
	roots     []root   // by id
	senses    []sense  // by spelling
	lower     []byte   // for one word
}

// A sense is what look finds out about a spelling.
type sense struct {
	key, stem int32
	class     class
}

// A root is what is known of a key.
type root struct {
	stem   int32 // plus one; 0 before it is asked for
	common class // function, if it is one
}

// look gives every spelling of a text its ids and its class.
func (v *vocabulary) look(words *token.Reading, language string) {
	v.functions = token.Of(language)
	v.names.Reset(len(words.Firsts))
	v.own = scratch.Cells(v.own, len(words.Firsts))
	v.ids, v.keys, v.roots, v.senses = v.ids[:0], v.keys[:0], v.roots[:0], v.senses[:0]
	v.id("") // noTerm
	for n, first := range words.Firsts {
		surface := words.Word(int(first))
		c, key := v.shapeAndKey(words, n, surface)
		r := v.roots[key]
		if r.stem == 0 {
			r = v.rootOf(key, surface, words.Name(n))
		}
		if c |= r.common; c&(function|numeral|spaceless) == 0 && len(surface) >= 3 {
			c |= content
		}
		v.senses = append(v.senses, sense{key, r.stem - 1, c})
	}
}

// id gives a string that is no spelling of the page its number.
func (v *vocabulary) id(s string) int32 { return v.named(token.Name(s), s) }

// named is id for a string whose name is known.
func (v *vocabulary) named(name uint64, s string) int32 {
	n := v.names.Number(name)
	if int(n) == len(v.ids) {
		v.ids = append(v.ids, v.next(s))
	}
	return v.ids[n]
}

// next numbers a new string.
func (v *vocabulary) next(s string) int32 {
	v.keys, v.roots = append(v.keys, s), append(v.roots, root{})
	return int32(len(v.keys) - 1)
}

// spelled gives the key that is spelled as a spelling its number.
func (v *vocabulary) spelled(n int, surface string) int32 {
	if v.own[n] == 0 {
		v.own[n] = v.next(surface) + 1
	}
	return v.own[n] - 1
}

// rootOf gives a key its stem and tells whether it is a function word, given a spelling
// that has it, with its name.
func (v *vocabulary) rootOf(at int32, surface string, name uint64) (r root) {
	key := v.keys[at]
	if key == surface && smallLetters(key, name) {
		n := smallStem(name, len(key))
		r.stem = v.named(name&(1<<(8*n)-1), key[:n]) + 1
	} else {
		r.stem = v.id(stem(key)) + 1
	}
	if v.functions.Has(key) {
		r.common = function
	}
	v.roots[at] = r
	return r
}

// shapeAndKey gives the shape of a spelling and the id of its key.
func (v *vocabulary) shapeAndKey(words *token.Reading, n int, surface string) (class, int32) {
	if smallLetters(surface, words.Name(n)) {
		return latin, v.spelled(n, surface)
	}
	c, kinds := shape(surface)
	if kinds&(upperLetter|beyondASCII) == 0 {
		return c, v.spelled(n, surface)
	}
	if kinds&beyondASCII != 0 {
		key := token.Key(surface)
		return c, v.keyOf(words, token.Name(key), func() string { return key })
	}
	v.lower = append(v.lower[:0], surface...)
	for i, b := range v.lower {
		if asciiKinds[b] == upperLetter {
			v.lower[i] = b | 0x20
		}
	}
	return c, v.keyOf(words, token.Name(v.lower), func() string { return string(v.lower) })
}

// keyOf gives a key of which the name is known its id; key makes it if it is new.
func (v *vocabulary) keyOf(words *token.Reading, name uint64, key func() string) int32 {
	if n := words.Find(name); n >= 0 {
		return v.spelled(int(n), words.Word(int(words.Firsts[n])))
	}
	n := v.names.Number(name)
	if int(n) == len(v.ids) {
		v.ids = append(v.ids, v.next(key()))
	}
	return v.ids[n]
}

// smallLetters reports a word of small ASCII letters, of up to eight if it is: its
// name is its bytes.
func smallLetters(s string, name uint64) bool {
	const ones = 0x0101010101010101
	if len(s) > 8 || name&(ones<<7) != 0 {
		return false
	}
	letters := (name + (0x80-'a')*ones) ^ (name + (0x7F-'z')*ones) // the high bit of each byte, see token.alphanumeric
	return letters&(ones<<7)<<(64-8*len(s)) == ones<<7<<(64-8*len(s))
}

// stem is the part of a word that its inflections share, roughly and in any
// language: no final s, no final vowel, and five letters at most.
func stem(key string) string {
	if len(key) >= 8 && ascii(key[:5]) {
		return key[:5] // whatever its end is
	}
	short := strings.TrimSuffix(key, "s")
	if r, n := utf8.DecodeLastRuneInString(short); vowel(r) {
		short = short[:len(short)-n]
	}
	if prefix(short, 2) == len(short) {
		short = key
	}
	return short[:prefix(short, 5)]
}

// smallStem is how long the stem is of n small ASCII letters, up to eight, in the bytes of
// a number. No processor foresees how words end: it asks without branches.
func smallStem(letters uint64, n int) int {
	const vowels = 1 | 1<<('e'-'a') | 1<<('i'-'a') | 1<<('o'-'a') | 1<<('u'-'a') | 1<<('y'-'a')
	last := letters >> (8 * (n - 1) & 63) & 0xFF
	short := n - int((last^'s'-1)>>63) // one less where it is an s
	last = letters >> (8 * (short - 1) & 63) & 0xFF
	short -= int(vowels >> ((last - 'a') & 31) & 1)
	if short <= 2 {
		short = n
	}
	return min(short, 5)
}

// vowel reports a vowel, or what ends a word as one does.
func vowel(r rune) bool {
	if r < utf8.RuneSelf {
		return r == 'a' || r == 'e' || r == 'i' || r == 'o' || r == 'u' || r == 'y'
	}
	return strings.ContainsRune("áéíóúàèìòùäëïöüаеёиоуыэюяйьіїє", r)
}

// prefix returns the length in bytes of the first n runes of s.
func prefix(s string, n int) int {
	if len(s) <= n {
		return len(s)
	}
	for i := range n {
		if s[i] >= utf8.RuneSelf {
			return slowPrefix(s, n)
		}
	}
	return n
}

// slowPrefix is the definition of prefix.
func slowPrefix(s string, n int) int {
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	return len(s)
}

// shape is what the letters of a surface look like, and the kinds of its bytes.
func shape(surface string) (c class, kinds uint8) {
	if c, kinds = shapeASCII(surface); kinds&beyondASCII != 0 {
		c = slowShape(surface)
	}
	return c, kinds
}

// slowShape is the definition of shape.
func slowShape(surface string) class {
	first, size := utf8.DecodeRuneInString(surface)
	c := script(first)
	if strings.IndexFunc(surface, isDigit) >= 0 {
		c |= digit
	}
	switch {
	case token.Spaceless(first):
		return c | spaceless
	case unicode.IsNumber(first):
		return c | numeral
	case !unicode.IsUpper(first) && !unicode.IsTitle(first):
		return c
	}
	letters := 1
	for _, r := range surface[size:] {
		if unicode.IsLower(r) {
			return c | title
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	if letters < 2 {
		return c | title
	}
	return c | title | upper
}

// isDigit is unicode.IsDigit: behind those of ASCII the first are the Arabic ones.
func isDigit(r rune) bool {
	if r < '\u0660' {
		return '0' <= r && r <= '9'
	}
	return unicode.IsDigit(r)
}

// script says whether a character is a Latin letter.
func script(r rune) class {
	if unicode.Is(unicode.Latin, r) {
		return latin
	}
	return unlatin
}

// What an ASCII character is in a word, in bits.
const (
	lowerLetter uint8 = 1 << iota
	upperLetter
	decimal
	beyondASCII
)

var asciiKinds = func() (t [256]uint8) {
	for c := range t {
		switch {
		case 'a' <= c && c <= 'z':
			t[c] = lowerLetter
		case 'A' <= c && c <= 'Z':
			t[c] = upperLetter
		case '0' <= c && c <= '9':
			t[c] = decimal
		case c >= utf8.RuneSelf:
			t[c] = beyondASCII
		}
	}
	return t
}()

// shapeASCII is shape of a surface of ASCII characters, with the kinds of these.
func shapeASCII(surface string) (c class, seen uint8) {
	capitals := uint8(0)
	for i := 0; i < len(surface); i++ {
		kind := asciiKinds[surface[i]]
		seen |= kind
		capitals = min(2, capitals+kind>>1&1)
	}
	if seen&beyondASCII != 0 {
		return 0, seen
	}
	if seen&decimal != 0 {
		c = digit
	}
	first := asciiKinds[surface[0]]
	if first&(lowerLetter|upperLetter) != 0 {
		c |= latin
	} else {
		c |= unlatin
	}
	switch {
	case first == decimal:
		return c | numeral, seen
	case first != upperLetter:
		return c, seen
	case seen&lowerLetter != 0 || capitals < 2:
		return c | title, seen
	}
	return c | title | upper, seen
}
