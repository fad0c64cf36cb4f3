package cluster

import (
	"slices"
	"strings"
	"testing"
)

// judgeDoubted judges two texts of which each has pieces in doubt.
func judgeDoubted(a, b string, inA, inB []string) verdict {
	body := func(text string, doubt []string) Body {
		out := Body{Text: text}
		for _, s := range doubt {
			from := strings.Index(text, s)
			out.Doubt = append(out.Doubt, [2]int{from, from + len(s)})
		}
		slices.SortFunc(out.Doubt, func(x, y [2]int) int { return x[0] - y[0] })
		return out
	}
	c := Config{}
	return c.judge(c.newPage(body(a, inA)), c.newPage(body(b, inB)))
}

// TestLacuna has a copy that lost the paragraph behind the title and another that was
// cut off: what they share is all that either has, but the title stands apart. Another
// text that goes round the one between two passages is another article.
func TestLacuna(t *testing.T) {
	w := newWriter(83)
	title, p := "Harvest Begins Early in the Far North", w.paragraphs(12)
	words := func(text string, n int) string { return strings.Join(strings.Fields(text)[:n], " ") }
	foreign := w.sentence()
	cut := join(title+". "+p[0]+" "+words(join(p[1], p[2]), 95)+" "+foreign, w.sentence())
	lost := join(title, join(p[1:]...))
	if v := judgeDoubted(cut, lost, nil, nil); !v.same {
		t.Errorf("a copy that lost a paragraph: %+v", v)
	}
	apart := join(p[0], join(p[1:5]...), p[5])
	if v := judgeDoubted(apart, join(p[0], p[5], w.article(4)), nil, nil); v.same {
		t.Errorf("two passages of another article: %+v", v)
	}
}

// TestSaidAgain has a copy that says a paragraph twice where the other has one that this
// one lost.
func TestSaidAgain(t *testing.T) {
	w := newWriter(84)
	p := w.paragraphs(4)
	if v := judgeDoubted(join(p[0], p[2], p[3]), join(p[0], p[1], p[1], p[3]), nil, nil); v.same {
		t.Errorf("other paragraphs: %+v", v)
	}
	if v := judgeDoubted(join(p[0], p[1], p[2], p[3]), join(p[0], p[1], p[1], p[3]), nil, nil); !v.same {
		t.Errorf("one said again: %+v", v)
	}
}

// TestDoubtOfHalves has two copies of which stages doubted different halves.
func TestDoubtOfHalves(t *testing.T) {
	w := newWriter(85)
	words := func(n int) string { return strings.Join(strings.Fields(w.article(4))[:n], " ") }
	p := []string{words(70), words(70), words(70)}
	a, b := join(p[0], words(44), p[1], p[2]), join(p[0], words(44), p[1], p[2])
	if v := judgeDoubted(a, b, []string{p[0]}, []string{p[2]}); !v.same {
		t.Errorf("copies: %+v", v)
	}
	head := words(36)
	whole, opening := join(head, p[0], p[1], p[2], words(70)), join(head, p[0])
	if v := judgeDoubted(whole, opening, []string{p[0]}, []string{head}); !v.same {
		t.Errorf("an opening: %+v", v)
	}
}
