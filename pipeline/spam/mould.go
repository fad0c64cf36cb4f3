package spam

// mould says where a sentence stands that shares the mould of another.
type mould uint8

const (
	noMould      mould = iota
	nearMould          // beside it, as the items of a list do
	distantMould       // with other sentences between
)

// mouldedSentences finds the sentences of which half the threes of words
// stand in one and the same other sentence that is not equal to it.
func (p *page) mouldedSentences() []mould {
	if p.moulds == nil {
		p.moulds = p.findMoulds()
	}
	return p.moulds
}

// findMoulds tells of each sentence whether it has others of its mould near it,
// or scattered over the page.
func (p *page) findMoulds() []mould {
	out := make([]mould, len(p.sentences))
	numbers, times := p.threes()
	var may []fellowship
	for i, s := range p.sentences {
		if s.words() >= 5 && 2*int(p.repeats[i]) >= s.words()-2 {
			may = append(may, fellowship{i, i, i})
		}
	}
	if len(may) == 0 {
		return out
	}
	h := p.holders(may, numbers, len(times))
	counts := p.numbers.Take(len(p.sentences))
	for k := range may {
		if f := &may[k]; p.mayBeCast(f, numbers, h) && p.findFellows(f, numbers, h, counts) {
			out[f.sentence] = nearMould
		}
	}
	for _, f := range may {
		if out[f.sentence] != noMould && p.scattered(f, out) {
			out[f.sentence] = distantMould
		}
	}
	return out
}

// mayBeCast reports a sentence half of whose threes stand in others.
func (p *page) mayBeCast(f *fellowship, numbers []int32, h holders) bool {
	s, n := p.sentences[f.sentence], 0
	for _, t := range threesOf(numbers, s) {
		if t >= 0 && h.from[t+1] > h.from[t] {
			n++
		}
	}
	return 2*n >= s.words()-2
}

// mostHolders is how many sentences with a three of words are looked at.
const mostHolders = 20

// holders are the sentences in which a three of words stands, the first of
// them, by the number of the three; none for one that stands in one sentence.
type holders struct{ from, sentences []int32 }

func (h holders) of(three int32) []int32 {
	if three < 0 {
		return nil
	}
	return h.sentences[h.from[three]:h.from[three+1]]
}

// holders gives those of the threes in some sentences. It counts first, and then puts
// the sentences where there is room.
func (p *page) holders(some []fellowship, numbers []int32, distinct int) holders {
	h := holders{from: p.numbers.Take(distinct + 1)}
	asked, last := p.threesIn(some, numbers, distinct), p.numbers.Take(distinct)
	for i, s := range p.sentences {
		for _, t := range threesOf(numbers, s) {
			if t >= 0 && asked[t] && last[t] != int32(i+1) {
				last[t] = int32(i + 1)
				h.from[t+1]++
			}
		}
	}
	for t := range distinct {
		n := min(h.from[t+1], mostHolders)
		if n < 2 {
			n = 0
		}
		h.from[t+1] = h.from[t] + n
	}
	if h.from[distinct] == 0 {
		return h
	}
	h.sentences = p.numbers.Take(int(h.from[distinct]))
	next := p.numbers.Take(distinct)
	copy(next, h.from)
	for i, s := range p.sentences {
		for _, t := range threesOf(numbers, s) {
			if t < 0 {
				continue
			}
			if at := next[t]; at < h.from[t+1] && (at == h.from[t] || h.sentences[at-1] != int32(i)) {
				h.sentences[at] = int32(i)
				next[t]++
			}
		}
	}
	return h
}

// threesIn marks the threes of some sentences.
func (p *page) threesIn(some []fellowship, numbers []int32, distinct int) []bool {
	out := p.flags.Take(distinct)
	for _, f := range some {
		for _, t := range threesOf(numbers, p.sentences[f.sentence]) {
			if t >= 0 {
				out[t] = true
			}
		}
	}
	return out
}

// A fellowship is a sentence, and the first and the last of those of its mould.
type fellowship struct{ sentence, first, last int }

// findFellows finds the other sentences that hold half the threes of a sentence.
// Counts has one cell for each sentence, all zero.
func (p *page) findFellows(f *fellowship, numbers []int32, h holders, counts []int32) (found bool) {
	s := p.sentences[f.sentence]
	for _, t := range numbers[s.from : s.to-2] {
		for _, j := range h.of(t) {
			counts[j]++
		}
	}
	for _, t := range numbers[s.from : s.to-2] {
		for _, j := range h.of(t) {
			n := counts[j]
			if counts[j] = 0; 2*int(n) < s.words()-2 || int(j) == f.sentence {
				continue
			}
			if o := &p.sentences[j]; p.text[o.start:o.end] != p.text[s.start:s.end] {
				f.first, f.last, found = min(f.first, int(j)), max(f.last, int(j)), true
			}
		}
	}
	return found
}

// scattered reports that between sentences of one mould stand others that are
// in no mould.
func (p *page) scattered(f fellowship, moulds []mould) bool {
	for i := f.first; i < f.last; i++ {
		if moulds[i] == noMould && p.sentences[i].words() >= 4 {
			return true
		}
	}
	return false
}
