package align

// A step of an alignment: what it is, and the column and the word it begins at.
type step struct {
	state     uint8
	col, word int
}

// islandShore is the number of words and columns without a partner from which,
// on both sides, pairs that are worth nothing are an island: words of an
// injected sentence, perhaps, laid on those of a lost one.
const islandShore = 6

// leastEnd is what pairs must be worth that stand alone at an open end: two rare words.
// Where a copy breaks off into a foreign text, or both go on with texts of their own, a
// few words of these are alike by chance.
const leastEnd = 2 * scoreRare

// clip takes the steps at one open end apart in which pairs stand beyond so many without
// a partner and are worth too little.
func (l *locator) clip(stop bool) {
	t := &l.dp
	n := len(t.steps)
	at := func(k int) *step { // from the end on that is open
		if stop {
			return &t.steps[k]
		}
		return &t.steps[n-1-k]
	}
	from, worth, alone := 0, int32(0), 0
	for k := range n + 1 {
		if k < n && at(k).state != pair {
			alone++
			continue
		}
		if alone >= islandShore {
			if worth >= leastEnd {
				return
			}
			for ; from < k; from++ {
				if at(from).state == pair {
					at(from).state = unpaired
				}
			}
			worth = 0
		}
		if alone = 0; k < n {
			worth += l.worthOf(*at(k))
		}
	}
}

// pairSteps pairs what the steps pair, but for islands. What an island held belongs to
// the shores of the next ones, so islands are looked for until there are no more.
func (l *locator) pairSteps() {
	t := &l.dp
	for sunk := true; sunk; {
		sunk = false
		var before shore
		for k := 0; k < len(t.steps); {
			if t.steps[k].state != pair {
				before.add(t.steps[k].state)
				k++
				continue
			}
			end, worth, after := l.run(k)
			if worth > sinking(before, after) {
				before, k = shore{}, end
				continue
			}
			for ; k < end; k++ {
				if t.steps[k].state == pair {
					t.steps[k].state, sunk = unpaired, true
				}
				before.add(t.steps[k].state)
			}
		}
	}
	for _, s := range t.steps {
		if s.state == pair {
			l.pair(t.cols[s.col], t.words[s.word])
		}
	}
}

// A shore counts the columns and the words without partner on one side of pairs.
type shore struct{ cols, words int }

func (s *shore) add(state uint8) {
	s.cols += b2i(state != wordGap)
	s.words += b2i(state != colGap)
}

// wide reports whether the pairs on either side of the shore do not stand together.
func (s shore) wide() bool { return s.cols+s.words >= islandShore }

// twofoldShore is the number of words from which each of two texts goes on without the
// other: fewer are a sentence that was written anew.
const twofoldShore = 14

// twofold reports whether both texts go on without each other.
func (s shore) twofold() bool { return min(s.cols, s.words) >= twofoldShore }

// worthOf is what a step is worth that pairs a column and a word.
func (l *locator) worthOf(s step) int32 {
	return l.match(l.columns[l.dp.cols[s.col]], l.keys[l.dp.words[s.word]])
}

// run returns the end of the pairs from step k on, what they are worth, and the shore
// behind them.
func (l *locator) run(k int) (end int, worth int32, after shore) {
	t := &l.dp
	for end = k; end < len(t.steps) && t.steps[end].state == pair; end++ {
		worth += l.worthOf(t.steps[end])
	}
	for n := end; n < len(t.steps) && t.steps[n].state != pair; n++ {
		after.add(t.steps[n].state)
	}
	return end, worth, after
}

// sinking is the worth up to which pairs between two shores are an island: where both
// texts go on without each other on one side, what the gap on the other side costs.
func sinking(before, after shore) int32 {
	switch {
	case before.twofold():
		return after.cost()
	case after.twofold():
		return before.cost()
	case before.wide() && after.wide():
		return 0
	}
	return scoreNever
}

// cost is what the gap of a shore costs, at most what pairs must be worth at an open
// end. Where only one of the texts goes on, as with an injected phrase, or none, a word
// that is equal stays.
func (s shore) cost() int32 {
	if s.cols == 0 || s.words == 0 {
		return scoreCommon - 1
	}
	return min(-scoreOpen-int32(s.cols+s.words)*scoreExtend, leastEnd) - 1
}
