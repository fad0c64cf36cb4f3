package furniture

import (
	"math"
	"slices"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// The doubts of a page are, for each block, the probability that it is not
// part of the article. Three regressions give them, one for the blocks inside
// the article that segment found, one for those near its borders, one for
// those outside; each in two rounds, the second with the first one's doubts
// about the neighbours.

// How many measures the two rounds weigh.
const (
	marksOfDoubt = 61
	roundsTwo    = marksOfDoubt + 10
)

// The places of a block.
const (
	deep = iota
	edge
	apart
	places
)

// tagged is the least doubt about what the markup calls furniture.
const tagged = .95

// leading is the least doubt about a line that leads to another page, as
// "Read more: ...", wherever it stands.
const leading = .45

// borderReach is how many blocks of the article from its ends on are its
// borders.
const borderReach = 3

// place says where block i stands.
func (r *reading) place(i int) int {
	switch {
	case r.first < 0 || i < r.first || i > r.last:
		return apart
	case i < r.first+borderReach || i > r.last-borderReach:
		return edge
	}
	return deep
}

// A doubter measures the blocks of a page.
type doubter struct {
	*reading
	frame, opening, closing []float64         // others near of the same frame, first word, last word
	echo                    []float64         // share of the title that a block repeats
	inside                  []float64         // probability of being article, by the sequence model
	html                    bool              // the document was HTML
	spaced                  bool              // paragraphs stand apart by blank lines
	title, lead             int               // the title's block, -1 where none is known, and the first prose
	taken                   []corpus.Proposal // spans of spam
	rows                    []float64         // the measures of all blocks
	own                     []float64         // what the second round makes of them
	hunch                   []float64         // what the first round said
	sums                    []float64         // of hunch, before each block
	worst                   []float64         // the greatest doubt between a block and the article
}

// doubter prepares the measures; taken are the spans of spam.
func (r *reading) doubter(taken []corpus.Proposal) *doubter {
	p := r.page
	r.shapes = p.shapes
	d := &doubter{reading: r, taken: taken, lead: r.lead(), inside: r.posteriors()}
	spaced := 0
	for i := range p.blocks {
		if p.blocks[i].prose() {
			spaced += 2*int(flag(p.blocks[i].gap > 0)) - 1
		}
	}
	d.spaced = spaced >= 0
	r.ruled = p.behindRules()
	d.frame, d.opening, d.closing = p.frames()
	return d
}

// doubts weighs every block; title is the block that is the title, or -1.
func (d *doubter) doubts(title int) []float64 {
	d.entitle(title)
	fresh := d.rows == nil
	if fresh {
		n := len(d.page.blocks)
		d.rows, d.hunch, d.own = d.page.rows.Take(n*marksOfDoubt), d.page.rows.Take(n), d.page.rows.Take(n)
	}
	for i := range d.hunch {
		row := d.row(i)
		if fresh {
			d.measure(row[:0], i)
		}
		if changed := d.ofTitle(row, i); changed || fresh {
			d.weighRow(i, row)
		}
	}
	d.sumUp()
	out := d.page.rows.Take(len(d.hunch))
	v := make([]float64, 0, roundsTwo-marksOfDoubt)
	for i := range out {
		v = d.neighbours(v[:0], i)
		out[i] = logistic(d.own[i] + dot(v, secondDoubts[d.place(i)][marksOfDoubt:]))
		if d.page.blocks[i].tag != "" && d.state[i] != article {
			out[i] = max(out[i], tagged)
		}
		if d.shapes[i].leads {
			out[i] = max(out[i], leading)
		}
		if d.bodily(i) {
			out[i] = 0
		}
	}
	return out
}

// weighRow weighs the measures of block i for both rounds.
func (d *doubter) weighRow(i int, row []float64) {
	a, b := firstDoubts[d.place(i)][:len(row)], secondDoubts[d.place(i)][:len(row)]
	first, second := 0.0, 0.0
	for k, x := range row {
		first += x * a[k]
		second += x * b[k]
	}
	d.hunch[i], d.own[i] = logistic(first), second
}

// row is the measures of block i, as doubts took them.
func (d *doubter) row(i int) []float64 { return d.rows[i*marksOfDoubt : (i+1)*marksOfDoubt] }

// entitle takes a block as the title.
func (d *doubter) entitle(title int) { d.title, d.echo = title, d.echoes(title) }

func dot(v, w []float64) float64 {
	sum := 0.0
	w = w[:len(v)]
	for i := range v {
		sum += v[i] * w[i]
	}
	return sum
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// measure appends the measures of block i for the first round, but for those of
// ofTitle.
func (d *doubter) measure(v []float64, i int) []float64 {
	v = append(v, 1)
	v = d.page.doubtWords(v, i)
	v = doubtShape(v, &d.shapes[i], &d.page.blocks[i])
	v = append(v, flag(d.shapes[i].measured), flag(d.shapes[i].code), flag(d.shapes[i].command), flag(d.ruled[i]), flag(d.state[i] == island))
	v = append(v, 0, 0, many(d.frame[i]), many(d.opening[i]), many(d.closing[i]), 0)
	return d.doubtPlace(v, i)
}

// The places of the measures that the title has a part in.
const (
	behindTitle = 40
	beforeTitle = 41
	echoesTitle = 45
)

// ofTitle sets the measures of block i that the title has a part in, and says
// whether one of them changed.
func (d *doubter) ofTitle(row []float64, i int) (changed bool) {
	behind, before, echo := flag(d.title >= 0 && i > d.title && i < d.lead), flag(i < d.title), d.echo[i]
	changed = row[behindTitle] != behind || row[beforeTitle] != before || row[echoesTitle] != echo
	row[behindTitle], row[beforeTitle], row[echoesTitle] = behind, before, echo
	return changed
}

func many(n float64) float64 { return min(1, n/4) }

// doubtWords appends what the words of block i say.
func (p *page) doubtWords(v []float64, i int) []float64 {
	b := &p.blocks[i]
	return append(v, log1p(min(b.words, 100))/4, flag(b.words >= 12), flag(b.terminal), flag(b.prose()),
		max(0, 1-b.function)*min(1, b.words/4), b.capitals*flag(b.words >= 3), b.control, flag(b.control >= .2 && b.words < 12),
		flag(b.control > 0), min(1, 3*b.addresses), flag(b.address), flag(b.ellipsis), flag(b.colon), flag(b.label), b.digits,
		flag(b.same > 1), flag(b.words <= 2), min(1, 2*b.bars), flag(b.rule))
}

// doubtShape appends what the shape of a block says.
func doubtShape(v []float64, s *shape, b *block) []float64 {
	menu := flag(s.parts > 1 && s.piece <= 4)
	return append(v, menu*min(1, (s.parts-1)/3), menu, flag(s.dash && b.words < 20), flag(s.bracketed), flag(s.arrow && b.words < 25),
		flag(s.bullet), flag(s.rights && b.words < 25), flag(s.date), flag(s.clock && b.words < 15), flag(s.counted), s.numbers,
		flag(s.tail && b.words < 30), flag(s.wide && b.words < 20), flag(s.lower), flag(s.asks))
}

// doubtPlace appends what the place of block i says and the words it shares
// with the article.
func (d *doubter) doubtPlace(v []float64, i int) []float64 {
	p, c := d.page, d.context
	b := &p.blocks[i]
	n := len(p.blocks)
	share, words := b.shared(c.lexicon, c.inside[i])
	known := min(1, float64(words)/4)
	away := 0
	if d.first >= 0 {
		away = max(d.first-i, i-d.last, 0)
	}
	follow, lead := i+1 < n && p.blocks[i+1].prose(), i > 0 && p.blocks[i-1].prose()
	return append(v, share*known, flag(words == 0), (1-share)*known, d.odds[i]/6, d.inside[i], flag(i < 3), flag(i >= n-3),
		log1p(float64(away))/4, flag(d.spaced && b.gap == 0 && i > 0 && !lead), flag(c.teaser[i] || c.farm[i]), flag(b.brief() && follow),
		flag(b.brief() && follow && lead), log1p(c.prose)/8, flag(d.last >= 0 && i > d.last), nearby(c.controls, i))
}

// ruleReach is how many blocks of a page's head or foot a rule may part.
const ruleReach = 8

// behindRules tells which blocks a long rule parts from the rest: the last
// few of the page behind one, the first few before one.
func (p *page) behindRules() []bool {
	out := p.flags.Take(len(p.blocks))
	n := len(p.blocks)
	for i := range p.blocks {
		b := &p.blocks[i]
		if !b.longRule() {
			continue
		}
		if n-i <= ruleReach {
			for j := i; j < n; j++ {
				out[j] = true
			}
		} else if i < ruleReach {
			for j := 0; j <= i; j++ {
				out[j] = true
			}
		}
	}
	return out
}

// sumUp prepares what the second round asks of the first.
func (d *doubter) sumUp() {
	n := len(d.hunch)
	d.sums, d.worst = d.page.rows.Take(n+1), d.page.rows.Take(n)
	for i, x := range d.hunch {
		d.sums[i+1] = d.sums[i] + x
	}
	if d.first < 0 {
		return
	}
	for i := d.last + 2; i < n; i++ {
		d.worst[i] = max(d.worst[i-1], d.hunch[i-1])
	}
	for i := d.first - 2; i >= 0; i-- {
		d.worst[i] = max(d.worst[i+1], d.hunch[i+1])
	}
}

// mean is the mean doubt of the first round about blocks [from, to).
func (d *doubter) mean(from, to int) float64 {
	from, to = max(0, from), min(len(d.hunch), to)
	if from >= to {
		return .5
	}
	return (d.sums[to] - d.sums[from]) / float64(to-from)
}

// neighbours appends what the first round said about block i and those
// about it.
func (d *doubter) neighbours(v []float64, i int) []float64 {
	beyond := d.mean(i+1, len(d.hunch))
	if i < d.first {
		beyond = d.mean(0, i)
	}
	x := d.hunch[i]
	own := math.Log((x + 1e-4) / (1 - x + 1e-4))
	return append(v, own/4, d.mean(i-1, i), d.mean(i+1, i+2), d.mean(i-4, i), d.mean(i+1, i+5), d.mean(i-2, i+3),
		d.worst[i], beyond, d.mean(0, len(d.hunch)), d.worst[i]*flag(d.page.blocks[i].prose()))
}

// echoes tells how much of the title each block repeats, the title itself
// left out.
func (r *reading) echoes(title int) []float64 {
	out := r.page.rows.Take(len(r.page.blocks))
	if title < 0 {
		return out
	}
	t := &r.page.blocks[title]
	want := r.page.keysIn(t)
	if len(want) < 2 {
		return out
	}
	var table *token.Table
	last := make([]int, len(want)) // by key: the last block that has it, plus one
	for i := range r.page.blocks {
		b := &r.page.blocks[i]
		if i == title || b.prose() || b.words > 3*t.words+8 || float64(b.to-b.from)/float64(len(want)) < leastEcho {
			continue
		}
		if table == nil { // most pages need none
			table = token.NewTable(want)
		}
		has := 0
		for _, w := range r.page.wordsIn(b) {
			if k := table.FindWord(r.page.word(w)); k >= 0 && last[k] != i+1 {
				last[k] = i + 1
				has++
			}
		}
		if share := float64(has) / float64(len(want)); share >= leastEcho {
			out[i] = share
		}
	}
	return out
}

// leastEcho is the share of the title from which a block repeats it.
const leastEcho = .7

// keysIn are the keys of the words of a block, each once.
func (p *page) keysIn(b *block) (keys []string) {
	for _, w := range p.wordsIn(b) {
		if key := token.Key(p.word(w)); !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	return keys
}

// posteriors gives for each block the probability, by the sequence model,
// that it is part of the article: the forward and backward sums over the
// ways that segment takes the best of.
func (r *reading) posteriors() []float64 {
	n := len(r.odds)
	entering, embarking, leaving := math.Exp(-enter), math.Exp(-embark), math.Exp(-leave)
	forward := r.page.ways.Take(n + 1)
	forward[0] = [states]float64{before: 1, article: math.Exp(-enter / 2)}
	for i, e := range r.odds {
		f, next := &forward[i], &forward[i+1]
		next[before] = f[before]
		next[article] = (f[article] + f[before]*entering + f[island]*embarking) * math.Exp(e)
		next[island] = f[island] + f[article]*embarking
		next[after] = f[after] + f[article]*leaving
		normalise(next)
	}
	out := r.page.rows.Take(n)
	back := [states]float64{before: 1, article: 1, after: 1}
	for i := n - 1; i >= 0; i-- {
		f, sum := &forward[i+1], 0.0
		for s := range states {
			sum += f[s] * back[s]
		}
		out[i] = f[article] * back[article] / max(sum, 1e-300)
		in := back[article] * math.Exp(r.odds[i])
		back = [states]float64{
			before:  back[before] + in*entering,
			article: in + back[island]*embarking + back[after]*leaving,
			island:  back[island] + in*embarking,
			after:   back[after],
		}
		normalise(&back)
	}
	return out
}

func normalise(x *[states]float64) {
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	for s := range x {
		x[s] /= sum
	}
}
