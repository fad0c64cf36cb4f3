package furniture

import (
	"math"
	"slices"

	"github.com/urtext/urtext/pipeline/corpus"
)

// surveyOf lays the tags of a document that was HTML over its blocks, and
// tells these what calls them furniture; nil of plain text.
func (p *page) surveyOf(doc *corpus.Document) *survey {
	t, ok := doc.Elements.(*tree)
	if !doc.HTML || !ok {
		return nil
	}
	doc.Elements = nil
	t.settle(doc.Draft.Edits)
	s := p.survey(t)
	s.tags(p.blocks)
	return s
}

// What the log-odds must be that a document is a page with its furniture,
// before anything of it is taken on the model's word: of plain text, which
// may as well be an article that somebody copied by hand, and of HTML.
const (
	surePlain = 5.5
	sureHTML  = 0
)

// judge gives the log-odds, after both rounds, that each block is content, and those
// that the page has furniture. The second round's inputs begin with the first's, which
// are measured once and added to the sums of both.
func (x *extractor) judge() (odds []float64, page float64) {
	m := &models()[0]
	if x.survey != nil {
		m = &models()[1]
	}
	n := len(x.page.blocks)
	first, second := x.page.rows.Take(n), make([]sums, n)
	var v []float64
	for i := range first {
		v = x.values(v[:0], i)
		s := m.first.begin()
		m.first.add(&s, 0, v)
		first[i] = m.first.odds(s)
		second[i] = m.second.begin()
		m.second.add(&second[i], 0, v)
	}
	c := x.company(first)
	odds = x.page.rows.Take(n)
	for i := range odds {
		v = x.neighbours(v[:0], i, c)
		m.second.add(&second[i], m.first.inputs, v)
		odds[i] = m.second.odds(second[i])
	}
	s := m.page.begin()
	m.page.add(&s, 0, x.dump(v[:0], odds))
	return odds, m.page.odds(s)
}

// extract proposes what falls of a page that has no copies, or, where it does
// not seem to bear furniture, looks through the cuts that others proposed.
func (x *extractor) extract(own []corpus.Proposal, m *landmarks) []corpus.Proposal {
	if x.plainly() && !slices.ContainsFunc(own, func(p corpus.Proposal) bool { return p.Verdict == corpus.Cut || p.Score >= .9 }) {
		return nil
	}
	odds, page := x.judge()
	if x.certain(page) && !x.plainly() {
		return x.alone(own, m, odds, page)
	}
	x.back(own, m, odds, page)
	return nil
}

// plainly reports whether a page of plain text bears no sign of furniture at
// all: no line of buttons and no copyright. Then it need not be judged.
func (x *extractor) plainly() bool {
	n := len(x.page.blocks)
	return x.survey == nil && x.sums[sumControl][n] == 0 && !slices.ContainsFunc(x.shapes, func(s shape) bool { return s.rights })
}

// certain reports whether the page's log-odds say that it has its furniture.
func (x *extractor) certain(page float64) bool {
	if x.survey == nil {
		return page >= surePlain
	}
	return page >= sureHTML
}

// alone proposes what falls of a page that has no copies: all but its main
// content and what is known by its place.
func (x *extractor) alone(own []corpus.Proposal, m *landmarks, odds []float64, page float64) []corpus.Proposal {
	sure := math.Round(100*logistic(page)) / 100
	why := []corpus.Evidence{
		{Family: corpus.Layout, Weight: sure, Detail: "not of the page's main content"},
		{Family: corpus.Template, Weight: sure, Detail: "the page bears its furniture"},
	}
	var out []corpus.Proposal
	chosen := x.chosen(odds)
	x.kindred(chosen, odds)
	x.amid(chosen, odds)
	x.contradict(own, m, chosen, odds)
	lead := slices.Index(chosen, true)
	heading := x.headed(lead)
	for i, content := range chosen {
		if !content && !m.kept[i] && (i < heading || i >= lead) {
			out = appendLine(out, corpus.Proposal{Start: x.lineStart(i), End: x.page.blocks[i].next, Kind: corpus.KindFurniture,
				Verdict: corpus.Cut, Score: sure, Evidence: why})
		}
	}
	return out
}

// headedControl is the share of words of buttons and menus up to which a line
// may be a heading: "Weather" stands on both.
const headedControl = .34

// headed returns the first of the lines of plain text right before the main
// content that may be its heading, with a date or byline between; lead when
// there is none. Whatever the model says of so few words, the page may be of a
// sort that it has not seen.
func (x *extractor) headed(lead int) int {
	if x.survey != nil || lead <= 0 {
		return lead
	}
	i := lead - 1
	for i > 0 && (x.page.blocks[i].rule || x.shapes[i].date || x.page.byline(i)) {
		i--
	}
	b, s := &x.page.blocks[i], &x.shapes[i]
	if b.words < 2 || b.words > titleWords || s.parts > 1 && s.piece < 3 || b.control > headedControl || b.address || b.label || s.rights || x.beat(i) {
		return i + 1
	}
	return i
}

// contrary are the log-odds of being content from which the extraction
// contradicts a cut; rhythms of teasers and links are proof of another kind,
// and ask for more. Of a page that hardly has any furniture nothing falls but
// what is all but certain not to be content, and of one that is likelier to have none
// besides only rhythms and rows of buttons: a shop's text or a manual's has lines like
// those of forms and menus.
const (
	contrary       = 0
	contraryRhythm = 3
	contraryHardly = -4

	// log-odds of the page
	hardly = -3
	likely = 0
)

// What share of the words of a row of buttons are theirs, and how many words it has: one
// or two are a heading or a keyword of other texts.
const (
	rowControl = .5
	rowWords   = 3
)

// least is the log-odds of being content from which a cut of block i needs copies.
func (x *extractor) least(i int, page float64) float64 {
	b := &x.page.blocks[i]
	switch {
	case page < hardly:
	case x.beat(i):
		return contraryRhythm
	case page >= likely || b.rule || b.control >= rowControl && b.words >= rowWords:
		return contrary
	}
	return contraryHardly
}

// back notes for the cuts of lines that the extraction takes for content that
// they need copies to make good what may be lost. Page marks do not.
func (x *extractor) back(own []corpus.Proposal, m *landmarks, odds []float64, page float64) {
	i := 0
	for k, p := range own {
		for i < len(odds) && x.page.blocks[i].end <= p.Start {
			i++
		}
		for j := i; j < len(odds) && x.page.blocks[j].start < p.End; j++ {
			_, mark := m.proposals[j]
			own[k].Backed = own[k].Backed || !mark && odds[j] >= x.least(j, page)
		}
	}
}

// contradict notes for the cuts of blocks of HTML that were chosen that they need
// copies.
func (x *extractor) contradict(own []corpus.Proposal, m *landmarks, chosen []bool, odds []float64) {
	if x.survey == nil {
		return
	}
	i := 0
	for k, p := range own {
		for i < len(chosen) && x.page.blocks[i].end <= p.Start {
			i++
		}
		for j := i; j < len(chosen) && x.page.blocks[j].start < p.End; j++ {
			_, mark := m.proposals[j]
			own[k].Backed = own[k].Backed || !mark && chosen[j] && (!x.beat(j) || odds[j] >= contraryRhythm) && !x.clerical(j)
		}
	}
}
