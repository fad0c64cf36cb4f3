package furniture

import "strings"

// What a rhythm needs: so many beats, and no more than so many blocks from
// one to the next.
const (
	beats    = 3
	farthest = 5
)

// teasers finds lists of teasers: titles and snippets in turn, the snippets
// cut off in an ellipsis. It returns for each block whether it is in one.
func (p *page) teasers() []bool {
	in := p.flags.Take(len(p.blocks))
	p.chains(in, beats, func(b *block) bool { return b.ellipsis && b.words >= 6 }, func(b *block) bool {
		return !b.stop && !b.ellipsis && !b.rule && b.words < 20
	})
	return in
}

// farms finds lists of links: a line that is nothing but an address comes
// again and again, with a title and a snippet between. Bare domains are the
// mark of such lists; addresses of pages stand under quotations and in lists
// of sources too, and must come more often.
func (p *page) farms() []bool {
	in := p.flags.Take(len(p.blocks))
	p.chains(in, beats, func(b *block) bool { return b.address && b.words < 16 && (b.fence || p.bare(b)) }, nil)
	p.chains(in, 2*beats, func(b *block) bool { return b.address && b.words < 16 }, nil)
	return in
}

// bare reports whether a block is a domain without the path of a page.
func (p *page) bare(b *block) bool {
	s := strings.TrimRight(p.text[b.start:b.end], "/| ")
	if _, rest, ok := strings.Cut(s, "://"); ok {
		s = rest
	}
	return !strings.ContainsAny(s, "/ @")
}

// chains marks the runs of blocks in which a beat comes again and again,
// with an offbeat (if asked for) before each. The run begins with the
// blocks that lead to its first beat.
func (p *page) chains(in []bool, least int, beat, off func(*block) bool) {
	first, last, n, widest := -1, -1, 0, 0
	close := func() {
		if n >= least {
			for i := p.lead(first, widest, off); i <= last; i++ {
				in[i] = true
			}
		}
		n, widest = 0, 0
	}
	for i := range p.blocks {
		if !beat(&p.blocks[i]) {
			continue
		}
		switch at := p.offbeat(last, i, off); {
		case n > 0 && i-last <= farthest && at:
			n++
			widest = max(widest, i-last)
		case n > 0 && i-last <= farthest && off != nil && i == last+1:
			// two beats in a row: a snippet of two lines
		default:
			close()
			first, n = i, 1
		}
		last = i
	}
	close()
}

// offbeat reports whether an offbeat stands between two beats.
func (p *page) offbeat(last, i int, off func(*block) bool) bool {
	if off == nil {
		return true
	}
	for j := last + 1; j >= 1 && j < i; j++ {
		if off(&p.blocks[j]) {
			return true
		}
	}
	return false
}

// lead goes back from the first beat to the title that leads to it, no
// farther than from any beat to the one before: where links follow each other,
// a paragraph before the first is no snippet, and where they stand line by line a
// line set off from them is of no list.
func (p *page) lead(first, widest int, off func(*block) bool) int {
	if next := first + 1; off == nil && widest == 1 && p.blocks[first].gap > 0 && next < len(p.blocks) && p.blocks[next].gap == 0 {
		return first
	}
	for i := first - 1; i >= 0 && i >= first-min(3, widest); i-- {
		b := &p.blocks[i]
		if off == nil && (b.brief() || b.words < 20 && !b.terminal) || off != nil && off(b) {
			return i
		}
	}
	return first
}
