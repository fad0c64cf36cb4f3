package cluster

import (
	"slices"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Where only the characters of documents were mended, a page's frame counts as
// its text and nobody knows its language. That suffices for most pairs. The few
// documents for which it does not are read closely, which costs many times as
// much.

// A reading is what a document shows, besides its body, that was not asked for when
// it came.
type reading struct {
	language string
	series   Series
	close    bool // all stages have read it
}

// readClosely reads some nodes closely. Those that bear a page mark were when
// they came.
func (p *prover) readClosely(nodes []int32) error {
	var todo []int32
	for _, n := range nodes {
		if !p.read[n].close && p.cfg.Close != nil && !p.ownSeries(n).Marked {
			todo = append(todo, n)
		}
	}
	out := make([]reading, len(todo))
	err := p.inParallel(len(todo), func(i int) error {
		doc, err := p.cfg.Close(int(p.nodes[todo[i]].doc))
		if err != nil {
			return err
		}
		body := NewBody(doc)
		out[i] = reading{doc.Language, p.cfg.series(doc, body), true}
		p.pages.put(todo[i], p.cfg.newPage(body))
		return nil
	})
	if err != nil {
		return err
	}
	for i, n := range todo {
		p.read[n] = out[i]
	}
	return nil
}

// skim learns the language of some nodes, and what may be titles in them.
func (p *prover) skim(nodes []int32) error {
	nodes = slices.DeleteFunc(nodes, func(n int32) bool { return p.read[n].close })
	out := make([]reading, len(nodes))
	err := p.inParallel(len(nodes), func(i int) (err error) {
		doc := int(p.nodes[nodes[i]].doc)
		if out[i].language, err = p.cfg.Language(doc); err != nil {
			return err
		}
		body, err := p.fetch(doc)
		if err == nil {
			out[i].series = p.cfg.series(&corpus.Document{Draft: corpus.NewDraft(body.Text)}, body)
		}
		return err
	})
	for i, n := range nodes {
		p.read[n] = out[i]
	}
	return err
}

// skimmed reports whether a node has been skimmed, and not read closely since.
func (p *prover) skimmed(n int32) bool {
	r, ok := p.read[n]
	return ok && !r.close
}

// body is the text of a node that is compared, read as closely as it was asked
// for.
func (p *prover) body(n int32) (Body, error) {
	if !p.read[n].close {
		return p.fetch(int(p.nodes[n].doc))
	}
	doc, err := p.cfg.Close(int(p.nodes[n].doc))
	if err != nil {
		return Body{}, err
	}
	return NewBody(doc), nil
}

// cutOf is the units of the text that body gives, where they are at hand: they
// are of the text as it was when it came.
func (p *prover) cutOf(n int32) []unit {
	if p.read[n].close {
		return nil
	}
	return p.shelf.stock.get(p.list[p.nodes[n].doc])
}

// seriesOf is what is known of the pages that a node is one of.
func (p *prover) seriesOf(n int32) Series {
	if r, ok := p.read[n]; ok {
		return r.series
	}
	return p.ownSeries(n)
}

// languageOf is the language of a node, unknown where nobody has asked.
func (p *prover) languageOf(n int32) string {
	if r, ok := p.read[n]; ok {
		return r.language
	}
	return p.shelf.languageOf(p.card(n))
}
