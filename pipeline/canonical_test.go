package pipeline

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/urtext/urtext/fixtures"
	"github.com/urtext/urtext/fixtures/damage"
	"github.com/urtext/urtext/pipeline/corpus"
)

// TestNoWordIsMinted holds that every word of an article stands in one of
// its copies, as it was read or as it was repaired.
func TestNoWordIsMinted(t *testing.T) {
	docs, _ := damaged(t, damage.Options{Seed: 13})
	dir, _ := run(t, Options{Inputs: inputs(t, docs)})
	r := open(t, dir)
	cleaned, read := map[string]string{}, map[string]string{}
	for _, d := range r.documents {
		cleaned[d.ID] = *d.Text
	}
	for _, d := range docs {
		read[d.ID] = d.Text
	}
	minted, words := 0, 0
	for _, a := range r.articles {
		has := map[string]bool{}
		for _, m := range a.Members {
			for _, text := range []string{cleaned[m.ID], read[m.ID]} {
				for _, w := range plainWords(text) {
					has[w] = true
				}
			}
		}
		for _, w := range plainWords(a.Text) {
			if words++; !has[w] {
				if minted++; minted <= 5*shown {
					t.Errorf("%s: no copy has the word %q", a.ID, w)
				}
			}
		}
	}
	if minted > 0 {
		t.Errorf("%d of %d words are in no copy", minted, words)
	}
}

// TestWhiteSpaceOfArticles holds the form of an article: paragraphs stand apart
// by one blank line, and no line begins, ends or is spaced with more than a
// space.
func TestWhiteSpaceOfArticles(t *testing.T) {
	for _, seed := range []uint64{13, 14} {
		docs, _ := damaged(t, damage.Options{Seed: seed, Kinds: damage.Filter{Only: []string{"page-1", "page-2", "newsletter", "blog", "excerpt"}}})
		dir, _ := run(t, Options{Inputs: inputs(t, docs)})
		for _, a := range open(t, dir).articles {
			for _, odd := range []string{"\n\n\n", " \n", "\n ", "  ", "\t", "\r", "\u00a0 "} {
				if at := strings.Index(a.Text, odd); at >= 0 && len(a.Members) > 1 {
					t.Errorf("seed %d, %s: %q in %q", seed, a.ID, odd, a.Text[max(0, at-60):min(len(a.Text), at+60)])
				}
			}
			if a.Text != strings.TrimSpace(a.Text) || !norm.NFC.IsNormalString(a.Text) {
				t.Errorf("seed %d, %s: white space at an end, or not in normal form C", seed, a.ID)
			}
		}
	}
}

var signs = strings.NewReplacer("’", "'", "‘", "'", "`", "'", "´", "'", "…", " ", "...", " ", "—", " ", "–", " ", "--", " ", "\u00ad", "")

// plainWords are the words between white space, signs unified and dropped at
// the edges.
func plainWords(text string) []string {
	var out []string
	for _, w := range strings.Fields(signs.Replace(norm.NFC.String(text))) {
		w = strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
		if r, _ := utf8.DecodeRuneInString(w); w != "" && r < 0x2e80 { // scripts without spaces have no such words
			out = append(out, strings.ToLower(w))
		}
	}
	return out
}

// TestWordsRunTogether gives copies of which one has lost what stands between
// two words, or has a sign inside them. Where two good ones agree the article
// is as they have it; against one it has at least no word of its own.
func TestWordsRunTogether(t *testing.T) {
	text := map[string]string{}
	for _, a := range articles(t) {
		text[a.Name] = a.Text
	}
	for _, c := range []struct{ name, article, old, now string }{
		{"an apostrophe misread as a letter", "it/essay-elogio-della-panchina", "'", "í"},
		{"an apostrophe lost", "it/essay-elogio-della-panchina", "'", ""},
		{"an apostrophe become a space", "it/essay-elogio-della-panchina", "'", " "},
		{"a backtick", "it/essay-elogio-della-panchina", "'", "`"},
		{"an entity without its end", "de/essay-wartezimmer", "ü", "&uuml"},
		{"a letter lost", "de/essay-wartezimmer", "ü", "?"},
		{"a letter misread", "de/essay-wartezimmer", "ü", "³"},
		{"spaces lost", "en/essay-borrowed-umbrella", " the ", "the "},
		{"hyphens lost", "en/advice-wrong-brochures", "-", ""},
	} {
		whole := text[c.article]
		harmed := strings.ReplaceAll(whole, c.old, c.now)
		if whole == "" || harmed == whole {
			t.Fatalf("%s: nothing to harm in %s", c.name, c.article)
		}
		most := whole[:strings.LastIndex(whole, "\n\n")] // the second good copy lacks the end, so that the two are not one
		for name, docs := range map[string][]fixtures.Document{
			"two good copies": {{ID: "a", Text: whole}, {ID: "b", Text: most}, {ID: "c", Text: harmed}},
			"one good copy":   {{ID: "a", Text: whole}, {ID: "c", Text: harmed}},
		} {
			dir, _ := run(t, Options{Inputs: inputs(t, docs)})
			r := open(t, dir)
			a := r.of("a")
			switch {
			case a == nil || len(a.Members) != len(docs):
				t.Errorf("%s, %s: %d articles", c.name, name, len(r.articles))
			case len(docs) == 3 && !strings.HasPrefix(a.Text, most):
				t.Errorf("%s, %s: %s", c.name, name, firstDifference(most, a.Text))
			default:
				has := append(plainWords(whole), plainWords(harmed)...)
				alien := slices.DeleteFunc(plainWords(a.Text), func(w string) bool { return slices.Contains(has, w) })
				if len(alien) > 0 {
					t.Errorf("%s, %s: no copy has %q", c.name, name, some(alien))
				}
			}
		}
	}
}

// TestApparatus holds that the entries of an apparatus stand in order in
// their article, begin with the reading that it has, and name its members.
func TestApparatus(t *testing.T) {
	docs, _ := damaged(t, damage.Options{Seed: 14, Families: 12, NoDistractors: true})
	dir, _ := run(t, Options{Inputs: inputs(t, docs)})
	r := open(t, dir)
	entries := 0
	for i, a := range r.articles {
		members := memberIDs(a)
		end := 0
		for _, e := range r.apparatus[i].Entries {
			entries++
			if e.Start < end || e.End < e.Start || e.End > len(a.Text) {
				t.Errorf("%s: entry [%d, %d) after %d of %d", a.ID, e.Start, e.End, end, len(a.Text))
				break
			}
			end = e.End
			entry(t, a, e, members)
		}
	}
	if entries < 100 {
		t.Errorf("only %d entries: nothing was tried", entries)
	}
}

func entry(t *testing.T, a *corpus.Article, e corpus.Entry, members []string) {
	t.Helper()
	if len(e.Readings) == 0 || e.Rule == "" || e.Confidence < 0 || e.Confidence > 1 {
		t.Errorf("%s: entry without readings or rule, or with confidence %v", a.ID, e.Confidence)
		return
	}
	if got, want := plainWords(e.Readings[0].Text), plainWords(a.Text[e.Start:e.End]); !slices.Equal(got, want) {
		t.Errorf("%s: rule %s: the first reading is %q, the article has %q", a.ID, e.Rule, e.Readings[0].Text, a.Text[e.Start:e.End])
	}
	seen := map[string]bool{}
	for _, x := range e.Readings {
		for _, id := range x.Witnesses {
			if seen[id] || !slices.Contains(members, id) {
				t.Errorf("%s: rule %s: witness %s has two readings or is no member", a.ID, e.Rule, id)
			}
			seen[id] = true
		}
	}
}

// TestCopiesOfPagesStayTogether has an article of which there are copies of page 1,
// an excerpt, and copies of page 2, one of which nothing but these knows.
func TestCopiesOfPagesStayTogether(t *testing.T) {
	const name = "pl/advice-zakup-uzywanego-roweru"
	docs, gold := damaged(t, damage.Options{Seed: 458})
	family := gold[slices.IndexFunc(gold, func(f fixtures.Family) bool { return f.Family == name })]
	ids := map[string]bool{}
	for _, m := range family.Members {
		ids[m.ID] = true
	}
	docs = slices.DeleteFunc(docs, func(d fixtures.Document) bool { return !ids[d.ID] })
	dir, _ := run(t, Options{Inputs: inputs(t, docs)})
	if r := open(t, dir); len(r.articles) != 1 {
		t.Errorf("%d articles of %d copies of one", len(r.articles), len(docs))
	}
}
