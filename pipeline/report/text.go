package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// An entry of the apparatus stands in the text as a number behind the words
// it is about, `happened[3], but`, or when it spans many words as a pair,
// `{4 From here to there 4}`. The notes follow the paragraph in which the
// entry begins.

// longLemma is the length in bytes from which an entry is marked as a pair.
const longLemma = 48

// A note is an entry with its number and the place of its marks: the words
// [first, last) without the white space round them.
type note struct {
	corpus.Entry
	number      int
	first, last int
	disputed    bool
}

// A mark is set into the text at a byte offset: a label, and the style of
// the text that follows.
type mark struct {
	at, rank int
	label    string
	style    style
	restyle  bool
}

// text prints the article paragraph by paragraph, with marks at the places where
// copies differ, and below each paragraph what they have there.
func (p *printer) text(a corpus.Article, entries []corpus.Entry, s sigla) {
	notes := number(a.Text, entries, p.opt.All)
	dispute(notes, a.Disputed)
	if len(notes) > 0 {
		p.legend()
	}
	marks := place(a.Text, notes)
	for at := 0; at <= len(a.Text); {
		end := len(a.Text)
		if n := strings.Index(a.Text[at:], "\n\n"); n >= 0 {
			end = at + n
		}
		base := plain
		if at == 0 && a.Title != "" && a.Text[:end] == a.Title {
			base = bold
		}
		n := before(marks, end, func(m mark) int { return m.at })
		p.line("", "", paragraph(a.Text, at, end, marks[:n], base))
		marks = marks[n:]
		n = before(notes, end, func(n note) int { return n.first })
		for _, note := range notes[:n] {
			p.note(note, a.Text[note.first:note.last], s)
		}
		notes = notes[n:]
		p.blank()
		at = end + 2
	}
}

// legend says how to read the numbers in the text.
func (p *printer) legend() {
	var b builder
	b.add("[1] copies differ here: reading chosen (who has it) ] other readings   rule, confidence\n", dim)
	b.add("{1 a long stretch about which there is a note 1}", dim)
	p.line("  ", "  ", b.styled())
	p.blank()
}

// before counts the elements at the head of a sorted list that stand at end
// or before it.
func before[T any](list []T, end int, at func(T) int) int {
	n := 0
	for n < len(list) && at(list[n]) <= end {
		n++
	}
	return n
}

// number sorts the entries by place, leaves out those that differ in white
// space alone unless all are wanted, and counts them from 1.
func number(text string, entries []corpus.Entry, all bool) []note {
	var notes []note
	for _, e := range entries {
		if !all && onlySpace(e.Readings) {
			continue
		}
		n := note{Entry: e}
		n.first, n.last = lemma(text, e.Start, e.End)
		notes = append(notes, n)
	}
	slices.SortStableFunc(notes, func(a, b note) int {
		return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(a.last, b.last))
	})
	for i := range notes {
		notes[i].number = i + 1
	}
	return notes
}

// The rules of which an entry may be disputed: words between which nothing decides, and
// what one copy has and one lacks.
const (
	ruleTie      = "tie"
	ruleOneOnOne = "one-on-one"
)

// dispute marks so many notes as disputed as the article counts: the ties, and of
// copy against copy the least sure.
func dispute(notes []note, most int) {
	var open []*note
	for i := range notes {
		if n := &notes[i]; n.Rule == ruleTie || n.Rule == ruleOneOnOne {
			open = append(open, n)
		}
	}
	slices.SortStableFunc(open, func(a, b *note) int {
		return cmp.Or(cmp.Compare(b.Rule, a.Rule), cmp.Compare(a.Confidence, b.Confidence)) // ties first
	})
	for _, n := range open[:min(len(open), most)] {
		n.disputed = true
	}
}

// onlySpace reports whether several readings differ in white space alone.
func onlySpace(readings []corpus.Reading) bool {
	for _, r := range readings {
		if strings.Join(strings.Fields(r.Text), "") != strings.Join(strings.Fields(readings[0].Text), "") {
			return false
		}
	}
	return len(readings) > 1
}

// lemma is the span of an entry without the white space at its ends, held
// within the text and on the borders of characters.
func lemma(text string, start, end int) (first, last int) {
	first, last = border(text, start), border(text, end)
	last = max(first, last)
	words := strings.TrimLeft(text[first:last], " \n")
	if words == "" {
		first = len(strings.TrimRight(text[:first], " \n"))
		return first, first
	}
	first = last - len(words)
	return first, first + len(strings.TrimRight(words, " \n"))
}

func border(text string, i int) int {
	i = min(max(i, 0), len(text))
	for i < len(text) && !utf8.RuneStart(text[i]) {
		i++
	}
	return i
}

// place makes the marks of all notes, in the order in which they stand.
func place(text string, notes []note) []mark {
	var marks []mark
	for _, n := range notes {
		num := strconv.Itoa(n.number)
		words := text[n.first:n.last]
		switch {
		case words == "":
			label := "[" + num + "]"
			if n.first == 0 || text[n.first-1] == '\n' {
				label += " "
			}
			marks = append(marks, mark{at: n.first, rank: 1, label: label})
		case len(words) >= longLemma || strings.Contains(words, "\n\n"):
			marks = append(marks, mark{at: n.first, rank: 2, label: "{" + num + " "},
				mark{at: n.last, label: " " + num + "}"})
		default:
			marks = append(marks, mark{at: n.first, rank: 3, style: certainty(n.Entry), restyle: true},
				mark{at: n.last, rank: 1, label: "[" + num + "]", restyle: true})
		}
	}
	slices.SortStableFunc(marks, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.rank, b.rank))
	})
	return marks
}

// paragraph sets the marks into text[at:end].
func paragraph(text string, at, end int, marks []mark, base style) styled {
	var b builder
	now := base
	for _, m := range marks {
		to := max(m.at, at)
		b.add(text[at:to], now)
		at = to
		if m.label != "" {
			b.add(m.label, cyan)
		}
		if m.restyle {
			now = m.style
			if now == plain {
				now = base
			}
		}
	}
	b.add(text[at:end], now)
	return b.styled()
}

// certainty is the colour of the words an entry is about: red where the
// copies leave it open, yellow where they lean, green where they agree.
func certainty(e corpus.Entry) style {
	switch {
	case e.Confidence < 0.6:
		return red
	case e.Confidence < 0.9:
		return yellow
	}
	return green
}
