package source

import (
	"context"
	"strings"
	"testing"
)

const article = "<h1>The well</h1>\n<p>We dug it in May, <b>by hand</b>, and drank from it in June.</p>\n<p>It has not run dry since.</p>\n"

func TestIsMarkup(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       bool
	}{
		{"a page", "<!DOCTYPE html>\n<html><head><title>The well</title></head><body>" + article + "</body></html>", true},
		{"a page without an end", "<html><head><title>The well</title></head><body>" + article, true},
		{"a page behind a comment and a mark", "\ufeff\n<!-- saved from a site --><HTML><BODY>" + article + "</BODY></HTML>", true},
		{"XHTML", `<?xml version="1.0"?><!DOCTYPE html><html><body>` + article + "</body></html>", true},
		{"a fragment", article, true},
		{"a fragment in a div", "  <div class=\"post\">" + article + "</div>", true},
		{"paragraphs without ends", "<p>We dug it in May.\n<p>We drank from it in June.\n<p>It has not run dry since.\n<p>Nor will it.", true},
		{"scripts", "<body><script>if (a < b) { document.write('<p>') }</script>" + article + "</body>", true},
		{"a long script at the head", "<html><head><script>" + strings.Repeat("x = 1; ", enoughMarkup) + "</script></head><body>" + article + "</body></html>", true},
		{"a long page", "<html><body>" + strings.Repeat(article, enoughMarkup/len(article)+1) + "</body></html>", true},
		{"prose", "We dug the well in May.\n\nIt has not run dry since.", false},
		{"empty", "", false},
		{"about a tag", "<p> begins a paragraph. Use <b> for bold words and <i> for slanted ones, and close them: </b>, </i>.", false},
		{"about open tags", "<p> and <li> and <td> may be left open, and so may <p> in a <p> and <li> in a <li>.", false},
		{"about the doctype", "<!DOCTYPE html> is what a page begins with. Without it, browsers fall into quirks mode.", false},
		{"an example and what it shows", "<html><head><title>Hello</title></head><body><p>Hello</p></body></html>\n\n" +
			"This is the least page that a browser shows. The first element holds all others, the second what is not shown, the third what is.", false},
		{"a README with a logo", "<div align=\"center\"><p><img src=\"logo.png\"></p><p><b>well</b></p></div>\n\n# well\n\n" +
			"A library that digs. It takes a place and a depth, and gives a hole. See the examples below for more.", false},
		{"one element in a text", "<b>Note:</b> the well is closed on Sundays, and the key is with the baker.", false},
		{"a quotation mark of mail", "<carl@example.org> wrote:\n> We dug it in May.", false},
		{"a comparison", "<10 litres a day is little. a<b and c>d.", false},
		{"code", "<T> T first(List<T> list) { return list.get(0); }", false},
		{"markup later", "The markup is:\n" + article, false},
	} {
		if got := isMarkup(c.text); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func TestMarkupInARecord(t *testing.T) {
	in := `{"id":"a","text":"<p>We dug it in May.</p><p>We drank from it in June.</p><p>It has not run dry.</p>"}` + "\n" + `{"id":"b","text":"We dug it in May. <p> is a tag."}` + "\n"
	r, err := Open([]string{Stdin}, strings.NewReader(in), Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []bool
	err = r.Each(context.Background(), func(it Item) error {
		got = append(got, it.Document.HTML)
		return nil
	})
	if err != nil || len(got) != 2 || !got[0] || got[1] {
		t.Errorf("%v, %v", got, err)
	}
}
