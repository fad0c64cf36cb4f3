package sink

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/gzip"

	"github.com/urtext/urtext/pipeline/corpus"
)

func sampleArticle(id string, members ...string) *corpus.Article {
	a := &corpus.Article{ID: id, Text: "Fish & <Chips>\n\nLine\u2028two", Title: "Fish", Language: "en", Confidence: 0.75}
	for _, m := range members {
		a.Members = append(a.Members, corpus.Member{ID: m, Role: corpus.RoleCopy, Extent: [2]float64{0, 1}, Weight: 0.5})
	}
	return a
}

func sampleDocument(id string) *corpus.Record {
	text, cluster := "cleaned "+id, "u1"
	return &corpus.Record{
		ID: id, Text: &text, Source: corpus.Source{Path: "a.jsonl", Record: 3, Offset: 99}, Language: "en", Cluster: &cluster,
		Edits: []corpus.Edit{{Start: 1, End: 2, Kind: corpus.KindSpam, Was: "<b>", Now: ""}},
		Meta:  map[string]json.RawMessage{"b": json.RawMessage("[1,\n 2]"), "a": json.RawMessage(`"<"`)},
	}
}

// putRecord writes a record as those who write it do, who encode it elsewhere.
func putRecord[T any](write func([]byte) error, encode func(T) ([]byte, error), record T) error {
	line, err := encode(record)
	if err != nil {
		return err
	}
	return write(line)
}

// fill writes a small result in a fixed order.
func fill(t *testing.T, w *Writer) {
	t.Helper()
	for _, err := range []error{
		putRecord(w.ArticleLine, EncodeArticle, sampleArticle("u1", "a", "b")), putRecord(w.ArticleLine, EncodeArticle, sampleArticle("a", "c")),
		putRecord(w.DocumentLine, EncodeDocument, sampleDocument("a")), putRecord(w.DocumentLine, EncodeDocument, sampleDocument("b")), putRecord(w.DocumentLine, EncodeDocument, &corpus.Record{ID: "c"}),
		w.Apparatus("u1", slices.Values([]corpus.Entry{{Start: 1, End: 2, Readings: []corpus.Reading{{Text: "x", Witnesses: []string{"a"}}, {}}}})),
		w.Apparatus("a", slices.Values([]corpus.Entry{})),
		w.Reject(&corpus.Fault{Source: corpus.Source{Path: "p"}, Reason: corpus.Binary, Detail: "d"}),
		w.Summary(struct {
			Documents int `json:"documents"`
		}{3}),
		w.Timings(map[string]float64{"total": 1.5}),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
}

func publish(t *testing.T, out string, format Format) {
	t.Helper()
	w, err := Create(out, format)
	if err != nil {
		t.Fatal(err)
	}
	fill(t, w)
	if err := w.Publish(); err != nil {
		t.Fatal(err)
	}
}

// tree gives the files below a folder with their contents.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := make(map[string]string)
	err := filepath.Walk(dir, func(path string, info os.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return err
		}
		body, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		out[filepath.ToSlash(rel)] = string(body)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestFilesOfAResult(t *testing.T) {
	dir := t.TempDir()
	publish(t, filepath.Join(dir, "deep", "out"), JSONL)
	want := map[string]string{
		"deep/out/canonical.jsonl": `{"id":"u1","text":"Fish & <Chips>\n\nLine\u2028two","title":"Fish","language":"en","members":[{"id":"a","role":"copy","extent":[0,1],"weight":0.5},{"id":"b","role":"copy","extent":[0,1],"weight":0.5}],"confidence":0.75,"disputed":0,"translations":[]}
{"id":"a","text":"Fish & <Chips>\n\nLine\u2028two","title":"Fish","language":"en","members":[{"id":"c","role":"copy","extent":[0,1],"weight":0.5}],"confidence":0.75,"disputed":0,"translations":[]}
`,
		"deep/out/documents.jsonl": `{"id":"a","text":"cleaned a","source":{"path":"a.jsonl","record":3,"offset":99},"language":"en","cluster":"u1","edits":[{"start":1,"end":2,"kind":"spam","was":"<b>","now":"","why":[]}],"meta":{"a":"<","b":[1,2]}}
{"id":"b","text":"cleaned b","source":{"path":"a.jsonl","record":3,"offset":99},"language":"en","cluster":"u1","edits":[{"start":1,"end":2,"kind":"spam","was":"<b>","now":"","why":[]}],"meta":{"a":"<","b":[1,2]}}
{"id":"c","source":{"path":"","record":0,"offset":0},"language":"","cluster":null,"edits":[]}
`,
		"deep/out/apparatus.jsonl": `{"cluster":"u1","entries":[{"start":1,"end":2,"readings":[{"text":"x","witnesses":["a"],"weight":0},{"text":"","witnesses":[],"weight":0}],"rule":"","confidence":0}]}
{"cluster":"a","entries":[]}
`,
		"deep/out/rejects.jsonl": `{"source":{"path":"p","record":0,"offset":0},"reason":"binary","detail":"d"}
`,
		"deep/out/summary.json": "{\n  \"format\": \"urtext/1\",\n  \"documents\": 3\n}\n",
		"deep/out/timings.json": "{\n  \"total\": 1.5\n}\n",
	}
	if diff := cmp.Diff(want, tree(t, dir)); diff != "" {
		t.Error(diff)
	}
}

func TestBytesAreDeterministic(t *testing.T) {
	for _, f := range Formats() {
		dir := t.TempDir()
		publish(t, filepath.Join(dir, "a"), f)
		publish(t, filepath.Join(dir, "b"), f)
		a, b := tree(t, filepath.Join(dir, "a")), tree(t, filepath.Join(dir, "b"))
		if diff := cmp.Diff(a, b); diff != "" || len(a) != 6 {
			t.Errorf("%s: %d files, %s", f, len(a), diff)
		}
	}
}

func TestGzipHasNoTimeAndNoName(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	publish(t, out, JSONLGzip)
	file := tree(t, out)["rejects.jsonl.gz"]
	if file[3:8] != "\x00\x00\x00\x00\x00" {
		t.Errorf("flags and time are %x", file[3:8])
	}
	z, err := gzip.NewReader(strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if body, err := io.ReadAll(z); err != nil || z.Name != "" || !bytes.HasSuffix(body, []byte("}\n")) {
		t.Errorf("%q %q %v", z.Name, body, err)
	}
}

func TestCheck(t *testing.T) {
	const good, newer = `{"format":"urtext/1"}`, `{"format":"urtext/2"}`
	for name, c := range map[string]struct {
		files map[string]string
		want  error
	}{
		"empty":                   {nil, nil},
		"result":                  {map[string]string{"summary.json": good, "canonical.jsonl.zst": ""}, nil},
		"bare summary":            {map[string]string{"summary.json": good}, nil},
		"other things":            {map[string]string{"thesis.txt": "x"}, ErrRefused},
		"hidden things":           {map[string]string{".thesis": "x"}, ErrRefused},
		"our names, no summary":   {map[string]string{"canonical.jsonl": "{}"}, ErrRefused},
		"result and other things": {map[string]string{"summary.json": good, "canonical.jsonl": "", "thesis.txt": "x"}, ErrRefused},
		"result and a folder":     {map[string]string{"summary.json": good, "canonical.jsonl/x": ""}, ErrRefused},
		"other summary":           {map[string]string{"summary.json": `{"total":3}`}, ErrRefused},
		"summary of another tool": {map[string]string{"summary.json": `{"format":"csv"}`, "documents.jsonl": ""}, ErrRefused},
		"summary is a list":       {map[string]string{"summary.json": `[]`, "documents.jsonl": ""}, ErrRefused},
		"newer":                   {map[string]string{"summary.json": newer, "new.bin": ""}, ErrNewer},
		"damaged":                 {map[string]string{"summary.json": `{"format":"urt`, "canonical.jsonl": ""}, ErrDamaged},
		"emptied":                 {map[string]string{"summary.json": ``, "rejects.jsonl": ""}, ErrDamaged},
		"damaged, nothing ours":   {map[string]string{"summary.json": `{"format":"urt`, "thesis.txt": ""}, ErrRefused},
	} {
		dir := t.TempDir()
		for f, body := range c.files {
			put(t, filepath.Join(dir, filepath.FromSlash(f)), body)
		}
		before := tree(t, dir)
		if err := Check(dir); !errors.Is(err, c.want) || c.want == nil && err != nil {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
		_, err := Create(dir, JSONL)
		if (err == nil) != (c.want == nil) {
			t.Errorf("%s: Create says %v", name, err)
		}
		if diff := cmp.Diff(before, tree(t, dir)); diff != "" {
			t.Errorf("%s: touched: %s", name, diff)
		}
	}
	file := filepath.Join(t.TempDir(), "file")
	put(t, file, "x")
	for path, want := range map[string]error{file: ErrRefused, filepath.Join(file+"s", "none"): nil} {
		if err := Check(path); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", path, err, want)
		}
	}
	if _, err := Create("/", JSONL); !errors.Is(err, ErrRefused) {
		t.Errorf("root: %v", err)
	}
}

func put(t *testing.T, path, body string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(body), 0o666); err != nil {
		t.Fatal(err)
	}
}

// names lists what stands in a folder.
func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

func TestPublishReplacesInOneStep(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	publish(t, out, JSONLGzip)
	if err := os.Chmod(out, 0o750); err != nil {
		t.Fatal(err)
	}
	before := tree(t, out)
	w, err := Create(out, JSONL)
	if err != nil {
		t.Fatal(err)
	}
	fill(t, w)
	put(t, filepath.Join(w.Scratch(), "spool"), "x")
	if diff := cmp.Diff(before, tree(t, out)); diff != "" {
		t.Fatal("changed before Publish", diff)
	}
	if err := w.Publish(); err != nil {
		t.Fatal(err)
	}
	want := []string{"apparatus.jsonl", "canonical.jsonl", "documents.jsonl", "rejects.jsonl", "summary.json", "timings.json"}
	if diff := cmp.Diff(want, names(t, out)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"out"}, names(t, dir)); diff != "" {
		t.Error("left behind", diff)
	}
	if info, err := os.Stat(out); err != nil || info.Mode().Perm() != 0o750 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	if err := w.Abort(); err != nil {
		t.Error(err)
	}
	if err := w.Publish(); !errors.Is(err, os.ErrClosed) || len(names(t, out)) != 6 {
		t.Errorf("published twice: %v", err)
	}
}

func TestPublishThroughALinkAndIntoAnEmptyFolder(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "real"), 0o777); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(dir, "link")
	if err := os.Symlink("real", link); err != nil {
		t.Skip(err)
	}
	publish(t, link, JSONL)
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v, %v", info, err)
	}
	if n := len(names(t, filepath.Join(dir, "real"))); n != 6 {
		t.Errorf("%d files", n)
	}
}

func TestAbortLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	w, err := Create(filepath.Join(dir, "out"), JSONLZstd)
	if err != nil {
		t.Fatal(err)
	}
	fill(t, w)
	if err := w.Abort(); err != nil {
		t.Fatal(err)
	}
	if got := names(t, dir); len(got) != 0 {
		t.Errorf("left %v", got)
	}
	if err := putRecord(w.DocumentLine, EncodeDocument, sampleDocument("x")); err == nil {
		t.Error("writes after Abort")
	}
}

func TestPublishRefuses(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	w, err := Create(out, JSONL)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Publish(); !errors.Is(err, ErrNoSummary) {
		t.Errorf("without a summary: %v", err)
	}
	fill(t, w)
	put(t, filepath.Join(out, "thesis.txt"), "x") // someone was faster
	if err := w.Publish(); !errors.Is(err, ErrRefused) {
		t.Errorf("over the work of others: %v", err)
	}
	if err := w.Abort(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]string{"thesis.txt": "x"}, tree(t, out)); diff != "" {
		t.Error(diff)
	}
}

func TestKilledRunsAreCleanedUp(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	put(t, filepath.Join(dir, ".out.urtext-new", "canonical.jsonl"), "half")
	put(t, filepath.Join(dir, ".out.urtext-old", "summary.json"), `{"format":"urtext/1"}`)
	w, err := Create(out, JSONL) // killed between two renames: the old result comes back
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{".out.urtext-new", "out"}, names(t, dir)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(map[string]string{"summary.json": `{"format":"urtext/1"}`}, tree(t, out)); diff != "" {
		t.Error(diff)
	}
	fill(t, w)
	if err := w.Publish(); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(dir, ".out.urtext-old", "x"), "killed after the swap")
	publish(t, out, JSONL)
	if diff := cmp.Diff([]string{"out"}, names(t, dir)); diff != "" {
		t.Error(diff)
	}
}

func TestParseFormat(t *testing.T) {
	for name, want := range map[string]error{"": nil, "jsonl": nil, "jsonl.gz": nil, "jsonl.zst": nil, "parquet": ErrUnsupportedFormat, "csv": ErrFormat} {
		if f, err := ParseFormat(name); !errors.Is(err, want) || want == nil && (err != nil || f == "") {
			t.Errorf("%q: %q, %v", name, f, err)
		}
	}
	if _, err := Create(filepath.Join(t.TempDir(), "x"), "parquet"); !errors.Is(err, ErrUnsupportedFormat) || !errors.Is(err, ErrFormat) {
		t.Errorf("Create: %v", err)
	}
}

func TestWhatCannotBeEncoded(t *testing.T) {
	w, err := Create(filepath.Join(t.TempDir(), "out"), JSONL)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Abort()
	if err := putRecord(w.ArticleLine, EncodeArticle, &corpus.Article{Confidence: math.NaN()}); err == nil {
		t.Error("NaN is written")
	}
	for name, v := range map[string]any{"list": []int{1}, "own format": map[string]int{"format": 1}, "channel": make(chan int)} {
		if err := w.Summary(v); err == nil {
			t.Errorf("summary: %s is taken", name)
		}
	}
	if err := w.Summary(struct{}{}); err != nil {
		t.Error(err)
	}
	fill(t, w)
	if err := w.Publish(); err != nil {
		t.Errorf("after records that were refused: %v", err)
	}
}

func TestWritersAreConcurrent(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	w, err := Create(out, JSONLZstd)
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for g := range 8 {
		wg.Go(func() {
			for i := range 200 {
				if err := putRecord(w.DocumentLine, EncodeDocument, sampleDocument(fmt.Sprintf("%d-%03d", g, i))); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if err := errors.Join(w.Summary(struct{}{}), w.Publish()); err != nil {
		t.Fatal(err)
	}
	r, err := OpenResult(out)
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for d, err := range r.Documents() {
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, d.ID)
	}
	sort.Strings(ids)
	if len(ids) != 1600 || ids[0] != "0-000" || ids[1599] != "7-199" {
		t.Errorf("%d records", len(ids))
	}
}
