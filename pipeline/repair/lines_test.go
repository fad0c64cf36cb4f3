package repair

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

func TestUnwrapAtAnyWidth(t *testing.T) {
	for _, text := range []string{ferry, strings.ReplaceAll(ferry, "\n", "\n\n")} {
		for width := 40; width <= 120; width += 4 {
			doc := run(t, "en", wrapAt(text, width), Lines{})
			if n := kinds(doc, corpus.KindEaten); n > 0 {
				t.Errorf("width %d: %d words invented", width, n)
			}
			if strings.Contains(text, "\n\n") && doc.Draft.Text != text {
				t.Errorf("width %d: got\n%s", width, doc.Draft.Text)
			}
			// Without blank lines a last line may be full by chance, the
			// more often the narrower the lines are.
			if got, want := strings.Count(doc.Draft.Text, "\n"), strings.Count(text, "\n"); got > want || got < want-2 {
				t.Errorf("width %d: %d breaks left, want %d", width, got, want)
			}
		}
	}
}

func TestUnwrapWithoutLanguage(t *testing.T) {
	text := strings.ReplaceAll(ferry, "\n", "\n\n")
	if doc := run(t, "und", wrapAt(text, 70), Lines{}); doc.Draft.Text != text {
		t.Errorf("got %q", doc.Draft.Text)
	}
}

func TestUnwrapKeepsWhatStandsRound(t *testing.T) {
	head := "Home\nNews\nAbout us\nContact\n\nA Letter for the Crew\n\n"
	foot := "\n\nShare\nPrint\n\nLog in\nRegister"
	text := head + strings.ReplaceAll(ferry, "\n", "\n\n") + foot
	if doc := run(t, "en", head+wrapAt(strings.ReplaceAll(ferry, "\n", "\n\n"), 66)+foot, Lines{}); doc.Draft.Text != text {
		t.Errorf("got %q", doc.Draft.Text)
	}
}

// A line that begins in code is none that goes on with a sentence.
func TestCodeIsNoRestOfASentence(t *testing.T) {
	long := strings.ReplaceAll(strings.Split(ferry, "\n")[0], "\n", " ")
	for rest, joined := range map[string]bool{
		"harbour, and the mate went below.":          true,
		"sets:new/0, which makes an empty set.":      false,
		"oMenu.AddItem(\"B\", Status := False)":      false,
		"config_drive is what it asks for.":          false,
		"self-taught captain knew, and said nothing": true,
	} {
		text := long + " It went to the\n" + rest
		if got := run(t, "en", text, Lines{}).Draft.Text; strings.Contains(got, "to the "+rest) != joined {
			t.Errorf("got %q", got)
		}
	}
}

// A bracket that closes goes back to what it closes, unless the text sets spaces
// before it.
func TestSeamBeforeClosing(t *testing.T) {
	for text, want := range map[string]string{
		"see the manual (part two\n) of it":         "",
		"see the manual (part two\n] of it":         "",
		"see the manual (part two\n(again) of it":   " ",
		"see the manual ( part two\n) and ( so )":   " ",
		"so « says he\n» of it, and then goes away": " ",
	} {
		p := sheet{text: text, language: "en", lines: splitLines(text)}
		if _, now := p.seam(0); now != want {
			t.Errorf("%q is joined by %q", text, now)
		}
	}
}

func TestUnwrapIndented(t *testing.T) {
	want := "    " + strings.ReplaceAll(ferry, "\n", "\n    ")
	doc := run(t, "en", wrapAt(want, 62), Lines{})
	if doc.Draft.Text != want {
		t.Errorf("first-line indents: got %q", doc.Draft.Text)
	}
	block := "      " + strings.ReplaceAll(wrapAt(strings.ReplaceAll(ferry, "\n", "\n\n"), 60), "\n", "\n      ")
	doc = run(t, "en", block, Lines{})
	if got := strings.Count(doc.Draft.Text, "\n"); got != 8 {
		t.Errorf("indented block: %d breaks, want 8:\n%s", got, doc.Draft.Text)
	}
}

func TestTwoWidths(t *testing.T) {
	parts := strings.Split(ferry, "\n")
	text := wrapAt(strings.Join(parts[:3], "\n\n"), 48) + "\n\n" + wrapAt(strings.Join(parts[2:], "\n\n"), 90)
	doc := run(t, "en", text, Lines{})
	if got := strings.Count(doc.Draft.Text, "\n"); got != 10 {
		t.Errorf("%d breaks, want 10:\n%s", got, doc.Draft.Text)
	}
}

func TestHyphens(t *testing.T) {
	// The lines with the hyphen are as wide as the others: 60 columns.
	filler := wrapAt(strings.Split(ferry, "\n")[0], 60) + "\n\n"
	cases := []struct{ name, text, want, not string }{
		{"joined word elsewhere", "This example begins.\n\n" + filler + "and here the wrapper had been left without room for an exam-\nple that I gave above.", "an example that I gave", "exam-"},
		{"compound elsewhere", "A well-known case.\n\n" + filler + "and here the wrapper was left with no room at all, a well-\nknown rest of it.", "a well-known rest", "wellknown"},
		{"nothing known", filler + "and here the wrapper had been left without room for an exam-\nple that I gave above.", "an exam-ple that I gave", "\nple"},
		{"soft hyphen", filler + "and here the wrapper had been left without room for an exam\u00AD\nple that I gave above.", "an example that", "\u00AD"},
		{"dash", filler + "and here the wrapper had no more room for the last of them--\nwell, of the line.", "of them--well,", "-- well"},
	}
	for _, c := range cases {
		got := run(t, "en", c.text, Lines{}).Draft.Text
		if !strings.Contains(got, c.want) || strings.Contains(got, c.not) {
			t.Errorf("%s: got %q", c.name, got)
		}
	}
}

func TestUnwrapWithoutSpaces(t *testing.T) {
	para := "这座老桥建于一百多年前，桥上的石头已经被雨水磨得很光滑，每天清晨都有老人来这里散步，孩子们放学以后也喜欢在桥边看船。"
	para += "河水慢慢流过村子，春天的时候两岸开满了花，到了冬天河面会结一层薄薄的冰，村里的人说桥下住着一条很老的鱼。"
	var b strings.Builder
	for i, r := range []rune(para) {
		if i > 0 && i%24 == 0 {
			b.WriteByte('\n')
		}
		b.WriteRune(r)
	}
	if got := run(t, "zh", b.String(), Lines{}).Draft.Text; got != para {
		t.Errorf("got %q", got)
	}
}

func TestRealBreaksStay(t *testing.T) {
	cases := map[string]string{
		"verse":        "I walked along the river when the tide was low\nand counted all the stones that I could see\nthe gulls were crying over fields of snow\nand no one on the shore was watching me\nthe evening came with lanterns on the boats\nand voices that I could not understand\nthe fishermen were standing in their coats\nand nets were drying slowly on the sand",
		"shopping":     "Shopping list\nflour\nsugar\ntwo eggs\nbutter\na pinch of salt\nmilk\nvanilla\nbaking powder\nlemon peel\nraisins",
		"bullets":      "- wash the beans and leave them in the water\n- cut the onions into rings of the same size\n- heat the oil in a heavy pan until it moves\n- add the beans with a little of the water\n- leave the pan on the stove for two hours",
		"numbers":      "1. Open the box.\n2. Take out the frame.\n3. Put the screws in a cup.\n4. Read the sheet.\n5. Begin again.",
		"address":      "Ms Edda Lindqvist\nThe Old Mill\n14 Weir Lane\nHarrowby\nUnited Kingdom",
		"sentences":    "The pump had failed.\nThe men waited by the road.\nA truck came after an hour.\nIt brought the wrong part.\nNobody was surprised by the delay.\nThey drove home in the rain.\nThe pump is still there.",
		"code":         "func main() {\n\tfor i := range 10 {\n\t\tfmt.Println(i)\n\t}\n}\nvar x = 1;\nif (x == 2) {\n  return y;\n}",
		"table":        "Name          Age    Town\nEdda          41     Harrowby\nTomas         39     Weirfield\nAnneliese     12     Harrowby\nBo            77     Old Mill",
		"quoted mail":  "> when the pump had failed we waited for the truck that was to\n> bring the part from the depot on the other side of the river\n> and nobody knew whether the bridge was open to trucks at that\n> time of the year because of the floods that we had had in May",
		"menu":         "home\nnews\nsport\nweather\ntravel\nfood\nmusic\ncontact us\nlog in\nhelp\nabout the site\nterms",
		"long lines":   ferry,
		"empty":        "",
		"blank":        "\n\n\n",
		"one word":     "word",
		"giant word":   strings.Repeat("x", 100000) + "\n" + strings.Repeat("y", 100000),
		"carriage":     "one line.\r\nAnother line.\r\n\r\nA third.",
		"lone bullets": "-\n-\n*\n--\n—\n",
	}
	for name, text := range cases {
		for _, language := range []string{"en", "und", "de", "zh"} {
			if doc := run(t, language, text, Lines{}); doc.Draft.Text != text {
				t.Errorf("%s (%s): %d edits: %q", name, language, len(doc.Draft.Edits), doc.Draft.Text)
			}
		}
	}
}

// eat takes a word out and leaves a line break in each place.
func eat(text, word string) (string, int) {
	n := strings.Count(text, " "+word+" ")
	return strings.ReplaceAll(text, " "+word+" ", "\n"), n
}

func TestEatenWords(t *testing.T) {
	cases := []struct{ language, text, word string }{
		{"en", ferry, "the"}, {"en", strings.ReplaceAll(ferry, "\n", "\n\n"), "the"}, {"de", schluessel + "\n" + schluessel, "der"},
	}
	for _, c := range cases {
		damaged, n := eat(c.text, c.word)
		doc := run(t, c.language, damaged, Lines{})
		back := kinds(doc, corpus.KindEaten)
		if back < n*9/10 {
			t.Errorf("%s %q: %d of %d came back", c.language, c.word, back, n)
		}
		for _, e := range doc.Draft.Edits {
			if e.Kind == corpus.KindEaten && e.Now != " "+c.word+" " {
				t.Errorf("%s: %q put in place of %q", c.language, e.Now, c.word)
			}
		}
		if c.language == "en" && doc.Draft.Text != c.text {
			t.Errorf("not the text it was:\n%s", doc.Draft.Text)
		}
	}
}

// TestEatenWordsByStretch leaves the word in a box below the article.
func TestEatenWordsByStretch(t *testing.T) {
	damaged, n := eat(ferry, "the")
	box := "\n\nEdda Lindqvist is the author of the Weir Lane letters and the editor of the yearbook of the ferry company. She lives at the mill."
	title := "How the Letter Stayed on the Island\n"
	doc := run(t, "en", title+damaged+box, Lines{})
	if got := kinds(doc, corpus.KindEaten); got != n || doc.Draft.Text != title+ferry+box {
		t.Errorf("%d of %d came back:\n%s", got, n, doc.Draft.Text)
	}
	for _, e := range doc.Draft.Edits {
		if len(e.Why) != 1 || !strings.HasPrefix(e.Why[0], "the: 0 seen") {
			t.Fatalf("why %q", e.Why)
		}
	}
}

// TestNoWordInvented breaks ordinary text in many ways in which nothing was
// eaten.
func TestNoWordInvented(t *testing.T) {
	words := strings.Fields(ferry)
	var everyNth, ragged strings.Builder
	for i, w := range words {
		sep, rag := " ", " "
		if i%9 == 8 {
			sep = "\n"
		}
		if (i*i+i/3)%11 == 10 {
			rag = "\n"
		}
		everyNth.WriteString(w + sep)
		ragged.WriteString(w + rag)
	}
	bare := strings.ReplaceAll(ferry, " the ", " ") // the word is gone, but no break says so
	cases := map[string]string{
		"every ninth word": everyNth.String(), "ragged": ragged.String(),
		"no article": bare, "no article, wrapped": wrapAt(bare, 64), "no article, wide": wrapAt(bare, 100),
		"sentences": strings.ReplaceAll(ferry, ". ", ".\n"), "clauses": strings.ReplaceAll(ferry, ", ", ",\n"),
	}
	for name, text := range cases {
		if n := kinds(run(t, "en", text, Lines{}), corpus.KindEaten); n > 0 {
			t.Errorf("%s: %d words invented", name, n)
		}
	}
}

func FuzzLines(f *testing.F) {
	damaged, _ := eat(ferry, "the")
	for _, s := range []string{ferry, wrapAt(ferry, 50), damaged, "a-\nb", "一\n二", "\xff\n\x80", "- \n-", "\u00AD\n\u00AD", "1. \n2.\n\t\n"} {
		f.Add(s, "en")
	}
	f.Add(schluessel, "de")
	f.Fuzz(func(t *testing.T, text, language string) {
		doc := run(t, language, text, Lines{})
		if strings.Count(doc.Draft.Text, "\n") > strings.Count(text, "\n") {
			t.Error("a line break appeared")
		}
	})
}

// TestFormulasAreNoSentences has lines of code, which go on in the next line as a
// sentence does that was broken.
func TestFormulasAreNoSentences(t *testing.T) {
	for text, want := range map[string]bool{
		"calc: a.number()\ncalc: b is the value": true,
		"calc: a = R(0)\ncalc: a.number()":       false,
		"the ring has 3*t\nt^6 + 3*t":            false,
		"one more than the\nothers have":         true,
	} {
		p := sheet{text: text, language: "en", lines: splitLines(text)}
		p.wraps = make([]wrap, len(p.lines))
		if got := p.midSentence(0, false); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// TestUnwrapQuoted joins the lines of a quoted paragraph, whose sign of quotation
// stays before its first line, and not those of quoted verse.
func TestUnwrapQuoted(t *testing.T) {
	quote := func(sign, text string) string {
		return sign + strings.ReplaceAll(text, "\n", "\n"+sign)
	}
	prose := strings.Split(ferry, "\n")
	wrapped, want := wrapAt(prose[0], 72), prose[0]
	verse := "The ferry is old,\nthe river is cold,\nthe rope is new,\nand so are you."
	in := wrapped + "\n\n" + quote("> ", wrapped) + "\n\n" + quote("> > ", wrapped) + "\n\n" + quote("> ", verse)
	out := want + "\n\n> " + want + "\n\n> > " + want + "\n\n" + quote("> ", verse)
	if got := run(t, "en", in, Lines{}).Draft.Text; got != out {
		t.Errorf("got\n%s\nwant\n%s", got, out)
	}
}
