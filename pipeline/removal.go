package pipeline

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/reconstruct"
)

// joined returns the removals from a witness that touch nothing protected, in
// their order. Those that meet are one: what stands between them belongs to
// neither side of what is left.
func joined(doc *corpus.Document, w *corpus.Witness, removals []corpus.Removal) []corpus.Removal {
	sorted := slices.Clone(removals)
	slices.SortStableFunc(sorted, func(a, b corpus.Removal) int { return cmp.Compare(a.From, b.From) })
	var out []corpus.Removal
	for _, r := range sorted {
		if protected(doc, int(w.Words[r.From].Start), int(w.Words[r.To-1].End)) {
			continue
		}
		if n := len(out); n > 0 && r.From <= out[n-1].To {
			last := &out[n-1]
			last.To = max(last.To, r.To)
			last.Why = append(last.Why[:len(last.Why):len(last.Why)], r.Why...)
			continue
		}
		out = append(out, r)
	}
	return out
}

// A remover turns removals of words from a witness into changes of its text,
// from which the cuts are taken besides.
type remover struct {
	text string
	w    *corpus.Witness
	cuts []corpus.Change // sorted, disjoint
}

// change cuts words [r.From, r.To) from the text with the gaps round them, and
// leaves the gap that joins their neighbours; at the beginning and the end of
// the copy the signs that stand beyond the words go with them.
func (m remover) change(r corpus.Removal) corpus.Change {
	words := m.w.Words
	c := corpus.Change{Kind: r.Kind, Why: r.Why}
	left, right := m.w.Gaps[r.From], m.w.Gaps[r.To]
	if r.From > 0 {
		c.Start = int(words[r.From-1].End)
	} else {
		c.Start = m.headOf(int(words[0].Start))
	}
	if r.To < len(words) {
		c.End = int(words[r.To].Start)
	} else {
		c.End = m.tailOf(int(words[r.To-1].End))
	}
	switch {
	case r.From == 0:
		c.Now = opens(right)
	case r.To == len(words):
		c.Now = strings.TrimRight(reconstruct.Bridge(left, ""), " \n")
	default:
		c.Now = reconstruct.Bridge(left, right)
	}
	return c
}

// opens returns the signs in a gap that stand at the word behind it: those
// before belong to what was removed.
func opens(gap string) string {
	if n := strings.LastIndexFunc(gap, unicode.IsSpace); n >= 0 {
		_, size := utf8.DecodeRuneInString(gap[n:])
		return gap[n+size:]
	}
	if n := strings.IndexFunc(gap, func(r rune) bool { return strings.ContainsRune("\"'¿¡", r) || unicode.In(r, unicode.Ps, unicode.Pi) }); n >= 0 {
		return gap[n:]
	}
	return ""
}

// headOf is where the signs before the first word of the text begin, which
// stands at a place. What is cut in any case is left to its own change.
func (m remover) headOf(word int) int {
	from := 0
	for _, c := range m.cuts {
		if c.End <= word {
			from = c.End
		}
	}
	if !bare(m.text[from:word]) {
		return word
	}
	return word - len(strings.TrimLeftFunc(m.text[from:word], unicode.IsSpace))
}

// tailOf is where the signs behind the last word of the text end, which ends
// at a place.
func (m remover) tailOf(word int) int {
	to := len(m.text)
	for _, c := range m.cuts {
		if c.Start >= word {
			to = c.Start
			break
		}
	}
	if rest := strings.TrimRightFunc(m.text[word:to], unicode.IsSpace); bare(rest) {
		return word + len(rest)
	}
	if n := strings.IndexFunc(m.text[word:], unicode.IsSpace); n >= 0 {
		return word + n
	}
	return len(m.text)
}

// lostMost is how many signs of lost letters a stretch without words has at
// most: of more it may be words that cannot be read.
const lostMost = 2

// bare reports whether a stretch of text is nothing but signs.
func bare(s string) bool {
	lost := 0
	for _, r := range s {
		if isWord(r) {
			return false
		}
		if strings.ContainsRune(lostSigns, r) {
			lost++
		}
	}
	return lost <= lostMost
}
