package spam

import (
	"fmt"

	"github.com/urtext/urtext/pipeline/corpus"
)

// fixed is the word that all phrases of a template share, and its side.
type fixed struct {
	stem int32
	last bool
}

// group is the phrases that share a fixed word.
type group struct {
	phrases []*phrase
	fills   int // phrases with differing words in sentences of their own
	usual   int // the length most of them have, 0 when there is no such length
}

// weighTemplates finds the shapes that several phrases fill: one word fixed,
// first or last, the others differing, in sentences that are not the same.
// No shape is known beforehand.
func (p *page) weighTemplates(phrases []*phrase) {
	groups := make(map[fixed]*group)
	for _, f := range phrases {
		if f.to-f.from < 2 {
			continue
		}
		for _, k := range p.shapes(f) {
			if groups[k] == nil {
				groups[k] = &group{}
			}
			groups[k].phrases = append(groups[k].phrases, f)
		}
	}
	for k, g := range groups {
		p.measureGroup(g, k)
	}
	for _, f := range phrases {
		if f.to-f.from < 2 {
			continue
		}
		for _, k := range p.shapes(f) {
			if g := groups[k]; g.fills >= 2 && f.template == 0 {
				p.fill(f, k, g)
			}
		}
	}
}

// shapes are the templates a phrase may fill, its last word fixed or its first.
func (p *page) shapes(f *phrase) []fixed {
	var out []fixed
	if last := p.words[f.to-1]; !last.is(function) {
		out = append(out, fixed{last.stem, true})
	}
	if first := p.words[f.from]; !first.is(function) {
		out = append(out, fixed{first.stem, false})
	}
	return out
}

// measureGroup counts the fills of a group and finds its usual length.
func (p *page) measureGroup(g *group, k fixed) {
	if len(g.phrases) < 2 {
		return
	}
	fillers := make(map[string]bool)
	sentences := make(map[int]bool)
	var lengths [2*maxPhrase + 1]int
	for _, f := range g.phrases {
		from, to := f.from, f.to-1
		if !k.last {
			from, to = f.from+1, f.to
		}
		fillers[p.headOf(from, to, maxPhrase)] = true
		sentences[f.in.from] = true
		lengths[f.to-f.from]++
	}
	if p.elsewhere(g, k.stem) < len(g.phrases) {
		g.fills = min(len(fillers), len(sentences))
	}
	for n, times := range lengths {
		if times*2 > len(g.phrases) {
			g.usual = n
		}
	}
}

// elsewhere is how often the fixed word of a group stands in prose but in its
// phrases. A writer's own word makes no template of what happens to stand beside it:
// "New York", "New Europe".
func (p *page) elsewhere(g *group, stem int32) int {
	n := int(p.inProse[stem])
	for _, f := range g.phrases {
		n -= int(p.inside(f, stem))
	}
	return n
}

// fill notes that a phrase fills a template. Where its border on the open
// side is told by capitals alone, it is shortened to the usual length of its
// shape, so that a name that happens to stand before it stays.
func (p *page) fill(f *phrase, k fixed, g *group) {
	if k.last && f.left == noTrace {
		if g.usual > 0 && f.to-f.from > g.usual {
			f.from = f.to - g.usual
		}
		f.unsure = f.to-f.from != g.usual
	}
	if !k.last && f.left == noTrace && g.fills >= leastCast {
		f.unsure = false // they begin with the word that is fixed
	}
	word := p.keys[p.words[f.from].key]
	f.shape = word + " *"
	if k.last {
		word = p.keys[p.words[f.to-1].key]
		f.shape = "* " + word
	}
	weight := .7
	if g.fills > 2 {
		weight = .9
	}
	f.note(corpus.Template, &f.template, weight, fmt.Sprintf("%d phrases of one shape, %q, in unrelated sentences", g.fills, f.shape))
}
