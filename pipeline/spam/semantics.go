package spam

import (
	"fmt"
	"math"

	"github.com/urtext/urtext/pipeline/corpus"
)

// weighPhrase judges by what else the page speaks of: nothing of an injected
// phrase stands anywhere else in its prose.
func (p *page) weighPhrase(f *phrase) {
	n, known := 0, 0
	for _, w := range p.words[f.from:f.to] {
		if w.is(address) {
			n++
		}
		if w.is(content) {
			n++
			if p.inProse[w.stem] > p.own(f, w.stem) {
				known++
			}
		}
	}
	if n == 0 || p.proseSize < 60 {
		return
	}
	if f.cast {
		known = 0 // the shape was read off words that stand nowhere else
	}
	f.novel = n - known
	share := 1 - float64(known)/float64(n)
	weight := share * share * (1 - math.Pow(.55, float64(n)))
	if weight < .25 {
		return
	}
	detail := "nothing else on the page speaks of it"
	if known > 0 {
		detail = fmt.Sprintf("%d of its %d words stand nowhere else on the page", n-known, n)
	}
	f.note(corpus.Semantics, &f.semantics, weight, detail)
}

// own is how many of the counted occurrences of a stem are the phrase's own:
// none once a suspect phrase has been taken out of the count.
func (p *page) own(f *phrase, stem int32) int32 {
	if f.suspect() {
		return 0
	}
	return p.inside(f, stem)
}

// inside is how many of the counted occurrences of a stem stand in a phrase.
func (p *page) inside(f *phrase, stem int32) int32 {
	n := int32(0)
	if !f.in.prose {
		return n
	}
	for _, w := range p.words[f.from:f.to] {
		if w.is(content) && w.stem == stem {
			n++
		}
	}
	return n
}

// cohesion is how many content words of a stretch stand elsewhere in prose.
type cohesion struct{ terms, known int }

// cohere counts over a stretch; scratch has one cell per stem, all zero.
func (p *page) cohere(s stretch, scratch []int32) cohesion {
	terms := p.terms[s.from:s.to]
	if s.prose {
		for _, t := range terms {
			scratch[t]++
		}
	}
	var c cohesion
	for _, t := range terms { // without a branch: no processor foresees which words are of content
		c.terms += int(min(t, 1))
		c.known += int(uint32(scratch[t]-p.inProse[t]) >> 31) // 1 where prose has it oftener
	}
	if s.prose {
		for _, t := range terms {
			scratch[t] = 0
		}
	}
	return c
}

// surprise is -log10 of the chance that a stretch of the text itself would
// have so few known words, when each is known with probability p: the lower
// tail of the binomial distribution.
func (c cohesion) surprise(p float64) float64 {
	n := c.terms
	if n == 0 || p <= 0 || p >= 1 || float64(c.known) >= p*float64(n) {
		return 0
	}
	lp, lq := math.Log(p), math.Log1p(-p)
	term := float64(n) * lq // log P(K=0)
	sum := math.Exp(term)
	for k := 1; k <= c.known; k++ {
		term += logOf(n-k+1) - logOf(k) + lp - lq
		sum += math.Exp(term)
	}
	if sum <= 0 {
		return 300
	}
	return max(0, -math.Log10(sum))
}

// logOf is the logarithm of a whole number, which is small nearly always.
func logOf(n int) float64 {
	if n < len(logs) {
		return logs[n]
	}
	return math.Log(float64(n))
}

var logs = func() (t [longest + 1]float64) {
	for n := range t {
		t[n] = math.Log(float64(n))
	}
	return t
}()
