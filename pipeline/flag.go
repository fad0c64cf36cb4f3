package pipeline

import "github.com/urtext/urtext/pipeline/corpus"

// flag proposes to the witnesses of a group what the rest of the corpus and the
// other copies tell of them; titles, which are the documents', are put right.
func (s *settler) flag(g group, docs []*corpus.Document, ws []*corpus.Witness, titles []string) error {
	asides, err := s.parts.asides(g)
	if err != nil {
		return err
	}
	h := headlines{ws: ws, keys: make([]keyText, len(ws)), known: s.parts.teasers.titles}
	for i, w := range ws {
		h.keys[i] = newKeyText(w.Words)
	}
	h.retitle(titles, docs)
	h.flagSites()
	h.flagNames(s.parts.frames, docs)
	own, leads := titleKeys(titles), leadsOf(asides)
	for i, w := range ws {
		s.moulds.flagMoulds(w, h.keys[i])
		s.parts.teasers.flag(w, h.keys[i], own, leads)
		s.parts.teasers.flagNext(ws, h.keys, i, own, leads)
		s.parts.frames.flag(docs[i], asides[i].margin, w)
	}
	return nil
}
