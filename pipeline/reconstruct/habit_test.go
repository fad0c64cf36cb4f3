package reconstruct

import "testing"

// TestHabits has copies of an article, some converted, each of which writes its signs in
// a habit, and says which is the author's.
func TestHabits(t *testing.T) {
	curly, plain := habit{doubleQuote: "“”", singleQuote: "’", ellipsis: "…"}, habit{doubleQuote: `""`, singleQuote: "'", ellipsis: "..."}
	of := func(h habit, n float64) holder { return holder{h, n} }
	for name, c := range map[string]struct {
		language string
		apart    bool
		copies   []holder
		want     habit
	}{
		"most copies":                            {"en", false, []holder{of(plain, 2), of(curly, 1)}, plain},
		"of equals the signs beyond ASCII":       {"en", false, []holder{of(plain, 1), of(curly, 1)}, curly},
		"backticks leave the quotes":             {"en", false, []holder{of(habit{doubleQuote: `""`, singleQuote: "`", ellipsis: ".."}, 1), of(curly, 2)}, habit{doubleQuote: `""`, singleQuote: "'"}},
		"and are made of what goes with these":   {"en", false, []holder{of(habit{doubleQuote: "“”", singleQuote: "`"}, 1), of(habit{doubleQuote: "``''", singleQuote: "'"}, 1)}, habit{doubleQuote: "“”", singleQuote: "’"}},
		"doubling leaves the dashes":             {"pt", false, []holder{of(habit{doubleQuote: doubled, dash: "—"}, 1), of(habit{doubleQuote: "“”", dash: "–"}, 1)}, habit{doubleQuote: "“”", dash: "—"}},
		"straight quotes and long dashes":        {"ru", false, []holder{of(habit{doubleQuote: `""`, dash: "—"}, 1), of(habit{doubleQuote: "“”", dash: "–"}, 2)}, habit{doubleQuote: `""`, dash: "—"}},
		"guillemets and straight apostrophes":    {"it", false, []holder{of(habit{doubleQuote: "«»", singleQuote: "'", ellipsis: "..."}, 1), of(curly, 2)}, habit{doubleQuote: "«»", singleQuote: "'", ellipsis: "..."}},
		"two hyphens go with straight quotes":    {"en", false, []holder{of(habit{doubleQuote: "“”", dash: "--"}, 1), of(habit{doubleQuote: `""`, dash: "--"}, 1)}, habit{doubleQuote: `""`, dash: "--"}},
		"of equals the quotes of the language":   {"de", false, []holder{of(habit{doubleQuote: "«»"}, 1), of(habit{doubleQuote: "„“"}, 1)}, habit{doubleQuote: "„“"}},
		"no quotes that no copy has":             {"uk", false, []holder{of(habit{doubleQuote: "„“", dash: "–"}, 2)}, habit{doubleQuote: "„“", dash: "–"}},
		"quotes that stand apart as guillemets":  {"fr", true, []holder{of(habit{doubleQuote: `""`}, 2), of(habit{doubleQuote: "„“"}, 1), of(habit{doubleQuote: "«»"}, 1)}, habit{doubleQuote: "«»"}},
		"full stops of a script that has others": {"zh", false, []holder{of(habit{ellipsis: "..."}, 2), of(habit{ellipsis: "…"}, 1)}, habit{ellipsis: "…"}},
		"hyphens are left":                       {"cs", false, []holder{of(habit{doubleQuote: `""`, ellipsis: "...", dash: hyphen}, 1), of(habit{doubleQuote: `""`, dash: hyphen}, 1), of(habit{doubleQuote: "«»", ellipsis: "…", dash: hyphen}, 1)}, habit{doubleQuote: `""`, ellipsis: "...", dash: hyphen}},
		"none":                                   {"en", false, nil, habit{}},
	} {
		if got := likeliest(c.language, c.apart, c.copies); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestApostrophesAtTheEnd has words that end with apostrophes, most of them typographic,
// in an article of straight ones.
func TestApostrophesAtTheEnd(t *testing.T) {
	var k convention
	for _, gap := range []string{"’ ", "’ ", "' ", "'", "'", "'", "'"} {
		k.add(gap, false, one)
	}
	k.settle("it")
	k.take(habit{singleQuote: "'"})
	if got := render(&k, "’ "); got != "' " {
		t.Errorf("%q", got)
	}
}
