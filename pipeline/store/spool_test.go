package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand"
	"os"
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/urtext/urtext/pipeline/corpus"
)

// full is a document with every field set, edits that fit and proposals.
func full() *corpus.Document {
	d := page(7)
	d.HTML, d.URL, d.Title = true, "https://example.org/ä", "Títle"
	d.Meta = map[string]json.RawMessage{"b": json.RawMessage("[1]"), "a": nil, "c": {}}
	d.Passages = []corpus.Passage{{Start: 3, End: 9, Language: "fr"}}
	d.Marks = []corpus.Mark{{Start: 0, End: 4, Role: corpus.RoleTitle}}
	d.Proposals = append(d.Proposals, corpus.Proposal{Verdict: corpus.Cut, Head: "h", Now: " "})
	return d
}

func TestRoundTrip(t *testing.T) {
	odd := full()
	odd.Draft.Text += "not made by the edits"
	odd.Draft.Edits[0].Was = "not what stood there"
	odd.Draft.Edits[1].Start, odd.Draft.Edits[1].End = 99999, -4
	for name, d := range map[string]*corpus.Document{
		"zero":  {},
		"empty": {Meta: map[string]json.RawMessage{}, Passages: []corpus.Passage{}, Draft: corpus.Draft{Edits: []corpus.Edit{}}},
		"full":  full(),
		"odd":   odd,
		"large": {ID: "x", Draft: corpus.NewDraft(strings.Repeat("long text ", 1<<20))},
	} {
		s := newSpool(t)
		n, err := s.Append(d)
		if err != nil || n != 0 {
			t.Fatalf("%s: %d, %v", name, n, err)
		}
		got, err := s.Read(0)
		if diff := cmp.Diff(d, got); err != nil || diff != "" {
			t.Errorf("%s: %v %s", name, err, diff)
		}
	}
}

// Any document comes back as it was, nil lists as nil. The generator walks
// the type, so that a field added to Document is tested at once. Its Elements
// are gone when a document is spooled.
func TestRoundTripOfAnything(t *testing.T) {
	documents := rapid.MakeCustom[corpus.Document](rapid.MakeConfig{Fields: map[reflect.Type]map[string]*rapid.Generator[any]{
		reflect.TypeFor[corpus.Document](): {"Elements": rapid.Just[any](nil), "Words": rapid.Just[any](nil)},
	}})
	rapid.Check(t, func(t *rapid.T) {
		d := documents.Draw(t, "document")
		if rapid.Bool().Draw(t, "fitting") {
			d.Draft = fittingDraft(t)
		}
		got, err := decode(encode(nil, &d))
		if diff := cmp.Diff(&d, got, cmpopts.EquateNaNs()); err != nil || diff != "" {
			t.Fatalf("%v %s", err, diff)
		}
	})
}

// fittingDraft is a draft as the stages make it.
func fittingDraft(t *rapid.T) corpus.Draft {
	d := corpus.NewDraft(rapid.String().Draw(t, "read"))
	for range rapid.IntRange(0, 3).Draw(t, "rounds") {
		borders := []int{}
		for i := range d.Text {
			borders = append(borders, i)
		}
		borders = append(borders, len(d.Text))
		a := rapid.IntRange(0, len(borders)-1).Draw(t, "start")
		b := rapid.IntRange(a, len(borders)-1).Draw(t, "end")
		change := corpus.Change{Start: borders[a], End: borders[b], Now: rapid.String().Draw(t, "now"), Kind: corpus.KindSpam, Why: []string{"why"}}
		if err := d.Apply([]corpus.Change{change}); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

// The text and what was cut are not stored twice.
func TestEncodingIsCompact(t *testing.T) {
	d := page(1)
	d.Proposals = nil
	if n := len(encode(nil, d)); n > len(d.Draft.Read)+100+50*len(d.Draft.Edits) {
		t.Errorf("%d bytes for a text of %d and %d edits", n, len(d.Draft.Read), len(d.Draft.Edits))
	}
}

func TestEncodingIsDeterministic(t *testing.T) {
	for range 20 {
		first, second := encode(nil, full()), encode(nil, full())
		if !bytes.Equal(first, second) {
			t.Fatal("two encodings differ")
		}
	}
}

func newSpool(t *testing.T) *Spool {
	t.Helper()
	s, err := NewSpool(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func TestSpoolIsConcurrent(t *testing.T) {
	s := newSpool(t)
	ids := make([]string, 800)
	var wg sync.WaitGroup
	for g := range 8 {
		wg.Go(func() {
			for i := range 100 {
				d := page(int64(100*g + i))
				n, err := s.Append(d)
				if err != nil {
					t.Error(err)
					return
				}
				ids[n] = d.ID // numbers are given once: no two goroutines write one place
				if got, err := s.Read(n); err != nil || got.ID != d.ID {
					t.Errorf("%d: %v", n, err)
				}
			}
		})
	}
	wg.Wait()
	if s.Len() != len(ids) {
		t.Fatalf("%d records", s.Len())
	}
	seen := make(map[string]bool)
	for _, n := range rand.New(rand.NewSource(1)).Perm(len(ids)) {
		d, err := s.Read(n)
		if err != nil || d.ID != ids[n] || seen[d.ID] {
			t.Fatalf("record %d: %v", n, err)
		}
		seen[d.ID] = true
	}
}

func TestDamageIsFound(t *testing.T) {
	s := newSpool(t)
	for i := range 3 {
		if _, err := s.Append(page(int64(i))); err != nil {
			t.Fatal(err)
		}
	}
	from, to := s.offsets.at(1), s.offsets.at(2)
	for at := from; at < to; at += 97 {
		var was [1]byte
		if _, err := s.file.ReadAt(was[:], at); err != nil {
			t.Fatal(err)
		}
		if _, err := s.file.WriteAt([]byte{was[0] ^ 4}, at); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Read(1); !errors.Is(err, ErrDamaged) {
			t.Fatalf("byte %d changed: %v", at-from, err)
		}
		if _, err := s.file.WriteAt(was[:], at); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 3 {
		if _, err := s.Read(i); err != nil {
			t.Errorf("record %d: %v", i, err)
		}
	}
	if err := s.file.Truncate(to + 5); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Read(2); !errors.Is(err, ErrDamaged) {
		t.Errorf("cut: %v", err)
	}
	for _, n := range []int{-1, 3} {
		if _, err := s.Read(n); err == nil || errors.Is(err, ErrDamaged) {
			t.Errorf("record %d: %v", n, err)
		}
	}
}

func TestCloseRemoves(t *testing.T) {
	dir := t.TempDir()
	s, err := NewSpool(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 0 {
		t.Errorf("left %v, %v", entries, err)
	}
	if _, err := s.Append(page(1)); err == nil {
		t.Error("appends after Close")
	}
	if s, err = NewSpool(dir); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Errorf("with its folder gone: %v", err)
	}
	if _, err := NewSpool(dir + "/none"); err == nil {
		t.Error("a folder that does not exist is taken")
	}
}

// Whatever bytes are decoded, nothing panics or grows past its input, and
// what is taken comes back the same when it is encoded again.
func FuzzDecode(f *testing.F) {
	f.Add(encode(nil, &corpus.Document{}))
	small := full()
	small.Draft, small.Proposals = corpus.NewDraft("a b"), small.Proposals[:1]
	f.Add(encode(nil, small))
	small.Draft = corpus.Draft{Read: "a b", Text: "x", Edits: []corpus.Edit{{Start: 0, End: 1, Was: "q", Now: "x"}}}
	f.Add(encode(nil, small))
	f.Add([]byte(strings.Repeat("\xff", 40)))
	f.Fuzz(func(t *testing.T, b []byte) {
		d, err := decode(b)
		if err != nil {
			if d != nil || !errors.Is(err, errLayout) {
				t.Fatalf("%v and %v", d, err)
			}
			return
		}
		if n := len(d.Draft.Text); n > 2*len(b) {
			t.Fatalf("%d bytes of text from %d", n, len(b))
		}
		once := encode(nil, d)
		again, err := decode(once)
		if err != nil || !bytes.Equal(once, encode(nil, again)) {
			t.Fatalf("%+v became %+v, %v", d, again, err)
		}
	})
}

func FuzzUnpack(f *testing.F) {
	for _, d := range []*corpus.Document{{}, {Draft: corpus.NewDraft(strings.Repeat("text ", 9))}} {
		record, err := (&room{body: encode(nil, d)}).pack()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(record)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		body, err := (&room{record: b}).unpack()
		if err != nil {
			return
		}
		record, err := (&room{body: body}).pack()
		if err != nil {
			t.Fatal(err)
		}
		if again, err := (&room{record: record}).unpack(); err != nil || string(again) != string(body) {
			t.Fatalf("%v: %x, not %x", err, again, body)
		}
	})
}

func ExampleSpool() {
	dir, _ := os.MkdirTemp("", "example")
	defer os.RemoveAll(dir)
	s, _ := NewSpool(dir)
	defer s.Close()
	n, _ := s.Append(&corpus.Document{ID: "a.txt", Draft: corpus.NewDraft("some text")})
	d, _ := s.Read(n)
	fmt.Println(n, d.ID, d.Draft.Text)
	// Output: 0 a.txt some text
}
