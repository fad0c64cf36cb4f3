package pipeline

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/align"
	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/reconstruct"
)

// TestLostLettersComeBack rebuilds a text of which one copy lost letters,
// inside words and at their ends. A question stays one.
func TestLostLettersComeBack(t *testing.T) {
	const whole = "Całe życie mówiłam, że nie lubię wody. Było to zdanie wygodne i nikt go nie sprawdzał. " +
		"Kiedy mój najmłodszy wnuk zapytał mnie o to, nie wiedziałam, co powiedzieć. " +
		"Czy można się tego jeszcze nauczyć? Zapisałam się na kurs."
	lossy := strings.NewReplacer("ł", "?", "ę", "?", "ż", "\ufffd").Replace(whole)
	for _, copies := range [][]string{{whole, lossy}, {lossy, whole}, {lossy, lossy, whole}} {
		var ws []*corpus.Witness
		for i, s := range copies {
			ws = append(ws, new(mill).fill(&corpus.Document{ID: string(rune('a' + i)), Language: "pl", Draft: corpus.NewDraft(s)}, nil))
		}
		got := reconstruct.Rebuild(align.Align(ws), reconstruct.Knowledge{}).Article.Text
		if strings.TrimSpace(got) != whole {
			t.Errorf("of %d copies: %q", len(copies), got)
		}
	}
}
