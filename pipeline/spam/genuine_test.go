package spam

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Habits of honest typography and honest subjects. Nothing may be cut.
func TestGenuineHabits(t *testing.T) {
	for _, c := range []struct{ name, language, text string }{
		{"typist's doubled spaces", "en", strings.ReplaceAll(orchard, ". ", ".  ")},
		{"justified lines", "en", strings.NewReplacer(" the ", "  the  ", " and ", "  and ").Replace(orchard)},
		{"no-break spaces after articles", "en", strings.NewReplacer(" a ", " a\u00a0", " the ", " the\u00a0").Replace(orchard)},
		{"all spaces no-break", "en", strings.ReplaceAll(orchard, " ", "\u00a0")},
		{"last word glued", "en", strings.ReplaceAll(orchard, " cellar.", "\u00a0cellar.")},
		{"French marks", "fr", "Le jardin\n\nQui donc a planté ce poirier\u00a0? Mon père disait\u00a0: «\u00a0Personne ne le sait\u00a0!\u00a0» Nous l'avons taillé en février\u00a0; les voisins riaient. Il reste 20\u00a0% des branches, 15\u00a0kg de poires et 10\u202f000 feuilles dans la cour, mais l'arbre tient, et la maison aussi, et nous avec elle."},
		{"Czech prepositions", "cs", "Hruška stojí v\u00a0zahradě za domem a\u00a0nikdo neví, kdo ji zasadil. Otec s\u00a0bratrem ji v\u00a0únoru prořezali, protože k\u00a0ní už\u00a0světlo nešlo, a\u00a0sousedé se smáli u\u00a0plotu. Na jaře kvetla z\u00a0jihu a\u00a0na podzim měla plody i\u00a0na severu."},
		{"numbers and units", "en", replace(t, orchard, "In the second spring", "After 12\u00a0months, with Mr.\u00a0Okafor and 10\u00a0kg of ash, as in Section\u00a07.2, in the second spring")},
		{"linked names", "en", replace(t, orchard, "The neighbours said", "Over at\u00a0Harrow Tree Surgeons\u00a0and in the\u00a0Garden Almanac\u00a0they agreed. The neighbours said")},
		{"report full of names", "en", orchard + "\n\nAfter the break Darren Holloway found Marcus Tiller, who beat Ruben Okafor and Tobias Varga before Elroy Brackett, the keeper, turned it round the post. Vasco Sandoval came on for Lionel Mertens, and Gareth Pruitt, booked twice, walked."},
		{"German nouns", "de", "Der Birnbaum\n\nAls wir das Haus kauften, stand hinter dem Schuppen ein alter Birnbaum, den seit zwanzig Jahren niemand geschnitten hatte. Mein Vater besah den Stamm, klopfte mit dem Hammer an die Rinde und sagte, das Holz sei gesund, nur brauche der Baum Licht, Luft und Geduld. Im Februar begannen wir mit der Arbeit, und im dritten Frühjahr trug er wieder Birnen, klein und hart, aber haltbar bis zum März."},
		{"recipe", "en", orchard + "\n\nIngredients\n\n2 red peppers, 1 green pepper, 1 yellow pepper\n500 g flour\n1 tsp salt\nsugar, cinnamon, cloves, nutmeg\n\nMethod\n\nStir the flour into the butter, add the milk little by little, and let it thicken over a low heat."},
		{"menu", "en", "Home | About | Recipes | Contact\n\n" + orchard + "\n\nTerms | Privacy | Imprint"},
		{"table of contents", "en", orchard + "\n\n1. Before You Begin .... 3\n2. Tools and Ladders .... 9\n3. The First Winter .... 14"},
		{"question and answer", "en", "Q: How do I prune a pear?\n\nA: In winter.\n\n" + orchard + "\n\nQ: And then?\n\nA: Wait."},
		{"byline and author box", "en", orchard + "\n\nIngrid Lindqvist is a retired surveyor and mends clocks in Uppsala. Her second novel is published by Carbone & Mertens. Write to her at ingrid@lindqvist.example or visit www.lindqvist.example."},
		{"Chinese", "zh", "屋后有一棵老梨树，二十年没有人修剪过。父亲看了看树干，说木头是好的，只是缺少阳光。二月里我们开始干活，先锯掉枯枝，再让枝条之间透进风来。第三年春天，南面开了花，秋天结了小小的硬梨，可以放到三月。"},
		{"a shop's own site", "en", replace(t, replace(t, orchard, "The neighbours said", "At the shop in Mill Lane nobody knew it. The neighbours said"), "In the second spring", "Felting with Ruth costs £25 including wool, tea and a biscuit; book at the counter or at www.milllane-hardware.co.uk. In the second spring")},
		{"file names", "en", orchard + "\n\nsaw/blade.go, saw/blade_test.go, saw/handle.go, saw/tooth.go\n\nsaw-blade.c, saw-handle.c, saw-tooth.c"},
		{"figures in columns", "en", orchard + "\n\nrun of the blade   2392 MB/s   61122 B/op    16 allocs/op  (1.4x faster)\nrun of the handle   2928 MB/s   7498 B/op    12 allocs/op  (1.4x faster)"},
		{"two stray no-break spaces", "en", replace(t, orchard, "In the second spring", "If\u00a0you have trouble finding\u00a0it, ask the nurseries. In the second spring")},
		{"wrapped lines with colons", "en", orchard + "\n\nThe nursery keeps a list of those sorts that it can graft for\nBrackett: Okafor: and Tiller: as they are called in the trade, so\nthat whoever asks for one of them is sent a rod of the right sort."},
		{"shell", "en", orchard + "\n\nkettle '^go: updates to kettle.mod needed; to update it by 5 percent:\\n\\tkettle mod tidy$' and then of the old"},
		{"code", "en", orchard + "\n\nfor  (int i = 0 ;  i < n ;  i++)  {  sum  +=  a[i] ;  }\n\nprintf ( \"%d\\n\" , sum ) ;"},
	} {
		doc := detect(t, c.text, c.language)
		for _, q := range cuts(doc) {
			t.Errorf("%s: %s", c.name, show(doc, q))
		}
	}
}

// The articles written for this project, the ones about abused trades among
// them, come through whole, in print and in two habits of typing.
func TestFixtureArticlesStayWhole(t *testing.T) {
	files, err := filepath.Glob("../../fixtures/articles/*/*.txt")
	if err != nil || len(files) == 0 {
		t.Skip("no articles in fixtures/articles")
	}
	words, flags := 0, 0
	for _, f := range files {
		read, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		text := string(read)
		words += len(strings.Fields(text))
		language := filepath.Base(filepath.Dir(f))
		for habit, text := range map[string]string{
			"as written": text,
			"typist":     strings.ReplaceAll(text, ". ", ".  "),
			"French":     strings.NewReplacer(" :", "\u00a0:", " ;", "\u00a0;", " ?", "\u00a0?", " !", "\u00a0!", " — ", "\u00a0— ").Replace(text),
			"glued":      strings.NewReplacer(" a ", " a\u00a0", " v ", " v\u00a0", " w ", " w\u00a0", " в ", " в\u00a0", " і ", " і\u00a0", " y ", " y\u00a0").Replace(text),
		} {
			doc := detect(t, text, language)
			for _, q := range cuts(doc) {
				t.Errorf("%s, %s: %s", f, habit, show(doc, q))
			}
			if habit == "as written" {
				flags += len(doc.Proposals)
			}
		}
	}
	if flags*1000 > 2*words {
		t.Errorf("%d flags in %d words", flags, words)
	}
}

// genuinePages reads the pages of the shared data.
func genuinePages(t testing.TB) (pages []string) {
	for _, f := range []string{"wcxb-dev-360", "republished.documents"} {
		r, err := os.Open(filepath.Join("..", "..", "..", "shared", "data", f+".jsonl.gz"))
		if err != nil {
			t.Skip("the shared data is not here: ", err)
		}
		defer r.Close()
		z, err := gzip.NewReader(r)
		if err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(z)
		lines.Buffer(nil, 64<<20)
		for lines.Scan() {
			var page struct {
				Text string `json:"text"`
				Main string `json:"main_content"`
			}
			if err := json.Unmarshal(lines.Bytes(), &page); err != nil {
				t.Fatal(err)
			}
			pages = append(pages, page.Text+page.Main)
		}
	}
	return pages
}

func TestGenuinePages(t *testing.T) {
	pages := genuinePages(t)
	found, flags, words := 0, 0, 0
	for _, text := range pages {
		doc := detect(t, text, "en")
		words += len(strings.Fields(text))
		flags += len(doc.Proposals)
		for _, q := range cuts(doc) {
			found++
			t.Log(show(doc, q))
		}
	}
	t.Logf("%d pages: %d cuts; %.2f flags per 1,000 words", len(pages), found, float64(flags)*1000/float64(words))
	if found*1000 > len(pages) {
		t.Errorf("%d cuts on %d genuine pages", found, len(pages))
	}
	if flags*1000 > 2*words {
		t.Errorf("%d flags in %d words", flags, words)
	}
}

// The five seeds, of which only counts are told here.
func TestSeeds(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join("..", "..", "..", "shared", "seeds", "*.txt"))
	if len(files) != 5 {
		t.Skip("the seeds are not here")
	}
	for i, want := range []struct{ phrases, lines int }{{5, 2}, {}, {}, {}, {0, 1}} {
		read, err := os.ReadFile(files[i])
		if err != nil {
			t.Fatal(err)
		}
		language := "en"
		if i == 4 {
			language = "it"
		}
		doc := detect(t, strings.ReplaceAll(string(read), "';", "'"), language)
		phrases, lines := 0, 0
		for _, q := range cuts(doc) {
			if q.Now == "" && doc.Draft.Text[q.End] == ',' && strings.HasPrefix(doc.Draft.Text[q.Start:], "\u00a0") {
				phrases++
			} else {
				lines++
			}
		}
		if phrases != want.phrases || lines != want.lines {
			t.Errorf("seed %d: %d phrases, %d lines; want %+v", i, phrases, lines, want)
		}
	}
}
