package repair

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// A program that cuts a text after so many characters cuts its words too. All lines of
// a paragraph but the last are then of one length, less the space that was at the cut
// and got lost, and the halves of words stand elsewhere in the text as one. A text
// that was justified has lines of one length too, but ends them with words.

const (
	leastCut    = 8   // lines of the length
	cutShare    = .9  // of the lines behind which a paragraph goes on
	leastHalved = 3   // breaks that part a word which stands elsewhere
	halvedShare = .15 // of the breaks between letters
	cutLength   = 24  // characters of a line, at least
	longestCut  = 256 // and at most
)

// A cutting is a text that may have been cut so.
type cutting struct {
	language string
	lines    []string
	at       []int // where each begins
	length   []int // in characters
	width    int   // of most
	words    map[string]int
}

// hardCuts joins the lines of such a text.
func hardCuts(text, language string) []corpus.Change {
	width := evenWidth(text)
	if width == 0 {
		return nil
	}
	c := cutting{language: language, width: width}
	for at, line := range eachLine(text) {
		line = strings.TrimSuffix(line, "\r")
		c.lines, c.at, c.length = append(c.lines, line), append(c.at, at), append(c.length, utf8.RuneCountInString(line))
	}
	if !c.even() {
		return nil
	}
	return c.join()
}

// evenWidth is the length that most lines have, in characters; 0 where no length is
// that of a fifth of the lines.
func evenWidth(text string) (width int) {
	var counts [longestCut + 1]int
	lines, high := 0, 0 // high is where the next byte past ASCII stands, or behind
	for from := 0; from < len(text); {
		to := len(text)
		if at := strings.IndexByte(text[from:], '\n'); at >= 0 {
			to = from + at
		}
		if to > from {
			lines++
			if high <= from {
				high = pastASCII(text, from)
			}
			if n := to - from; high >= to {
				counts[min(longestCut, n)]++
			} else if n <= utf8.UTFMax*longestCut {
				counts[min(longestCut, utf8.RuneCountInString(text[from:to]))]++
			}
		}
		from = to + 1
	}
	for n := cutLength; n < longestCut; n++ {
		if counts[n] >= counts[width] {
			width = n
		}
	}
	if n := counts[width] + counts[width-min(1, width)]; width == 0 || n < leastCut || 5*n < lines {
		return 0
	}
	return width
}

// full reports a line of the length, less a space or two that got lost.
func (c *cutting) full(i int) bool {
	return c.length[i] <= c.width && c.length[i] >= c.width-2
}

// even reports whether nearly all lines that a paragraph goes on behind are of one
// length.
func (c *cutting) even() bool {
	on, full := 0, 0
	for i := 0; i+1 < len(c.lines); i++ {
		if c.lines[i] == "" || c.lines[i+1] == "" || !c.full(i) && !plainlyOn(c.lines[i], c.lines[i+1]) {
			continue
		}
		on++
		full += b2i(c.full(i))
	}
	return full >= leastCut && float64(full) >= cutShare*float64(on)
}

// join makes the changes, if the halves of words prove that words were cut.
func (c *cutting) join() (changes []corpus.Change) {
	c.words = map[string]int{}
	for i, line := range c.lines {
		spans := token.Words(nil, line)
		for k, s := range spans {
			whole := (k > 0 || s.Start > 0 || i == 0 || !c.full(i-1)) && (k+1 < len(spans) || s.End < len(line) || !c.full(i))
			if whole {
				c.words[strings.ToLower(line[s.Start:s.End])]++
			}
		}
	}
	halved, between, owed := 0, 0, 0 // owed: spaces that line i lost and that stood at neither cut yet
	for i := 0; i+1 < len(c.lines); i++ {
		if c.lines[i+1] == "" || !c.full(i) {
			owed = 0
			continue
		}
		if i == 0 || c.lines[i-1] == "" || !c.full(i-1) {
			owed = c.lost(i) // it begins a paragraph
		}
		line, next := strings.TrimRight(c.lines[i], " "), strings.TrimLeft(c.lines[i+1], " ")
		left, right := lastWord(line), leadWord(next)
		now := " "
		if line == c.lines[i] && next == c.lines[i+1] {
			if left != "" && right != "" {
				between++
				halved += b2i(c.knows(left+right) && utf8.RuneCountInString(left+right) > 2)
			}
			if now = ""; owed > 0 || c.lost(i+1) > 0 && c.parts(i, left, right) {
				now = " "
			}
		}
		if owed == 0 && now == " " && next == c.lines[i+1] {
			owed--
		}
		owed = max(0, min(owed, 0)+c.lost(i+1))
		changes = append(changes, corpus.Change{Start: c.at[i] + len(line), End: c.at[i+1] + len(c.lines[i+1]) - len(next), Now: now,
			Kind: corpus.KindUnwrap, Why: []string{"cut after so many characters"}})
	}
	if halved < leastHalved || float64(halved) < halvedShare*float64(between) {
		return nil
	}
	return changes
}

// lost is how many spaces line i lost at its ends; of the last of a paragraph it is
// not known.
func (c *cutting) lost(i int) int {
	if i+1 == len(c.lines) || c.lines[i+1] == "" || !c.full(i) {
		return 1
	}
	return c.width - c.length[i]
}

func (c *cutting) knows(word string) bool {
	word = strings.ToLower(word)
	return c.words[word] > 0 || token.IsFunction(c.language, word)
}

// parts reports whether the space that line i+1 lost stood before it: not where the
// halves are one word that the text has, but where they are two, or those at its other
// end are one.
func (c *cutting) parts(i int, left, right string) bool {
	switch {
	case left == "" || right == "":
		end, _ := utf8.DecodeLastRuneInString(c.lines[i])
		begin, _ := utf8.DecodeRuneInString(c.lines[i+1])
		return unicode.IsPunct(end) && !opensUp(c.lines[i]) && !joinsUp(end) && unicode.IsLetter(begin) || right == "" && unicode.Is(unicode.Ps, begin)
	case c.knows(left + right):
		return false
	case c.knows(left) && c.knows(right):
		return true
	}
	if !c.full(i+1) || i+2 >= len(c.lines) || c.lines[i+2] == "" {
		return false
	}
	left, right = lastWord(c.lines[i+1]), leadWord(c.lines[i+2])
	return left != "" && right != "" && c.knows(left+right)
}

// joinsUp reports signs in the midst of words.
func joinsUp(r rune) bool { return r == '-' || r == '\'' || r == '’' || r == '‐' }
