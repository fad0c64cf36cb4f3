package report

import (
	"fmt"
	"html"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A copy may be without words because they were cut from it. The apparatus knows the
// copies as they were cleaned; here the edits of the documents are looked at.

// cutLeast is the number of characters of what is looked for in the cuts of a copy: of
// fewer it may be in them by chance.
const cutLeast = 8

// cutWords gives the words that were cut from each document, those of different edits
// apart.
func cutWords(docs []corpus.Record) map[string]string {
	out := map[string]string{}
	for _, rec := range docs {
		var b strings.Builder
		for _, e := range rec.Edits {
			if e.Kind.Removes() {
				b.WriteString(" " + bareWords(e.Was) + " |")
			}
		}
		out[rec.ID] = b.String()
	}
	return out
}

// bareWords is the words of a text in lower case, with one space between them.
func bareWords(text string) string {
	text = strings.ToLower(html.UnescapeString(html.UnescapeString(text)))
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r) }), " ")
}

// cutFrom splits witnesses into those from which the words were cut and the others.
func (p *printer) cutFrom(words string, witnesses []string) (cut, others []string) {
	words = bareWords(words)
	for _, w := range witnesses {
		if utf8.RuneCountInString(words) >= cutLeast && strings.Contains(p.cut[w], " "+words+" ") {
			cut = append(cut, w)
		} else {
			others = append(others, w)
		}
	}
	return cut, others
}

// nothing says who is without the words of an entry, its reading k, and from whom they
// were cut.
func (p *printer) nothing(b *builder, n note, k int, s sigla) {
	look := plain
	if k == 0 {
		look = certainty(n.Entry)
	}
	witnesses := n.Readings[k].Witnesses
	var cut []string
	others := witnesses
	for _, r := range n.Readings {
		if r.Text != "" && len(cut) == 0 {
			cut, others = p.cutFrom(r.Text, witnesses)
		}
	}
	if len(others) > 0 || len(cut) == 0 {
		b.add("nothing", look)
		if len(others) > 0 {
			b.add(" ("+s.of(others)+")", cyan)
		}
	}
	if len(cut) > 0 {
		if len(others) > 0 {
			b.add(", ", plain)
		}
		b.add("cut from ", look)
		b.add(s.of(cut), cyan)
	}
}

// alone says who has words that no other copy that stands there has in another form.
func (p *printer) alone(b *builder, words string, witnesses []string, s sigla) {
	b.add(p.excerpt(words)+": ", plain)
	b.add(s.of(witnesses), cyan)
	var missing []string
	for id := range s {
		if !slices.Contains(witnesses, id) {
			missing = append(missing, id)
		}
	}
	slices.SortFunc(missing, func(x, y string) int { return strings.Compare(fmt.Sprintf("%4s", s[x]), fmt.Sprintf("%4s", s[y])) })
	if len(missing) > 0 {
		b.add(" alone", plain)
	}
	if cut, _ := p.cutFrom(words, missing); len(cut) > 0 {
		b.add(", cut from ", plain)
		b.add(s.of(cut), cyan)
	}
}
