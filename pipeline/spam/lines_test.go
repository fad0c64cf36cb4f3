package spam

import "testing"

// TestSetBeforeCharacters holds that what is set in before a script without spaces is a
// sentence of its own, and an abbreviation is not.
func TestSetBeforeCharacters(t *testing.T) {
	for text, want := range map[string]int{
		"私はそこで待った。 Visit our online store for reeds.友人はまだ来ない。": 3,
		"私はそこで待った。www.velmo44.biz.友人はまだ来ない。":                   3,
		"私はそこで Velmo Inc.の友人を待った。":                             1,
	} {
		if p := newPage(text, "ja"); len(p.sentences) != want {
			t.Errorf("%q: %d sentences, want %d", text, len(p.sentences), want)
		}
	}
}

// TestGuessedFunctionWords holds that what comes again and again in another script is
// no function word of a page that has a script with spaces.
func TestGuessedFunctionWords(t *testing.T) {
	text := ""
	for range 6 {
		text += "그는 다시 강가로 Cheap Reeds 걸어갔다. "
	}
	p := newPage(text, "ko")
	for i, w := range p.words {
		if word := text[w.start():w.end()]; (word == "Cheap" || word == "Reeds") && w.is(function) {
			t.Errorf("%q is a function word (%d)", word, i)
		}
	}
}

// TestOpened holds which lines begin as an excerpt does.
func TestOpened(t *testing.T) {
	for line, want := range map[string]bool{"[...] harmonica reeds for all": true, "[…] “harmonica” reeds": true, "[...] (2, 'sandy')": false, "harmonica [...]": false} {
		if p := newPage(line, "en"); p.opened(p.lines[0]) != want {
			t.Errorf("%q: %v", line, !want)
		}
	}
}

// TestCodedShare holds that names with full stops inside count as code, and addresses
// do not.
func TestCodedShare(t *testing.T) {
	for text, want := range map[string]float64{"accum Data.Array Data.Ix": .4, "see www.velmo44.biz now": 0, "It rains. It pours.": 0} {
		if got := newPage(text, "en").codedShare(); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
