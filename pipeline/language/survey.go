package language

import (
	"math"
	"slices"
	"sync"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// shortPassage is the number of letters below which a paragraph has no
// language of its own.
const shortPassage = 60

// A survey is what is known of a document's paragraphs before its language is:
// the words of the text are the ones that other stages read, and each spelling
// of them is looked up once.
type survey struct {
	words  *token.Reading
	places []int32 // by spelling: its place among the function words, -1 for none, or unasked
	heads  []head
	pieces []line // of the head at hand

	covered int   // bytes of their paragraphs
	latin   tally // of all heads in Latin script
}

// A head is the beginning of a paragraph that may have a language of its own.
// It stands for the whole.
type head struct {
	start, end int    // of the paragraph
	script     int    // of the head
	code       string // the language that the script alone names, "" where several write it
	fitting    uint64 // the languages that its function words agree with, by their places
}

// fits reports that the function words of the head agree with the language at a
// place among those that have such.
func (h *head) fits(place int) bool { return place >= 0 && h.fitting>>place&1 != 0 }

// newSurveys is where surveys leave their room to those that follow.
func newSurveys() *sync.Pool { return &sync.Pool{New: func() any { return new(survey) }} }

// headOf is the head of a paragraph.
func headOf(paragraph string) string { return clip(paragraph, 2*partSize) }

// survey reads the paragraphs of a document, in the room of the one before.
func (d *Detector) survey(s *survey, doc *corpus.Document) {
	r := token.ReadingOf(doc)
	*s = survey{words: r, places: s.places[:0], heads: s.heads[:0], pieces: s.pieces}
	for range r.Firsts {
		s.places = append(s.places, unasked)
	}
	at := 0
	for _, p := range paragraphs(r.Text) {
		if p.end-p.start < shortPassage {
			continue
		}
		s.pieces = withoutAddress(s.pieces[:0], headOf(r.Text[p.start:p.end]))
		for at < len(r.Words) && r.Words[at].Start < p.start {
			at++
		}
		d.head(s, p, at)
	}
}

// head reads the head of a paragraph, whose first word is known and whose pieces
// are cut.
func (d *Detector) head(s *survey, p line, at int) {
	var letters counts
	for _, piece := range s.pieces {
		letters.read(s.words.Text[p.start+piece.start : p.start+piece.end])
	}
	if letters.total < shortPassage {
		return
	}
	script, share := letters.dominant()
	if script < 0 || share < .8 {
		return
	}
	h := head{start: p.start, end: p.end, script: script}
	code, ok := d.byScript(script, letters)
	if h.code = code; !ok {
		var t tally
		s.tally(&t, script, p.start, at)
		h.fitting = d.fitting(&t)
		if script == latin {
			s.latin.join(&t)
		}
	}
	s.covered += h.end - h.start
	s.heads = append(s.heads, h)
}

// tally counts the function words of a head that begins with the word at a
// place.
func (s *survey) tally(t *tally, script, start, at int) {
	t.script = script
	r, ix := s.words, functionWords()
	for _, piece := range s.pieces {
		from, to := start+piece.start, start+piece.end
		for at < len(r.Words) && r.Words[at].Start < from {
			at++
		}
		for ; at < len(r.Words) && r.Words[at].Start < to; at++ {
			t.words++
			if place := s.place(at, to); place >= 0 {
				t.hit(ix.hits[place])
			}
		}
	}
}

// place is the place of a word among the function words, or of what stands of
// it before the end of its head.
func (s *survey) place(word, end int) int32 {
	w, place := s.words.Words[word], &s.places[s.words.Spellings[word]]
	if w.End > end {
		return int32(functionWords().words.FindWord(s.words.Text[w.Start:end]))
	}
	if *place == unasked {
		*place = int32(functionWords().words.FindWord(s.words.Word(word)))
	}
	return *place
}

// unasked is the place of a spelling that no head had yet.
const unasked = -2

// closePoints is how much better another language may fit a paragraph than the
// document's.
const closePoints = 6

// fitting are the languages with which the function words agree that were
// counted: one fits best, or hardly better.
func (d *Detector) fitting(t *tally) (out uint64) {
	ix := functionWords()
	var points [mostLanguages]float64
	best := math.Inf(-1)
	writing := ix.writing[t.script]
	for k, i := range writing {
		if points[k] = math.Inf(-1); i >= 0 && d.allows(scripts[t.script].languages[k]) {
			points[k] = t.of(ix, i)
			best = max(best, points[k])
		}
	}
	for k, i := range writing {
		if i >= 0 && best-points[k] < closePoints {
			out |= 1 << i
		}
	}
	return out
}

// What running prose has whose language its function words name without the
// trigrams: their lead as that of a profile, and their share of the words; and
// the share of the document that its paragraphs are.
const (
	proseLead    = 60
	proseHits    = .3
	proseCovered = .75
)

// prose names the language of a document that is little else than paragraphs in
// Latin script, if all of them agree in one language and no other comes near.
func (d *Detector) prose(s *survey) (code string, ok bool) {
	if s.latin.words == 0 || float64(s.covered) < proseCovered*float64(len(s.words.Text)) {
		return "", false
	}
	var scores [mostLanguages]score
	p := d.profile(&scores, &s.latin)
	code, ok = p.certain()
	if !ok || p.lead() < proseLead || float64(p.scores[0].hits) < proseHits*float64(p.words) {
		return "", false
	}
	place := slices.Index(functionWords().languages, code)
	return code, !slices.ContainsFunc(s.heads, func(h head) bool { return !h.fits(place) })
}
