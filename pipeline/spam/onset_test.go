package spam

import "testing"

// setIn puts phrases with spaces round them before the commas of the orchard.
func setIn(t *testing.T, phrases ...string) string {
	t.Helper()
	places := []string{"should fell it,", "of the branch,", "held the ladder,", "small and hard,", "gave advice,"}
	text := orchard
	for i, phrase := range phrases {
		if phrase != "" {
			text = replace(t, text, places[i], places[i][:len(places[i])-1]+" "+phrase+" ,")
		}
	}
	return text
}

// What stands before a phrase falls with it if only what was injected has it.
func TestOnset(t *testing.T) {
	const offer = " I found great cheap harmonica reeds on www.velmo44.biz and saved $49."
	for name, c := range map[string]struct{ text, want string }{
		"a word of what is certain elsewhere": {replace(t, setIn(t, "cheap Norett Harmonica Reeds", "", "Parlin Harmonica Reeds"), " A tree that loses", offer+" A tree that loses"), orchard},
		"words before another phrase":         {setIn(t, "dull copper reeds 2009", "harmonica reeds 2018", "harmonica reeds 2018", "dull copper reeds 2011"), orchard},
		"numbers before each":                 {setIn(t, "12 inch harmonica reeds", "", "40 inch harmonica reeds", "9 inch harmonica reeds"), orchard},
		"a capital as the others have":        {setIn(t, "Kettles wooden Denholm price", "Reeds Oakhurst price", "Reeds Denholm price", "Reeds Kingsbury price"), orchard},
	} {
		if got := cut(t, detect(t, c.text, "en")); got != c.want {
			t.Errorf("%s: left %q", name, got)
		}
	}
}
