package repair

import (
	"math/rand"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestLayout(t *testing.T) {
	long := strings.Repeat("many words ", 9) + "end."
	cases := []struct{ name, was, now string }{
		{"empty", "", ""},
		{"white only", " \n\t\u00A0\r\n", ""},
		{"ends", "\n  one \t two\u00A0\u2009three  \n\n", "one two three"},
		{"carriage returns", "one\r\n\r\ntwo\r\rthree", "one\n\ntwo\n\nthree"},
		{"many blank lines", "one\n\n\n \n\ntwo", "one\n\ntwo"},
		{"single breaks throughout", "one.\ntwo.\nthree.", "one.\n\ntwo.\n\nthree."},
		{"verse with stanzas", "one line\nand one\n\nanother\nand one", "one line\nand one\n\nanother\nand one"},
		{"one blank line, long single ones", long + "\n" + long + "\n" + long + "\n\nA box.", long + "\n\n" + long + "\n\n" + long + "\n\nA box."},
		{"signature keeps its break", long + "\n\n" + long + "\n\n" + long + "\nEdda", long + "\n\n" + long + "\n\n" + long + "\nEdda"},
		{"a break inside a sentence", "The first letter is of March\n1958, the last one is\nof 1971.\nNone came back.", "The first letter is of March\n\n1958, the last one is\nof 1971.\n\nNone came back."},
		{"inside a sentence before a number", "The first of the letters is of late March\n1958.\nNone came back.", "The first of the letters is of late March\n1958.\n\nNone came back."},
		{"inside a sentence without spaces", strings.Repeat("古い手帳の", 8) + "\nている。\n終わり。", strings.Repeat("古い手帳の", 8) + "\nている。\n\n終わり。"},
		{"a heading without spaces", "駅の伝言板\n古い手帳。\n終わり。", "駅の伝言板\n\n古い手帳。\n\n終わり。"},
		{"list", "Take:\n- flour\n-  milk\n- salt\nStir it.", "Take:\n\n- flour\n- milk\n- salt\n\nStir it."},
		{"list without marks", "You need\n150 g barley\n20 g porcini\na small bunch of dill\n2 onions\nMethod\nBoil it.\n7 minutes will do.", "You need\n\n150 g barley\n20 g porcini\na small bunch of dill\n2 onions\n\nMethod\n\nBoil it.\n\n7 minutes will do."},
		{"numbers", "1.\tone\n2.\ttwo\n3.\tthree", "1. one\n2. two\n3. three"},
		{"separators", "one\u2029two\u2028three\fend", "one\n\ntwo\nthree\n\nend"},
		{"ideographic space", "一\u3000二", "一 二"},
		{"no-break before marks", "Vraiment\u00A0? Oui\u202F!", "Vraiment ? Oui !"},
	}
	for _, c := range cases {
		doc := run(t, "en", c.was, Layout{})
		if doc.Draft.Text != c.now {
			t.Errorf("%s: got %q, want %q", c.name, doc.Draft.Text, c.now)
		}
		if again := run(t, "en", doc.Draft.Text, Layout{}); len(again.Draft.Edits) > 0 {
			t.Errorf("%s: applied again gives %q", c.name, again.Draft.Text)
		}
	}
}

func TestBroken(t *testing.T) {
	long := strings.Repeat("many words ", 9) + "end."
	cases := []struct {
		text string
		want bool
	}{
		{"", false}, {"one line", false}, {"one\ntwo", true}, {"one\n\ntwo", false},
		{long + "\n" + long + "\n\n" + long, false},
		{long + "\n" + long + "\n" + long + "\n\nbox", true},
		{"- a\n- b\n- c", false},
		{ferry, true}, {strings.ReplaceAll(ferry, "\n", "\n\n"), false},
	}
	for _, c := range cases {
		if got := Broken(c.text); got != c.want {
			t.Errorf("%.40q: %v", c.text, got)
		}
	}
}

func TestUnwrappedParagraphsStandApart(t *testing.T) {
	doc := run(t, "en", wrapAt(ferry, 72), Lines{}, Layout{})
	if want := strings.ReplaceAll(ferry, "\n", "\n\n"); doc.Draft.Text != want {
		t.Errorf("got %q", doc.Draft.Text)
	}
}

// TestEvenRows holds that nothing is folded in the rows that are spared.
func TestEvenRows(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	parts := []string{" ", " ", " ", "a", "word", "sentences", "é", "слово", "\u00A0", "\u2009", "\t", "\n", "\r\n", "\u2028", "\x00", "。"}
	even := 0
	for range 3000 {
		var b strings.Builder
		for range random.Intn(40) {
			b.WriteString(parts[random.Intn(len(parts))])
		}
		text := b.String()
		for _, r := range foldedRows(text) {
			row := text[r.start:r.end]
			if strings.TrimSpace(row) != row || strings.ContainsAny(row, "\n\r\u2028") {
				t.Fatalf("row %q of %q", row, text)
			}
			if r.uneven {
				continue
			}
			even++
			foldSpaces(text, r, func(from, to int, now string) {
				if text[from:to] != now {
					t.Fatalf("%q becomes %q in even row %q", text[from:to], now, row)
				}
			})
		}
	}
	if even < 1000 {
		t.Errorf("only %d even rows", even)
	}
}

func FuzzLayout(f *testing.F) {
	for _, s := range []string{ferry, "- a\n- b\n\nc", "1.\u00A0\u00A0x\n\n2. y\nz", "\r\r\n\x85\u2028", "\xff \xfe", " . ”\n x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		doc := run(t, "en", text, Layout{})
		if !utf8.ValidString(text) {
			return
		}
		if strings.Contains(doc.Draft.Text, "\n\n\n") || strings.Contains(doc.Draft.Text, "  ") || strings.TrimSpace(doc.Draft.Text) != doc.Draft.Text {
			t.Errorf("not folded: %q", doc.Draft.Text)
		}
		if again := run(t, "en", doc.Draft.Text, Layout{}); len(again.Draft.Edits) > 0 {
			t.Errorf("applied again: %q then %q", doc.Draft.Text, again.Draft.Text)
		}
	})
}
