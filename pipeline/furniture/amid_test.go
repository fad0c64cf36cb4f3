package furniture

import (
	"slices"
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// TestAmid holds that a table, code, captions and answers in the midst of an article in
// HTML stay with it, and a line of buttons there does not.
func TestAmid(t *testing.T) {
	par := strings.Split(bees, "\n\n")
	article := "<h1>" + beesTitle + "</h1><div class=x>" + paragraphs(strings.Join(par[:2], "\n\n")) +
		"<table><tr><th>Frame</th><th>Weight</th></tr><tr><td>oak</td><td>83 V</td></tr><tr><td>pine</td><td>94 kg</td></tr></table>" +
		"<pre>SELECT id, kg FROM t_hive\nWHERE kg &gt; 33;</pre><figure><figcaption>gates by Lund</figcaption></figure>" +
		"<div class=share>Share: <a href=/f>Facebook</a> <a href=/t>Twitter</a></div>" + paragraphs(strings.Join(par[2:], "\n\n")) + "</div>"
	doc := plain(t, "<body>"+menu+"<div class=y>"+article+"</div>"+foot)
	doc.Language = "en"
	if err := (Propose{}).Apply(doc); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	at, text := 0, doc.Draft.Text
	for _, p := range doc.Proposals {
		if p.Verdict == corpus.Cut && !p.Backed && p.Start >= at {
			b.WriteString(text[at:p.Start])
			at = p.End
		}
	}
	b.WriteString(text[at:])
	for _, got := range []string{alone(doc), b.String()} {
		for _, want := range []string{"83 V", "94 kg", "SELECT", "WHERE", "gates by Lund"} {
			if !strings.Contains(got, want) {
				t.Errorf("%q is lost", want)
			}
		}
	}
	if strings.Contains(alone(doc), "Facebook") {
		t.Error("the buttons stay")
	}
}

// TestKindred holds that what one template made with the content is content: of a
// thread's posts, the short ones.
func TestKindred(t *testing.T) {
	var posts strings.Builder
	short := []string{"=SUM(A1;2;3) returns 52", "Carriage return, which can be 1) Chr(13) or 2)", "Fl p Packet logging mode; hive/gate"}
	for i, p := range strings.Split(bees, "\n\n") {
		posts.WriteString(`<div class="post"><div class="postbody"><ul class="profile-icons"><li><a href="#">Quote</a></li></ul><h3><a href="#">Re: it</a></h3>
<p class="author">Posted by Milo on 20/01/2010, 06:19</p><div class="content">` + p + "<br><br>\n" + short[i%len(short)] + `</div></div><dl class="postprofile"><dt><a href="#">Milo</a></dt>
<dd>Posts: 1040</dd><dd>Joined: 20/01/2010, 06:19</dd></dl><div class="back2top"><a href="#">Back to top</a></div></div><hr>`)
	}
	doc := plain(t, "<body>"+menu+"<h2>"+beesTitle+"</h2>"+posts.String()+foot)
	doc.Language = "en"
	p := newPage(doc.Draft.Text, "en")
	x := p.read().doubter(nil).extractor(p.surveyOf(doc), beesTitle)
	chosen, odds := make([]bool, len(p.blocks)), make([]float64, len(p.blocks))
	for i := range p.blocks {
		chosen[i], odds[i] = p.blocks[i].prose(), -1
	}
	x.kindred(chosen, odds)
	for i, b := range p.blocks {
		line := p.text[b.start:b.end]
		if slices.Contains(short, line) != (chosen[i] && !b.prose()) {
			t.Errorf("%q: %v", line, chosen[i])
		}
	}
}

// TestKindredProse holds that of what one template made the rest is content if half was
// chosen and it is prose, as of reviews, and not if it is labels.
func TestKindredProse(t *testing.T) {
	reviews := strings.Split(bees, "\n\n")[:4]
	labels := []string{"Lids of pine for ten frames", "Gates of oak", "Cans for smoke and two bellows", "Nails of brass"}
	var list, prose strings.Builder
	for i := range reviews {
		list.WriteString("<div class=fact><div>" + labels[i] + "</div></div>")
		prose.WriteString("<div class=review><p>" + reviews[i] + "</p></div>")
	}
	doc := plain(t, "<body>"+menu+"<h1>"+beesTitle+"</h1>"+list.String()+"<h2>Said of it</h2>"+prose.String()+foot)
	doc.Language = "en"
	p := newPage(doc.Draft.Text, "en")
	x := p.read().doubter(nil).extractor(p.surveyOf(doc), beesTitle)
	chosen, odds := make([]bool, len(p.blocks)), make([]float64, len(p.blocks))
	half := append(slices.Clone(labels[:2]), reviews[:2]...)
	for i, b := range p.blocks {
		chosen[i], odds[i] = slices.Contains(half, p.text[b.start:b.end]), -1
	}
	x.kindred(chosen, odds)
	for i, b := range p.blocks {
		line := p.text[b.start:b.end]
		if want := slices.Contains(labels[:2], line) || slices.Contains(reviews, line); chosen[i] != want {
			t.Errorf("%q: %v", line, chosen[i])
		}
	}
}
