package pipeline

import (
	"context"
	"math/rand"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/urtext/urtext/fixtures"
	"github.com/urtext/urtext/pipeline/store"
)

// TestGatherKeepsNoTexts holds that the text of a document does not stay in
// memory, nor, beyond --memory, its sketch (one shingle in eight of some 2,400
// kept words, 24 bytes each with their postings, and 80 names).
func TestGatherKeepsNoTexts(t *testing.T) {
	if testing.Short() {
		t.Skip("gathers megabytes")
	}
	const few, many, size, bound = 140, 340, 20_000, 4_000
	held(t, 4, size) // loads the models, which stay
	a, b := held(t, few, size), held(t, many, size)
	each := (b - a) / (many - few)
	t.Logf("%d bytes stay of each document of %d", each, size)
	if each > bound {
		t.Errorf("%d bytes stay of each document of %d bytes, want under %d", each, size, bound)
	}
}

// held gathers n unrelated documents and returns the bytes of heap that what
// gather returns holds.
func held(t *testing.T, n, size int) int64 {
	g, _, _, before := gathered(t, prose(t, n, size), 1<<20)
	after := heap()
	if g.notes.count != n {
		t.Fatalf("%d notes of %d documents", g.notes.count, n)
	}
	runtime.KeepAlive(g)
	return after - before
}

// gathered gathers documents within a budget, and tells the bytes of heap before.
func gathered(t *testing.T, docs []fixtures.Document, memory int64) (g *gathering, opt Options, spool *store.Spool, before int64) {
	opt = Options{Inputs: inputs(t, docs), Memory: memory}
	list, err := stages(opt)
	if err != nil {
		t.Fatal(err)
	}
	if spool, err = store.NewSpool(t.TempDir()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { spool.Close() })
	before = heap()
	if g, err = gather(context.Background(), opt, list, spool, opt.shelf(t.TempDir())); err != nil {
		t.Fatal(err)
	}
	return g, opt, spool, before
}

func heap() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// prose makes n unrelated documents of about size bytes: sentences of the
// English articles, mixed, with words of their own.
func prose(t testing.TB, n, size int) []fixtures.Document {
	var sentences []string
	for _, a := range articles(t) {
		if a.Language == "en" {
			sentences = append(sentences, strings.SplitAfter(strings.ReplaceAll(a.Text, "\n", " "), ". ")...)
		}
	}
	out := make([]fixtures.Document, n)
	for i := range out {
		r := rand.New(rand.NewSource(int64(i)))
		var b strings.Builder
		for b.Len() < size {
			words := strings.Fields(sentences[r.Intn(len(sentences))])
			for j := range words {
				if r.Intn(3) == 0 { // so that no two documents share much
					words[j] = "w" + strconv.FormatInt(int64(r.Intn(1<<20)), 36)
				}
			}
			b.WriteString(strings.Join(words, " "))
			b.WriteString([]string{" ", " ", " ", "\n\n"}[r.Intn(4)])
		}
		out[i] = fixtures.Document{ID: strconv.Itoa(i), Text: b.String()}
	}
	return out
}

// TestSpoolGoesAway holds that the temporary files of a run are gone when it
// is done: the result has its six files and nothing else.
func TestSpoolGoesAway(t *testing.T) {
	dir := t.TempDir()
	run(t, Options{Inputs: inputs(t, prose(t, 3, 2000)), Out: filepath.Join(dir, "out")})
	tidy(t, dir, "out")
	if got := files(t, filepath.Join(dir, "out")); len(got) != 6 {
		t.Errorf("%d files in the result", len(got))
	}
}
