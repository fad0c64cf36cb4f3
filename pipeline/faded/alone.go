package faded

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits of what is said of a sign that stands alone.
const (
	leastAlone = 2   // signs that are read alike in such a place,
	aloneShare = .75 // of all that are read there
)

// A manner is what signs that stand alone stood for, where they were read: words,
// and marks as others have them.
type manner struct {
	words, marks map[string]int
	all          int
}

// usual is what is counted often enough, and more than anything else.
func (c manner) usual(of map[string]int) (string, bool) {
	for what, n := range of {
		if n >= leastAlone && float64(n) >= aloneShare*float64(c.all) {
			return what, true
		}
	}
	return "", false
}

// inferAlone reads the signs that stand alone and that no other copy has, outside
// of hidden runs: as the rest of the text's, those before a capital apart from the
// others. Before a capital it is a question mark where the text has its marks
// behind a space.
func (m *Mending) inferAlone(hidden []bool) {
	var manners [2]manner
	for k := range manners {
		manners[k] = manner{words: map[string]int{}, marks: map[string]int{}}
	}
	var open []int
	for i := range m.words {
		if !m.alone(i) || hidden[i] {
			continue
		}
		c := &manners[m.beforeCapital(i)]
		switch {
		case m.words[i].read:
			c.words[strings.ToLower(m.words[i].now)]++
			c.all++
		case m.words[i-1].joined:
			c.marks[strings.TrimSpace(m.words[i-1].gap)]++
			c.all++
		default:
			open = append(open, i)
		}
	}
	spaced := len(open) > 0 && spacesMarks(m.text.text)
	for _, i := range open {
		capital := m.beforeCapital(i)
		c := manners[capital]
		if word, ok := c.usual(c.words); ok {
			r := m.text.runs[i]
			m.words[i].read, m.words[i].start, m.words[i].end, m.words[i].now = true, r.start, r.end, word
		} else if mark, ok := c.usual(c.marks); ok {
			m.joinAlone(i, mark)
		} else if capital == 1 && spaced && c.all == c.marks["?"] {
			m.joinAlone(i, "?")
		}
	}
}

// joinAlone notes that a mark is what a sign stands for.
func (m *Mending) joinAlone(i int, mark string) {
	before, sign, behind := m.text.runs[i-1], m.text.runs[i], m.text.runs[i+1]
	gap := m.text.text[before.end:sign.start] + mark + m.text.text[sign.end:behind.start]
	m.words[i-1].gap, m.words[i-1].joined = gap, true
}

// alone reports whether run i is a sign with nothing but white space round it, amid
// a paragraph.
func (m *Mending) alone(i int) bool {
	if r := m.text.runs[i]; r.runes != 1 || i == 0 || i+1 == len(m.words) || !strings.ContainsFunc(m.text.text[r.start:r.end], isSign) {
		return false
	}
	return m.spaceBefore(i) && m.spaceBefore(i+1)
}

// spaceBefore reports whether white space parts run i from the one before, which is
// of the same paragraph.
func (m *Mending) spaceBefore(i int) bool {
	gap := m.text.text[m.text.runs[i-1].end:m.text.runs[i].start]
	return strings.TrimSpace(gap) == "" && strings.Count(gap, "\n") < 2
}

// beforeCapital is 1 if the run behind run i begins with a capital.
func (m *Mending) beforeCapital(i int) int {
	next := m.text.runs[i+1]
	if r, _ := utf8.DecodeRuneInString(m.text.text[next.start:next.end]); unicode.IsUpper(r) {
		return 1
	}
	return 0
}

// spacesMarks reports a text that has its marks of exclamation, its colons and
// semicolons behind a space, as French has.
func spacesMarks(text string) bool {
	with, without := 0, 0
	for _, mark := range []string{"!", ";", ":"} {
		for _, space := range []string{" ", "\u00a0", "\u202f", "?"} {
			with += strings.Count(text, space+mark)
		}
		without += strings.Count(text, mark)
	}
	return with >= leastAlone && 2*with > without
}
