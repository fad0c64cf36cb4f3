package report

import (
	"strings"

	"github.com/rivo/uniseg"
)

// A row is the stretch [from, to) of a text that stands on one line.
type row struct{ from, to int }

// wrap breaks text into rows of at most width columns, less the indents, at
// the places where Unicode's UAX #14 lets a line break. A line feed always
// breaks; a word wider than a row is cut. Width 0 breaks at line feeds only.
func wrap(text string, width, first, rest int) []row {
	var rows []row
	from := 0
	for {
		n := strings.IndexByte(text[from:], '\n')
		if n < 0 {
			return wrapLine(rows, text, row{from, len(text)}, width, first, rest)
		}
		rows = wrapLine(rows, text, row{from, from + n}, width, first, rest)
		from += n + 1
	}
}

// wrapLine appends a line of text to the rows, cut where it may be so that none
// is wider than width; first and rest are what stands before the first row and
// before the others.
func wrapLine(rows []row, text string, line row, width, first, rest int) []row {
	room := func() int {
		if len(rows) == 0 {
			return max(width-first, 8)
		}
		return max(width-rest, 8)
	}
	if width <= 0 {
		return append(rows, row{line.from, trimEnd(text, line.from, line.to)})
	}
	at, used := line.from, 0 // start and columns of the row under way
	state := -1
	for left := text[line.from:line.to]; left != ""; {
		var segment string
		start := line.to - len(left)
		segment, left, _, state = uniseg.FirstLineSegmentInString(left, state)
		columns := uniseg.StringWidth(strings.TrimRight(segment, " "))
		if used > 0 && used+columns > room() {
			rows = append(rows, row{at, trimEnd(text, at, start)})
			at, used = start, 0
		}
		if columns > room() {
			rows, at, used = cut(rows, text, start, start+len(segment), room)
			continue
		}
		used += uniseg.StringWidth(segment)
	}
	return append(rows, row{at, trimEnd(text, at, line.to)})
}

// cut spreads a segment that is wider than a row over several and returns
// where the last of them begins and the columns it uses.
func cut(rows []row, text string, at, end int, room func() int) ([]row, int, int) {
	used, state := 0, -1
	for left := text[at:end]; left != ""; {
		var columns int
		start := end - len(left)
		_, left, columns, state = uniseg.FirstGraphemeClusterInString(left, state)
		if used > 0 && used+columns > room() {
			rows = append(rows, row{at, start})
			at, used = start, 0
		}
		used += columns
	}
	return rows, at, used
}

func trimEnd(text string, from, to int) int {
	return from + len(strings.TrimRight(text[from:to], " "))
}
