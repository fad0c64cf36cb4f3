package furniture

import (
	"math"

	"github.com/urtext/urtext/pipeline/corpus"
)

// surveyOf lays the tags of a document that was HTML over its blocks, and
// tells these what calls them furniture; nil of plain text.
func (p *page) surveyOf(doc *corpus.Document) *survey {
	if !doc.HTML {
		return nil
	}
	t := grow(doc.Draft.Read)
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

// odds are the log-odds, after both rounds, that each block is content, and
// those that the page has furniture.
func (x *extractor) judge() (odds []float64, page float64) {
	m := &models()[0]
	if x.survey != nil {
		m = &models()[1]
	}
	n := len(x.page.blocks)
	first, values := make([]float64, n), make([]float64, n*m.first.inputs)
	var units [32]float32
	at := func(i int) []float64 { return values[i*m.first.inputs : i*m.first.inputs : (i+1)*m.first.inputs] }
	for i := range first {
		first[i] = m.first.odds(x.values(at(i), i), units[:])
	}
	c := x.company(first)
	odds = make([]float64, n)
	v := make([]float64, 0, m.second.inputs)
	for i := range odds {
		v = append(v[:0], at(i)[:m.first.inputs]...)
		odds[i] = m.second.odds(x.neighbours(v, i, c), units[:])
	}
	return odds, m.page.odds(x.dump(nil, odds), units[:])
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
func (x *extractor) alone(m *landmarks, odds []float64, page float64) []corpus.Proposal {
	var out []corpus.Proposal
	for i, content := range x.chosen(odds) {
		if content || m.kept[i] {
			continue
		}
		doubt := math.Round(100*logistic(-odds[i])) / 100
		out = appendLine(out, x.line(i, corpus.Cut, doubt, []corpus.Evidence{
			{Family: corpus.Layout, Weight: doubt, Detail: "not of the page's main content"},
			{Family: corpus.Template, Weight: math.Round(100*logistic(page)) / 100, Detail: "the page bears its furniture"},
		}))
	}
	return out
}

// contrary are the log-odds of being content from which the extraction
// contradicts a cut.
const contrary = -1

// back notes for the cuts of lines that the extraction takes for content that
// they need copies to make good what may be lost.
func (x *extractor) back(own []corpus.Proposal, odds []float64) {
	i := 0
	for k, p := range own {
		for i < len(odds) && x.page.blocks[i].end <= p.Start {
			i++
		}
		for j := i; j < len(odds) && x.page.blocks[j].start < p.End; j++ {
			own[k].Backed = own[k].Backed || odds[j] >= contrary
		}
	}
}
