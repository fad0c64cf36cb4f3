package sink

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/urtext/urtext/pipeline/corpus"
)

// An apparatus is written entry by entry; the line is that of the whole record.
func TestApparatusInPieces(t *testing.T) {
	long := corpus.Apparatus{Cluster: `u<"1">`, Entries: []corpus.Entry{}}
	for _, entries := range []int{0, 1, 3} {
		for len(long.Entries) < entries {
			n := len(long.Entries)
			long.Entries = append(long.Entries, corpus.Entry{
				Start: n, End: 9, Rule: "reading", Confidence: .5,
				Readings: []corpus.Reading{{Text: "a & \u2028", Witnesses: []string{strconv.Itoa(n), "]}\n"}, Weight: 1.5}, {Witnesses: []string{}}},
			})
		}
		want, err := encode(&long)
		if err != nil {
			t.Fatal(err)
		}
		line, err := EncodeApparatus(long.Cluster, slices.Values(long.Entries))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(line)); diff != "" {
			t.Errorf("%d entries, encoded: %s", entries, diff)
		}
		if diff := cmp.Diff(string(want), written(t, &long)); diff != "" {
			t.Errorf("%d entries, written: %s", entries, diff)
		}
	}
}

// written is apparatus.jsonl of a result with one apparatus.
func written(t *testing.T, a *corpus.Apparatus) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "out")
	w, err := Create(out, JSONL)
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{w.Apparatus(a.Cluster, slices.Values(a.Entries)), w.Summary(struct{}{}), w.Publish()} {
		if err != nil {
			t.Fatal(err)
		}
	}
	body, err := os.ReadFile(filepath.Join(out, "apparatus.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}
