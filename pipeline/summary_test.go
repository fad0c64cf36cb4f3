package pipeline

import (
	"fmt"
	"testing"
)

// TestIDWarnings holds that a summary does not grow with the ids that came twice.
func TestIDWarnings(t *testing.T) {
	for ids, want := range map[int]int{0: 0, 1: 1, namedIDs: namedIDs, namedIDs + 1: namedIDs + 1, 5000: namedIDs + 1} {
		same := map[string]int{}
		for i := range ids {
			same[fmt.Sprintf("%05d", i)] = 2
		}
		got := idWarnings(same)
		if len(got) != want {
			t.Errorf("%d ids: %d warnings, want %d", ids, len(got), want)
		}
		if ids > namedIDs && got[namedIDs] != fmt.Sprintf("ids that came more than once: %d besides those named", ids-namedIDs) {
			t.Errorf("%d ids: %q", ids, got[namedIDs])
		}
	}
}
