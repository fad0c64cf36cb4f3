package pipeline

import (
	"fmt"

	"github.com/urtext/urtext/pipeline/corpus"
)

// An intake tells whether there is anything to work on: a record, or at least
// one that was there and could not be read.
type intake struct {
	records bool
	first   *corpus.Fault // of inputs that cannot be opened
}

// fault notes a record that cannot be read, or an input that cannot be opened.
func (in *intake) fault(f corpus.Fault) {
	switch {
	case f.Reason != corpus.Unreadable:
		in.records = true
	case in.first == nil:
		in.first = &f
	}
}

// check fails when there was nothing, and says why.
func (in intake) check(opt Options) error {
	switch {
	case in.records:
		return nil
	case in.first != nil:
		return fmt.Errorf("%w: %s: %s", ErrNoInput, in.first.Source.Path, in.first.Detail)
	}
	return opt.noRecord()
}
