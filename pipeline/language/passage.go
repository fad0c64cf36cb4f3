package language

import (
	"math"
	"slices"

	"github.com/urtext/urtext/pipeline/corpus"
)

// shortPassage is the number of letters below which a paragraph has no
// language of its own.
const shortPassage = 60

// passages returns the paragraphs that are in another language than the
// document: those whose script or function words disagree with it, and whose
// language lingua or the words confirm. Neighbours of one language are joined.
func (d *Detector) passages(text, language string) []corpus.Passage {
	if language == Unknown {
		return nil
	}
	var out []corpus.Passage
	place := slices.Index(functionWords().languages, language)
	for _, b := range paragraphs(text) {
		if b.end-b.start < shortPassage {
			continue
		}
		code := d.foreign(text[b.start:b.end], language, place)
		if code == "" {
			continue
		}
		if last := len(out) - 1; last >= 0 && out[last].Language == code && !hasLetter(text[out[last].End:b.start]) {
			out[last].End = b.end
			continue
		}
		out = append(out, corpus.Passage{Start: b.start, End: b.end, Language: code})
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

// foreign returns the language of a paragraph that is not in the document's,
// which has this place among those with function words, else "". The head of the
// paragraph stands for the whole.
func (d *Detector) foreign(paragraph, language string, place int) string {
	head := withoutAddresses(clip(paragraph, 2*partSize))
	letters := count(head)
	if letters.total < shortPassage {
		return ""
	}
	script, share := letters.dominant()
	if script < 0 || share < .8 {
		return ""
	}
	if code, ok := d.byScript(script, letters); ok {
		if code == language || code == Unknown {
			return ""
		}
		return code
	}
	var t tally
	t.add(head, script)
	if d.fits(&t, place) {
		return ""
	}
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

// closePoints is how much better another language may fit a paragraph than the
// document's.
const closePoints = 6

// fits reports that the function words of a paragraph, counted, agree with the
// language at a place, where it is one that its script is written in.
func (d *Detector) fits(t *tally, place int) bool {
	ix := functionWords()
	own, best := math.Inf(-1), math.Inf(-1)
	for k, i := range ix.writing[t.script] {
		if i < 0 || !d.allows(scripts[t.script].languages[k]) {
			continue
		}
		points := t.of(ix, i)
		if best = max(best, points); int(i) == place {
			own = points
		}
	}
	return best-own < closePoints
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
