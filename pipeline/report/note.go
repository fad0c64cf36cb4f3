package report

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// note prints an entry under its paragraph. Where it fits a line:
//
//	[3] harbour (A C) ] harbor (B)   majority, 0.93
//
// else each reading on lines of its own. An entry that one witness alone
// attests has no other reading:
//
//	{4} From here to there: B alone   single-witness, 0.70
//
// What a copy does not have because it was cut from it stands as "cut from C".
func (p *printer) note(n note, words string, s sigla) {
	if len(n.Readings) == 0 {
		return
	}
	first := fmt.Sprintf("    [%d] ", n.number)
	rest := strings.Repeat(" ", len(first))
	whole := p.reading(n, words, s, " ")
	if p.opt.Width <= 0 || len(first)+len(whole.text) <= p.opt.Width {
		p.line(first, rest, whole)
		return
	}
	p.line(first, rest, p.reading(n, words, s, "\n"))
}

// reading puts the readings of an entry one after the other; glue stands
// between them.
func (p *printer) reading(n note, words string, s sigla, glue string) styled {
	var b builder
	if len(n.Readings) == 1 {
		p.alone(&b, words, n.Readings[0].Witnesses, s)
	}
	for i, r := range n.Readings {
		if len(n.Readings) == 1 {
			break
		}
		if i > 0 {
			b.add(glue+"] ", dim)
		}
		if r.Text == "" {
			p.nothing(&b, n, i, s)
			continue
		}
		if i == 0 {
			b.add(p.form(corpus.Reading{Text: words}), certainty(n.Entry))
		} else {
			b.add(p.form(r), plain)
		}
		if len(r.Witnesses) > 0 {
			b.add(" ("+s.of(r.Witnesses)+")", cyan)
		}
	}
	b.add(fmt.Sprintf("%s%s, %.2f", strings.Replace(glue, " ", "   ", 1), orWord(n.Rule, "no rule"), n.Confidence), dim)
	if n.disputed {
		b.add(", disputed", dim)
	}
	return b.styled()
}

// form is how a reading stands in a note: its words on one line, or that it
// has none.
func (p *printer) form(r corpus.Reading) string {
	switch {
	case strings.TrimSpace(r.Text) == "" && strings.Contains(r.Text, "\n\n"):
		return "paragraph break"
	case strings.TrimSpace(r.Text) == "":
		return "space"
	}
	return p.excerpt(r.Text)
}

// The parts of a long text that an excerpt keeps, in characters.
const (
	excerptHead = 64
	excerptTail = 32
)

// excerpt puts a text on one line and, unless all is wanted, leaves out the
// middle of a long one.
func (p *printer) excerpt(text string) string { return p.ends(text, excerptHead, excerptTail) }

// ends is an excerpt of so many characters at either end.
func (p *printer) ends(text string, first, last int) string {
	line := strings.Join(strings.Fields(text), " ")
	if p.opt.All || len(line) <= first+last+16 {
		return line
	}
	head, tail := offset(line, first), backOffset(line, last)
	if head >= tail {
		return line
	}
	if sp := strings.LastIndexByte(line[:head], ' '); sp > head/2 {
		head = sp
	}
	if sp := strings.IndexByte(line[tail:], ' '); sp >= 0 && sp < (len(line)-tail)/2 {
		tail += sp + 1
	}
	return line[:head] + " … " + line[tail:]
}

// offset is the byte offset of the n-th character.
func offset(s string, n int) int {
	at := 0
	for ; n > 0 && at < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return at
}

// backOffset is the byte offset of the n-th character from the end.
func backOffset(s string, n int) int {
	at := len(s)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	return at
}
