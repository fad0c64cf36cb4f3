package furniture

import (
	"bytes"
	"math"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// The title of an article is one of the lines before its first prose. Each
// candidate is measured and a regression gives it its odds; the best is the
// title when it is more likely than not by far.

const (
	titleReach    = 14 // blocks before the first prose
	titleWords    = 28
	titleMeasures = 40
	titleAsks     = 16 // words of a title that is a question or an exclamation
	titleSure     = .5
)

// A nominee is a line that may be the title. Its name is its text, or its
// text without the name of the site behind it.
type nominee struct {
	block      int
	start, end int
}

// body is the lexicon of the article's prose.
func (r *reading) body() *lexicon {
	return r.page.words(func(i int) bool { return r.state[i] == article && r.page.blocks[i].words >= 8 })
}

// lead is the first block of prose of the article, or its first block.
func (r *reading) lead() int {
	for i := max(0, r.first); i <= r.last && r.first >= 0; i++ {
		if r.state[i] == article && r.page.blocks[i].prose() && !r.beat(i) {
			return i
		}
	}
	return r.first
}

// title finds the title; doubts are of the first round, given is the title
// that the record or the page gives.
func (d *doubter) findTitle(doubts []float64, given string) (nominee, bool) {
	best, chance := nominee{block: -1}, 0.0
	d.nominees(doubts, given, func(n nominee, v []float64) {
		if p := logistic(dot(v, titleWeights[:])); p > chance {
			best, chance = n, p
		}
	})
	return best, chance >= titleSure
}

// titled finds the title, on a page of markup by its headings first. The doubts are
// those that know the title.
func (d *doubter) titled(on *survey, given string) (title nominee, known bool) {
	d.doubt = d.doubts(-1)
	if i := d.heading(on, given); i >= 0 {
		b := &d.page.blocks[i]
		title, known = nominee{i, b.start, b.end}, true
	} else {
		title, known = d.findTitle(d.doubt, given)
	}
	if title.block >= 0 {
		d.doubt = d.doubts(title.block)
	}
	return title, known
}

// asking reports one sentence that ends in a question or exclamation mark.
func asking(line string) bool {
	line = strings.TrimRight(strings.TrimSpace(line), "\"'”’»)")
	for _, end := range []string{"?", "!", "？", "！", "؟"} {
		if body, ok := strings.CutSuffix(line, end); ok {
			return !strings.ContainsAny(body, ".?!？！؟。")
		}
	}
	return false
}

// nominees measures the candidates.
func (d *doubter) nominees(doubts []float64, given string, do func(nominee, []float64)) {
	if d.first < 0 {
		return
	}
	lead, body, names := d.lead, d.body(), sync.OnceValue(d.page.names)
	var v []float64
	for i := max(0, lead-titleReach); i <= min(lead, len(d.page.blocks)-1); i++ {
		b := &d.page.blocks[i]
		asks := b.words <= titleAsks && asking(d.page.text[b.start:b.end])
		if b.rule || strings.Count(d.page.text[b.start:b.end], "\n") > 2 || b.words > titleWords || b.address || d.beat(i) || d.page.pageMark(i) {
			continue
		}
		if !asks && (b.prose() || i == lead && b.terminal && b.words >= 8) {
			continue
		}
		if given == "" && d.strange(i, body) || d.page.trail(i, lead) {
			continue
		}
		n := nominee{i, b.start + d.page.underLabel(i, lead), b.start + d.page.siteTail(b, names)}
		v = d.titleMeasure(v[:0], n, lead, body, doubts)
		text := d.page.text[n.start:n.end]
		v = append(v, flag(given != "" && alike(text, given)), covered(d.taken, n.start, n.end), flag(n.end < b.end),
			flag(b.words <= 6 && d.page.timesNamed(names(), text) > 1))
		do(n, v)
	}
}

// strangeFrom is from how many words of prose on an article has some word of
// its title.
const strangeFrom = 100

// strange reports a line none of whose content words the article has: the
// title of a post that somebody filled with another's text.
func (d *doubter) strange(i int, body *lexicon) bool {
	b := &d.page.blocks[i]
	share, n := b.shared(body, d.state[i] == article && b.words >= 8)
	return share == 0 && n >= 2 && d.prose >= strangeFrom
}

// titleMeasure appends the measures of a candidate.
func (d *doubter) titleMeasure(v []float64, n nominee, lead int, body *lexicon, doubts []float64) []float64 {
	p, i := d.page, n.block
	b, s := &p.blocks[i], &d.shapes[i]
	share, words := b.shared(body, d.state[i] == article && b.words >= 8)
	between, plain := 0.0, 0
	for j := i + 1; j < lead; j++ {
		between += p.blocks[j].words
		plain += int(flag(doubts[j] < .5 && !p.byline(j) && !d.shapes[j].date))
	}
	next := !d.spaced || d.apart(i+1)
	heads, elsewhere := p.repeats(n)
	last, _ := utf8.DecodeLastRuneInString(p.text[b.start:b.end])
	x := doubts[i]
	lone := !d.spaced || i == 0 || b.gap > 0 || doubts[i-1] >= .8
	return append(v, 1, share*min(1, float64(words)/4), flag(words == 0), flag(i+1 == lead), log1p(float64(max(0, lead-i)))/3,
		log1p(between)/4, math.Log((x+1e-4)/(1-x+1e-4))/8, d.doubtMean(doubts, i-4, i), d.doubtMean(doubts, i+1, lead), heads, elsewhere,
		flag(s.parts > 1 && s.piece <= 4), flag(s.date || s.clock), flag(b.label), flag(b.colon), flag(b.words >= 4 && b.words <= 16),
		flag(b.words <= 2), flag(last == '.' || last == '。' || last == ';'), flag(next), flag(lone), flag(next && lone && i+1 == lead), flag(i == 0), b.digits,
		b.control, many(d.frame[i]), flag(d.state[i] == article), d.inside[i], flag(plain == 0), flag(b.ellipsis), flag(i == lead),
		share, (1-share)*min(1, float64(words)/3), (1-share)*flag(words > 1)*max(heads, elsewhere), flag(i == 0 && next), flag(i == 0 && lead == 1),
		flag(d.place(i) == apart))
}

// apart reports whether a blank line stands before block i, or behind it when
// it is a byline or a date.
func (d *doubter) apart(i int) bool {
	p := d.page
	if i < len(p.blocks) && p.blocks[i].gap == 0 && (p.byline(i) || d.shapes[i].date) {
		i++
	}
	return i >= len(p.blocks) || p.blocks[i].gap > 0
}

func (d *doubter) doubtMean(doubts []float64, from, to int) float64 {
	from = max(0, from)
	sum := 0.0
	for i := from; i < to; i++ {
		sum += doubts[i]
	}
	return sum / float64(max(1, to-from))
}

// repeats tells whether a candidate's text stands again in the line of
// another block before it, and in one after it.
func (p *page) repeats(n nominee) (before, after float64) {
	text := p.text[n.start:n.end]
	if len(text) < 12 || p.blocks[n.block].words < 2 {
		return 0, 0
	}
	from := p.blocks[max(0, n.block-12)].start
	before = flag(strings.Contains(p.text[from:n.start], text))
	to := p.blocks[min(len(p.blocks)-1, n.block+12)].end
	after = flag(n.end < to && strings.Contains(p.text[n.end:to], text))
	return before, after
}

// nameReach is how many blocks the head of a page has, and its foot.
const nameReach = 15

// names counts the short lines and the pieces of lines at the head and the
// foot of the page, by the hashes of their keys: the site's name is among them.
func (p *page) names() *times {
	out := &p.seen
	n := len(p.blocks)
	out.reset(min(n, 2*nameReach))
	for i := range p.blocks {
		if i >= nameReach && i < n-nameReach {
			continue
		}
		b := &p.blocks[i]
		if b.end-b.start > 300 || b.prose() {
			continue
		}
		for piece := range strings.FieldsFuncSeq(p.text[b.start:b.end], partsNames) {
			if key := p.plainKey(piece); len(key) > 0 && bytes.Count(key, []byte{' '}) < 6 {
				out.add(hash(key))
			}
		}
	}
	return out
}

// timesNamed is how often names has a line.
func (p *page) timesNamed(names *times, line string) int {
	return names.of(hash(p.plainKey(line)))
}

// partsNames reports what the name of a site stands between.
func partsNames(r rune) bool {
	switch r {
	case '|', '·', '•', '»', '›', ':', '>', '©', '-', '–', '—', '.', ',':
		return true
	}
	return '0' <= r && r <= '9'
}

// tailPartings part a title from the name of the site behind it.
var tailPartings = []string{" | ", " :: ", " » ", " › ", " · ", " — ", " – ", " - "}

// siteTail returns where, in a line, the name of the site behind the title
// begins, the length of the line when it has none: a last piece of a few
// words behind a bar, or behind a dash when the page names it elsewhere.
func (p *page) siteTail(b *block, names func() *times) int {
	s := p.text[b.start:b.end]
	for i, parting := range tailPartings {
		at := strings.LastIndex(s, parting)
		if at <= 0 {
			continue
		}
		piece := s[at+len(parting):]
		words, head := len(token.Words(nil, piece)), len(token.Words(nil, s[:at]))
		if words > 0 && words <= 5 && head > words && (i < 4 && b.words >= 5 || p.timesNamed(names(), piece) > 1) {
			return at
		}
	}
	return len(s)
}

// covered is the share of [start, end) that proposals take.
func covered(ps []corpus.Proposal, start, end int) float64 {
	n := 0
	for _, p := range ps {
		if p.Verdict == corpus.Cut || p.Score >= .5 {
			n += max(0, min(end, p.End)-max(start, p.Start))
		}
	}
	return min(1, float64(n)/float64(max(1, end-start)))
}
