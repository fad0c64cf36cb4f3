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
	var at [wide]int32
	n := 0
	for i, r := range t.runs {
		if r.runes < 2 {
			continue
		}
		if at[n%wide] = int32(i); n >= wide-1 {
			h := key
			for k := n + 1; k <= n+wide; k++ {
				h = mix(h, t.runs[at[k%wide]].shape)
			}
			do(h^h>>32, at[(n+1)%wide])
		}
		n++
	}
}

// A sample keeps one window in so many.
const sampleRate = 4

// Sample is the sampled hashes of the windows of a text, ascending, distinct.
func Sample(text string, key uint64) []uint64 {
	t := &Text{text: text, runs: cut(text, key)}
	var out []uint64
	t.eachWindow(key, func(hash uint64, _ int32) {
		if hash%sampleRate == 0 {
			out = append(out, hash)
		}
	})
	slices.Sort(out)
	return slices.Clip(slices.Compact(out))
}
