package pipeline

import (
	"bytes"
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/urtext/urtext/fixtures"
	"github.com/urtext/urtext/fixtures/damage"
	"github.com/urtext/urtext/pipeline/corpus"
)

// A share is how many of some words are cut.
type share struct{ cut, all int }

func (s *share) add(o share) { s.cut, s.all = s.cut+o.cut, s.all+o.all }

func (s share) of() float64 { return float64(s.cut) / float64(max(s.all, 1)) }

// No rule knows a trade, so each is one that is held out (the scales of
// pipeline/spam/odds.go are fitted without each in a test there). For each of them a
// corpus holds the spam of that trade alone, every copy is cleaned by itself,
// and the words are counted: what fell of the spam, by style, and of the twins
// and the genuine text. The floors are modest; go test -v prints the table.
func TestTradesHeldOut(t *testing.T) {
	if testing.Short() {
		t.Skip("makes a corpus for each trade")
	}
	trades, err := damage.Trades()
	if err != nil {
		t.Fatal(err)
	}
	byStyle := make(map[string]*share)
	var spam, genuine, twins share
	for i, trade := range trades {
		docs, gold := damaged(t, damage.Options{Seed: uint64(31 + i), Families: 24, MaxCopies: 4, NoDistractors: true, Trades: damage.Filter{Only: []string{trade}}, Damages: damage.Filter{Except: []string{"charset", "entities"}}})
		texts := make(map[string][]rune)
		for _, d := range docs {
			texts[d.ID] = []rune(d.Text)
		}
		fallen := fallenIn(t, docs)
		var own share
		for _, f := range gold {
			for _, m := range f.Members {
				c := copied{m, texts[m.ID], fallen[m.ID]}
				for _, in := range m.Injected {
					n := c.words(in.Start, in.End, nil)
					own.add(n)
					if byStyle[in.Style] == nil {
						byStyle[in.Style] = &share{}
					}
					byStyle[in.Style].add(n)
				}
				for _, span := range m.Twins {
					n := min(1, c.words(span[0], span[1], nil).cut)
					if twins.add(share{n, 1}); n > 0 {
						t.Logf("%s: a twin is cut: %q", trade, string(c.text[max(0, span[0]-80):min(len(c.text), span[1]+60)]))
					}
				}
				genuine.add(c.words(0, len(c.text), c.foreign()))
			}
		}
		t.Logf("%-12s %6d words of spam, %.3f cut", trade, own.all, own.of())
		if own.of() < .45 {
			t.Errorf("%s: %.3f of the spam is cut", trade, own.of())
		}
		spam.add(own)
	}
	for _, style := range slices.Sorted(maps.Keys(byStyle)) {
		t.Logf("%-16s %6d words, %.3f cut", style, byStyle[style].all, byStyle[style].of())
	}
	t.Logf("%d words of spam, %.3f cut; %d twins, %.4f kept; %d genuine words, %.3f of 1,000 cut as spam",
		spam.all, spam.of(), twins.all, 1-twins.of(), genuine.all, 1000*genuine.of())
	for style, least := range map[string]float64{damage.PhraseNoBreak: .85, damage.PhraseDoubled: .85, damage.PhraseMarkup: .85, damage.Paragraph: .65, damage.Sentence: .55, damage.Links: .7, damage.Pingback: .8} {
		if s := byStyle[style]; s == nil || s.of() < least {
			t.Errorf("%s: less than %.2f is cut", style, least)
		}
	}
	if spam.of() < .65 || 1-twins.of() < .995 || genuine.of() > .0002 {
		t.Error("over all trades: too little of the spam is cut, or too much else")
	}
}

// fallenIn cleans documents one by one and gives for each, by code points of
// its text, what fell as spam.
func fallenIn(t *testing.T, docs []fixtures.Document) map[string][]bool {
	t.Helper()
	var b bytes.Buffer
	if _, err := Clean(context.Background(), Options{Inputs: inputs(t, docs)}, &b); err != nil {
		t.Fatal(err)
	}
	edits := make(map[string][]corpus.Edit)
	for line := range bytes.Lines(b.Bytes()) {
		var r corpus.Record
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatal(err)
		}
		edits[r.ID] = r.Edits
	}
	out := make(map[string][]bool)
	for _, d := range docs {
		bytesFallen := make([]bool, len(d.Text))
		for _, e := range edits[d.ID] {
			if e.Kind == corpus.KindSpam && !strings.ContainsFunc(e.Now, unicode.IsLetter) {
				for i := e.Start; i < e.Start+len(e.Was); i++ {
					bytesFallen[i] = true
				}
			}
		}
		for i := range d.Text {
			out[d.ID] = append(out[d.ID], bytesFallen[i])
		}
	}
	return out
}

// A copied text, with what was cut of it.
type copied struct {
	fixtures.Member
	text   []rune
	fallen []bool
}

// words counts the words that begin in a span, those in skip left out.
func (c copied) words(from, to int, skip []bool) (n share) {
	for i := from; i < to; i++ {
		if !unicode.IsLetter(c.text[i]) || i > from && unicode.IsLetter(c.text[i-1]) || skip != nil && skip[i] {
			continue
		}
		if n.all++; c.fallen[i] {
			n.cut++
		}
	}
	return n
}

// foreign marks what is no part of the article.
func (c copied) foreign() []bool {
	out := make([]bool, len(c.text))
	mark := func(from, to int) {
		for i := from; i < to; i++ {
			out[i] = true
		}
	}
	for _, in := range c.Injected {
		mark(in.Start, in.End)
	}
	for _, span := range slices.Concat(c.Furniture, c.Junk) {
		mark(span[0], span[1])
	}
	return out
}
