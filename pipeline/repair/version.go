package repair

import (
	"math"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A version is what a decoder makes of the sample of a misreading.
type version struct {
	decoder decoder
	tongue  *tongue
	gain    int // over the text as it stands
	words   int // changed
	strange int // cost of the letters over what the language's letters cost
	letters int
	odd     int // oddities of the words as read
	inner   int // words in which a letter changes, or a sign before a letter
	drawn   int // words that are part of a drawing
}

// The words of a reading: of so many one at least has letters that change, or
// signs before letters, since marks stand at the end of words, as the ¶ behind the
// headings of a manual; and of so many not one may be drawn.
const (
	innerWords = 6
	drawnWords = 3
)

// proved reports a reading that gains enough and is ordinary text.
func (v version) proved() bool {
	return v.inner*innerWords >= v.words && v.drawn*drawnWords <= v.words && v.gain >= leastProof && v.gain >= perWord*v.words &&
		v.strange <= maxStrange*v.letters && v.odd*oddWords <= v.words
}

// A trial is the work on the versions of one sample.
type trial struct {
	*misreading
	codes   [][]rune    // the characters of each word that is not plain: ASCII, or RuneSelf and the index of a sign
	signs   [][]int     // where in these the signs stand
	past    [][]*reread // of each word, all that decoders have made of it
	read    []*reread   // of these, what the present one makes of it
	counted []bool      // each word: that it has been counted in
	moved   []bool      // each sign: that the present decoder changes it
	runes   []rune      // of one word
	letters []uint16    // room for spellings
	rereads []reread    // not yet any word's
	order   []int       // the words that are not plain, the dearest as they stand first
	costs   int         // of all of these
	plain   []int       // what the pairs of the plain words cost in each language; nil until somebody asks
	pairs   *pairs
	spoke   int // the language of the version before
}

// A reread is a word as some decoders read it.
type reread struct {
	now []rune // before it is brought into normal form
	spelling
	changed bool // they change it
	inner   bool // they change a letter, or a sign before one
	least   int  // what it costs at least, whatever its language is
}

// best returns the reading of the sample that gains most, if it is proved.
func (m *misreading) best() (version, bool) {
	var best version
	list := decoders(m.used)
	if len(list) == 0 {
		return best, false
	}
	m.sample()
	t := m.trial()
	defer m.alphabet.free(t.pairs)
	for _, d := range list {
		if v, ok := t.version(d, max(best.gain, leastProof-1)); ok && v.gain > best.gain {
			best = v
		}
	}
	return best, best.proved()
}

// trial finds out about the sample what is the same for all versions.
func (m *misreading) trial() *trial {
	n := len(m.words)
	t := &trial{
		misreading: m, codes: make([][]rune, n), signs: make([][]int, n), past: make([][]*reread, n), read: make([]*reread, n), counted: make([]bool, n),
		moved: make([]bool, len(m.used)), pairs: m.alphabet.pairs(),
	}
	index := map[rune]rune{}
	for i, s := range m.used {
		index[s.r] = rune(utf8.RuneSelf + i)
	}
	for i := range m.words {
		w := &m.words[i]
		if w.plain {
			continue
		}
		was, codes := t.runes[:0], make([]rune, 0, len(w.text))
		for _, r := range w.text {
			was = append(was, r)
			if r >= utf8.RuneSelf {
				r = index[r]
				t.signs[i] = append(t.signs[i], len(codes))
			}
			codes = append(codes, r)
		}
		w.costs = m.alphabet.least(t.spell(was))
		t.runes, t.codes[i], t.order = was, codes, append(t.order, i)
		t.costs += w.costs
	}
	slices.SortStableFunc(t.order, func(i, j int) int { return m.words[j].costs - m.words[i].costs })
	return t
}

// spell takes a word apart.
func (t *trial) spell(word []rune) spelling {
	if cap(t.letters)-len(t.letters) < len(word) {
		t.letters = make([]uint16, 0, max(len(word), lettersAtOnce))
	}
	n := len(t.letters)
	s := t.alphabet.spell(word, t.letters[n:n:n+len(word)])
	t.letters = t.letters[:n+len(word)]
	return s
}

// How many letters of spellings, and rereads, room is made for at one time.
const (
	lettersAtOnce = 1024
	rereadsAtOnce = 32
)

// plains is what the pairs of the plain words cost in each language. Most samples
// have no version that gets so far.
func (t *trial) plains() []int {
	if t.plain != nil {
		return t.plain
	}
	all := t.alphabet.pairs()
	defer t.alphabet.free(all)
	for i, w := range t.words {
		if w.plain {
			t.read[i] = &reread{spelling: t.spell([]rune(w.text))}
			all.add(t.read[i].letters, w.times)
		}
	}
	t.plain = make([]int, len(t.alphabet.tongues))
	for i := range t.plain {
		t.plain[i] = all.cost(&t.alphabet.tongues[i], 0, math.MaxInt)
	}
	return t.plain
}

// version reads the sample with a decoder, in the language that the reading
// fits best; ok is false where it is plain before that it gains no more than
// least.
func (t *trial) version(d decoder, least int) (v version, ok bool) {
	v = version{decoder: d, gain: -d.wrote.rarity - d.read.rarity}
	defer t.pairs.reset()
	most := v.gain + t.costs
	for i, s := range t.used {
		t.moved[i] = d.now[i] != s.r
	}
	for _, i := range t.order { // what costs no look at the letters first
		if t.read[i] = nil; !t.moves(i) {
			most -= t.words[i].costs
		}
	}
	if most <= least {
		return v, false
	}
	for _, i := range t.order {
		if !t.moves(i) {
			continue
		}
		w := &t.words[i]
		if t.read[i] = t.decode(i, &d); t.read[i].changed {
			most -= min(w.costs, t.read[i].least)
		} else {
			most -= w.costs
		}
		if most <= least {
			return v, false
		}
	}
	var scripts uint32
	for _, i := range t.order {
		t.counted[i] = false
		if t.read[i] == nil {
			t.read[i] = t.decode(i, &d)
		}
		scripts |= t.read[i].scripts
	}
	for _, i := range t.order {
		t.pairs.add(t.read[i].letters, t.words[i].times)
	}
	if v.tongue, t.spoke = t.alphabet.speaks(t.pairs, scripts, t.plains(), t.spoke); v.tongue == nil {
		return v, false
	}
	for _, words := range t.lines {
		t.line(&v, words)
	}
	return v, true
}

// moves reports whether the decoder changes a character of word i.
func (t *trial) moves(i int) bool {
	for _, at := range t.signs[i] {
		if t.moved[t.codes[i][at]-utf8.RuneSelf] {
			return true
		}
	}
	return false
}

// decode spells word i as the decoder reads it. Most decoders agree on most words.
func (t *trial) decode(i int, d *decoder) *reread {
	at := slices.IndexFunc(t.past[i], func(r *reread) bool {
		for _, at := range t.signs[i] {
			if r.now[at] != d.now[t.codes[i][at]-utf8.RuneSelf] {
				return false
			}
		}
		return true
	})
	if at < 0 {
		at = len(t.past[i])
		t.past[i] = append(t.past[i], t.reread(i, d))
	}
	return t.past[i][at]
}

// reread spells word i anew.
func (t *trial) reread(i int, d *decoder) *reread {
	now, changed, inner, sign, loose := make([]rune, 0, len(t.codes[i])), false, false, false, false
	for _, c := range t.codes[i] {
		was := c
		if c >= utf8.RuneSelf {
			s := c - utf8.RuneSelf
			was, c = t.used[s].r, d.now[s]
			loose = loose || !steadily(c)
		}
		inner = inner || sign && t.alphabet.numberOf(c) != 0
		if sign = c != was; sign {
			changed, inner = true, inner || t.alphabet.numberOf(was) != 0
		}
		now = append(now, c)
	}
	if len(t.rereads) == 0 {
		t.rereads = make([]reread, rereadsAtOnce)
	}
	r := &t.rereads[0]
	t.rereads = t.rereads[1:]
	r.now, r.inner = now, inner
	if changed && loose {
		normal := norm.NFC.String(string(now))
		now, changed = []rune(normal), normal != t.words[i].text
	}
	r.spelling, r.changed = t.spell(now), changed
	r.least = t.alphabet.cheapest(&r.spelling)
	return r
}

// speaks returns the language in which pairs cost least, with what other words
// cost in each, and its number; nil where none has the scripts. No language is
// looked at to the end that costs more than the one that is likely, such as that
// of the version before.
func (a *alphabet) speaks(p *pairs, scripts uint32, others []int, likely int) (best *tongue, at int) {
	least := math.MaxInt
	if l := &a.tongues[likely]; l.scripts&scripts != 0 {
		least = p.cost(l, others[likely], math.MaxInt) + 1
	}
	for i := range a.tongues {
		l := &a.tongues[i]
		if l.scripts&scripts == 0 {
			continue
		}
		if cost := p.cost(l, others[i], least); cost < least {
			best, least, at = l, cost, i
		}
	}
	return best, at
}

// line counts a line in if its reading gains anything.
func (t *trial) line(v *version, words []int) {
	gain, changed, odd, strange, count, inner, drawn := 0, 0, 0, 0, 0, 0, 0
	for _, i := range words {
		w, s := &t.words[i], t.read[i]
		if w.plain && v.tongue.scripts&1<<1 == 0 {
			continue
		}
		cost := s.cost(v.tongue, dear)
		strange += cost - s.shape - v.tongue.usual*s.count
		count += s.count
		if s.changed && !t.counted[i] {
			t.counted[i] = true
			gain += w.costs - cost
			odd += s.odd
			changed++
			if s.inner {
				inner++
			}
			if w.drawn {
				drawn++
			}
		}
	}
	if gain > 0 {
		v.gain += gain
		v.words += changed
		v.odd += odd
		v.inner += inner
		v.drawn += drawn
		v.strange += strange
		v.letters += count
	}
}

// pairs counts which letter follows which, by their numbers.
type pairs struct {
	size  int
	times []int32     // that b stands after a, at a*size+b
	found [][2]uint16 // the pairs that are not zero
}

// pairs gives a table of pairs with nothing in it, of the size of a megabyte.
func (a *alphabet) pairs() *pairs {
	if p, ok := a.tables.Get().(*pairs); ok {
		return p
	}
	return &pairs{size: a.count, times: make([]int32, a.count*a.count)}
}

// free takes a table back.
func (a *alphabet) free(p *pairs) {
	p.reset()
	a.tables.Put(p)
}

// add counts the pairs of a spelling.
func (p *pairs) add(letters []uint16, times int) {
	prev := uint16(0)
	for _, n := range letters {
		if n != 0 {
			p.count(prev, n, times)
		}
		prev = n
	}
}

// count counts letter n behind another.
func (p *pairs) count(prev, n uint16, times int) {
	at := int(prev)*p.size + int(n)
	if p.times[at] == 0 {
		p.found = append(p.found, [2]uint16{prev, n})
	}
	p.times[at] += int32(times)
}

// cost is what the pairs cost in a language, and something besides; where that
// is most or more, it is no matter how much more.
func (p *pairs) cost(t *tongue, besides, most int) int {
	cost := besides
	for _, f := range p.found {
		if cost += int(p.times[int(f[0])*p.size+int(f[1])]) * t.cost(f[0], f[1]); cost >= most {
			break
		}
	}
	return cost
}

func (p *pairs) reset() {
	for _, f := range p.found {
		p.times[int(f[0])*p.size+int(f[1])] = 0
	}
	p.found = p.found[:0]
}
