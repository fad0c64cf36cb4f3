package furniture

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// A page of a site shows above its article the way to it, as in
// "Home » Garden » The title".

// plainSigns part the steps of the way through a site, too, and what else is in a line.
var plainSigns = []string{"/", "|"}

const (
	trailSteps  = 3  // the title among them
	stepLetters = 30 // of each but the last
	trailScore  = .9
)

// trailTitle returns where in a line the last step of the way through a site begins,
// the title of a page; sure where the signs between the steps are those of nothing else.
func trailTitle(line string) (at int, sure, ok bool) {
	for i, sign := range slices.Concat(token.PathSigns, plainSigns) {
		steps := strings.Split(line, " "+sign+" ")
		if len(steps) < trailSteps {
			continue
		}
		title := steps[len(steps)-1]
		for _, step := range steps[:len(steps)-1] {
			if len(token.Words(nil, step)) == 0 || utf8.RuneCountInString(step) > stepLetters || len(step) >= len(title) || strings.ContainsAny(step, ".!?。！？") {
				return 0, false, false
			}
		}
		return len(line) - len(title), i < len(token.PathSigns), len(token.Words(nil, title)) > 2
	}
	return 0, false, false
}

// trail reports whether block i is the way through the site to an article whose title
// stands below: as a line before its first prose, block lead, or at the beginning of that
// where it is the only paragraph.
func (p *page) trail(i, lead int) bool {
	if p.shapes[i].parts < trailSteps {
		return false
	}
	line := p.text[p.blocks[i].start:p.blocks[i].end]
	at, _, ok := trailTitle(line)
	if !ok {
		return false
	}
	title := plainKey(line[at:])
	for j := i + 1; j <= lead && j < len(p.blocks); j++ {
		b := &p.blocks[j]
		below := p.plainKey(p.text[b.start:b.end])
		if string(below) == title || j == lead && b.running && strings.HasPrefix(string(below), title) || p.labelled(b, title) > 0 {
			return true
		}
	}
	return false
}

// labelWords is the number of words up to which what stands before a title and a colon
// is a label.
const labelWords = 3

// labelled returns where in a block a title begins behind a label and a colon, 0 where the
// block is something else.
func (p *page) labelled(b *block, title string) int {
	line := p.text[b.start:b.end]
	label, name, ok := strings.Cut(line, ": ")
	if n := len(token.Words(nil, label)); !ok || n == 0 || n > labelWords || string(p.plainKey(name)) != title {
		return 0
	}
	return len(line) - len(name)
}

// underLabel returns where in block i, before the first prose in block lead, the title
// begins behind a label, by the way through the site above, 0 where it says nothing of it.
func (p *page) underLabel(i, lead int) int {
	for j := max(0, lead-titleReach); j < i; j++ {
		b := &p.blocks[j]
		if p.shapes[j].parts < trailSteps {
			continue
		}
		if at, _, ok := trailTitle(p.text[b.start:b.end]); ok {
			if from := p.labelled(&p.blocks[i], plainKey(p.text[b.start+at:b.end])); from > 0 {
				return from
			}
		}
	}
	return 0
}

// belowTrail gives a title without the way through the site before it, in its line.
func (d *doubter) belowTrail(title nominee) nominee {
	if at, sure, ok := trailTitle(d.page.text[title.start:title.end]); ok && sure {
		title.start += at
	}
	return title
}

// trails proposes the way through the site before the article: the whole line where the
// title stands below it too, else up to the title.
func (d *doubter) trails(m *landmarks, title nominee) {
	for i := max(0, d.lead-titleReach); i < d.lead; i++ {
		b := &d.page.blocks[i]
		switch {
		case i == title.block && title.start > b.start:
			m.proposals[i] = leadIn(b.start, title.start, d.page.underLabel(i, d.lead) > 0)
		case i != title.block && !m.kept[i] && d.page.trail(i, d.lead):
			m.proposals[i] = d.line(i, corpus.Flag, trailScore, onTrail())
		}
	}
}

// labelScore is what speaks against a label before the title: the article may bear it.
const labelScore = .6

// leadIn proposes what stands before the title in its line, a label or the way through
// the site.
func leadIn(start, end int, label bool) corpus.Proposal {
	p := corpus.Proposal{Start: start, End: end, Kind: corpus.KindFurniture, Score: trailScore, Evidence: onTrail()}
	if label {
		p.Score = labelScore
		p.Evidence = []corpus.Evidence{{Family: corpus.Layout, Weight: labelScore, Detail: "a label that the way through the site does without"}}
	}
	return p
}

// onTrail is what speaks against the way through the site.
func onTrail() []corpus.Evidence {
	return []corpus.Evidence{{Family: corpus.Layout, Weight: trailScore, Detail: "the way through the site to the article"}}
}
