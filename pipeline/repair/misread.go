package repair

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Bytes of one single-byte page that were read as another turn each letter
// past ASCII into one other character. No form of the damage proves this, as
// it does for UTF-8; the letters must. The characters of the lines that look
// odd are turned back into bytes of each page that has them, and those are
// read as every other page. A reading is taken when the words that it
// changes become far likelier: in one language, for the whole text, and
// against whatever language each of the words as they stand fits best. Then
// it is judged line by line and word by word what belongs to the damage,
// since the furniture of a page may be intact while its article is not.

const (
	sampleJoints = 4000     // characters past ASCII looked at for a reading
	sampleWord   = 4096     // bytes of one word that are
	oddShare     = 10       // of so many characters past ASCII one must be odd
	leastOdd     = 2        // odd joints that a text has to have
	leastProof   = 20 * nat // what a reading gains over the text as it stands
	perWord      = nat      // and on average with each word that it changes
	maxStrange   = 13       // sixteenths per letter over what the language costs
	oddWords     = 8        // of so many words that a reading changes one may come out odd
	wholeShare   = .8       // of the words of a sample that make it whole
	maxRounds    = 3        // different readings tried in turn
)

// A misreader undoes readings of one page as another. It remembers what it
// found out about a text, since it is asked twice, and mostly of a text that
// nothing has changed in between.
type misreader struct {
	*sighting
	text   string
	read   bool
	m      *misreading
	tried  bool
	best   version
	proved bool
}

// whole undoes a reading that befell nearly all of a text. It comes before
// UTF-8 is looked for, of which pieces may stand in such a text by chance.
func (r *misreader) whole(d *corpus.Draft) error { return r.undo(d, true) }

// part undoes any reading.
func (r *misreader) part(d *corpus.Draft) error { return r.undo(d, false) }

// undo applies the likeliest misreading as often as one is proved; whole asks
// for one that most words of the text went through.
func (r *misreader) undo(d *corpus.Draft, whole bool) error {
	for range maxRounds {
		if !r.read || r.text != d.Text {
			*r = misreader{sighting: r.sighting, text: d.Text, read: true, m: newMisreading(d.Text, r.normal(d.Text))}
		}
		if r.m == nil || whole && r.sequences(d.Text) {
			return nil
		}
		if !r.tried {
			r.best, r.proved = r.m.best()
			r.tried = true
		}
		if !r.proved || whole && float64(r.best.words) < wholeShare*r.m.distinct() {
			return nil
		}
		changes := r.m.apply(r.best)
		if len(changes) == 0 {
			return nil
		}
		if err := apply(d, changes); err != nil {
			return err
		}
	}
	return nil
}

// A misreading is a text that may have been read as a wrong page.
type misreading struct {
	text     string
	alphabet *alphabet
	sampled  []string // lines that look odd, in normal form C
	used     []sign   // of these lines, in order
	words    []word   // of these lines, each once; none until they are sampled
	lines    [][]int  // indexes of words
}

// A sign is a character past ASCII and how often it stands in a sample.
type sign struct {
	r rune
	n int
}

// A word is what stands between two ASCII white spaces.
type word struct {
	text  string // normal form C
	times int
	plain bool // ASCII only
	drawn bool // is part of a drawing
	costs int  // in the language that it fits best, as it stands
}

// newMisreading finds the lines of a text that look odd; nil if none do. Composed
// tells whether the text is in normal form C.
func newMisreading(text string, composed bool) *misreading {
	m := &misreading{text: text, alphabet: letters()}
	odd, joints := 0, 0
	for at := pastASCII(text, 0); at < len(text); {
		start, end := strings.LastIndexByte(text[:at], '\n')+1, len(text)
		if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
			end = at + n + 1
		}
		line := text[start:end]
		at = pastASCII(text, end)
		if !composed {
			line = norm.NFC.String(line)
		}
		o, h := m.alphabet.odd(line)
		if o == 0 || o*oddShare < h {
			continue
		}
		odd += o
		joints += h
		m.sampled = append(m.sampled, line)
		if joints >= sampleJoints {
			break
		}
	}
	if odd < leastOdd {
		return nil
	}
	m.count()
	return m
}

// sample lists the words of the lines.
func (m *misreading) sample() {
	index := map[string]int{} // of words
	for _, line := range m.sampled {
		var words []int
		for f := range fields(line) {
			text := f.sampled(line)
			n, ok := index[text]
			if !ok {
				w := word{text: text, plain: plain(text)}
				w.drawn = !w.plain && drawn(text)
				n = len(m.words)
				index[text] = n
				m.words = append(m.words, w)
			}
			m.words[n].times++
			words = append(words, n)
		}
		m.lines = append(m.lines, words)
	}
}

// sampled is what is looked at of a word.
func (f span) sampled(line string) string { return line[f.start:min(f.end, f.start+sampleWord)] }

// count counts the characters past ASCII.
func (m *misreading) count() {
	var c signCount
	for _, line := range m.sampled {
		if len(line) <= sampleWord {
			c.add(line)
			continue
		}
		for f := range fields(line) {
			c.add(f.sampled(line))
		}
	}
	m.used = c.signs
	slices.SortFunc(m.used, func(a, b sign) int { return int(a.r - b.r) })
}

// A signCount counts the characters past ASCII. Most texts have few different ones.
type signCount struct {
	signs []sign
	place map[rune]int // of those beyond fewKinds
}

// fewKinds is how many signs are looked through.
const fewKinds = 24

// add counts those of a text.
func (c *signCount) add(text string) {
	for i := pastASCII(text, 0); i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		c.signs[c.of(r)].n++
		i = pastASCII(text, i+n)
	}
}

// of is the place of a sign.
func (c *signCount) of(r rune) int {
	few := c.signs[:min(len(c.signs), fewKinds)]
	for i := range few {
		if few[i].r == r {
			return i
		}
	}
	at, known := c.place[r]
	if !known {
		at = len(c.signs)
		c.signs = append(c.signs, sign{r, 0})
		if at >= fewKinds {
			if c.place == nil {
				c.place = map[rune]int{}
			}
			c.place[r] = at
		}
	}
	return at
}

// distinct counts the different words of the sample with a character past
// ASCII.
func (m *misreading) distinct() float64 {
	n := 0
	for _, w := range m.words {
		if !w.plain {
			n++
		}
	}
	return float64(n)
}

// leastLine is what a line has to gain by a reading that is proved.
const leastLine = nat

const (
	lossyWord  = 3 * nat   // what a word may lose in a line that gains
	localShare = 4         // more words left than so many for each changed one call for
	localProof = 100 * nat // more proof
	maxLoss    = 8 * nat   // and what one counts that is left as it stands
	fewSigns   = 2         // as which no reading has that more words speak against than for
)

// apply returns the changes that a reading makes in the whole text.
func (m *misreading) apply(v version) []corpus.Change {
	var out []corpus.Change
	left := map[string]bool{}
	start := 0
	for line := range strings.Lines(m.text) {
		if !plain(line) {
			out = append(out, m.line(v, line, start, left)...)
		}
		start += len(line)
	}
	worse := 0
	for _, lossy := range left {
		if lossy {
			worse++
		}
	}
	if worse > localShare*v.words && v.gain < localProof || len(left) > v.words && m.signsOf(out) <= fewSigns {
		return nil
	}
	return out
}

// signsOf counts the different signs that are changed.
func (m *misreading) signsOf(changes []corpus.Change) int {
	signs := map[rune]bool{}
	for _, c := range changes {
		for _, r := range m.text[c.Start:c.End] {
			if r >= utf8.RuneSelf {
				signs[r] = true
			}
		}
	}
	return len(signs)
}

// line returns the changes in the line that begins at start, and adds the
// words that it leaves as they stand, true for those that lose by the reading.
func (m *misreading) line(v version, line string, start int, left map[string]bool) []corpus.Change {
	var out []corpus.Change
	var read []string
	total := 0
	for f := range fields(line) {
		was := line[f.start:f.end]
		if plain(was) {
			continue
		}
		now, ok := v.decoder.decode(norm.NFC.String(was))
		if !ok {
			continue
		}
		gain := m.alphabet.least(m.alphabet.spell([]rune(norm.NFC.String(was)), nil)) - m.alphabet.spell([]rune(now), nil).cost(v.tongue, dear)
		total += max(gain, -maxLoss)
		if gain < -lossyWord {
			left[was] = true
			continue
		}
		read = append(read, was)
		from, to, now := trim(was, now)
		out = append(out, corpus.Change{Start: start + f.start + from, End: start + f.start + to, Now: now, Kind: corpus.KindMojibake, Why: []string{v.decoder.why()}})
	}
	if total >= leastLine {
		return out
	}
	for _, was := range read {
		if _, known := left[was]; !known {
			left[was] = false
		}
	}
	return nil
}

// trim leaves out what two words begin and end with alike: [from, to) of was
// becomes now.
func trim(was, now string) (from, to int, changed string) {
	for from < len(was) && from < len(now) && was[from] == now[from] {
		from++
	}
	for from > 0 && (!border(was, from) || !border(now, from)) {
		from--
	}
	to, end := len(was), len(now)
	for to > from && end > from && was[to-1] == now[end-1] {
		to--
		end--
	}
	for to < len(was) && (!border(was, to) || !border(now, end)) {
		to++
		end++
	}
	return from, to, now[from:end]
}

type span struct{ start, end int }

// fields yields what stands between ASCII white space.
func fields(text string) func(yield func(span) bool) {
	return func(yield func(span) bool) {
		start := -1
		for i := 0; i <= len(text); i++ {
			if i < len(text) && text[i] > ' ' {
				if start < 0 {
					start = i
				}
				continue
			}
			if start >= 0 && !yield(span{start, i}) {
				return
			}
			start = -1
		}
	}
}
