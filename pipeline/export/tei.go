package export

import (
	"bytes"
	"encoding/xml"
	"slices"
	"strconv"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A teiEncoder writes TEI P5 (Guidelines, chapter 12, "Critical Apparatus")
// by the parallel segmentation method: what all copies have is the text
// itself, and where they differ an app holds the article's reading as lem and
// the others as rdg. Type is the rule that decided and cert how sure it is.
// What a copy reads is the text outside of app and the readings that name it;
// milestones say where a copy begins, ends or has a gap, and it has nothing
// before, behind or within. Signs and breaks are the article's own, but for
// those on which copies disagree, which have an app of type sign.
type teiEncoder struct{ several bool }

const (
	teiOpen   = `<TEI xmlns="http://www.tei-c.org/ns/1.0">`
	teiCorpus = `<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">`
)

func (e teiEncoder) head(b *bytes.Buffer) {
	b.WriteString(xml.Header)
	if !e.several {
		return
	}
	b.WriteString(teiCorpus + "\n")
	teiHeader(b, "Rebuilt articles", "<p>Rebuilt by urtext from the copies that each text lists.</p>", "<p>See the header of each text.</p>", "")
}

func (e teiEncoder) foot(b *bytes.Buffer) {
	if e.several {
		b.WriteString("</teiCorpus>\n")
	}
}

func (e teiEncoder) article(b *bytes.Buffer, n int, c corpus.Collation) error {
	t := &teiText{b: b, c: c, sigla: sigla(c, n), state: make([]presence, len(c.Witnesses)), last: lastRows(c)}
	b.WriteString(teiOpen + "\n")
	lang := ` xml:lang="` + escaped(c.Article.Language) + `"`
	publication := "<p>Article <idno>" + escaped(c.Article.ID) + "</idno>, rebuilt by urtext from the copies below.</p>"
	const method = `  <encodingDesc><variantEncoding method="parallel-segmentation" location="internal"/></encodingDesc>` + "\n"
	title := c.Article.Title
	if title == "" {
		title = c.Article.ID
	}
	teiHeader(b, title, publication, t.witnesses(), method)
	b.WriteString("<text" + lang + "><body><div>\n")
	t.write()
	b.WriteString("</div></body></text>\n</TEI>\n")
	return nil
}

func teiHeader(b *bytes.Buffer, title, publication, source, encoding string) {
	b.WriteString("<teiHeader>\n  <fileDesc>\n    <titleStmt><title>" + escaped(title) + "</title></titleStmt>\n")
	b.WriteString("    <publicationStmt>" + publication + "</publicationStmt>\n")
	b.WriteString("    <sourceDesc>" + source + "</sourceDesc>\n  </fileDesc>\n" + encoding + "</teiHeader>\n")
}

// presence is how far a copy has come.
type presence int

const (
	ahead  presence = iota // it has not begun
	here                   // it stands in the text
	astray                 // it has a gap, or has ended
)

// A teiText writes the body of one article.
type teiText struct {
	b     *bytes.Buffer
	c     corpus.Collation
	sigla []string
	state []presence
	last  []int          // the last row at which each copy stands, -1 when nowhere
	signs []corpus.Entry // those about signs that are still to come
	at    int            // byte of the article up to which it is written
	open  string         // the element that is open: head, p, or none
}

// lastRows gives the last row at which each witness stands, -1 when nowhere.
func lastRows(c corpus.Collation) []int {
	out := make([]int, len(c.Witnesses))
	for w := range out {
		out[w] = -1
	}
	for i, r := range c.Rows {
		for w, on := range r.Stands {
			if on {
				out[w] = i
			}
		}
	}
	return out
}

// witnesses is the list of the copies.
func (t *teiText) witnesses() string {
	var b strings.Builder
	b.WriteString("<listWit>")
	for i, id := range names(t.c) {
		b.WriteString("\n      <witness xml:id=\"" + t.sigla[i] + "\">" + escaped(id) + "</witness>")
	}
	b.WriteString("\n    </listWit>")
	return b.String()
}

// write goes through the segments: what all have is text, where they differ it
// is an entry of the apparatus.
func (t *teiText) write() {
	t.signs = signEntries(t.c)
	t.begin()
	for _, s := range segments(t.c) {
		if s.end > s.start {
			t.gap(s.start)
		}
		t.milestones(s)
		if s.entry < 0 {
			t.text(s.end)
			continue
		}
		t.app(s)
	}
	t.gap(len(t.c.Article.Text))
	t.close()
}

// signEntries are the entries that no row belongs to: those about signs.
func signEntries(c corpus.Collation) []corpus.Entry {
	taken := make([]bool, len(c.Apparatus.Entries))
	for _, r := range c.Rows {
		if r.Entry >= 0 {
			taken[r.Entry] = true
		}
	}
	var out []corpus.Entry
	for i, e := range c.Apparatus.Entries {
		if !taken[i] {
			out = append(out, e)
		}
	}
	return out
}

// gap writes what stands between words up to byte to of the article, with the
// copies' other signs.
func (t *teiText) gap(to int) {
	for len(t.signs) > 0 && t.signs[0].Start <= to {
		e := t.signs[0]
		t.signs = t.signs[1:]
		if e.Start < t.at || e.End > to {
			continue // within words that have an entry of their own
		}
		t.text(e.Start)
		t.sign(e)
	}
	t.text(to)
}

// text writes the article's own text up to byte to. A blank line parts
// paragraphs; the first of several is the title when it repeats it.
func (t *teiText) text(to int) {
	if to <= t.at {
		return
	}
	s := t.c.Article.Text[t.at:to]
	t.at = to
	for i, para := range strings.Split(s, "\n\n") {
		if i > 0 {
			t.close()
			t.begin()
		}
		t.b.WriteString(strings.ReplaceAll(escaped(para), "\n", "<lb/>"))
	}
}

func (t *teiText) begin() {
	a := t.c.Article
	t.open = "p"
	if t.at == 0 && a.Title != "" && strings.HasPrefix(a.Text, a.Title+"\n\n") {
		t.open = "head"
	}
	t.b.WriteString("<" + t.open + ">")
}

func (t *teiText) close() { t.b.WriteString("</" + t.open + ">\n") }

// app writes the readings of a segment.
func (t *teiText) app(s segment) {
	e := t.c.Apparatus.Entries[s.entry]
	list := variants(t.c, s)
	t.b.WriteString(`<app type="` + escaped(e.Rule) + `">`)
	for i, v := range list {
		text := escaped(strings.Join(strings.Fields(v.text), " "))
		if s.start == s.end && v.text != "" {
			// Dropped words stand right behind the word before them.
			if t.at == 0 {
				text += " "
			} else {
				text = " " + text
			}
		}
		t.reading(i == 0, text, t.pointers(v.witnesses), e.Confidence)
	}
	t.b.WriteString("</app>")
	t.at = max(t.at, s.end)
}

// sign writes the readings of an entry about signs.
func (t *teiText) sign(e corpus.Entry) {
	t.b.WriteString(`<app type="` + escaped(e.Rule) + `">`)
	for i, r := range e.Readings {
		var ws []int
		for w, x := range t.c.Witnesses {
			if slices.Contains(r.Witnesses, x.ID) {
				ws = append(ws, w)
			}
		}
		t.reading(i == 0, escaped(strings.Join(strings.Fields(r.Text), " ")), t.pointers(ws), e.Confidence)
	}
	t.b.WriteString("</app>")
	t.at = max(t.at, e.End)
}

func (t *teiText) reading(chosen bool, text, wit string, confidence float64) {
	name, cert := "rdg", ""
	if chosen {
		name, cert = "lem", ` cert="`+strconv.FormatFloat(confidence, 'f', -1, 64)+`"`
	}
	if wit != "" {
		wit = ` wit="` + wit + `"`
	}
	t.b.WriteString("<" + name + wit + cert + ">" + text + "</" + name + ">")
}

func (t *teiText) pointers(witnesses []int) string {
	var out []string
	for _, w := range witnesses {
		out = append(out, "#"+t.sigla[w])
	}
	return strings.Join(out, " ")
}

// milestones say which copies begin, go on or break off before a segment. A
// copy that does not stand at an app says nothing there, and needs none.
func (t *teiText) milestones(s segment) {
	var marks [4][]int
	for w := range t.c.Witnesses {
		on := stands(t.c, s, w)
		switch was := t.state[w]; {
		case on && was == ahead:
			t.state[w] = here
			if s.from > 0 {
				marks[0] = append(marks[0], w)
			}
		case on && was == astray:
			t.state[w] = here
			marks[1] = append(marks[1], w)
		case !on && was == here && s.entry < 0:
			t.state[w] = astray
			kind := 3
			if s.to <= t.last[w] {
				kind = 2
			}
			marks[kind] = append(marks[kind], w)
		}
	}
	for kind, name := range []string{"witStart", "lacunaEnd", "lacunaStart", "witEnd"} {
		if len(marks[kind]) > 0 {
			t.b.WriteString(`<app><rdg wit="` + t.pointers(marks[kind]) + `"><` + name + `/></rdg></app>`)
		}
	}
}

// escaped is text for XML; what XML cannot hold becomes U+FFFD.
func escaped(s string) string {
	lines := strings.Split(s, "\n") // line feeds would become references
	for i, line := range lines {
		var b strings.Builder
		_ = xml.EscapeText(&b, []byte(line)) // a Builder takes everything
		lines[i] = b.String()
	}
	return strings.Join(lines, "\n")
}
