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
	counts [][]int32    // by unit, by candidate
	share  float64      // sum of the rates
	index  *token.Table // of keys
	mids   []bool
	breaks int // of all units
	near   [candidates]*neighbours
	pairs  []int32 // by class and the class behind it in a line; made when first asked for
	edges  []edge  // by line: what stands beside the break after it; made by edge
	words  []int32 // the classes of all words
	rows   []int   // by line: the first of its words
}

// An edge is the classes, from 1 on, of the words beside a break; 0 where they
// were not asked for.
type edge struct{ before, after int32 }

// itemWords is how long, in words, the lines of a list are at most.
const itemWords = 8

// census counts the function words of each unit.
func (p *sheet) census(mids []bool) *census {
	c := &census{page: p, mids: mids, edges: make([]edge, len(p.lines))}
	for k, w := range token.Function(p.language) {
		if k == 3*candidates {
			break
		}
		c.keys = append(c.keys, spelt(w))
		c.rates = append(c.rates, token.Rate(p.language, w)/1000)
		c.share += c.rates[k]
	}
	c.index = token.NewTable(c.keys)
	c.read()
	var free []int32 // counts of units to come
	for i := 0; i < len(p.lines); i++ {
		if p.lines[i].blank {
			continue
		}
		u := unit{from: i}
		if len(free) < candidates {
			free = make([]int32, roomUnits*candidates)
		}
		counts := free[:candidates:candidates]
		free = free[candidates:]
		for ; ; i++ {
			words, function := c.count(i, counts)
			u.words += words
			u.function += function
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
		c.breaks += u.breaks
		c.units, c.counts = append(c.units, u), append(c.counts, counts)
	}
	return c
}

// roomUnits is how many units get their counts at a time.
const roomUnits = 64

// count counts the candidates among the words of line i in, and returns how many
// words there are, and how many function words in lower case.
func (c *census) count(i int, counts []int32) (words, function int) {
	row := c.row(i)
	for _, class := range row {
		if int(class) < len(counts) {
			counts[class]++
		}
		if int(class) < len(c.keys) {
			function++
		}
	}
	return len(row), function
}

// read finds the classes of the words of the text, which no line break is inside of:
// of each spelling once.
func (c *census) read() {
	r, lines := token.ReadingOf(c.page.doc), c.page.lines
	classes := make([]int32, len(r.Firsts))
	for n, first := range r.Firsts {
		classes[n] = int32(c.class(r.Word(int(first))))
	}
	c.rows, c.words = make([]int, len(lines)+1), make([]int32, len(r.Words))
	at := 0 // the line
	for i, s := range r.Words {
		for s.Start >= lines[at].next {
			at++
			c.rows[at] = i
		}
		c.words[i] = classes[r.Spellings[i]]
	}
	for at++; at <= len(lines); at++ {
		c.rows[at] = len(c.words)
	}
}

// row is the classes of the words of line i.
func (c *census) row(i int) []int32 { return c.words[c.rows[i]:c.rows[i+1]] }

// class is the index of a function word, or one past the last.
func (c *census) class(word string) int {
	if k := c.index.Find(word); k >= 0 {
		return k
	}
	return len(c.keys)
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
