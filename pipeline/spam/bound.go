package spam

// What binds a sentence in another language to what was injected is what both name:
// what is for sale. That may be two words in a row that nothing else has, or one that
// a phrase or a title has that is certain. Either must have its place in the sentence: in
// one that was left untranslated a phrase may be injected that was not found.

// bound reports such a sentence: with what it names in its place, with a price and a
// word of what is for sale, or with several such words. Where most of what is in other
// languages was injected, and the page is no manual, it need only be as short as offers
// are, or have one such word; where only most of what was injected is in other languages,
// be so short and have a number.
func (a *assay) bound(i int) bool {
	u := &a.all[i]
	t := &u.traits
	a.overlap(i)
	defer a.forget()
	wares := a.waresOf(i)
	switch {
	case (a.invaded || a.alien && t[numbered] > 0) && t[handy] > 0 && !a.echoing:
		return true
	case wares == 0:
		return a.pairedWith(i)
	case a.invaded || t[pricedAt]+t[rebated] > 0:
		return true
	}
	return wares > 1 && t[handy] > 0 && t[akinShare]+t[contested] >= .2 || a.pairedWith(i) || a.namesWare(i)
}

// waresOf counts the wares of a sentence that nothing vouches for and that are function
// words of no tongue.
func (a *assay) waresOf(i int) (n int) {
	for stem := range a.matter(&a.all[i]) {
		if a.wares[stem] > 0 && !a.knows(i, stem) {
			n++
		}
	}
	return n
}

// A pair says in which units two words stand in a row, and whether they do in what was
// cut inside a sentence.
type pair struct {
	units []int32
	cut   bool
}

// eachPair calls f for two words of content in a row, of no function word of any
// tongue: their name, and the second.
func (a *assay) eachPair(s stretch, f func(name uint64, i int)) {
	last, after := int32(0), false
	for i := s.from; i < s.to; i++ {
		stem, ok := a.p.term(i)
		if ok = ok && a.p.tonguesOf(a.p.words[i].key) == 0; ok && after && a.p.onlySpace(i) {
			f(pairName(last, stem), i)
		}
		last, after = stem, ok
	}
}

// pairUp notes where each two words stand in a row.
func (a *assay) pairUp() {
	a.pairs = make(map[uint64]*pair)
	for k := range a.all {
		a.eachPair(a.all[k].stretch, func(name uint64, i int) {
			q := a.pairs[name]
			if q == nil {
				q = &pair{}
				a.pairs[name] = q
			}
			if a.cut[i-1] && a.cut[i] && !a.all[k].convicted {
				q.cut = true
			} else if n := len(q.units); n == 0 || q.units[n-1] != int32(k) {
				q.units = append(q.units, int32(k))
			}
		})
	}
}

// pairedWith reports two words of a short sentence, in their place, that stand in a row
// in what was injected, and in no unit that vouches for them and is not of its mould.
// Other sentences in another language are no proof, since what is left untranslated
// has words in common.
func (a *assay) pairedWith(i int) (found bool) {
	u := &a.all[i]
	if u.traits[handy] == 0 {
		return false
	}
	if a.pairs == nil {
		a.pairUp()
	}
	a.eachPair(u.stretch, func(name uint64, k int) {
		if found || a.cut[k-1] && a.cut[k] {
			return
		}
		q := a.pairs[name]
		injected := q.cut
		for _, j := range q.units {
			switch o := &a.all[j]; {
			case j == int32(i):
			case o.convicted:
				injected = injected || !o.sentence || !o.alien()
			case !o.doubted && !a.alike(u, j):
				return
			}
		}
		found = injected && a.seated(u, k-1, k+1)
	})
	return found
}

// namesOf marks the words of phrases and lines that are certain already.
func (a *assay) namesOf() []bool {
	if a.names == nil {
		a.names = a.p.flags.Take(len(a.p.keys))
		for k := range a.all {
			u := &a.all[k]
			for i := u.from; i < u.to && !(u.convicted && u.sentence); i++ {
				if stem, ok := a.p.term(i); ok && a.cut[i] && a.p.tonguesOf(a.p.words[i].key) == 0 {
					a.names[stem] = true
				}
			}
		}
	}
	return a.names
}

// namesWare reports a short sentence, without a phrase that is cut, with a word of one
// that nothing vouches for, in its place.
func (a *assay) namesWare(i int) bool {
	u := &a.all[i]
	if u.traits[handy] == 0 || u.traits[hosting] > 0 {
		return false
	}
	names := a.namesOf()
	for k := u.from + 1; k < u.to; k++ {
		if stem, ok := a.p.term(k); ok && names[stem] && !a.knows(i, stem) && a.seated(u, k, k+1) {
			return true
		}
	}
	return false
}

// seated reports that words [from, to) have a place in their sentence: a word governs
// them, or no comma stands behind them, before which phrases are put.
func (a *assay) seated(u *specimen, from, to int) bool {
	p := a.p
	if from > u.from && p.onlySpace(from) && p.roleIn(from-1, u.stretch) != free {
		return true
	}
	for to < u.to && p.onlySpace(to) && p.words[to].is(numeral|title) {
		to++
	}
	return !p.beforeComma(to, u.stretch)
}
