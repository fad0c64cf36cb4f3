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
	joined  int     // strands in the columns
	plain   []int32 // see plainKeys (plain.go)
	similar *similarity
	space   workspace
	main    []*column // see locate
	stream  []int     // see mainstream
	change  []int     // see around
	order   []int32   // see disorder
	inserts []insertion
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
	for s, w := range col.cells.All() {
		if p.strands[s].text(int(w)) {
			return true
		}
	}
	return false
}

// A column holds the words of the strands that have one there, and how often
// each key stands in it. rep is the most frequent key.
type column struct {
	cells corpus.Column
	keys  []keyCount
	rep   int32
	lead  int // the place of rep among the keys
	held  int // strands that have a word here
	place int // see mainstream
	gap   gapMark
}

type keyCount struct {
	key   int32
	count int
}

// intern makes a strand of a witness: its words by the numbers of their keys,
// which it gives to those that are new.
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
	var numbers runs
	numbers.reset(0)
	var held, last []int32 // by the number of a run: strands that have it, and 1 + the last of these
	of := make([][]int32, len(p.strands))
	for i, s := range p.strands {
		for j := 0; j+runLength <= len(s.words); j++ {
			id := numbers.number(hashRun(s.words[j : j+runLength]))
			if int(id) == len(held) {
				held, last = append(held, 0), append(last, 0)
			}
			if last[id] != int32(i+1) {
				last[id] = int32(i + 1)
				held[id]++
				of[i] = append(of[i], id)
			}
		}
	}
	score := make([]int, len(p.strands))
	for i, ids := range of {
		for _, id := range ids {
			score[i] += int(held[id] - 1)
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
	inserts := p.inserts[:0]
	last := p.start(st, at) // new words go before this column
	from := 0               // the first of the words that have no column yet
	flush := func(col, to int) {
		for ; from < to; from++ {
			inserts = append(inserts, insertion{col, from})
		}
	}
	for w := range st.words {
		if at[w] >= 0 {
			flush(p.before(st, last, at[w], from == 0 && w >= leastHead), w)
			p.put(p.columns[at[w]], s, w)
			last, from = at[w]+1, w+1
		}
	}
	flush(p.before(st, last, len(p.columns), false), len(st.words))
	p.insert(s, inserts)
	p.inserts = inserts
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
	if from < to && st.page == 0 && to == len(p.columns) && p.endsFirst(from) {
		return to
	}
	if st.page == 0 || from >= to {
		return from
	}
	for _, col := range p.columns[from:to] {
		for s := range col.cells.All() {
			if page := p.strands[s].page; page >= st.page || page == 0 && (!head || st.page == 1) {
				return from
			}
		}
	}
	return to
}

// endsFirst reports whether all columns from one on are of first pages alone, of which the
// article goes on behind them.
func (p *profile) endsFirst(from int) bool {
	for _, col := range p.columns[from:] {
		for s := range col.cells.All() {
			if p.strands[s].page != 1 {
				return false
			}
		}
	}
	return true
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
	for _, st := range p.strands {
		if st.page > 0 && (low == 0 || st.page < low) && st.first != nil {
			low = st.page
		}
	}
	return low
}

// An insertion is a word that needs a column of its own before column col.
type insertion struct{ col, word int }

// insert adds a column for each of the words of strand s.
func (p *profile) insert(s int, inserts []insertion) {
	if len(inserts) == 0 {
		return
	}
	slices.SortStableFunc(inserts, func(a, b insertion) int { return cmp.Compare(a.col, b.col) })
	cells := corpus.NewColumns(len(inserts), len(p.strands))
	columns := make([]column, len(inserts))
	out := make([]*column, 0, len(p.columns)+len(inserts))
	at := 0
	for i, x := range inserts {
		out = append(out, p.columns[at:x.col]...)
		at = x.col
		col := &columns[i]
		col.cells = cells[i]
		p.put(col, s, x.word)
		out = append(out, col)
	}
	p.columns = append(out, p.columns[at:]...)
}

// remove takes strand s out of the profile, and the columns with it that
// only it held.
func (p *profile) remove(s int) {
	st := p.strands[s]
	kept := p.columns[:0]
	for _, col := range p.columns {
		if w := col.cells.At(s); w != corpus.Absent {
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
	c.cells.Set(s, w)
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
	c.cells.Set(s, corpus.Absent)
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
