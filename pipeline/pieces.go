package pipeline

import (
	"slices"
	"strings"
)

// pieces is a list that grows piece by piece: one of millions that is moved when it
// grows is twice in memory for a moment.
type pieces[T any] struct {
	list  [][]T // of pieceSize each but the last
	count int
}

const pieceSize = 4096

func (p *pieces[T]) add(x T) {
	if p.count%pieceSize == 0 {
		p.list = append(p.list, make([]T, 0, pieceSize))
	}
	last := &p.list[len(p.list)-1]
	*last = append(*last, x)
	p.count++
}

func (p *pieces[T]) at(i int32) *T { return &p.list[i/pieceSize][i%pieceSize] }

// order lists the places of all, sorted; they stay where they are.
func (p *pieces[T]) order(compare func(a, b *T) int) []int32 {
	out := make([]int32, p.count)
	for i := range out {
		out[i] = int32(i)
	}
	slices.SortFunc(out, func(a, b int32) int { return compare(p.at(a), p.at(b)) })
	return out
}

// free forgets all but their number.
func (p *pieces[T]) free() { p.list = nil }

// names copies names to where others lie: apart they take twice as much.
type names struct{ last strings.Builder }

// nameRoom is how much is made room for at one time.
const nameRoom = 1 << 16

func (n *names) keep(name string) string {
	if n.last.Len()+len(name) > n.last.Cap() {
		n.last = strings.Builder{}
		n.last.Grow(max(nameRoom, len(name)))
	}
	from := n.last.Len()
	n.last.WriteString(name)
	return n.last.String()[from:]
}
