package pipeline

import (
	"cmp"
	"encoding/binary"
	"errors"
	"maps"
	"math"
	"slices"
	"sort"
	"sync"

	"github.com/urtext/urtext/pipeline/segment"
)

// A copyNote is what is known of a document besides its card on the shelf.
type copyNote struct {
	id     string
	hash   uint64 // of the text as read
	offset int64
	path   int32 // in dups.paths
	record int32
	text   int32 // see arranged
	shelf  int32 // -1: no words
	words  int32
	damage float32 // see damageOf
}

// copyNotes are the notes of a search. While documents are read they are sorted by
// their ids, beyond a share of memory in files; then they lie in a file, in which they
// are looked up by their place in that order: millions would take what others need.
type copyNotes struct {
	mu     sync.Mutex
	ids    names
	count  int
	sorted *segment.Sorter[copyNote]
	noted  *noted
}

// notesShare of --memory is for notes that are sorted at one time, noteBytes of which
// one takes.
const (
	notesShare = 128
	noteBytes  = 96
)

// newCopyNotes makes an empty list, its files in dir, of notes that compare brings into
// their order, a total one.
func newCopyNotes(opt Options, dir string, compare func(a, b copyNote) int) *copyNotes {
	limit := cmp.Or(max(opt.Memory, 0), defaultMemory) / notesShare / noteBytes / 2 // twice: a full list is sorted while another fills
	codec := segment.Codec[copyNote]{
		Append:  func(dst []byte, _, n copyNote) []byte { return n.appendSized(dst) },
		Next:    nextNote,
		Compare: compare,
	}
	return &copyNotes{sorted: segment.NewSorter(dir, "copies", segment.Label{Kind: 1, Version: 1}, codec, int(limit), opt.workers())}
}

// blanks are the places of the notes of documents without words, which are not
// compared, sorted. They are few: those of all others are not listed.
type blanks []int32

// other is the place of a note that is none of them, by its place among such.
func (l blanks) other(i int32) int32 {
	before := sort.Search(len(l), func(k int) bool { return l[k]-int32(k) > i })
	return i + int32(before)
}

// add keeps a note.
func (l *copyNotes) add(n copyNote) error {
	l.mu.Lock()
	n.id = l.ids.keep(n.id)
	l.count++
	l.mu.Unlock()
	return l.sorted.Add(n)
}

// settle puts the notes, in their order, into a file in dir, and makes the ids unique. It
// returns how often an id came, when more than once.
func (l *copyNotes) settle(dir string) (same map[string]int, err error) {
	again, err := l.write(dir)
	l.ids = names{}
	if err = errors.Join(err, l.sorted.Close()); err != nil || !again {
		return nil, err
	}
	ids := idReader{of: l.noted, block: -1}
	same, renamed := uniqueIDs(l.count, ids.id)
	if ids.err != nil {
		return nil, ids.err
	}
	return same, l.rename(dir, renamed)
}

// write puts the notes into a file in dir and reports whether an id comes again.
func (l *copyNotes) write(dir string) (again bool, err error) {
	if l.noted, err = newNoted(dir); err != nil {
		return false, err
	}
	stream, err := l.sorted.Sorted()
	if err != nil {
		return false, err
	}
	var buf []byte
	last := ""
	for {
		n, ok, err := stream.Next()
		if err != nil || !ok {
			return again, errors.Join(err, stream.Close(), l.noted.done())
		}
		again = again || l.noted.n > 0 && n.id == last
		last, buf = n.id, n.append(buf[:0])
		if _, err := l.noted.add(buf); err != nil {
			return false, errors.Join(err, stream.Close())
		}
	}
}

// rename gives notes, by their places, other ids, and puts all into a new file by these.
func (l *copyNotes) rename(dir string, renamed map[int]string) (err error) {
	old := l.noted
	if l.noted, err = newNoted(dir); err != nil {
		return errors.Join(err, old.close())
	}
	moved := slices.SortedFunc(maps.Keys(renamed), func(a, b int) int { return cmp.Compare(renamed[a], renamed[b]) })
	var n copyNote
	var buf []byte
	add := func(id string) error {
		n.id = id
		buf = n.append(buf[:0])
		_, err := l.noted.add(buf)
		return err
	}
	upTo := func(before func(id string) bool) error {
		for ; len(moved) > 0 && before(renamed[moved[0]]); moved = moved[1:] {
			kept := n
			err := old.read(int32(moved[0]), n.decode)
			if err == nil {
				err = add(renamed[moved[0]])
			}
			if n = kept; err != nil {
				return err
			}
		}
		return nil
	}
	err = old.each(func(i int32, record []byte) error {
		if _, ok := renamed[int(i)]; ok {
			return nil
		}
		if err := n.decode(record); err != nil {
			return err
		}
		id := n.id
		if err := upTo(func(x string) bool { return x < id }); err != nil {
			return err
		}
		return add(id)
	})
	if err == nil {
		err = upTo(func(string) bool { return true })
	}
	return errors.Join(err, l.noted.done(), old.close())
}

// An idReader gives the ids of notes that were written, those of a block at a time.
type idReader struct {
	of    *noted
	block int
	ids   []string
	err   error
}

func (r *idReader) id(i int) string {
	if b := i / notedBlock; b != r.block && r.err == nil {
		r.block, r.ids = b, r.ids[:0]
		r.err = r.of.block(b, func(_ int32, record []byte) error {
			var n copyNote
			err := n.decode(record)
			r.ids = append(r.ids, n.id)
			return err
		})
	}
	if r.err != nil {
		return ""
	}
	return r.ids[i%notedBlock]
}

// read gives note i of those written. It may be called from many goroutines.
func (l *copyNotes) read(i int32) (n copyNote, err error) {
	err = l.noted.read(i, n.decode)
	return n, err
}

// readAll gives some notes.
func (l *copyNotes) readAll(list []int32) ([]copyNote, error) {
	out := make([]copyNote, len(list))
	var err error
	for k := 0; k < len(list) && err == nil; k++ {
		out[k], err = l.read(list[k])
	}
	return out, err
}

// each calls do for all notes, in their order.
func (l *copyNotes) each(do func(i int32, n copyNote) error) error {
	return l.noted.each(func(i int32, record []byte) error {
		var n copyNote
		if err := n.decode(record); err != nil {
			return err
		}
		return do(i, n)
	})
}

// close removes the files.
func (l *copyNotes) close() error { return errors.Join(l.sorted.Close(), l.noted.close()) }

// appendSized is append behind the length of what it writes.
func (n *copyNote) appendSized(dst []byte) []byte {
	var room [128]byte
	record := n.append(room[:0])
	return append(binary.AppendUvarint(dst, uint64(len(record))), record...)
}

// nextNote reads what appendSized wrote.
func nextNote(src []byte, _ copyNote) (n copyNote, rest []byte, ok bool) {
	size, k := binary.Uvarint(src)
	if k <= 0 || size > uint64(len(src)-k) {
		return n, src, false
	}
	end := k + int(size)
	return n, src[end:], n.decode(src[k:end]) == nil
}

func (n *copyNote) append(dst []byte) []byte {
	dst = binary.LittleEndian.AppendUint64(dst, n.hash)
	dst = binary.LittleEndian.AppendUint32(dst, math.Float32bits(n.damage))
	for _, x := range []int64{n.offset, int64(n.path), int64(n.record), int64(n.text), int64(n.shelf), int64(n.words)} {
		dst = binary.AppendVarint(dst, x)
	}
	return append(dst, n.id...)
}

// errNote says that a note is not as it was written.
var errNote = errors.New("a note is damaged")

// decode reads what append wrote.
func (n *copyNote) decode(src []byte) error {
	if len(src) < 12 {
		return errNote
	}
	n.hash, n.damage = binary.LittleEndian.Uint64(src), math.Float32frombits(binary.LittleEndian.Uint32(src[8:]))
	src = src[12:]
	var x [6]int64
	for i := range x {
		var k int
		if x[i], k = binary.Varint(src); k <= 0 {
			return errNote
		}
		src = src[k:]
	}
	n.offset, n.path, n.record, n.text, n.shelf, n.words = x[0], int32(x[1]), int32(x[2]), int32(x[3]), int32(x[4]), int32(x[5])
	n.id = string(src)
	return nil
}
