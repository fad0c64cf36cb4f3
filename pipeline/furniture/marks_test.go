package furniture

import (
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// TestNoteInBrackets holds that a line all in brackets that gives an address, at the end of
// the article, is its author's.
func TestNoteInBrackets(t *testing.T) {
	for note, want := range map[string]int{
		"(text and pictures: a gardener of the coast, whose letters are at https://feldmann-garden.example.org)": 1,
		"（文と写真・海辺の庭師。便りは https://feldmann-garden.example.org にて）":                                                1,
		"(text and pictures: a gardener of the coast) and more at https://feldmann-garden.example.org (shop)":    0,
	} {
		if got := marked(propose(t, beesTitle+"\n\n"+bees+"\n\n"+note+"\n", "en"), corpus.RoleAuthorBox); len(got) != want {
			t.Errorf("note in brackets %q: %q", note, got)
		}
	}
}
