package language

import (
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

// counts holds the letters of a text by script. Han, kana and hangul count
// threefold in of and total: one of them says as much as three letters.
type counts struct {
	of                [32]int
	han, kana, hangul int
	total             int
}

func count(text string) counts {
	var c counts
	last := latin
	for i := 0; i < len(text); {
		if b := text[i]; b < utf8.RuneSelf {
			if 'a' <= b|0x20 && b|0x20 <= 'z' {
				c.of[latin]++
				c.total++
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		i += n
		if !unicode.IsLetter(r) {
			continue
		}
		switch {
		case unicode.Is(unicode.Han, r):
			c.han++
		case r != 'ー' && unicode.In(r, unicode.Hiragana, unicode.Katakana):
			c.kana++
		case unicode.Is(unicode.Hangul, r):
			c.hangul++
		default:
			last = scriptOf(r, last)
			if last < 0 {
				last = latin
				c.total++ // a letter of a script not known
				continue
			}
			c.of[last]++
			c.total++
			continue
		}
		c.of[cjk] += 3
		c.total += 3
	}
	return c
}

// scriptOf returns the place of a letter's script, trying the last one
// first, and -1 when it is none of them.
func scriptOf(r rune, last int) int {
	if unicode.Is(scripts[last].table, r) {
		return last
	}
	for i, s := range scripts {
		if unicode.Is(s.table, r) {
			return i
		}
	}
	return -1
}

// dominant returns the script of most letters and its share, -1 where there
// are no letters of a known script.
func (c counts) dominant() (script int, share float64) {
	best := -1
	for i, n := range c.of {
		if n > 0 && (best < 0 || n > c.of[best]) {
			best = i
		}
	}
	if best < 0 {
		return -1, 0
	}
	return best, float64(c.of[best]) / float64(c.total)
}
