package align

import "strings"

// A gapMark says what stands in the gaps before a column, once it was asked for.
type gapMark uint8

const (
	gapSeen gapMark = 1 << iota
	gapBreaks
	gapEnds
)

// breaksAt reports whether a paragraph ends before column c in some strand,
// endsAt whether a sentence does.
func (p *profile) breaksAt(c int) bool { return p.gapMark(c)&gapBreaks != 0 }
func (p *profile) endsAt(c int) bool   { return p.gapMark(c)&gapEnds != 0 }

func (p *profile) gapMark(c int) gapMark {
	col := p.columns[c]
	if col.gap == 0 {
		col.gap = gapSeen
		for s, i := range col.cells.All() {
			if w := p.strands[s].witness; i > 0 {
				col.gap |= markOf(w.Gaps[i], w.Broken)
			}
		}
	}
	return col.gap
}

// markOf marks a gap of a witness whose paragraphs stand apart by single breaks,
// or do not.
func markOf(gap string, broken bool) (m gapMark) {
	if gap == " " { // as most are
		return 0
	}
	if n := strings.Count(gap, "\n"); n > 1 || n == 1 && broken {
		m |= gapBreaks
	}
	if strings.ContainsAny(gap, ".!?…。！？।؟") {
		m |= gapEnds
	}
	return m
}
