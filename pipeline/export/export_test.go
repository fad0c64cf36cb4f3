package export_test

import (
	"bytes"
	"encoding/xml"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/urtext/urtext/fixtures"
	"github.com/urtext/urtext/pipeline/align"
	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/export"
	"github.com/urtext/urtext/pipeline/reconstruct"
	"github.com/urtext/urtext/pipeline/token"
)

var update = flag.Bool("update", false, "write the golden files anew")

const ferry = `The Ferry That Waits

Every morning at six, the ferry leaves the old pier with three passengers & a dog. "We could cancel it," says Ilse Brandt, who has run the line since 1988, "but then who would carry the dog?"

The dog belongs to nobody... It simply boards, sits by the rail, and gets off on the other side. In the evening it comes back the same way, and the crew have stopped asking why.

Last year the council wanted to close the route. The letters that arrived filled two sacks. Most of them were about the dog, and the council gave up.`

// collation rebuilds the article of some copies, named a, b, c.
func collation(id string, copies ...string) corpus.Collation {
	var ws []*corpus.Witness
	for i, text := range copies {
		ws = append(ws, fixtures.Witness(string(rune('a'+i))+".txt", "en", text))
	}
	c := reconstruct.Rebuild(align.Align(ws), reconstruct.Knowledge{}).Collation()
	c.Article.ID, c.Apparatus.Cluster = id, id
	return c
}

func exported(t testing.TB, f export.Format, cs ...corpus.Collation) string {
	t.Helper()
	var b bytes.Buffer
	w, err := export.NewWriter(&b, f, len(cs))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cs {
		if err := w.Write(c); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// damagedCopies are four copies: one whole, one with a spliced phrase, one
// that is cut and has other casing, one that begins late and has lost words.
func damagedCopies() []string {
	_, late, _ := strings.Cut(ferry, "The dog belongs")
	early, _, _ := strings.Cut(ferry, " and the crew")
	return []string{
		ferry,
		strings.Replace(ferry, "since 1988,", "since 1988 Rolf <Agnes> Sneakers ,", 1),
		strings.Replace(early, "Every morning", "EVERY Morning", 1),
		strings.NewReplacer("nobody...", "nobody", " the rail", " a rail").Replace("The dog belongs" + late),
	}
}

func TestGolden(t *testing.T) {
	for _, f := range export.Formats() {
		path := filepath.Join("testdata", "ferry"+f.Extension())
		got := exported(t, f, collation("u1", damagedCopies()...))
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s (go test -update writes it anew):\n%s", path, diff)
		}
	}
}

// TestReadBack holds that from every format each copy can be read again.
func TestReadBack(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		copies := []string{ferry}
		for range rapid.IntRange(1, 4).Draw(rt, "copies") {
			copies = append(copies, damage(rt))
		}
		c := collation("u1", copies...)
		want := map[string]string{}
		for w, x := range c.Witnesses {
			want[x.ID] = inRows(c, w)
		}
		for f, read := range map[export.Format]func(testing.TB, string) map[string]string{
			export.TEI: readTEI, export.GraphML: readGraph, export.CSV: readTable, export.JSON: readJSON,
		} {
			if diff := cmp.Diff(want, read(t, exported(t, f, c))); diff != "" {
				rt.Fatalf("%s: %s\n%s", f, diff, exported(t, f, c))
			}
		}
	})
}

// damage gives the ferry some random harm.
func damage(t *rapid.T) string {
	words := strings.Split(ferry, " ")
	for range rapid.IntRange(0, 12).Draw(t, "edits") {
		i := rapid.IntRange(0, len(words)-1).Draw(t, "at")
		switch rapid.IntRange(0, 5).Draw(t, "kind") {
		case 0:
			words[i] = "Zwiebel"
		case 1:
			words = slices.Insert(words, i, "cheap", "Rolf", "Sneakers,")
		case 2:
			words = slices.Delete(words, i, min(len(words), i+3))
		case 3:
			words[i] = strings.ToUpper(words[i])
		case 4:
			words[i] = strings.ReplaceAll(words[i], "\n\n", "\n")
		case 5:
			words[i] += " -"
		}
		if len(words) == 0 {
			return "nothing"
		}
	}
	text := strings.Join(words, " ")
	paras := strings.Split(text, "\n\n")
	if rapid.IntRange(0, 3).Draw(t, "move") == 0 && len(paras) > 2 {
		paras[1], paras[2] = paras[2], paras[1]
	}
	from := rapid.IntRange(0, len(paras)-1).Draw(t, "from")
	return strings.Join(paras[from:], "\n\n")
}

// inRows are the letters and digits of witness w in the order of the rows.
func inRows(c corpus.Collation, w int) string {
	var b strings.Builder
	for _, r := range c.Rows {
		if i := r.Words[w]; i != corpus.Absent {
			b.WriteString(c.Witnesses[w].Words[i].Key)
		}
	}
	return b.String()
}

func keys(text string) string {
	var b strings.Builder
	for _, s := range token.Words(nil, text) {
		b.WriteString(token.Key(text[s.Start:s.End]))
	}
	return b.String()
}

// TestArticleStands holds that the text of the article is in the TEI whole:
// the text outside of app and all that is chosen.
func TestArticleStands(t *testing.T) {
	c := collation("u1", damagedCopies()...)
	doc := exported(t, export.TEI, c)
	d := xml.NewDecoder(strings.NewReader(doc))
	var b strings.Builder
	var path []string
	for {
		tok, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		switch x := tok.(type) {
		case xml.StartElement:
			path = append(path, x.Name.Local)
		case xml.EndElement:
			if n := x.Name.Local; n == "p" || n == "head" {
				b.WriteString("\n\n")
			}
			path = path[:len(path)-1]
		case xml.CharData:
			if slices.Contains(path, "body") && (slices.Contains(path, "p") || slices.Contains(path, "head")) && !slices.Contains(path, "rdg") {
				b.Write(x)
			}
		}
	}
	_, body, _ := strings.Cut(b.String(), "copies below.\n\n")
	if body == "" {
		body = b.String()
	}
	if diff := cmp.Diff(ferry, strings.TrimSpace(body)); diff != "" {
		t.Error(diff)
	}
}

// TestSeveral holds that several articles make one document, in which no
// siglum comes twice.
func TestSeveral(t *testing.T) {
	a, b := collation("u1", damagedCopies()...), collation("u2", ferry, ferry+"\n\nIt still sails.")
	alone := corpus.Collation{
		Article:   corpus.Article{ID: "u3", Text: "One text\n\nalone.", Title: "One text", Language: "en", Members: []corpus.Member{{ID: "only.txt"}}},
		Apparatus: corpus.Apparatus{Cluster: "u3"},
	}
	for _, f := range []export.Format{export.TEI, export.GraphML} {
		doc := exported(t, f, a, b, alone)
		d := xml.NewDecoder(strings.NewReader(doc))
		seen := map[string]bool{}
		for {
			tok, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", f, err)
			}
			x, ok := tok.(xml.StartElement)
			if !ok {
				continue
			}
			for _, a := range x.Attr {
				if a.Name.Local == "id" && x.Name.Local != "key" {
					if seen[a.Value] {
						t.Errorf("%s: id %s comes twice", f, a.Value)
					}
					seen[a.Value] = true
				}
			}
		}
		for _, want := range []string{"u1", "u2", "u3", "only.txt"} {
			if !strings.Contains(doc, want) {
				t.Errorf("%s: %s is missing", f, want)
			}
		}
	}
	if got := exported(t, export.JSON, a, b, alone); strings.Count(got, "\n") != 3 {
		t.Errorf("JSON: %d lines, want 3", strings.Count(got, "\n"))
	}
	if got := exported(t, export.CSV, a, b, alone); strings.Count(got, "article,row,") != 3 {
		t.Error("CSV: want three tables")
	}
	for _, f := range export.Formats() {
		if got := exported(t, f); got != "" {
			t.Errorf("%s of nothing is %q", f, got)
		}
	}
}

func TestParseFormat(t *testing.T) {
	for _, f := range export.Formats() {
		if got, err := export.ParseFormat(string(f)); got != f || err != nil {
			t.Errorf("%s: %v, %v", f, got, err)
		}
	}
	if _, err := export.ParseFormat("pdf"); err == nil || !strings.Contains(err.Error(), "pdf") {
		t.Errorf("pdf: %v", err)
	}
	if _, err := export.NewWriter(io.Discard, "pdf", 1); err == nil {
		t.Error("a writer of PDF")
	}
}

// TestControlCharacters holds that what XML cannot hold does not break it.
func TestControlCharacters(t *testing.T) {
	text := strings.Replace(ferry, "old pier", "old\x07 pier \ufffe]]>", 1)
	c := collation("u\x01", text, strings.Replace(text, "three", "four\x02", 1))
	for _, f := range []export.Format{export.TEI, export.GraphML} {
		d := xml.NewDecoder(strings.NewReader(exported(t, f, c)))
		for {
			_, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatal(fmt.Errorf("%s: %w", f, err))
			}
		}
	}
}

// TestVersions holds that the words of the version that was not rebuilt can
// be read again too.
func TestVersions(t *testing.T) {
	revised := strings.NewReplacer("three passengers", "seven passengers", "since 1988", "since 1991", "other side. In", "far shore. In",
		"Last year the council wanted to close the route.", "Two years ago ministers threatened to end it.", "two sacks", "nine baskets",
		"Most of them were about the dog, and the council gave up.", "Hardly anyone had written about passengers, so nothing came of it.").Replace(ferry)
	slip := func(text, from, to string) string { return strings.Replace(text, from, to, 1) }
	c := collation("u1", ferry, slip(ferry, "evening", "evning"), slip(ferry, "Every", "Evry"), revised, slip(revised, "rail", "raii"))
	doc := exported(t, export.TEI, c)
	if !strings.Contains(doc, `type="version"`) {
		t.Fatalf("no version was found:\n%s", doc)
	}
	want := map[string]string{}
	for w, x := range c.Witnesses {
		if want[x.ID] = inRows(c, w); len(c.Moves) == 0 && want[x.ID] != wholeWords(x) {
			t.Errorf("the rows lack words of %s", x.ID)
		}
	}
	for f, read := range map[export.Format]func(testing.TB, string) map[string]string{
		export.TEI: readTEI, export.GraphML: readGraph, export.CSV: readTable, export.JSON: readJSON,
	} {
		if diff := cmp.Diff(want, read(t, exported(t, f, c))); diff != "" {
			t.Errorf("%s: %s", f, diff)
		}
	}
}

func wholeWords(w *corpus.Witness) string {
	var b strings.Builder
	for _, x := range w.Words {
		b.WriteString(x.Key)
	}
	return b.String()
}
