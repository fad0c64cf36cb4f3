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
// the page marks. The title that the record or the page's <title> gives
// helps to find the one in the text.
func (r *reading) landmarks(title string) *landmarks {
	m := &landmarks{kept: map[int]bool{}, proposals: map[int]corpus.Proposal{}}
	r.pageMarks(m)
	if r.first < 0 {
		return m
	}
	at := r.title(m, title)
	r.authorBox(m)
	r.bylines(m, at)
	return m
}

func (m *landmarks) mark(r *reading, i int, role corpus.Role) {
	b := &r.page.blocks[i]
	m.marks = append(m.marks, corpus.Mark{Start: b.start, End: b.end, Role: role})
	m.kept[i] = true
}

// How far before the article its title may stand, in blocks, and how long it
// may be, in words.
const (
	titleReach = 4
	titleWords = 24
)

// title marks the title and returns its block, -1 when none is found. It is a
// line before the first prose that has words of the article, or that stands
// next to it with no furniture about.
func (r *reading) title(m *landmarks, given string) int {
	body := r.body()
	best, at := 0.0, -1
	for i := max(0, r.first-titleReach); i < len(r.page.blocks) && i <= r.first+2; i++ {
		b := &r.page.blocks[i]
		if b.prose() && !r.beat(i) {
			break
		}
		if score := r.titleScore(i, body, given); score > best && m.proposals[i].End == 0 {
			best, at = score, i
		}
	}
	if best < 1 {
		return -1
	}
	m.mark(r, at, corpus.RoleTitle)
	return at
}

// body is the lexicon of the article's prose.
func (r *reading) body() lexicon {
	return r.page.words(func(i int) bool { return r.state[i] == article && r.page.blocks[i].words >= 8 })
}

func (r *reading) titleScore(i int, body lexicon, given string) float64 {
	b := &r.page.blocks[i]
	text := r.page.text[b.start:b.end]
	last, _ := utf8.DecodeLastRuneInString(text)
	if b.words < 2 || b.words > titleWords || b.ellipsis || b.label && b.words < 5 || b.address || b.colon || last == '.' || last == '。' || last == '|' || r.beat(i) {
		return 0
	}
	score := 0.0
	if share, n := b.shared(body, false); n > 0 && share >= .3 {
		score += 1 + share
	}
	if i == r.first || i+1 == r.first {
		score += .6
	}
	if r.state[i] == article || r.first-i <= 1 && !r.furnished(i) {
		score += .4
	}
	if given != "" && alike(text, given) {
		score += 2
	}
	if b.control > .3 || b.same > 2 {
		score -= .7
	}
	return score
}

// furnished reports whether signs of furniture stand next to block i.
func (r *reading) furnished(i int) bool {
	for j := max(0, i-3); j <= min(len(r.page.blocks)-1, i+1); j++ {
		if j != i && r.state[j] != article && r.sign(j) {
			return true
		}
	}
	return false
}

// alike reports whether one of two titles holds the other.
func alike(a, b string) bool {
	a, b = plainKey(a), plainKey(b)
	return a != "" && b != "" && (strings.Contains(a, b) || strings.Contains(b, a))
}

func plainKey(s string) string {
	var out []string
	for _, w := range token.Words(nil, s) {
		out = append(out, token.Key(s[w.Start:w.End]))
	}
	return strings.Join(out, " ")
}

// bylineReach is how many blocks from the title or the article's end a byline
// may stand.
const bylineReach = 3

// bylines marks the lines that name the author: next to the title, or after
// the last words of the article.
func (r *reading) bylines(m *landmarks, title int) {
	from := max(title+1, r.first-bylineReach, 0)
	for i := from; i <= min(from+bylineReach, r.last); i++ {
		if !m.kept[i] && r.page.byline(i) {
			m.mark(r, i, corpus.RoleByline)
			break
		}
	}
	n := len(r.page.blocks)
	for i := max(r.last-bylineReach, r.first+2); i < min(n, r.last+bylineReach); i++ {
		if !m.kept[i] && (r.page.byline(i) || r.page.contact(i)) && r.near(i) {
			m.mark(r, i, corpus.RoleByline)
		}
	}
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
	s := p.text[b.start:b.end]
	words := token.Words(nil, s)
	if !prepositions[token.Key(s[words[0].Start:words[0].End])] || len(words) < 2 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[words[1].Start:])
	return unicode.IsUpper(r) || unicode.IsLetter(r) && !unicode.IsLower(r)
}

// contact reports whether block i opens with a name and gives an address, if
// only what is left of one that was hidden ("[email protected]").
func (p *page) contact(i int) bool {
	b := &p.blocks[i]
	s := p.text[b.start:b.end]
	return b.words <= 40 && named(s) && !b.address && (b.addresses > 0 || strings.Contains(s, "@") || strings.Contains(s, "[email"))
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
func (r *reading) authorBox(m *landmarks) {
	n := len(r.page.blocks)
	for i := min(n-1, r.last+boxReach); i >= max(r.last-boxReach, r.first+2, 1); i-- {
		b := &r.page.blocks[i]
		if m.kept[i] || r.beat(i) || b.words < 8 || b.words > 150 || !r.near(i) || !r.tellsOfAuthor(i, m) {
			continue
		}
		m.mark(r, i, corpus.RoleAuthorBox)
		if l := &r.page.blocks[i-1]; l.words <= 5 && !l.terminal && !l.rule && !m.kept[i-1] && l.words > 0 {
			m.mark(r, i-1, corpus.RoleLabel)
			m.proposals[i-1] = r.line(i-1, corpus.Flag, .2, []corpus.Evidence{{Family: corpus.Layout, Weight: .2, Detail: "label of the author box"}})
		}
		return
	}
}

func (r *reading) tellsOfAuthor(i int, m *landmarks) bool {
	b := &r.page.blocks[i]
	s := r.page.text[b.start:b.end]
	if !named(s) {
		return false
	}
	if b.addresses > 0 {
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

func firstWords(s string, n int) string {
	words := token.Words(nil, s[:min(len(s), 120)])
	if len(words) < n {
		return s
	}
	return s[words[0].Start:words[n-1].End]
}
