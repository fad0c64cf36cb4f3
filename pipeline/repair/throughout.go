package repair

import (
	"math"
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A text that was read as a wrong page from end to end proves it by all its
// lines together: of nearly each, all characters past ASCII are sequences of
// UTF-8 as the page shows it. Then no run needs a proof of its own, as it does
// in a text of which a part was damaged (mojibake.go), and what is no exact
// sequence has lost a byte: one that the page leaves undefined, for which a
// question mark stands, or nothing; a no-break space that became a space; a soft
// hyphen that fell. Where one letter is far likelier than all others that may
// have stood there, by its neighbours, it is inferred. Else a question mark
// stands for it, as a copy with fewer letters has it, for the witnesses to
// restore.

const (
	leastPieces   = 6
	leastWeird    = 4 // of those as they stand
	coveredShare  = 9 // tenths of a line's characters past ASCII, in sequences
	mostUndefined = 13
	lostLead      = 4 * nat // by which a letter is likelier than all others
)

// throughout undoes readings of the whole text, as often as it was read.
func (s *sighting) throughout(d *corpus.Draft) error {
	for range maxDepth {
		places, found := s.suspects(d.Text)
		if found == 0 {
			return nil
		}
		high := highCount(d.Text)
		if high < 2*leastPieces {
			return nil
		}
		var best *through
		for ; found != 0; found &= found - 1 {
			page := bits.TrailingZeros32(found)
			n := suspected(places, found&-found) // sequences, of two to four characters
			if 8*n < high || best != nil && (4*n < best.exact || best.exact == high && best.meant == 0) {
				continue
			}
			if t := newThrough(&pages[page], d.Text, high); t.proved(high) && (best == nil || t.better(best)) {
				best = t
			}
		}
		if best == nil {
			return nil
		}
		if err := apply(d, best.changes()); err != nil {
			return err
		}
	}
	return nil
}

// highCount counts the characters past ASCII.
func highCount(text string) (n int) {
	for i := pastASCII(text, 0); i < len(text); {
		_, size := utf8.DecodeRuneInString(text[i:])
		n++
		i = pastASCII(text, i+size)
	}
	return n
}

// suspected counts the places of one page.
func suspected(places []suspect, page uint32) (n int) {
	for _, s := range places {
		if s.pages&page != 0 {
			n++
		}
	}
	return n
}

// A piece is a sequence of a page in a text, whole or with a byte lost, and
// what it may stand for: one character when nothing is lost.
type piece struct {
	start, end int
	may        []rune
	lost       bool
	dropped    bool   // nothing stands for the lost byte
	space      string // that stands for it, and is in the piece
}

// A through is what one page makes of the lines of a text that are covered by
// its sequences.
type through struct {
	page    *page
	text    string
	runs    [][]piece // pieces without anything between
	pieces  int       // in all runs
	dropped bool      // nothing stands for some of the bytes that were lost
	covered int       // characters past ASCII in them
	missed  int       // characters past ASCII in lines that are not covered
	exact   int       // of those the ones of which nothing is lost
	was     int       // how weird they are as they stand
	meant   int       // and as read where nothing is lost, as often as it goes
}

// newThrough reads the lines of a text, which has so many characters past ASCII,
// as long as most of these may be covered.
func newThrough(p *page, text string, high int) *through {
	t := &through{page: p, text: text}
	start := 0
	for line := range strings.Lines(text) {
		if !plain(line) {
			if t.line(start, start+len(line)); 2*t.missed > high {
				break
			}
		}
		start += len(line)
	}
	return t
}

// line takes in the runs of a line that is covered.
func (t *through) line(start, end int) {
	var runs [][]piece
	fit, exact, last := 0, 0, -1
	high := highCount(t.text[start:end])
	missed := 0 // characters in no sequence
	for i := start; i < end; {
		if t.text[i] < utf8.RuneSelf {
			i++
			continue
		}
		x, ok := t.page.piece(t.text[i:end])
		if !ok {
			if missed++; 10*(high-missed) < coveredShare*high {
				t.missed += high
				return
			}
			_, n := utf8.DecodeRuneInString(t.text[i:])
			i += n
			continue
		}
		x.start, x.end = i, i+x.end
		n := highCount(t.text[x.start:x.end])
		fit += n
		if !x.lost {
			exact += n
		}
		if last != i {
			runs = append(runs, nil)
		}
		runs[len(runs)-1] = append(runs[len(runs)-1], x)
		i, last = x.end, x.end
	}
	if fit == 0 {
		return
	}
	for _, run := range runs {
		t.pieces += len(run)
		t.dropped = t.dropped || slices.ContainsFunc(run, func(x piece) bool { return x.dropped && !typographic(string(x.may[0])) })
		t.weigh(run)
	}
	t.runs = append(t.runs, runs...)
	t.covered, t.exact = t.covered+fit, t.exact+exact
}

// weigh counts in how weird a run is, as it stands and as read.
func (t *through) weigh(run []piece) {
	start, end := run[0].start, run[len(run)-1].end
	prev, _ := utf8.DecodeLastRuneInString(t.text[:start])
	next, _ := utf8.DecodeRuneInString(t.text[end:])
	t.was += weird(prev, t.text[start:end], next)
	var b strings.Builder
	for _, x := range run {
		if x.lost {
			return
		}
		b.WriteRune(x.may[0])
	}
	least, s, ok := math.MaxInt, b.String(), true
	for n := 0; ok && n < maxDepth; n++ {
		least = min(least, weird(prev, s, next))
		s, ok = t.page.decode(s)
	}
	t.meant += least
}

// proved reports that the page is that of the text, which has so many
// characters past ASCII.
func (t *through) proved(high int) bool {
	return t.pieces >= leastPieces && 2*t.covered >= high && 2*t.exact >= t.covered && t.was >= leastWeird && t.was >= len(t.runs)/2 && 4*t.meant <= t.was
}

// better reports that a page covers more of the text than another, or makes
// more sense of as much of it.
func (t *through) better(than *through) bool {
	return t.exact > than.exact || t.exact == than.exact && t.meant < than.meant
}

// piece reads the sequence at the beginning of a text; its start is 0.
func (p *page) piece(text string) (piece, bool) {
	if r, n := p.sequence(text); n > 0 {
		return piece{end: n, may: []rune{r}}, true
	}
	first, at := utf8.DecodeRuneInString(text)
	lead := p.byteOf(first)
	n := 0
	switch {
	case lead >= 0xC2 && lead < 0xE0:
		n = 2
	case lead >= 0xE0 && lead < 0xF0:
		n = 3
	default:
		return piece{}, false
	}
	if len(p.undefined) > mostUndefined {
		return piece{}, false
	}
	x := piece{lost: true}
	seqs := [][]byte{{lead}}
	gone := 0
	for i := 1; i < n; i++ {
		r, size := utf8.DecodeRuneInString(text[at:])
		if b := p.byteOf(r); b >= 0x80 && b < 0xC0 {
			seqs, at = extended(seqs, []byte{b}), at+size
			continue
		}
		marked := size > 0 && (r == '?' || r == utf8.RuneError)
		if gone++; gone > 1 && !marked {
			return piece{}, false
		}
		switch {
		case marked:
			seqs, at = extended(seqs, p.undefined), at+size
		case r == ' ' && n == 2:
			if y, ok := noBreak(lead, text[at:]); ok {
				y.end += at
				return y, true
			}
			fallthrough
		default:
			seqs, x.dropped = extended(seqs, append([]byte{0xAD}, p.undefined...)), true
		}
	}
	x.end, x.may = at, possible(seqs)
	return x, len(x.may) > 0
}

// noBreak reads a lead before a space that was a no-break space, the byte A0. It
// is a space of its own behind the letters that end words, like à, but not
// within a word, behind a capital as in Škoda.
func noBreak(lead byte, text string) (piece, bool) {
	r, _ := utf8.DecodeRune([]byte{lead, 0xA0})
	x := piece{may: []rune{r}, lost: true}
	switch {
	case r == 0xA0, strings.HasPrefix(text, "  "), unicode.IsUpper(r) && len(text) > 1 && text[1] > ' ':
		x.end, x.space = 1, " "
	case !unicode.IsLetter(r) || !commonLetter(r):
		return x, false
	}
	return x, true
}

// extended puts each of the bytes behind each of the sequences.
func extended(seqs [][]byte, with []byte) (out [][]byte) {
	for _, s := range seqs {
		for _, b := range with {
			out = append(out, append(s[:len(s):len(s)], b))
		}
	}
	return out
}

// possible returns the characters of the sequences that texts have: the
// typographic sign if there is one.
func possible(seqs [][]byte) (out []rune) {
	for _, s := range seqs {
		r, n := utf8.DecodeRune(s)
		switch {
		case n != len(s):
		case typographic(string(r)):
			return []rune{r}
		case r == 0xA0 || unicode.IsLetter(r) && commonLetter(r):
			out = append(out, r)
		}
	}
	return out
}

// changes reads all runs.
func (t *through) changes() []corpus.Change {
	speech := t.speech()
	var out []corpus.Change
	for _, run := range t.runs {
		start, end := run[0].start, run[len(run)-1].end
		prev, _ := utf8.DecodeLastRuneInString(t.text[:start])
		next, _ := utf8.DecodeRuneInString(t.text[end:])
		var b strings.Builder
		why := "UTF-8 read as " + t.page.name
		for i, x := range run {
			after := next
			if i+1 < len(run) {
				after = run[i+1].may[0]
				if run[i+1].lost {
					after = utf8.RuneError
				}
			}
			if t.dropped && x.space != "" && unicode.IsUpper(x.may[0]) {
				b.WriteString("?" + x.space) // or another letter at the end of a word
				prev = ' '
				continue
			}
			prev = infer(speech, prev, x.may, after)
			if x.lost {
				why = "UTF-8 read as " + t.page.name + ", with bytes lost"
			}
			b.WriteRune(prev)
		}
		out = append(out, corpus.Change{Start: start, End: end, Now: b.String(), Kind: corpus.KindMojibake, Why: []string{why}})
	}
	return out
}

// infer returns which of the characters stood between two others, '?' where it
// is open.
func infer(speech *tongue, prev rune, may []rune, next rune) rune {
	if len(may) == 1 {
		return may[0]
	}
	if speech == nil {
		return '?'
	}
	a := letters()
	best, first, second := '?', math.MaxInt, math.MaxInt
	for _, r := range may {
		cost := speech.cost(a.numberOf(prev), a.numberOf(r))
		if next != utf8.RuneError {
			cost += speech.cost(a.numberOf(r), a.numberOf(next))
		}
		if unicode.IsUpper(r) && (unicode.IsLower(prev) || unicode.IsUpper(next) != unicode.IsUpper(prev)) {
			cost += perCapital
		}
		switch {
		case cost < first:
			best, first, second = r, cost, first
		case cost < second:
			second = cost
		}
	}
	if first >= 2*dear || second-first < lostLead {
		return '?'
	}
	return best
}

// speech is the language of the words that the runs stand in, as far as
// nothing of them is lost; nil for one without a table.
func (t *through) speech() *tongue {
	a := letters()
	p := a.pairs()
	defer a.free(p)
	scripts := uint32(0)
	for _, run := range t.runs {
		var word []rune
		for _, x := range run {
			if x.lost {
				word = append(word, ' ')
			} else {
				word = append(word, x.may[0])
			}
		}
		if r, _ := utf8.DecodeLastRuneInString(t.text[:run[0].start]); unicode.IsLetter(r) {
			word = append([]rune{r}, word...)
		}
		if r, _ := utf8.DecodeRuneInString(t.text[run[len(run)-1].end:]); unicode.IsLetter(r) {
			word = append(word, r)
		}
		s := a.spell(word, nil)
		p.add(s.letters, 1)
		scripts |= s.scripts
	}
	best, _ := a.speaks(p, scripts, make([]int, len(a.tongues)), 0)
	return best
}
