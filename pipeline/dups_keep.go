package pipeline

import "cmp"

// byID orders notes by id, and those of one id by content. It may be called while
// documents are read.
func (d *dups) byID(a, b copyNote) int {
	if a.id != b.id {
		return cmp.Compare(a.id, b.id)
	}
	if a.hash != b.hash {
		return cmp.Compare(a.hash, b.hash)
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.bySource(a, b)
}

func (d *dups) bySource(a, b copyNote) int {
	return cmp.Or(cmp.Compare(d.paths[a.path], d.paths[b.path]), cmp.Compare(a.record, b.record))
}

// kept is the place of the document of a cluster that is kept, of its notes in
// their order.
func (d *dups) kept(notes []copyNote) int {
	better, best := d.policy(notes), 0
	for i := range notes {
		a, b := notes[i], notes[best]
		if cmp.Or(better(a, b), cmp.Compare(b.words, a.words), cmp.Compare(a.hash, b.hash)) < 0 {
			best = i
		}
	}
	return best
}

// policy compares two documents of a cluster by what --keep asks for, the
// better one first. A part, however clean, is not what is wanted of an article
// of which there is more.
func (d *dups) policy(notes []copyNote) func(a, b copyNote) int {
	switch d.opt.Keep {
	case KeepEarliest:
		return d.bySource
	case KeepCleanest:
		most := int32(0)
		for _, n := range notes {
			most = max(most, n.words)
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
