package language

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/pemistahl/lingua-go"
)

// TestRanksAsLingua holds the table against lingua: its ranking by trigrams
// begins as lingua's does, unless the first two are close.
func TestRanksAsLingua(t *testing.T) {
	if testing.Short() {
		t.Skip("lingua loads its models")
	}
	languages := map[int][]string{latin: {"da", "de", "en", "es", "fr", "it", "nb", "nl", "pl", "pt", "sv", "vi"}, 1: {"be", "bg", "ru", "uk"}}
	ranked := 0
	for _, in := range ourArticles(t) {
		for _, n := range []int{150, 400} {
			text := withoutAddresses(cut(in.text, n))
			c := count(text)
			script, _ := c.dominant()
			if languages[script] == nil {
				continue
			}
			d := mustNew(t, languages[script]...)
			ranks := d.ranks(text, script)
			if lead(ranks) < closeLead {
				continue
			}
			ranked++
			want := ranking(text, choose(languages[script]), true)
			if got := choose([]string{ranks[0].language}); len(want) == 0 || got[0] != want[0] {
				t.Errorf("%q: %v, lingua %v", text, ranks, want)
			}
		}
	}
	if ranked < 50 {
		t.Errorf("only %d texts were ranked", ranked)
	}
}

// TestRulesOfLetters asks for what lingua's rules say before anything is
// counted.
func TestRulesOfLetters(t *testing.T) {
	d := mustNew(t)
	for text, want := range map[string]string{
		"Straße Größe Füße heißt":           "de", // one language has the letter alone
		"łza gałąź świt źdźbło":             "pl",
		"їжак щось єдине її":                "uk",
		"rộng rãi được người nhiều":         "vi",
		"señor niño año mañana pequeño":     "es", // two languages share it
		"øre ærlig søvn bjørn kjære gjøre":  "nb nn da",
		"čaša žena šuma čovjek žito šalica": "bs hr sl sk cs lt lv",
	} {
		c := count(text)
		script, _ := c.dominant()
		ranks := d.ranks(text, script)
		if len(ranks) == 0 || !strings.Contains(want, ranks[0].language) {
			t.Errorf("%q: %v, want one of %s", text, ranks, want)
		}
		for _, r := range ranks {
			if len(strings.Fields(want)) > 1 && !strings.Contains(want, r.language) {
				t.Errorf("%q: %s is none of %s", text, r.language, want)
			}
		}
	}
}

// TestTableHoldsLingua says that the table has all languages that lingua tells
// apart by trigrams.
func TestTableHoldsLingua(t *testing.T) {
	held := map[string]bool{}
	for _, table := range tables() {
		for _, l := range table.languages {
			held[l] = true
		}
	}
	for _, s := range scripts {
		if s.name == "Han" {
			continue
		}
		known := 0
		for _, l := range s.languages {
			if models()[l] != lingua.Unknown {
				known++
			}
		}
		for _, l := range s.languages {
			if known > 1 && models()[l] != lingua.Unknown && !held[l] {
				t.Errorf("the table lacks %s", l)
			}
		}
	}
	if r, _ := utf8.DecodeRuneInString("é"); tables()[latin].place[r] == 0 || tables()[latin].place['É'] != tables()[latin].place[r] {
		t.Error("capitals are not read as small letters")
	}
}
