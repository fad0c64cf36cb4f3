package spam

import (
	"slices"
	"strings"
	"testing"
	"unicode"
)

// Invisible characters are no artefact in code, and in scripts that set them
// where a line may break.
func TestInvisibleInPlace(t *testing.T) {
	for _, c := range []struct {
		name string
		make func() *page
	}{
		{"Khmer", func() *page { return newPage("ប្រភេទ(GIF,JPG,PNG)", "km") }},
		{"Thai", func() *page { return newPage("ภาษาไทย PNG", "th") }},
	} {
		p := c.make()
		if at := strings.IndexAny(p.text, "( "); !p.unspaced(at) {
			t.Errorf("%s: a break is taken for a trace", c.name)
		}
	}
	if p := newPage("the pear tree", "en"); p.unspaced(3) {
		t.Error("English is taken for a script without spaces")
	}
	p := newPage(`Print Conv("ABC", vbWide) now`, "en")
	f := &phrase{from: 1, to: 4, in: p.sentences[0], left: hidden, right: hidden}
	if !p.signs(f) {
		t.Error("code is taken for a phrase")
	}
	if p := newPage("buy carved chess-sets now", "en"); p.signs(&phrase{from: 0, to: 4, in: p.sentences[0], left: hidden, right: hidden}) {
		t.Error("a phrase is taken for code")
	}
	for text, want := range map[string]bool{
		"we read  Carved Chess-Sets, 20% off  there":    false,
		"call  static Boolean(char val)  of it":         true,
		"public final skip_fully  java InputStream  in": false,
		"public final skip_  java InputStream  in":      true,
		"we read  Carved Sets, Boards  there":           true,
		"choose  Format - Paragraph  there":             true,
		"we end  Sub...End  there":                      true,
		"it reads  java.io.Reader  there":               true,
		"we read  www.pears.org  there":                 false,
	} {
		p := newPage(text, "en")
		from := slices.IndexFunc(p.words, func(w word) bool { return strings.HasSuffix(text[:w.start()], "  ") })
		to := from + len(strings.FieldsFunc(strings.Split(text, "  ")[1], func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
		if got := p.signs(&phrase{from: from, to: to, in: p.sentences[0], left: doubled, right: doubled}); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
