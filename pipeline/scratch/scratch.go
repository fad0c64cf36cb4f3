// Package scratch gives slices that are needed while one document is looked at
// and whose memory the next document takes again, and numbers names in such.
package scratch

// A Room holds the memory. The zero Room is empty.
type Room[T any] struct {
	all  []T
	used int
}

// Take gives n cells that are zero, until Leave.
func (r *Room[T]) Take(n int) []T {
	if r.used+n > len(r.all) { // what was taken before keeps the old memory
		r.all, r.used = make([]T, 2*max(len(r.all), n)), 0
	}
	out := r.all[r.used : r.used+n : r.used+n]
	r.used += n
	clear(out)
	return out
}

// Leave makes all of it free: nobody may use what was taken before.
func (r *Room[T]) Leave() { r.used = 0 }

// Cells gives n cells that are zero, of the old ones if they are enough.
func Cells[T any](old []T, n int) []T {
	if cap(old) < n {
		return make([]T, n)
	}
	old = old[:n]
	clear(old)
	return old
}
