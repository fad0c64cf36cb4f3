package cluster

import (
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/token"
)

func spans(text string) []token.Span { return token.Words(nil, text) }

func newForm(word string, lone bool) *form { return new(form).set(word, lone) }

func TestAlike(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"modern", "rnodern", true},
		{"house", "housc", true},
		{"information", "inforrnatlon", true},
		{"1998", "l998", true},
		{"café", "cafe", true},
		{"cat", "cot", true},
		{"up", "us", false},
		{"1998", "1999", false},
		{"12a", "13a", false},
		{"Monday", "Friday", false},
		{"Paris", "London", false},
		{"", "a", false},
	} {
		for range 2 {
			a, b := newForm(c.a, false), newForm(c.b, false)
			if got := a.alike(b); got != c.want {
				t.Errorf("%q and %q: %v", c.a, c.b, got)
			}
			c.a, c.b = c.b, c.a
		}
	}
	bridge, orange := newForm("橋", true), newForm("橘", true)
	if bridge.alike(orange) {
		t.Error("two characters are alike")
	}
}

// distance is the plain edit distance.
func distance(a, b []rune) int {
	d := make([]int, len(b)+1)
	for j := range d {
		d[j] = j
	}
	for i := range a {
		last := d[0]
		d[0] = i + 1
		for j := range b {
			next := min(d[j+1]+1, d[j]+1, last+b2i(a[i] != b[j]))
			last, d[j+1] = d[j+1], next
		}
	}
	return d[len(b)]
}

func TestWithinIsEditDistance(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	word := func() []rune {
		out := make([]rune, r.Intn([]int{9, 9, longestForm + 1}[r.Intn(3)]))
		for i := range out {
			out[i] = []rune{'a', 'b', 'c', 'a' + 64}[r.Intn(3+r.Intn(2))] // the last falls together with the first
		}
		return out
	}
	for range 20000 {
		a, b, k := word(), word(), r.Intn(20)
		if got, want := within(a, b, k), distance(a, b) <= k; got != want {
			t.Fatalf("%q and %q within %d: %v", string(a), string(b), k, got)
		}
	}
}

func TestLongestChain(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	for range 500 {
		var all []match
		for range r.Intn(12) {
			all = append(all, match{int32(r.Intn(8)), int32(r.Intn(8))})
		}
		best := make([]int, len(all)) // by trying all, in order
		slices.SortFunc(all, func(a, b match) int { return int(a.i*100 + a.j - b.i*100 - b.j) })
		want := 0
		for k, m := range all {
			best[k] = 1
			for l, n := range all[:k] {
				if n.i < m.i && n.j < m.j {
					best[k] = max(best[k], best[l]+1)
				}
			}
			want = max(want, best[k])
		}
		chain := new(pairRoom).longestChain(slices.Clone(all))
		for k := 1; k < len(chain); k++ {
			if chain[k].i <= chain[k-1].i || chain[k].j <= chain[k-1].j {
				t.Fatalf("%v does not rise", chain)
			}
		}
		if len(chain) != want {
			t.Fatalf("%v: chain %v, want %d", all, chain, want)
		}
	}
}

func TestPairIsAChain(t *testing.T) {
	w := newWriter(31)
	c := Config{}
	p := w.paragraphs(8)
	a := c.newPage(Body{Text: join(p...)})
	b := c.newPage(Body{Text: w.noise(w.inject(join(p[4], p[5], p[6], p[0], p[1], p[2], p[3]), 30), 8)})
	q, all := chained(a, b)
	q.finish(all)
	for k := 1; k < len(q.main); k++ {
		if q.main[k].i <= q.main[k-1].i || q.main[k].j <= q.main[k-1].j {
			t.Fatalf("match %d does not rise: %v", k, q.main[k-1:k+1])
		}
	}
	if n, _ := covered(a, q.hasA); n*10 < a.total*7 {
		t.Errorf("%d of %d words have a partner", n, a.total)
	}
}

func TestJudgeIsLinear(t *testing.T) {
	w := newWriter(32)
	c := Config{}
	for name, x := range map[string][2]string{
		"one word for ever": {strings.Repeat("lorem ", 200000), strings.Repeat("lorem ", 150000) + "ipsum"},
		"two refrains":      {strings.Repeat("river stone cloud. ", 60000), strings.Repeat("stone cloud river. ", 60000)},
		"long and like":     {w.article(2000), w.article(2000)},
	} {
		a, b := c.newPage(Body{Text: x[0]}), c.newPage(Body{Text: x[1]})
		if v := (Config{}).judge(a, b); v.inA < 0 || v.inA > 1 {
			t.Errorf("%s: %+v", name, v)
		}
	}
}

func FuzzJudge(f *testing.F) {
	w := newWriter(33)
	f.Add(w.article(2), w.article(2))
	f.Add("", "\n")
	f.Add("一二三四五六七八九十", "十九八七六五四三二一")
	f.Add("a\x80b \u0301 word", strings.Repeat("x1 ", 90))
	f.Fuzz(func(t *testing.T, a, b string) {
		c := Config{}
		x, y := c.newPage(Body{Text: a}), c.newPage(Body{Text: b, Doubt: [][2]int{{0, len(b) / 2}}})
		v := Config{}.judge(x, y)
		for _, s := range []float64{v.inA, v.inB} {
			if s < 0 || s > 1 {
				t.Fatalf("%+v", v)
			}
		}
		if v := (Config{}).judge(x, x); len(x.units) >= 300 && !v.same && len(new(pairRoom).anchorsOf(x.shingles, x.shingles)) > 250 {
			t.Fatalf("a text is not itself: %+v", v)
		}
	})
}

// TestUnlikePagesAreNotOneArticle holds what is refused before the gaps are
// filled against what they show: frames with other articles in them are, with
// more or less in common, and copies with a quarter of their words damaged are
// not.
func TestUnlikePagesAreNotOneArticle(t *testing.T) {
	w := newWriter(32)
	c := Config{}
	seen := map[Cause]int{}
	for n := range 120 {
		frame := w.paragraphs(1 + n%9)
		within := func(seed int) *page {
			own := newWriter(int64(seed))
			return c.newPage(Body{Text: join(own.article(4), join(frame...), own.article(4))})
		}
		a, b := within(100+n), within(300+n)
		p, all := chained(a, b)
		if v, unlike := p.unlike(1, false); unlike {
			seen[v.cause]++
			if q, _ := chained(a, b); c.toTheEnd(&q, all, 1, false).same {
				t.Errorf("%d shared paragraphs of two pages are one article", len(frame))
			}
		}
		text := w.article(8)
		d := c.newPage(Body{Text: w.noise(text, 25)})
		if v := c.align(c.newPage(Body{Text: text}), d); !v.same {
			t.Errorf("a damaged copy is refused: %+v", v)
		}
	}
	if seen[TooLittle] < 10 || seen[Replaced] < 10 {
		t.Errorf("%v refused: too few of a kind", seen)
	}
}
