package pipeline

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strings"
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
	chunks [][]copyNote // of noteChunk each but the last
	count  int
	ids    strings.Builder // of the last chunk of ids

	file   *os.File
	blocks []int64 // where every block of noteBlock notes begins; the last is the end
}

// noteChunk is how many notes lie in one piece: a list of millions that grows is
// twice in memory for a moment. noteBlock is how many are read to get one.
const (
	noteChunk = 4096
	noteBlock = 16
	idChunk   = 1 << 16
)

// add keeps a note, whose id it copies.
func (l *copyNotes) add(n copyNote) {
	if l.count%noteChunk == 0 {
		l.chunks = append(l.chunks, make([]copyNote, 0, noteChunk))
	}
	n.id = l.intern(n.id)
	last := &l.chunks[len(l.chunks)-1]
	*last = append(*last, n)
	l.count++
}

// intern copies an id to where others lie: apart they take twice as much.
func (l *copyNotes) intern(id string) string {
	if l.ids.Len()+len(id) > l.ids.Cap() {
		l.ids = strings.Builder{}
		l.ids.Grow(max(idChunk, len(id)))
	}
	from := l.ids.Len()
	l.ids.WriteString(id)
	return l.ids.String()[from:]
}

// take gives the notes in one list and forgets them.
func (l *copyNotes) take() []copyNote {
	out := make([]copyNote, 0, l.count)
	for i, c := range l.chunks {
		out, l.chunks[i] = append(out, c...), nil
	}
	l.chunks, l.ids = nil, strings.Builder{}
	return out
}

// write puts notes, in their order, into a file in dir.
func (l *copyNotes) write(dir string, notes []copyNote) (err error) {
	if l.file, err = os.CreateTemp(dir, "notes-*"); err != nil {
		return err
	}
	l.count = len(notes)
	w := bufio.NewWriterSize(l.file, 1<<18)
	var buf []byte
	at := int64(0)
	for block := range slices.Chunk(notes, noteBlock) {
		l.blocks = append(l.blocks, at)
		buf = buf[:0]
		for i := range block {
			buf = block[i].append(buf)
		}
		at += int64(len(buf))
		if _, err := w.Write(buf); err != nil {
			return err
		}
	}
	l.blocks = append(l.blocks, at)
	return w.Flush()
}

// read gives note i of those written. It may be called from many goroutines.
func (l *copyNotes) read(i int32) (n copyNote, err error) {
	err = l.readBlock(int(i)/noteBlock, func(k int32, x copyNote) error {
		if k == i {
			n = x
		}
		return nil
	})
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
	for b := range max(0, len(l.blocks)-1) {
		if err := l.readBlock(b, do); err != nil {
			return err
		}
	}
	return nil
}

func (l *copyNotes) readBlock(b int, do func(i int32, n copyNote) error) error {
	data := make([]byte, l.blocks[b+1]-l.blocks[b])
	if _, err := l.file.ReadAt(data, l.blocks[b]); err != nil && err != io.EOF {
		return err
	}
	for i := b * noteBlock; len(data) > 0; i++ {
		var n copyNote
		if data = n.decode(data); data == nil {
			return fmt.Errorf("note %d is damaged", i)
		}
		if err := do(int32(i), n); err != nil {
			return err
		}
	}
	return nil
}

// close removes the file.
func (l *copyNotes) close() error {
	if l.file == nil {
		return nil
	}
	return errors.Join(l.file.Close(), os.Remove(l.file.Name()))
}

func (n *copyNote) append(dst []byte) []byte {
	dst = binary.AppendUvarint(dst, uint64(len(n.id)))
	dst = append(dst, n.id...)
	dst = binary.LittleEndian.AppendUint64(dst, n.hash)
	dst = binary.LittleEndian.AppendUint32(dst, math.Float32bits(n.damage))
	for _, x := range []int64{n.offset, int64(n.path), int64(n.record), int64(n.text), int64(n.shelf), int64(n.words)} {
		dst = binary.AppendVarint(dst, x)
	}
	return dst
}

// decode reads what append wrote and returns what is left, nil where the data are
// damaged.
func (n *copyNote) decode(src []byte) []byte {
	size, k := binary.Uvarint(src)
	if k <= 0 || uint64(len(src)-k) < size+12 {
		return nil
	}
	n.id, src = string(src[k:k+int(size)]), src[k+int(size):]
	n.hash, n.damage = binary.LittleEndian.Uint64(src), math.Float32frombits(binary.LittleEndian.Uint32(src[8:]))
	src = src[12:]
	var x [6]int64
	for i := range x {
		var k int
		if x[i], k = binary.Varint(src); k <= 0 {
			return nil
		}
		src = src[k:]
	}
	n.offset, n.path, n.record, n.text, n.shelf, n.words = x[0], int32(x[1]), int32(x[2]), int32(x[3]), int32(x[4]), int32(x[5])
	return src[:len(src):len(src)]
}
