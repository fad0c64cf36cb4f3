package pipeline

import (
	"encoding/binary"
	"errors"
	"math"
	"sort"
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

// copyNotes are the notes of a search. While documents are read they lie in memory,
// then in a file, in which they are looked up by their place in the order of ids:
// while documents are clustered nobody asks for them, and millions would take what
// others need.
type copyNotes struct {
	pieces[copyNote]
	ids   names
	noted *noted
}

// blanks are the places of the notes of documents without words, which are not
// compared, sorted. They are few: those of all others are not listed.
type blanks []int32

// other is the place of a note that is none of them, by its place among such.
func (l blanks) other(i int32) int32 {
	before := sort.Search(len(l), func(k int) bool { return l[k]-int32(k) > i })
	return i + int32(before)
}

// write puts the notes, in an order, into a file in dir, and forgets them.
func (l *copyNotes) write(dir string, order []int32) (err error) {
	if l.noted, err = newNoted(dir); err != nil {
		return err
	}
	var buf []byte
	for _, i := range order {
		buf = l.at(i).append(buf[:0])
		if _, err := l.noted.add(buf); err != nil {
			return err
		}
	}
	l.ids = names{}
	l.free()
	return l.noted.done()
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

// close removes the file.
func (l *copyNotes) close() error { return l.noted.close() }

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
