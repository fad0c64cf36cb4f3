package cluster

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// A Part is what the page marks of a document say of its place in an article
// of several pages.
type Part struct {
	After  bool  // it goes on from an earlier page
	Before bool  // it is continued on a later page
	Page   int32 // 0 when unknown
	Row    int32 // pages of a row that all pages of the article bear; 0 where it bears none
}

// first reports a page that no other goes before.
func (p Part) first() bool { return p.Page == 1 && p.Before && !p.After }

// part reads a page mark; head tells that it stands in the first half of the
// page. Of two numbers, in whatever order a language has them, the smaller
// is the page and the larger counts the pages: one page of one is a whole.
// One number is a page that the mark leads to, back at the head of the page
// and on at its end, or, when it stands with nothing but the word, this page.
// A row of links to all pages tells by where it leads.
func part(mark string, head bool) Part {
	if row, ok := token.ReadPageRow(mark); ok && !row.Bare() {
		return partOfRow(row)
	}
	numbers, terse := pageNumbers(mark)
	if len(numbers) == 0 {
		return Part{}
	}
	if len(numbers) >= 2 {
		page, pages := min(numbers[0], numbers[1]), max(numbers[0], numbers[1])
		if pages == 1 {
			return Part{}
		}
		return Part{After: page > 1, Before: page < pages, Page: page}
	}
	n := numbers[0]
	switch {
	case terse && n > 1:
		return Part{After: true, Page: n}
	case terse:
		return Part{}
	case !head && n < 2: // no page leads on to page 1: much stands before the text
		return Part{After: true}
	case head:
		return Part{After: true, Page: n + 1}
	}
	return Part{Before: true, Page: n - 1}
}

// partOfRow is what a row of links says: it leads back from the last page and on from the
// first, and both ways from the second of three.
func partOfRow(row token.PageRow) Part {
	p := Part{After: row.Back, Before: row.On}
	switch {
	case !row.Back:
		p.Page = 1
	case !row.On:
		p.Page = row.Pages
	case row.Pages == 3:
		p.Page = 2
	}
	return p
}

// pageNumbers returns the numbers of a page mark, and whether nothing but the
// word for a page stands with them.
func pageNumbers(mark string) (numbers []int32, terse bool) {
	words, signs := 0, 0 // signs: characters of scripts without spaces
	katakana := -1       // end of the run of katakana before, which is one word
	for _, w := range token.Words(nil, mark) {
		s := mark[w.Start:w.End]
		letters := strings.TrimFunc(s, unicode.IsDigit)
		if n, ok := pageOf(strings.Trim(s, letters)); ok && s != letters {
			numbers = append(numbers, n)
		}
		r, _ := utf8.DecodeRuneInString(letters)
		switch {
		case letters == "":
		case r == 'ー' || unicode.Is(unicode.Katakana, r):
			signs += b2i(katakana != w.Start)
			katakana = w.End
		case token.Spaceless(r):
			signs++
		default:
			words++
		}
	}
	if signs > 0 {
		return numbers, words+signs <= 2
	}
	return numbers, words <= 1
}

// pageOf reads the number of a page.
func pageOf(digits string) (int32, bool) {
	n := int32(0)
	for _, r := range digits {
		if !unicode.IsDigit(r) || n > 99 {
			return 0, false
		}
		n = n*10 + digit(r)
	}
	return n, digits != ""
}

// digit is the value of a decimal digit: scripts have theirs in runs of ten.
func digit(r rune) int32 {
	n := int32(0)
	for n < 9 && unicode.IsDigit(r-n-1) {
		n++
	}
	return n
}

// join takes together what two marks of one page say. Where they are at odds,
// one is about something else, as the pages of a thread, and the number is
// unknown.
func (p Part) join(q Part) Part {
	r := Part{p.After || q.After, p.Before || q.Before, max(p.Page, q.Page), max(p.Row, q.Row)}
	if p.Page > 0 && q.Page > 0 && p.Page != q.Page {
		r.Page = 0
	}
	return r
}

// PartOf reads the page marks of a document. The article neither begins
// before a mark at the head that says that it goes on, nor ends behind one at
// the end that says that it is continued: it stands in the bytes [from, to)
// of the draft's text, all of it if the marks are at odds.
func PartOf(d *corpus.Document) (p Part, from, to int) {
	return parts(d, trim(d.Draft.Text, certain(d)))
}

// parts is PartOf, of which t is the text that is kept. A row that does not say where it
// leads counts where no other mark tells.
func parts(d *corpus.Document, t trimmed) (p Part, from, to int) {
	all := len(d.Draft.Text)
	to = all
	atHead := func(m corpus.Mark) bool { return t.at(m.Start)*2 <= len(t.text) }
	take := func(m corpus.Mark, head bool, q Part) {
		if p = p.join(q); q.After && head {
			from = max(from, m.Start)
		}
		if q.Before && !head {
			to = min(to, m.End)
		}
	}
	type bareRow struct {
		mark corpus.Mark
		row  token.PageRow
	}
	var rows []bareRow
	for _, m := range d.Marks {
		if m.Role != corpus.RolePageMark || m.Start < 0 || m.Start > m.End || m.End > all {
			continue
		}
		line, head := d.Draft.Text[m.Start:m.End], atHead(m)
		if row, ok := token.ReadPageRow(line); ok && row.Bare() {
			rows = append(rows, bareRow{m, row})
			continue
		}
		take(m, head, part(line, head))
	}
	if p == (Part{}) {
		for _, x := range rows {
			take(x.mark, atHead(x.mark), partOfBareRow(x.row, opening(d, t.text), t.text))
		}
	}
	if p.Page == 0 || from >= to {
		return p, 0, all
	}
	return p, from, to
}
