package cluster

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/urtext/urtext/pipeline/corpus"
)

// document makes a document as gather leaves it.
func document(language, text string) *corpus.Document {
	return &corpus.Document{Language: language, Draft: corpus.NewDraft(text)}
}

func english(texts ...string) []*corpus.Document {
	var out []*corpus.Document
	for _, s := range texts {
		out = append(out, document("en", s))
	}
	return out
}

// groupDocs runs the whole room over documents.
func groupDocs(t testing.TB, docs []*corpus.Document) Result {
	t.Helper()
	return groupWith(t, Config{Key: 1, Workers: 2}, docs)
}

// shelve puts sketches on a shelf, in their order.
func shelve(t testing.TB, c Config, sketches []Sketch) (*Shelf, []int32) {
	t.Helper()
	shelf := c.NewShelf(t.TempDir(), 0)
	t.Cleanup(func() {
		if err := shelf.Close(); err != nil {
			t.Error(err)
		}
	})
	var list []int32
	for i := range sketches {
		n, err := shelf.Add(&sketches[i])
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, int32(n))
	}
	return shelf, list
}

func groupWith(t testing.TB, c Config, docs []*corpus.Document) Result {
	t.Helper()
	sketches := make([]Sketch, len(docs))
	for i, d := range docs {
		sketches[i] = c.Sketch(d)
	}
	shelf, list := shelve(t, c, sketches)
	r, err := c.Group(context.Background(), shelf, list, func(i int) (Body, error) { return NewBody(docs[i]), nil })
	if err != nil {
		t.Fatal(err)
	}
	seen := map[int]int{}
	for _, k := range r.Clusters {
		for _, m := range k.Members {
			seen[m]++
		}
	}
	for i := range docs {
		if seen[i] != 1 {
			t.Fatalf("document %d stands in %d clusters", i, seen[i])
		}
	}
	return r
}

// sets returns the clusters as sorted lists, for comparing.
func (r Result) sets() [][]int {
	var out [][]int
	for _, c := range r.Clusters {
		m := slices.Clone(c.Members)
		slices.Sort(m)
		out = append(out, m)
	}
	slices.SortFunc(out, slices.Compare)
	return out
}

func check(t *testing.T, docs []*corpus.Document, want [][]int) Result {
	t.Helper()
	r := groupDocs(t, docs)
	if d := cmp.Diff(want, r.sets()); d != "" {
		t.Errorf("clusters (-want +got):\n%s", d)
	}
	return r
}

func TestDamagedCopiesJoin(t *testing.T) {
	w := newWriter(1)
	p := w.paragraphs(10)
	text := join(p...)
	var menu []string
	for range 25 {
		menu = append(menu, w.words[w.Intn(900)]+" | "+w.words[w.Intn(900)])
	}
	for name, copied := range map[string]string{
		"the eaten":      strings.ReplaceAll(text, " the ", "\n"),
		"words eaten":    w.drop(text, 12),
		"noise":          w.noise(text, 10),
		"phrases":        w.inject(text, 40),
		"paragraphs":     join(p[5], p[6], p[7], p[8], p[0], p[1], p[9], p[2], p[3], p[4]),
		"lost paragraph": join(slices.Delete(slices.Clone(p), 3, 5)...),
		"furniture":      join(strings.Join(menu, "\n"), text, strings.Join(menu, "\n")),
		"upper case":     strings.ToUpper(text),
		"mojibake":       strings.NewReplacer("a", "Ã¤", "er", "Ã©r").Replace(text[:900]) + text[900:],
		"half":           join(p[:5]...),
		"excerpt":        join(w.paragraph(), p[2], p[3], p[4], p[5]),
		"in a page":      join(w.article(9), text, w.article(3)),
	} {
		t.Run(name, func(t *testing.T) {
			check(t, english(text, copied, w.article(8)), [][]int{{0, 1}, {2}})
		})
	}
}

func TestOthersStayApart(t *testing.T) {
	w := newWriter(2)
	long, quote, frame := w.article(14), w.article(4), w.article(4)
	var slotted []string // one word in sixteen is a slot
	for i, s := range strings.Fields(long) {
		if i%16 == 7 {
			s = []string{"%n", "%p"}[i/16%2]
		}
		slotted = append(slotted, s)
	}
	weather := "Weather in %p today\n\nIn %p the sky will be mostly clear, with a high of %n degrees, a low of %n degrees and gusts of %n kilometres per hour from the direction of %p. Rain falls on %n days of the month. Conditions in the mountains change quickly, so please consult the service before leaving home, and carry warm clothing."
	job := "Baker wanted in %p\n\nOur branch in %p looks for a baker from week %n on. The pay is %n crowns, the contact is in %p.\n\n" + frame
	cases := map[string]func() string{
		"weather":         func() string { return w.fill(weather) },
		"job offers":      func() string { return w.fill(job) },
		"one in sixteen":  func() string { return w.fill(strings.Join(slotted, " ")) },
		"one quotation":   func() string { return join(w.paragraph(), w.article(2), quote, w.article(2)) },
		"frame":           func() string { return join(frame, w.article(4), quote) },
		"long footer":     func() string { return join(w.article(5), long[:len(long)*6/10]) },
		"common footer":   func() string { return join(w.article(5), frame) },
		"series of parts": func() string { return join(frame[:400], w.article(5), quote[:300]) },
	}
	for _, name := range slices.Sorted(maps.Keys(cases)) { // in order: they share the writer
		t.Run(name, func(t *testing.T) {
			next := cases[name]
			docs := english(next(), next(), next(), next())
			check(t, docs, [][]int{{0}, {1}, {2}, {3}})
		})
	}
}

func TestDovetail(t *testing.T) {
	w := newWriter(3)
	p := w.paragraphs(12)
	first := join(join(p[:8]...), "Log in to reply", "Create your own board")
	second := strings.ReplaceAll(w.inject(join(p[5:]...), 60), " the ", "\n")
	check(t, english(first, second, w.article(9)), [][]int{{0, 1}, {2}})
	check(t, english(first, join(p[8:]...)), [][]int{{0}, {1}})
}

// TestNextArticleBelow has a page with the beginning of the next article below its own,
// title and all: no page of either. A page may end as another begins, with no title there.
func TestNextArticleBelow(t *testing.T) {
	w := newWriter(31)
	p := w.paragraphs(14)
	title, own := "A Walk Along the River", join("Harvest Begins in the North", w.article(8))
	next := join(title, join(p...))
	check(t, english(join(own, title, join(p[:4]...)), own, next), [][]int{{0, 1}, {2}})
	words := strings.Fields(p[4])
	cut := join(title, join(p[:4]...), strings.Join(words[:len(words)-4], " ")) // in mid-sentence
	check(t, english(join(own, cut), own, next), [][]int{{0, 1}, {2}})
	check(t, english(join(own, cut), next), [][]int{{0}, {1}})
	check(t, english(join(own, join(p[:4]...)), join(p...)), [][]int{{0, 1}})
}

func TestPagesJoinThroughTheWhole(t *testing.T) {
	w := newWriter(4)
	p := w.paragraphs(10)
	title := "A Walk Along the River"
	check(t, english(join(title, join(p[:5]...)), join(p[5:]...), join(title, join(p...))), [][]int{{0, 1, 2}})
}

func TestPagesJoinByMarkAndAddress(t *testing.T) {
	w := newWriter(5)
	page := func(url, text string, marked bool) *corpus.Document {
		d := document("en", text)
		d.URL = url
		if marked {
			d.Marks = []corpus.Mark{{Start: 0, End: 4, Role: corpus.RolePageMark}}
		}
		return d
	}
	one, two := w.article(6)+" And then the", "other "+w.article(6)
	for name, c := range map[string]struct {
		a, b *corpus.Document
		want [][]int
	}{
		"marked":         {page("http://h.example/story", one, false), page("http://h.example/story?page=2", two, true), [][]int{{0, 1}}},
		"path":           {page("http://h.example/story_1.html", one, true), page("http://h.example/story_2.html", two, true), [][]int{{0, 1}}},
		"no mark":        {page("http://h.example/story", one, false), page("http://h.example/story?page=2", two, false), [][]int{{0}, {1}}},
		"other address":  {page("http://h.example/story", one, true), page("http://h.example/tale?page=2", two, true), [][]int{{0}, {1}}},
		"page left out":  {page("http://h.example/story", one, true), page("http://h.example/story?page=3", two, true), [][]int{{0}, {1}}},
		"broken address": {page("http://h%zz/", one, true), page("http://h%zz/?page=2", two, true), [][]int{{0}, {1}}},
	} {
		t.Run(name, func(t *testing.T) { check(t, []*corpus.Document{c.a, c.b}, c.want) })
	}
}

func TestDigestJoinsNeither(t *testing.T) {
	w := newWriter(6)
	a := join("Harvest Begins in the North", w.article(7))
	b := join("Bridge Reopens After Repairs", w.article(7))
	digest := join("This week", a, b, "Read more next week.")
	check(t, english(a, w.noise(a, 3), b, w.noise(b, 3), digest), [][]int{{0, 1}, {2, 3}, {4}})
	check(t, english(a, b, digest), [][]int{{0}, {1}, {2}})
}

func TestTinyTexts(t *testing.T) {
	check(t, english("", "", " \n", "word", "word", "Word", "To be or not to be", "To be or not to be", "!!!", "!!!", "a short note about bread", "a short note about cheese"),
		[][]int{{0}, {1}, {2}, {3, 4}, {5}, {6, 7}, {8}, {9}, {10}, {11}})
	if r := groupDocs(t, nil); len(r.Clusters) != 0 {
		t.Errorf("no documents gave %v", r.Clusters)
	}
}

func TestOtherScripts(t *testing.T) {
	w := newWriter(7)
	line := func(from rune, n, width int) string { // words of one script, or characters
		var b strings.Builder
		for range n {
			for range width {
				b.WriteRune(from + rune(w.Intn(400)))
			}
			if width > 1 {
				b.WriteByte(' ')
			} else if w.Intn(25) == 0 {
				b.WriteString("。")
			}
		}
		return b.String() + "。"
	}
	han, other := join(line(0x4E00, 400, 1), line(0x4E00, 300, 1)), line(0x4E00, 500, 1)
	runes := []rune(han)
	for i := 20; i < len(runes); i += 37 {
		runes[i] = 0x5F00 + rune(i)
	}
	hangul := join(line(0xAC00, 120, 3), line(0xAC00, 120, 2))
	docs := english(han, string(runes), other, hangul, hangul[:len(hangul)/6*3], string([]rune(han)[300:]))
	check(t, docs, [][]int{{0, 1, 5}, {2}, {3, 4}})
}

// mixed is a corpus with every kind of likeness in it.
func mixed(seed int64) []*corpus.Document {
	w := newWriter(seed)
	var out []string
	for range 6 {
		p := w.paragraphs(8)
		text := join(p...)
		out = append(out, text, w.noise(text, 5), w.inject(text, 50), join(p[:5]...), join(p[3:]...))
	}
	out = append(out, join("First Tale", out[0], "Second Tale", out[5]), out[0], out[3])
	for range 5 {
		out = append(out, w.fill("The price in %p is %n crowns for %n pieces, while in %p people pay %n for the same goods. Please ask at the counter when in doubt, because the market changes from day to day without notice."), w.article(5))
	}
	docs := english(out...)
	for _, name := range []string{"orvel", "tamsin"} {
		p := topic(w, name, 8)
		docs = append(docs, marked(join(p[:4]...), "Continued on page 2", false), marked(join(p[4:]...), "Page 2 of 2", true))
	}
	return docs
}

// texts names the clusters by what is in them, whatever the order.
func texts(r Result, docs []*corpus.Document) []string {
	var out []string
	for _, c := range r.Clusters {
		var m []string
		for _, i := range c.Members {
			m = append(m, docs[i].Draft.Read)
		}
		out = append(out, strings.Join(m, "\x00"))
	}
	return out
}

func TestOrderAndWorkersDoNotMatter(t *testing.T) {
	for seed := range int64(4) {
		docs := mixed(seed)
		want := texts(groupWith(t, Config{Key: 9, Workers: 1}, docs), docs)
		for k := range 4 {
			shuffled := slices.Clone(docs)
			rand.New(rand.NewSource(int64(k))).Shuffle(len(docs), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
			got := texts(groupWith(t, Config{Key: 9, Workers: 1 + k*3}, shuffled), shuffled)
			if d := cmp.Diff(want, got); d != "" {
				t.Fatalf("seed %d, order %d, %d workers:\n%s", seed, k, 1+k*3, d)
			}
		}
	}
}

func TestExactCopyChangesNothingElse(t *testing.T) {
	docs := mixed(11)
	want := groupDocs(t, docs).sets()
	for i := range docs {
		more := append(slices.Clone(docs), document("en", docs[i].Draft.Read))
		got := groupDocs(t, more).sets()
		for k, s := range got {
			if at := slices.Index(s, len(docs)); at >= 0 {
				if !slices.Contains(s, i) {
					t.Fatalf("the copy of %d is in %v", i, s)
				}
				got[k] = slices.Delete(s, at, at+1)
			}
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Fatalf("a copy of %d changed others:\n%s", i, d)
		}
	}
}

func TestManyCopiesAreLinear(t *testing.T) {
	w := newWriter(12)
	text := w.article(6)
	var list []string
	for i := range 600 {
		list = append(list, w.inject(w.noise(text, 2), 60)+fmt.Sprintf(" End%d.", i))
	}
	r := groupDocs(t, english(list...))
	if len(r.Clusters) != 1 || r.Verified > 4*600 {
		t.Errorf("%d clusters of one article, %d alignments", len(r.Clusters), r.Verified)
	}
}

func TestTemplateIsReported(t *testing.T) {
	w := newWriter(13)
	frame := w.article(2)
	var list []string
	for range 40 {
		list = append(list, join(w.article(6), frame))
	}
	r := groupDocs(t, english(list...))
	if len(r.Clusters) != 40 || len(r.Templates) == 0 || r.Templates[0].Clusters != 40 {
		t.Errorf("%d clusters, templates %+v", len(r.Clusters), r.Templates)
	}
}

func TestGroupFails(t *testing.T) {
	w := newWriter(14)
	text := w.article(6)
	c := Config{}
	sketches := []Sketch{c.Sketch(document("en", text)), c.Sketch(document("en", w.noise(text, 3)))}
	shelf, list := shelve(t, c, sketches)
	lost := errors.New("lost")
	if _, err := c.Group(context.Background(), shelf, list, func(int) (Body, error) { return Body{}, lost }); !errors.Is(err, lost) {
		t.Errorf("a body that cannot be fetched gave %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	shelf, list = shelve(t, c, sketches)
	if _, err := c.Group(ctx, shelf, list, func(int) (Body, error) { return Body{Text: text}, nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled context gave %v", err)
	}
}
