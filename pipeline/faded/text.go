package faded

import (
	"cmp"
	"slices"
)

// A Text is a text cut into runs, with its windows.
type Text struct {
	text    string
	runs    []run
	windows []window // by hash, then by place
}

// A window is a run of wide words in a row: where it begins and its hash.
type window struct {
	hash uint64
	at   int32
}

// wide is the number of words in a window, words of one character left out:
// those pass for dashes. Seven lengths of words are alike by chance about once
// in three million.
const wide = 7

// NewText cuts a text. Texts that are compared share the key.
func NewText(text string, key uint64) *Text {
	t := &Text{text: text, runs: cut(text, key)}
	t.eachWindow(key, func(hash uint64, at int32) { t.windows = append(t.windows, window{hash, at}) })
	slices.SortFunc(t.windows, func(a, b window) int { return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.at, b.at)) })
	return t
}

// eachWindow calls do for every window of the text, in its order.
func (t *Text) eachWindow(key uint64, do func(hash uint64, at int32)) {
	var last windows
	for i, r := range t.runs {
		if hash, at, ok := last.add(r, int32(i), key); ok {
			do(hash, at)
		}
	}
}

// windows are the last wide words of a text.
type windows struct {
	shapes [wide]uint64
	at     [wide]int32
	n      int
}

// add gives the window that a run ends, and where it begins.
func (w *windows) add(r run, at int32, key uint64) (hash uint64, begins int32, ok bool) {
	if r.runes < 2 {
		return 0, 0, false
	}
	k := w.n % wide
	w.shapes[k], w.at[k] = r.shape, at
	if w.n++; w.n < wide {
		return 0, 0, false
	}
	h := key
	for _, s := range w.shapes[k+1:] {
		h = mix(h, s)
	}
	for _, s := range w.shapes[:k+1] {
		h = mix(h, s)
	}
	return h ^ h>>32, w.at[w.n%wide], true
}

// A sample keeps one window in so many.
const sampleRate = 4

// Sample is the sampled hashes of the windows of a text, ascending, distinct.
func Sample(text string, key uint64) []uint64 {
	var out []uint64
	EachSampled(text, key, func(hash uint64) { out = append(out, hash) })
	slices.Sort(out)
	return slices.Clip(slices.Compact(out))
}

// EachSampled calls do for the sampled hashes of the windows of a text, in its order, as
// often as they come.
func EachSampled(text string, key uint64, do func(hash uint64)) {
	var last windows
	for r, at := next(text, 0, key); r.runes > 0; r, at = next(text, at, key) {
		if hash, _, ok := last.add(r, 0, key); ok && hash%sampleRate == 0 {
			do(hash)
		}
	}
}
