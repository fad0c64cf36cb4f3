package cluster

import (
	"math/bits"
	"slices"
)

// What words that match count for.
const (
	equalWords = 5
	alikeWords = 3
)

// compare appends the best common subsequence of a small gap, in which equal
// words count for more than alike ones.
func (p *pairing) compare(dst []match, g gap) []match {
	c := &p.room.cells
	c.findHits(p, g)
	if len(c.hits) == 0 {
		return dst
	}
	c.score(int(g.j1 - g.j0))
	i, j, r := int32(0), int32(0), 0 // r is the first row from i on that has hits
	for c.at(r, j) > 0 {
		switch {
		case c.rows[r].place > i:
			i = c.rows[r].place
		case c.hit(r, j) > 0 && c.at(r, j) == c.at(r+1, j+1)+c.hit(r, j):
			dst = append(dst, match{g.i0 + i, g.j0 + j})
			i, j, r = i+1, j+1, r+1
		case c.at(r, j) == c.at(r+1, j):
			i, r = i+1, r+1
		default:
			j++
		}
	}
	return dst
}

// cells is room for the gaps that are compared one after the other. Most words
// of a gap have no match on the other page: only rows and columns that have hits
// are scored.
type cells struct {
	words  []*form  // of the other page
	seen   []seen   // of each of these
	asked  *form    // the word that was compared with these last
	spelt  spelling // of it
	sieves []sieve  // of these, 64 to each
	hits   []hit    // row by row
	rows   []row    // that have hits
	column []int32  // of each word of the other page, and the end: the first from there on that has hits
	width  int      // columns that have hits, and the end
	best   []int16  // of the suffixes that begin in such a row and column
}

// A seen word is what is looked at before its form is.
type seen struct {
	hash uint64
	glance
}

// A hit is a word of the other page that a word matches.
type hit struct {
	place int32
	score int16
}

// A row is a word that matches some of the other page.
type row struct {
	place    int32
	from, to int // its hits
}

// findHits lists the words of a gap that are equal or alike.
func (c *cells) findHits(p *pairing, g gap) {
	c.hits, c.rows = c.hits[:0], c.rows[:0]
	c.readWords(p, g)
	x := p.a.index()
	for i := g.i0; i < g.i1; i++ {
		from, hash, f := len(c.hits), p.a.units[i].hash, p.room.form(p.a, x, i)
		for k := range c.sieves {
			for left := c.sieves[k].pass(&f.glance); left != 0; left &= left - 1 {
				j := int32(k*sieveSize + bits.TrailingZeros64(left))
				if o := &c.seen[j]; hash == o.hash {
					c.hits = append(c.hits, hit{j, equalWords})
				} else if !f.far(&o.glance) && c.alike(f, c.words[j]) {
					c.hits = append(c.hits, hit{j, alikeWords})
				}
			}
		}
		if len(c.hits) > from {
			c.rows = append(c.rows, row{i - g.i0, from, len(c.hits)})
		}
	}
}

// alike is form.alike for a word that is compared with many others.
func (c *cells) alike(f, g *form) bool {
	k, may := f.noise(g)
	if !may {
		return false
	}
	if c.asked != f {
		c.asked = f
		c.spelt.set(f.runes)
	}
	return c.spelt.within(g.runes, k)
}

// readWords puts the words of the other page into sieves.
func (c *cells) readWords(p *pairing, g gap) {
	c.words, c.seen = c.words[:0], c.seen[:0]
	x := p.b.index()
	for j := g.j0; j < g.j1; j++ {
		f := p.room.form(p.b, x, j)
		c.words, c.seen = append(c.words, f), append(c.seen, seen{p.b.units[j].hash, f.glance})
	}
	c.sieves = slices.Grow(c.sieves[:0], len(c.seen)/sieveSize+1)
	for rest := c.seen; len(rest) > 0; rest = rest[min(len(rest), sieveSize):] {
		n := len(c.sieves)
		c.sieves = c.sieves[:n+1]
		c.sieves[n].fill(rest[:min(len(rest), sieveSize)])
	}
}

// score finds the best of all suffixes, among n columns.
func (c *cells) score(n int) {
	c.column = append(c.column[:0], make([]int32, n+1)...)
	for _, h := range c.hits {
		c.column[h.place] = 1
	}
	c.width = 1
	for _, used := range c.column[:n] {
		c.width += int(used)
	}
	last := int32(c.width - 1)
	c.column[n] = last
	for j := n - 1; j >= 0; j-- {
		last -= c.column[j]
		c.column[j] = last
	}
	w := c.width
	if size := (len(c.rows) + 1) * w; len(c.best) < size {
		c.best = make([]int16, size)
	}
	clear(c.best[len(c.rows)*w : (len(c.rows)+1)*w])
	for r := len(c.rows) - 1; r >= 0; r-- {
		c.scoreRow(c.best[r*w:(r+1)*w], c.best[(r+1)*w:(r+2)*w], c.hits[c.rows[r].from:c.rows[r].to])
	}
}

// scoreRow finds the best of a row by that below it.
func (c *cells) scoreRow(row, below []int16, hits []hit) {
	right, k := int16(0), len(hits)-1
	row[len(row)-1] = 0
	for j := len(row) - 2; j >= 0; j-- {
		b := max(below[j], right)
		if k >= 0 && int(c.column[hits[k].place]) == j {
			b = max(b, below[j+1]+hits[k].score)
			k--
		}
		row[j], right = b, b
	}
}

// at is the best of the suffix that begins in a row that has hits and any column.
func (c *cells) at(r int, j int32) int16 { return c.best[r*c.width+int(c.column[j])] }

// hit is what a row scores in a column, 0 where they do not match.
func (c *cells) hit(r int, j int32) int16 {
	for _, h := range c.hits[c.rows[r].from:c.rows[r].to] {
		if h.place == j {
			return h.score
		}
	}
	return 0
}
