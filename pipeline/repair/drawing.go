package repair

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The signs of frames and trees stand in the pages of several charsets where
// others have letters. A drawing is known by its lines, which meet.

// The signs with a single or a double line to the left, and to the right, and
// those with neither.
const (
	leftSingle  = "─┐┘┤┬┴┼╖╜╢╥╨╫"
	leftDouble  = "═╗╝╣╦╩╬╕╛╡╤╧╪"
	rightSingle = "─┌└├┬┴┼╓╙╟╥╨╫"
	rightDouble = "═╔╚╠╦╩╬╒╘╞╤╧╪"
	upright     = "│║"
)

// An arm is the line that a sign has on one side.
type arm int

const (
	none arm = iota
	oneLine
	twoLines
)

// armOf finds a sign among those with a single and those with a double line.
func armOf(r rune, singles, doubles string) arm {
	switch {
	case strings.ContainsRune(singles, r):
		return oneLine
	case strings.ContainsRune(doubles, r):
		return twoLines
	}
	return none
}

// drawn reports a word that is part of a drawing: it has three of one sign in a
// row, or is of lines that meet.
func drawn(s string) bool { return threefold(s) || joined(s) }

// threefold reports three of one sign past ASCII in a row.
func threefold(s string) bool {
	n, last := 0, rune(0)
	for _, r := range s {
		if r != last || unicode.IsLetter(r) {
			n, last = 0, r
		}
		if n++; n == 3 && r >= utf8.RuneSelf {
			return true
		}
	}
	return false
}

// joined reports a word of lines, ASCII signs between them, in which side by side
// only such stand as meet, or as have nothing between them. Beside letters a line
// may be the one letter that was misread.
func joined(s string) bool {
	lines, after, inLine := false, none, false
	for _, r := range s {
		if r < utf8.RuneSelf {
			if unicode.IsLetter(r) {
				return false
			}
			inLine = false
			continue
		}
		left, right := armOf(r, leftSingle, leftDouble), armOf(r, rightSingle, rightDouble)
		if left == none && right == none && !strings.ContainsRune(upright, r) || inLine && left != after {
			return false
		}
		lines, inLine, after = true, true, right
	}
	return lines
}
