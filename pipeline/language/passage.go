package language

import (
	"slices"

	"github.com/urtext/urtext/pipeline/corpus"
)

// passages returns the paragraphs that are in another language than the
// document: those whose script or function words disagree with it, and whose
// language lingua or the words confirm. Neighbours of one language are joined.
func (d *Detector) passages(s *survey, language string) []corpus.Passage {
	if language == Unknown {
		return nil
	}
	var out []corpus.Passage
	text, place := s.words.Text, slices.Index(functionWords().languages, language)
	for i := range s.heads {
		h := &s.heads[i]
		code := h.code
		if code == "" && !h.fits(place) {
			code = d.foreign(text[h.start:h.end], language, h.script)
		}
		if code == "" || code == language || code == Unknown {
			continue
		}
		if last := len(out) - 1; last >= 0 && out[last].Language == code && !hasLetter(text[out[last].End:h.start]) {
			out[last].End = h.end
			continue
		}
		out = append(out, corpus.Passage{Start: h.start, End: h.end, Language: code})
	}
	return out
}

// extent is the number of bytes in passages.
func extent(passages []corpus.Passage) (bytes int) {
	for _, p := range passages {
		bytes += p.End - p.Start
	}
	return bytes
}

// foreign returns the language of a paragraph in a script that is not in the
// document's language, though its function words do not fit that, else "".
func (d *Detector) foreign(paragraph, language string, script int) string {
	head := withoutAddresses(headOf(paragraph))
	var t tally
	t.add(head, script)
	var scores [mostLanguages]score
	p := d.profile(&scores, &t)
	if p.fits(language) || p.scores[0].hits < 4 || p.weak() {
		return ""
	}
	code, sure := p.certain()
	if !sure {
		if p.lone() {
			code = p.withoutModel(p.candidates())
		} else {
			ranks := d.ranks(head, script)
			if lead(ranks) < closeLead && !p.anyBetter(ranks[:2], language) {
				return "" // whatever lingua would say
			}
			code = choice(head, ranks)
		}
		if code == Unknown || code == language || !p.better(code, language) {
			return ""
		}
	}
	if code == language {
		return ""
	}
	return code
}

// anyBetter reports whether a language of a ranking is better than the
// document's.
func (p profile) anyBetter(ranks []rank, language string) bool {
	return slices.ContainsFunc(ranks, func(r rank) bool { return r.language != language && p.better(r.language, language) })
}

// fits reports whether the function words of a paragraph agree with a
// language: it is the best, or nearly so.
func (p profile) fits(language string) bool {
	if len(p.scores) == 0 {
		return true
	}
	for i, s := range p.scores {
		if s.language == language {
			return i == 0 || p.scores[0].points-s.points < closePoints
		}
	}
	for _, code := range p.rest {
		if code == language {
			return p.scores[0].points < closePoints
		}
	}
	return false
}

// better reports whether a language has words of its own in the paragraph
// where the document's language has few: names and titles have none.
func (p profile) better(code, language string) bool {
	var a, b score
	for _, s := range p.scores {
		switch s.language {
		case code:
			a = s
		case language:
			b = s
		}
	}
	return a.hits >= 4 && a.points > b.points+closePoints
}
