package cluster

// A rivalry counts how many ends might go on from one, or come before it, without
// looking at each: by their page numbers, less those of which it is known that a
// passage tells them apart.
type rivalry struct {
	p               *prover
	stars           *starList
	ends            []end
	afters, befores map[int32]int     // ends by their page number, 0 for none
	all             [2]int            // of both kinds
	at              map[int32]int     // of a centre, its end
	apart           map[int32][]int32 // of a centre, the centres that are known not to be strangers
}

// newRivalry counts the ends that go on and those that are gone on to, by page,
// and notes the stars that were found to be apart.
func (p *prover) newRivalry(stars *starList, ends []end) *rivalry {
	r := &rivalry{p: p, stars: stars, ends: ends, afters: map[int32]int{}, befores: map[int32]int{}, at: map[int32]int{}, apart: map[int32][]int32{}}
	for i, e := range ends {
		r.at[stars.at(e.star).centre] = i
		if e.part.After {
			r.afters[max(e.part.Page, 0)]++
			r.all[0]++
		}
		if e.part.Before {
			r.befores[max(e.part.Page, 0)]++
			r.all[1]++
		}
	}
	for x, k := range p.known {
		if _, ok := r.at[x[0]]; !ok || p.found.at(k).cause == TooLittle {
			continue
		}
		if _, ok := r.at[x[1]]; ok {
			r.apart[x[0]], r.apart[x[1]] = append(r.apart[x[0]], x[1]), append(r.apart[x[1]], x[0])
		}
	}
	return r
}

// after is how many ends fit behind end i, which is continued.
func (r *rivalry) after(i int) int {
	e := r.ends[i]
	if !e.part.Before {
		return 0
	}
	n := r.all[0]
	if e.part.Page > 0 {
		n = r.afters[0] + r.afters[e.part.Page+1]
	}
	return n - r.known(e, func(other end) bool { return numbered(e, other) })
}

// before is how many ends fit before end j, which goes on from another.
func (r *rivalry) before(j int) int {
	e := r.ends[j]
	if !e.part.After {
		return 0
	}
	n := r.all[1]
	if e.part.Page > 0 {
		if n = r.befores[0]; e.part.Page > 1 {
			n += r.befores[e.part.Page-1]
		}
	}
	return n - r.known(e, func(other end) bool { return numbered(other, e) })
}

// known is how many that fit are end e itself, or known not to be strangers to it.
func (r *rivalry) known(e end, fits func(other end) bool) int {
	self := e
	self.star = -1
	n := b2i(fits(self))
	for _, c := range r.apart[r.stars.at(e.star).centre] {
		n += b2i(fits(r.ends[r.at[c]]))
	}
	return n
}
