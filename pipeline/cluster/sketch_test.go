package cluster

import (
	"encoding/binary"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/zeebo/xxh3"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

func TestSampleIsWholeBelowItsLimit(t *testing.T) {
	w := newWriter(21)
	c := Config{Key: 5}
	for _, n := range []int{0, 1, 2, 8, 60} {
		s := c.Sketch(document("en", w.article(n)))
		all := int(max(0, int(s.Kept)-wideShingle+1))
		switch {
		case n == 0 && (len(s.Samples) != 0 || s.Limit != math.MaxUint64):
			t.Errorf("an empty text gave %+v", s)
		case !slices.IsSorted(s.Samples):
			t.Errorf("%d paragraphs: samples out of order", n)
		case len(s.Samples) < min(all, sampleFloor)-2:
			t.Errorf("%d paragraphs: %d samples of %d shingles", n, len(s.Samples), all)
		case n == 60 && math.Abs(float64(len(s.Samples))/float64(all)-1./8) > .03:
			t.Errorf("%d samples of %d shingles are no eighth", len(s.Samples), all)
		}
	}
}

func TestSketchDependsOnKeptWordsOnly(t *testing.T) {
	w := newWriter(22)
	c := Config{Key: 5}
	text := w.article(4)
	base := c.Sketch(document("en", text))
	for name, other := range map[string]string{
		"case":     strings.ToUpper(text),
		"spacing":  strings.ReplaceAll(text, " ", "\n"),
		"the":      strings.ReplaceAll(text, " the ", " "),
		"language": text,
	} {
		s := c.Sketch(document("xx", other))
		if s.Stream != base.Stream || !slices.Equal(s.Samples, base.Samples) {
			t.Errorf("%s changes the sketch", name)
		}
	}
	if s := (Config{Key: 6}).Sketch(document("en", text)); slices.Equal(s.Samples, base.Samples) || s.Content == base.Content {
		t.Error("the key does not change the hashes")
	}
}

func TestSharedIsAnEstimate(t *testing.T) {
	w := newWriter(23)
	c := Config{}
	p := w.paragraphs(40)
	whole, half := c.Sketch(document("en", join(p...))), c.Sketch(document("en", join(p[:20]...)))
	both, inWhole, inHalf := sampled{&card{}, whole.Samples}.shared(sampled{&card{}, half.Samples})
	if r := float64(both) / float64(inHalf); r < .95 {
		t.Errorf("half of a text stands in it by %.2f", r)
	}
	if r := float64(both) / float64(inWhole); r < .35 || r > .65 {
		t.Errorf("a text stands in its half by %.2f", r)
	}
}

func TestNewBody(t *testing.T) {
	d := document("en", "Menu Home. One two Spam Here three four. Maybe this. End")
	at := func(s string) (int, int) { i := strings.Index(d.Draft.Text, s); return i, i + len(s) }
	add := func(s, now string, v corpus.Verdict) {
		from, to := at(s)
		d.Proposals = append(d.Proposals, corpus.Proposal{Start: from, End: to, Now: now, Verdict: v})
	}
	add("Maybe this.", "", corpus.Flag)
	add(" Spam Here ", " ", corpus.Cut)
	add("Spam", "", corpus.Cut) // inside the other
	add("Menu Home. ", "", corpus.Cut)
	d.Marks = []corpus.Mark{{Role: corpus.RolePageMark}}
	got := NewBody(d)
	want := Body{Text: "One two three four. Maybe this. End", Doubt: [][2]int{{20, 31}}, Pages: true}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if s := (Config{}).Sketch(d); s.Words != 7 {
		t.Errorf("the sketch has %d words", s.Words)
	}
}

func TestNames(t *testing.T) {
	text := "Yesterday Maria Kellner met 48 people in Tarvos. She wrote to desk@norvik.example, see http://www.halden.example/a. The end"
	c := Config{}
	of := func(s string) []Name { return (Config{}).names(s, spans(s), c.unitsOf(s)) }
	hash := func(s string) uint32 { return of("x " + s)[0].Hash }
	var want []uint32
	for _, s := range []string{"Maria", "Kellner", "48", "Tarvos"} {
		want = append(want, hash(s))
	}
	var got []uint32
	for _, n := range of(text) {
		got = append(got, n.Hash)
	}
	if len(got) < 6 || !slices.Equal(got[:4], want) {
		t.Errorf("names %v begin with none of %v", got, want)
	}
}

// plainSketch is what of a sketch comes from the words of a text, made as it is
// defined.
func plainSketch(c Config, text string) (s Sketch) {
	function := map[uint64]bool{}
	hash := func(word string) uint64 { return xxh3.HashStringSeed(token.Bare(token.Key(word)), c.Key) }
	for _, lang := range token.Languages() {
		for _, w := range token.Function(lang) {
			function[hash(w)] = true
		}
	}
	var kept []unit
	stream := xxh3.New()
	for _, w := range token.Words(nil, text) {
		word := text[w.Start:w.End]
		u := unit{hash: hash(word), stop: -int32(b2i(lone(word)))}
		s.Words++
		if function[u.hash] && !u.lone() {
			continue
		}
		kept = append(kept, u)
		s.Kept++
		s.Lone += int32(b2i(u.lone()))
		stream.Write(binary.LittleEndian.AppendUint64(nil, u.hash))
	}
	sum := stream.Sum128()
	s.Stream = [2]uint64{sum.Hi, sum.Lo}
	var all []uint64
	for i := range kept {
		if n := width(kept, i); n > 0 {
			all = append(all, shingle(kept[i:i+n]))
		}
	}
	slices.Sort(all)
	all = slices.Compact(all)
	s.Samples, s.Limit = sample(all)
	for _, h := range all {
		s.Set = append(s.Set, uint32(h>>32))
	}
	s.Set = slices.Compact(s.Set)
	return s
}

// sameSketch holds the sketch of a text against its definition.
func sameSketch(t *testing.T, text string) {
	t.Helper()
	c := Config{Key: 7, CopiesOnly: true}
	got, want := c.Sketch(document("", text)), plainSketch(c, text)
	want.Content, want.Loss, want.Shapes = got.Content, got.Loss, got.Shapes
	if d := cmp.Diff(want, got, cmpopts.EquateEmpty(), cmpopts.IgnoreUnexported(Sketch{})); d != "" {
		t.Errorf("%.200q: %s", text, d)
	}
}

// TestSketchesAreAsDefined tries our articles in all languages, parts of them,
// and texts that say one thing again and again.
func TestSketchesAreAsDefined(t *testing.T) {
	for _, text := range mixedArticles(t) {
		sameSketch(t, text)
		sameSketch(t, text[len(text)/3:len(text)/2])
		sameSketch(t, strings.Repeat(text[:len(text)/40], 50))
		sameSketch(t, text[:8]+strings.Repeat(text[8:40], 1000))
	}
}

func FuzzSketch(f *testing.F) {
	for _, text := range []string{"", "a", "One ferry crossed one lake, one ferry crossed one lake.", "渡船在黎明时分驶过湖面。Паром пересёк озеро", "a b c d e f g h\xff i j k"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { sameSketch(t, text) })
}
