package furniture

import "math"

// features is the number of measures the model weighs for each block.
const features = 36

// A vector holds the measures of one block, each about 0..1.
type vector [features]float64

// A context holds what the measures of a block need of its neighbours and of
// the page.
type context struct {
	teaser, farm []bool
	before       []float64 // words of prose before each block, as a share of all
	prose        float64   // words of prose on the page
	near         []int32   // blocks to the nearest prose
	run          []int32   // length of the run of brief blocks around
	lexicon      *lexicon  // of the article, nil in the first pass
	inside       []bool    // in the article as the first pass found it
	proses       []int32   // sentences before each block
	controls     []int32   // blocks of buttons and forms before each block
}

// context measures what lies round each block: prose before and near it, rows of
// controls, teasers and link farms.
func (p *page) context() *context {
	c := &context{teaser: p.teasers(), farm: p.farms()}
	n := len(p.blocks)
	c.proses, c.controls = p.numbers.Take(n+1), p.numbers.Take(n+1)
	for i := range p.blocks {
		b := &p.blocks[i]
		c.proses[i+1], c.controls[i+1] = c.proses[i], c.controls[i]
		if b.prose() || b.terminal && b.words >= 6 {
			c.proses[i+1]++
		}
		if b.words < 12 && b.control >= .2 {
			c.controls[i+1]++
		}
	}
	c.before, c.near, c.run = p.rows.Take(n), p.numbers.Take(n), p.numbers.Take(n)
	proseAt := func(i int) bool { return p.blocks[i].prose() && !c.teaser[i] && !c.farm[i] }
	for i := range p.blocks {
		c.before[i] = c.prose
		if proseAt(i) {
			c.prose += p.blocks[i].words
		}
	}
	for i := range c.before {
		c.before[i] /= max(1, c.prose)
	}
	distances(c.near, proseAt)
	runs(c.run, func(i int) bool { return p.blocks[i].brief() })
	return c
}

// distances sets each place to how far the nearest one is that has a property,
// and to more than there are places where none has it.
func distances(out []int32, has func(i int) bool) {
	n := len(out)
	distance := n
	for i := range n {
		if distance++; has(i) {
			distance = 0
		}
		out[i] = int32(distance)
	}
	distance = n
	for i := n - 1; i >= 0; i-- {
		if distance++; has(i) {
			distance = 0
		}
		out[i] = min(out[i], int32(distance))
	}
}

// runs sets each place that has a property to the length of the run of such
// places in which it stands, and leaves the others as they are.
func runs(out []int32, has func(i int) bool) {
	for i := 0; i < len(out); {
		j := i
		for j < len(out) && has(j) {
			j++
		}
		for k := i; k < j; k++ {
			out[k] = int32(j - i)
		}
		i = max(j, i+1)
	}
}

// measures fills the vector of block i, but for what cohesion fills.
func (p *page) measures(i int, c *context) (v vector) {
	b := &p.blocks[i]
	n := b.words
	v[0] = 1
	v[1] = log1p(min(n, 100)) / 4
	v[2] = flag(n >= 10)
	v[3] = flag(n >= 25)
	v[4] = flag(b.terminal)
	v[5] = flag(b.terminal && n >= 8)
	v[6] = b.function * min(n, 10) / 10
	v[7] = flag(b.ellipsis)
	v[8] = b.capitals * flag(n >= 2)
	v[9] = min(1, 3*b.addresses)
	v[10] = flag(b.address)
	v[11] = min(1, 2*b.bars)
	v[12] = flag(b.colon)
	v[13] = flag(b.label)
	v[14] = flag(b.rule)
	v[15] = b.digits
	v[16] = flag(b.same > 1)
	v[17] = min(1, 8*b.commas) * flag(n >= 6)
	v[18] = flag(n <= 2)
	v[19] = around(c.proses, i, -3, -1)
	v[20] = around(c.proses, i, 1, 3)
	v[21] = around(c.proses, i, -8, 8)
	v[22] = log1p(float64(min(c.run[i], 60))) / 4
	v[23] = flag(c.prose > 0 && c.before[i] == 0 && !b.prose())
	v[24] = flag(c.prose > 0 && c.before[i] == 1)
	v[25] = v[23] * log1p(float64(min(c.near[i], 60))) / 4
	v[26] = v[24] * log1p(float64(min(c.near[i], 60))) / 4
	v[27] = flag(c.teaser[i])
	v[28] = flag(c.farm[i])
	v[29] = flag(c.prose > 0) * log1p(float64(min(c.near[i], 60))) / 4
	v[34] = b.control
	v[35] = nearby(c.controls, i)
	return v
}

// cohesion fills what the words of block i have to do with the article.
func (v *vector) cohesion(b *block, c *context, i int) {
	share, words := b.shared(c.lexicon, c.inside[i])
	v[30] = share * min(1, float64(words)/4)
	v[31] = flag(words == 0)
	v[32] = (1 - share) * min(1, float64(words)/4)
	v[33] = flag(c.inside[i])
}

// around is the share of sentences among the neighbours of block i, from i+from
// to i+to, itself left out; sums[k] counts those before block k.
func around(sums []int32, i, from, to int) float64 {
	n := len(sums) - 1
	lo, hi := min(n, max(0, i+from)), min(n, i+to+1)
	hits, blocks := sums[max(lo, hi)]-sums[lo], max(0, hi-lo)
	if lo <= i && i < hi {
		hits -= sums[i+1] - sums[i]
		blocks--
	}
	if blocks == 0 {
		return .5
	}
	return float64(hits) / float64(blocks)
}

// nearby is the share of the blocks within four of block i that hold words
// of buttons and forms.
func nearby(sums []int32, i int) float64 {
	lo, hi := max(0, i-4), min(len(sums)-1, i+5)
	hits := sums[hi] - sums[lo] - (sums[i+1] - sums[i])
	return float64(hits) / float64(max(4, hi-lo-1))
}

func flag(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// odds is the model's log-odds that a block is article and not furniture.
func (v *vector) odds(w *vector) float64 {
	sum := 0.0
	for i := range v {
		sum += v[i] * w[i]
	}
	return math.Max(-6, math.Min(6, sum))
}
