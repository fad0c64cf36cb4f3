package furniture

import "golang.org/x/net/html/atom"

// The model chooses block by block, and of a template that it has not seen it
// may lose the rows of a table, a line of code or a caption in the midst of an
// article. Such a block is content if it bears no sign of furniture itself,
// stands behind one that was chosen, and the least element round it that
// holds a chosen one holds little else.

// What the least element with chosen words must have of them, as a share of
// its words that are no links, and what the log-odds of a block may be at least.
const (
	amidShare = .6
	amidOdds  = -5
)

// furnishing are the elements whose text is never restored.
const furnishing = inNav | inFooter | inHeader | inAside | inForm | inButton | inHidden

// amid adds to the chosen blocks of a page of HTML those that stand in the midst
// of them.
func (x *extractor) amid(chosen []bool, odds []float64) {
	s := x.survey
	if s == nil {
		return
	}
	words := make([]float64, len(s.nodes))
	for i, content := range chosen {
		if content {
			for n := s.at[i]; n >= 0; n = s.nodes[n].parent {
				words[n] += x.page.blocks[i].words
			}
		}
	}
	lead := false
	for i := range chosen {
		if chosen[i] || !lead || odds[i] < amidOdds || !x.bare(i) {
			lead = lead || chosen[i]
			continue
		}
		n := s.at[i]
		for n > 0 && (words[n] == 0 || s.nodes[n].tag == atom.Tr || s.nodes[n].tag == atom.Tbody || s.nodes[n].tag == atom.Table || s.nodes[n].tag == atom.Dl) {
			n = s.nodes[n].parent
		}
		chosen[i] = n > 0 && words[n] >= amidShare*(s.nodes[n].words-s.nodes[n].linked)
	}
}

// bare reports whether a block of HTML is of a table, a list, code or a caption
// and bears no sign of furniture.
func (x *extractor) bare(i int) bool {
	b, h := &x.page.blocks[i], &x.shapes[i]
	n := &x.survey.nodes[x.survey.at[i]]
	switch n.tag {
	case atom.Pre, atom.Td, atom.Th, atom.Dd, atom.Dt, atom.Figcaption:
	default:
		if n.within&inCode == 0 {
			return false
		}
	}
	return x.survey.link[i] < .3 && b.control < .2 && b.tag == "" && !b.rule && n.within&furnishing == 0 &&
		!h.rights && !h.date && !h.clock && !x.page.byline(i)
}

// clerical reports a block that says who wrote what when, or what to press.
func (x *extractor) clerical(i int) bool {
	b, h := &x.page.blocks[i], &x.shapes[i]
	return b.buttons() || h.rights || !b.terminal && (h.date || h.clock && b.words < 12) || x.page.byline(i)
}

// What of the words of one template must have been chosen for the rest to be content.
const kindredShare = .6

// kindred adds to the chosen blocks of a page of HTML those that one template made
// with most of them, if they bear no sign of furniture: the title of a review, one of
// the posts of a thread.
func (x *extractor) kindred(chosen []bool, odds []float64) {
	s := x.survey
	if s == nil {
		return
	}
	words := map[uint64]float64{}
	for i, content := range chosen {
		if content {
			words[s.nodes[s.at[i]].key] += x.page.blocks[i].words
		}
	}
	for i := range chosen {
		b, n := &x.page.blocks[i], &s.nodes[s.at[i]]
		if chosen[i] || odds[i] < amidOdds || s.link[i] >= .3 || b.control >= .2 || b.tag != "" || b.rule || n.within&furnishing != 0 || x.clerical(i) || x.beat(i) {
			continue
		}
		g := s.groups[n.key]
		chosen[i] = g.blocks >= 3 && words[n.key] >= kindredShare*(g.words-g.linked)
	}
}
