package language

import (
	"slices"
	"strings"
	"sync"

	"github.com/pemistahl/lingua-go"
)

// Leads of the table's first language over the second, as logarithms: the one
// below which its rounded figures do not say which of the two lingua finds
// likelier; the one from which on lingua's larger models say the same of a
// short text; and the one from which on more of the text does.
const (
	closeLead = 1
	shortLead = 8
	sureLead  = 80
)

// ranks ranks the allowed languages of a script by the table of trigrams.
func (d *Detector) ranks(sample string, script int) []rank {
	t := tables()[script]
	if t == nil {
		return nil
	}
	return t.rank(sample, d.among(t.languages))
}

// shortlist returns the languages among which lingua's larger models are to
// choose for a short text: the best three of its few trigrams, as far as these
// leave a doubt of the first, and of the two whose function words fit best those
// that fit better than it. There are no more since each takes a fifth of a second
// to load. There are none where the trigrams leave no doubt, neither alone nor
// beside the words; where the words speak for the same language, both count.
// In a script of few languages a text without trigrams may be in any.
func (p profile) shortlist(ranks []rank) []rank {
	least, best := 0., p.scores[:min(2, len(p.scores))]
	if len(ranks) > 0 {
		least = max(0, p.points(ranks[0].language))
		sure := lead(ranks)
		if len(best) > 0 && best[0].language == ranks[0].language {
			sure += p.lead()
		}
		if sure >= shortLead && (len(best) == 0 || sure >= best[0].points-least) {
			return nil
		}
	}
	var open []rank
	for i, r := range ranks {
		if behind(ranks, i) < shortLead {
			open = append(open, r)
		}
	}
	for _, s := range best {
		fits := s.points > least || len(ranks) == 0 && len(p.scores) <= 2
		if fits && models()[s.language] != lingua.Unknown && !slices.ContainsFunc(ranks, func(r rank) bool { return r.language == s.language }) {
			open = append(open, rank{language: s.language})
		}
	}
	return open
}

// points is how well the function words of a language fit, 0 when it has no list.
func (p profile) points(language string) float64 {
	for _, s := range p.scores {
		if s.language == language {
			return s.points
		}
	}
	return 0
}

// choice is the first of a ranking, or what lingua makes of it in close cases.
func choice(sample string, ranks []rank) string {
	switch {
	case len(ranks) == 0:
		return Unknown
	case lead(ranks) < closeLead:
		return ask(sample, ranks[:2], true)
	}
	return ranks[0].language
}

// ask lets lingua choose, by its smaller models or by all.
func ask(sample string, ranks []rank, low bool) string {
	again := ranking(sample, choose(codes(ranks)), low)
	if len(again) == 0 {
		return Unknown
	}
	return strings.ToLower(again[0].IsoCode639_1().String())
}

func codes(ranks []rank) (out []string) {
	for _, r := range ranks {
		out = append(out, r.language)
	}
	return out
}

// lone reports that the best language has function words but no model.
func (p profile) lone() bool {
	return len(p.scores) > 0 && p.scores[0].hits > 0 && models()[p.scores[0].language] == lingua.Unknown
}

// among returns the places of the allowed languages.
func (d *Detector) among(languages []string) (out uint64) {
	for i, code := range languages {
		if d.allows(code) {
			out |= 1 << i
		}
	}
	return out
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
