package eaten_test

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/eaten"
)

// first and second are two halves of one text; every "the" was eaten, but for
// those at the beginning of a sentence.
const (
	first  = "We sent the wrong file to the press, and the client found the old number on the back of the last page. The client wrote to the printer."
	second = "Now the boss pays for the paper, the ink and the work, and the brother of the boss laughs at the whole of the affair."
)

func eat(text, word string) string { return strings.ReplaceAll(text, " "+word+" ", "\n") }

func textsOf(copies ...string) (out []*eaten.Text) {
	for _, c := range copies {
		out = append(out, eaten.NewText(c))
	}
	return out
}

func TestRestore(t *testing.T) {
	whole := first + "\n\n" + second
	list := "Take\nsalt\npepper\nan onion\nthree eggs\nbutter\nbread\nmilk"
	for name, c := range map[string]struct {
		text, language string
		copies         []string
		want           string
	}{
		"where the copy stands and where it does not": {eat(whole, "the"), "en", []string{first}, whole},
		"of the second half":                          {eat(whole, "the"), "en", []string{second}, whole},
		"two copies that lost it":                     {eat(whole, "the"), "en", []string{eat(whole, "the"), second}, eat(first, "the") + "\n\n" + second},
		"no other copy":                               {eat(whole, "the"), "en", nil, eat(whole, "the")},
		"too few":                                     {eat(whole, "the"), "en", []string{"the ink and the work"}, eat(whole, "the")},
		"breaks of another cause":                     {strings.ReplaceAll(first, " ", "\n"), "en", []string{first}, strings.ReplaceAll(first, " ", "\n")},
		"no function word":                            {eat(strings.ReplaceAll(whole, "the", "ferry"), "ferry"), "en", []string{strings.ReplaceAll(first, "the", "ferry")}, eat(strings.ReplaceAll(whole, "the", "ferry"), "ferry")},
		"a list that copies have, too":                {eat(first, "the") + "\n\n" + list, "en", []string{first + "\n\n" + list}, first + "\n\n" + list},
		"a heading":                                   {eat(whole, "the") + "\n\nThe end\nAll is said.", "en", []string{first}, whole + "\n\nThe end\nAll is said."},
	} {
		t.Run(name, func(t *testing.T) {
			d := corpus.NewDraft(c.text)
			if err := d.Apply(eaten.Restore(eaten.NewText(c.text), c.language, func() []*eaten.Text { return textsOf(c.copies...) })); err != nil {
				t.Fatal(err)
			}
			if d.Text != c.want {
				t.Errorf("got\n%s\nwant\n%s", d.Text, c.want)
			}
		})
	}
}

// FuzzRestore holds that whatever comes out can be applied, and undone.
func FuzzRestore(f *testing.F) {
	f.Add(eat(first, "the"), first)
	f.Add("a\nb\nc\nd\ne\nf\ng\nh", "a the b the c the d the e the f the g")
	f.Fuzz(func(t *testing.T, text, copy string) {
		d := corpus.NewDraft(strings.ToValidUTF8(text, ""))
		if err := d.Apply(eaten.Restore(eaten.NewText(d.Text), "en", func() []*eaten.Text { return textsOf(copy) })); err != nil {
			t.Fatal(err)
		}
		if back, err := corpus.Undo(d.Text, d.Edits); err != nil || back != d.Read {
			t.Errorf("undone to %q, want %q (%v)", back, d.Read, err)
		}
	})
}
