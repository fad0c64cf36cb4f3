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
	oddShare     = 10       // of so many characters past ASCII one must be odd
	leastOdd     = 2        // odd joints that a text has to have
	leastProof   = 20 * nat // what a reading gains over the text as it stands
	perWord      = nat      // and on average with each word that it changes
	maxStrange   = 13       // sixteenths per letter over what the language costs
	oddWords     = 8        // of so many words that a reading changes one may come out odd
	wholeShare   = .8       // of the words of a sample that make it whole
	maxRounds    = 3        // different readings tried in turn
)

// wholePages undoes a reading of one page as another that befell nearly all
// of a text. It comes before UTF-8 is looked for, of which pieces may stand
// in such a text by chance.
func wholePages(d *corpus.Draft) error { return wrongPages(d, true) }

// partPages undoes readings of one page as another.
func partPages(d *corpus.Draft) error { return wrongPages(d, false) }

func wrongPages(d *corpus.Draft, whole bool) error {
	for range maxRounds {
		m := newMisreading(d.Text)
		if m == nil {
			return nil
		}
		best, ok := m.best()
		if !ok || whole && (float64(best.words) < wholeShare*m.distinct() || sequences(d.Text)) {
			return nil
		}
		changes := m.apply(best)
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
	text    string
	letters *alphabet
	lines   [][]word // the sample
	used    []rune   // characters past ASCII of the sample
	counts  map[rune]int
}

// A word is what stands between two ASCII white spaces.
type word struct {
	text  string // normal form C
	plain bool   // ASCII only
	costs int    // in the language that it fits best, as it stands
}

// A reading of a sample.
type version struct {
	decoder decoder
	tongue  *tongue
	gain    int // over the text as it stands
	words   int // changed
	strange int // cost of the letters over what the language's letters cost
	letters int
	odd     int             // oddities of the words as read
	seen    map[string]bool // words that have been counted
}

// newMisreading samples the lines of a text that look odd; nil if none do.
func newMisreading(text string) *misreading {
	m := &misreading{text: text, letters: letters(), counts: map[rune]int{}}
	odd, joints := 0, 0
	for line := range strings.Lines(text) {
		if !plain(line) && !norm.NFC.IsNormalString(line) {
			line = norm.NFC.String(line)
		}
		o, h := m.letters.odd(line)
		if o == 0 || o*oddShare < h {
			continue
		}
		odd += o
		if joints < sampleJoints {
			m.sample(line)
		}
		joints += h
	}
	if odd < leastOdd {
		return nil
	}
	for r := range m.counts {
		m.used = append(m.used, r)
	}
	slices.Sort(m.used)
	return m
}

// sample adds the words of a line.
func (m *misreading) sample(line string) {
	var words []word
	for f := range fields(line) {
		w := word{text: line[f.start:f.end]}
		if w.plain = plain(w.text); !w.plain {
			w.text = norm.NFC.String(w.text)
			w.costs = m.letters.least(m.letters.spell(w.text, nil))
		}
		words = append(words, w)
		for _, r := range w.text {
			if r >= utf8.RuneSelf {
				m.counts[r]++
			}
		}
	}
	m.lines = append(m.lines, words)
}

// best returns the reading of the sample that gains most, if it is proved.
func (m *misreading) best() (version, bool) {
	var best version
	for _, d := range decoders(m.used, m.counts) {
		if v := m.version(d); v.gain > best.gain {
			best = v
		}
	}
	return best, best.proved()
}

// proved reports a reading that gains enough and is ordinary text.
func (v version) proved() bool {
	return v.gain >= leastProof && v.gain >= perWord*v.words &&
		v.strange <= maxStrange*v.letters && v.odd*oddWords <= v.words
}

// distinct counts the different words of the sample with a character past
// ASCII.
func (m *misreading) distinct() float64 {
	seen := map[string]bool{}
	for _, words := range m.lines {
		for _, w := range words {
			if !w.plain {
				seen[w.text] = true
			}
		}
	}
	return float64(len(seen))
}

// version reads the sample with a decoder, in the language that the reading
// fits best.
func (m *misreading) version(d decoder) version {
	v := version{decoder: d, gain: -d.wrote.rarity - d.read.rarity, seen: map[string]bool{}}
	read := make([][]spelling, len(m.lines))
	pairs := map[[2]uint16]int{}
	var scripts uint32
	for i, words := range m.lines {
		for _, w := range words {
			now, _ := d.decode(w.text)
			s := m.letters.spell(now, nil)
			read[i] = append(read[i], s)
			prev := uint16(0)
			for _, n := range s.letters {
				if n != 0 {
					pairs[[2]uint16{prev, n}]++
				}
				prev = n
			}
			if !w.plain {
				scripts |= s.scripts
			}
		}
	}
	if v.tongue = m.letters.speaks(pairs, scripts); v.tongue == nil {
		return v
	}
	for i, words := range m.lines {
		v.add(words, read[i])
	}
	return v
}

// speaks returns the language in which the pairs cost least.
func (a *alphabet) speaks(pairs map[[2]uint16]int, scripts uint32) *tongue {
	var best *tongue
	least := 0
	for i := range a.tongues {
		t := &a.tongues[i]
		if t.scripts&scripts == 0 {
			continue
		}
		cost := 0
		for p, n := range pairs {
			cost += n * t.cost(p[0], p[1])
		}
		if best == nil || cost < least {
			best, least = t, cost
		}
	}
	return best
}

// add counts a line in if its reading gains anything.
func (v *version) add(words []word, read []spelling) {
	gain, changed, odd, strange, count := 0, 0, 0, 0, 0
	for i, w := range words {
		if w.plain && v.tongue.scripts&1<<1 == 0 {
			continue
		}
		cost := read[i].cost(v.tongue, dear)
		strange += cost - read[i].shape - v.tongue.usual*read[i].count
		count += read[i].count
		if now, ok := v.decoder.decode(w.text); ok && now != w.text && !v.seen[w.text] {
			v.seen[w.text] = true
			gain += w.costs - cost
			odd += read[i].odd
			changed++
		}
	}
	if gain > 0 {
		v.gain += gain
		v.words += changed
		v.odd += odd
		v.strange += strange
		v.letters += count
	}
}

// leastLine is what a line has to gain by a reading that is proved.
const leastLine = nat

const (
	lossyWord  = 3 * nat   // what a word may lose in a line that gains
	localShare = 4         // more words left than so many for each changed one call for
	localProof = 100 * nat // more proof
	maxLoss    = 8 * nat   // and what one counts that is left as it stands
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
	if len(left) > localShare*v.words && v.gain < localProof {
		return nil
	}
	return out
}

// line returns the changes in the line that begins at start, and adds the
// words that it leaves as they stand.
func (m *misreading) line(v version, line string, start int, left map[string]bool) []corpus.Change {
	var out []corpus.Change
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
		gain := m.letters.least(m.letters.spell(norm.NFC.String(was), nil)) - m.letters.spell(now, nil).cost(v.tongue, dear)
		total += max(gain, -maxLoss)
		if gain < -lossyWord {
			left[was] = true
			continue
		}
		from, to, now := trim(was, now)
		out = append(out, corpus.Change{Start: start + f.start + from, End: start + f.start + to, Now: now, Kind: corpus.KindMojibake, Why: []string{v.decoder.why()}})
	}
	if total < leastLine {
		return nil
	}
	return out
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

func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
