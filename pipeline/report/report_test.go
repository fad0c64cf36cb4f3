package report

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rivo/uniseg"
	"github.com/urtext/urtext/pipeline/corpus"
)

var update = flag.Bool("update", false, "write the golden files anew")

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs (go test -update writes it anew):\n%s", name, diff)
	}
}

const ferry = "The Ferry at Low Water\n\n" +
	"Every spring the ferry stops for a week, and every spring somebody is surprised.\n\n" +
	"The chain has to be lifted, cleaned and greased… link by link, which nobody can do while it carries a boat. " +
	"The men who do it know each link by its scars, and they will tell you so.\n\n" +
	"By Easter it runs again."

// entryAt makes an entry about the words of ferry.
func entryAt(words, rule string, confidence float64, readings ...corpus.Reading) corpus.Entry {
	at := strings.Index(ferry, words)
	return corpus.Entry{Start: at, End: at + len(words), Readings: readings, Rule: rule, Confidence: confidence}
}

func read(text string, witnesses ...string) corpus.Reading {
	return corpus.Reading{Text: text, Witnesses: witnesses, Weight: float64(len(witnesses))}
}

func pointer(s string) *string { return &s }

func sample() View {
	const id = "u00c0ffee00c0ffee"
	long := "The men who do it know each link by its scars, and they will tell you so."
	gap := entryAt(" and every", "known-insertion", 0.99, read("", "b.txt", "c.txt"), read("Plumber Near Me Cheap", "a.txt"))
	gap.End = gap.Start
	return View{
		Article: corpus.Article{
			ID: id, Text: ferry, Title: "The Ferry at Low Water", Language: "en", Confidence: 0.968, Disputed: 1,
			Members: []corpus.Member{
				{ID: "a.txt", Role: corpus.RoleCopy, Extent: [2]float64{0, 1}, Weight: 0.875},
				{ID: "b.txt", Role: corpus.RoleCopy, Extent: [2]float64{0, 1}, Weight: 0.75},
				{ID: "c.txt", Role: corpus.RolePart, Extent: [2]float64{0, 0.584}, Weight: 0.5},
			},
			Translations: []string{"u1111222233334444"},
		},
		Apparatus: corpus.Apparatus{Cluster: id, Entries: []corpus.Entry{
			gap,
			entryAt("somebody", "one-on-one", 0.55, read("somebody", "a.txt"), read("someone", "b.txt"), read("some body", "c.txt")),
			entryAt("greased…", "surface", 0.93, read("greased…", "a.txt"), read("greased...", "b.txt", "c.txt")),
			entryAt(long, "single-witness", 0.8, read(long, "a.txt")),
			entryAt("Easter it", "surface", 1, read("Easter it", "a.txt"), read("Easter\nit", "b.txt")),
		}},
		Documents: []corpus.Record{
			{ID: "b.txt", Cluster: pointer(id), Edits: []corpus.Edit{
				{Start: 4, End: 5, Kind: corpus.KindEaten, Was: "\n", Now: " the ", Why: []string{"the word is missing nearly everywhere"}},
				{Start: 14, End: 15, Kind: corpus.KindEaten, Was: "\n", Now: " the ", Why: []string{"the word is missing nearly everywhere"}},
				{Start: 30, End: 33, Kind: corpus.KindByteOrderMark, Was: "\uFEFF", Now: "", Why: []string{"byte-order mark"}},
				{Start: 34, End: 39, Kind: corpus.KindEntity, Was: "&nbsp;", Now: " ", Why: []string{"named entity"}},
				{Start: 40, End: 46, Kind: corpus.KindEntity, Was: "&nbsp;", Now: "\u00A0", Why: []string{"named entity"}},
			}},
			{ID: "c.txt", Cluster: pointer(id), Edits: []corpus.Edit{
				{Start: 0, End: 24, Kind: corpus.KindSpam, Was: " Plumber near me cheap, ", Now: " ", Why: []string{"artefact: between two spaces"}},
				{Start: 30, End: 90, Kind: corpus.KindTail, Was: "The men who do it know each link by its scars, and they will tell you so.", Why: []string{"rule: tail"}},
				{Start: 100, End: 240, Kind: corpus.KindMojibake, Was: "The chain has to be lifted, cleaned and greasedâ€¦ link by link, which nobody can do while it carries a boat.",
					Now: "The chain has to be lifted, cleaned and greased… link by link, which nobody can do while it carries a boat."},
			}},
			{ID: "a.txt", Cluster: pointer(id), Edits: []corpus.Edit{
				{Start: 0, End: 40, Kind: corpus.KindFurniture, Was: "Home | News | Contact\n\n" + strings.Repeat("Read more in our archive. ", 12), Now: "",
					Why: []string{"layout: short lines without a full stop", "layout: before the title"}},
				{Start: 60, End: 85, Kind: corpus.KindSpam, Was: "\u00A0Plumber Near Me Cheap\u00A0", Now: "",
					Why: []string{"artefact: between two no-break spaces", "witness: two copies agree on both sides"}},
				{Start: 90, End: 91, Kind: corpus.KindSpace, Was: "  ", Now: " ", Why: []string{"doubled space"}},
			}},
		},
	}
}

func TestShow(t *testing.T) {
	for _, c := range []struct {
		name string
		opt  Options
	}{
		{"plain.golden", Options{}},
		{"narrow.golden", Options{Width: 56}},
		{"color.golden", Options{Width: 80, Color: true}},
		{"all.golden", Options{All: true}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b strings.Builder
			if err := Show(&b, sample(), c.opt); err != nil {
				t.Fatal(err)
			}
			golden(t, c.name, b.String())
			if !c.opt.Color && strings.Contains(b.String(), "\x1b") {
				t.Error("an ANSI code in plain output")
			}
		})
	}
}

func TestDocument(t *testing.T) {
	rec := sample().Documents[2]
	rec.Cluster, rec.Reason, rec.Language = nil, "nothing but spam", "en"
	rec.Source = corpus.Source{Path: "crawl/a.txt", Record: 0, Offset: 12}
	var b strings.Builder
	if err := Document(&b, rec, Options{Width: 72}); err != nil {
		t.Fatal(err)
	}
	golden(t, "document.golden", b.String())
}

func TestRow(t *testing.T) {
	var b strings.Builder
	a := sample().Article
	untitled := a
	untitled.Title, untitled.Text = "", "Eine Zeile ohne Titel, die weitergeht und weitergeht und weitergeht.\nZweite."
	for _, opt := range []Options{{}, {Width: 60}, {Width: 10}} {
		for _, a := range []corpus.Article{a, untitled} {
			if err := Row(&b, a, opt); err != nil {
				t.Fatal(err)
			}
		}
	}
	golden(t, "list.golden", b.String())
}

func TestControlCharactersNeverReachTheTerminal(t *testing.T) {
	v := sample()
	v.Article.Text = "A\x1b[2Jtitle\x07\n\nbody \u202Eesrever\u202C\r\n\x9b31m end\u0085"
	v.Article.Title = "A\x1b[2Jtitle\x07"
	v.Article.Members[0].ID = "evil\x1b]0;name\x07"
	v.Documents[0].Edits[0].Why = []string{"because \x1b[31m"}
	v.Documents[1].ID, v.Documents[1].Edits[1].Was = "evil\x1b]0;name\x07", "\x1b[5mspam"
	var b strings.Builder
	if err := Show(&b, v, Options{Width: 40}); err != nil {
		t.Fatal(err)
	}
	for _, r := range b.String() {
		if r != '\n' && (r < ' ' || r >= 0x7F && r < 0xA0 || r == 0x202E) {
			t.Fatalf("%U in the output", r)
		}
	}
}

func TestDamagedRecordsDoNotPanic(t *testing.T) {
	for _, e := range []corpus.Entry{
		{Start: -5, End: 3}, {Start: 9999, End: 1}, {Start: 3, End: 2}, {Start: 1, End: 1 << 40},
		{Readings: []corpus.Reading{{}}}, {Readings: []corpus.Reading{{}, {}}},
	} {
		for _, text := range []string{"", "é", "日本語の文章", ferry, "\n\n\n\n"} {
			v := View{Article: corpus.Article{Text: text}, Apparatus: corpus.Apparatus{Entries: []corpus.Entry{e, e}}}
			var b strings.Builder
			if err := Show(&b, v, Options{Width: 1, Color: true, All: true}); err != nil {
				t.Fatal(err)
			}
			if strings.ContainsRune(b.String(), '\uFFFD') {
				t.Fatalf("a character of %q was split: %q", text, b.String())
			}
		}
	}
}

func TestLettersOfManyMembers(t *testing.T) {
	for i, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 51: "AZ", 52: "BA", 701: "ZZ", 702: "AAA"} {
		if got := letters(i); got != want {
			t.Errorf("letters(%d) = %s, want %s", i, got, want)
		}
	}
}

func FuzzWrap(f *testing.F) {
	for _, s := range []string{"", "one word", strings.Repeat("giant", 40), "日本語の長い文章です。折り返します。", "a\nb\n\nc", "e\u0301e\u0301e\u0301 שלום עולם", ferry} {
		f.Add(s, 20)
	}
	f.Fuzz(func(t *testing.T, s string, width int) {
		width = min(max(width, 8), 200)
		text := safe(s)
		kept := strings.NewReplacer("\n", "", " ", "")
		var b strings.Builder
		for _, r := range wrap(text, width, 0, 0) {
			line := text[r.from:r.to]
			b.WriteString(line)
			if w := uniseg.StringWidth(line); w > width && uniseg.GraphemeClusterCount(line) > 1 {
				t.Errorf("a row of %d columns, width %d: %q", w, width, line)
			}
		}
		if got, want := kept.Replace(b.String()), kept.Replace(text); got != want {
			t.Errorf("wrapping lost something:\n%q\n%q", got, want)
		}
	})
}

// TestShowOneCopy holds that an article of one copy has its confidence, and no entry
// that all members have is called one's own.
func TestShowOneCopy(t *testing.T) {
	v := sample()
	v.Article.Members, v.Article.Confidence = v.Article.Members[:1], .8
	v.Apparatus.Entries = v.Apparatus.Entries[3:4]
	var b strings.Builder
	if err := Show(&b, v, Options{}); err != nil {
		t.Fatal(err)
	}
	if got := b.String(); !strings.Contains(got, "1 copy, confidence 0.80") || strings.Contains(got, "alone") {
		t.Error(got)
	}
}
