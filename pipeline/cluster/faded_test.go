package cluster

import (
	"math/rand"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/urtext/urtext/pipeline/corpus"
)

// cyrillic writes a text in other letters, one for one.
func cyrillic(text string) string {
	const letters = "абцдефгхийклмнопщрстуввхыз"
	to := []rune(letters)
	return strings.Map(func(r rune) rune {
		switch low := unicode.ToLower(r); {
		case low < 'a' || low > 'z':
			return r
		case low != r:
			return unicode.ToUpper(to[low-'a'])
		}
		return to[r-'a']
	}, text)
}

// fade loses a share of the characters beyond ASCII.
func (w *writer) fade(text string, share float64) string {
	return strings.Map(func(r rune) rune {
		if r >= utf8.RuneSelf && w.Float64() < share {
			return '?'
		}
		return r
	}, text)
}

func TestFadedCopiesJoin(t *testing.T) {
	w := newWriter(31)
	p := w.paragraphs(9)
	latin := join(p...)
	for i := range p {
		p[i] = cyrillic(p[i])
	}
	text, other, third := join(p...), cyrillic(w.article(8)), cyrillic(w.article(6))
	moved := join(p[5], p[6], p[7], p[0], p[1], p[8], p[2], p[3], p[4])
	for name, copies := range map[string][]string{
		"a quarter":        {text, w.fade(text, .25)},
		"half":             {text, w.fade(text, .5)},
		"nine in ten":      {text, w.fade(text, .9)},
		"all":              {text, w.fade(text, 1) + " 1999"},
		"replacement":      {text, strings.ReplaceAll(w.fade(text, .6), "?", "\ufffd")},
		"with noise":       {cyrillic(w.noise(latin, 8)), w.fade(cyrillic(w.noise(latin, 8)), .6)},
		"moved":            {text, w.fade(moved, .6)},
		"lost paragraphs":  {text, w.fade(join(slices.Delete(slices.Clone(p), 3, 5)...), .6)},
		"half of it":       {text, w.fade(join(p[:5]...), .6)},
		"phrases":          {w.inject(text, 50), w.fade(text, .7)},
		"both":             {w.fade(text, .5), w.fade(text, .5)},
		"both and a whole": {w.fade(text, .8), w.fade(text, .8), text},
		"wrapped":          {text, w.fade(strings.ReplaceAll(text, " ", "\n"), .6)},
	} {
		t.Run(name, func(t *testing.T) {
			docs := russian(append(slices.Clone(copies), other, w.fade(third, .6))...)
			var first []int
			for i := range copies {
				first = append(first, i)
			}
			check(t, docs, [][]int{first, {len(copies)}, {len(copies) + 1}})
		})
	}
}

func russian(texts ...string) []*corpus.Document {
	var out []*corpus.Document
	for _, s := range texts {
		out = append(out, document("ru", s))
	}
	return out
}

func TestFadedOthersStayApart(t *testing.T) {
	w := newWriter(32)
	quote, frame := cyrillic(w.article(3)), cyrillic(w.article(3))
	slotted := strings.Fields(w.article(14))
	for i := 7; i < len(slotted); i += 16 {
		slotted[i] = []string{"%n", "%p"}[i/16%2]
	}
	own := func(n int) string { return cyrillic(w.article(n)) }
	for name, next := range map[string]func() string{
		"articles":       func() string { return own(8) },
		"one in sixteen": func() string { return cyrillic(w.fill(strings.Join(slotted, " "))) },
		"one quotation":  func() string { return join(own(3), quote, own(3)) },
		"one frame":      func() string { return join(frame, own(5)) },
	} {
		for _, share := range []float64{.3, .6, .9} {
			t.Run(name, func(t *testing.T) {
				docs := russian(next(), w.fade(next(), share), next(), w.fade(next(), share))
				check(t, docs, [][]int{{0}, {1}, {2}, {3}})
			})
		}
	}
}

func TestFadedDigestJoinsNeither(t *testing.T) {
	w := newWriter(33)
	a := join("Урожай начался на севере", cyrillic(w.article(7)))
	b := join("Мост открыт после ремонта", cyrillic(w.article(7)))
	digest := join("На этой неделе", a, b, "Читайте дальше на следующей неделе.")
	check(t, russian(a, b, w.fade(digest, .6)), [][]int{{0}, {1}, {2}})
}

// TestManyFadedCopiesJoin holds that more faded copies than a window leads to
// still find the whole one.
func TestManyFadedCopiesJoin(t *testing.T) {
	w := newWriter(35)
	text := cyrillic(w.article(5))
	list := []string{text, cyrillic(w.article(5))}
	for range 2 * widestShape {
		list = append(list, w.fade(text, .4+.5*w.Float64()))
	}
	if sets := groupDocs(t, russian(list...)).sets(); len(sets) != 2 || len(sets[1]) != 1 {
		t.Errorf("%d clusters: %v", len(sets), sets)
	}
}

// TestFadedOrderAndWorkersDoNotMatter holds that neither the order of the
// documents nor the number of workers decides where faded texts belong.
func TestFadedOrderAndWorkersDoNotMatter(t *testing.T) {
	for seed := range int64(3) {
		w := newWriter(40 + seed)
		var docs []*corpus.Document
		for _, d := range mixed(seed) {
			text := cyrillic(d.Draft.Read)
			switch w.Intn(3) {
			case 0:
				text = w.fade(text, w.Float64())
			case 1:
				docs = append(docs, document("ru", w.fade(text, .2+.8*w.Float64())))
			}
			docs = append(docs, document("ru", text))
		}
		want := texts(groupWith(t, Config{Key: 9, Workers: 1}, docs), docs)
		for k := range 3 {
			shuffled := slices.Clone(docs)
			rand.New(rand.NewSource(int64(k))).Shuffle(len(docs), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
			got := texts(groupWith(t, Config{Key: 9, Workers: 1 + k*3}, shuffled), shuffled)
			if d := cmp.Diff(want, got); d != "" {
				t.Fatalf("seed %d, order %d, %d workers:\n%s", seed, k, 1+k*3, d)
			}
		}
	}
}

// TestNothingIsFetchedForFadedTextsThatAreNone holds that a run without them
// pays nothing.
func TestNothingIsFetchedForFadedTextsThatAreNone(t *testing.T) {
	w := newWriter(34)
	c := Config{}
	var sketches []Sketch
	for range 5 {
		sketches = append(sketches, c.Sketch(document("ru", cyrillic(w.article(6)))))
	}
	for _, s := range sketches {
		if s.Loss != 0 || s.Shapes != nil {
			t.Errorf("a whole text has the loss %.2f and %d shapes", s.Loss, len(s.Shapes))
		}
	}
	shelf, list := shelve(t, c, sketches)
	if _, err := c.Group(t.Context(), shelf, list, func(int) (Body, error) {
		t.Error("a body was fetched")
		return Body{}, nil
	}); err != nil {
		t.Error(err)
	}
}
