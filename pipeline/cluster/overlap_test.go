package cluster

import (
	"strings"
	"testing"
)

// TestOverlapIsExact compares the measures with sets of shingles counted one
// by one.
func TestOverlapIsExact(t *testing.T) {
	w := newWriter(91)
	c := Config{Key: 3}
	p := w.paragraphs(14)
	whole := join(p...)
	for name, x := range map[string]struct{ a, b string }{
		"equal":    {whole, whole},
		"noise":    {whole, w.noise(whole, 5)},
		"half":     {whole, join(p[:7]...)},
		"repeated": {join(whole, whole), join(p[3:8]...)},
		"strange":  {whole, w.article(5)},
		"empty":    {whole, ""},
		"Japanese": {strings.Repeat("駅の伝言板に白い字で名前を書いた。", 3), "駅の伝言板に名前を書いた。"},
	} {
		a, b := counted(c, x.a), counted(c, x.b)
		both := 0
		for h := range a {
			if b[h] {
				both++
			}
		}
		o := c.Print(Body{Text: x.a}).Overlap(c.Print(Body{Text: x.b}))
		if o.Both != both || o.A != len(a) || o.B != len(b) {
			t.Errorf("%s: %d of %d and %d, want %d of %d and %d", name, o.Both, o.A, o.B, both, len(a), len(b))
		}
		if len(a)+len(b) > 0 && o.Jaccard() != float64(both)/float64(len(a)+len(b)-both) {
			t.Errorf("%s: Jaccard %v", name, o.Jaccard())
		}
	}
	o := c.Print(Body{Text: whole}).Overlap(c.Print(Body{Text: join(p[:7]...)}))
	if o.InA() < .99 || o.SpanA < .35 || o.SpanA > .65 || o.SpanB < .97 {
		t.Errorf("of a half: %+v", o)
	}
}

func counted(c Config, text string) map[uint64]bool {
	units := c.unitsOf(text)
	out := map[uint64]bool{}
	for i := range units {
		if n := width(units, i); n > 0 {
			out[shingle(units[i:i+n])] = true
		}
	}
	return out
}
