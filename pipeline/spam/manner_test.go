package spam

import (
	"slices"
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// TestShouts holds that signs of code are no exclamations.
func TestShouts(t *testing.T) {
	for _, s := range []string{"Buy!", "Buy now !", "\"Buy!\" he said", "¡Compra!", "買う！", "!! Buy!!"} {
		if !shouts(s) {
			t.Errorf("%q does not shout", s)
		}
	}
	for _, s := range []string{"", "assert_eq!(a, b)", "a != b", "! [master] Merge", "!important", "vec![1]", "Buy."} {
		if shouts(s) {
			t.Errorf("%q shouts", s)
		}
	}
}

// TestLogsAreKept holds that what names the same site again and again in a log
// is no offer, and that the same in sentences is.
func TestLogsAreKept(t *testing.T) {
	log := "* [master] Merge refs/heads/portable from http://www.kelvo.example today.\n\n"
	plain := "Come and see kettles from http://www.kelvo.example today.\n\n"
	page := func(one, two string) string {
		parts := strings.SplitAfter(orchard, "\n\n")
		return parts[0] + parts[1] + one + parts[2] + two + parts[3] + parts[4]
	}
	if text := page(log, strings.Replace(log, "*", "-", 1)); len(cuts(detect(t, text, "en"))) > 0 {
		t.Error("a log is cut")
	}
	if text := page(plain, strings.Replace(plain, "see kettles", "see pots", 1)); len(cuts(detect(t, text, "en"))) == 0 {
		t.Error("an offer is kept")
	}
}

// TestReferencesAreKept holds that a page that offers nothing is no spam for
// being of one mould, when it is code or counts.
func TestReferencesAreKept(t *testing.T) {
	sentence := "This copper kettle is sold by the Kettle Harbour shop of "
	names := strings.Fields("Ashford Belmont Carrow Denholm Easton Farrow Garnet Hollis Ingram Jarvis Kelso Lorne")
	page := func(tail func(i int) string) *corpus.Document {
		var b strings.Builder
		for i := range names {
			b.WriteString(sentence + tail(i) + ".\n\n")
		}
		return detect(t, b.String(), "en")
	}
	if doc := page(func(i int) string { return names[i] }); !whole(doc) {
		t.Fatalf("a page of one mould on one word is kept: %v", doc.Proposals)
	}
	if doc := page(func(i int) string { return string(rune('1'+i%9)) + "0" }); whole(doc) {
		t.Error("a page that counts is cut")
	}
	if doc := page(func(i int) string { return "{" + names[i] + "}" }); whole(doc) {
		t.Error("a page of code is cut")
	}
	var menu strings.Builder
	for _, n := range names {
		menu.WriteString("Choose Kettle in the menu of " + n + ".\n\n")
	}
	if doc := detect(t, menu.String(), "en"); whole(doc) {
		t.Error("a menu is cut")
	}
}

// TestForeignParagraphsAreKept holds that what a page leaves untranslated is
// not strange to it for that.
func TestForeignParagraphsAreKept(t *testing.T) {
	stray := "Kupferkessel liefern Klempner morgens pfeifend frei Haus. "
	text := replace(t, orchard, "We began in February", stray+"We began in February")
	at := strings.Index(text, stray)
	doc := &corpus.Document{Draft: corpus.NewDraft(text), Language: "en"}
	p := newPage(text, "en")
	s := p.sentences[slices.IndexFunc(p.sentences, func(s stretch) bool { return s.start == at })]
	u := unit{stretch: s}
	n := norms{known: .5, seen: 20}
	p.weigh(&u, n, []corpus.Passage{{Start: at - 400, End: at + 300, Language: "de"}}, nil, p.numbers.Take(len(p.keys)))
	if u.semantics != 0 || u.language != 0 {
		t.Errorf("in a long passage: semantics %.2f, language %.2f", u.semantics, u.language)
	}
	u = unit{stretch: s}
	if p.weigh(&u, n, doc.Passages, nil, p.numbers.Take(len(p.keys))); u.semantics == 0 {
		t.Error("a strange sentence is not strange")
	}
}

// TestManners holds that a list is no search phrases where the page has others,
// a phrase that its heading names is none, a broken line is none, and a headline
// in quotes that ends as a sentence is a sentence.
func TestManners(t *testing.T) {
	parts := strings.SplitAfter(orchard, "\n\n")
	join := func(extra ...string) string {
		return strings.Join(parts[:3], "") + strings.Join(extra, "\n\n") + "\n\n" + strings.Join(parts[3:], "")
	}
	list := "copper kettle, iron kettle, cheap kettle"
	for _, l := range []string{list + ".", "Copper kettle, iron kettle, cheap kettle"} {
		if got := cuts(detect(t, join(l), "en")); len(got) > 0 {
			t.Errorf("a sentence is cut: %q", l)
		}
	}
	if len(cuts(detect(t, join(list), "en"))) == 0 {
		t.Error("search phrases are kept")
	}
	if len(cuts(detect(t, join(list, "jump ahead, edit text, rename item"), "en"))) > 0 {
		t.Error("a list beside lists is cut")
	}
	p := newPage("Send as Copper Kettle\n\nThis sends the page as Copper Kettle, whatever the weather and the wind do to the ladder and to us.", "en")
	last := p.sentences[len(p.sentences)-1]
	f := &phrase{from: last.from + 5, to: last.from + 7, in: last}
	if !p.headed(f) {
		t.Error("not named by its heading")
	}
	if f.from--; p.headed(&phrase{from: last.from + 8, to: last.from + 10, in: last}) {
		t.Error("named by a heading without it")
	}
	p = newPage("you can do\nthis by adding kettles.\nthat is all", "en")
	if !p.continues(p.lines[1]) || p.continues(p.lines[2]) || p.continues(p.lines[0]) {
		t.Error("broken lines")
	}
}
