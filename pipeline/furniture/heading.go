package furniture

import (
	"slices"

	"golang.org/x/net/html/atom"

	"github.com/urtext/urtext/pipeline/token"
)

// A page of markup names its title twice or more: in <title>, mostly with the name of
// its site, for other sites (og:title), and in a heading.

const (
	headingLevels  = 3  // <h1> to <h3>
	headingMatched = .6 // of a heading's words, those that <title> has
)

// A heading is a block that may be the title, and how many words speak for it; whole, it
// is a part of <title> and nothing else.
type heading struct {
	block, words, level int
	whole               bool
}

// better reports whether h is likelier the title than o, which stands before it.
func (h heading) better(o heading) bool {
	switch {
	case h.whole != o.whole:
		return h.whole
	case h.words != o.words:
		return h.words > o.words
	}
	return h.level < o.level
}

// heading is the block that is the title on a page of markup: the heading that is most
// of <title> or of what other sites are told, of equals the highest, then the first;
// where none is, the one with most words of <title>, of which those of an <h1> that is
// not the name of the site count twice; else the only <h1>; else -1.
func (d *doubter) heading(on *survey, given string) int {
	if on == nil {
		return -1
	}
	names := [...]parts{partsOf(given), partsOf(on.named)}
	words := token.NewTable(token.Keys(given))
	best := heading{block: -1}
	for i := range d.page.blocks {
		b := &d.page.blocks[i]
		h := heading{block: i, level: on.level(i)}
		if h.level > headingLevels || b.words == 0 || b.words > titleWords {
			continue
		}
		site := false
		for k := range names {
			n, last := d.page.named(b, &names[k])
			h.words, site = max(h.words, n), site || last
		}
		if h.whole = h.words > 0; !h.whole {
			h.words = d.matched(i, words)
			if h.level == 1 && !site {
				h.words *= 2
			}
		}
		if h.words > 0 && h.better(best) {
			best = h
		}
	}
	if best.block < 0 {
		return d.soleHeading(on)
	}
	return best.block
}

// soleHeading is the first <h1>, -1 where there is none or others say something else.
func (d *doubter) soleHeading(on *survey) int {
	sole := -1
	for i := range d.page.blocks {
		b := &d.page.blocks[i]
		switch {
		case b.words == 0 || b.words > titleWords || on.level(i) > 1:
		case sole < 0:
			sole = i
		case !slices.Equal(d.page.keysIn(b), d.page.keysIn(&d.page.blocks[sole])):
			return -1
		}
	}
	return sole
}

// matched is how many words of <title> a heading has, 0 where these are not most of it.
func (d *doubter) matched(i int, words *token.Table) (n int) {
	keys := d.page.keysIn(&d.page.blocks[i])
	for _, k := range keys {
		n += int(flag(words.Find(k) >= 0))
	}
	if float64(n) < headingMatched*float64(len(keys)) {
		return 0
	}
	return n
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
