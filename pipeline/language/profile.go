package language

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/pemistahl/lingua-go"

	"github.com/urtext/urtext/pipeline/token"
)

// A hit says that a word is a function word of a language, and by how much
// it raises the log-likelihood of that language over any other word: in Latin
// script and in another.
type hit struct {
	language int32
	gain     [2]float64
}

// An index holds the function words of all languages in one map, so that a
// word is looked up once, whatever the number of languages.
type index struct {
	languages []string
	words     *token.Table
	hits      [][]hit         // by place in words
	miss      [][2]float64    // per language: of a word not in the list, in Latin script and in another
	writing   [][]int32       // per script: the place in languages of each of its languages, -1 for none
	rest      [][]string      // per script: those that have no list
	kin       map[string]bool // languages that the table takes one for that lingua has no model of
}

// other is the probability of a content word, relative to all content words:
// one in about five thousand tokens.
const other = 2e-4

var functionWords = sync.OnceValue(func() *index {
	ix := &index{}
	var keys []string
	places := map[string]int{}
	for _, code := range token.Languages() {
		if code == "no" || code == "bs" {
			continue // the lists of nb and hr again
		}
		set := token.Of(code)
		var sum [2]float64
		for _, key := range set.Keys() {
			sum[side(key)] += set.Rate(key) / 1000
		}
		miss := [2]float64{math.Log(1 - min(sum[0], .6)), math.Log(1 - min(sum[1], .6))}
		for _, key := range set.Keys() {
			gain := math.Log(set.Rate(key) / 1000 / other)
			at, known := places[key]
			if !known {
				at = len(keys)
				places[key] = at
				keys, ix.hits = append(keys, key), append(ix.hits, nil)
			}
			ix.hits[at] = append(ix.hits[at], hit{int32(len(ix.languages)), [2]float64{gain - miss[0], gain - miss[1]}})
		}
		ix.languages = append(ix.languages, code)
		ix.miss = append(ix.miss, miss)
	}
	ix.words = token.NewTable(keys)
	for _, s := range scripts {
		places := make([]int32, len(s.languages))
		var rest []string
		for i, code := range s.languages {
			if places[i] = int32(slices.Index(ix.languages, code)); places[i] < 0 {
				rest = append(rest, code)
			}
		}
		ix.writing, ix.rest = append(ix.writing, places), append(ix.rest, rest)
	}
	ix.kin = kinOfLone(ix.languages)
	return ix
})

// kinShare is the share of its function words from which on a language that
// lingua lacks may be taken for another.
const kinShare = .5

// kinOfLone returns the languages that share many function words with one that
// lingua lacks.
func kinOfLone(languages []string) map[string]bool {
	kin := map[string]bool{}
	for _, lone := range languages {
		if models()[lone] != lingua.Unknown {
			continue
		}
		set := token.Of(lone)
		for _, other := range languages {
			all, shared := 0., 0.
			for _, key := range set.Keys() {
				all += set.Rate(key)
				if token.Of(other).Has(key) {
					shared += set.Rate(key)
				}
			}
			if shared >= kinShare*all {
				kin[other] = true
			}
		}
	}
	return kin
}

// side is 0 for a key in Latin script and 1 for another, since Serbian has a
// list in each of two scripts.
func side(key string) int {
	if r, _ := utf8.DecodeRuneInString(key); r >= 0x370 && r < 0x1E00 {
		return 1
	}
	return 0
}

// A score is how well the function words of a language fit a text, in
// natural log units; zero hits give a negative score.
type score struct {
	language string
	points   float64
	hits     int
}

// A profile is the scores of the languages of one script, the best two first.
type profile struct {
	scores []score
	words  int
	rest   []string // languages of the script that have no list
}

// profile scores the allowed languages of a script on a text whose function words
// are counted. Scores is room for the scores: most need them for a moment only,
// on the stack.
func (d *Detector) profile(scores *[mostLanguages]score, t *tally) profile {
	ix := functionWords()
	p := profile{words: t.words, scores: scores[:0], rest: d.allowedOf(ix.rest[t.script])}
	for k, i := range ix.writing[t.script] {
		if code := scripts[t.script].languages[k]; i >= 0 && d.allows(code) {
			p.scores = append(p.scores, score{code, t.of(ix, i), int(t.hits[i])})
		}
	}
	for i := range min(2, len(p.scores)) {
		for k := i + 1; k < len(p.scores); k++ {
			if compare(p.scores[k], p.scores[i]) < 0 {
				p.scores[i], p.scores[k] = p.scores[k], p.scores[i]
			}
		}
	}
	return p
}

// mostLanguages is more than there are lists.
const mostLanguages = 64

// A tally counts for each language the function words of a text in a script
// and sums up what they say.
type tally struct {
	points [mostLanguages]float64
	hits   [mostLanguages]int32
	words  int
	script int
}

// add counts the words of a text.
func (t *tally) add(text string, script int) {
	t.script = script
	ix := functionWords()
	var spans [160]token.Span
	all := token.Words(spans[:0], text)
	t.words += len(all)
	for _, w := range all {
		if i := ix.words.FindWord(text[w.Start:w.End]); i >= 0 {
			t.hit(ix.hits[i])
		}
	}
}

// hit counts a function word.
func (t *tally) hit(hits []hit) {
	at := t.side()
	for i := range hits {
		h := &hits[i]
		t.points[h.language] += h.gain[at]
		t.hits[h.language]++
	}
}

// join adds what was counted in another text of the script.
func (t *tally) join(other *tally) {
	t.words += other.words
	for i := range t.points {
		t.points[i] += other.points[i]
		t.hits[i] += other.hits[i]
	}
}

// side is 0 for Latin script and 1 for another, as side of a key.
func (t *tally) side() int { return min(t.script, 1) }

// of is how well the function words of a language fit.
func (t *tally) of(ix *index, language int32) float64 {
	return t.points[language] + float64(t.words)*ix.miss[language][t.side()]
}

// compare puts the likelier language first.
func compare(a, b score) int {
	return cmp.Or(cmp.Compare(b.points, a.points), strings.Compare(a.language, b.language))
}

// What the profile needs to decide alone: the lead of the best language over
// the second, in natural log units, and the share of words that are in its
// list. A text in a language without a list hits fewer words.
const (
	certainLead  = 12
	certainShare = .2
	clearLead    = 7
)

// twins have one list for two languages, or lists too like to decide alone.
var twins = map[string]string{"hr": "bs", "sr": "bs", "id": "ms", "ms": "id"}

// certain returns the language that the function words leave no doubt of.
func (p profile) certain() (string, bool) {
	if len(p.scores) == 0 {
		return "", false
	}
	best := p.scores[0]
	if best.hits < 4 || float64(best.hits) < certainShare*float64(p.words) {
		return "", false
	}
	if twin := twins[best.language]; twin != "" && slices.Contains(p.rest, twin) {
		return "", false
	}
	return best.language, p.lead() >= certainLead
}

// lead is how far the best language is before the second, and before none.
func (p profile) lead() float64 {
	switch len(p.scores) {
	case 0:
		return 0
	case 1:
		return p.scores[0].points
	}
	return p.scores[0].points - max(0, p.scores[1].points)
}

// clear names the language of a text too short for letter statistics, one
// made of function words for the better part.
func (p profile) clear() string {
	if len(p.scores) == 0 || p.scores[0].hits < 3 || p.scores[0].hits*2 < p.words || p.lead() < clearLead {
		return Unknown
	}
	return p.scores[0].language
}

// weak reports that the function words say next to nothing.
func (p profile) weak() bool { return len(p.scores) == 0 || p.scores[0].hits*8 < p.words }

// most is how many languages the profile hands on.
const most = 6

// candidates returns the languages that lingua is to choose from: the best of
// the profile and the twin of the first, or all of the script where function
// words say next to nothing.
func (p profile) candidates() []string {
	var out []string
	slices.SortFunc(p.scores, compare)
	for _, s := range p.scores {
		if !p.weak() && (len(out) == most || len(out) > 1 && s.hits == 0) {
			break
		}
		out = append(out, s.language)
	}
	for _, code := range p.rest {
		if p.weak() || twins[p.scores[0].language] == code {
			out = append(out, code)
		}
	}
	return out
}
