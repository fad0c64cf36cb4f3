package report

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/rivo/uniseg"
	"github.com/urtext/urtext/pipeline/corpus"
)

// sigla maps the ids of the members to the letters they go by in a view.
type sigla map[string]string

// assignSigla names the members A, B, ... Z, AA, AB, ... in their order.
func assignSigla(members []corpus.Member) sigla {
	s := make(sigla, len(members))
	for i, m := range members {
		if _, named := s[m.ID]; !named {
			s[m.ID] = letters(i)
		}
	}
	return s
}

func letters(i int) string {
	last := string(rune('A' + i%26))
	if i < 26 {
		return last
	}
	return letters(i/26-1) + last
}

// of lists the letters of witnesses in the order given; a witness that is no
// member goes by its id.
func (s sigla) of(witnesses []string) string {
	out := make([]string, len(witnesses))
	for i, w := range witnesses {
		out[i] = w
		if l, ok := s[w]; ok {
			out[i] = l
		}
	}
	return strings.Join(out, " ")
}

func (p *printer) articleHeader(a corpus.Article, s sigla) {
	var b builder
	b.add(a.ID, bold)
	facts := []string{a.Language, count(len(a.Members), "copy", "copies"), fmt.Sprintf("confidence %.2f", a.Confidence)}
	if a.Disputed > 0 {
		facts = append(facts, count(a.Disputed, "disputed place", "disputed places"))
	}
	b.add("  "+strings.Join(facts, ", "), plain)
	p.line("", "  ", b.styled())
	if len(a.Translations) > 0 {
		p.line("", "  ", plainText("translations: "+strings.Join(a.Translations, " ")))
	}
	p.blank()
	p.members(a.Members, s)
	p.blank()
}

// members prints the table of copies: letter, id, role, extent, weight.
func (p *printer) members(members []corpus.Member, s sigla) {
	const widest = 48
	columns := 0
	for _, m := range members {
		columns = max(columns, min(uniseg.StringWidth(m.ID), widest))
	}
	for _, m := range members {
		var b builder
		b.add(pad(s[m.ID], 2), cyan)
		b.add(" "+pad(m.ID, columns), plain)
		b.add(fmt.Sprintf("  %-4s  %8s  weight %.2f", m.Role, extent(m.Extent), m.Weight), dim)
		p.line("  ", "     ", b.styled())
	}
}

// extent gives shares of the text in whole per cent.
func extent(e [2]float64) string {
	return fmt.Sprintf("%.0f-%.0f%%", math.Round(e[0]*100), math.Round(e[1]*100))
}

func (p *printer) documentHeader(rec corpus.Record) {
	var b builder
	b.add(rec.ID, bold)
	b.add("  "+rec.Language, plain)
	p.line("", "  ", b.styled())
	src := fmt.Sprintf("read from %s, record %d at byte %d", rec.Source.Path, rec.Source.Record, rec.Source.Offset)
	p.line("", "  ", plainText(src))
	switch {
	case rec.Cluster != nil:
		p.line("", "  ", plainText("a "+orWord(rec.Role, "member")+" of article "+*rec.Cluster))
	default:
		p.line("", "  ", plainText("in no article: "+orWord(rec.Reason, "no reason given")))
	}
	p.blank()
}

func orWord(s, word string) string {
	if s == "" {
		return word
	}
	return s
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// pad fills s with spaces up to the given number of columns.
func pad(s string, columns int) string {
	return s + strings.Repeat(" ", max(0, columns-uniseg.StringWidth(s)))
}
