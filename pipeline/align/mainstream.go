package align

// minorShare is the share of the strands around it up to which those that hold
// a column make it a minor one: with many copies there are more words that one
// of them has alone than words of the article, between any two of these, and
// no run of the article would stand side by side any more.
const minorShare = 8

// mainstream returns the columns, ascending, that more than one in minorShare
// of the strands around hold: all of them while the strands are few.
func (p *profile) mainstream() []int {
	around := p.around()
	out := sized(p.stream, len(p.columns))[:0]
	for c, col := range p.columns {
		if minorShare*col.held > around[c] {
			out = append(out, c)
		}
	}
	p.stream = out
	return out
}

// around counts for each column the strands that have words on both sides of
// it, or in it.
func (p *profile) around() []int {
	for c, col := range p.columns {
		col.place = c
	}
	change := sized(p.change, len(p.columns)+1)
	clear(change)
	for _, st := range p.strands {
		if st.first == nil {
			continue
		}
		a, b := st.first.place, st.last.place
		change[min(a, b)]++
		change[max(a, b)+1]--
	}
	n := 0
	for c := range change {
		n += change[c]
		change[c] = n
	}
	p.change = change
	return change
}

// refine takes places among the main columns, given by their numbers, and
// looks for a place of the words that have none among the minor columns too.
func (p *profile) refine(st *strand, at, stream []int) []int {
	l := p.unread(p.columns, st)
	for w, c := range at {
		if c >= 0 {
			l.pair(stream[c], w)
		}
	}
	for w := 0; w < len(at); w++ {
		if at[w] >= 0 {
			continue
		}
		s := segment{c1: len(p.columns), w0: w, w1: w, openStart: w == 0}
		for s.w1 < len(at) && at[s.w1] < 0 {
			s.w1++
		}
		if w > 0 {
			s.c0 = l.at[w-1] + 1
		}
		if s.openStop = s.w1 == len(at); !s.openStop {
			s.c1 = l.at[s.w1]
		}
		if s.c0 < s.c1 { // not where a passage has moved
			l.read(s.c0, s.c1)
			l.segment(s, runLength)
		}
		w = s.w1
	}
	return l.at
}
