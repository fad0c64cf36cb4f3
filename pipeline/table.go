package pipeline

import (
	"math/bits"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/zeebo/xxh3"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// A lexicon counts in how many documents each word stands, in a count-min
// sketch (Cormode and Muthukrishnan 2005) of fixed size: a word is never
// counted too low. Adding is commutative, so that the counts do not depend
// on the order of documents.
type lexicon struct {
	rows  [2][]uint32
	rooms sync.Pool // of *lexiconRoom
}

// A lexiconRoom is where the words of a document are found. The next document
// takes the same memory.
type lexiconRoom struct {
	seen  hashSet
	fresh []uint64 // the hashes of the words, each once
}

const lexiconBits = 20

func newLexicon() *lexicon {
	l := &lexicon{}
	for i := range l.rows {
		l.rows[i] = make([]uint32, 1<<lexiconBits)
	}
	return l
}

// add counts the words of one document once each. It is safe for concurrent
// use.
func (l *lexicon) add(doc *corpus.Document) {
	r, ok := l.rooms.Get().(*lexiconRoom)
	if !ok {
		r = new(lexiconRoom)
	}
	defer l.rooms.Put(r)
	for _, h := range r.words(token.ReadingOf(doc)) {
		for i := range l.rows {
			atomic.AddUint32(&l.rows[i][slot(h, i)], 1)
		}
	}
}

// words hashes the words of a text, each once. Spellings of one word are several.
func (r *lexiconRoom) words(text *token.Reading) []uint64 {
	r.seen.reset(len(text.Firsts))
	r.fresh = r.fresh[:0]
	var buf [64]byte
	for _, first := range text.Firsts {
		if h := xxh3.Hash(token.AppendKey(buf[:0], text.Word(int(first)))); r.seen.add(h) {
			r.fresh = append(r.fresh, h)
		}
	}
	return r.fresh
}

// A hashSet is a set of hashes with a known most number of members, open
// addressing: the hashes are as good as random, so their own bits are the
// place.
type hashSet struct {
	slots []uint64
	zero  bool // 0, which marks an empty slot, is in the set
}

// reset empties the set and makes room for so many.
func (s *hashSet) reset(most int) {
	n := 2 << bits.Len(uint(most))
	s.slots, s.zero = slices.Grow(s.slots[:0], n)[:n], false
	clear(s.slots)
}

// add adds a hash and reports whether it is new.
func (s *hashSet) add(h uint64) bool {
	if h == 0 {
		fresh := !s.zero
		s.zero = true
		return fresh
	}
	mask := uint64(len(s.slots) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		switch s.slots[i] {
		case h:
			return false
		case 0:
			s.slots[i] = h
			return true
		}
	}
}

// count returns in how many documents the word stands, at most a little too
// high.
func (l *lexicon) count(key string) int {
	h := xxh3.HashString(key)
	return int(min(atomic.LoadUint32(&l.rows[0][slot(h, 0)]), atomic.LoadUint32(&l.rows[1][slot(h, 1)])))
}

func slot(h uint64, row int) uint64 {
	return h >> (64 - lexiconBits - 20*row) & (1<<lexiconBits - 1)
}

// A tally counts in how many clusters something stands.
type tally map[uint64]int32

// A tallied is what one cluster has added to a tally: everything once.
type tallied struct {
	to   tally
	seen map[uint64]bool
}

func newTallied(to tally) tallied { return tallied{to, map[uint64]bool{}} }

// add counts a hash; 0 stands for nothing.
func (t tallied) add(h uint64) {
	if h != 0 && !t.seen[h] {
		t.seen[h] = true
		t.to[h]++
	}
}

// hashKeys identifies a run of words.
func hashKeys(keys []string) uint64 {
	h := xxh3.New()
	for _, k := range keys {
		_, _ = h.WriteString(k)   // never fails
		_, _ = h.Write([]byte{0}) // never fails
	}
	return h.Sum64()
}

// heads returns the hashes of the heads of a document's flagged proposals,
// each once.
func heads(doc *corpus.Document) []uint64 {
	var out []uint64
	seen := map[uint64]bool{}
	for _, p := range doc.Proposals {
		if p.Head == "" {
			continue
		}
		if h := xxh3.HashString(p.Head); !seen[h] {
			seen[h] = true
			out = append(out, h)
		}
	}
	return out
}
