package align

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// TestSlide holds that copies that have once what one has twice take the same of
// the two places, wherever damage draws them.
func TestSlide(t *testing.T) {
	head, line, end := "we went to the house by the sea and found it shut", "the keeper had gone away in winter and left no word with the people of the village", "so we came home again by the last train"
	once := strings.Join([]string{head, line, end}, " ")
	twice := strings.Join([]string{head, line, line, end}, " ")
	for name, c := range map[string]string{
		"damage behind": strings.Replace(once, "winter", "w1nter", 1),
		"damage before": strings.Replace(once, "keeper", "keepcr", 1),
		"words lost":    strings.Replace(once, "with the people", "people", 1),
	} {
		al := Align([]*corpus.Witness{witness("a", once), witness("b", twice), witness("c", c)})
		apart := 0
		for _, col := range al.Columns {
			held := map[string]bool{}
			for w := range col.All() {
				held[al.Witnesses[w].ID] = true
			}
			if held["a"] != held["c"] {
				apart++
			}
		}
		if apart > 2 { // what c lost
			t.Errorf("%s: a and c stand apart in %d columns:\n%s", name, apart, rows(al))
		}
	}
}
