package repair

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/zeebo/xxh3"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/scratch"
)

// Repeats is the stage that cuts what a page prints once more: paragraphs that
// stand right behind themselves, or after a line as "Read more", if several do, and
// an article whose page holds it twice. What is quoted somewhere, or returns as a
// refrain does, stays, and so does a paragraph twice that is alone in this: other
// copies will tell.
type Repeats struct{}

// Name returns "repeats".
func (Repeats) Name() string { return "repeats" }

// Lengths are in letters, of scripts without spaces each counts twice.
const (
	anchorLetters = 20  // of a phrase that a repetition is looked for by
	proseLine     = 60  // of the longest line of a short repetition: verses are shorter
	shortRepeat   = 60  // of one right behind what it repeats
	leastEchoes   = 2   // of these, on a page whose manner it is
	echoShare     = .08 // of its letters, that they have
	leastTorn     = 40  // of lines said again in the midst of a sentence
	tornAlone     = 90  // of those that tell a page's manner, be they one
	longRepeat    = 250 // of one that may be all short lines
	nearRepeat    = 300 // of one behind a short line
	nearGap       = 60  // of that line
	bigRepeat     = 120 // of an article that a page holds twice
	bigShare      = .4  // of the page's letters
	bigDense      = .6  // of the letters from the first to the last of it
	injections    = 2   // sentences more than there were, before the first echo or behind the last
	akinShare     = .5  // of the words of a sentence that is the same but for damage
)

// Apply edits doc.Draft. It fails only when edits do not fit the draft.
func (Repeats) Apply(doc *corpus.Document) error {
	phrases := phrasesOf(doc.Draft.Text)
	if !repeatsSome(phrases) {
		return nil
	}
	r := repeats{text: doc.Draft.Text, phrases: phrases, again: make([]bool, len(phrases))}
	r.echoes()
	r.big()
	r.adjacent()
	return apply(&doc.Draft, r.changes())
}

// A phrase is a sentence, or what a line has besides sentences.
type phrase struct {
	start, end int
	letters    int // -1 where nobody asked for them
	line       int // number of its line
	hash       uint64
	before     int // the last phrase before it that is the same, -1 if there is none
}

// phrasesOf cuts a text up.
func phrasesOf(text string) []phrase {
	out := make([]phrase, 0, len(text)/60+1)
	marks, line := stops{text: text}, 0
	wide := strings.IndexByte(text, wideStop[0]) >= 0 || strings.IndexByte(text, wideMark[0]) >= 0
	for at := 0; at < len(text); line++ {
		stop := len(text)
		if nl := strings.IndexByte(text[at:], '\n'); nl >= 0 {
			stop = at + nl
		}
		for from := at; from < stop; {
			to := marks.sentenceEnd(from, stop)
			if wide {
				to = wideEnd(text, from, to)
			}
			if u := trimmed(text, from, to); u.end > u.start {
				u.line, u.before, u.letters, u.hash = line, -1, -1, xxh3.HashString(text[u.start:u.end])
				out = append(out, u)
			}
			from = to
		}
		at = stop + 1
	}
	return out
}

// sentenceEnd returns where the sentence that begins at from ends, at stop at the
// latest.
func (s *stops) sentenceEnd(from, stop int) int {
	for i := s.after(from); i+1 < stop; i = s.after(i + 1) {
		if s.text[i+1] == ' ' {
			return i + 1
		}
	}
	return stop
}

// The wide marks that end sentences.
const (
	wideStop = "。"
	wideMark = "！"
	wideAsk  = "？"
)

// wideEnd is sentenceEnd for the wide marks.
func wideEnd(text string, from, stop int) int {
	for i := from; i < stop; i++ {
		if c := text[i]; c != wideStop[0] && c != wideMark[0] {
			continue
		}
		if s := text[i:stop]; strings.HasPrefix(s, wideStop) || strings.HasPrefix(s, wideMark) || strings.HasPrefix(s, wideAsk) {
			return i + len(wideStop)
		}
	}
	return stop
}

// trimmed is text[from:to] without spaces at its ends.
func trimmed(text string, from, to int) phrase {
	blank := func(c byte) bool { return c == ' ' || c == '\t' || c == '\r' }
	for from < to && blank(text[from]) {
		from++
	}
	for from < to && blank(text[to-1]) {
		to--
	}
	return phrase{start: from, end: to}
}

// lettersOf counts letters; 0 where other signs are nearly as many.
func lettersOf(s string) (n int) {
	others := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			switch {
			case c|0x20 >= 'a' && c|0x20 <= 'z':
				n++
			case c != ' ':
				others++
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case unspaced(r):
			n += 2
		case unicode.IsLetter(r):
			n++
		case !unicode.IsMark(r):
			others++
		}
		i += size
	}
	if 2*others > n {
		return 0
	}
	return n
}

// repeatsSome reports whether a phrase long enough stands twice, and notes for each
// phrase where it stood last.
func repeatsSome(phrases []phrase) bool {
	var seen scratch.Register
	seen.Reset(len(phrases))
	last := make([]int, 0, len(phrases)) // by number in seen
	some := false
	for i := range phrases {
		p := &phrases[i]
		n := int(seen.Number(p.hash))
		if n == len(last) {
			last = append(last, i)
			continue
		}
		p.before, last[n] = last[n], i
		some = some || p.end-p.start >= anchorLetters
	}
	return some
}

// An echo is a run of phrases, [from, to), that stand earlier, from source on, in
// the same order.
type echo struct{ from, to, source int }

// repeats is a text with what of it is said again.
type repeats struct {
	text    string
	phrases []phrase
	found   []echo
	again   []bool // phrases to cut
}

// echoes finds the longest runs that stand earlier, front to back, each from a
// phrase of some length on.
func (r *repeats) echoes() {
	u := r.phrases
	for i := 0; i < len(u); i++ {
		if u[i].before < 0 || r.letters(i, i+1) < anchorLetters {
			continue
		}
		b := echo{from: i, to: i + 1, source: u[i].before}
		floor := 0
		if n := len(r.found); n > 0 {
			floor = r.found[n-1].to
		}
		for b.from > floor && b.source > 0 && u[b.from-1].hash == u[b.source-1].hash {
			b.from, b.source = b.from-1, b.source-1
		}
		for shift := b.from - b.source; b.to < len(u) && u[b.to].hash == u[b.to-shift].hash; {
			b.to++
		}
		r.found = append(r.found, b)
		i = b.to - 1
	}
}

// letters counts those of phrases [from, to): of each once, where they are asked for.
func (r *repeats) letters(from, to int) (n int) {
	for i := range r.phrases[from:to] {
		u := &r.phrases[from+i]
		if u.letters < 0 {
			u.letters = lettersOf(r.text[u.start:u.end])
		}
		n += u.letters
	}
	return n
}

// adjacent marks the echoes that stand right behind what they repeat, if that is
// the manner of the page: who answers may quote the line above.
func (r *repeats) adjacent() {
	var long, short, torn []echo
	n, tornLetters := 0, 0
	for _, b := range r.found {
		if !r.again[b.from] && r.torn(b) {
			torn, tornLetters = append(torn, b), tornLetters+r.letters(b.from, b.to)
		}
		switch {
		case r.again[b.from] || !r.wholeLines(b) || !r.near(b):
		case r.prose(b):
			long, n = append(long, b), n+r.letters(b.from, b.to)
		default:
			short = append(short, b)
		}
	}
	if len(torn) >= leastEchoes || tornLetters >= tornAlone {
		for _, b := range r.found {
			if !r.again[b.from] && r.wholeLines(b) && b.source+b.to-b.from == b.from {
				r.mark(b.from, b.to)
			}
		}
	}
	if len(long) < leastEchoes || float64(n) < echoShare*float64(r.letters(0, len(r.phrases))) {
		return
	}
	for _, b := range append(long, short...) {
		r.mark(b.from, b.to)
	}
}

// torn reports an echo of lines right under these that begins or ends in the midst of
// a sentence, as where a screen was taken, moved on by less than its height, and taken
// again.
func (r *repeats) torn(b echo) bool {
	u := r.phrases
	if !r.follows(b) || r.letters(b.from, b.to) < leastTorn {
		return false
	}
	said := func(i int) string { return r.text[u[i].start:u[i].end] }
	last, _ := utf8.DecodeLastRuneInString(said(b.from - 1))
	return b.to < len(u) && u[b.to].line == u[b.to-1].line+1 && plainlyOn(said(b.to-1), said(b.to)) || terminal(last) && startsSmall(said(b.from))
}

// follows reports an echo of lines that stands right under these.
func (r *repeats) follows(b echo) bool {
	u := r.phrases
	return b.source+b.to-b.from == b.from && u[b.from].line == u[b.from-1].line+1 && r.wholeLines(b)
}

// near reports an echo right behind what it repeats or, if it is long, behind a
// short line that does not announce it.
func (r *repeats) near(b echo) bool {
	stop := b.source + b.to - b.from
	return stop >= b.from || r.letters(b.from, b.to) >= nearRepeat && r.letters(stop, b.from) <= nearGap && !r.introduced(b)
}

// prose reports an echo of prose, not of verses.
func (r *repeats) prose(b echo) bool {
	n := r.letters(b.from, b.to)
	return r.endsProse(b) && n >= shortRepeat && (n >= longRepeat || r.longestLine(b) >= proseLine)
}

// wholeLines reports an echo that begins and ends with lines.
func (r *repeats) wholeLines(b echo) bool {
	u := r.phrases
	return u[b.from-1].line != u[b.from].line && (b.to == len(u) || u[b.to].line != u[b.to-1].line)
}

// endsProse reports an echo with a sentence that ends as prose does, and not as a
// teaser, which breaks off.
func (r *repeats) endsProse(b echo) bool {
	return slices.ContainsFunc(r.phrases[b.from:b.to], func(x phrase) bool {
		end := strings.TrimRight(r.text[x.start:x.end], "\"'”’»)]」』）")
		last, _ := utf8.DecodeLastRuneInString(end)
		return terminal(last) && last != '…' && !strings.HasSuffix(end, "..")
	})
}

// introduced reports an echo before which the text announces it.
func (r *repeats) introduced(b echo) bool {
	last, _ := utf8.DecodeLastRuneInString(r.text[:r.phrases[b.from-1].end])
	return last == ':' || last == '：' || r.text[r.phrases[b.from].start] == '>'
}

// longestLine counts the letters of an echo's longest line.
func (r *repeats) longestLine(b echo) (most int) {
	for i := b.from; i < b.to; {
		from := i
		for i < b.to && r.phrases[i].line == r.phrases[from].line {
			i++
		}
		most = max(most, r.letters(from, i))
	}
	return most
}

// big marks the echoes, if a page holds most of its text twice: in the order of
// what they repeat, and densely. Round them falls what says the same but for
// damage.
func (r *repeats) big() {
	chain := r.chain()
	if len(chain) == 0 {
		return
	}
	n := 0
	for _, b := range chain {
		n += r.letters(b.from, b.to)
	}
	first, last := chain[0], chain[len(chain)-1]
	if n < bigRepeat || float64(n) < bigDense*float64(r.letters(first.from, last.to)) || float64(n) < bigShare*float64(r.letters(0, len(r.phrases))) {
		return
	}
	for i, b := range chain {
		r.mark(b.from, b.to)
		if i > 0 {
			a := chain[i-1]
			r.damaged(a.to, b.from, a.source+a.to-a.from, b.source)
		}
	}
	end := last.source + last.to - last.from
	r.damaged(max(end, first.from-first.source-injections), first.from, 0, first.source)
	r.damaged(last.to, min(len(r.phrases), last.to+max(0, first.from-end)+injections), end, first.from)
}

// chain is the echoes that stand in the order of what they repeat, all of this
// before the first of them.
func (r *repeats) chain() (out []echo) {
	for _, b := range r.found {
		if n := r.letters(b.from, b.to); n < shortRepeat {
			continue
		}
		if len(out) > 0 {
			last := out[len(out)-1]
			if b.source < last.source+last.to-last.from || b.source+b.to-b.from > out[0].from {
				continue
			}
		}
		out = append(out, b)
	}
	return out
}

// damaged marks those of the phrases [from, to) that have most words in common
// with [old, end).
func (r *repeats) damaged(from, to, old, end int) {
	if from >= to || old >= end {
		return
	}
	words := map[string]int{}
	for _, u := range r.phrases[old:end] {
		for _, w := range strings.Fields(r.text[u.start:u.end]) {
			words[w]++
		}
	}
	for i := from; i < to; i++ {
		n, same := 0, 0
		for _, w := range strings.Fields(r.text[r.phrases[i].start:r.phrases[i].end]) {
			n++
			if words[w] > 0 {
				words[w]--
				same++
			}
		}
		r.again[i] = r.again[i] || float64(same) >= akinShare*float64(n)
	}
}

func (r *repeats) mark(from, to int) {
	for i := from; i < to; i++ {
		r.again[i] = true
	}
}

// changes are the cuts: of each run of phrases with what parts it from the one
// before.
func (r *repeats) changes() (out []corpus.Change) {
	why := []string{"layout: the page has said this before"}
	for i := 0; i < len(r.phrases); i++ {
		if !r.again[i] {
			continue
		}
		from := i
		for i+1 < len(r.phrases) && r.again[i+1] {
			i++
		}
		out = append(out, corpus.Change{Start: r.phrases[from-1].end, End: r.phrases[i].end, Kind: corpus.KindRepeat, Why: why})
	}
	return out
}
