package spam

import (
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/urtext/urtext/fixtures"
	"github.com/urtext/urtext/fixtures/damage"
	"github.com/urtext/urtext/fixtures/linear"
	"github.com/urtext/urtext/pipeline/corpus"
)

// A sample is a unit of an assayed page, and whether it was injected.
type sample struct {
	traits   traits
	sentence bool
	injected bool
	words    int
	style    string // of what was injected
}

// samples assays the copies of a corpus with the spam of one trade, and gives
// the units as they are weighed first and last. Units that are part spam, and
// the page's furniture, are left out.
func samples(t *testing.T, seed uint64, trade string) (out []sample) {
	t.Helper()
	articles, err := fixtures.Articles()
	if err != nil {
		t.Fatal(err)
	}
	docs, gold, err := damage.Corpus(articles, damage.Options{
		Seed: seed, Families: 30, MaxCopies: 4, NoDistractors: true, Trades: damage.Filter{Only: []string{trade}},
		Damages: damage.Filter{Except: []string{"charset", "entities", "layout", "noise"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	texts := make(map[string]string)
	for _, d := range docs {
		texts[d.ID] = d.Text
	}
	for _, f := range gold {
		for _, m := range f.Members {
			out = append(out, samplesOf(texts[m.ID], f.Language, m)...)
		}
	}
	return out
}

func samplesOf(text, language string, m fixtures.Member) (out []sample) {
	p := newPage(text, language)
	found, _ := p.propose(&corpus.Document{Draft: corpus.NewDraft(text), Language: language})
	a := p.newAssay(found)
	if a == nil {
		return nil
	}
	kinds := kindsOf(text, m)
	take := func() {
		a.count()
		for i := range a.all {
			u := &a.all[i]
			if !u.weighed || u.convicted {
				continue
			}
			a.weigh(i)
			if style, share := mostOf(kinds[u.start:u.end]); share > .6 && style != "furniture" {
				out = append(out, sample{u.traits, u.sentence, style != "", u.words(), style})
			}
		}
	}
	take()
	for range mostRounds {
		if !a.round() {
			break
		}
	}
	take()
	return out
}

// kindsOf says of each byte of a copy in what style it was injected, "" of the article.
func kindsOf(text string, m fixtures.Member) []string {
	out := make([]string, 0, len(text))
	at := make([]int, 0, len(text)) // by code point: its first byte
	for i := range text {
		at = append(at, i)
	}
	at = append(at, len(text))
	out = out[:len(text)]
	mark := func(from, to int, kind string) {
		for i := at[from]; i < at[to]; i++ {
			out[i] = kind
		}
	}
	for _, span := range slices.Concat(m.Furniture, m.Junk) {
		mark(span[0], span[1], "furniture")
	}
	for _, in := range m.Injected {
		mark(in.Start, in.End, in.Style)
	}
	return out
}

func mostOf(kinds []string) (kind string, share float64) {
	count := make(map[string]int)
	for _, k := range kinds {
		count[k]++
	}
	for k, n := range count {
		if s := float64(n) / float64(len(kinds)); s > share {
			kind, share = k, s
		}
	}
	return kind, share
}

// unfit are traits that have no weight on the scale of sentences, or of
// lines: those that are of no use to it, or are rare in the copies and would
// get any weight.
var unfit = map[bool][]trait{true: {unknown, lonely, akinTerms}, false: {pricedAt, rebated, otherTongue, alienWords, contested, strangeFunctions, restSurprise, echoed}}

// fit fits a scale to samples by logistic regression, Newton's method with a
// ridge on standardised traits.
func fit(all []sample, sentence bool) scale {
	var spread traits
	for k := range spread {
		sum, squares, n := 0.0, 0.0, 0.0
		for _, s := range all {
			if s.sentence == sentence {
				sum, squares, n = sum+s.traits[k], squares+s.traits[k]*s.traits[k], n+1
			}
		}
		spread[k] = math.Sqrt(max(0, squares/n-sum/n*sum/n))
		if slices.Contains(unfit[sentence], trait(k)) {
			spread[k] = 0
		}
	}
	const n = int(numTraits) + 1
	b := make([]float64, n)
	x := make([]float64, n)
	for range 25 {
		h := make([][]float64, n)
		for i := range h {
			h[i] = make([]float64, n+1)
			h[i][i] = 10
			h[i][n] = -10 * b[i]
		}
		h[0][0], h[0][n] = 1e-6, 0
		for _, s := range all {
			if s.sentence != sentence {
				continue
			}
			x[0] = 1
			o := b[0]
			for k, v := range s.traits {
				if x[k+1] = 0; spread[k] > 0 {
					x[k+1] = v / spread[k]
				}
				o += b[k+1] * x[k+1]
			}
			p := 1 / (1 + math.Exp(-o))
			for i := range x {
				if x[i] == 0 {
					continue
				}
				h[i][n] += x[i] * (one(s.injected) - p)
				for j := range x {
					h[i][j] += p * (1 - p) * x[i] * x[j]
				}
			}
		}
		for i, d := range linear.Solve(h) {
			b[i] += d
		}
	}
	out := scale{base: b[0]}
	for k := range out.of {
		if spread[k] > 0 {
			out.of[k] = b[k+1] / spread[k]
		}
	}
	return out
}

func (s scale) String() string {
	var of []string
	for k, w := range s.of {
		if w != 0 {
			of = append(of, fmt.Sprintf("%d: %.2f", k, w))
		}
	}
	return fmt.Sprintf("scale{base: %.2f, of: traits{%s}}", s.base, strings.Join(of, ", "))
}

// To fit the scales of odds.go to more corpora than the test takes, and print
// them, with the traits by their numbers:
//
//	URTEXT_SCALES=1 go test ./pipeline/spam -run OddsHeldOut -v
//
// For each trade the scales are fitted to the others, and tell how much of
// its sentences and lines they convict and how much of the article's.
func TestOddsHeldOut(t *testing.T) {
	if testing.Short() {
		t.Skip("makes a corpus for each trade")
	}
	trades, err := damage.Trades()
	if err != nil {
		t.Fatal(err)
	}
	of, draws := make([][]sample, len(trades)), 1
	if os.Getenv("URTEXT_SCALES") != "" {
		draws = 6
	}
	for i, trade := range trades {
		for k := range draws {
			of[i] = append(of[i], samples(t, uint64(61+i+100*k), trade)...)
		}
	}
	judge := func(name string, all []sample, sentences, lines scale) (found, wrong float64) {
		spam, cut, genuine, harmed := 0, 0, 0, 0
		for _, s := range all {
			by := &lines
			if s.sentence {
				by = &sentences
			}
			convicted := by.odds(&s.traits) >= certainOdds
			if s.injected {
				if spam += s.words; convicted {
					cut += s.words
				}
			} else if genuine += s.words; convicted {
				harmed += s.words
			}
		}
		t.Logf("%-12s %6d words of spam, %.3f convicted; %7d genuine words, %.2f of 1,000 convicted", name, spam, float64(cut)/float64(max(1, spam)), genuine, 1000*float64(harmed)/float64(max(1, genuine)))
		return float64(cut) / float64(max(1, spam)), float64(harmed) / float64(max(1, genuine))
	}
	least, sum, harm := 1.0, 0.0, 0.0
	for i, trade := range trades {
		rest := slices.Concat(slices.Concat(of[:i]...), slices.Concat(of[i+1:]...))
		found, wrong := judge(trade, of[i], fit(rest, true), fit(rest, false))
		least, sum, harm = min(least, found), sum+found/float64(len(trades)), harm+wrong/float64(len(trades))
	}
	all := slices.Concat(of...)
	sentences, lines := fit(all, true), fit(all, false)
	judge("all, fitted", all, sentences, lines)
	found, wrong := judge("all, as is", all, sentenceScale, lineScale)
	if least < .2 || sum < .5 || harm > .0005 {
		t.Errorf("on trades that are held out %.3f is convicted, of one %.3f, and %.5f of the article", sum, least, harm)
	}
	if found < sum-.05 || wrong > .0005 {
		t.Errorf("the scales as they are convict %.3f, and %.5f of the article: fit them again", found, wrong)
	}
	if os.Getenv("URTEXT_SCALES") != "" {
		t.Logf("\nvar sentenceScale = %v\n\nvar lineScale = %v", sentences, lines)
	}
}
