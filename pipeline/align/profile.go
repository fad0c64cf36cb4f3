package align

import (
	"cmp"
	"slices"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A profile is the growing alignment: columns in the order of the article,
// each with one cell per strand.
type profile struct {
	ids     map[string]int32 // key to id
	keys    []string         // id to key
	counts  []int32          // id to number of words in all strands
	total   int
	strands []*strand
	columns []*column
	joined  int // strands in the columns
	similar *similarity
}

// A strand is a distinct stream of words.
type strand struct {
	words []int32 // key ids
	page  int     // its page number, 0 when unknown
	hands int     // that wrote its witnesses in other forms
	from  int     // of a page of several, the text stands in words [from, to)
	to    int
	first *column // of its first and of its last word, nil while it is not in the profile
	last  *column
	// The first of the witnesses that are this stream.
	witness *corpus.Witness
}

// text reports whether word w stands in the text and not in the frame that
// the page marks leave out.
func (s *strand) text(w int) bool { return w >= s.from && w < s.to }

// text reports whether a column holds a word of some strand's text.
func (p *profile) text(col *column) bool {
	for s, w := range col.cells {
		if w != corpus.Absent && p.strands[s].text(int(w)) {
			return true
		}
	}
	return false
}

// A column holds a word of each strand, or corpus.Absent, and how often
// each key stands in it. rep is the most frequent key.
type column struct {
	cells []int32
	keys  []keyCount
	rep   int32
	lead  int // the place of rep among the keys
	held  int // strands that have a word here
	place int // see mainstream
}

type keyCount struct {
	key   int32
	count int
}

func (p *profile) intern(w *corpus.Witness) *strand {
	s := &strand{words: make([]int32, len(w.Words)), page: w.Page, hands: 1, from: w.From, to: w.To, witness: w}
	if s.to == 0 {
		s.to = len(w.Words)
	}
	for i, word := range w.Words {
		id, ok := p.ids[word.Key]
		if !ok {
			id = int32(len(p.keys))
			p.ids[word.Key] = id
			p.keys = append(p.keys, word.Key)
			p.counts = append(p.counts, 0)
		}
		p.counts[id]++
		s.words[i] = id
	}
	p.total += len(w.Words)
	return s
}

// joinOrder ranks the strands by how much of what they hold others hold
// too: the sum over their distinct word runs of the number of other strands
// with the run. The first is the medoid of the long witnesses.
func (p *profile) joinOrder() []int {
	held := map[uint64]int32{}
	runs := make([]map[uint64]bool, len(p.strands))
	for i, s := range p.strands {
		runs[i] = map[uint64]bool{}
		for j := 0; j+runLength <= len(s.words); j++ {
			h := hashRun(s.words[j : j+runLength])
			if !runs[i][h] {
				runs[i][h] = true
				held[h]++
			}
		}
	}
	score := make([]int, len(p.strands))
	for i := range runs {
		for h := range runs[i] {
			score[i] += int(held[h] - 1)
		}
	}
	order := make([]int, len(p.strands))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if c := cmp.Compare(score[b], score[a]); c != 0 {
			return c
		}
		return cmp.Compare(len(p.strands[b].words), len(p.strands[a].words))
	})
	return order
}

// join aligns strand s to the columns and adds its words: to the columns
// they match, else in new columns at the place where they stand.
func (p *profile) join(s int) {
	st := p.strands[s]
	at := p.locate(st) // the column of each word, or -1
	inserts := make([][]int, len(p.columns)+1)
	last := p.start(st, at) // new words go before this column
	pending := []int{}
	flush := func(col int) {
		inserts[col] = append(inserts[col], pending...)
		pending = pending[:0]
	}
	for w := range st.words {
		switch {
		case at[w] < 0:
			pending = append(pending, w)
		default:
			flush(p.before(st, last, at[w], w == len(pending) && w >= leastHead))
			p.put(p.columns[at[w]], s, w)
			last = at[w] + 1
		}
	}
	flush(p.before(st, last, len(p.columns), false))
	p.insert(s, inserts)
	p.joined++
}

// put puts word w of strand s into a column.
func (p *profile) put(col *column, s, w int) {
	st := p.strands[s]
	col.set(s, int32(w), st.words[w])
	if w == 0 {
		st.first = col
	}
	if w == len(st.words)-1 {
		st.last = col
	}
}

// leastHead is the number of words from which what a page has before the first
// word in common is its text: frames are shorter.
const leastHead = 40

// before is the column, of the gap [from, to), before which new words of the
// strand go: the first, or behind them all when these are of earlier pages. The
// head of a later page stands behind that of a copy without a number, too.
func (p *profile) before(st *strand, from, to int, head bool) int {
	if st.page == 0 || from >= to {
		return from
	}
	for _, col := range p.columns[from:to] {
		for s, w := range col.cells {
			if page := p.strands[s].page; w != corpus.Absent && (page >= st.page || page == 0 && (!head || st.page == 1)) {
				return from
			}
		}
	}
	return to
}

// start is the column before which the first words of a strand go. A strand
// that has nothing in common with the profile stands before or behind it, as
// the page numbers say: what has no number is page 1 beside a later page, and
// a later page beside page 1.
func (p *profile) start(st *strand, at []int) int {
	if slices.ContainsFunc(at, func(c int) bool { return c >= 0 }) {
		return 0
	}
	first := p.firstPage()
	if st.page > 0 && st.page < first || st.page == 1 && first == 0 || st.page == 0 && first > 1 {
		return 0
	}
	return len(p.columns)
}

// firstPage is the lowest page number in the profile, 0 when none is known.
func (p *profile) firstPage() int {
	low := 0
	for s, st := range p.strands {
		if st.page > 0 && (low == 0 || st.page < low) && slices.ContainsFunc(p.columns, func(c *column) bool { return c.cells[s] != corpus.Absent }) {
			low = st.page
		}
	}
	return low
}

// insert adds a column for each word of strand s in inserts[c], before
// column c.
func (p *profile) insert(s int, inserts [][]int) {
	n := 0
	for _, ws := range inserts {
		n += len(ws)
	}
	if n == 0 {
		return
	}
	cols := make([]*column, 0, len(p.columns)+n)
	for c, ws := range inserts {
		for _, w := range ws {
			col := &column{cells: make([]int32, len(p.strands))}
			for i := range col.cells {
				col.cells[i] = corpus.Absent
			}
			p.put(col, s, w)
			cols = append(cols, col)
		}
		if c < len(p.columns) {
			cols = append(cols, p.columns[c])
		}
	}
	p.columns = cols
}

// remove takes strand s out of the profile, and the columns with it that
// only it held.
func (p *profile) remove(s int) {
	st := p.strands[s]
	kept := p.columns[:0]
	for _, col := range p.columns {
		if w := col.cells[s]; w != corpus.Absent {
			col.unset(s, st.words[w])
		}
		if len(col.keys) > 0 {
			kept = append(kept, col)
		}
	}
	p.columns = kept
	p.joined--
	st.first, st.last = nil, nil
}

func (c *column) set(s int, w, key int32) {
	c.cells[s] = w
	c.held++
	i := slices.IndexFunc(c.keys, func(k keyCount) bool { return k.key == key })
	if i < 0 {
		i = len(c.keys)
		c.keys = append(c.keys, keyCount{key, 0})
	}
	c.keys[i].count++
	if i == c.lead || c.keys[i].before(c.keys[c.lead]) {
		c.lead, c.rep = i, key
	}
}

func (c *column) unset(s int, key int32) {
	c.cells[s] = corpus.Absent
	c.held--
	i := slices.IndexFunc(c.keys, func(k keyCount) bool { return k.key == key })
	if c.keys[i].count--; c.keys[i].count == 0 {
		c.keys = slices.Delete(c.keys, i, i+1)
	}
	c.elect()
}

// before ranks the keys of a column: the most frequent is its representative;
// of equals, the one with the smallest id, which is the one of the witness
// first in content order.
func (k keyCount) before(other keyCount) bool {
	return k.count > other.count || k.count == other.count && k.key < other.key
}

// elect finds the representative anew.
func (c *column) elect() {
	c.lead = 0
	for i, k := range c.keys {
		if k.before(c.keys[c.lead]) {
			c.lead = i
		}
	}
	if len(c.keys) > 0 {
		c.rep = c.keys[c.lead].key
	}
}
