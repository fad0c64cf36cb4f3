package source

import (
	"math"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// To tell the charset of bytes that are not UTF-8, guess decodes a sample in
// each charset and asks how well what comes out fits a language written in
// it: each character past ASCII counts for its place in that language's
// order of frequency (languages.go), and against it when the language lacks
// it; and words must be words: no symbol between two letters, no capital
// after a small letter, no two scripts in a word. The best fit wins, the
// earlier charset when two are equal. A fit below minFit is windows-1252.
//
// Cost: the sample, at most sampleSize bytes, times the number of charsets.
const (
	sampleSize = 4 << 10
	glanceSize = 512
	minFit     = 0.1
	// fewness, shared out over the characters past ASCII, is what another
	// charset must be better by than windows-1252.
	fewness = 0.6
)

// guess tells the charset of a text that is not UTF-8. A short glance sorts
// out the charsets that are far off.
func guess(data []byte) encoding.Encoding {
	part := sample(data)
	in := candidates()
	if len(part) > 2*glanceSize {
		in = near(part[:glanceSize], in)
	}
	var best encoding.Encoding = charmap.Windows1252
	top := minFit
	for _, c := range in {
		if fit := c.fit(part); fit > top+1e-9 {
			best, top = c.encoding, fit
		}
	}
	return best
}

// near gives the candidates that fit nearly as well as the best.
func near(part []byte, in []candidate) []candidate {
	fits := make([]float64, len(in))
	top := math.Inf(-1)
	for i, c := range in {
		fits[i] = c.fit(part)
		top = max(top, fits[i])
	}
	var out []candidate
	for i, c := range in {
		if fits[i] >= top-0.5 {
			out = append(out, c)
		}
	}
	return out
}

// fit is how well the best of the candidate's languages fits, less what
// speaks against the charset.
func (c candidate) fit(part []byte) float64 {
	out, err := c.encoding.NewDecoder().Bytes(part)
	if err != nil {
		return math.Inf(-1)
	}
	s := shapeOf(out)
	fit := slices.Max(s.fits(c.languages)) - c.handicap
	if c.encoding != charmap.Windows1252 && s.total > 0 {
		fit -= fewness / float64(s.total)
	}
	return fit
}

// sample gathers the lines that have bytes past ASCII, up to sampleSize. It
// cuts at white space, so that it splits no character.
func sample(data []byte) []byte {
	if len(data) <= sampleSize {
		return data
	}
	out := make([]byte, 0, sampleSize)
	for at := 0; at < len(data) && len(out) < sampleSize; {
		end, high := at, false
		for end < len(data) && data[end] != '\n' && end-at < sampleSize {
			high = high || data[end] >= 0x80
			end++
		}
		if end < len(data) {
			end++
		}
		if high {
			out = append(out, data[at:min(end, at+sampleSize-len(out))]...)
		}
		at = end
	}
	return out
}

// shape is what is wrong with the words of a decoded text, whatever its
// language, and how often each character past ASCII stands in it.
type shape struct {
	counts map[rune]int
	total  int
	flaws  float64
}

// shapeOf counts the characters past ASCII of a text, and how its letters stand
// beside each other.
func shapeOf(text []byte) shape {
	s := shape{counts: make(map[rune]int)}
	known := knownClasses()
	var before, last class
	for i := 0; i < len(text); {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRune(text[i:])
			s.counts[r]++
			s.total++
		}
		var c class
		if int(r) < len(known) {
			c = known[r]
		} else {
			c = classOf(r)
		}
		if (last|c)&foreign != 0 {
			s.flaws += pairFlaw(last, c)
		}
		if before&letter != 0 && last&symbol != 0 && c&letter != 0 {
			s.flaws += 0.5
		}
		before, last = last, c
		i += n
	}
	return s
}

// class is what shapeOf needs to know of a character.
type class uint8

const (
	letter  class = 1 << iota
	foreign       // a letter past ASCII
	lower
	upper
	latin
	digit
	symbol // past ASCII, and not seen inside words
	joined // of a script without spaces, which touches digits and other scripts
)

func classOf(r rune) class {
	var c class
	switch {
	case r >= '0' && r <= '9':
		return digit
	case unicode.IsLetter(r):
		c = letter
		if r >= utf8.RuneSelf {
			c |= foreign
		}
		if unicode.IsLower(r) {
			c |= lower
		}
		if unicode.IsUpper(r) {
			c |= upper
		}
		if r < utf8.RuneSelf || unicode.Is(unicode.Latin, r) {
			c |= latin
		}
		if r >= 0x0e00 && c&latin == 0 {
			c |= joined
		}
	case r >= 0xa0 && !unicode.IsMark(r) && !unicode.IsSpace(r) && !strings.ContainsRune("’‘·–—…\u00ad", r):
		c = symbol
	}
	return c
}

// knownClasses are those of the alphabets, made once and never changed.
var knownClasses = sync.OnceValue(func() []class {
	out := make([]class, 0x700)
	for r := range out {
		out[r] = classOf(rune(r))
	}
	return out
})

// pairFlaw weighs two neighbours, one of them a letter past ASCII.
func pairFlaw(a, b class) float64 {
	if (a|b)&digit != 0 {
		if (a|b)&joined != 0 {
			return 0
		}
		return 0.4
	}
	flaw := 0.0
	if a&b&letter != 0 {
		if a&lower != 0 && b&upper != 0 {
			flaw += 0.7
		}
		if a&latin != b&latin {
			flaw += 0.7
		}
	}
	return flaw
}

// fits gives for each language how well the text fits it, 1 at best.
func (s shape) fits(languages []language) []float64 {
	out := make([]float64, len(languages))
	if s.total == 0 {
		return out
	}
	for i, l := range languages {
		sum := -s.flaws
		for r, n := range s.counts {
			sum += float64(n) * l.weigh(r)
		}
		// The order of a map must not reach the sum's last bits.
		out[i] = float64(int(sum/float64(s.total)*1e6)) / 1e6
	}
	return out
}

// weigh says how much a character past ASCII speaks for a language.
func (l language) weigh(r rune) float64 {
	small := unicode.ToLower(r)
	if w, ok := l.weights[small]; ok {
		if small != r { // capitals are rare, and rarer letters than they seem
			w -= 0.15
		}
		return w
	}
	switch {
	case r == utf8.RuneError, unicode.IsControl(r), unicode.Is(unicode.Co, r), !unicode.IsPrint(r) && !unicode.IsSpace(r) && r != '\u00ad':
		return -2
	case isTypographic(r):
		return 0.3
	case r >= 0xff61 && r <= 0xff9f: // half-width kana: single bytes that Shift JIS maps
		return -0.2
	case unicode.In(r, l.scripts...):
		return l.other
	}
	return -0.5
}

// isTypographic knows the marks that any text may have.
func isTypographic(r rune) bool {
	switch r {
	case '\u00a0', '«', '»', '‘', '’', '“', '”', '„', '‚', '–', '—', '…', '•', '·', '°', '§', '©', '®', '™', '€', '£', '№', '\u00ad', '¿', '¡', '½':
		return true
	}
	return r >= 0x3000 && r <= 0x3011 || r >= 0xff01 && r <= 0xff5e
}
