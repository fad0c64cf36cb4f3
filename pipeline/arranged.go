package pipeline

import (
	"slices"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/store"
)

// arranged gives documents to be read again. The first ones it holds. Of the
// others, which lie in a spool as they came, it makes copies in the order in which
// they are read next: a disk that is asked for one here and one there gives a few
// hundred in a second.
type arranged struct {
	spool  *store.Spool
	budget int64
	held   lap

	copies *store.Spool
	at     []int32 // of each document of the spool, its number in copies, or -1
}

// arrangedShare of --memory is for documents that are brought into order; where
// the spool is smaller than memory is, the system keeps it at hand.
const (
	arrangedShare = 8
	defaultMemory = 1 << 30
)

func newArranged(opt Options, spool *store.Spool) *arranged {
	budget, room := opt.Memory, opt.Memory/lapShare
	if budget <= 0 {
		budget, room = defaultMemory, defaultLap
	}
	return &arranged{spool: spool, budget: budget, held: lap{room: room}}
}

// append keeps a document and gives its number: that of the spool, or, below zero,
// the complement of that of those held.
func (b *arranged) append(doc *corpus.Document) (int32, error) {
	if n, ok := b.held.take(doc); ok {
		return ^int32(n), nil
	}
	n, err := b.spool.Append(doc)
	return int32(n), err
}

// next is told which documents are read next, each once; it changes the list.
func (b *arranged) next(list []int32) error {
	list = slices.DeleteFunc(list, func(n int32) bool { return n < 0 })
	if b.spool.Size() <= b.budget {
		return nil
	}
	if err := b.clear(); err != nil {
		return err
	}
	copies, err := b.spool.Arranged(b.budget/arrangedShare, list)
	if err != nil {
		return err
	}
	b.copies = copies
	if b.at == nil {
		b.at = make([]int32, b.spool.Len())
	}
	for i := range b.at {
		b.at[i] = -1
	}
	for i, n := range list {
		b.at[n] = int32(i)
	}
	return nil
}

// read gives a document by its number.
func (b *arranged) read(n int32) (*corpus.Document, error) {
	if n < 0 {
		return b.held.read(int(^n)), nil
	}
	if b.copies != nil && b.at[n] >= 0 {
		return b.copies.Read(int(b.at[n]))
	}
	return b.spool.Read(int(n))
}

// clear takes the copies away.
func (b *arranged) clear() error {
	var err error
	if b.copies != nil {
		err = b.copies.Close()
	}
	b.copies = nil
	return err
}
