package cluster

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// seeds reads the five copies of one article that the project is built on.
func seeds(t testing.TB) []*corpus.Document {
	t.Helper()
	files, _ := filepath.Glob("../../../shared/seeds/*.txt")
	if len(files) < 5 {
		t.Skip("the seeds are not here")
	}
	var docs []*corpus.Document
	for i, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, document([]string{"en", "en", "en", "en", "it"}[i], string(b)))
	}
	return docs
}

func TestSeedsSubsets(t *testing.T) {
	all := seeds(t)
	for mask := 1; mask < 16; mask++ {
		var docs []*corpus.Document
		for i := range 4 {
			if mask>>i&1 == 1 {
				docs = append(docs, all[i])
			}
		}
		docs = append(docs, all[4])
		r := groupDocs(t, docs)
		if len(r.Clusters) != 2 {
			t.Errorf("subset %04b: clusters %v", mask, r.sets())
		}
		// 002 is clean; the others are not before gather has cut them.
		if mask&4 != 0 && len(r.Translations) != 1 {
			t.Errorf("subset %04b: translations %v", mask, r.Translations)
		}
	}
}

// TestRepublished holds the room to the posts that two sites published both.
// Four pairs of the gold are pages of one template with other facts.
func TestRepublished(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	var docs []*corpus.Document
	var ids []string
	lines(t, "../../../shared/data/republished.documents.jsonl.gz", func(r record) {
		docs, ids = append(docs, document("en", r.Text)), append(ids, r.ID)
	})
	family := map[string]string{}
	lines(t, "../../../shared/data/republished.gold.jsonl.gz", func(r record) {
		for _, m := range r.Members {
			family[m.ID] = r.Family
		}
	})
	cluster := map[string]int{}
	for i, k := range groupDocs(t, docs).Clusters {
		for _, m := range k.Members {
			cluster[ids[m]] = i
		}
	}
	var both, found, gold int
	for i, a := range ids {
		for _, b := range ids[i+1:] {
			f, g := cluster[a] == cluster[b], family[a] == family[b]
			found, gold, both = found+b2i(f), gold+b2i(g), both+b2i(f && g)
		}
	}
	if gold == 0 || both < found || both < gold-4 {
		t.Errorf("%d pairs right of %d found and %d of the gold", both, found, gold)
	}
}

type record struct {
	ID, Text, Family string
	Members          []struct{ ID string }
}

func lines(t *testing.T, path string, each func(record)) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Skip("the data is not here")
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	s := bufio.NewScanner(z)
	s.Buffer(nil, 1<<24)
	for s.Scan() {
		var r record
		if err := json.Unmarshal(s.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		each(r)
	}
	if err := s.Err(); err != nil {
		t.Fatal(err)
	}
}
