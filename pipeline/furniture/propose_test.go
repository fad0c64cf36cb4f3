package furniture

import (
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

func propose(t testing.TB, text, language string) *corpus.Document {
	t.Helper()
	doc := &corpus.Document{Draft: corpus.NewDraft(text), Language: language}
	if err := (Propose{}).Apply(doc); err != nil {
		t.Fatal(err)
	}
	return doc
}

// kept returns the text without what was cut.
func kept(doc *corpus.Document) string {
	var b strings.Builder
	at, text := 0, doc.Draft.Text
	for _, p := range doc.Proposals {
		if p.Verdict == corpus.Cut {
			b.WriteString(text[at:p.Start] + p.Now)
			at = p.End
		}
	}
	return strings.TrimSpace(b.String() + text[at:])
}

func marked(doc *corpus.Document, role corpus.Role) []string {
	var out []string
	for _, m := range doc.Marks {
		if m.Role == role {
			out = append(out, doc.Draft.Text[m.Start:m.End])
		}
	}
	return out
}

const (
	beesTitle = "What the Bees Taught My Neighbour"
	bees      = `My neighbour keeps two hives behind his garage, and every spring he tells me that this will be the last year. The bees are too much work, he says, and the honey never covers the cost of the jars.

Last week I helped him lift the roof off the older hive. He moved slowly, the way people move around a sleeping child, and he talked to the bees while he worked. A hive is never quiet, but it has moods, and he could hear that this one was content.

Before you open a hive, wait for a warm afternoon without wind. Light the smoker early, since a smoker that dies halfway leaves you with an angry colony and both hands full of frames. Never stand in front of the entrance, where the bees come home.

When he had looked at every frame he closed the roof again and put a stone on it. There would be honey in July, he said, if the lime trees did their part. Then he told me once more that this would be the last year.`
)

const forumHead = "Board index\nLogin\nRegister\nUsername:\u00a0\nPassword:\u00a0\nForgot password?\n\nTopic: Zapatillas Corredor Baratas Madrid\n\nPost info\nSenior Member\nStatus: Offline\nPosts: 112\nZapatillas Corredor Baratas Madrid\nPermalink\n\n"

const forumFoot = "\n\n____________________\nPage 1 of 1\nQuick reply\nPlease log in to post a reply.\nReport abuse\nPrivacy policy\nPowered by BoardWorks\n"

const teaserHead = `|
|
Seven Signs Your Boiler Needs a Rest
The radiators knock at night and the pressure falls a little every week. Most owners wait until the first frost before they call anyone...
Why Small Kitchens Sell Faster
Agents know it and buyers deny it. A room that is easy to heat and quick to clean makes up its mind for you, and the figures of...
Painting Over Old Wallpaper
It can be done, and it can be done badly. The trick is in the edges, where paste has dried for thirty years and the...
Choosing a Ladder That Will Not Kill You
PLEASE NOTE: this column may be reprinted free of charge as long as the notice at its foot stays in place and the editor...
|
|
|
`

const linkFarm = `
|
|
Garden Sheds Direct |
Sheds, fences and summer houses delivered to your door, with fitting on request. ... |
www.shedsdirect-example.com |
Cheap Flooring - Home Page |
Oak, laminate and cork at prices that speak for themselves. ... |
www.floors-example.org |
The Plumber's Almanac |
Answers, tables and tools for the trade, updated every month. |
www.plumbalmanac-example.net |
Roofers of the North |
Find a roofer near you, read what others say, ask for an offer. |
www.northroof-example.com |
|
`

func TestFurnitureGoes(t *testing.T) {
	for _, c := range []struct{ name, language, before, body, after string }{
		{"forum", "en", forumHead, bees, forumFoot},
		{"teasers and links", "en", teaserHead, beesTitle + "\n\n" + bees, linkFarm},
		{"German shop blog", "de", "Startseite\nAnmelden\nWarenkorb\nKontakt\nSuche\nKategorien\n\n", `Warum der Teig Zeit braucht

Wer Brot backt, lernt als Erstes das Warten. Der Teig will stehen, bis er sein Volumen verdoppelt hat, und er lässt sich dabei von niemandem drängen.

Im Winter dauert das länger, weil die Küche kälter ist. Meine Großmutter stellte die Schüssel neben den Ofen und legte ein feuchtes Tuch darüber, damit der Teig keine Haut bekam.

Erst wenn ein Fingerabdruck langsam wieder verschwindet, ist der Teig so weit. Dann wird er geformt, ruht noch einmal eine halbe Stunde und kommt in den heißen Ofen.`, "\n\nTeilen\nKommentare (3)\nAntworten\nDatenschutz\nImpressum\n© 2019 Alle Rechte vorbehalten\nNewsletter abonnieren\n"},
		{"Russian news", "ru", "Главная\nВойти\nРегистрация\nПоиск\nКонтакты\nРубрики\n\n", `Мост откроют весной

Новый пешеходный мост через реку откроют в начале весны, сообщили в городской администрации. Строители уже закончили основные работы и теперь укладывают настил.

Жители района ждали этого моста почти десять лет. До сих пор им приходилось идти к остановке в обход, и зимой эта дорога занимала больше получаса.

Движение по мосту будет только пешеходным, но для велосипедов оставят отдельную полосу. Освещение обещают включить за неделю до открытия.`, "\n\nПоделиться\nКомментарии\nОтветить\nПолитика конфиденциальности\nВсе права защищены\nПодписаться\nРеклама\n"},
		{"French magazine", "fr", "Accueil\nConnexion\nInscription\nRechercher\nPanier\nContact\n\n", `Le dernier horloger du quartier

Dans sa boutique étroite, l'horloger répare encore les montres que les autres refusent. Il travaille debout, la loupe à l'œil, et ne lève la tête que pour saluer les habitués.

Les pièces viennent de tiroirs qu'il a hérités de son maître. Certaines montres attendent depuis vingt ans un ressort que plus personne ne fabrique, et il ne les rend jamais sans regret.

Quand on lui demande qui prendra la suite, il hausse les épaules et remonte une pendule. Le temps, dit-il, trouvera bien quelqu'un pour s'occuper de lui.`, "\n\nPartager\nCommentaires\nRépondre\nMentions légales\nConfidentialité\nTous droits réservés\n"},
	} {
		doc := propose(t, c.before+c.body+c.after, c.language)
		if got := kept(doc); got != c.body {
			t.Errorf("%s: kept\n%s\n--- of\n%s", c.name, got, c.body)
		}
		for _, p := range doc.Proposals {
			if p.Verdict == corpus.Cut && len(families(p)) < 2 {
				t.Errorf("%s: %q cut on %v", c.name, doc.Draft.Text[p.Start:p.End], p.Evidence)
			}
		}
	}
}

func families(p corpus.Proposal) map[corpus.Family]bool {
	out := map[corpus.Family]bool{}
	for _, e := range p.Evidence {
		out[e.Family] = true
	}
	return out
}

const recipe = `Barley Soup for Six

Ingredients
2 carrots
1 onion
200 g pearl barley
1 l stock
salt and pepper

Rinse the barley under cold water until it runs clear, then leave it to drain. Peel the carrots and the onion and cut both into small cubes.

Melt the butter in a wide pot and let the onion soften without colour. Add the carrots and the barley, stir for two minutes, and pour in the stock.

Let the soup simmer for forty minutes with the lid half on. Season with salt and pepper only at the end, since the stock grows stronger as it cooks down.`

const poem = `The Ferry

No one rides the early ferry
but the man who sells the bread
and a dog that knows the captain
and the gulls above its head

Grey the water, grey the morning
grey the ropes along the quay
and the bread man breaks a small loaf
for the dog, the gulls, and me`

const commands = `Rename many files at once

The tool comes with every system, so there is nothing to install before you begin. Make a copy of the folder first, because a rename cannot be taken back.

ls -1 *.txt
for f in *.txt; do mv "$f" "${f%.txt}.md"; done
ls -1 *.md

The first command shows what is there, the second does the work, and the third shows what came of it. If the names hold spaces, keep the quotes around the variable.

Options
-n  show only
-v  say more
-f  ask nothing

Try it on three files before you let it loose on three thousand of them.`

const dialogue = `"Did you lock it?"

"I thought you had."

"No."

They stood on the pavement and looked up at the window, where the light was still burning. Neither of them moved, and after a while it began to rain.

"Well," she said.

"Well," he said, and gave her the key.`

const thread = `How do you keep slugs off lettuce?

I have tried everything the books tell you, and in the morning there are only stalks. Does anyone have a way that works in a wet garden and does no harm to the hedgehogs?

annika
March 3, 2018
Copper tape round the beds has worked for us for three years now. You have to clean it twice a season, or it loses its bite.

old_tom
March 4, 2018
Grow the lettuce in a hanging basket. The slugs will not climb a chain, and you can pick the leaves without bending your back.

annika
March 4, 2018
I had not thought of that, and the baskets are lying in the shed. Thank you, I will try it with the next sowing and tell you how it went.`

const table = `Opening hours of the three baths

The town runs three public baths, and each of them closes on another day, so that one is always open. Children under six swim for free when an adult comes along.

Bath | Monday | Saturday
North Gate | closed | 9-18
River | 7-21 | 9-18
Castle Hill | 7-21 | closed

In the summer holidays all three open an hour earlier, provided that there are enough lifeguards. Tickets from last season remain valid until the end of May.`

func TestGenuineTextStays(t *testing.T) {
	for name, text := range map[string]string{
		"empty": "", "blank": " \n\n\t\n", "one word": "Hello", "headline": "Bridge to Reopen in Spring", "one sentence": "The bridge reopens in spring.",
		"giant word": strings.Repeat("x", 1<<16), "article": bees, "titled": beesTitle + "\n\n" + bees, "recipe": recipe, "poem": poem,
		"commands": commands, "dialogue": dialogue, "thread": thread, "table": table,
		"invalid":             "a\xffb\n\xfe\n" + bees,
		"contacts at the end": bees + "\n\nFurther reading\nThe Hive in Winter, by R. Aldous\nSmoke and Honey, second edition\nA Year Among Bees\n",
	} {
		doc := propose(t, text, "en")
		if got := kept(doc); got != strings.TrimSpace(text) {
			t.Errorf("%s: kept\n%s", name, got)
		}
	}
	for language, text := range map[string]string{
		"ja": "雨の日の図書館\n\n雨が降ると、町の図書館はいつもより混んでいる。傘立ては朝からいっぱいで、窓際の席はもう空いていない。\n\n司書は静かに本を並べ、子どもたちは絵本の棚の前に座っている。ここでは誰も急がない。",
		"ar": "المكتبة في يوم المطر\n\nعندما ينزل المطر تمتلئ مكتبة المدينة بالناس منذ الصباح، ولا يبقى مكان فارغ قرب النافذة.\n\nيجلس الأطفال أمام رف القصص ولا أحد هنا في عجلة من أمره.",
	} {
		if got := kept(propose(t, text, language)); got != text {
			t.Errorf("%s: kept\n%s", language, got)
		}
	}
}

func TestOurArticlesStay(t *testing.T) {
	files, err := filepath.Glob("../../fixtures/articles/*/*.txt")
	if err != nil || len(files) == 0 {
		t.Skip("no fixture articles")
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		language := filepath.Base(filepath.Dir(f))
		for _, p := range propose(t, string(b), language).Proposals {
			if p.Verdict == corpus.Cut {
				t.Errorf("%s: cut %q", f, string(b)[p.Start:p.End])
			}
		}
	}
}

// The measure of harm: the words cut from real posts that are nothing but
// article.
func TestHarmOnRealPosts(t *testing.T) {
	f, err := os.Open("../../../shared/data/republished.documents.jsonl.gz")
	if err != nil {
		t.Skip("the shared data is not here")
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	dec := json.NewDecoder(z)
	words, lost := 0, 0
	for i := 0; ; i++ {
		var r struct{ ID, Text string }
		if dec.Decode(&r) != nil {
			break
		}
		if i%5 != 0 {
			continue
		}
		words += len(strings.Fields(r.Text))
		for _, p := range propose(t, r.Text, "en").Proposals {
			if p.Verdict == corpus.Cut {
				lost += len(strings.Fields(r.Text[p.Start:p.End]))
				t.Logf("%s: %q", r.ID, r.Text[p.Start:p.End])
			}
		}
	}
	if rate := 1000 * float64(lost) / float64(words); rate > .5 {
		t.Errorf("%.2f words of 1,000 are lost", rate)
	}
}

func TestMarks(t *testing.T) {
	doc := propose(t, beesTitle+"\nBy Nora Feldmann\n\n"+bees+"\n\nAbout the Author\nNora Feldmann writes about gardens and the people in them. Her letters go out every month from http://feldmann-garden.example.org\n", "en")
	for role, want := range map[corpus.Role]string{
		corpus.RoleTitle: beesTitle, corpus.RoleByline: "By Nora Feldmann", corpus.RoleLabel: "About the Author",
		corpus.RoleAuthorBox: "Nora Feldmann writes about gardens and the people in them. Her letters go out every month from http://feldmann-garden.example.org",
	} {
		if got := marked(doc, role); len(got) != 1 || got[0] != want {
			t.Errorf("%s: %q", role, got)
		}
	}
	if len(doc.Proposals) != 1 || doc.Proposals[0].Verdict != corpus.Flag || doc.Proposals[0].Score > .3 {
		t.Errorf("label: %+v", doc.Proposals)
	}
	const box = "Nora Feldmann writes about gardens and the people in them. She lives near the coast with two cats and a great many hives."
	for byline, want := range map[string]int{"By Nora Feldmann": 1, "By Ida Lund": 0} {
		if got := marked(propose(t, beesTitle+"\n"+byline+"\n\n"+bees+"\n\n"+box+"\n", "en"), corpus.RoleAuthorBox); len(got) != want {
			t.Errorf("author's box below %q: %q", byline, got)
		}
	}
	if got := marked(propose(t, forumHead+bees+forumFoot, "en"), corpus.RoleTitle); len(got) != 0 {
		t.Errorf("the forum's spam became the title: %q", got)
	}
	if got := marked(propose(t, bees, "en"), corpus.RoleTitle); len(got) != 0 {
		t.Errorf("title of an article without one: %q", got)
	}
}

func TestPageMarks(t *testing.T) {
	for _, c := range []struct {
		language, line string
		want           bool
	}{
		{"en", "Continued from page 1", true}, {"en", "Page 1 of 2", true}, {"en", "page 2/3", true}, {"en", "Page 2", true},
		{"und", "Continued on page 3", true}, {"de", "Seite 2 von 4", true}, {"de", "Fortsetzung von Seite 1", true},
		{"fr", "Page 3 sur 5", true}, {"es", "Continúa en la página 2", true}, {"it", "Segue a pagina 2", true},
		{"ru", "Страница 2 из 3", true}, {"ru", "Продолжение со страницы 1", true}, {"pl", "Strona 1 z 2", true},
		{"cs", "Pokračování ze strany 1", true}, {"sv", "Sida 1 av 2", true}, {"zh", "第 2 页", true}, {"ja", "2ページ", true},
		{"de", "Seite 2 von 2 Vorherige Seite", true}, {"ru", "Страница 2 из 2 Предыдущая страница", true}, {"fi", "Sivu 2/2 Edellinen sivu", true},
		{"he", "עמוד 2 מתוך 2 העמוד הקודם", true}, {"ro", "Pagina 2 din 2 Pagina anterioară", true}, {"zh", "第2页，共3页 上一页", true},
		{"und", "Pagina 2 lentewe 3", true}, {"und", "Pagina 2 lentewe kavu 3", false}, {"zh", "第2页，他笑了", false},
		{"nl", "Lees verder op pagina 2", true}, {"fr", "Lire la suite page 2", true}, {"ru", "Читайте далее на странице 2", true},
		{"nl", "Wonen verder op pagina 2 lezen", false}, {"en", "Farmers page 2", false}, {"en", "Farmers turn next page 3", false},
		{"en", "Page 12 of the report lists every donor", false}, {"en", "Continued growth in 2 regions", false},
		{"en", "Part 2", false}, {"en", "Chapter 1", false}, {"en", "See page 4 for the recipe", false}, {"en", "1 of 2", false},
		{"en", "Page", false}, {"en", "Section 3 continued", false}, {"de", "Teil 2", false}, {"ru", "Глава 2", false},
		{"en", "1 2 Next page »", true}, {"ko", "« 1 [2] 3 »", true}, {"zh", "1 2 下一页", true}, {"en", "1 2 buckle my shoe", false}, {"en", "1 2 3", false},
		{"de", "Seiten: 1 2 3", true}, {"ru", "Страницы: 1 2 3", true}, {"zh", "页: 1 2 3", true}, {"en", "Gate 1 2 3", false},
	} {
		p := newPage(c.line, c.language)
		if got := p.pageMark(0); got != c.want {
			t.Errorf("%s %q: %v", c.language, c.line, got)
		}
	}
	doc := propose(t, "Continued from page 1\n\n"+bees, "en")
	if kept(doc) != bees || len(marked(doc, corpus.RolePageMark)) != 1 {
		t.Errorf("%+v %+v", doc.Marks, doc.Proposals)
	}
	half := strings.Index(bees, "Before you open")
	doc = propose(t, "Continued from page 1\nand the rest of the sentence that page 1 began.\n\n"+bees[half:], "en")
	if len(marked(doc, corpus.RolePageMark)) != 1 {
		t.Errorf("over the rest of a sentence: %+v", doc.Marks)
	}
	doc = propose(t, bees[:half]+"Page 2 of 3\n\n"+bees[half:], "en")
	if len(doc.Proposals) != 1 || doc.Proposals[0].Verdict != corpus.Flag {
		t.Errorf("inside: %+v", doc.Proposals)
	}
}

// TestHeadingBeforeAPageMark ends a page with the heading of what the next one
// holds: the mark tells that the article goes on there.
func TestHeadingBeforeAPageMark(t *testing.T) {
	const frame = "\n\nRate this article\nPrint · E-mail this · Report abuse\nRelated articles Garden\nHome | About us | Contact | Search\n© 2012 Garden Pages. Terms of use. Privacy policy."
	for mark, stays := range map[string]bool{"Page 1 of 2": true, "Continued on page 2": true, "Page 2 of 2": false} {
		doc := propose(t, bees+"\n\nStep 4: Moths, and then wasps\n\n"+mark+frame, "en")
		at := strings.Index(doc.Draft.Text, "Step 4")
		if got := !slices.ContainsFunc(doc.Proposals, func(p corpus.Proposal) bool { return p.Start <= at && at < p.End }); got != stays {
			t.Errorf("before %q: stays %v: %+v", mark, got, doc.Proposals)
		}
	}
}

func TestWrappedArticleStays(t *testing.T) {
	var b strings.Builder
	for _, p := range strings.Split(bees, "\n\n") {
		width := 0
		for _, w := range strings.Fields(p) {
			if width+len(w) > 60 {
				b.WriteByte('\n')
				width = 0
			}
			b.WriteString(w + " ")
			width += len(w) + 1
		}
		b.WriteByte('\n')
	}
	if doc := propose(t, b.String(), "en"); kept(doc) != strings.TrimSpace(b.String()) {
		t.Errorf("cut: %q", kept(doc))
	}
}

func TestHeadsCountOneLineOnce(t *testing.T) {
	a := propose(t, forumHead+bees+forumFoot, "en")
	other := strings.ReplaceAll(forumHead, "112", "7")
	b := propose(t, other+bees+forumFoot, "en")
	if len(a.Proposals) != len(b.Proposals) {
		t.Fatalf("%d and %d proposals", len(a.Proposals), len(b.Proposals))
	}
	for i := range a.Proposals {
		if a.Proposals[i].Head != b.Proposals[i].Head {
			t.Errorf("%q and %q", a.Proposals[i].Head, b.Proposals[i].Head)
		}
	}
}

func TestTagsSpeak(t *testing.T) {
	paragraphs := "<p>" + strings.ReplaceAll(bees, "\n\n", "</p><p>") + "</p>"
	for _, c := range []struct{ name, before, after string }{
		{"nav and footer", "<nav><ul><li>Alpha<li>Beta<li>Gamma<li>Delta</ul></nav>", "<footer><p>Gamma House<p>Delta Street<p>Epsilon Town<p>Zeta</footer>"},
		{"class", `<div id="x" class="top main-menu"><a>Alpha</a><br><a>Beta</a><br><a>Gamma</a><br><a>Delta</a></div>`, ""},
		{"never closed", "<div><nav><p>Alpha", ""},
		{"closed by force", strings.Repeat("<div>", 9000) + "<aside><p>Omega</p>", "</aside></b></div>"},
	} {
		doc := plain(t, "<body>"+c.before+"<h1>"+beesTitle+"</h1>"+paragraphs+c.after+"</body>")
		doc.Language = "en"
		if err := (Propose{}).Apply(doc); err != nil {
			t.Fatal(err)
		}
		got := kept(doc)
		if !strings.Contains(got, beesTitle+"\n\n"+bees) {
			t.Errorf("%s: kept %q", c.name, got)
		}
		if tagged := strings.Contains(c.before, "</"); tagged && got != beesTitle+"\n\n"+bees && !strings.Contains(c.before, "Omega") {
			t.Errorf("%s: kept %q", c.name, got)
		}
	}
}

func FuzzPropose(f *testing.F) {
	for _, s := range []string{forumHead + bees + forumFoot, teaserHead + bees + linkFarm, recipe, thread, "\u00a0\n|\n...\n", "a\xff\n1/2 page"} {
		f.Add(s, "en")
	}
	f.Fuzz(func(t *testing.T, text, language string) {
		doc := propose(t, text, language)
		if doc.Draft.Text != text || len(doc.Draft.Edits) > 0 {
			t.Fatal("the text was changed")
		}
		at := 0
		for _, p := range doc.Proposals {
			if p.Start < at || p.End <= p.Start || p.End > len(text) || p.Score < 0 || p.Score > 1 || len(p.Evidence) == 0 {
				t.Fatalf("%+v after %d of %d", p, at, len(text))
			}
			if !border(text, p.Start) || !border(text, p.End) {
				t.Fatalf("%+v splits a character", p)
			}
			at = p.End
		}
		for _, m := range doc.Marks {
			if m.Start < 0 || m.End <= m.Start || m.End > len(text) {
				t.Fatalf("%+v", m)
			}
		}
	})
}

func border(text string, i int) bool {
	return i == len(text) || utf8.RuneStart(text[i]) || !utf8.ValidString(text)
}

// TestHeadTellsTeaserFromArticle holds an article on one line apart from a
// teaser with its title: the corpus counts heads, and teasers are many.
func TestHeadTellsTeaserFromArticle(t *testing.T) {
	const title = "How the Bees Came Back to the Old Station Yard"
	heads := func(text string) string {
		p := newPage(text, "en")
		return p.head(&p.blocks[0])
	}
	teaser := heads(title + "\n")
	if whole := heads(title + " " + strings.Repeat("The yard had been empty for years. ", 80)); whole == teaser {
		t.Errorf("both are %q", whole)
	}
	if again := heads(title + " - Posted by Rob\n"); again != teaser {
		t.Errorf("%q, not %q", again, teaser)
	}
}

// TestParagraphBeforeLinksStays holds that a paragraph between the title and a
// list of links is no snippet of the list.
func TestParagraphBeforeLinksStays(t *testing.T) {
	first, rest, _ := strings.Cut(bees, "\n\n")
	links := "http://www.example-one.example/cheap/a.html\nhttp://www.example-two.example/cheap/b.html\nhttp://www.example-three.example/cheap/c.html\n" +
		"http://www.example-four.example/cheap/d.html\nhttp://www.example-five.example/cheap/e.html\nhttp://www.example-six.example/cheap/f.html"
	for _, title := range []string{beesTitle, "Cheap Hives Online"} {
		doc := propose(t, title+"\n\n"+first+"\n\n"+links+"\n\n"+rest, "en")
		if got := kept(doc); !strings.Contains(got, first) {
			t.Errorf("under %q the first paragraph is gone:\n%s", title, got)
		}
	}
}
