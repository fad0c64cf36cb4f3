package furniture

// An outcome is what the second round says of the blocks of a page, summed up.
type outcome struct {
	low, lowWords float64 // blocks that are hardly content, and their words
	ended         float64 // lines of rights that are none
	head, tail    int     // blocks at the ends of the page that are none
}

// What the second round's odds are below of a block that is hardly content, and of
// one at an end of the page that is none.
const (
	lowOdds = -2
	endOdds = -.5
)

// outcome sums up the odds of all blocks.
func (x *extractor) outcome(odds []float64) (o outcome) {
	for i, p := range odds {
		if p < lowOdds {
			o.low++
			o.lowWords += x.page.blocks[i].words
		}
		o.ended += flag(x.shapes[i].rights && p < 0)
	}
	o.head, o.tail = x.ends(func(i int) float64 { return odds[i] })
	return o
}

// ends counts the blocks at both ends of the page whose odds say that they are no
// content; it asks for no others' but the next.
func (x *extractor) ends(odds func(i int) float64) (head, tail int) {
	n := len(x.page.blocks)
	for head < n && odds(head) < endOdds {
		head++
	}
	for tail < n && odds(n-1-tail) < endOdds {
		tail++
	}
	return head, tail
}

// worst is the outcome, all of whose figures are as great as they can be, with the
// ends given.
func (x *extractor) worst(head, tail int) outcome {
	n := len(x.page.blocks)
	return outcome{low: float64(n), lowWords: x.sums[sumWords][n], ended: 1, head: head, tail: tail}
}

// dump appends the measures of the whole page that tell a page with its
// furniture from a text that has none. None of them falls where a figure of the
// outcome rises.
func (x *extractor) dump(v []float64, o outcome) []float64 {
	n := len(x.page.blocks)
	var rights, same float64
	for i := range x.page.blocks {
		b := &x.page.blocks[i]
		rights += flag(x.shapes[i].rights && i >= n-25 && b.words < 40)
		same += flag(b.same > 1)
	}
	head, tail := o.head, o.tail
	count, words := float64(n), max(1, x.sums[sumWords][n])
	return append(v, 1, log1p(words)/8, log1p(count)/6, x.mean(sumBrief, 0, n), x.mean(sumControl, 0, n), x.mean(sumControl, 0, 12),
		x.mean(sumControl, 0, 40), x.mean(sumControl, n-12, n), x.mean(sumControl, n-40, n), min(1, rights), log1p(x.sums[sumControl][n])/4,
		log1p(o.low)/4, o.low/count, o.lowWords/words, log1p(o.lowWords)/6, log1p(float64(head))/4, log1p(float64(tail))/4,
		flag(head > 0 && tail > 0), flag(head > 2 && tail > 2), log1p(x.sums[sumControl][head])/3, log1p(x.sums[sumControl][n]-x.sums[sumControl][n-tail])/3,
		flag(x.sums[sumControl][head] > 0 && x.sums[sumControl][n] > x.sums[sumControl][n-tail]), min(1, o.ended), same/count, x.mean(sumTerminal, 0, n), x.sums[sumProse][n]/words)
}

// pageBetween gives bounds of the log-odds that the page has furniture, by a net
// without hidden units, for all outcomes between two.
func (x *extractor) pageBetween(least, worst outcome) (low, high float64) {
	n := &x.model().page
	low, high = float64(n.bias)-rounding, float64(n.bias)+rounding
	from := x.dump(nil, least)
	for i, to := range x.dump(nil, worst) {
		a, b := float64(n.linear[i])*from[i], float64(n.linear[i])*to
		low, high = low+min(a, b), high+max(a, b)
	}
	return low, high
}

// rounding is more than the sums of a net lose to their few digits.
const rounding = 1e-3
