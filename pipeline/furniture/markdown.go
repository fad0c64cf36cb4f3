package furniture

import (
	"strings"
	"unicode"

	"github.com/urtext/urtext/pipeline/corpus"
)

// What makes Markdown of a whole page leaves its menus as rows of links, whose
// addresses begin at the root of its site ("[News](/news) [Shop](/shop)"). Markdown
// that somebody wrote names files beside it, or whole addresses.

const (
	leastRooted = 6   // links to the root of the site
	rootedShare = .5  // of all links
	aloneShare  = .34 // of those that are rooted, that stand in rows of nothing else
)

// menus proposes the rows of links that such a page has before its first prose and
// behind its last.
func (d *doubter) menus(m *landmarks) {
	if strings.Count(d.page.text, "](/") < leastRooted {
		return
	}
	rooted, all, alone := 0, 0, 0
	rows := d.page.flags.Take(len(d.page.blocks))
	first, last := -1, -1
	for i := range d.page.blocks {
		b := &d.page.blocks[i]
		links, ofRoot, rest := linksOf(d.page.text[b.start:b.end])
		rows[i] = ofRoot > 0 && 2*ofRoot >= links && rest == 0
		rooted, all = rooted+ofRoot, all+links
		if rows[i] {
			alone += ofRoot
		}
		if b.words >= 12 && rest >= 12 {
			if last = i; first < 0 {
				first = i
			}
		}
	}
	if rooted < leastRooted || float64(rooted) < rootedShare*float64(all) || float64(alone) < aloneShare*float64(rooted) || first < 0 {
		return
	}
	evidence := []corpus.Evidence{
		{Family: corpus.Layout, Weight: .9, Detail: "a row of nothing but links"},
		{Family: corpus.Template, Weight: .9, Detail: "to pages of the site that it stands on"},
	}
	for i, row := range rows {
		if row && (i < first || i > last) {
			m.proposals[i] = d.line(i, corpus.Cut, 1, evidence)
			delete(m.kept, i)
		}
	}
}

// linksOf counts the links of a line of Markdown, those to the root of the site, and
// the words outside of links.
func linksOf(line string) (links, rooted, rest int) {
	for line != "" {
		open := strings.IndexByte(line, '[')
		if open < 0 {
			break
		}
		middle := strings.Index(line[open:], "](")
		if middle < 0 {
			break
		}
		middle += open
		end := strings.IndexByte(line[middle:], ')')
		if end < 0 {
			break
		}
		rest += wordsOf(line[:open])
		links++
		if strings.HasPrefix(line[middle+2:], "/") && !strings.HasPrefix(line[middle+2:], "//") {
			rooted++
		}
		line = line[middle+end+1:]
	}
	return links, rooted, rest + wordsOf(line)
}

// wordsOf counts the fields of a text that have a letter.
func wordsOf(s string) (n int) {
	for f := range strings.FieldsSeq(s) {
		if strings.ContainsFunc(f, unicode.IsLetter) {
			n++
		}
	}
	return n
}
