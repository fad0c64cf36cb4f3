package repair

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

const refrain = "The lamps along the quay are burning,\nand no one knows the tide is turning."

func TestRepeats(t *testing.T) {
	ps := strings.Split(ferry, "\n")
	text := "A Letter for the Crew\n\n" + strings.Join(ps, "\n\n")
	sentence := ps[0][:strings.Index(ps[0], ". ")+1]
	twice := strings.NewReplacer(ps[1], ps[1]+"\n\n"+ps[1], ps[3], ps[3]+"\n\n"+ps[3]).Replace(text)
	titled := "What the Mate and the Postmaster Remembered"
	lines := strings.Split(wrapAt(text, 50), "\n")
	var taken []string // three lines of each ten twice, as a screen that moved by seven
	for i := 0; i+3 < len(lines); i += 7 {
		taken = append(taken, lines[i:min(i+10, len(lines))]...)
	}
	verses := "Now row the boat, my brothers, to the north shore and the pier,\nnow row the boat, my brothers, to the north shore and the pier,\nfor the tide is out."
	cases := []struct{ name, text, want string }{
		{"clean", text, text},
		{"screens", strings.Join(taken, "\n"), text},
		{"verses", verses, verses},
		{"paragraphs twice", twice, text},
		{"and the title", titled + "\n\n" + titled + "\n\n" + twice, titled + "\n\n" + text},
		{"the line above, to answer it", text + "\n\n" + ps[4] + "\n\nHow true.", text + "\n\n" + ps[4] + "\n\nHow true."},
		{"the whole twice", text + "\n\n" + text, text},
		{"three times", text + "\n\n" + text + "\n" + text, text},
		{"behind a line", text + "\n\nPrint version\n\n" + text + "\n\nContact", text + "\n\nPrint version\n\nContact"},
		{"on one line", strings.ReplaceAll(ps[0]+" "+ps[1]+" "+ps[0]+" "+ps[1], "\n", " "), ps[0] + " " + ps[1]},
		{"damaged the second time", text + "\n\n" + strings.Replace(text, sentence, "Cheap boots! "+sentence[:len(sentence)-9]+"!", 1), text},
		{"a refrain", refrain + "\n\n" + refrain, refrain + "\n\n" + refrain},
		{"a quotation", text + "\n\nHe wrote:\n\n" + ps[0] + "\n\nIs that so?", text + "\n\nHe wrote:\n\n" + ps[0] + "\n\nIs that so?"},
		{"rows", strings.Repeat("0 0 17 4 0 0 0 0 17 4 0 0 0 0 17 4 0 0 0 0 17 4 0 0 0 0 17 4 0 0 0.\n", 9), strings.Repeat("0 0 17 4 0 0 0 0 17 4 0 0 0 0 17 4 0 0 0 0 17 4 0 0 0 0 17 4 0 0 0.\n", 9)},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			doc := run(t, "en", c.text, Repeats{})
			got := strings.Replace(doc.Draft.Text, "Cheap boots!", "", 1)
			if strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(c.want), " ") {
				t.Errorf("got\n%s\nwant\n%s", doc.Draft.Text, c.want)
			}
		})
	}
}

func TestRepeatsWithoutSpaces(t *testing.T) {
	text := "駅の伝言板\n\n改札の横に黒い伝言板があった。六時まで待ちました、と白い字で書いてある。名前はなかった。\n\n次の朝も同じ字があった。駅員は消さずに通り過ぎ、私は電車を一本遅らせてそれを読んだ。"
	if doc := run(t, "ja", text+"\n\n"+text, Repeats{}); doc.Draft.Text != text {
		t.Errorf("got %q", doc.Draft.Text)
	}
}

// FuzzRepeats: nothing is cut that does not stand in what is left, but for the few
// words that differ between two repetitions.
func FuzzRepeats(f *testing.F) {
	f.Add("One. Two. One. Two.", uint8(1))
	f.Add(ferry, uint8(3))
	f.Fuzz(func(t *testing.T, text string, times uint8) {
		text = strings.ToValidUTF8(strings.Repeat(text+"\n", int(times%4)), "?")
		doc := run(t, "en", text, Repeats{})
		for _, e := range doc.Draft.Edits {
			if e.Kind != corpus.KindRepeat || e.Now != "" {
				t.Fatalf("edit %v", e)
			}
		}
		left := map[string]bool{}
		for _, p := range phrasesOf(doc.Draft.Text) {
			left[doc.Draft.Text[p.start:p.end]] = true
		}
		cut, lost := 0, 0
		for _, e := range doc.Draft.Edits {
			for _, p := range phrasesOf(e.Was) {
				cut += p.end - p.start
				if !left[e.Was[p.start:p.end]] {
					lost += p.end - p.start
				}
			}
		}
		if 2*lost > cut {
			t.Errorf("%d of %d bytes cut are nowhere else: %q", lost, cut, doc.Draft.Text)
		}
	})
}
