package spam

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/urtext/urtext/pipeline/corpus"
)

// pages reads a file of pages; the name of each begins with its language.
func pages(t testing.TB, name string) []txtar.File {
	t.Helper()
	a, err := txtar.ParseFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return a.Files
}

// whole reports that the one proposal is to cut the whole page.
func whole(doc *corpus.Document) bool {
	ps := doc.Proposals
	return len(ps) == 1 && ps[0].Verdict == corpus.Cut && ps[0].Start == 0 && ps[0].End == len(doc.Draft.Text)
}

func TestPagesOfNothingButSpam(t *testing.T) {
	for _, c := range []struct {
		file  string
		least float64
	}{{"spam-tune.txtar", .8}, {"spam-held.txtar", .8}} {
		found, all := 0, pages(t, c.file)
		for _, f := range all {
			language, _, _ := strings.Cut(f.Name, "-")
			doc := detect(t, string(f.Data), language)
			if !whole(doc) {
				t.Logf("%s: %s is kept", c.file, f.Name)
				continue
			}
			found++
			if n := len(families(doc.Proposals[0])); n < 2 {
				t.Errorf("%s: %s falls to %d family", c.file, f.Name, n)
			}
		}
		t.Logf("%s: %d of %d found", c.file, found, len(all))
		if float64(found) < c.least*float64(len(all)) {
			t.Errorf("%s: %d of %d found", c.file, found, len(all))
		}
	}
}

func TestGenuinePagesAreKept(t *testing.T) {
	for _, f := range pages(t, "genuine.txtar") {
		language, _, _ := strings.Cut(f.Name, "-")
		for _, q := range cuts(detect(t, string(f.Data), language)) {
			t.Errorf("%s: cut %v", f.Name, q.Why())
		}
	}
}

// An article is not lost for the spam that was put into it: half of the page
// may be spam, and what is left is still an article.
func TestArticleUnderSpamIsKept(t *testing.T) {
	for _, f := range pages(t, "spam-tune.txtar") {
		language, _, _ := strings.Cut(f.Name, "-")
		texts := articles(t, language)
		for _, text := range texts[:min(3, len(texts))] {
			if whole(detect(t, string(f.Data)+"\n\n"+text, language)) {
				t.Errorf("an article is lost behind %s", f.Name)
			}
		}
	}
}

// The honest articles about trades that spam abuses, and every other one.
func TestNoArticleIsNothingButSpam(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "..", "fixtures", "articles", "*", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatal("no articles: ", err)
	}
	for _, f := range files {
		read, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if whole(detect(t, string(read), filepath.Base(filepath.Dir(f)))) {
			t.Errorf("%s is lost", f)
		}
	}
}

func TestPricesAndNumbersToCall(t *testing.T) {
	for _, c := range []struct {
		text                   string
		price, percent, called bool
	}{
		{"now for US$12", true, false, false},
		{"as $A$1:$B$2 does", false, false, false},
		{"for $12 each", true, false, false},
		{"12,50 € das Stück", true, false, false},
		{"от 490 руб. за пачку", true, false, false},
		{"送料込みで12,800円です", true, false, false},
		{"za 5000 zł", true, false, false},
		{"save up to 70% on it", false, true, false},
		{"12 lei", true, false, false},
		{"12 leicht verletzt", false, false, false},
		{"12 krooked men", false, false, false},
		{"it was 1998 and 12 degrees", false, false, false},
		{"call 0800 555 0193 now", false, false, true},
		{"in 1914, 1918, 1933 and 1939", false, false, false},
		{"model 11348-01-20G here", false, false, false},
	} {
		p := newPage(c.text, "en")
		s := stretch{end: len(c.text), to: len(p.words)}
		price, percent := priced(c.text)
		_, _, called := p.links(s)
		if price != c.price || percent != c.percent || called != c.called {
			t.Errorf("%q: price %t, percent %t, called %t", c.text, price, percent, called)
		}
	}
}

// TestFarmsFall holds that many sites that a page of one mould never names make
// it spam, and that the same sentences without them do not, nor a bibliography.
func TestFarmsFall(t *testing.T) {
	towns := strings.Fields("Ashford Belmont Carrow Denholm Easton Farrow Garnet Hollis Ingram Jarvis")
	words := strings.Fields("oak pear lamp fork tent rope mill cart drum sled")
	page := func(site func(i int) string, loose bool) string {
		var b strings.Builder
		for i, town := range towns {
			if loose {
				fmt.Fprintf(&b, "%s wrote about a %s and its %s%s\n\n", town, words[i], words[(i+3)%10], site(i))
				continue
			}
			fmt.Fprintf(&b, "The shop for your %s in %s has many of them%s\n\n", words[i], town, site(i))
		}
		return b.String()
	}
	farm := func(i int) string { return fmt.Sprintf(" at www.kelvo%d-tilmar.example.", i) }
	none := func(int) string { return "." }
	if !whole(detect(t, page(farm, false), "en")) {
		t.Error("a farm is kept")
	}
	if whole(detect(t, page(none, false), "en")) {
		t.Error("the page without its sites is cut")
	}
	if whole(detect(t, page(farm, true), "en")) {
		t.Error("a bibliography is cut")
	}
}

// TestListInArticle has a list on one word that is most of the words of an article into
// which links were injected: its sentences say that it is none but spam.
func TestListInArticle(t *testing.T) {
	var list strings.Builder
	for _, w := range strings.Fields("spring summer autumn winter straw wall ladder saw crown collar cellar shed trunk branch bud shoot") {
		fmt.Fprintf(&list, " %s Lessons Guide (PDF), %s Lessons Checklist (doc), Requirements %s Lessons Kept (PDF),", w, w, w)
	}
	text := strings.Join(strings.SplitAfter(orchard, "\n\n")[:3], "") + "The pears tell: further reading is" + list.String()
	for i, at := range []string{"for twenty years", "the trunk", "the buds"} {
		text = replace(t, text, at, fmt.Sprintf(`%s <a href="http://www.velmo%d.biz/" title="x">Norett Harmonica Reeds</a>`, at, i))
	}
	if got := cut(t, detect(t, text, "en")); !strings.Contains(got, "before the buds") {
		t.Errorf("left %q", got)
	}
}
