package furniture

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// landmarks are the blocks known by their place and form.
type landmarks struct {
	marks     []corpus.Mark
	kept      map[int]bool            // never proposed
	proposals map[int]corpus.Proposal // proposed for a reason of their own
}

// landmarks finds the title, the byline, the author box with its label, and
// the page marks.
func (d *doubter) landmarks(title nominee, known bool) *landmarks {
	m := &landmarks{kept: map[int]bool{}, proposals: map[int]corpus.Proposal{}}
	d.pageMarks(m)
	if d.first < 0 {
		return m
	}
	if known {
		title = d.belowTrail(title)
		m.marks = append(m.marks, corpus.Mark{Start: title.start, End: title.end, Role: corpus.RoleTitle})
		m.kept[title.block] = true
		d.siteName(m, title)
	}
	d.trails(m, title)
	d.byline(m, title.block)
	d.authorBox(m)
	d.contacts(m)
	d.records(m)
	d.menus(m)
	return m
}

func (m *landmarks) mark(r *reading, i int, role corpus.Role) {
	b := &r.page.blocks[i]
	m.marks = append(m.marks, corpus.Mark{Start: b.start, End: b.end, Role: role})
	m.kept[i] = true
}

// siteName flags the name of the site behind the title.
func (d *doubter) siteName(m *landmarks, title nominee) {
	b := &d.page.blocks[title.block]
	if title.end >= b.end {
		return
	}
	m.proposals[title.block] = corpus.Proposal{Start: title.end, End: b.end, Kind: corpus.KindFurniture, Score: .6,
		Evidence: []corpus.Evidence{{Family: corpus.Layout, Weight: .6, Detail: "the name of the site behind the title"}}}
}

// alike reports whether one of two titles holds the other.
func alike(a, b string) bool { return alikeKeys(plainKey(a), plainKey(b)) }

// alikeKeys is alike for plain keys.
func alikeKeys(a, b string) bool {
	return a != "" && b != "" && (strings.Contains(a, b) || strings.Contains(b, a))
}

// plainKey is the keys of the words of a line, with a space between them.
func plainKey(s string) string {
	return string(appendPlainKey(make([]byte, 0, len(s)+16), s))
}

// plainKey is that in the page's room, until the next one.
func (p *page) plainKey(s string) []byte {
	p.key = appendPlainKey(p.key[:0], s)
	return p.key
}

func appendPlainKey(out []byte, s string) []byte {
	var spans [32]token.Span
	for i, w := range token.Words(spans[:0], s) {
		if i > 0 {
			out = append(out, ' ')
		}
		out = token.AppendKey(out, s[w.Start:w.End])
	}
	return out
}

// bylineReach is how many blocks from the title or the article's end a byline
// may stand.
const bylineReach = 3

// byline marks the line next to the title that names the author.
func (d *doubter) byline(m *landmarks, title int) {
	from := max(title+1, d.first-bylineReach, 0)
	for i := from; i <= min(from+bylineReach, d.last); i++ {
		if !m.kept[i] && d.page.byline(i) && d.trusted(i) {
			m.mark(d.reading, i, corpus.RoleByline)
			return
		}
	}
}

// contacts marks the lines at the article's end that name the author.
func (d *doubter) contacts(m *landmarks) {
	n := len(d.page.blocks)
	for i := max(d.last-bylineReach, d.first+2); i < min(n, d.last+bylineReach); i++ {
		if !m.kept[i] && (d.page.byline(i) || d.page.contact(i)) && d.near(i) && d.trusted(i) {
			m.mark(d.reading, i, corpus.RoleByline)
		}
	}
}

// trusted reports whether a line that names somebody may be the author's:
// the data of a post have a time of day, its links no mail box, and spam is
// known as such.
func (d *doubter) trusted(i int) bool {
	b, s := &d.page.blocks[i], &d.shapes[i]
	return !s.clock && !s.arrow && !s.rights && !s.counted && s.parts < 3 && d.doubt[i] < .9 && covered(d.taken, b.start, b.end) < .5
}

// near reports whether no furniture stands between the article and block i.
func (r *reading) near(i int) bool {
	for j := r.last + 1; j <= i; j++ {
		if r.sign(j) || r.page.blocks[j].rule {
			return false
		}
	}
	return true
}

// prepositions that open a byline, in the languages that have one.
var prepositions = map[string]bool{"by": true, "von": true, "par": true, "por": true, "di": true, "da": true, "door": true, "av": true,
	"af": true, "od": true, "autor": true, "author": true, "auteur": true, "autore": true, "text": true, "автор": true, "napsal": true,
	"kirjoittanut": true, "írta": true, "yazan": true, "oleh": true, "του": true, "της": true, "بقلم": true, "מאת": true, "نوشته": true}

// byline reports whether block i is a name behind one of the prepositions.
func (p *page) byline(i int) bool {
	b := &p.blocks[i]
	if b.words < 2 || b.words > 10 || b.terminal && b.words > 6 {
		return false
	}
	words := p.wordsIn(b)
	if len(words) < 2 || !prepositions[token.Key(p.word(words[0]))] {
		return false
	}
	r, _ := utf8.DecodeRuneInString(p.text[words[1].Start:])
	return unicode.IsUpper(r) || unicode.IsLetter(r) && !unicode.IsLower(r)
}

// contact reports whether block i opens with a name and gives an e-mail
// address, if only what is left of one that was hidden ("[email protected]").
func (p *page) contact(i int) bool {
	b := &p.blocks[i]
	s := p.text[b.start:b.end]
	return b.words <= 40 && named(s) && !b.address && (strings.Contains(s, "@") || strings.Contains(s, "[email"))
}

// named reports whether a text opens with two or three capitalised words, as
// with a name.
func named(s string) bool {
	words := token.Words(nil, s[:min(len(s), 80)])
	n := 0
	for _, w := range words[:min(2, len(words))] {
		if r, _ := utf8.DecodeRuneInString(s[w.Start:]); unicode.IsUpper(r) && w.End-w.Start > 1 {
			n++
		}
	}
	return n == 2
}

// boxReach is how many blocks before and after the article's end an author
// box may begin.
const boxReach = 4

// authorBox marks the paragraph that tells of the author: near the end, prose
// that opens with a name and gives an address, or that follows a byline of
// the same name. A short line right before it is its label.
func (d *doubter) authorBox(m *landmarks) {
	n := len(d.page.blocks)
	for i := min(n-1, d.last+boxReach); i >= max(d.last-boxReach, d.first+2, 1); i-- {
		b := &d.page.blocks[i]
		if m.kept[i] || d.beat(i) || b.words < 8 || b.words > 150 || !d.near(i) || !d.trusted(i) || !d.tellsOfAuthor(i, m) {
			continue
		}
		m.mark(d.reading, i, corpus.RoleAuthorBox)
		if l := &d.page.blocks[i-1]; l.words <= 5 && !l.terminal && !l.rule && !m.kept[i-1] && l.words > 0 {
			m.mark(d.reading, i-1, corpus.RoleLabel)
			m.proposals[i-1] = d.line(i-1, corpus.Flag, .2, []corpus.Evidence{{Family: corpus.Layout, Weight: .2, Detail: "label of the author box"}})
		}
		return
	}
}

// tellsOfAuthor reports a block that names someone and how to reach them, the one that a
// byline names, or a note all in brackets that gives an address.
func (r *reading) tellsOfAuthor(i int, m *landmarks) bool {
	b := &r.page.blocks[i]
	s := r.page.text[b.start:b.end]
	if inBrackets(s) && (strings.Contains(s, "@") || b.addresses > 0) {
		return true
	}
	if !named(s) {
		return false
	}
	if strings.Contains(s, "@") || b.addresses > 0 && !b.address && b.function >= .45 && !behindColon(s) {
		return true
	}
	name := firstWords(s, 2)
	for _, mark := range m.marks {
		if mark.Role == corpus.RoleByline && strings.Contains(r.page.text[mark.Start:mark.End], name) {
			return true
		}
	}
	return false
}

// inBrackets reports whether one pair of round brackets holds all of a text.
func inBrackets(s string) bool {
	s = strings.TrimSpace(s)
	for _, pair := range [][2]string{{"(", ")"}, {"（", "）"}} {
		inner, ok := strings.CutPrefix(s, pair[0])
		if inner, shut := strings.CutSuffix(inner, pair[1]); ok && shut && !strings.ContainsAny(inner, pair[0]+pair[1]) {
			return true
		}
	}
	return false
}

func firstWords(s string, n int) string {
	words := token.Words(nil, s[:min(len(s), 120)])
	if len(words) < n {
		return s
	}
	return s[words[0].Start:words[n-1].End]
}

// behindColon reports whether a text is something, a colon, and an address:
// an item of a list of links.
func behindColon(s string) bool {
	fields := strings.Fields(s)
	n := len(fields)
	return n > 1 && isAddress(fields[n-1]) && strings.HasSuffix(fields[n-2], ":") && !strings.ContainsAny(strings.Join(fields[:n-1], " "), ".!?")
}
