package furniture

// A judgement is what the rounds say of the blocks of a page. The second round's
// inputs begin with the first's.
type judgement struct {
	*extractor
	model   *model
	first   []float64 // the first round's log-odds that each block is content
	second  []sums    // of the first round's inputs; nil where few blocks will be asked for
	company *company
	v       []float64
	both    []float64 // after both rounds; made by all
	least   float64   // that the page has furniture: bounds, by bound and all
	most    float64
}

// judgement measures the blocks for the first round, and adds their measures to the
// sums of the second at once if it will be asked of all.
func (x *extractor) judgement(all bool) *judgement {
	j := &judgement{extractor: x, model: x.model(), first: x.page.rows.Take(len(x.page.blocks))}
	if all {
		j.second = make([]sums, len(j.first))
	}
	for i := range j.first {
		j.v = x.values(j.v[:0], i)
		s := j.model.first.begin()
		j.model.first.add(&s, 0, j.v)
		j.first[i] = j.model.first.odds(s)
		if all {
			j.second[i] = j.model.second.begin()
			j.model.second.add(&j.second[i], 0, j.v)
		}
	}
	j.company = x.company(j.first)
	return j
}

// odds are the log-odds, after both rounds, that a block is content.
func (j *judgement) odds(i int) float64 {
	if j.both != nil {
		return j.both[i]
	}
	second := &j.model.second
	s := second.begin()
	if j.second != nil {
		s = j.second[i]
	} else {
		j.v = j.values(j.v[:0], i)
		second.add(&s, 0, j.v)
	}
	j.v = j.neighbours(j.v[:0], i, j.company)
	second.add(&s, j.model.first.inputs, j.v)
	return second.odds(s)
}

// all gives the odds of all blocks and those that the page has furniture.
func (j *judgement) all() (odds []float64, page float64) {
	if j.both != nil {
		return j.both, j.most
	}
	odds = j.page.rows.Take(len(j.first))
	for i := range odds {
		odds[i] = j.odds(i)
	}
	s := j.model.page.begin()
	j.model.page.add(&s, 0, j.dump(j.v[:0], j.outcome(odds)))
	page = j.model.page.odds(s)
	j.both, j.least, j.most = odds, page, page
	return odds, page
}

// bound finds bounds of the odds that the page has furniture by what stands at its ends.
func (j *judgement) bound() {
	head, tail := j.ends(j.odds)
	j.least, j.most = j.pageBetween(outcome{head: head, tail: tail}, j.worst(head, tail))
}

// below reports that the log-odds that the page has furniture are less than some.
func (j *judgement) below(line float64) bool {
	if j.least < line && j.most >= line {
		j.all()
	}
	return j.most < line
}

// model is the one for the page's kind.
func (x *extractor) model() *model {
	if x.survey != nil {
		return &models()[1]
	}
	return &models()[0]
}
