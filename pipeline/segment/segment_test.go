package segment

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"pgregory.net/rapid"
)

type pair struct{ key, value uint64 }

func pairs() Codec[pair] {
	return Codec[pair]{
		Append: func(dst []byte, before, r pair) []byte {
			return binary.AppendUvarint(binary.AppendUvarint(dst, r.key-before.key), r.value)
		},
		Next: func(src []byte, before pair) (pair, []byte, bool) {
			d, n := binary.Uvarint(src)
			if n <= 0 {
				return before, nil, false
			}
			v, m := binary.Uvarint(src[n:])
			if m <= 0 {
				return before, nil, false
			}
			return pair{before.key + d, v}, src[n+m:], true
		},
		Compare: func(a, b pair) int { return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.value, b.value)) },
	}
}

var label = Label{Kind: 7, Version: 2, Key: 99}

func read(t testing.TB, s *Stream[pair]) ([]pair, error) {
	t.Helper()
	var out []pair
	for {
		r, ok, err := s.Next()
		if err != nil || !ok {
			return out, errors.Join(err, s.Close())
		}
		out = append(out, r)
	}
}

// TestSorterGivesAllSorted holds that records come back sorted, whether they lie in
// memory or on disk, and come back again when asked for again.
func TestSorterGivesAllSorted(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n, limit := rapid.IntRange(0, 700).Draw(rt, "n"), rapid.IntRange(1, 900).Draw(rt, "limit")
		r := rand.New(rand.NewSource(rapid.Int64().Draw(rt, "seed")))
		want := make([]pair, n)
		for i := range want {
			want[i] = pair{uint64(r.Intn(500)) << 40, uint64(i)}
		}
		s := NewSorter(t.TempDir(), "x", label, pairs(), limit, 2)
		var group sync.WaitGroup
		for w := range 3 {
			group.Go(func() {
				for i := w; i < n; i += 3 {
					if err := s.Add(want[i]); err != nil {
						t.Error(err)
					}
				}
			})
		}
		group.Wait()
		slices.SortFunc(want, pairs().Compare)
		for range 2 {
			stream, err := s.Sorted()
			if err != nil {
				rt.Fatal(err)
			}
			if got, err := read(t, stream); err != nil || !slices.Equal(got, want) {
				rt.Fatalf("%d of %d records, or in another order: %v", len(got), n, err)
			}
			if n > limit && len(s.records) > 0 {
				rt.Fatalf("%d records are in memory while %d are read from files", len(s.records), n)
			}
		}
		if err := s.Close(); err != nil {
			rt.Fatal(err)
		}
		if _, err := s.Sorted(); !errors.Is(err, errClosed) {
			rt.Fatalf("a closed sorter gave %v", err)
		}
	})
}

func some(n int) []pair {
	out := make([]pair, n)
	for i := range out {
		out[i] = pair{uint64(i) * 1e12, uint64(i * 7)}
	}
	return out
}

func write(t testing.TB, path string, list []pair) *Segment[pair] {
	t.Helper()
	i := 0
	s, err := Write(path, label, pairs(), func() (r pair, ok bool, err error) {
		if i == len(list) {
			return r, false, nil
		}
		i++
		return list[i-1], true, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestSegmentsAreKeptAndMerged holds that a segment can be opened by a later
// run and merged with what that one adds.
func TestSegmentsAreKeptAndMerged(t *testing.T) {
	dir, all := t.TempDir(), some(20000)
	var odd, even, fresh []pair
	for i, p := range all {
		switch {
		case i%5 == 0:
			fresh = append(fresh, p)
		case i%2 == 0:
			even = append(even, p)
		default:
			odd = append(odd, p)
		}
	}
	write(t, filepath.Join(dir, "odd"), odd)
	write(t, filepath.Join(dir, "even"), even)
	var kept []*Segment[pair]
	for _, name := range []string{"odd", "even"} {
		s, err := Open(filepath.Join(dir, name), label, pairs())
		if err != nil {
			t.Fatal(err)
		}
		kept = append(kept, s)
	}
	stream, err := Merge(pairs(), fresh, kept)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := read(t, stream); err != nil || !slices.Equal(got, all) {
		t.Errorf("%d of %d records: %v", len(got), len(all), err)
	}
	for _, other := range []Label{{8, 2, 99}, {7, 3, 99}, {7, 2, 98}} {
		if _, err := Open(filepath.Join(dir, "odd"), other, pairs()); !errors.Is(err, ErrLabel) {
			t.Errorf("%+v: %v", other, err)
		}
	}
}

// TestDamage holds that no damaged segment gives records that were not written,
// or fewer, without an error: each byte is changed in turn, and the end is cut.
func TestDamage(t *testing.T) {
	dir, list := t.TempDir(), some(200)
	path := filepath.Join(dir, "whole")
	write(t, path, list)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	broken := filepath.Join(dir, "broken")
	check := func(what string, data []byte) {
		if err := os.WriteFile(broken, data, 0o666); err != nil {
			t.Fatal(err)
		}
		s, err := Open(broken, label, pairs())
		if err == nil {
			var stream *Stream[pair]
			if stream, err = Merge(pairs(), nil, []*Segment[pair]{s}); err == nil {
				_, err = read(t, stream)
			}
		}
		if !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %v", what, err)
		}
	}
	for i := range whole {
		data := slices.Clone(whole)
		data[i] ^= 0x11
		check(fmt.Sprintf("byte %d", i), data)
	}
	for _, n := range []int{0, 10, headerSize, headerSize + 5, len(whole) - 1} {
		check(fmt.Sprintf("cut at %d", n), whole[:n])
	}
	check("killed before the header", append(make([]byte, headerSize), whole[headerSize:]...))
}

// TestManySegmentsAreMerged holds that the number of open files is bounded.
func TestManySegmentsAreMerged(t *testing.T) {
	s := NewSorter(t.TempDir(), "x", label, pairs(), 1, 1)
	list := some(1000)
	for i := range list {
		if err := s.Add(list[len(list)-1-i]); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(s.segments()); n > 2*mostSegments {
		t.Errorf("%d segments", n)
	}
	stream, err := s.Sorted()
	if err != nil {
		t.Fatal(err)
	}
	if got, err := read(t, stream); err != nil || !slices.Equal(got, list) {
		t.Errorf("%d records, %v", len(got), err)
	}
}

// TestUnwritable holds that a folder that cannot be written to is an error.
func TestUnwritable(t *testing.T) {
	s := NewSorter(filepath.Join(t.TempDir(), "absent"), "x", label, pairs(), 1, 1)
	if err := s.Add(pair{1, 1}); err == nil {
		t.Error("nothing was written and nothing said")
	}
}

// BenchmarkSorter sorts a million records through segments.
func BenchmarkSorter(b *testing.B) {
	r := rand.New(rand.NewSource(1))
	list := make([]pair, 1<<20)
	for i := range list {
		list[i] = pair{r.Uint64(), uint64(i)}
	}
	b.SetBytes(int64(len(list) * 16))
	for b.Loop() {
		s := NewSorter(b.TempDir(), "x", label, pairs(), 1<<17, 2)
		if err := s.Add(list...); err != nil {
			b.Fatal(err)
		}
		stream, err := s.Sorted()
		if err != nil {
			b.Fatal(err)
		}
		for {
			if _, ok, err := stream.Next(); err != nil {
				b.Fatal(err)
			} else if !ok {
				break
			}
		}
		if err := errors.Join(stream.Close(), s.Close()); err != nil {
			b.Fatal(err)
		}
	}
}

// TestThin holds that records which come with no other are left out, from memory and from
// files.
func TestThin(t *testing.T) {
	r := rand.New(rand.NewSource(6))
	same := func(a, b pair) bool { return a.key == b.key }
	for _, limit := range []int{1, 7, 1000} {
		for n := range 60 {
			s := NewSorter(t.TempDir(), "thin", label, pairs(), limit, 1)
			count := map[uint64]int{}
			var all, want []pair
			for i := range n {
				x := pair{uint64(r.Intn(1 + n)), uint64(i)}
				all = append(all, x)
				count[x.key]++
				if err := s.Add(x); err != nil {
					t.Fatal(err)
				}
			}
			slices.SortFunc(all, pairs().Compare)
			for _, x := range all {
				if count[x.key] > 1 {
					want = append(want, x)
				}
			}
			if err := s.Thin(same); err != nil {
				t.Fatal(err)
			}
			for range 2 {
				stream, err := s.Sorted()
				if err != nil {
					t.Fatal(err)
				}
				if got, err := read(t, stream); err != nil || !slices.Equal(got, want) {
					t.Fatalf("limit %d: of %v stay %v, want %v, %v", limit, all, got, want, err)
				}
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}
}
