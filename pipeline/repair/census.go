package repair

import (
	"math"
	"strings"

	"github.com/urtext/urtext/pipeline/token"
)

// census is the words of a text, counted by unit.
type census struct {
	page   *sheet
	units  []unit
	keys   []string     // the candidate words, then other function words
	rates  []float64    // occurrences per word of running text
	counts [][]int32    // by unit, by key
	share  float64      // sum of the rates
	index  *token.Table // of keys
	mids   []bool
	near   map[int]*neighbours
	rows   [][]int32 // by line: the class of each of its words; made by row
	spans  []token.Span
}

// itemWords is how long, in words, the lines of a list are at most.
const itemWords = 8

// census counts the function words of each unit.
func (p *sheet) census(mids []bool) *census {
	c := &census{page: p, mids: mids, near: map[int]*neighbours{}, rows: make([][]int32, len(p.lines))}
	for k, w := range token.Function(p.language) {
		if k == 3*candidates {
			break
		}
		c.keys = append(c.keys, spelt(w))
		c.rates = append(c.rates, token.Rate(p.language, w)/1000)
		c.share += c.rates[k]
	}
	c.index = token.NewTable(c.keys)
	for i := 0; i < len(p.lines); i++ {
		if p.lines[i].blank {
			continue
		}
		u := unit{from: i}
		counts := make([]int32, len(c.keys))
		for ; ; i++ {
			u.words += c.count(i, counts)
			if !mids[i] && !(i+1 < len(p.lines) && p.wraps[i].join) {
				break
			}
			if mids[i] {
				u.breaks++
			}
		}
		u.to = i + 1
		if !closesSentence(p.text, p.lines[i]) && u.words < itemWords*(u.breaks+1) {
			u.breaks = 0 // a list: its lines are no sentences
		}
		for _, n := range counts {
			u.function += int(n)
		}
		c.units, c.counts = append(c.units, u), append(c.counts, counts)
	}
	return c
}

// count counts the words of line i, and its function words in lower case.
func (c *census) count(i int, counts []int32) int {
	row := c.row(i)
	for _, class := range row {
		if int(class) < len(counts) {
			counts[class]++
		}
	}
	return len(row)
}

// row is the classes of the words of line i. Each line is cut into words once,
// though every word that may have been eaten asks for its neighbours.
func (c *census) row(i int) []int32 {
	if c.rows[i] == nil {
		l := c.page.lines[i]
		text := c.page.text[l.start:l.end]
		c.spans = token.Words(c.spans[:0], text)
		c.rows[i] = make([]int32, len(c.spans))
		for j, s := range c.spans {
			c.rows[i][j] = int32(c.class(text[s.Start:s.End]))
		}
	}
	return c.rows[i]
}

// neighbours are the words that stand beside a word where it survived, by
// class: each function word is its own class, all other words are one.
type neighbours struct {
	c           *census
	left, right []float64 // log of how much likelier a class is beside the word
	seen        int
}

// minSurvivors is how often a word must be left for its neighbours to tell.
const minSurvivors = 10

const smoothing = 6.0

func (n *neighbours) known() bool { return n.seen >= minSurvivors }

// neighbours surveys the words beside word k, once.
func (c *census) neighbours(k int) *neighbours {
	if n, ok := c.near[k]; ok {
		return n
	}
	n := &neighbours{c: c}
	c.near[k] = n
	for _, counts := range c.counts {
		n.seen += int(counts[k])
	}
	if n.known() {
		n.survey(k)
	}
	return n
}

// survey counts the classes beside word k and everywhere.
func (n *neighbours) survey(k int) {
	other := len(n.c.keys)
	all := make([]float64, other+1)
	left, right := make([]float64, other+1), make([]float64, other+1)
	total, lefts, rights := 0.0, 0.0, 0.0
	for i := range n.c.page.lines {
		before := -1
		for _, class := range n.c.row(i) {
			class := int(class)
			all[class]++
			total++
			if class == k && before >= 0 {
				left[before]++
				lefts++
			}
			if before == k {
				right[class]++
				rights++
			}
			before = class
		}
	}
	for i, x := range all {
		usual := (x + 0.5) / (total + 0.5*float64(len(all)))
		left[i] = math.Log((left[i]/usual + smoothing) / (lefts + smoothing))
		right[i] = math.Log((right[i]/usual + smoothing) / (rights + smoothing))
	}
	n.left, n.right = left, right
}

// class is the index of a function word, or one past the last.
func (c *census) class(word string) int {
	if k := c.index.Find(word); k >= 0 {
		return k
	}
	return len(c.keys)
}

// at says how well the word fits the words beside the break after line i,
// against any two words, as a log-likelihood ratio.
func (n *neighbours) at(i int) float64 {
	p := n.c.page
	l, next := p.lines[i], p.lines[i+1]
	fit := n.left[n.c.class(lastWord(p.text[l.start:l.end]))] + n.right[n.c.class(leadWord(p.text[next.start:next.end]))]
	return math.Min(1.5, fit)
}

// scattered reports whether the breaks stand as far apart as chance puts
// them. Breaks on both sides of short phrases come from markup: links and
// code inside sentences.
func (c *census) scattered(units []unit) bool {
	words, pieces, few := 0.0, 0.0, 0.0
	for _, u := range units {
		if u.breaks == 0 {
			continue
		}
		for i := u.from + 1; i < u.to; i++ {
			n := float64(len(c.row(i)))
			words, pieces = words+n, pieces+1
			if n <= fewWords {
				few++
			}
		}
	}
	if pieces == 0 {
		return false
	}
	expected := pieces * (1 - math.Pow(1-1/math.Max(1.5, words/pieces), fewWords))
	return few <= expected+2*math.Sqrt(expected)+1
}

const fewWords = 3.0

// spelt returns a match key as it is written: casefolding has one sigma.
func spelt(key string) string {
	if stem, ok := strings.CutSuffix(key, "σ"); ok && stem != "" {
		return stem + "ς"
	}
	return key
}
