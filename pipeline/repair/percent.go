package repair

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A text that was put into an address, as a form does with it (RFC 3986), has "%" and
// two hexadecimal digits for what an address may not hold, and "%20" or "+" for each
// space. It is undone line by line where a line has next to no spaces of its own; an
// address stays as it is.

const (
	leastPercents = 8
	percentSpaced = 10 // spaces that were encoded for one that was not
	percentDense  = .5 // of a line's bytes, where nothing parts the words
	plusShare     = 4  // signs of addition that stand for spaces, for one that is written out
	addressScheme = 16 // bytes within which an address says what it is
)

// percents undoes the encoding of addresses.
func percents(text string) (changes []corpus.Change) {
	if strings.Count(text, "%") < leastPercents {
		return nil
	}
	for at, line := range eachLine(text) {
		changes = append(changes, percentLine(line, at)...)
	}
	return changes
}

// percentLine decodes a line that begins at byte at of the text, if nearly all
// its signs of percent are of encoded bytes, and so many that no one wrote them.
func percentLine(line string, at int) (changes []corpus.Change) {
	all := strings.Count(line, "%")
	if all < leastPercents || beginsInAddress(line) {
		return nil
	}
	valid, spaces := 0, 0
	for i := strings.IndexByte(line, '%'); i >= 0; {
		b, end := percentBytes(line, i)
		valid += len(b)
		spaces += strings.Count(string(b), " ")
		if len(b) > 0 {
			changes = append(changes, corpus.Change{Start: at + i, End: at + end, Now: string(b), Kind: corpus.KindEntity, Why: []string{"percent-encoded"}})
		}
		end = max(end, i+1)
		if i = strings.IndexByte(line[end:], '%'); i >= 0 {
			i += end
		}
	}
	plus := strings.Count(line, "+")
	if plus < plusShare*spaces {
		plus = 0 // signs of the text
	}
	own := strings.Count(line, " ")
	dense := 3*float64(valid) >= percentDense*float64(len(line))
	if float64(valid) < validShare*float64(all) || percentSpaced*own > spaces+plus && own > 0 || spaces+plus < leastPercents && !dense {
		return nil
	}
	if plus == 0 {
		return changes
	}
	return merge(changes, pluses(line, at))
}

// beginsInAddress reports a line whose first sign of percent stands in an address, at its
// beginning or in what is written without a space, such as a link of markup.
func beginsInAddress(line string) bool {
	first := line[:strings.IndexByte(line, '%')]
	return strings.Contains(line[:min(len(line), addressScheme)], "://") || strings.HasPrefix(line, "www.") ||
		strings.Contains(first[strings.LastIndexByte(first, ' ')+1:], "://")
}

// pluses are the spaces of a form.
func pluses(line string, at int) (changes []corpus.Change) {
	for i := range len(line) {
		if line[i] == '+' {
			changes = append(changes, corpus.Change{Start: at + i, End: at + i + 1, Now: " ", Kind: corpus.KindEntity, Why: []string{"percent-encoded"}})
		}
	}
	return changes
}

// percentBytes reads the bytes that stand encoded at text[i:end], next to each other;
// none if they are no text.
func percentBytes(text string, i int) (b []byte, end int) {
	for end = i; end+2 < len(text) && text[end] == '%'; end += 3 {
		v, err := strconv.ParseUint(text[end+1:end+3], 16, 8)
		if err != nil {
			break
		}
		b = append(b, byte(v))
	}
	if !utf8.Valid(b) || strings.ContainsFunc(string(b), func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t' }) {
		return nil, end
	}
	return b, end
}
