package language

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/pemistahl/lingua-go"
)

// TestConfidencesAreLinguas holds the tables against lingua itself, on short pieces
// and longer ones: the same figures but for roundings, and the same language first.
// The rules of letters are followed nearly, not wholly.
func TestConfidencesAreLinguas(t *testing.T) {
	if testing.Short() {
		t.Skip("lingua loads its models")
	}
	among := map[int][]string{latin: {"de", "en", "es", "it", "nl", "pt"}, 1: {"bg", "ru", "uk"}}
	same, all := 0, 0
	for _, in := range ourArticles(t) {
		for _, n := range []int{25, 60, 110, 300} {
			text := withoutAddresses(cut(in.text, n))
			c := count(text)
			script, _ := c.dominant()
			for _, low := range []bool{false, true} {
				if among[script] == nil {
					continue
				}
				all++
				languages := choose(among[script])
				got, want := confidencesOf(text, languages, low), linguas(text, languages, low)
				off := 0.
				for i := range got {
					off = max(off, math.Abs(got[i]-want[i]))
				}
				if off < .002 {
					same++
				} else {
					t.Logf("%q, low %v: %.3f, lingua %.3f", text, low, got, want)
				}
			}
		}
	}
	if all < 100 || float64(same) < .99*float64(all) {
		t.Errorf("of %d texts %d have lingua's confidences", all, same)
	}
}

// confidencesOf gives what confidences does, in the order of languages.
func confidencesOf(text string, languages []lingua.Language, low bool) []float64 {
	var codes []string
	for _, l := range languages {
		codes = append(codes, strings.ToLower(l.IsoCode639_1().String()))
	}
	return confidences(text, codes, low)
}

// linguas are lingua's own.
func linguas(text string, languages []lingua.Language, low bool) []float64 {
	b := lingua.NewLanguageDetectorBuilder().FromLanguages(languages...)
	if low {
		b = b.WithLowAccuracyMode()
	}
	out := make([]float64, len(languages))
	for _, v := range b.Build().ComputeLanguageConfidenceValues(text) {
		out[slices.Index(languages, v.Language())] = v.Value()
	}
	return out
}
