package language

import (
	"math/bits"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A script and the languages written in it, as far as they are told apart.
// "Han" stands for the scripts of China, Japan and Korea together.
type script struct {
	name      string
	table     *unicode.RangeTable
	languages []string
}

// scripts is in the order in which a letter is looked for.
var scripts = []script{
	{"Latin", unicode.Latin, []string{
		"af", "az", "bs", "ca", "cs", "cy", "da", "de", "en", "eo", "es", "et", "eu", "fi", "fr", "ga", "gl", "hr", "hu",
		"id", "is", "it", "la", "lg", "lt", "lv", "mi", "ms", "nb", "nl", "nn", "pl", "pt", "ro", "sk", "sl", "sn", "so",
		"sq", "sr", "st", "sv", "sw", "tl", "tn", "tr", "ts", "vi", "xh", "yo", "zu"}},
	{"Cyrillic", unicode.Cyrillic, []string{"be", "bg", "kk", "mk", "mn", "ru", "sr", "uk"}},
	{"Han", unicode.Han, []string{"ja", "ko", "zh"}},
	{"Arabic", unicode.Arabic, []string{"ar", "fa", "ur"}},
	{"Devanagari", unicode.Devanagari, []string{"hi", "mr"}},
	{"Greek", unicode.Greek, []string{"el"}},
	{"Hebrew", unicode.Hebrew, []string{"he"}},
	{"Armenian", unicode.Armenian, []string{"hy"}},
	{"Georgian", unicode.Georgian, []string{"ka"}},
	{"Bengali", unicode.Bengali, []string{"bn"}},
	{"Gujarati", unicode.Gujarati, []string{"gu"}},
	{"Gurmukhi", unicode.Gurmukhi, []string{"pa"}},
	{"Kannada", unicode.Kannada, []string{"kn"}},
	{"Malayalam", unicode.Malayalam, []string{"ml"}},
	{"Oriya", unicode.Oriya, []string{"or"}},
	{"Sinhala", unicode.Sinhala, []string{"si"}},
	{"Tamil", unicode.Tamil, []string{"ta"}},
	{"Telugu", unicode.Telugu, []string{"te"}},
	{"Thai", unicode.Thai, []string{"th"}},
	{"Lao", unicode.Lao, []string{"lo"}},
	{"Khmer", unicode.Khmer, []string{"km"}},
	{"Myanmar", unicode.Myanmar, []string{"my"}},
	{"Tibetan", unicode.Tibetan, []string{"bo"}},
	{"Ethiopic", unicode.Ethiopic, []string{"am"}},
	{"Thaana", unicode.Thaana, []string{"dv"}},
}

// The places of scripts that are asked for by name.
const (
	latin = 0
	cjk   = 2
)

// counts holds the letters and the words of a text by script. Han, kana and
// hangul count threefold in of and total: one of them says as much as three
// letters, and is a word.
type counts struct {
	of                [32]int
	words             [32]int // runs of letters of one script
	han, kana, hangul int
	total             int
	allWords          int
}

func count(text string) (c counts) {
	c.read(text)
	return c
}

// read counts a text that begins behind all letters that are counted.
func (c *counts) read(text string) {
	kinds := letters()
	ascii := 0
	run := uint8(none) // what the letters of the run before are: one script, or strange
	for i := 0; i < len(text); {
		if i+8 <= len(text) && (run == none || run == latin) {
			if x := eight(text[i : i+8]); x&highs == 0 {
				n := 0
				n, run = c.addASCII(x, run)
				ascii += n
				i += 8
				continue
			}
		}
		if b := text[i]; b < utf8.RuneSelf {
			i++
			switch {
			case b|0x20 < 'a' || b|0x20 > 'z':
				if run != none {
					c.word(run)
				}
				run = none
				continue
			case run == none:
				run = latin
			case run != latin:
				run = strange
			}
			ascii++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		i += n
		kind := uint8(none)
		if r < planeEnd {
			kind = kinds[r]
		} else {
			kind = kindOf(r)
		}
		run = c.add(kind, run)
	}
	if run != none {
		c.word(run)
	}
	c.of[latin] += ascii
	c.total += ascii
}

// addASCII counts the words that end in eight ASCII characters behind a run
// that is none or Latin, and returns the letters and the run that they end.
func (c *counts) addASCII(x uint64, before uint8) (letters int, run uint8) {
	small := x | 0x20*ones
	is := (small + (0x80-'a')*ones) &^ (small + (0x7F-'z')*ones) & highs // the high bit of each letter's byte
	behind := is << 8                                                    // and of the one behind it
	if before == latin {
		behind |= 0x80
	}
	ended := bits.OnesCount64(behind &^ is)
	c.words[latin] += ended
	c.allWords += ended
	if run = none; is>>63 != 0 {
		run = latin
	}
	return bits.OnesCount64(is), run
}

const (
	ones  = 0x0101010101010101
	highs = ones << 7
)

// eight loads eight bytes, the first of them lowest; the compiler makes one
// load of it.
func eight(s string) uint64 {
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// word counts a run of letters.
func (c *counts) word(run uint8) {
	c.allWords++
	if run != strange {
		c.words[run]++
	}
}

// add counts a character behind a run and returns the run that it ends.
func (c *counts) add(kind, before uint8) (run uint8) {
	switch kind {
	case none, han, kana, hangul:
		if before != none {
			c.word(before)
		}
	}
	switch kind {
	case none:
		return none
	case strange:
		c.total++
		return strange
	case han:
		c.han++
	case kana:
		c.kana++
	case hangul:
		c.hangul++
	default:
		c.of[kind]++
		c.total++
		if before != none && before != kind {
			return strange
		}
		return kind
	}
	c.of[cjk] += 3
	c.total += 3
	c.word(cjk)
	return none
}

// What a character is: the place of its script in scripts, or one of these.
const (
	none    = 255 - iota // no letter
	strange              // a letter of a script not known
	han
	kana
	hangul
)

// planeEnd is the end of the Basic Multilingual Plane, all of which letters
// holds.
const planeEnd = 0x10000

// letters says of each character what it is: one look at a table for the
// dozen searches of kindOf.
var letters = sync.OnceValue(func() *[planeEnd]uint8 {
	t := new([planeEnd]uint8)
	for r := range t {
		t[r] = none
	}
	for _, table := range unicode.L.R16 {
		for r := int(table.Lo); r <= int(table.Hi); r += int(table.Stride) {
			t[r] = kindOf(rune(r))
		}
	}
	return t
})

// kindOf finds out what a character is.
func kindOf(r rune) uint8 {
	switch {
	case !unicode.IsLetter(r):
		return none
	case unicode.Is(unicode.Han, r):
		return han
	case r != 'ー' && unicode.In(r, unicode.Hiragana, unicode.Katakana):
		return kana
	case unicode.Is(unicode.Hangul, r):
		return hangul
	}
	for i, s := range scripts {
		if unicode.Is(s.table, r) {
			return uint8(i)
		}
	}
	return strange
}

// dominant returns the script of most words and its share, -1 where there are
// no letters of a known script. Words count and not letters, since the Latin
// letters in a text in another script are code and names, and long.
func (c *counts) dominant() (script int, share float64) {
	best := -1
	for i, n := range c.words {
		if n > 0 && (best < 0 || n > c.words[best]) {
			best = i
		}
	}
	if best < 0 {
		return -1, 0
	}
	return best, float64(c.words[best]) / float64(c.allWords)
}
