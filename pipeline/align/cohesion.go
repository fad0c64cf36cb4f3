package align

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// Where as many strands have a passage in one place as in another, the text
// itself says which is its own: how well the paragraphs follow on each other
// with the passage here and with it there, in log odds.
//
// The weights are those of a logistic regression on 4,183 single paragraphs
// moved at random in 1,600 articles (blog posts, pages of all sorts, articles
// in 17 languages), rounded, and that of lost paragraphs the log odds of a moved
// paragraph in 17,000 damaged copies (lost sentences: none). They tell the true place in two cases of three; what else was tried (names in full before short ones, new words late
// in their sentence, like openers, words in common with the whole neighbour)
// told nothing, or not in all of the three sets.
const (
	oddsEcho     = .55 // a paragraph's first sentence takes up a word of the last before it
	oddsOpening  = .25 // or of the first sentence of the paragraph before
	oddsHeading  = .3  // or of the heading before it
	oddsHeadings = -2.5
	oddsList     = 1.5 // a colon, and then a list or a few words
	oddsNumber   = 1.4 // the number that follows in a list or in numbered steps
	oddsTitle    = .3  // what speaks of the title stands before what does not
	// oddsLost is what it weighs that one side lost whole paragraphs and the
	// other has them: who loses paragraphs moves them, too.
	oddsLost = 1.4
	// oddsHands is what the logarithm of the hands on one side to those on the
	// other weighs: copies of equal words that are written otherwise are of one
	// stream, and may be of one source or not.
	oddsHands = 1.7
	// oddsMoved is the odds from which a passage is put elsewhere than in the
	// strand that holds most of what the others hold.
	oddsMoved = .3
)

// lostWords is the number of words in a row from which a strand has lost a passage.
const lostWords = 10

// headingWords is the number of words up to which a paragraph without a full
// stop may be a heading, shortWords that under which one may be an item.
const (
	headingWords = 14
	shortWords   = 25
)

// A passage is a paragraph of what two strands or more have in common.
type passage struct {
	from, to    int // columns
	words       int
	first, last map[string]bool // stems of its first and last sentences
	all         map[string]bool
	heading     bool
	colon       bool
	number      int // with which it begins, -1 when with none
}

// cohere puts passages where they break fewest joins of the strands, and of places
// where they break as many where the text coheres best.
func (p *profile) cohere() {
	if len(p.strands) > realignLimit || p.disorder() == 0 {
		return
	}
	t := p.tangle()
	if t == nil {
		return
	}
	lost := make([]int, len(p.strands))
	for s := range lost {
		lost[s] = p.lost(s)
	}
	for range blocksTried {
		x, ok := p.likeliest(t, lost)
		if !ok {
			return
		}
		p.columns = t.turn(x)
	}
}

// likeliest is the likeliest swap of those that cost least: of any that cost less
// than the order of the blocks does, else of those that are likelier than it.
func (p *profile) likeliest(t *tangle, lost []int) (best swap, ok bool) {
	swaps, less := t.swaps()
	most, tried := oddsMoved, 0
	for _, x := range swaps {
		mends, breaks := t.sides(x)
		if !less && (len(mends) == 0 || len(breaks) == 0) {
			continue
		}
		if tried++; tried > blocksTried {
			break
		}
		odds := p.likelier(t.span(x)) + p.sounder(mends, breaks, lost)
		if odds > most || less && !ok {
			best, most, ok = x, odds, true
		}
	}
	return best, ok
}

// parts reports whether a paragraph begins at column c, or next to it, where
// words may be damaged: what moves inside a paragraph is no paragraph.
func (p *profile) parts(c int) bool {
	for i := max(0, c-spanReach); i <= c+spanReach; i++ {
		if i == 0 || i >= len(p.columns) || p.breaksAt(i) {
			return true
		}
	}
	return false
}

// sounder weighs the strands that have a passage elsewhere against those that have
// it here, by the paragraphs that they lost, given by strand, and by the hands that
// wrote them.
func (p *profile) sounder(there, here, counts []int) float64 {
	if len(here) == 0 || len(there) == 0 {
		return 0
	}
	lost, hands := [2]float64{}, [2]float64{}
	for side, strands := range [2][]int{here, there} {
		for _, s := range strands {
			lost[side] += float64(counts[s]) / float64(len(strands))
			hands[side] += float64(p.strands[s].hands)
		}
	}
	return oddsLost*min(1, max(-1, lost[0]-lost[1])) + oddsHands*math.Log(hands[1]/hands[0])
}

// spanReach is how many columns from a paragraph's end words may be damaged.
const spanReach = 3

// lost counts the whole paragraphs that strand s lacks from where it begins on, up to
// the end of the text, and that half of the others have and nothing suspects. That a
// sentence is lost tells nothing of the order.
func (p *profile) lost(s int) int {
	n, run, opens, inside := 0, 0, false, false
	for c, col := range p.columns {
		switch {
		case col.cells.At(s) != corpus.Absent:
			n += b2i(inside && opens && run >= lostWords && p.parts(c))
			inside, run = inside || col.held > 1, 0
		case p.attested(col):
			if run == 0 {
				opens = p.parts(c)
			}
			run++
		}
	}
	return n + b2i(inside && opens && run >= lostWords)
}

// attested reports whether half of the other strands have a word in the column that
// nothing suspects: a strand that lacks it has lost it.
func (p *profile) attested(c *column) bool { return 2*p.clean(c) >= p.joined-1 }

// clean counts the strands that have a word in the column under no suspicion.
func (p *profile) clean(c *column) int {
	n := 0
	for s, w := range c.cells.All() {
		if suspect := p.strands[s].witness.Suspect; len(suspect) == 0 || suspect[w] == 0 {
			n++
		}
	}
	return n
}

// likelier weighs the place of columns [from, to) behind column after, which is
// behind them, against the place where they are: positive when the text coheres better there.
func (p *profile) likelier(from, to, after int) float64 {
	ps := p.passages(from, to, after)
	i := slices.IndexFunc(ps, func(x *passage) bool { return x.from >= from })
	k := i
	for k >= 0 && k < len(ps) && ps[k].from < to {
		k++
	}
	j := slices.IndexFunc(ps, func(x *passage) bool { return x.from > after })
	if j < 0 {
		j = len(ps)
	}
	if i < 0 || i == k || j <= k {
		return 0
	}
	rarity := rarityIn(ps)
	follow := func(a, b int) float64 {
		if a < 0 || b >= len(ps) {
			return 0
		}
		return follows(ps[a], ps[b], rarity)
	}
	here := follow(i-1, i) + follow(k-1, k) + follow(j-1, j)
	there := follow(i-1, k) + follow(j-1, i) + follow(k-1, j)
	return there - here - oddsTitle*leads(ps[0], ps[i:k], ps[k:j], rarity)
}

// leads says how much more of the title's words the passages xs hold than the
// passages ys, in the mean.
func leads(title *passage, xs, ys []*passage, rarity func(string) float64) float64 {
	mean := func(ps []*passage) float64 {
		sum := 0.0
		for _, x := range ps {
			sum += shared(title.all, x.all, rarity)
		}
		return sum / float64(max(1, len(ps)))
	}
	return min(2, max(-2, mean(xs)-mean(ys)))
}

// follows weighs how well passage b follows on a.
func follows(a, b *passage, rarity func(string) float64) float64 {
	odds := oddsEcho*shared(a.last, b.first, rarity) + oddsOpening*shared(a.first, b.first, rarity)
	switch {
	case a.heading && b.heading:
		odds += oddsHeadings
	case a.heading:
		odds += oddsHeading * shared(a.all, b.all, rarity)
	case a.colon && (b.number >= 0 || b.words < shortWords):
		odds += oddsList
	}
	if a.number >= 0 && b.number >= 0 {
		if b.number == a.number+1 {
			odds += oddsNumber
		} else {
			odds -= oddsNumber
		}
	}
	return odds
}

// shared adds up the rarity of the stems that stand in both.
func shared(a, b map[string]bool, rarity func(string) float64) float64 {
	var both []string
	for s := range a {
		if b[s] {
			both = append(both, s)
		}
	}
	slices.Sort(both) // sums of floats depend on their order
	sum := 0.0
	for _, s := range both {
		sum += rarity(s)
	}
	return sum
}

// rarityIn returns a function that grades a stem by how few of the passages
// have it: 1 for one, towards 0 for all.
func rarityIn(ps []*passage) func(string) float64 {
	in := map[string]int{}
	for _, x := range ps {
		for s := range x.all {
			in[s]++
		}
	}
	n := float64(len(ps) + 1)
	return func(s string) float64 { return math.Log(n/float64(max(1, in[s]))) / math.Log(n) }
}

// passages cuts the columns that two strands or more hold into paragraphs,
// and where the block [from, to) begins and ends and is to be put.
func (p *profile) passages(from, to, after int) []*passage {
	lang := p.language()
	var out []*passage
	var cols []int
	flush := func() {
		if len(cols) > 0 {
			out = append(out, p.passage(cols, lang))
		}
		cols = cols[:0]
	}
	for c, col := range p.columns {
		if c == from || c == to || c == after+1 || p.breaksAt(c) {
			flush()
		}
		if col.held > 1 {
			cols = append(cols, c)
		}
	}
	flush()
	return out
}

// passage reads one paragraph.
func (p *profile) passage(cols []int, lang string) *passage {
	x := &passage{from: cols[0], to: cols[len(cols)-1] + 1, words: len(cols), number: -1}
	var sentences []map[string]bool
	x.all = map[string]bool{}
	for i, c := range cols {
		if i == 0 || p.endsAt(c) {
			sentences = append(sentences, map[string]bool{})
		}
		if s := p.stem(cols, i, lang); s != "" {
			x.all[s] = true
			sentences[len(sentences)-1][s] = true
		}
	}
	x.first, x.last = sentences[0], sentences[len(sentences)-1]
	limit := headingWords
	if p.lone(p.columns[cols[0]].rep) {
		limit *= 2
	}
	x.heading = len(cols) <= limit && !p.closes(x.to-1, ".!?…。！？।؟:：;,\"”»」")
	x.colon = p.closes(x.to-1, ":：")
	for i := range min(2, len(cols)) {
		if n, err := strconv.Atoi(p.keys[p.columns[cols[i]].rep]); err == nil && p.closes(cols[i], ".):") {
			x.number = n
			break
		}
	}
	return x
}

// closes reports whether one of the signs stands behind column c, before any
// white space, in some strand.
func (p *profile) closes(c int, signs string) bool {
	for s, i := range p.columns[c].cells.All() {
		gap := p.strands[s].witness.Gaps[i+1]
		if at := strings.IndexFunc(gap, unicode.IsSpace); at >= 0 {
			gap = gap[:at]
		}
		if strings.ContainsAny(gap, signs) {
			return true
		}
	}
	return false
}

// stemLetters is the number of letters by which words of one stem agree.
const stemLetters = 5

// stem returns the stem of word number i of a paragraph, "" for a word without
// content. Where each character is a word two in a row make one.
func (p *profile) stem(cols []int, i int, lang string) string {
	key := p.keys[p.columns[cols[i]].rep]
	r, _ := utf8.DecodeRuneInString(key)
	switch {
	case token.Spaceless(r):
		if !unicode.In(r, unicode.Han, unicode.Katakana) || i+1 == len(cols) {
			return ""
		}
		next := p.keys[p.columns[cols[i+1]].rep]
		if q, _ := utf8.DecodeRuneInString(next); !unicode.In(q, unicode.Han, unicode.Katakana) {
			return ""
		}
		return key + next
	case utf8.RuneCountInString(key) < 2, !unicode.IsDigit(r) && (utf8.RuneCountInString(key) < 3 || token.IsFunction(lang, key)):
		return ""
	}
	n := 0
	for at := range key {
		if n == stemLetters {
			return key[:at]
		}
		n++
	}
	return key
}

// language is that of most strands, the first in the alphabet of equals.
func (p *profile) language() string {
	votes := map[string]int{}
	best := ""
	for _, s := range p.strands {
		l := s.witness.Language
		votes[l]++
		if best == "" || votes[l] > votes[best] || votes[l] == votes[best] && l < best {
			best = l
		}
	}
	return best
}
