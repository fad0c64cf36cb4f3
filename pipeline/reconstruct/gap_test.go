package reconstruct

import "testing"

func TestBridge(t *testing.T) {
	for _, c := range []struct{ left, right, want string }{
		{" ", " ", " "},
		{", ", " ", ", "},
		{". ", "\n", ".\n"},
		{".\n\n\n", "\n", ".\n\n"}, // the end of page 1, the beginning of page 2
		{".\n\n \n\n", " ", ".\n\n"},
		{" \n    ", "", "\n"},
		{" (", ") ", " "},
		{". ", " “", ". “"},
		{"\n----------\n", "\n", "\n\n"}, // a rule goes
		{"\n\n", ".", "\n\n"},            // the stop is of the lines that were dropped
		{" ", ".", ". "},                 // of the sentence
	} {
		if got := Bridge(c.left, c.right); got != c.want {
			t.Errorf("Bridge(%q, %q) is %q, want %q", c.left, c.right, got, c.want)
		}
	}
}

// TestUnjoined has signs that join two halves of a word, one of which was dropped, and
// signs that are of the sentence.
func TestUnjoined(t *testing.T) {
	for _, c := range []struct{ left, right, want string }{
		{" ", "'", " "}, {"-", " ", " "}, {"’", ". ", ". "}, {"' ", " ", "' "}, {" ", ", ", ", "}, {" ", "' ", "' "},
	} {
		if got := Bridge(unjoined(c.left), unjoined(c.right)); got != c.want {
			t.Errorf("%q and %q make %q, want %q", c.left, c.right, got, c.want)
		}
	}
}
