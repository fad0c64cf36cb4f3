package cluster

import (
	"context"
	"encoding/binary"
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/urtext/urtext/pipeline/corpus"
)

// motley is a corpus with something of everything that is looked for, and of
// what is not one article.
func motley(seed int64) []*corpus.Document {
	w := newWriter(seed)
	var texts []string
	for range 12 {
		p := w.paragraphs(9)
		text := join(p...)
		texts = append(texts, text, w.noise(text, 8), w.inject(text, 40), join(p[:5]...), join(w.article(2), p[2], w.article(3)), w.drop(text, 10))
	}
	for range 40 { // one template
		texts = append(texts, fmt.Sprintf("Weather for %s\n\n%s", w.words[w.Intn(900)], strings.Repeat("The wind will blow from the north at noon and the rain will reach the coast before night. ", 6)))
	}
	texts = append(texts, texts[0], texts[7], "", "a few words", "a few words")
	var docs []*corpus.Document
	for i, s := range texts {
		docs = append(docs, document([]string{"en", "de"}[i%2], s))
	}
	return docs
}

// TestSameClustersForAnyBudget is metamorphic: the same documents, in another
// order, on another number of workers, with all of it in memory or hardly any,
// looked up one by one or read in order, give the same clusters, pairs and
// templates.
func TestSameClustersForAnyBudget(t *testing.T) {
	docs := motley(7)
	want := described(t, docs, Config{Key: 1, Workers: 1, Pairs: true}, 1<<30, fewToRead, nil)
	if len(want.clusters) < 20 {
		t.Fatalf("%d clusters", len(want.clusters))
	}
	for _, budget := range []int64{1 << 30, 1 << 20, 1 << 12, 1} {
		for _, workers := range []int{1, 3} {
			seed := budget + int64(workers)
			order := rand.New(rand.NewSource(seed)).Perm(len(docs))
			few := []int{fewToRead, 1, 2}[seed%3]
			got := described(t, docs, Config{Key: 1, Workers: workers, Pairs: true}, budget, few, order)
			if d := cmp.Diff(want, got, cmp.AllowUnexported(description{})); d != "" {
				t.Errorf("budget %d, %d workers, order of seed %d: (-want +got)\n%s", budget, workers, seed, d)
			}
		}
	}
}

// A description is a result in terms of texts.
type description struct {
	clusters  [][]string
	pairs     []string
	templates []Template
	verified  int
}

func described(t *testing.T, docs []*corpus.Document, c Config, budget int64, few int, order []int) description {
	t.Helper()
	shelf := c.NewShelf(t.TempDir(), 0)
	shelf.confine(budget)
	shelf.few = few
	defer shelf.Close()
	if order == nil {
		for i := range docs {
			order = append(order, i)
		}
	}
	list := make([]int32, len(docs)) // by document, as the pipeline does: by id
	for _, i := range order {
		s := c.Sketch(docs[i])
		n, err := shelf.Add(&s)
		if err != nil {
			t.Fatal(err)
		}
		list[i] = int32(n)
	}
	told := 0
	c.Next = func(next []int32) error {
		if told += len(next); len(next) != len(slices.Compact(slices.Sorted(slices.Values(next)))) {
			t.Errorf("a text is to be read twice: %v", next)
		}
		return nil
	}
	r, err := c.Group(context.Background(), shelf, list, func(i int) (Body, error) { return NewBody(docs[i]), nil })
	if err != nil {
		t.Fatal(err)
	}
	if (told > 0) != (few <= len(list)) {
		t.Errorf("with %d as few, %d texts were told to be read next", few, told)
	}
	if budget < 1<<16 && shelf.Written() == 0 {
		t.Errorf("with a budget of %d bytes nothing was written", budget)
	}
	out := description{templates: r.Templates, verified: r.Verified}
	for _, k := range r.Clusters {
		var members []string
		for _, m := range k.Members {
			members = append(members, fmt.Sprint(m))
		}
		out.clusters = append(out.clusters, members)
	}
	for _, p := range r.Pairs {
		out.pairs = append(out.pairs, fmt.Sprint(p))
	}
	return out
}

// TestManyCopiesCostTheirNumber holds that ten times the copies of one article
// take about ten times the alignments, and a template no more.
func TestManyCopiesCostTheirNumber(t *testing.T) {
	if testing.Short() {
		t.Skip("lays thousands of texts side by side")
	}
	w := newWriter(17)
	article := w.article(5)
	for name, one := range map[string]func(i int) string{
		"copies": func(int) string { return w.noise(w.inject(article, 60), 12) },
		"template": func(i int) string {
			return fmt.Sprintf("Weather for %s on %s\n\n%s", w.words[i%900], w.words[i/900], slotted(w, article))
		},
	} {
		rate := map[int]float64{}
		for _, n := range []int{60, 600} {
			var docs []*corpus.Document
			for i := range n {
				docs = append(docs, document("en", one(i)))
			}
			r := groupDocs(t, docs)
			rate[n] = float64(r.Verified) / float64(n)
			if name == "copies" && len(r.Clusters) > 1+n/50 {
				t.Errorf("%d copies are %d clusters", n, len(r.Clusters))
			}
		}
		t.Logf("%s: %.1f alignments for each of 60, %.1f for each of 600", name, rate[60], rate[600])
		if rate[600] > 1.6*rate[60]+1 {
			t.Errorf("%s: %.1f alignments for each of 60, %.1f for each of 600", name, rate[60], rate[600])
		}
	}
}

// slotted is a text in which every eighth word is another.
func slotted(w *writer, text string) string {
	words := strings.Fields(text)
	for i := 3; i < len(words); i += 8 {
		words[i] = strings.ToUpper(w.words[w.Intn(900)][:1]) + w.words[w.Intn(900)]
	}
	return strings.Join(words, " ")
}

// TestPile holds that lists come back, whatever part of them lies on disk.
func TestPile(t *testing.T) {
	for _, limit := range []int64{0, 3 * chunkWords, 1 << 30} {
		p := pile{dir: t.TempDir(), limit: limit}
		r := rand.New(rand.NewSource(5))
		var lists [][]uint64
		var spans []span
		for range 300 {
			list := make([]uint64, r.Intn(800))
			for i := range list {
				list[i] = r.Uint64()
			}
			if len(lists) == 100 {
				list = make([]uint64, 5*chunkWords/2)
			}
			if len(lists) == 200 && limit < 1<<20 {
				p.limit = 0 // what was in memory goes to the disk
			}
			s, err := p.add(list)
			if err != nil {
				t.Fatal(err)
			}
			lists, spans = append(lists, list), append(spans, s)
		}
		for i, s := range spans {
			if got, err := p.read(nil, s); err != nil || !slices.Equal(got, lists[i]) {
				t.Fatalf("limit %d: list %d: %d of %d words, %v", limit, i, len(got), len(lists[i]), err)
			}
			bytes, want := make([]byte, s.piece().Len), []byte(nil)
			for _, w := range lists[i] {
				want = binary.LittleEndian.AppendUint64(want, w)
			}
			if _, err := p.ReadAt(bytes, s.piece().At); err != nil || !slices.Equal(bytes, want) {
				t.Fatalf("limit %d: list %d: other bytes, or %v", limit, i, err)
			}
		}
		if (p.written > 0) != (limit < 1<<20) {
			t.Errorf("limit %d: %d bytes written", limit, p.written)
		}
		if n := len(p.chunks) - p.onDisk; limit < 1<<20 && n > 2 {
			t.Errorf("limit %d: %d chunks in memory", limit, n)
		}
		if err := p.close(); err != nil {
			t.Error(err)
		}
	}
}

// keep adds the card of a sketch that has nothing.
func keep(t *testing.T, s *Shelf) {
	if _, err := s.keep(card{}, 0, 0, 0); err != nil {
		t.Fatal(err)
	}
}

// TestShelfTightens holds that documents take from what may lie in memory, where the
// caller names a budget.
func TestShelfTightens(t *testing.T) {
	for bound, least := range map[int64]int64{8 << 20: 1 << 20, 0: defaultBudget} {
		s := Config{}.NewShelf(t.TempDir(), bound)
		before := s.budget
		for range 80_000 {
			keep(t, s)
		}
		if s.budget != least || s.samples.limit != least/sampleShare/8 {
			t.Errorf("of a budget of %d, %d are left, want %d; %d words of samples", before, s.budget, least, s.samples.limit)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

// TestSortPostings holds the sort by bytes against that by comparing.
func TestSortPostings(t *testing.T) {
	r := rand.New(rand.NewSource(8))
	for _, n := range []int{0, 1, 30, 1000, 40000} {
		for _, spread := range []uint64{1, 5, 1 << 20, 1 << 63} {
			list := make([]posting, n)
			for i := range list {
				list[i] = posting{r.Uint64() % spread * (1<<63/spread + 1), uint32(r.Intn(50))}
			}
			want := slices.Clone(list)
			slices.SortFunc(want, comparePostings)
			if sortPostings(list, 3); !slices.Equal(list, want) {
				t.Errorf("%d postings of %d hashes are not sorted", n, spread)
			}
		}
	}
}

// TestLimitsAreKept holds that what a card and its samples tell of the limit of a
// sketch is that limit.
func TestLimitsAreKept(t *testing.T) {
	w := newWriter(5)
	c := Config{}
	s := c.NewShelf(t.TempDir(), 0)
	defer s.Close()
	for n := range 40 {
		sk := c.Sketch(document("en", join(w.paragraphs(1+n/4)...)))
		switch n {
		case 0:
			sk.Samples, sk.Limit = sample(nil)
		case 1:
			sk.Samples, sk.Limit = sample([]uint64{1, 2})
		case 2, 3, 4:
			all := make([]uint64, sampleFloor+n-3) // one less than the floor, as many, one more
			for i := range all {
				all[i] = sampleLimit/100 + uint64(i)<<58
			}
			sk.Samples, sk.Limit = sample(all)
		}
		at, err := s.Add(&sk)
		if err != nil {
			t.Fatal(err)
		}
		samples, err := s.viewSamples().get(s.samplesOf(int32(at)))
		if err != nil || !slices.Equal(samples, sk.Samples) {
			t.Fatalf("sketch %d: %d samples of %d, %v", n, len(samples), len(sk.Samples), err)
		}
		if got := (sampled{s.card(int32(at)), samples}).limit(); got != sk.Limit {
			t.Errorf("sketch %d of %d samples: limit %x, want %x", n, len(samples), got, sk.Limit)
		}
	}
}
