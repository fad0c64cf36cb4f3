package reconstruct

import (
	"slices"
	"testing"
)

// TestConvention elects the quotes of an article from those of its copies.
func TestConvention(t *testing.T) {
	const gap = ": “"
	for name, c := range map[string]struct {
		language string
		copies   [][2]string // what each writes before and behind a quotation
		want     string      // of the gap before it
	}{
		"the most":                               {"en", [][2]string{{": \"", "\" "}, {": \"", "\" "}, {": “", "” "}}, ": \""},
		"a typographic form of equals":           {"en", [][2]string{{": \"", "\" "}, {": “", "” "}}, ": “"},
		"doubled ones are hardly the author's":   {"de", [][2]string{{": \"\"", "\"\" "}, {": „", "“ "}}, ": „"},
		"the typewriter's even less":             {"en", [][2]string{{": ``", "'' "}, {": ``", "'' "}, {": \"", "\" "}}, ": \""},
		"those of another language":              {"ko", [][2]string{{": «", "» "}, {": \"", "\" "}}, ": \""},
		"the same where the language has them":   {"es", [][2]string{{": «", "» "}, {": \"", "\" "}}, ": «"},
		"of a language that we know nothing of":  {"und", [][2]string{{": «", "» "}, {": \"", "\" "}}, ": «"},
		"set off by spaces, before a full stop":  {"fr", [][2]string{{": « ", " ». "}, {": « ", " ». "}, {": “", "”. "}}, ": «"},
		"those that a language has not":          {"pl", [][2]string{{": “", "” "}, {": “", "” "}, {": „", "” "}}, ": „"},
		"doubled only, of one copy there is one": {"en", [][2]string{{": \"\"", "\"\" "}}, ": \""},
	} {
		t.Run(name, func(t *testing.T) {
			var k convention
			for _, x := range c.copies {
				k.add(x[0], false, one)
				k.add(x[1], false, one)
			}
			k.settle(c.language)
			if got := render(&k, gap); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestPositionOfSpacedQuotes(t *testing.T) {
	for gap, want := range map[string]position{" « ": loose, " ». ": closing, " », ": closing, " «": opening, "» ": closing, " («": opening, " \"": opening, "\", ": closing} {
		done := false
		eachSign(gap, func(_ signClass, i, j int) {
			if got := positionOf(gap, i, j, false); got != want && !done {
				t.Errorf("%q: position %d, want %d", gap, got, want)
			}
			done = true
		})
		if !done {
			t.Errorf("%q has no sign", gap)
		}
	}
}

// TestClosingQuotesOfALanguage elects, of two that open alike, those that close
// as the language does.
func TestClosingQuotesOfALanguage(t *testing.T) {
	for language, want := range map[string]string{"pl": "” ", "hu": "” ", "de": "“ ", "cs": "“ "} {
		var k convention
		for _, closes := range []string{"” ", "“ "} {
			k.add(": „", false, one)
			k.add(closes, false, one)
		}
		k.settle(language)
		if got := render(&k, "“ "); got != want {
			t.Errorf("%s closes with %q, want %q", language, got, want)
		}
	}
}

func one(signClass, string) float64 { return 1 }

// TestDashesByPosition has an author who writes one dash in sentences and another
// in ranges, and a copy that has one for both.
func TestDashesByPosition(t *testing.T) {
	var k convention
	for _, copies := range [][2]string{{" — ", "–"}, {" – ", "–"}, {" — ", "–"}} {
		k.add(copies[0], false, one)
		k.add(copies[1], false, one)
	}
	k.settle("pl")
	if got := render(&k, " – ") + render(&k, "—"); got != " — –" {
		t.Errorf("%q", got)
	}
}

// TestSpacedEllipsis has copies of a typewriter, which neither keep their form if
// another has one, nor are rivals of those who have.
func TestSpacedEllipsis(t *testing.T) {
	for _, spaced := range []string{". . .", ".\u00a0.\u00a0.", ".."} {
		if class, folded, n := sign(spaced + " It"); class != ellipsis || folded != "…" || n != len(spaced) {
			t.Errorf("%q is %q of class %d, %d bytes", spaced, folded, class, n)
		}
		var k convention
		for _, form := range []string{spaced, spaced, spaced, "..."} {
			k.add(form+" ", false, one)
		}
		k.settle("en")
		if got := render(&k, spaced+" "); got != "... " {
			t.Errorf("%q is written %q", spaced, got)
		}
	}
	for _, none := range []string{". ", ". .", ".\n.\n."} {
		if class, _, _ := sign(none); class != noSign {
			t.Errorf("%q is a sign", none)
		}
	}
}

// TestSpacedEllipsisHasOneBreak reads the gap behind which a paragraph begins: the
// spaces inside the ellipsis are no white runs of it.
func TestSpacedEllipsisHasOneBreak(t *testing.T) {
	g, plain := readGap(". . .\n\n", false), readGap("...\n\n", false)
	if g.folded != plain.folded || !slices.Equal(g.levels, plain.levels) || g.bare != ". . ." {
		t.Errorf("%+v, want as %+v", g, plain)
	}
}

// TestEllipsisOfEquals takes the sign before the full stops that it is flattened
// to.
func TestEllipsisOfEquals(t *testing.T) {
	var k convention
	k.add("... ", false, one)
	k.add("… ", false, one)
	k.settle("en")
	if got := render(&k, "... "); got != "… " {
		t.Errorf("%q", got)
	}
}

// render writes a gap in the convention.
func render(k *convention, gap string) string {
	w := writer{convention: k}
	return w.render(gap, false, false)
}

// TestSpacedQuotes has copies whose guillemets were converted and kept their
// spaces: the place does not tell which opens.
func TestSpacedQuotes(t *testing.T) {
	for name, c := range map[string]struct {
		language, want string
		copies         [][2]string
	}{
		"guillemets":           {"fr", " « a ».  «b »", [][2]string{{" \" ", " \"."}, {" « ", " »."}}},
		"of another language":  {"es", " \" a \".  \"b \"", [][2]string{{" \" ", " \"."}, {" \" ", " \"."}, {" « ", " »."}}},
		"no copy has them":     {"fr", " \" a \".  \"b \"", [][2]string{{" \" ", " \"."}, {" \" ", " \"."}}},
		"closer than they are": {"fr", " “ a ”.  “b ”", [][2]string{{" “", "”."}, {" “", "”."}, {" « ", " »."}}},
	} {
		t.Run(name, func(t *testing.T) {
			var k convention
			for _, x := range c.copies {
				k.add(x[0], false, one)
				k.add(x[1], false, one)
			}
			k.settle(c.language)
			w := writer{convention: &k}
			got := ""
			for _, x := range []string{" „ ", "a", " “. ", "", " \"", "b", " \" "} {
				if x != "a" && x != "b" {
					x = w.render(x, false, false)
				}
				got += x
			}
			if got = got[:len(got)-1]; got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// TestHyphenApart takes a hyphen between spaces for a dash that was flattened, but
// not the one that begins a line of a list.
func TestHyphenApart(t *testing.T) {
	var k convention
	for _, gap := range []string{" - ", " — "} {
		k.add(gap, false, one)
	}
	k.settle("en")
	for gap, want := range map[string]string{" - ": " — ", "\n\n- ": "\n\n- ", "-": "-", " ------ ": " ------ ", "\n\n---\n\n": "\n\n---\n\n"} {
		if got := render(&k, gap); got != want {
			t.Errorf("%q is written %q, want %q", gap, got, want)
		}
	}
}

// TestColonsTakeNoBallot has two copies of equal words, which count once where they
// have the same signs: one had colons for quotes, and does not count for the other.
func TestColonsTakeNoBallot(t *testing.T) {
	g := readGap(` "`, false)
	v := &view{group: []int{0, 0}, size: []int{2}, odd: []oddQuotes{colonQuotes, plainQuotes}}
	if got := v.cast(nil, []gapVote{{gap: &g, w: 0, clean: true}, {gap: &g, w: 1, clean: true}}, false); len(got) != 2 {
		t.Errorf("%d ballots, want 2", len(got))
	}
}

// TestMendedQuotesAgreeOnNothing has votes of copies whose quotes were mended: on
// other signs than quotes they count.
func TestMendedQuotesAgreeOnNothing(t *testing.T) {
	v := &view{odd: []oddQuotes{plainQuotes, doubledQuotes}}
	for raw, want := range map[string]bool{" – ": true, ` "`: false} {
		g := readGap(raw, false)
		if got := v.sameSigns([]gapVote{{gap: &g, w: 0}, {gap: &g, w: 1}}); got != want {
			t.Errorf("%q: %v, want %v", raw, got, want)
		}
	}
}
