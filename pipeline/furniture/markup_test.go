package furniture

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

func plain(t testing.TB, markup string) *corpus.Document {
	t.Helper()
	doc := &corpus.Document{HTML: true, Draft: corpus.NewDraft(markup)}
	if err := (Markup{}).Apply(doc); err != nil {
		t.Fatalf("%q: %v", markup, err)
	}
	back, err := corpus.Undo(doc.Draft.Text, doc.Draft.Edits)
	if err != nil || back != markup {
		t.Fatalf("undo gave %q, %v; want %q", back, err, markup)
	}
	return doc
}

func TestMarkup(t *testing.T) {
	for _, c := range []struct{ name, markup, want string }{
		{"empty", "", ""},
		{"no tags", "just  text", "just text"},
		{"paragraphs", "<p>One</p>\n<p>Two</p>", "One\n\nTwo"},
		{"inline", "<p>A <b>bold</b>,<i> sly</i> word</p>", "A bold, sly word"},
		{"space in tags", "<p>one<b> two</b></p>", "one two"},
		{"no space is made", "a<b>b</b>c", "abc"},
		{"white space folds", "<p>\n  one\n\ttwo\n</p>", "one two"},
		{"line break", "one<br>two<br/>three", "one\ntwo\nthree"},
		{"two line breaks", "one<br> <br>two", "one\n\ntwo"},
		{"list", "<ul><li>one</li><li>two</li></ul>", "one\ntwo"},
		{"table", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>", "a | b\nc | d"},
		{"pre", "<p>x</p><pre>a  b\n  c</pre><p>y  z</p>", "x\n\na  b\n  c\n\ny z"},
		{"entities", "<p>Fish &amp; chips &lt;b&gt; &#233;&eacute; caf&eacute;</p>", "Fish & chips <b> éé café"},
		{"entity without end", "a &copy 2020 &nbsp b", "a © 2020 \u00a0 b"},
		{"no entity", "AT&T & R&D; &unknown;", "AT&T & R&D; &unknown;"},
		{"no-break space stays", "a\u00a0&nbsp;b", "a\u00a0\u00a0b"},
		{"no-break space beside a tag", "the&nbsp;<a href=x>Pear\u00a0House</a>&#160;in", "the Pear\u00a0House in"},
		{"nothing but no-break spaces", "<p>&nbsp;</p>x&nbsp;\u00a0<b>y</b>", "x y"},
		{"no-break space in a listing", "<pre><b>a</b>&nbsp;b</pre>", "a\u00a0b"},
		{"script and style", "<style>p{}</style><p>a</p><script>if (a<b) {'</p>'}</script><p>b</p>", "a\n\nb"},
		{"comment", "a<!-- <p>no</p> -->b", "ab"},
		{"head", "<html><head><title>T &amp; U</title><meta name=x></head><body><h1>H</h1>t</body></html>", "H\n\nt"},
		{"select and textarea", "a <select><option>1<option>2</select> <textarea>no</textarea>b", "a b"},
		{"noscript notice", "a<noscript><p>Please switch scripts on.</p></noscript>b", "ab"},
		{"noscript page", "<noscript><p>" + strings.Repeat("word ", 400) + "</p></noscript>", strings.TrimSpace(strings.Repeat("word ", 400))},
		{"template", "<template><p>no</p></template>yes", "yes"},
		{"unclosed select", "a<select><option>one<p>rest of the page</p>", "a\none\n\nrest of the page"},
		{"unclosed tag", "text <a href=", "text"},
		{"stray end tags", "</p></div>x</b>", "x"},
		{"doctype", "<!DOCTYPE html>x", "x"},
		{"less than", "1 < 2 and 3 > 2", "1 < 2 and 3 > 2"},
		{"other scripts", "<p>日本語</p><p>שלום&nbsp;עולם</p>", "日本語\n\nשלום\u00a0עולם"},
		{"deep", strings.Repeat("<div><span>", 3000) + "x" + strings.Repeat("</span></div>", 3000), "x"},
	} {
		if got := plain(t, c.markup).Draft.Text; got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestMarkupTitle(t *testing.T) {
	doc := plain(t, "<title>\n A &amp; B </title><p>x")
	if doc.Title != "A & B" {
		t.Errorf("title %q", doc.Title)
	}
	doc = &corpus.Document{HTML: true, Title: "Given", Draft: corpus.NewDraft("<title>Other</title>")}
	if err := (Markup{}).Apply(doc); err != nil || doc.Title != "Given" {
		t.Errorf("title %q, %v", doc.Title, err)
	}
}

func TestMarkupLeavesPlainTextAlone(t *testing.T) {
	doc := &corpus.Document{Draft: corpus.NewDraft("a <b> &amp;  c\n\n")}
	if err := (Markup{}).Apply(doc); err != nil || len(doc.Draft.Edits) > 0 {
		t.Errorf("%+v, %v", doc.Draft, err)
	}
}

func FuzzMarkup(f *testing.F) {
	for _, s := range []string{"<p>a<br><br>b</p>", "<pre>\n a</pre>&amp;&#x;&", "<select></select><title>x</title>", "a <!-- b", "<svg><svg></svg>é", "<p \xff>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, markup string) {
		if !utf8.ValidString(markup) {
			return
		}
		doc := plain(t, markup)
		if !utf8.ValidString(doc.Draft.Text) {
			t.Fatalf("%q gave %q", markup, doc.Draft.Text)
		}
	})
}

// TestOwnPart holds that the title of a page is what it gives to other sites where <title>
// is that and the name of the site.
func TestOwnPart(t *testing.T) {
	for _, c := range []struct{ head, want string }{
		{"<title>Ferries of the Weir | Harrowby</title><meta property='og:title' content='Ferries  of the Weir'>", "Ferries of the Weir"},
		{"<meta content=\"Ferries &amp; Boats\" property=og:title><title>Harrowby: Ferries &amp; Boats</title>", "Ferries & Boats"},
		{"<title>Ferries | Harrowby</title><meta property='og:title' content='All about boats'>", "Ferries | Harrowby"},
		{"<title>Ferries | Harrowby</title><meta property='og:site_name' content='Ferries'>", "Ferries | Harrowby"},
		{"<meta name='og:title' content='All about boats'>", "All about boats"},
	} {
		if got := plain(t, "<html><head>"+c.head+"</head><body><p>The ferry runs.</p></body></html>").Title; got != c.want {
			t.Errorf("%s: %q, want %q", c.head, got, c.want)
		}
	}
}
