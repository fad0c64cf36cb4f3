package furniture

// A reading of a page: what each block was found to be.
type reading struct {
	page    *page
	vectors []vector
	context *context
	odds    []float64 // for being article
	state   []uint8
	doubt   []float64 // of being no part of the article
	shapes  []shape
	signed  []bool  // bears a sign of furniture, or stands behind one
	ruled   []bool  // behind a rule near the end, or before one near the beginning
	prose   float64 // words of prose in the article
	first   int     // first and last block of the article, -1 where there is none
	last    int
	foot    letterFoot
	seen    *lexicon // of the stretch at hand
}

// read finds the article among the blocks. Where there is none it may be one
// paragraph that breaks off, or ends in an address.
func (p *page) read() *reading {
	r := p.find()
	if r.prose < enough && p.runOn() {
		return p.find()
	}
	return r
}

// find finds the article twice: the second time knowing the words of what the
// first time found.
func (p *page) find() *reading {
	r := &reading{page: p, context: p.context(), vectors: p.vectors.Take(len(p.blocks)), first: -1, last: -1}
	r.weigh(&firstPass)
	r.state = segment(r.odds)
	c := r.context
	c.inside = p.flags.Take(len(p.blocks))
	for i, s := range r.state {
		c.inside[i] = s == article && !c.teaser[i] && !c.farm[i]
	}
	c.lexicon = p.words(func(i int) bool { return c.inside[i] })
	r.weigh(&secondPass)
	r.state = segment(r.odds)
	r.bare()
	r.foot = p.footOf()
	for i, s := range r.state {
		if s != article {
			continue
		}
		if r.first < 0 {
			r.first = i
		}
		r.last = i
		if p.blocks[i].prose() {
			r.prose += p.blocks[i].words
		}
	}
	return r
}

// bare takes the lines without a word off the ends of the article: what they
// part it from is beyond them.
func (r *reading) bare() {
	for i := range r.state {
		if r.state[i] == article {
			if !r.page.blocks[i].rule {
				break
			}
			r.state[i] = before
		}
	}
	for i := len(r.state) - 1; i >= 0; i-- {
		if r.state[i] == article {
			if !r.page.blocks[i].rule {
				break
			}
			r.state[i] = after
		}
	}
}

// against is what a block of a teaser list or link farm has against it when
// the page has an article besides.
const against = -2.5

// spoken is the least that a block of prose has for it, whatever stands about
// it: a short article can be in the midst of much furniture.
const spoken = 1.5

// enough is the number of words of prose that make an article; a page with
// less may be a list, and is left as it is.
const enough = 60

// weigh gives each block its log odds of being the article's; on the second call,
// when the article's words are known, only what depends on them is measured
// anew.
func (r *reading) weigh(w *vector) {
	p, c := r.page, r.context
	r.odds = p.rows.Take(len(p.blocks))
	for i := range r.odds {
		v := &r.vectors[i]
		if c.lexicon == nil {
			*v = p.measures(i, c)
		} else {
			v.cohesion(&p.blocks[i], c, i)
		}
		r.odds[i] = v.odds(w)
		switch {
		case p.blocks[i].tag != "":
			r.odds[i] = min(r.odds[i], against)
		case p.blocks[i].prose():
			r.odds[i] = max(r.odds[i], spoken, p.blocks[i].atLength())
		}
		if (c.teaser[i] || c.farm[i]) && c.prose >= 2*enough && r.foreign(i) {
			r.odds[i] = min(r.odds[i], against)
		}
	}
}

// foreign reports whether a block has little to do with the article as far
// as that is known.
func (r *reading) foreign(i int) bool {
	if r.context.lexicon == nil {
		return true
	}
	share, n := r.page.blocks[i].shared(r.context.lexicon, r.context.inside[i])
	return n == 0 || share < .6
}
