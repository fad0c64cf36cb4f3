package repair

import (
	"math"
	"strconv"
	"strings"
	"unicode"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Hard wraps are told from other breaks by filling: a wrapper puts every
// word on the line that still fits, so that in a block wrapped at width w
// each line is at most w columns long and the first word of the next line
// would not have fitted. A line whose next word would have fitted was ended
// by the writer. Verse, lists and addresses do not fill.
//
// The blocks and their widths are found together: the breaks of a text are a
// chain of hidden states, "not wrapped" or one of the widths, and the path
// that explains all lengths best is the segmentation (Viterbi). It takes
// time and memory in proportion to the number of lines.

const (
	minWidth = 36
	maxWidth = 124
	widths   = maxWidth - minWidth + 1

	leaveCost  = 1.0 // from a width to "not wrapped"
	spread     = 25  // columns over which the ends of free lines scatter
	tableCells = 64
)

// enterCost is what it takes to believe in wrapping at a width: the widths
// of mail and terminals are common, those of verse and of columns are not.
func enterCost(w int) float64 {
	if w >= 58 && w <= 100 {
		return 5.5
	}
	return 7.5
}

// A fill is what the break after a line says about every width: below low
// the line is too long, from low to below high it is full, from there on the
// next word would have fitted.
type fill struct {
	low, high         int
	over, full, short float64 // log-likelihood against "not wrapped"
}

// fillOf weighs the break after line i.
func (p *sheet) fillOf(i int) (f fill, ok bool) {
	l := &p.lines[i]
	if l.blank {
		return f, false
	}
	f.low = l.full()
	last := i+1 == len(p.lines) || p.lines[i+1].blank || p.lines[i+1].quote != l.quote
	if last {
		f.high = f.low
		f.over, f.short = -2, -0.1
		return f, true
	}
	n := &p.lines[i+1]
	f.high = f.low + n.word
	if !(l.wide && n.startsWide) {
		f.high++
	}
	if l.indent > n.indent {
		f.low -= l.indent - n.indent // the indentation may have come after the wrapping
	}
	if l.end1 == '-' || l.end1 == 0xAD {
		f.high -= 2 // the word's own end would have joined without hyphen and space
	}
	if l.fixed || n.fixed {
		f.over, f.full, f.short = -0.5, -0.5, -0.5
		return f, true
	}
	p.weigh(&f, i)
	return f, true
}

// weigh sets the likelihoods of an ordinary break.
func (p *sheet) weigh(f *fill, i int) {
	l, n := p.lines[i], p.lines[i+1]
	f.over, f.full = -3, fullness[max(0, min(f.high-f.low, spread))]
	ends := closesSentence(p.text, l)
	lead := leadLetter(p.text, n)
	lower := unicode.IsLower(lead)
	cased := lower || unicode.IsUpper(lead)
	switch {
	case n.item || n.indent > l.indent+1 && !l.item:
		f.full, f.short = -0.2, -0.4
	case ends && !lower:
		f.full -= 1.5
		f.short = -0.4
	case lower:
		f.short = -2.5
	default:
		f.short = -1.2
		if (cased || unicode.IsDigit(lead)) && !nounsCapital(p.language) {
			f.full -= 0.7
		}
	}
	if p.sameStart(l, n) {
		f.full -= 2 // lists of one form; prose seldom does so
	}
}

// fullness is what a line that is full says for wrapping, by how many columns the
// next word would have taken.
var fullness = func() (t [spread + 1]float64) {
	for n := range t {
		chance := math.Min(.9, math.Max(.1, float64(n)/spread))
		t[n] = math.Log(.9 / chance)
	}
	return t
}()

// sameStart reports two lines that begin with the same word.
func (p *sheet) sameStart(l, n line) bool {
	if l.word != n.word || unspaced(l.start1) {
		return false
	}
	a, _, _ := strings.Cut(p.text[l.start:l.end], " ")
	b, _, _ := strings.Cut(p.text[n.start:n.end], " ")
	return a == b
}

// nounsCapital reports languages that write every noun with a capital.
func nounsCapital(language string) bool { return language == "de" || language == "lb" }

// A step is what the path search remembers of one line.
type step struct {
	stay [widths/tableCells + 1]uint64 // the widths that were best reached by staying
	from int16                         // the best state before, for all others
	free bool                          // whether "not wrapped" was best reached by staying
}

const notWrapped int16 = -1

// findWraps finds the blocks and decides every break in them.
func (p *sheet) findWraps() {
	fills := p.fills()
	states := hopeful(fills)
	if len(states) == 0 {
		return
	}
	p.follow(p.search(fills, states))
	p.decide()
}

// follow sets the widths of the breaks along the steps to a last state.
func (p *sheet) follow(steps []step, state int16) {
	for i := len(steps) - 1; i >= 0; i-- {
		s := steps[i]
		if state == notWrapped {
			if !s.free {
				state = s.from
			}
			continue
		}
		p.wraps[i].width = int(state) + minWidth
		if s.stay[state/tableCells]&(1<<(state%tableCells)) == 0 {
			state = s.from
		}
	}
}

// fills weighs the breaks after all lines; those of blank ones say nothing.
func (p *sheet) fills() []fill {
	out := make([]fill, len(p.lines))
	for i := range out {
		out[i], _ = p.fillOf(i)
	}
	return out
}

// search runs over the lines and returns the steps and the best last state,
// of those given.
func (p *sheet) search(fills []fill, states []int) ([]step, int16) {
	steps := make([]step, len(p.lines))
	var score [widths]float64
	for s := range score {
		score[s] = math.Inf(-1)
	}
	free := 0.0
	for i := range steps {
		from, best := top(free, &score, states)
		steps[i].from = from
		steps[i].free = free >= best-leaveCost
		free = max(free, best-leaveCost)
		if p.lines[i].blank {
			for c := range steps[i].stay {
				steps[i].stay[c] = math.MaxUint64
			}
			continue
		}
		f := &fills[i]
		for _, s := range states {
			if entered := best - enterCost(s+minWidth); entered > score[s] {
				score[s] = entered
			} else {
				steps[i].stay[s/tableCells] |= 1 << (s % tableCells)
			}
			score[s] += f.at(s + minWidth)
		}
	}
	state, _ := top(free, &score, states)
	return steps, state
}

// top returns the state with the best score, and the score.
func top(free float64, score *[widths]float64, states []int) (state int16, best float64) {
	state, best = notWrapped, free
	for _, s := range states {
		if v := score[s]; v > best {
			state, best = int16(s), v
		}
	}
	return state, best
}

// farShort is the least that a line says which is far from full: a heading or an
// item, whatever surrounds it.
const farShort = -0.6

// at returns the likelihood at a width.
func (f *fill) at(w int) float64 {
	switch {
	case w < f.low:
		return f.over
	case w < f.high:
		return f.full
	case f.low*2 < w:
		return max(f.short, farShort)
	}
	return f.short
}

// decide settles every break of the blocks found.
func (p *sheet) decide() {
	for i := 0; i < len(p.lines); {
		w := p.wraps[i].width
		j := i + 1
		for j < len(p.lines) && p.wraps[j].width == w {
			j++
		}
		if w > 0 {
			b := p.survey(i, j, w)
			for k := i; k < min(j, len(p.lines)-1); k++ {
				p.wraps[k].join = p.joins(k, b)
			}
			p.extend(i-1, -1, b)
			j = p.extend(j, 1, b)
		}
		i = j
	}
}

// extend takes the breaks beside a block into it, from line k on in steps of
// by, while they are full lines that break inside a sentence: too few of
// them to be believed alone. It returns the first line not taken.
func (p *sheet) extend(k, by int, b block) int {
	for ; k >= 0 && k+1 < len(p.lines) && p.wraps[k].width == 0; k += by {
		l, n := p.lines[k], p.lines[k+1]
		f, ok := p.fillOf(k)
		if !ok || n.blank || b.width < f.low || b.width >= f.high || closesSentence(p.text, l) || !startsLower(p.text, n) || !p.joins(k, b) {
			break
		}
		p.wraps[k] = wrap{b.width, true}
	}
	return k
}

// standsApart reports a line that ends neither full nor as sentences do,
// before another that begins anew.
func (p *sheet) standsApart(k int, b block) bool {
	f, ok := p.fillOf(k)
	return ok && b.width >= f.high && !closesSentence(p.text, p.lines[k]) && k+1 < len(p.lines) && !p.lines[k+1].blank && !startsLower(p.text, p.lines[k+1])
}

// A block is a run of lines wrapped at one width.
type block struct {
	width    int
	indent   int     // the least of lines that follow another
	sentence float64 // chance that a space between words ends a sentence
	ended    float64 // paragraphs ended by a single break, per line
}

// survey counts in the lines [i, j) what decides at sentence ends.
func (p *sheet) survey(i, j, w int) block {
	spaces, sentences, ended := 1.0, 1.0, 0.5
	indent := maxWidth
	for k := i; k < j; k++ {
		l := p.lines[k]
		if !l.blank && k > i && !p.lines[k-1].blank {
			indent = min(indent, l.indent)
		}
		s, e := countEnds(p.text[l.start:l.end])
		spaces, sentences = spaces+float64(s), sentences+float64(e)
		if k+1 < len(p.lines) && !p.lines[k+1].blank && !l.blank && closesSentence(p.text, l) && w >= l.full()+1+p.lines[k+1].word {
			ended++
		}
	}
	return block{w, indent, sentences / (spaces + 12), ended / float64(j-i)}
}

// countEnds counts the spaces of a line and those after a sentence.
func countEnds(s string) (spaces, ends int) {
	for i := 1; i+1 < len(s); i++ {
		if s[i] != ' ' {
			continue
		}
		spaces++
		if c := s[i-1]; (c == '.' || c == '!' || c == '?') && (s[i+1] < 'a' || s[i+1] > 'z') {
			ends++
		}
	}
	return spaces, ends
}

// joins reports whether the break after line k is the wrapper's.
func (p *sheet) joins(k int, b block) bool {
	l, n := p.lines[k], p.lines[k+1]
	if l.blank || n.blank || l.fixed || n.fixed || l.quote != n.quote {
		return false
	}
	f, _ := p.fillOf(k)
	ends, lower := closesSentence(p.text, l), startsLower(p.text, n)
	mid := lower && !ends
	if n.item && !p.goesOnWithMark(l, n, mid) {
		return false
	}
	if !l.item && n.indent > b.indent+1 && (n.indent > l.indent+1 || ends) {
		return false // the indented first line of a paragraph
	}
	if !ends && !lower && p.standsApart(k+1, b) {
		return false // two headings
	}
	switch {
	case f.low > b.width:
		return mid
	case b.width >= f.high:
		return mid && l.full()*5 >= b.width*4 && unicode.IsLetter(l.end1)
	case ends && !lower:
		return b.sentence > b.ended*float64(f.high-f.low)/float64(b.width)
	}
	return true
}

// goesOnWithMark reports that a line which begins like an item of a list goes
// on with a sentence: a dash before lower case, or a number that the line
// before calls for.
func (p *sheet) goesOnWithMark(l, n line, mid bool) bool {
	if l.item {
		return false
	}
	return mid && dashed(n.start1) || unicode.IsDigit(n.start1) && leansOn(p.language, lastWord(p.text[l.start:l.end]))
}

// unwrap returns the changes that join the wrapped lines.
func (p *sheet) unwrap() []corpus.Change {
	var out []corpus.Change
	for i, w := range p.wraps {
		if !w.join {
			continue
		}
		start, now := p.seam(i)
		out = append(out, corpus.Change{Start: start, End: p.lines[i+1].start, Now: now, Kind: corpus.KindUnwrap, Why: []string{"hard wrap at " + strconv.Itoa(w.width) + " columns"}})
	}
	return out
}
