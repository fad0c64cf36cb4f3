package furniture

import "github.com/urtext/urtext/pipeline/corpus"

// A Sample is a page as the extraction sees it, to fit its weights by.
// Its blocks stand in the order of the text.
type Sample struct {
	Blocks []SampleBlock
	x      *extractor
}

// A SampleBlock is a line of the document's text: its bytes, its number of
// words, and its measures for the first round.
type SampleBlock struct {
	Start, End int
	Words      float64
	Values     []float64
}

// NewSample measures a document that went through the stages before Propose.
func NewSample(doc *corpus.Document) *Sample {
	p := newPage(doc.Draft.Text, doc.Language)
	if len(p.blocks) == 0 {
		return &Sample{}
	}
	on := p.surveyOf(doc)
	d := p.read().doubter(doc.Proposals)
	d.titled(on, doc.Title)
	s := &Sample{x: d.extractor(on, doc.Title)}
	for i := range p.blocks {
		b := &p.blocks[i]
		s.Blocks = append(s.Blocks, SampleBlock{b.start, b.end, b.words, s.x.values(nil, i)})
	}
	return s
}

// Company returns, for each block, the measures that the second round has
// besides, given the first one's log-odds.
func (s *Sample) Company(odds []float64) [][]float64 {
	out := make([][]float64, len(s.Blocks))
	if len(out) == 0 {
		return out
	}
	c := s.x.company(odds)
	for i := range out {
		out[i] = s.x.neighbours(nil, i, c)
	}
	return out
}

// Page returns the measures of the whole page, given the second round's
// log-odds.
func (s *Sample) Page(odds []float64) []float64 {
	if len(odds) == 0 {
		return nil
	}
	return s.x.dump(nil, s.x.outcome(odds))
}

// Choose tells which blocks are the main content, given the second round's
// log-odds.
func (s *Sample) Choose(odds []float64) []bool {
	if len(odds) == 0 {
		return nil
	}
	return s.x.chosen(odds)
}
