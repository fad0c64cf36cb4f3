package spam

// A room gives slices that are needed while a page is looked at: the next page
// takes the same memory again.
type room[T any] struct {
	all  []T
	used int
}

// take gives n cells that are zero.
func (r *room[T]) take(n int) []T {
	if r.used+n > len(r.all) { // what was taken before keeps the old memory
		r.all, r.used = make([]T, max(2*len(r.all), 8*n)), 0
	}
	out := r.all[r.used : r.used+n : r.used+n]
	r.used += n
	clear(out)
	return out
}

// leave makes all of it free.
func (r *room[T]) leave() { r.used = 0 }
