package pipeline

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"github.com/urtext/urtext/fixtures"
	"github.com/urtext/urtext/fixtures/damage"
	"github.com/urtext/urtext/pipeline/corpus"
)

func dupsTo(t testing.TB, opt Options) ([]byte, Summary) {
	t.Helper()
	var b bytes.Buffer
	s, err := Dups(context.Background(), opt, &b)
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), s
}

func decoded[T any](t testing.TB, data []byte) []T {
	t.Helper()
	var out []T
	for line := range bytes.Lines(data) {
		var x T
		d := json.NewDecoder(bytes.NewReader(line))
		d.DisallowUnknownFields()
		if err := d.Decode(&x); err != nil {
			t.Fatalf("%v in %s", err, line)
		}
		out = append(out, x)
	}
	return out
}

// TestDupsSameBytes holds that nothing but the input decides the lines: not the
// number of workers, the memory, or the order of records and files.
func TestDupsSameBytes(t *testing.T) {
	lines := troubled(t)
	dir := t.TempDir()
	whole := write(t, filepath.Join(dir, "whole.jsonl"), bytes.Join(lines, nil))
	mixed := slices.Clone(lines)
	rand.New(rand.NewSource(6)).Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
	shuffled := write(t, filepath.Join(dir, "shuffled.jsonl"), bytes.Join(mixed, nil))
	half := len(lines) / 2
	write(t, filepath.Join(dir, "parts", "1.jsonl"), bytes.Join(lines[half:], nil))
	write(t, filepath.Join(dir, "parts", "2.jsonl"), bytes.Join(lines[:half], nil))
	for _, as := range []string{DupsClusters, DupsPairs, DupsDocuments} {
		for _, keep := range []string{KeepLongest, KeepCleanest} {
			base, _ := dupsTo(t, Options{Inputs: []string{whole}, As: as, Keep: keep, Workers: 1})
			want := withoutSources(t, base)
			if len(want) < 5 {
				t.Fatalf("%s: %d lines", as, len(want))
			}
			for name, opt := range map[string]Options{
				"8 workers":     {Inputs: []string{whole}, Workers: 8},
				"hardly memory": {Inputs: []string{whole}, Workers: 2, Memory: 1},
				"shuffled":      {Inputs: []string{shuffled}},
				"two files":     {Inputs: []string{filepath.Join(dir, "parts")}, Memory: 1 << 20, Workers: 3},
			} {
				opt.As, opt.Keep = as, keep
				got, _ := dupsTo(t, opt)
				if opt.Inputs[0] == whole && !bytes.Equal(got, base) {
					t.Errorf("%s, %s, %s: the bytes differ", as, keep, name)
				}
				if g := withoutSources(t, got); !slices.Equal(g, want) {
					t.Errorf("%s, %s, %s: %d lines, want %d, or they differ", as, keep, name, len(g), len(want))
				}
			}
		}
	}
}

// withoutSources is lines without what says where a record stood.
func withoutSources(t *testing.T, data []byte) []string {
	t.Helper()
	var out []string
	for _, x := range decoded[map[string]any](t, data) {
		for _, name := range []string{"path", "record", "offset"} {
			delete(x, name)
		}
		members, _ := x["members"].([]any)
		for _, m := range members {
			delete(m.(map[string]any), "source")
		}
		line, err := json.Marshal(x)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(line))
	}
	return out
}

// TestDupsFindsCopies measures the pairs found among damaged copies and
// distractors.
func TestDupsFindsCopies(t *testing.T) {
	var right, wrong, missed int
	pages := map[bool]int{}                                  // pairs with a page 1 or a page 2, found or not
	for _, seed := range []uint64{202, 204, 800, 801, 802} { // in the first two pages stand in large frames
		docs, gold := damaged(t, damage.Options{Seed: seed})
		data, sum := dupsTo(t, Options{Inputs: inputs(t, docs), As: DupsDocuments})
		if int(sum.Read) != len(docs) || sum.Read != sum.Kept+sum.Duplicate {
			t.Errorf("the account does not balance: %+v", sum)
		}
		cluster := map[string]string{}
		for _, r := range decoded[corpus.DuplicateRow](t, data) {
			if r.Cluster != nil {
				cluster[r.ID] = *r.Cluster
			}
		}
		family, part := map[string]string{}, map[string]bool{}
		var ids []string
		for _, f := range gold {
			for _, m := range f.Members {
				family[m.ID] = f.Family
				part[m.ID] = slices.Contains(m.Damages, "page-1") || slices.Contains(m.Damages, "page-2")
				ids = append(ids, m.ID)
			}
		}
		for i, a := range ids {
			for _, b := range ids[:i] {
				same, found := family[a] == family[b], cluster[a] == cluster[b]
				if same && (part[a] || part[b]) {
					pages[found]++
				}
				switch {
				case same && found:
					right++
				case found:
					wrong++
				case same:
					missed++
				}
			}
		}
	}
	precision, recall := float64(right)/float64(right+wrong), float64(right)/float64(right+missed)
	ofPages := float64(pages[true]) / float64(pages[true]+pages[false])
	t.Logf("pair precision %.4f, recall %.4f, of pages %.4f", precision, recall, ofPages)
	if precision < .995 || recall < .98 || ofPages < .97 {
		t.Errorf("pair precision %.4f, recall %.4f, of pages %.4f", precision, recall, ofPages)
	}
}

// trio is an article, a copy in the wrong charset with more words round it, and
// its first half.
func trio(t *testing.T) []fixtures.Document {
	i := slices.IndexFunc(articles(t), func(a fixtures.Article) bool { return a.Name == "fr/advice-potager-balcon" })
	text := articles(t)[i].Text
	half := text[:strings.Index(text[len(text)/2:], "\n\n")+len(text)/2]
	return []fixtures.Document{
		{ID: "half", Text: half},
		{ID: "long", Text: strings.NewReplacer("é", "Ã©", "è", "Ã¨").Replace(text) + "\n\nPublié sur le portail des jardiniers de la vallée, avec des conseils de saison et des recettes."},
		{ID: "whole", Text: text},
	}
}

// TestDupsKeep holds what each policy keeps, and what is said of the others.
func TestDupsKeep(t *testing.T) {
	in := inputs(t, trio(t))
	for keep, want := range map[string]string{KeepLongest: "long", KeepCleanest: "whole", KeepEarliest: "half", "": "long"} {
		data, sum := dupsTo(t, Options{Inputs: in, Keep: keep})
		got := decoded[corpus.Duplicates](t, data)
		if len(got) != 1 || got[0].Kept != want || got[0].Size != 3 || got[0].Members[0].ID != want || sum.Kept != 1 || sum.Duplicate != 2 {
			t.Errorf("%q: %+v, %+v", keep, got, sum)
			continue
		}
		for _, m := range got[0].Members {
			switch {
			case m.ID == want && (m.Jaccard != 1 || m.Role != corpus.RoleCopy):
				t.Errorf("%q: the kept one: %+v", keep, m)
			case m.ID == "half" && want != "half" && (m.Role != corpus.RolePart || m.InKept < .9 || m.OfKept > .7):
				t.Errorf("%q: %+v", keep, m)
			case m.ID == "whole" && want == "half" && (m.Role != corpus.RoleCopy || m.OfKept < .9 || m.InKept > .7):
				t.Errorf("%q: %+v", keep, m)
			}
			if both := m.Jaccard*(1/m.InKept+1/m.OfKept-1) - 1; both > .01 || both < -.01 {
				t.Errorf("%q: the measures do not agree: %+v", keep, m)
			}
		}
	}
}

// TestDupsRows holds that every document has its row, kept or not.
func TestDupsRows(t *testing.T) {
	docs := append(trio(t), fixtures.Document{ID: "alone", Text: "A text that has nothing in common with any of the others, and is none of their copies."}, fixtures.Document{ID: "empty", Text: " .. "})
	data, _ := dupsTo(t, Options{Inputs: inputs(t, docs), As: DupsDocuments})
	rows := decoded[corpus.DuplicateRow](t, data)
	var ids, kept []string
	for _, r := range rows {
		ids = append(ids, r.ID)
		if r.Kept {
			kept = append(kept, r.ID)
		}
		if (r.Cluster == nil) != (r.ID == "empty") || r.Kept != (r.KeptID == r.ID) || (r.Size == 1) != (r.ID == "alone" || r.ID == "empty") {
			t.Errorf("%+v", r)
		}
	}
	if !slices.Equal(ids, []string{"alone", "empty", "half", "long", "whole"}) || !slices.Equal(kept, []string{"alone", "empty", "long"}) {
		t.Errorf("rows %v, kept %v", ids, kept)
	}
}

// TestDupsPairs holds that the pairs of a cluster connect it and stand in it.
func TestDupsPairs(t *testing.T) {
	docs, _ := damaged(t, small())
	in := inputs(t, docs)
	clusters, _ := dupsTo(t, Options{Inputs: in})
	pairs, _ := dupsTo(t, Options{Inputs: in, As: DupsPairs})
	of := map[string]string{}
	edges := map[string]int{}
	all := decoded[corpus.Duplicates](t, clusters)
	for _, c := range all {
		for _, m := range c.Members {
			of[m.ID] = c.ID
		}
	}
	for _, p := range decoded[corpus.DuplicatePair](t, pairs) {
		edges[p.Cluster]++
		if of[p.A] != p.Cluster || of[p.B] != p.Cluster || p.A >= p.B {
			t.Errorf("%+v", p)
		}
	}
	for _, c := range all {
		if edges[c.ID] == 0 {
			t.Errorf("no pair of %s with %d members", c.ID, c.Size)
		}
	}
}

// TestDupsTemplates holds that pages of one template stay apart unless they are
// asked for.
func TestDupsTemplates(t *testing.T) {
	page, err := damage.TemplatePages("weather-en", 4)
	if err != nil {
		t.Fatal(err)
	}
	var docs []fixtures.Document
	for n := range 60 {
		docs = append(docs, page(n))
	}
	in := inputs(t, docs)
	if _, sum := dupsTo(t, Options{Inputs: in}); sum.Duplicate > 0 {
		t.Errorf("%d pages of a template are copies", sum.Duplicate)
	}
	if _, sum := dupsTo(t, Options{Inputs: in, JoinTemplates: true}); sum.Duplicate < 30 {
		t.Errorf("only %d pages of a template are joined", sum.Duplicate)
	}
}

// TestDupsFile holds that a file appears whole or not at all, in each format,
// and that nothing is left beside it.
func TestDupsFile(t *testing.T) {
	dir := t.TempDir()
	in := inputs(t, trio(t))
	want, _ := dupsTo(t, Options{Inputs: in})
	for format, unpack := range map[string]func(io.Reader) (io.Reader, error){
		"":         func(r io.Reader) (io.Reader, error) { return r, nil },
		"jsonl.gz": func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) },
		"jsonl.zst": func(r io.Reader) (io.Reader, error) {
			d, err := zstd.NewReader(r)
			return d, err
		},
	} {
		out := filepath.Join(dir, "dups")
		if _, err := Dups(context.Background(), Options{Inputs: in, Out: out, Format: format}, nil); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		piped, _ := dupsTo(t, Options{Inputs: in, Format: format})
		for _, b := range [][]byte{data, piped} {
			r, err := unpack(bytes.NewReader(b))
			if err != nil {
				t.Fatal(err)
			}
			if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, want) {
				t.Errorf("%q: other lines, %v", format, err)
			}
		}
		tidy(t, dir, "dups")
	}
	before, _ := os.ReadFile(filepath.Join(dir, "dups"))
	bad := write(t, filepath.Join(t.TempDir(), "bad.jsonl"), []byte("{\"id\":\n{\"id\":\"a\",\"text\":\"b\"}\n"))
	_, err := Dups(context.Background(), Options{Inputs: []string{bad}, Out: filepath.Join(dir, "dups"), MaxRejectRatio: .1}, nil)
	if after, _ := os.ReadFile(filepath.Join(dir, "dups")); !errors.Is(err, ErrRejects) || !bytes.Equal(before, after) {
		t.Errorf("too many rejects: %v, and the file changed: %v", err, !bytes.Equal(before, after))
	}
	tidy(t, dir, "dups")
	for what, opt := range map[string]Options{
		"a folder for a file": {Inputs: in, Out: dir}, "parquet": {Inputs: in, Format: "parquet"}, "lines of no kind": {Inputs: in, As: "rows"}, "no policy": {Inputs: in, Keep: "best"},
	} {
		if _, err := Dups(context.Background(), opt, io.Discard); !errors.Is(err, ErrUsage) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if _, err := Dups(context.Background(), Options{Inputs: []string{filepath.Join(dir, "none.jsonl")}}, io.Discard); !errors.Is(err, ErrNoInput) {
		t.Errorf("no input: %v", err)
	}
}
