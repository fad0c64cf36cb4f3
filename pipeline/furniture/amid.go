package furniture

import "golang.org/x/net/html/atom"

// The model chooses block by block, and of a template that it has not seen it
// may lose the rows of a table, a line of code or a caption in the midst of an
// article. Such a block is content if it bears no sign of furniture itself,
// stands behind one that was chosen, and the least element round it and its rows
// that holds a chosen one holds little else.

// What the least element with chosen words must have of them, as a share of
// its words that are no links, and what the log-odds of a block may be at least.
const (
	amidShare = .6
	amidOdds  = -5
)

// The shares of links and of words of buttons below which a block bears neither.
const (
	mostLinked  = .3
	mostControl = .2
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
		for n > 0 && (words[n] == 0 || ofRows(s.nodes[n].tag)) {
			n = s.nodes[n].parent
		}
		chosen[i] = n > 0 && words[n] >= amidShare*(s.nodes[n].words-s.nodes[n].linked)
	}
}

// ofRows are the elements that hold rows: what was chosen of their cells says nothing.
func ofRows(tag atom.Atom) bool {
	return tag == atom.Tr || tag == atom.Tbody || tag == atom.Table || tag == atom.Dl
}

// bare reports whether a block of HTML is of a table, a list, code or a caption
// and bears no sign of furniture.
func (x *extractor) bare(i int) bool {
	n := &x.survey.nodes[x.survey.at[i]]
	switch n.tag {
	case atom.Pre, atom.Td, atom.Th, atom.Dd, atom.Dt, atom.Figcaption:
	default:
		if n.within&inCode == 0 {
			return false
		}
	}
	return x.unfurnished(i) && !x.shapes[i].date && !x.shapes[i].clock
}

// unfurnished reports whether a block of HTML bears no sign of furniture: links, the
// words of buttons, who wrote what when, an element that holds such.
func (x *extractor) unfurnished(i int) bool {
	b, s := &x.page.blocks[i], x.survey
	return s.link[i] < mostLinked && b.control < mostControl && b.tag == "" && !b.rule && s.nodes[s.at[i]].within&furnishing == 0 && !x.clerical(i)
}

// clerical reports a block that says who wrote what when, or what to press.
func (x *extractor) clerical(i int) bool {
	b, h := &x.page.blocks[i], &x.shapes[i]
	return b.buttons() || h.rights || !b.terminal && (h.date || h.clock && b.words < 12) || x.page.byline(i)
}

// What of the words of one template must have been chosen for the rest to be content,
// and where at least half of them are of prose: teasers and labels hold less.
const (
	kindredShare = .6
	kindredProse = .4
)

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
		if chosen[i] || odds[i] < amidOdds || !x.unfurnished(i) || x.beat(i) {
			continue
		}
		g, key := s.group(i), s.nodes[s.at[i]].key
		share := kindredShare
		if 2*g.prose >= g.words {
			share = kindredProse
		}
		chosen[i] = g.blocks >= 3 && words[key] >= share*(g.words-g.linked)
	}
}
