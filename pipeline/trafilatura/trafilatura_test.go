package trafilatura

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

func TestMissing(t *testing.T) {
	text := "Home | News\nBridge to reopen\n\nThe bridge will be opened in spring, they said.\nRead more\nNobody came."
	got := missing(text, "Bridge to reopen\nThe bridge will be opened in spring , they said.\nNobody came.")
	var cut []string
	for _, p := range got {
		cut = append(cut, strings.TrimSpace(text[p.Start:p.End]))
	}
	if strings.Join(cut, "/") != "Home | News/Read more" {
		t.Errorf("cut %q", cut)
	}
	if got := missing("", "x"); got != nil {
		t.Errorf("of nothing: %v", got)
	}
}

func TestExtract(t *testing.T) {
	const sentence = "The keeper told us that the bridge will be opened again in the spring of the coming year, when the water has gone down. "
	paragraph := strings.Repeat(sentence, 4)
	text := "Home\nShop\n\nThe bridge\n\n" + paragraph + "\n\n" + paragraph
	doc := &corpus.Document{HTML: true, Draft: corpus.NewDraft("<html><body><nav><ul><li>Home<li>Shop</ul></nav><article><h1>The bridge</h1><p>" + paragraph + "</p><p>" + paragraph + "</p></article></body></html>")}
	doc.Draft.Text = text
	if err := (Extract{}).Apply(doc); err != nil {
		t.Fatal(err)
	}
	if !Linked {
		if len(doc.Alone) > 0 {
			t.Errorf("cut without go-trafilatura: %v", doc.Alone)
		}
		t.Skip("go-trafilatura is not part of this build")
	}
	for _, p := range doc.Alone {
		if strings.Contains(text[p.Start:p.End], "keeper") {
			t.Errorf("cut %q", text[p.Start:p.End])
		}
	}
	if len(doc.Alone) == 0 {
		t.Error("the menu stays")
	}
}
