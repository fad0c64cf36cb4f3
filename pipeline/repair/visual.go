package repair

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Old pages and printed files hold Hebrew as it looks from left to right, each line back
// to front. Five letters have another form at the end of a word: where these forms begin
// words instead, the text is in this visual order.

const (
	leastVisual = 8   // words that begin with a final letter
	mostLogical = .05 // of these, as many may end with one
)

const finalLetters = "ךםןףץ"

// visualOrder turns the lines of a text that is in visual order.
func visualOrder(d *corpus.Draft) error {
	const hebrewByte = 0xD7 // the first of each letter
	if strings.IndexByte(d.Text, hebrewByte) < 0 || !inVisualOrder(d.Text) {
		return nil
	}
	var changes []corpus.Change
	start := 0
	for whole := range strings.Lines(d.Text) {
		line := strings.TrimRight(whole, "\r\n")
		if strings.ContainsFunc(line, hebrew) {
			changes = append(changes, corpus.Change{Start: start, End: start + len(line), Now: logical(line), Kind: corpus.KindMojibake, Why: []string{"Hebrew in visual order, each line from left to right"}})
		}
		start += len(whole)
	}
	return apply(d, changes)
}

// inVisualOrder reports a text whose final letters begin words.
func inVisualOrder(text string) bool {
	begin, end := 0, 0
	before, last := ' ', ' ' // the two letters before
	for _, r := range text {
		if unicode.Is(unicode.Mn, r) {
			continue
		}
		switch {
		case hebrew(r) && !hebrew(last) && strings.ContainsRune(finalLetters, r):
			begin++
		case !hebrew(r) && hebrew(before) && strings.ContainsRune(finalLetters, last):
			end++
		}
		before, last = last, r
	}
	return begin >= leastVisual && float64(end) <= mostLogical*float64(begin)
}

func hebrew(r rune) bool { return r >= 'א' && r <= 'ת' }

// leftToRight are the words and numbers that run the other way within Hebrew.
var leftToRight = regexp.MustCompile(`[A-Za-z0-9](?:[A-Za-z0-9 .,:/@_%&'+-]*[A-Za-z0-9])?`)

var mirrored = map[rune]rune{'(': ')', ')': '(', '[': ']', ']': '[', '{': '}', '}': '{', '<': '>', '>': '<', '«': '»', '»': '«'}

// logical is a line in the order in which it is read.
func logical(line string) string {
	turned := back(line)
	turned = leftToRight.ReplaceAllStringFunc(turned, back)
	return strings.Map(func(r rune) rune {
		if m, ok := mirrored[r]; ok {
			return m
		}
		return r
	}, turned)
}

// back is a text back to front, with the marks of each letter behind it.
func back(s string) string {
	runes := []rune(s)
	slices.Reverse(runes)
	for i := 0; i < len(runes); i++ {
		k := i
		for k < len(runes) && unicode.Is(unicode.Mn, runes[k]) {
			k++
		}
		if k > i && k < len(runes) {
			slices.Reverse(runes[i : k+1])
			i = k
		}
	}
	return string(runes)
}
