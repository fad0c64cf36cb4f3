package segment

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
)

// A Piece is a stretch of a file, in bytes.
type Piece struct {
	At  int64
	Len int32
}

// Sizes of what is read and written at one time.
const (
	readAhead   = 1 << 20
	readNear    = 64 << 10 // where pieces lie far apart
	farApart    = 64       // bytes between pieces for one of them
	mostBuckets = 256
	bucketRoom  = 32 << 10
)

// Rearrange calls do for each piece of src, in the order of the list; the data
// are good until do returns. It reads src once, from front to back, and each
// piece in no more than some budget of bytes: where they take more, they go
// through files in dir, each of which holds what comes next to each other.
func Rearrange(dir string, budget int64, src io.ReaderAt, pieces []Piece, do func(i int, data []byte) error) error {
	if len(pieces) == 0 {
		return nil
	}
	r := newRearrangement(src, pieces, budget)
	if len(r.ends) == 1 {
		b, err := r.load(0, len(pieces))
		if err != nil {
			return err
		}
		return b.each(do)
	}
	folder, err := os.MkdirTemp(dir, "rearranged-")
	if err != nil {
		return err
	}
	err = r.scatter(folder)
	for k := 0; k < len(r.ends) && err == nil; k++ {
		err = r.collect(folder, k, do)
	}
	return errors.Join(err, os.RemoveAll(folder))
}

type rearrangement struct {
	forward forward
	pieces  []Piece
	order   []int32 // of the pieces, as they lie in the file
	ends    []int   // of each bucket, in the list
	sizes   []int64 // of each bucket
	room    []byte  // that one bucket after another is read into
}

// newRearrangement divides the pieces, in the order in which they are asked for,
// into buckets that fit the budget, and notes in which order they lie in the
// file.
func newRearrangement(src io.ReaderAt, pieces []Piece, budget int64) *rearrangement {
	r := &rearrangement{forward: forward{src: src, ahead: readAhead}, pieces: pieces, order: make([]int32, len(pieces))}
	total := int64(0)
	for i, x := range pieces {
		r.order[i] = int32(i)
		total += int64(x.Len)
	}
	slices.SortFunc(r.order, func(i, j int32) int {
		if a, b := pieces[i].At, pieces[j].At; a != b {
			return int(max(-1, min(1, a-b)))
		}
		return int(i - j)
	})
	last := pieces[r.order[len(pieces)-1]]
	if extent := last.At + int64(last.Len) - pieces[r.order[0]].At; extent/farApart > total {
		r.forward.ahead = readNear
	}
	share := max(budget, total/mostBuckets+1)
	size := int64(0)
	for i, x := range pieces {
		if size > 0 && size+int64(x.Len) > share {
			r.ends, r.sizes, size = append(r.ends, i), append(r.sizes, size), 0
		}
		size += int64(x.Len)
	}
	r.ends, r.sizes = append(r.ends, len(pieces)), append(r.sizes, size)
	return r
}

// A bucket is pieces that come next to each other.
type bucket struct {
	first int
	at    []int64 // in data
	sizes []Piece
	data  []byte
}

func newBucket(first int, pieces []Piece) *bucket {
	b := &bucket{first: first, at: make([]int64, len(pieces)), sizes: pieces}
	return b
}

func (b *bucket) each(do func(i int, data []byte) error) error {
	for i, at := range b.at {
		if err := do(b.first+i, b.data[at:at+int64(b.sizes[i].Len)]); err != nil {
			return err
		}
	}
	return nil
}

// load reads all pieces, which are one bucket, into memory.
func (r *rearrangement) load(first, end int) (*bucket, error) {
	b := newBucket(first, r.pieces[first:end])
	b.data = make([]byte, 0, r.sizes[0])
	for _, i := range r.order {
		data, err := r.forward.get(r.pieces[i])
		if err != nil {
			return nil, err
		}
		b.at[i] = int64(len(b.data))
		b.data = append(b.data, data...)
	}
	return b, nil
}

func bucketPath(folder string, k int) string { return filepath.Join(folder, fmt.Sprint(k)) }

// scatter writes each piece, after its place in the list, to the file of its
// bucket.
func (r *rearrangement) scatter(folder string) (err error) {
	files, writers := make([]*os.File, len(r.ends)), make([]*bufio.Writer, len(r.ends))
	defer func() {
		for _, f := range files {
			if f != nil {
				err = errors.Join(err, f.Close())
			}
		}
	}()
	for k := range files {
		if files[k], err = os.Create(bucketPath(folder, k)); err != nil {
			return err
		}
		writers[k] = bufio.NewWriterSize(files[k], bucketRoom)
	}
	for _, i := range r.order {
		data, err := r.forward.get(r.pieces[i])
		if err != nil {
			return err
		}
		k, _ := slices.BinarySearch(r.ends, int(i)+1)
		var head [4]byte
		binary.LittleEndian.PutUint32(head[:], uint32(i))
		if _, err := writers[k].Write(head[:]); err != nil {
			return err
		}
		if _, err := writers[k].Write(data); err != nil {
			return err
		}
	}
	for _, w := range writers {
		if err := w.Flush(); err != nil {
			return err
		}
	}
	return nil
}

// collect reads a bucket back and removes its file.
func (r *rearrangement) collect(folder string, k int, do func(i int, data []byte) error) error {
	first := 0
	if k > 0 {
		first = r.ends[k-1]
	}
	b := newBucket(first, r.pieces[first:r.ends[k]])
	if err := r.read(b, bucketPath(folder, k), r.sizes[k]+4*int64(len(b.at))); err != nil {
		return err
	}
	for at := int64(0); at < int64(len(b.data)); {
		i := int(binary.LittleEndian.Uint32(b.data[at:]))
		if i < first || i >= r.ends[k] {
			return fmt.Errorf("%s at byte %d: no such piece: %w", bucketPath(folder, k), at, ErrDamaged)
		}
		b.at[i-first] = at + 4
		at += 4 + int64(r.pieces[i].Len)
	}
	return errors.Join(b.each(do), os.Remove(bucketPath(folder, k)))
}

// read reads the file of a bucket, which has so many bytes.
func (r *rearrangement) read(b *bucket, path string, size int64) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	r.room = slices.Grow(r.room[:0], int(size)+1)[:size+1] // one more: the file must end
	n, err := io.ReadFull(f, r.room)
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		err = nil
	}
	if b.data = r.room[:n]; err == nil && int64(n) != size {
		err = fmt.Errorf("%s: wrong length: %w", path, ErrDamaged)
	}
	return errors.Join(err, f.Close())
}

// forward reads a file from front to back, much at a time.
type forward struct {
	src   io.ReaderAt
	ahead int
	at    int64
	buf   []byte
}

// get gives a piece; it begins where the one before began, or later.
func (f *forward) get(x Piece) ([]byte, error) {
	if end := x.At + int64(x.Len); x.At < f.at || end > f.at+int64(len(f.buf)) {
		n := max(int(x.Len), f.ahead)
		f.buf = slices.Grow(f.buf[:0], n)[:n]
		read, err := f.src.ReadAt(f.buf, x.At)
		f.at, f.buf = x.At, f.buf[:read]
		if read < int(x.Len) {
			return nil, errors.Join(err, io.ErrUnexpectedEOF)
		}
	}
	from := x.At - f.at
	return f.buf[from : from+int64(x.Len)], nil
}
