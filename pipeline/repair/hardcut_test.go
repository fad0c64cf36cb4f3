package repair

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/urtext/urtext/pipeline/corpus"
)

// cutAfter cuts each paragraph after so many characters.
func cutAfter(text string, width int, trim bool) string {
	var out []string
	for _, p := range strings.Split(text, "\n") {
		for r := []rune(p); len(r) > 0; {
			n := min(width, len(r))
			line := string(r[:n])
			if trim {
				line = strings.TrimSpace(line)
			}
			out, r = append(out, line), r[n:]
		}
		out = append(out, "")
	}
	return strings.TrimSpace(strings.Join(out, "\n"))
}

// justified sets the lines of a text to one length by wider spaces.
func justified(text string, width int) string {
	lines := strings.Split(wrapAt(text, width), "\n")
	for i, l := range lines {
		if i+1 == len(lines) || lines[i+1] == "" {
			continue
		}
		for n := width - columns(l); n > 0 && strings.Contains(l, " "); {
			for k := len(l) - 1; k > 0 && n > 0; k-- {
				if l[k] == ' ' && l[k-1] != ' ' {
					l = l[:k] + " " + l[k:]
					n--
				}
			}
		}
		lines[i] = l
	}
	return strings.Join(lines, "\n")
}

// uncut joins the lines of a text that was cut.
func uncut(t *testing.T, text, language string) string {
	t.Helper()
	d := corpus.NewDraft(text)
	if err := apply(&d, hardCuts(text, language)); err != nil {
		t.Fatal(err)
	}
	return d.Text
}

func TestHardCuts(t *testing.T) {
	want := strings.ReplaceAll(ferry, "\n", "\n\n")
	russian := strings.ReplaceAll(strings.Repeat("Паром на северный берег уходит в шесть утра, когда на набережной ещё горят фонари, и никто не знает, когда придёт паром с северного берега. На берегу стоит старый фонарь, и у фонаря ждёт собака.\n", 4), "\n", "\n\n")
	block := justified(want, 60)
	for name, c := range map[string]struct{ text, language, want string }{
		"cut":       {cutAfter(ferry, 61, false), "en", want},
		"narrow":    {cutAfter(ferry, 40, false), "en", want},
		"Russian":   {cutAfter(strings.ReplaceAll(strings.TrimSpace(russian), "\n\n", "\n"), 47, false), "ru", strings.TrimSpace(russian)},
		"justified": {block, "en", block},
		"without":   {want, "en", want},
	} {
		if got := uncut(t, c.text, c.language); got != c.want {
			t.Errorf("%s: got\n%s", name, got)
		}
	}
	text := cutAfter(ferry, 61, true)
	left := map[string]int{}
	for _, w := range strings.Fields(uncut(t, text, "en")) {
		left[w]++
	}
	missed := 0
	for _, w := range strings.Fields(want) {
		missed += b2i(left[w] <= 0)
		left[w]--
	}
	if missed > 4 {
		t.Errorf("trimmed: %d words are missing", missed)
	}
}

// TestEvenWidth holds that a line of ASCII is as long as it has bytes, wherever lines
// with others stand about it.
func TestEvenWidth(t *testing.T) {
	slow := func(text string) (width int) {
		var counts [longestCut + 1]int
		lines := 0
		for line := range strings.SplitSeq(text, "\n") {
			if line == "" {
				continue
			}
			lines++
			counts[min(longestCut, utf8.RuneCountInString(line))]++
		}
		for n := cutLength; n < longestCut; n++ {
			if counts[n] >= counts[width] {
				width = n
			}
		}
		if n := counts[width] + counts[width-min(1, width)]; width == 0 || n < leastCut || 5*n < lines {
			return 0
		}
		return width
	}
	rapid.Check(t, func(t *rapid.T) {
		line := rapid.SampledFrom([]string{strings.Repeat("a", 40), strings.Repeat("é", 40), strings.Repeat("b", 39), "語" + strings.Repeat("c", 38), "", strings.Repeat("x", 1100)})
		text := strings.Join(rapid.SliceOfN(line, 0, 30).Draw(t, "lines"), "\n")
		if got, want := evenWidth(text), slow(text); got != want {
			t.Fatalf("%q: %d, want %d", text, got, want)
		}
	})
}
