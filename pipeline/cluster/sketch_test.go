package cluster

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/urtext/urtext/pipeline/corpus"
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
	both, inWhole, inHalf := sampled{&card{Limit: whole.Limit}, whole.Samples}.shared(sampled{&card{Limit: half.Limit}, half.Samples})
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
	of := func(s string) []Name { return (Config{}).names(s, spans(s), c.units(s, spans(s))) }
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

func BenchmarkSketch(b *testing.B) {
	text := newWriter(24).article(20)
	d := document("en", text)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Config{}.Sketch(d)
	}
}
