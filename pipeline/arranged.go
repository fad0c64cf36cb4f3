package pipeline

import (
	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/store"
)

// arranged holds copies of the documents that are read next, in the order in
// which they are: the spool has them as they came, and a disk that is asked for
// one here and one there gives a few hundred in a second.
type arranged struct {
	spool  *store.Spool
	budget int64

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
	budget := opt.Memory
	if budget <= 0 {
		budget = defaultMemory
	}
	return &arranged{spool: spool, budget: budget}
}

// next is told which documents of the spool are read next, each once.
func (b *arranged) next(list []int32) error {
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

// read gives a document of the spool.
func (b *arranged) read(n int32) (*corpus.Document, error) {
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
