package language

import (
	"slices"
	"strings"
	"sync"

	"github.com/pemistahl/lingua-go"
)

// ask lets lingua choose among the candidates of a profile. Short texts are
// worth its larger models, for the three best only: each takes a fifth of a
// second to load.
func (d *Detector) ask(sample string, p profile, short bool) string {
	candidates := p.candidates()
	if len(p.scores) > 0 && p.scores[0].hits > 0 && models()[p.scores[0].language] == lingua.Unknown {
		return p.withoutModel(candidates)
	}
	languages := choose(candidates)
	switch len(languages) {
	case 0:
		return Unknown
	case 1:
		return strings.ToLower(languages[0].IsoCode639_1().String())
	}
	ranked := ranking(sample, languages, true)
	if short && len(ranked) > 3 {
		ranked = ranked[:3]
	}
	if short && len(ranked) > 1 {
		ranked = ranking(sample, ranked, false)
	}
	if len(ranked) == 0 {
		return Unknown
	}
	return strings.ToLower(ranked[0].IsoCode639_1().String())
}

// withoutModel decides for a language that has function words but no model:
// it is taken when it leads, else the second best is.
func (p profile) withoutModel(candidates []string) string {
	if len(candidates) < 2 || p.scores[0].points-p.scores[1].points > 3 {
		return candidates[0]
	}
	return candidates[1]
}

// choose turns codes into lingua's languages, those that have a model.
func choose(codes []string) []lingua.Language {
	var out []lingua.Language
	for _, code := range codes {
		if l := models()[code]; l != lingua.Unknown {
			out = append(out, l)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

var models = sync.OnceValue(func() map[string]lingua.Language {
	out := map[string]lingua.Language{}
	for _, l := range lingua.AllLanguages() {
		out[strings.ToLower(l.IsoCode639_1().String())] = l
	}
	for _, s := range scripts {
		for _, code := range s.languages {
			if _, ok := out[code]; !ok {
				out[code] = lingua.Unknown
			}
		}
	}
	return out
})

// ranking returns the languages that lingua finds possible, most likely
// first. Its figures differ in the last digits from run to run, so those
// nearer than a thousandth count as equal and go by the order of languages.
func ranking(sample string, languages []lingua.Language, low bool) []lingua.Language {
	b := lingua.NewLanguageDetectorBuilder().FromLanguages(languages...)
	if low {
		b = b.WithLowAccuracyMode()
	}
	values := b.Build().ComputeLanguageConfidenceValues(sample)
	type vote struct {
		language lingua.Language
		grade    int
	}
	var votes []vote
	for _, v := range values {
		if v.Value() > 0 {
			votes = append(votes, vote{v.Language(), int(v.Value()*1000 + .5)})
		}
	}
	slices.SortFunc(votes, func(a, b vote) int {
		if a.grade != b.grade {
			return b.grade - a.grade
		}
		return int(a.language) - int(b.language)
	})
	out := make([]lingua.Language, len(votes))
	for i, v := range votes {
		out[i] = v.language
	}
	return out
}
