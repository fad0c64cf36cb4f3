package repair

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A text that was written for a program, as a string of JSON, in quoted-printable
// (RFC 2045) or as a part of an address (percent.go), and never read back, is full of escapes. They are undone where nearly
// all signs of their kind in the text are valid ones: who writes of escapes has
// others, and lines of his own.

const (
	leastEscapes = 3
	validShare   = .95 // of the signs that begin an escape, which do
	mostEncoded  = 78  // bytes of an encoded line, with its end
	leastEncoded = 60  // of one that goes on
	besideShare  = .6  // of the escapes of letters, that stand in words
)

// escapes undoes escapes of one kind.
func escapes(d *corpus.Draft) error {
	if err := apply(d, backslashes(d.Text)); err != nil {
		return err
	}
	if err := apply(d, quotedPrintable(d.Text)); err != nil {
		return err
	}
	return apply(d, percents(d.Text))
}

// backslashes undoes the escapes of JSON: "\n" where the text has next to no line
// breaks of its own, "\u00e9" where it has next to no letters past ASCII, and
// backslashes before signs.
func backslashes(text string) []corpus.Change {
	all := strings.Count(text, `\`)
	if all < leastEscapes {
		return nil
	}
	var signs, breaks, letters []corpus.Change
	for i := strings.IndexByte(text, '\\'); i >= 0 && i+1 < len(text); {
		c := corpus.Change{Start: i, End: i + 2, Kind: corpus.KindEntity, Why: []string{"an escape of JSON"}}
		switch next := text[i+1]; {
		case next == 'n' || next == 'r' || next == 't':
			c.Now = map[byte]string{'n': "\n", 'r': "\r", 't': "\t"}[next]
			breaks = append(breaks, c)
		case next == 'u':
			if r, n := unicodeEscape(text[i:]); n > 0 {
				c.End, c.Now = i+n, string(r)
				letters = append(letters, c)
			}
		case next < utf8.RuneSelf && (unicode.IsPunct(rune(next)) || unicode.IsSymbol(rune(next))):
			c.Now, c.Why = text[i+1:i+2], []string{"a sign behind a backslash"}
			signs = append(signs, c)
		}
		at := strings.IndexByte(text[c.End:], '\\')
		if i = c.End + at; at < 0 {
			break
		}
	}
	doubled := strings.Count(text, `\\`)
	if float64(len(signs)+len(breaks)+len(letters)) < validShare*float64(all-doubled) {
		return nil
	}
	if strings.Count(text, "\n") >= len(breaks) || !betweenWords(text, breaks) {
		breaks = nil
	}
	if pastASCIICount(text) >= len(letters) || len(letters) < leastEscapes && breaks == nil || !inWords(text, letters) {
		letters = nil
	}
	if breaks == nil && letters == nil && !escapesProse(text, signs) {
		return nil
	}
	return merge(merge(signs, breaks), letters)
}

// betweenWords reports breaks that nearly all stand between words and sentences, and
// not in the names of files or between quotation marks.
func betweenWords(text string, breaks []corpus.Change) bool {
	n := 0
	for i, c := range breaks {
		before, _ := utf8.DecodeLastRuneInString(text[:c.Start])
		next, _ := utf8.DecodeRuneInString(text[c.End:])
		follows := i > 0 && breaks[i-1].End == c.Start
		leads := i+1 < len(breaks) && breaks[i+1].Start == c.End
		n += b2i((follows || unicode.IsLetter(before) || terminal(before) && before != ':' || unicode.Is(unicode.Pf, before)) &&
			(leads || next == '\\' || unicode.IsLetter(next) || unicode.IsDigit(next) || unicode.Is(unicode.Pi, next)))
	}
	return float64(n) > .9*float64(len(breaks))
}

// inWords reports escapes of letters that were written by a program: it has none for
// letters and digits of ASCII, and most stand beside a letter, or another escape.
// Who writes of escapes puts each in quotation marks.
func inWords(text string, letters []corpus.Change) bool {
	beside := 0
	for i, c := range letters {
		r, _ := utf8.DecodeRuneInString(c.Now)
		if r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return false
		}
		before, _ := utf8.DecodeLastRuneInString(text[:c.Start])
		next, _ := utf8.DecodeRuneInString(text[c.End:])
		follows := i > 0 && letters[i-1].End == c.Start
		leads := i+1 < len(letters) && letters[i+1].Start == c.End
		beside += b2i(follows || leads || unicode.IsLetter(before) || unicode.IsLetter(next))
	}
	return float64(beside) >= besideShare*float64(len(letters))
}

// escapesProse reports backslashes behind which sentences end, or apostrophes stand in
// words.
func escapesProse(text string, signs []corpus.Change) bool {
	n := 0
	for _, c := range signs {
		before, _ := utf8.DecodeLastRuneInString(text[:c.Start])
		next, _ := utf8.DecodeRuneInString(text[c.End:])
		switch c.Now {
		case ".":
			n += b2i(unicode.IsLetter(before) && (next == ' ' || next == '\n' || c.End == len(text)))
		case "'":
			n += b2i(unicode.IsLetter(before) && unicode.IsLetter(next))
		}
	}
	return n >= leastEscapes && 4*n >= len(signs)
}

// unicodeEscape reads an escape of four hexadecimal digits, or two of them for one
// character past the first 65,536.
func unicodeEscape(s string) (r rune, n int) {
	unit := func(s string) rune {
		if len(s) < 6 || s[0] != '\\' || s[1] != 'u' {
			return -1
		}
		v, err := strconv.ParseUint(s[2:6], 16, 16)
		if err != nil {
			return -1
		}
		return rune(v)
	}
	r = unit(s)
	switch {
	case r < 0 || r < ' ':
		return 0, 0
	case utf16.IsSurrogate(r):
		if both := utf16.DecodeRune(r, unit(s[6:])); both != utf8.RuneError {
			return both, 12
		}
		return 0, 0
	}
	return r, 6
}

func pastASCIICount(text string) (n int) {
	for i := pastASCII(text, 0); i < len(text); i = pastASCII(text, i) {
		_, size := utf8.DecodeRuneInString(text[i:])
		i += size
		n++
	}
	return n
}

// quotedPrintable undoes the encoding of mail: "=" and two hexadecimal digits for a
// byte, and "=" at the end of a line that goes on.
func quotedPrintable(text string) (changes []corpus.Change) {
	all := strings.Count(text, "=")
	if all < leastEscapes {
		return nil
	}
	for line := range strings.SplitSeq(text, "\n") {
		if len(line) > mostEncoded {
			return nil
		}
	}
	valid, telling := 0, 0 // equals signs that the encoding explains, and those that little else does
	for i := strings.IndexByte(text, '='); i >= 0; {
		b, soft, end := encodedBytes(text, i)
		if len(b)+soft > 0 {
			valid += len(b) + soft
			telling += soft + b2i(len(b) > 0 && (b[0] >= utf8.RuneSelf || b[0] == '='))
			changes = append(changes, corpus.Change{Start: i, End: end, Now: string(b), Kind: corpus.KindMojibake, Why: []string{"quoted-printable"}})
		}
		end = max(end, i+1)
		if i = strings.IndexByte(text[end:], '='); i >= 0 {
			i += end
		}
	}
	if telling < leastEscapes || float64(valid) < validShare*float64(all) {
		return nil
	}
	return changes
}

// encodedBytes reads the bytes that stand encoded at text[i:end], next to each other
// or parted by the ends of full lines that go on, of which there are so many.
func encodedBytes(text string, i int) (b []byte, soft, end int) {
	for end = i; end < len(text) && text[end] == '='; {
		rest := text[end+1:]
		if strings.HasPrefix(rest, "\n") && end-strings.LastIndexByte(text[:end], '\n') > leastEncoded && !strings.HasPrefix(rest, "\n\n") {
			soft, end = soft+1, end+2
			continue
		}
		if len(rest) < 2 || strings.ToUpper(rest[:2]) != rest[:2] {
			break
		}
		v, err := strconv.ParseUint(rest[:2], 16, 8)
		if err != nil {
			break
		}
		b, end = append(b, byte(v)), end+3
	}
	if !utf8.Valid(b) {
		return nil, 0, end
	}
	return b, soft, end
}
