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

// extract proposes what falls of a page that has no copies, or, where it does
// not seem to bear furniture, looks through the cuts that others proposed. A page
// of plain text is looked at no farther than until it surely bears none.
func (x *extractor) extract(own []corpus.Proposal, m *landmarks) []corpus.Proposal {
	if x.survey != nil {
		j := x.judgement(true)
		if odds, page := j.all(); x.certain(page) {
			return x.alone(own, m, odds, page)
		}
		x.back(own, m, j)
		return nil
	}
	cuts, n := slices.ContainsFunc(own, falls), len(x.page.blocks)
	bare := x.plainly()
	if !bare {
		_, most := x.pageBetween(outcome{}, x.worst(n, n))
		bare = most < surePlain
	}
	if bare && !cuts {
		return nil
	}
	j := x.judgement(false)
	if j.bound(); !bare && j.most >= surePlain {
		if odds, page := j.all(); x.certain(page) {
			return x.alone(own, m, odds, page)
		}
	}
	x.back(own, m, j)
	return nil
}

// falls reports a proposal that falls in a page without copies, whatever the corpus says.
func falls(p corpus.Proposal) bool { return p.Verdict == corpus.Cut || p.Score >= .9 }

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
func (x *extractor) least(i int, j *judgement) float64 {
	b := &x.page.blocks[i]
	switch {
	case j.below(hardly):
	case x.beat(i):
		return contraryRhythm
	case !j.below(likely) || b.rule || b.control >= rowControl && b.words >= rowWords:
		return contrary
	}
	return contraryHardly
}

// back notes for the cuts of lines that the extraction takes for content that
// they need copies to make good what may be lost. Page marks do not. The odds of the
// page are asked for only where they matter.
func (x *extractor) back(own []corpus.Proposal, m *landmarks, j *judgement) {
	i := 0
	for k, p := range own {
		for i < len(x.page.blocks) && x.page.blocks[i].end <= p.Start {
			i++
		}
		for at := i; at < len(x.page.blocks) && x.page.blocks[at].start < p.End && falls(p) && !own[k].Backed; at++ {
			if _, mark := m.proposals[at]; mark {
				continue
			}
			odds := j.odds(at)
			own[k].Backed = odds >= contraryHardly && (odds >= contraryRhythm || odds >= x.least(at, j))
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
