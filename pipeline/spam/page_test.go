package spam

import (
	"reflect"
	"strings"
	"testing"
)

func TestAddresses(t *testing.T) {
	p := newPage("See http://www.pears.example/a/b, or write to ann@pears.example. Then stop.Now, e.g. here, at 3.5 km or pears.example; end.", "en")
	var got []string
	for i, w := range p.words {
		if w.is(address) {
			s := p.text[w.start():w.end()]
			if i > 0 && p.words[i-1].is(address) && p.joined(i) {
				got[len(got)-1] += p.gap(i) + s
			} else {
				got = append(got, s)
			}
		}
	}
	want := []string{"http://www.pears.example/a/b", "ann@pears.example", "pears.example"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%q", got)
	}
}

func TestSentences(t *testing.T) {
	for text, want := range map[string][]string{
		"One. Two? Three! Four":                  {"One.", "Two?", "Three!", "Four"},
		"Mr. Okafor came. J. R. left.":           {"Mr. Okafor came.", "J. R. left."},
		"It cost 3.50 and more. 20 came.":        {"It cost 3.50 and more.", "20 came."},
		"He said: \"No.\" Then he left.":         {"He said: \"No.\"", "Then he left."},
		"\"No.\" \"Yes.\"":                       {"\"No.\"", "\"Yes.\""},
		"梨の木は古い。家の裏にある。":                         {"梨の木は古い。", "家の裏にある。"},
		"Version 2.0 of the.net file. Done":      {"Version 2.0 of the.net file.", "Done"},
		"first\nsecond. Third":                   {"first", "second.", "Third"},
		"Wait... but then it came. (Indeed.) So": {"Wait... but then it came.", "(Indeed.)", "So"},
	} {
		p := newPage(text, "en")
		var got []string
		for _, s := range p.sentences {
			got = append(got, p.text[s.start:s.end])
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %q", text, got)
		}
	}
}

func TestProse(t *testing.T) {
	for text, want := range map[string]bool{
		"We began in February, before the buds swelled, and it was cold.":             true,
		"Home About Recipes Garden Contact Imprint Terms Privacy Help Search Login":   false,
		"Anna Pruitt, Boris Tiller, Clara Varga, David Mertens, Elroy Brackett, Finn": false,
		"Too short to tell": false,
		"屋后有一棵老梨树，二十年没有人修剪过。父亲看了看树干，说木头是好的。":                                      true,
		"1 20 3.5 kg 2 10 1.5 kg 3 40 7.5 kg 4 60 9":                              false,
		"Als wir das Haus kauften, stand hinter dem Schuppen ein alter Birnbaum.": false, // "en" does not know the words
	} {
		p := newPage(text, "en")
		if p.lines[0].prose != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}

func TestStems(t *testing.T) {
	for _, same := range [][]string{{"tree", "trees"}, {"shoe", "shoes"}, {"watch", "watches"}, {"house", "houses"}, {"jersey", "jerseys"}, {"casa", "case"}, {"libro", "libri"}, {"дерево", "дерева"}} {
		if stem(same[0]) != stem(same[1]) {
			t.Errorf("%q: %q and %q", same, stem(same[0]), stem(same[1]))
		}
	}
	for _, word := range []string{"", "s", "as", "gas", "é", "ss", "aaaa"} {
		if got := stem(word); !strings.HasPrefix(word, got) || word != "" && got == "" {
			t.Errorf("%q: %q", word, got)
		}
	}
}

func TestHabits(t *testing.T) {
	for _, c := range []struct {
		text, language string
		odd            int
	}{
		{"we saw the old tree\u00a0and then the house in the snow of winter", "en", 1},
		{"we saw 20\u00a0trees and the house in the snow of that winter", "en", 0},
		{"we went v\u00a0lese and the house k\u00a0nim in the snow of that winter", "cs", 0},
		{"we went v lese, s nim, and the house k\u00a0nim in the snow of winter", "cs", 1},
		{"we saw it.  Then the house stood in the snow of that winter", "en", 0},
		{"we saw it:  the house stood in the snow of that long winter", "en", 0},
		{"we saw it ; the house\u00a0: it stood in the snow of that long winter", "fr", 0},
		{"we saw it , and the house stood in the snow of that long winter", "en", 1},
		{"we saw a\tcolumn of\twords, and the house in the snow of winter", "en", 0},
		{"we saw .net and the house stood in the snow of that long winter", "en", 0},
	} {
		p := newPage(c.text, "en")
		p.language = c.language
		n := 0
		tr := p.findTraces()
		for k := noBreak; k <= spaceMark; k++ {
			n += tr.total[k]
		}
		if n != c.odd {
			t.Errorf("%q: %d traces %v", c.text, n, tr.total)
		}
	}
}

// TestShapeOfASCII holds the quick way to look at a word against the definition.
func TestShapeOfASCII(t *testing.T) {
	letters := "aZ1"
	words := []string{"", "é", "Éa", "ZÉ", "1é"}
	for at := 0; len(words[at]) < 5; at++ {
		for _, c := range letters {
			words = append(words, words[at]+string(c))
		}
	}
	for _, w := range words[1:] {
		got, _ := shape(w)
		if want := slowShape(w); got != want {
			t.Errorf("%q: %b, want %b", w, got, want)
		}
	}
}
