package furniture

import (
	"math"

	"golang.org/x/net/html/atom"
)

// An extractor measures the blocks of a page for the question which of them
// are its main content, when no copy of the page speaks.
type extractor struct {
	*doubter
	survey *survey // nil of plain text
	title  string  // the plain key of what the page gives as its title
	sums   [pageSums][]float64
	whole  [6]float64 // what the page is like: measures that all its blocks have
}

// What is summed over the blocks before each block: words, words of prose,
// words of links, and the numbers of blocks that are brief, of buttons and
// forms, capitalised, sentences.
const (
	sumWords = iota
	sumProse
	sumLinked
	sumBrief
	sumControl
	sumCapitals
	sumTerminal
	pageSums
)

// extractor sums up the page once, so that what lies between any two blocks can
// be measured by two look-ups; s is nil for plain text.
func (d *doubter) extractor(s *survey, title string) *extractor {
	x := &extractor{doubter: d, survey: s, title: plainKey(title)}
	n := len(d.page.blocks) + 1
	all := d.page.rows.Take(pageSums * n)
	for k := range x.sums {
		x.sums[k] = all[k*n : (k+1)*n]
	}
	for i := range d.page.blocks {
		b := &d.page.blocks[i]
		linked := 0.0
		if x.survey != nil {
			linked = x.survey.link[i]
		}
		for k, v := range [pageSums]float64{b.words, proseWords(b), linked * b.words, flag(b.brief()), flag(b.buttons()), b.capitals, flag(b.terminal)} {
			x.sums[k][i+1] = x.sums[k][i] + v
		}
	}
	blocks := len(d.page.blocks)
	words, count := x.sums[sumWords][blocks], float64(blocks)
	x.whole = [...]float64{log1p(words) / 10, log1p(count) / 8, x.sums[sumProse][blocks] / max(1, words), x.mean(sumBrief, 0, blocks), x.mean(sumControl, 0, blocks),
		log1p(words/count) / 4}
	return x
}

// buttons reports whether a block is hardly more than the words of buttons
// and forms.
func (b *block) buttons() bool { return b.control >= .2 && b.words < 12 }

// mean is sum k over blocks [from, to), by their number.
func (x *extractor) mean(k, from, to int) float64 {
	from, to = max(0, from), min(len(x.page.blocks), to)
	return (x.sums[k][to] - x.sums[k][from]) / float64(max(1, to-from))
}

// part is sum k before block i, as a part of all.
func (x *extractor) part(k, i int) float64 {
	return x.sums[k][i] / max(1, x.sums[k][len(x.page.blocks)])
}

// values appends the measures of block i for the first round: those of the
// doubts, the block's place on the page, what the page is like, and what
// stands about it.
func (x *extractor) values(v []float64, i int) []float64 {
	v = append(v, x.row(i)...)
	b, n, place := &x.page.blocks[i], len(x.page.blocks), x.place(i)
	words, all := x.sums[sumWords][n], float64(n)
	v = append(v, flag(place == deep), flag(place == edge), float64(i)/all, x.part(sumWords, i), x.part(sumProse, i))
	v = append(v, x.whole[:]...)
	v = append(v, b.words/max(1, words), flag(b.words >= 30), flag(b.words >= 60), flag(b.gap > 0))
	for _, reach := range [...]int{1, 2, 5, 12} {
		v = append(v, log1p(x.mean(sumWords, i-reach, i))/4, log1p(x.mean(sumWords, i+1, i+1+reach))/4)
		if reach > 1 {
			v = append(v, x.mean(sumTerminal, i-reach, i), x.mean(sumTerminal, i+1, i+1+reach), x.mean(sumControl, i-reach, i),
				x.mean(sumControl, i+1, i+1+reach), x.mean(sumCapitals, i-reach, i+1+reach), x.mean(sumBrief, i-reach, i+1+reach))
		}
	}
	if x.survey == nil {
		return v
	}
	return x.names(x.holders(x.tags(v, i), i), i)
}

// tagMeasures are the elements that a block may be, each a measure of its own.
var tagMeasures = [...]atom.Atom{atom.P, atom.Li, atom.H1, atom.H2, atom.H3, atom.H4, atom.Td, atom.Th, atom.Dd, atom.Dt, atom.Div, atom.Pre,
	atom.Blockquote, atom.Section, atom.Article, atom.Button, atom.Figcaption, atom.Summary}

// tags appends what the element of block i says.
func (x *extractor) tags(v []float64, i int) []float64 {
	s, b := x.survey, &x.page.blocks[i]
	n := &s.nodes[s.at[i]]
	titled := x.title != "" && b.words < titleWords && alikeKeys(plainKey(x.page.text[b.start:b.end]), x.title)
	v = append(v, s.link[i], flag(s.link[i] > .8), flag(b.tag != ""), min(1, float64(n.depth)/30), flag(titled))
	for k := range kindsOfElement {
		v = append(v, flag(n.within>>k&1 != 0))
	}
	for _, tag := range tagMeasures {
		v = append(v, flag(n.tag == tag))
	}
	return v
}

// levels is how many of the elements a block stands in are measured, each two
// above the one before.
const levels = 4

// above is the element two levels above another, or the root.
func (s *survey) above(n int32) int32 {
	for range 2 {
		if s.nodes[n].parent >= 0 {
			n = s.nodes[n].parent
		}
	}
	return n
}

// holders appends what the elements hold that block i stands in, and what
// those hold that one template made.
func (x *extractor) holders(v []float64, i int) []float64 {
	s := x.survey
	root, up := &s.nodes[0], s.at[i]
	for _, spine := range s.spines {
		levels, end := s.under(spine, up)
		v = append(v, min(1, levels/8), flag(end), flag(end)*max(0, 1-levels/4))
	}
	for range levels {
		m := &s.nodes[up]
		words := max(1, m.words)
		v = append(v, log1p(m.words)/8, m.linked/words, m.prose/words, m.prose/max(1, root.prose), log1p(m.words/max(1, float64(m.blocks)))/4)
		up = s.above(up)
	}
	g := s.group(i)
	words := max(1, g.words)
	return append(v, log1p(g.blocks)/5, log1p(g.words/g.blocks)/4, g.linked/words, g.prose/words, g.words/max(1, root.words),
		g.prose/max(1, root.prose), root.linked/max(1, root.words), x.mean(sumLinked, i-5, i)/10, x.mean(sumLinked, i+1, i+6)/10)
}

// names appends which of the words of nameWords the elements bear that block
// i stands in: half for one of those above, all for its own.
func (x *extractor) names(v []float64, i int) []float64 {
	n := &x.survey.nodes[x.survey.at[i]]
	for k := range nameWords {
		v = append(v, .5*flag(n.names.has(k))+.5*flag(n.own.has(k)))
	}
	return v
}

// A company is what the first round said of the blocks, summed up.
type company struct {
	odds       []float64
	words, sum []float64 // words, and those that are likely to be content, before each block
	most       float64   // the greatest probability
	groups     map[uint64]*chance
	nodes      []chance
}

// A chance sums up, by words, how far blocks are likelier content than not.
type chance struct{ odds, words float64 }

func (c *chance) add(words, p float64) {
	c.odds += words * (p - .5)
	c.words += words
}

func (c *chance) mean() float64 { return c.odds / max(1, c.words) }

// company sums up, for the second round, what the first one said of the blocks:
// of all before each, of those of its kind, and of those in each element.
func (x *extractor) company(odds []float64) *company {
	n := len(odds)
	c := &company{odds: odds, words: x.page.rows.Take(n + 1), sum: x.page.rows.Take(n + 1)}
	s := x.survey
	if s != nil {
		c.groups, c.nodes = make(map[uint64]*chance, len(s.groups)), make([]chance, len(s.nodes))
	}
	for i, o := range odds {
		words, p := x.page.blocks[i].words+.5, logistic(o)
		c.words[i+1], c.sum[i+1] = c.words[i]+words, c.sum[i]+words*p
		c.most = max(c.most, p)
		if s == nil {
			continue
		}
		key := s.nodes[s.at[i]].key
		if c.groups[key] == nil {
			c.groups[key] = &chance{}
		}
		c.groups[key].add(words, p)
		for m := s.at[i]; m >= 0; m = s.nodes[m].parent {
			c.nodes[m].add(words, p)
		}
	}
	return c
}

// mean is the mean probability by words of blocks [from, to), from -.5 to .5.
func (c *company) mean(from, to int) float64 {
	from, to = max(0, from), min(len(c.odds), to)
	if from >= to {
		return -.5
	}
	return (c.sum[to]-c.sum[from])/(c.words[to]-c.words[from]) - .5
}

// neighbours appends what the first round said of block i, of the blocks about
// it, and of those in the elements that it stands in: the measures that the
// second round has besides.
func (x *extractor) neighbours(v []float64, i int, c *company) []float64 {
	n := len(c.odds)
	for _, by := range [...]int{0, -1, 1, -2, 2, -3, 3} {
		odds := 0.0
		if 0 <= i+by && i+by < n {
			odds = c.odds[i+by] / 4
		}
		v = append(v, odds)
	}
	for _, reach := range [...]int{3, 6, 15, 40} {
		v = append(v, c.mean(i-reach, i), c.mean(i+1, i+1+reach))
	}
	v = append(v, c.mean(0, i), c.mean(i+1, n), c.mean(0, n), logistic(c.odds[i])-c.most)
	if s := x.survey; s != nil {
		v = append(v, c.groups[s.nodes[s.at[i]].key].mean())
		up := s.at[i]
		for range levels {
			v = append(v, c.nodes[up].mean())
			up = s.above(up)
		}
	}
	return v
}

// chosen picks the blocks that are the main content: as many of the likeliest
// as make the expected F1 by words greatest. That is 2 h / (w + a): h words
// likely to be content of w picked, a likely to be content of all.
func (x *extractor) chosen(odds []float64) []bool {
	likely, all := make([]float64, len(odds)), 0.0
	for i, o := range odds {
		likely[i] = logistic(o)
		all += likely[i] * x.page.blocks[i].words
	}
	least := x.leastLikely(likely, all)
	out := make([]bool, len(odds))
	for i := range out {
		out[i] = likely[i] >= least
	}
	return out
}

// leastLikely is the probability from which blocks are taken so that the
// expected F1 of words is greatest; all is the expected number of words of
// content.
func (x *extractor) leastLikely(likely []float64, all float64) float64 {
	const steps = 200
	var hits, words [steps + 1]float64 // of blocks of each probability
	for i, p := range likely {
		k := int(p * steps)
		hits[k] += p * x.page.blocks[i].words
		words[k] += x.page.blocks[i].words
	}
	h, w, best, least := 0.0, 0.0, 0.0, 0.0
	for k := steps; k >= 0; k-- {
		h += hits[k]
		w += words[k]
		if f := 2 * h / math.Max(1, w+all); f > best {
			best, least = f, float64(k)/steps
		}
	}
	return least
}
