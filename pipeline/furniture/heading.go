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
	words := token.NewTable(keysOf(given))
	best, most, level := -1, 0, headingLevels+1
	for i := range d.page.blocks {
		b := &d.page.blocks[i]
		l := on.level(i)
		if l > headingLevels || b.words == 0 || b.words > titleWords {
			continue
		}
		keys, n := d.page.keysIn(b), 0
		for _, k := range keys {
			if words.Find(k) >= 0 {
				n++
			}
		}
		if n == 0 || float64(n) < headingMatched*float64(len(keys)) {
			continue
		}
		if n > most || n == most && l < level {
			best, most, level = i, n, l
		}
	}
	if best < 0 {
		best = d.lone(on)
	}
	return best
}

// lone is the only <h1> of a page, -1 where there is none or more than one.
func (d *doubter) lone(on *survey) int {
	found := -1
	for i := range d.page.blocks {
		if b := &d.page.blocks[i]; on.level(i) == 1 && b.words > 0 && b.words <= titleWords {
			if found >= 0 {
				return -1
			}
			found = i
		}
	}
	return found
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

// keysOf are the keys of the words of a text, each as often as it stands there.
func keysOf(text string) (keys []string) {
	for _, w := range token.Words(nil, text) {
		keys = append(keys, token.Key(text[w.Start:w.End]))
	}
	return keys
}
