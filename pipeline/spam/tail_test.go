package spam

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

func TestTails(t *testing.T) {
	injured := replace(t, long, "fell it, but", "fell it\u00a0Discount Copper Kettles\u00a0, but")
	at := strings.Index(injured, "neighbours, who laughed at the trunk, ask")
	spliced := injured[:at] + "neighbours, who laughed, brought their grquyxzling on a plate."
	figures := func(language, key string) (float64, bool) {
		if key == "grquyxzling" {
			return 0, language == "en"
		}
		return .01, language == "en"
	}
	for _, c := range []struct {
		name, text string
		figures    func(string, string) (float64, bool)
		verdict    corpus.Verdict
		none       bool
	}{
		{"injured, by the text's own letters", spliced, nil, corpus.Flag, false},
		{"injured, by the language's figures", spliced, figures, corpus.Cut, false},
		{"not injured", strings.Replace(spliced, "\u00a0Discount Copper Kettles\u00a0", "", 1), figures, corpus.Flag, false},
		{"injured, end genuine", injured, nil, corpus.Flag, true},
		{"injured, the figures know the word", strings.Replace(spliced, "grquyxzling", "handkerchief", 1), figures, corpus.Flag, true},
	} {
		doc := &corpus.Document{Draft: corpus.NewDraft(c.text), Language: "en"}
		if err := (Detector{Rarest: c.figures}).Apply(doc); err != nil {
			t.Fatal(err)
		}
		var tails []corpus.Proposal
		for _, q := range doc.Proposals {
			if q.Kind == corpus.KindTail {
				tails = append(tails, q)
			}
		}
		if c.none {
			if len(tails) > 0 {
				t.Errorf("%s: %+v", c.name, tails)
			}
			continue
		}
		if len(tails) != 1 || tails[0].Verdict != c.verdict || c.text[tails[0].Start:tails[0].End] != " grquyxzling on a plate." {
			t.Errorf("%s: %+v", c.name, tails)
		}
	}
}

func TestStrangeness(t *testing.T) {
	p := newPage(long, "en")
	l := p.letters()
	if s := l.strangeness("grquyxzling"); s < .8 {
		t.Errorf("blend: %v", s)
	}
	if s := l.strangeness("branches"); s > .1 {
		t.Errorf("word: %v", s)
	}
	for _, short := range []string{"", "a", "ab", "é", "abc"} {
		if s := l.strangeness(short); s < 0 || s > 1 {
			t.Errorf("%q: %v", short, s)
		}
	}
}
