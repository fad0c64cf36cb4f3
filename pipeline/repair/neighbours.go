package repair

import "math"

// neighbours are the words that stand beside a word where it survived, by
// class: each function word is its own class, all other words are one.
type neighbours struct {
	c           *census
	left, right []float64 // log of how much likelier a class is beside the word
	seen        int
}

// minSurvivors is how often a word must be left for its neighbours to tell.
const minSurvivors = 10

const smoothing = 6.0

func (n *neighbours) known() bool { return n.seen >= minSurvivors }

// neighbours surveys the words beside word k, once.
func (c *census) neighbours(k int) *neighbours {
	if c.near[k] != nil {
		return c.near[k]
	}
	n := &neighbours{c: c}
	c.near[k] = n
	for _, counts := range c.counts {
		n.seen += int(counts[k])
	}
	if n.known() {
		n.survey(k)
	}
	return n
}

// survey compares the classes beside word k with those everywhere.
func (n *neighbours) survey(k int) {
	c := n.c
	if c.pairs == nil {
		c.pairUp()
	}
	size := len(c.keys) + 1 // and everything else
	all := c.pairs[size*size:]
	n.left, n.right = make([]float64, size), make([]float64, size)
	total, lefts, rights := 0.0, 0.0, 0.0
	for i := range size {
		total += float64(all[i])
		lefts += float64(c.pairs[i*size+k])
		rights += float64(c.pairs[k*size+i])
	}
	for i := range size {
		left, right := float64(c.pairs[i*size+k]), float64(c.pairs[k*size+i])
		usual := (float64(all[i]) + 0.5) / (total + 0.5*float64(size))
		n.left[i] = math.Log((left/usual + smoothing) / (lefts + smoothing))
		n.right[i] = math.Log((right/usual + smoothing) / (rights + smoothing))
	}
}

// pairUp counts which class stands behind which in the lines, and behind these
// counts each class.
func (c *census) pairUp() {
	size := len(c.keys) + 1
	c.pairs = make([]int32, size*(size+1))
	all := c.pairs[size*size:]
	for i := range c.page.lines {
		before := int32(-1)
		for _, class := range c.row(i) {
			all[class]++
			if before >= 0 {
				c.pairs[int(before)*size+int(class)]++
			}
			before = class
		}
	}
}

// at says how well the word fits the words beside the break after line i,
// against any two words, as a log-likelihood ratio.
func (n *neighbours) at(i int) float64 {
	e := n.c.edge(i)
	return math.Min(1.5, n.left[e.before-1]+n.right[e.after-1])
}

// edge is the words beside the break after line i.
func (c *census) edge(i int) edge {
	if c.edges[i].before == 0 {
		p := c.page
		l, next := p.lines[i], p.lines[i+1]
		c.edges[i] = edge{1 + int32(c.class(lastWord(p.text[l.start:l.end]))), 1 + int32(c.class(leadWord(p.text[next.start:next.end])))}
	}
	return c.edges[i]
}
