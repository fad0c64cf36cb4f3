package corpus

import (
	"errors"
	"math/rand"
	"strings"
	"testing"
	"unicode/utf8"
)

// randomChanges makes up sorted, disjoint changes on rune borders, empty and
// adjacent ones among them.
func randomChanges(r *rand.Rand, text string) []Change {
	var borders []int
	for i := range text {
		borders = append(borders, i)
	}
	borders = append(borders, len(text))
	var out []Change
	kinds := []Kind{KindSpam, KindSpace, KindEntity, KindMarkup}
	for at := 0; at < len(borders); {
		at += r.Intn(4)
		if at >= len(borders) {
			break
		}
		to := min(at+r.Intn(4), len(borders)-1)
		out = append(out, Change{borders[at], borders[to], strings.Repeat("é", r.Intn(3)), kinds[r.Intn(4)], []string{"w"}})
		if to == at {
			to++
		}
		at = to
	}
	return out
}

// naive applies changes to a plain string.
func naive(text string, changes []Change) string {
	var b strings.Builder
	at := 0
	for _, c := range changes {
		b.WriteString(text[at:c.Start])
		b.WriteString(c.Now)
		at = c.End
	}
	return b.String() + text[at:]
}

func checkDraft(t *testing.T, d *Draft) {
	t.Helper()
	got, err := Undo(d.Text, d.Edits)
	if err != nil || got != d.Read {
		t.Fatalf("undo gave %q, %v; want %q\ntext %q edits %+v", got, err, d.Read, d.Text, d.Edits)
	}
	end := 0
	for _, e := range d.Edits {
		if e.Start < end || e.Was != d.Read[e.Start:e.End] || e.Was == e.Now {
			t.Fatalf("bad edit %+v after %d", e, end)
		}
		end = e.End
	}
}

func TestApplyComposesAndUndoes(t *testing.T) {
	for seed := int64(0); seed < 3000; seed++ {
		r := rand.New(rand.NewSource(seed))
		d := NewDraft(strings.Repeat("añ日 b", r.Intn(6)))
		for round := 0; round < 4; round++ {
			ch := randomChanges(r, d.Text)
			want := naive(d.Text, ch)
			if err := d.Apply(ch); err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
			if d.Text != want {
				t.Fatalf("seed %d: text %q, want %q", seed, d.Text, want)
			}
			checkDraft(t, &d)
		}
	}
}

func TestApplyKeepsNeighboursApart(t *testing.T) {
	d := NewDraft("one two three")
	must(t, d.Apply([]Change{{Start: 3, End: 7, Kind: KindSpam, Why: []string{"a"}}}))
	must(t, d.Apply([]Change{{Start: 3, End: 4, Now: "\n", Kind: KindUnwrap, Why: []string{"b"}}}))
	if len(d.Edits) != 2 || d.Edits[0].Kind != KindSpam || d.Text != "one\nthree" {
		t.Fatalf("%+v %q", d.Edits, d.Text)
	}
	must(t, d.Apply([]Change{{Start: 2, End: 5, Now: "", Kind: KindSpace, Why: []string{"c"}}}))
	if len(d.Edits) != 1 || d.Edits[0].Kind != KindSpam || d.Text != "onhree" {
		t.Fatalf("%+v %q", d.Edits, d.Text)
	}
	checkDraft(t, &d)
}

func TestApplyRefuses(t *testing.T) {
	for name, ch := range map[string][]Change{
		"overlap":     {{Start: 0, End: 2}, {Start: 1, End: 3}},
		"past end":    {{Start: 0, End: 99}},
		"split rune":  {{Start: 0, End: 1}},
		"upside down": {{Start: 2, End: 0}},
	} {
		d := NewDraft("éa")
		if err := d.Apply(ch); !errors.Is(err, ErrEdits) || !errors.Is(err, ErrInternal) {
			t.Errorf("%s: no error", name)
		}
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func FuzzUndo(f *testing.F) {
	f.Add("text as read", "text", 0, 4, "x")
	f.Fuzz(func(t *testing.T, read, now string, start, end int, again string) {
		d := NewDraft(read)
		for _, n := range []string{now, again} {
			if start < 0 || end < start || end > len(d.Text) || !utf8.ValidString(d.Text) {
				return
			}
			if d.Apply([]Change{{Start: start, End: end, Now: n, Kind: KindSpam}}) != nil {
				return
			}
			checkDraft(t, &d)
		}
	})
}
