package furniture

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// alone is the text of a document without copies.
func alone(doc *corpus.Document) string {
	var b strings.Builder
	at, text := 0, doc.Draft.Text
	for _, p := range doc.Alone {
		b.WriteString(text[at:p.Start])
		at = p.End
	}
	return strings.TrimSpace(b.String() + text[at:])
}

// menu, foot and comments are what a page of the web has about its article.
const (
	menu = `<header><div class="logo">Hedge &amp; Field</div><nav><ul><li><a href=/>Home</a></li><li><a href=/n>News</a></li>
<li><a href=/s>Shop</a></li><li><a href=/c>Contact</a></li><li><a href=/l>Log in</a></li></ul></nav></header>
<div class="breadcrumbs"><a href=/>Home</a> <a href=/b>Bees</a></div>`
	foot = `<aside class="sidebar"><h3>Related posts</h3><ul><li><a href=/1>A Shed for Two Goats</a></li><li><a href=/2>Where the Well Water Went</a></li>
<li><a href=/3>The Stone Wall That Would Not Stand</a></li></ul><form class="newsletter"><label>Subscribe to our newsletter</label><button>Sign up</button></form></aside>
<footer><ul><li><a href=/p>Privacy policy</a></li><li><a href=/t>Terms of use</a></li></ul><p>© 2014 Hedge &amp; Field. All rights reserved.</p></footer>`
)

func paragraphs(text string) string {
	return "<p>" + strings.ReplaceAll(text, "\n\n", "</p>\n<p>") + "</p>"
}

func TestExtractHTML(t *testing.T) {
	article := "<h1>" + beesTitle + "</h1><div class=\"byline\">By Nora Feldmann</div><div class=\"entry-content\">" + paragraphs(bees) + "</div>"
	for _, c := range []struct{ name, markup string }{
		{"article", "<body>" + menu + "<main><article>" + article + "</article></main>" + foot},
		{"plain divisions", "<body>" + menu + "<div id=content><div class=post>" + article + "</div></div>" + foot},
		{"no furniture", "<h1>" + beesTitle + "</h1><p>By Nora Feldmann</p>" + paragraphs(bees)},
		{"no closing tags", "<body>" + menu + "<div id=content>" + strings.ReplaceAll(article, "</p>", "") + "</div>" + foot},
	} {
		doc := plain(t, c.markup)
		doc.Language = "en"
		if err := (Propose{}).Apply(doc); err != nil {
			t.Fatal(err)
		}
		got := alone(doc)
		if want := beesTitle + "\n\nBy Nora Feldmann\n\n" + bees; got != want {
			t.Errorf("%s: left\n%s", c.name, got)
		}
		if !slices.Equal(marked(doc, corpus.RoleTitle), []string{beesTitle}) {
			t.Errorf("%s: title %q", c.name, marked(doc, corpus.RoleTitle))
		}
	}
}

func TestThreadsKeepTheirPosts(t *testing.T) {
	var b strings.Builder
	posts := strings.Split(thread, "\n\n")
	for _, post := range posts[2:] {
		lines := strings.SplitN(post, "\n", 3)
		b.WriteString(`<div class="post"><div class="username">` + lines[0] + `</div><div class="date">` + lines[1] + `</div><div class="message">` + lines[2] + `</div></div>`)
	}
	doc := plain(t, "<body>"+menu+`<h1>`+posts[0]+`</h1><div class="thread"><div class="post"><div class="message"><p>`+posts[1]+"</p></div></div>"+b.String()+"</div>"+foot)
	doc.Language = "en"
	if err := (Propose{}).Apply(doc); err != nil {
		t.Fatal(err)
	}
	got := alone(doc)
	for _, post := range append([]string{posts[1]}, posts[2:]...) {
		lines := strings.Split(post, "\n")
		if last := lines[len(lines)-1]; !strings.Contains(got, last) {
			t.Errorf("the post %q is lost", last)
		}
	}
	for _, line := range []string{"Shop", "Privacy policy", "A Shed for Two Goats"} {
		if strings.Contains(got, line) {
			t.Errorf("%q stays", line)
		}
	}
}

// TestExtractElsewhere holds that the choice can be left to another stage.
func TestExtractElsewhere(t *testing.T) {
	doc := plain(t, "<body>"+menu+"<main>"+paragraphs(bees)+"</main>"+foot)
	if err := (Propose{Elsewhere: true}).Apply(doc); err != nil || doc.Alone != nil {
		t.Errorf("%v, %v", doc.Alone, err)
	}
}

func TestNothingIsExtractedFromTextsWithoutFurniture(t *testing.T) {
	for name, text := range map[string]string{"article": bees, "titled": beesTitle + "\n\n" + bees, "recipe": recipe, "poem": poem,
		"commands": commands, "dialogue": dialogue, "thread": thread, "table": table, "empty": ""} {
		if doc := propose(t, text, "en"); doc.Alone != nil {
			t.Errorf("%s: %v", name, doc.Alone)
		}
	}
}

// TestModels holds that the weights fit the measures.
func TestModels(t *testing.T) {
	for k, markup := range []bool{false, true} {
		doc := plain(t, "<body>"+menu+"<main>"+paragraphs(bees)+"</main>"+foot)
		doc.HTML = markup
		s := NewSample(doc)
		m := &models()[k]
		odds := make([]float64, len(s.Blocks))
		first, company := len(s.Blocks[0].Values), len(s.Company(odds)[0])
		if m.first.inputs != first || m.second.inputs != first+company || m.page.inputs != len(s.Page(odds)) {
			t.Errorf("markup %v: nets of %d, %d, %d inputs for %d, %d, %d measures: run fixtures/cmd/trainfurniture",
				markup, m.first.inputs, m.second.inputs, m.page.inputs, first, first+company, len(s.Page(odds)))
		}
		for _, n := range []*net{&m.first, &m.second, &m.page} {
			if n.hidden != 0 && n.hidden != hiddenUnits {
				t.Errorf("a net of %d hidden units", n.hidden)
			}
		}
	}
}

func TestChosenMakesTheExpectedF1Greatest(t *testing.T) {
	x := &extractor{doubter: &doubter{reading: &reading{page: &page{blocks: []block{{words: 100}, {words: 5}, {words: 50}, {words: 200}}}}}}
	if got := x.chosen([]float64{4, 4, -.2, -5}); !slices.Equal(got, []bool{true, true, true, false}) {
		t.Errorf("%v", got)
	}
	if got := x.chosen([]float64{4, 4, -3, -5}); !slices.Equal(got, []bool{true, true, false, false}) {
		t.Errorf("%v", got)
	}
	if got := x.chosen(nil); len(got) != 0 {
		t.Errorf("%v", got)
	}
}

func TestNamesOfElements(t *testing.T) {
	var n names
	n.read([]byte("Main-navBar  postBody js-x9 relatedPosts"))
	for _, w := range []string{"main", "nav", "post", "body", "related", "posts"} {
		if !n.has(slices.Index(nameWords, w)) {
			t.Errorf("%q is not read", w)
		}
	}
	if n.has(slices.Index(nameWords, "footer")) || len(nameWords) > 64*len(n) {
		t.Errorf("%v of %d words", n, len(nameWords))
	}
}

// FuzzExtract holds that no markup brings the extraction down, and that what
// it proposes are lines of the text, in order.
func FuzzExtract(f *testing.F) {
	f.Add("<body>" + menu + "<main>" + paragraphs(bees) + "</main>" + foot)
	f.Add("</p><a><div><a>x</div><li><li>y<table><td>z")
	f.Add(strings.Repeat("<div class=nav>", 50) + "x")
	f.Fuzz(func(t *testing.T, markup string) {
		doc := plain(t, strings.ToValidUTF8(markup, ""))
		if err := (Propose{}).Apply(doc); err != nil {
			t.Fatal(err)
		}
		at := 0
		for _, p := range doc.Alone {
			if p.Start < at || p.End <= p.Start || p.End > len(doc.Draft.Text) || math.IsNaN(p.Score) {
				t.Fatalf("%+v after %d of %d", p, at, len(doc.Draft.Text))
			}
			at = p.End
		}
	})
}

// BenchmarkExtract reads a page of HTML, tags and all.
func BenchmarkExtract(b *testing.B) {
	markup := "<body>" + menu + "<main>" + paragraphs(strings.Repeat(bees+"\n\n", 5)) + "</main>" + foot
	b.SetBytes(int64(len(markup)))
	for b.Loop() {
		doc := &corpus.Document{HTML: true, Draft: corpus.NewDraft(markup), Language: "en"}
		if err := (Markup{}).Apply(doc); err != nil {
			b.Fatal(err)
		}
		if err := (Propose{}).Apply(doc); err != nil {
			b.Fatal(err)
		}
	}
}

// A short page of a sort that the model was not fitted to keeps the line that
// heads it, whatever else falls.
func TestHeadingsStay(t *testing.T) {
	const body = "The Brannock bread knife is made of recycled steel and comes in moss green. It weighs 415 grams and measures 28 by 4 by 3 centimetres.\n\n" +
		"Orders placed before five leave our store the same day. The guarantee runs for four years, and spare parts can be had until 2038."
	for heading, stays := range map[string]bool{
		"Brannock bread knife, model 938":       true,
		"Weather for Marrow Bay, Thursday":      true,
		"Home | News | Shop | Contact | Log in": false,
	} {
		text := "Log in | Register | Subscribe to our newsletter\nKettle & Quill\nHome | News | Shop | Contact\nSearch\n\n" + heading + "\n\n" + body +
			"\n\n« Previous\nNext »\nSubscribe to our newsletter\nPrivacy policy | Terms of use\n© 2014 Kettle & Quill. All rights reserved."
		doc := &corpus.Document{Draft: corpus.NewDraft(text), Language: "en"}
		if err := (Propose{}).Apply(doc); err != nil {
			t.Fatal(err)
		}
		if len(doc.Alone) == 0 {
			t.Fatalf("%q: nothing falls", heading)
		}
		if got := strings.Contains(alone(doc), heading+"\n"); got != stays {
			t.Errorf("%q stays: %v, want %v; left\n%s", heading, got, stays, alone(doc))
		}
	}
}
