package faded

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A Mending is a faded text and what other copies tell of its words.
type Mending struct {
	text  *Text
	words []word // of each run
}

// A word is what is known of a run.
type word struct {
	read       bool
	start, end int    // of the word in the run, in bytes of the text
	now        string // the word with the letters that others have
	gap        string // what another has between this word and the next
	joined     bool   // gap is known
	faced      bool   // no other has the word, but one has others in its place
}

// A Reading is a word of a faded text.
type Reading struct {
	Start, End int    // in bytes of the text
	Word       string // the word with its lost letters as others have them, as far as they are known
	Lost       bool   // letters were lost: Word is inferred, or still lacks some
	Read       bool   // another copy has the word
	Gap        string // what another has between this word and the next, where Joined
	Joined     bool
	Illegible  bool // a passage that no other has, of which more than half is lost; Word is empty
}

// Mend begins to mend a text.
func Mend(t *Text) *Mending { return &Mending{t, make([]word, len(t.runs))} }

// By takes lost letters from another copy. What copies before it had stays.
// It returns how many letters both have where they have the same words.
func (m *Mending) By(other *Text) int {
	found := match(m.text, other)
	same := 0
	last, lastEnd := -1, pair{} // the word before, and its run and the end of its word in the other
	for i, j := range found.of {
		if j < 0 {
			continue
		}
		f, _ := found.fit(pair{int32(i), j})
		if f.a0 == f.a1 {
			continue
		}
		if last >= 0 && j > lastEnd.i && !other.adjoins(int(lastEnd.i), int(j)) {
			m.face(last+1, i)
		}
		a, b := m.text.runs[i], other.runs[j]
		same += f.same()
		from, to := b.start+f.b0, b.start+f.b1
		if last >= 0 && m.adjoins(last, i) && other.adjoins(int(lastEnd.i), int(j)) {
			m.words[last].join(other.text[lastEnd.j:from])
		}
		m.words[i].take(m.text.text, a.start+f.a0, a.start+f.a1, other.text[from:to])
		last, lastEnd = i, pair{j, int32(to)}
	}
	return same
}

// join notes what another has behind a word. A gap without a sign is better
// than one with: that may be of a letter that the other has lost.
func (w *word) join(gap string) {
	if !w.joined || strings.ContainsFunc(w.gap, isSign) && !strings.ContainsFunc(gap, isSign) {
		w.gap, w.joined = gap, true
	}
}

// face notes that another copy has words in the place of the runs [from, to).
func (m *Mending) face(from, to int) {
	for i := from; i < to; i++ {
		m.words[i].faced = true
	}
}

// take fills the lost letters of the word at [start, end) with those of
// another.
func (w *word) take(text string, start, end int, other string) {
	if w.read && (w.start != start || w.end != end) {
		return
	}
	if !w.read {
		*w = word{read: true, start: start, end: end, now: inkIn(text[start:end]), gap: w.gap, joined: w.joined}
	}
	if !strings.ContainsFunc(w.now, isSign) {
		return
	}
	other = inkIn(other)
	var b strings.Builder
	for _, r := range w.now {
		o, n := utf8.DecodeRuneInString(other)
		if other = other[n:]; isSign(r) && n > 0 {
			r = o
		}
		b.WriteRune(r)
	}
	w.now = b.String()
}

// inkIn is a word without the break that a line's end makes in it.
func inkIn(s string) string {
	return strings.Map(func(r rune) rune {
		if _, ok := inkOf(r); ok || r == '\'' {
			return r
		}
		return -1
	}, s)
}

// adjoins reports whether no word stands between two runs of the faded text:
// nothing, or one sign, which may have been a dash.
func (m *Mending) adjoins(i, k int) bool {
	return i+1 == k || i+2 == k && m.text.runs[i+1].runes == 1 && m.text.adjoins(i, k)
}

// adjoins reports whether only signs and marks stand between two runs.
func (t *Text) adjoins(i, k int) bool {
	for n := i + 1; n < k; n++ {
		if strings.ContainsFunc(t.text[t.runs[n].start:t.runs[n].end], isWord) {
			return false
		}
	}
	return i < k
}

// Readings lists the words that others have, those that lost letters and stay
// unread, and the passages that are illegible, in the order of the text.
func (m *Mending) Readings() []Reading {
	var out []Reading
	for i, to := 0, 0; i < len(m.words); i = to {
		var lost bool
		if to, lost = m.unread(i); lost {
			out = append(out, Reading{Start: m.text.runs[i].start, End: m.text.runs[to-1].end, Lost: true, Illegible: true})
			continue
		}
		to = max(to, i+1)
		for k := i; k < to; k++ {
			if r, ok := m.reading(k); ok {
				out = append(out, r)
			}
		}
	}
	return out
}

// reading is the reading of a run; not ok if there is nothing to tell of it.
func (m *Mending) reading(i int) (Reading, bool) {
	w, r, text := m.words[i], m.text.runs[i], m.text.text
	if w.read {
		lost := strings.ContainsFunc(text[w.start:w.end], isSign)
		return Reading{Start: w.start, End: w.end, Word: w.now, Lost: lost, Read: true, Gap: w.gap, Joined: w.joined}, true
	}
	ink := text[r.start:r.end]
	lost := lostIn(ink)
	return Reading{Start: r.start, End: r.end, Word: ink, Lost: lost, Gap: w.gap, Joined: w.joined}, lost || w.joined
}

// unread returns where the passage ends that begins at run i and that no other
// copy has, i if it has no run, and whether it is illegible. A word that
// another copy faces is of none: there the copies have the word.
func (m *Mending) unread(i int) (to int, illegible bool) {
	signs, letters := 0, 0
	for to = i; to < len(m.words) && !m.words[to].read && !m.words[to].faced; to++ {
		s, l, _ := count(m.text.text[m.text.runs[to].start:m.text.runs[to].end])
		signs, letters = signs+s, letters+l
	}
	return to, signs > 1 && signs > letters
}

// lostIn reports whether a run of a faded text has surely lost letters: one
// sign behind a word may be a question mark.
func lostIn(ink string) bool {
	signs, _, before := count(ink)
	return before || signs > 1
}

// blank stands for a letter that stays unread, where texts are compared: no
// language writes it within such words.
const blank = 'ø'

// Text returns the text with its words as others have them, and where a byte
// of the text went. Letters that stay lost are letters that nothing matches.
func (m *Mending) Text() (string, func(int) int) {
	var b strings.Builder
	at := 0
	var from, to []int
	for _, r := range m.Readings() {
		if !r.Lost {
			continue
		}
		if r.Illegible {
			r.Word = m.text.text[r.Start:r.End]
		}
		b.WriteString(m.text.text[at:r.Start])
		from, to = append(from, r.Start), append(to, b.Len())
		b.WriteString(strings.Map(func(c rune) rune {
			if isSign(c) {
				return blank
			}
			return c
		}, r.Word))
		at = r.End
		from, to = append(from, r.End), append(to, b.Len())
	}
	b.WriteString(m.text.text[at:])
	return b.String(), func(i int) int {
		k, ok := slices.BinarySearch(from, i)
		switch {
		case ok:
			return to[k]
		case k == 0:
			return i
		case k%2 == 1: // within a word
			return to[k]
		}
		return to[k-1] + i - from[k-1]
	}
}
