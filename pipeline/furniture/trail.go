package furniture

import (
	"strings"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// A page of a site shows above its article the way to it, as in
// "Home » Garden » The title".

// trailPartings stand between the steps of the way through a site; the last may part
// what else is in a line, too.
var trailPartings = []string{" :: ", " » ", " › ", " > ", " → ", " / ", " | "}

const (
	plainPartings = 2  // of the last
	trailSteps    = 3  // the title among them
	stepLetters   = 30 // of each but the last
	trailScore    = .9
)

// trailTitle returns where in a line the last step of the way through a site begins,
// the title of a page; sure where the signs between the steps are those of nothing else.
func trailTitle(line string) (at int, sure, ok bool) {
	for i, parting := range trailPartings {
		steps := strings.Split(line, parting)
		if len(steps) < trailSteps {
			continue
		}
		title := steps[len(steps)-1]
		for _, step := range steps[:len(steps)-1] {
			if len(token.Words(nil, step)) == 0 || utf8.RuneCountInString(step) > stepLetters || len(step) >= len(title) || strings.ContainsAny(step, ".!?。！？") {
				return 0, false, false
			}
		}
		return len(line) - len(title), i < len(trailPartings)-plainPartings, len(token.Words(nil, title)) > 2
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
		if string(below) == title || j == lead && b.running && strings.HasPrefix(string(below), title) {
			return true
		}
	}
	return false
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
			m.proposals[i] = corpus.Proposal{Start: b.start, End: title.start, Kind: corpus.KindFurniture, Score: trailScore, Evidence: onTrail()}
		case i != title.block && !m.kept[i] && d.page.trail(i, d.lead):
			m.proposals[i] = d.line(i, corpus.Flag, trailScore, onTrail())
		}
	}
}

// onTrail is what speaks against the way through the site.
func onTrail() []corpus.Evidence {
	return []corpus.Evidence{{Family: corpus.Layout, Weight: trailScore, Detail: "the way through the site to the article"}}
}
