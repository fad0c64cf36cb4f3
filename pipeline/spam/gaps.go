package spam

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What stands before a word is asked for again and again, and of nearly all words
// it is a space. What else it is, is read once: most texts have no sign at all of
// what is looked for, and most sentences none of what is looked for in them.

// beforeWord tells what stands between two words, in bits of the class of the second.
// Nearly always it is a sign, or one and a space.
func beforeWord(gap string) class {
	switch {
	case len(gap) == 1 && gap[0] < utf8.RuneSelf:
		return shortGaps[gap[0]]
	case len(gap) == 2 && gap[1] == ' ' && gap[0] > ' ' && gap[0] < utf8.RuneSelf:
		return shortGaps[gap[0]] &^ joinBefore
	}
	return beforeLong(gap)
}

// shortGaps is what beforeLong says of one character.
var shortGaps = func() (t [utf8.RuneSelf]class) {
	for c := range t {
		t[c] = beforeLong(string(rune(c)))
	}
	return t
}()

// beforeLong is the definition of beforeWord.
func beforeLong(gap string) (c class) {
	var seen uint8
	for i := 0; i < len(gap); i++ {
		seen |= gapKinds[gap[i]]
	}
	if seen&wideByte != 0 {
		return beforeWide(gap)
	}
	if seen&blackByte == 0 {
		c = blankBefore
	}
	if seen&stopByte != 0 {
		c |= stopBefore
	}
	if seen&partByte != 0 {
		c |= partBefore
	}
	if seen&markupByte != 0 {
		c |= markupBefore
	}
	if seen&tabByte != 0 {
		c |= columnBefore
	}
	if len(gap) > 1 {
		return c | oddBefore(gap)
	}
	if gap == "." || gap == "@" {
		c |= joinBefore
	}
	return c
}

// oddBefore tells what a gap of more than one byte may have.
func oddBefore(gap string) (c class) {
	if strings.IndexByte(gap, '\t') >= 0 || strings.Contains(gap, "   ") {
		c = columnBefore
	}
	if gap[0] == ' ' && (gap[1] == ',' || gap[1] == '.') || strings.Contains(gap, "  ") {
		c |= traceBefore
	}
	if gap == "://" {
		c |= joinBefore
	}
	return c
}

// beforeWide is beforeWord of a gap that is not ASCII.
func beforeWide(gap string) (c class) {
	c = blankBefore
	space := false // right before it stands a plain space
	for _, r := range gap {
		if !unicode.IsSpace(r) {
			c &^= blankBefore
		}
		switch r {
		case '.', '?', '…', '。', '？':
			c |= stopBefore
		case '!', '！':
			c |= stopBefore | markupBefore
		case '=', '[', '<', '&':
			c |= markupBefore
		}
		switch {
		case partsPhrases(r):
			c |= partBefore
		case r >= utf8.RuneSelf && strings.ContainsRune(spaces, r):
			c |= traceBefore
		}
		if space && (r == '，' || r == '。' || r == '、') {
			c |= traceBefore
		}
		space = r == ' '
	}
	return c | oddBefore(gap)
}

// markupSigns are the signs without which a text has no markup, and an
// exclamation mark.
const markupSigns = "=[<&!"

// What a byte is in a gap, in bits.
const (
	blackByte  uint8 = 1 << iota // no white space
	stopByte                     // may end a sentence
	partByte                     // parts the phrases of a list
	markupByte                   // one of markupSigns
	closeByte                    // closing
	tabByte                      // a tab
	wideByte                     // not ASCII
)

var gapKinds = func() (t [256]uint8) {
	for c := range t {
		if c >= utf8.RuneSelf {
			t[c] = wideByte
			continue
		}
		if !blank(string(rune(c))) {
			t[c] |= blackByte
		}
		if stop(string(rune(c))) >= 0 {
			t[c] |= stopByte
		}
		if partsPhrases(rune(c)) {
			t[c] |= partByte
		}
		if closing(rune(c)) {
			t[c] |= closeByte
		}
		if c == '\t' {
			t[c] |= tabByte
		}
		if strings.ContainsRune(markupSigns, rune(c)) {
			t[c] |= markupByte
		}
	}
	return t
}()
