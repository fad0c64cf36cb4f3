package pipeline

import (
	"cmp"
	"slices"
)

// byID orders notes by id, and those of one id by content.
func (d *dups) byID(a, b copyNote) int {
	return cmp.Or(cmp.Compare(a.id, b.id), cmp.Compare(a.hash, b.hash), d.bySource(a, b))
}

func (d *dups) bySource(a, b copyNote) int {
	return cmp.Or(cmp.Compare(d.paths[a.path], d.paths[b.path]), cmp.Compare(a.record, b.record))
}

// order puts the member that is kept first; the others stand by id.
func (d *dups) order(members []int32) {
	better := d.policy(members)
	kept := slices.MinFunc(members, func(x, y int32) int {
		a, b := d.notes[x], d.notes[y]
		return cmp.Or(better(a, b), cmp.Compare(b.words, a.words), cmp.Compare(a.hash, b.hash), cmp.Compare(x, y))
	})
	slices.SortFunc(members, func(x, y int32) int {
		switch {
		case x == kept && y != kept:
			return -1
		case y == kept && x != kept:
			return 1
		}
		return cmp.Compare(x, y)
	})
}

// policy compares two documents of a cluster by what --keep asks for, the
// better one first. A part, however clean, is not what is wanted of an article
// of which there is more.
func (d *dups) policy(members []int32) func(a, b copyNote) int {
	switch d.opt.Keep {
	case KeepEarliest:
		return d.bySource
	case KeepCleanest:
		most := int32(0)
		for _, m := range members {
			most = max(most, d.notes[m].words)
		}
		return func(a, b copyNote) int {
			whole := cmp.Compare(b2i(2*b.words >= most), b2i(2*a.words >= most))
			return cmp.Or(whole, cmp.Compare(a.damage, b.damage))
		}
	}
	return func(a, b copyNote) int { return cmp.Compare(b.words, a.words) }
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
