package furniture

import (
	"golang.org/x/net/html/atom"

	"github.com/urtext/urtext/pipeline/token"
)

// A page of markup names its title twice, in <title>, mostly with the name of its
// site, and in a heading.

const (
	headingLevels  = 3  // <h1> to <h3>
	headingMatched = .6 // of a heading's words, those that <title> has
)

// heading is the block that is the title of a page of markup: the heading that has
// most words of the <title>, of equals the highest, then the first; where none has
// enough, the only <h1>. It is -1 where there is neither.
func (d *doubter) heading(on *survey, given string) int {
	if on == nil {
		return -1
	}
	words := token.NewTable(token.Keys(given))
	best, most, level := -1, 0, headingLevels+1
	only, mains := -1, 0
	for i := range d.page.blocks {
		b := &d.page.blocks[i]
		l := on.level(i)
		if l > headingLevels || b.words == 0 || b.words > titleWords {
			continue
		}
		if l == 1 {
			only = i
			mains++
		}
		keys, n := d.page.keysIn(b), 0
		for _, k := range keys {
			n += int(flag(words.Find(k) >= 0))
		}
		if n == 0 || float64(n) < headingMatched*float64(len(keys)) {
			continue
		}
		if n > most || n == most && l < level {
			best, most, level = i, n, l
		}
	}
	if best < 0 && mains == 1 {
		return only
	}
	return best
}

// level is that of the heading that block i begins in, beyond headingLevels where it
// begins in none.
func (s *survey) level(i int) int {
	for n := s.at[i]; n >= 0; n = s.nodes[n].parent {
		switch s.nodes[n].tag {
		case atom.H1:
			return 1
		case atom.H2:
			return 2
		case atom.H3:
			return 3
		}
	}
	return headingLevels + 1
}
