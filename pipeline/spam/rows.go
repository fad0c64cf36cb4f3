package spam

import (
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A list of links stands as rows of one mould: lines that follow each other,
// each with half of the words of one before it. The rows are judged as one:
// they vouch for each other whatever they say.

// longestRow is how many words a row may have, those of its address left out.
const longestRow = 10

// blocks gives the runs of lines that are rows of one mould, as lines [from, to).
func (p *page) blocks() (out [][2]int) {
	for i := 0; i+2 < len(p.lines); i++ {
		j := i
		for j < len(p.lines) && p.mayRow(p.lines[j]) && (j == i || p.echoes(j, i)) {
			j++
		}
		if j-i >= leastRows {
			out = append(out, [2]int{i, j})
			i = j - 1
		}
	}
	return out
}

// mayRow reports a line short enough for a row, that is no sentence.
func (p *page) mayRow(l stretch) bool {
	if l.words() > longestRow && l.lacks(address) {
		return false
	}
	words := 0
	for i := l.from; i < l.to; i++ {
		if !p.words[i].is(address) {
			words++
		}
	}
	return words <= longestRow && (words >= 2 || words < l.words()) && !strings.ContainsAny(p.text[p.words[l.to-1].end():l.end], ".!?:;,")
}

// echoes reports that a row has half of its words, two at least, from one of
// the three rows before it.
func (p *page) echoes(j, first int) bool {
	for k := max(first, j-3); k < j; k++ {
		shared, all := 0, 0
		for i := p.lines[j].from; i < p.lines[j].to; i++ {
			key, ok := p.rowWord(i)
			if !ok {
				continue
			}
			all++
			for h := p.lines[k].from; h < p.lines[k].to; h++ {
				if other, ok := p.rowWord(h); ok && other == key {
					shared++
					break
				}
			}
		}
		if shared >= 2 && 2*shared >= all {
			return true
		}
	}
	return false
}

// rowWord is the key of a word of a row: of an address only the words of the
// path count.
func (p *page) rowWord(i int) (key int32, ok bool) {
	w := p.words[i]
	if !w.is(address) {
		return w.key, true
	}
	return w.key, w.size() >= 4 && i > 0 && p.joined(i) && (p.gap(i) == "/" || p.gap(i) == "-") && p.keys[w.key] != "html"
}

// collectBlocks makes a suspect of each block and marks its lines.
func (c *campaign) collectBlocks(judged map[int]bool) {
	p := c.p
	for _, b := range p.blocks() {
		first, last := p.lines[b[0]], p.lines[b[1]-1]
		if c.cut[first.from] && c.cut[last.to-1] || p.columns(first) || p.columns(last) {
			continue
		}
		s := &suspect{stretch: stretch{from: first.from, to: last.to, line: b[0]}, kind: blockSuspect, last: b[1] - 1}
		s.sign(corpus.Template, .9, "rows of one mould")
		c.suspects = append(c.suspects, s)
		for i := b[0]; i < b[1]; i++ {
			judged[i] = true
		}
	}
}

// blockBelongs decides on rows: a ware must stand in half of them.
func (c *campaign) blockBelongs(s *suspect) bool {
	rows := 0
	for _, l := range c.p.lines[s.line : s.last+1] {
		for i := l.from; i < l.to; i++ {
			if stem, ok := c.rowTerm(i); ok && c.ware[stem] > 0 {
				rows++
				break
			}
		}
	}
	return 2*rows > s.last+1-s.line && 2*s.known <= s.terms
}

// rowTerm is term for a word of a row, the words of a path among them.
func (c *campaign) rowTerm(i int) (int32, bool) {
	if _, ok := c.p.rowWord(i); ok && c.p.words[i].is(address) {
		return c.p.words[i].stem, true
	}
	return c.p.term(i)
}
