package repair

import "strings"

// Lengths of a line that says the line before it again, but for damage.
const (
	echoedWords  = 15 // of both
	echoedCommon = .8 // of the words of the longer, that both have
)

// Echoed returns the spans of a text, sorted, that say once more what stands right
// before them: sentences of prose. A page that is not in this manner has one by
// accident, or its author wrote it; other copies tell.
func Echoed(text string) [][2]int {
	phrases := phrasesOf(text)
	if len(phrases) < 2 {
		return nil
	}
	r := repeats{text: text, phrases: phrases, again: make([]bool, len(phrases))}
	if repeatsSome(phrases) {
		r.echoes()
	}
	for _, b := range r.found {
		if b.source+b.to-b.from >= b.from && r.prose(b) && !r.introduced(b) {
			r.mark(b.from, b.to)
		}
	}
	r.nearly()
	var out [][2]int
	for _, c := range r.changes() {
		out = append(out, [2]int{c.Start, c.End})
	}
	return out
}

// nearly marks the lines that say the line before again, but for damage.
func (r *repeats) nearly() {
	before := ""
	for from, to := 0, 0; from < len(r.phrases); from = to {
		for to = from + 1; to < len(r.phrases) && r.phrases[to].line == r.phrases[from].line; to++ {
		}
		line := r.text[r.phrases[from].start:r.phrases[to-1].end]
		if from > 0 && !r.again[from] && alikeLines(before, line) && r.endsProse(echo{from: from, to: to}) {
			r.mark(from, to)
			continue
		}
		before = line
	}
}

// alikeLines reports whether two long lines have most words in common.
func alikeLines(x, y string) bool {
	if least, most := min(len(x), len(y)), max(len(x), len(y)); least < 2*echoedWords || 4*least < 3*most {
		return false
	}
	a, b := strings.Fields(x), strings.Fields(y)
	if min(len(a), len(b)) < echoedWords {
		return false
	}
	times, same := make(map[string]int, len(a)), 0
	for _, w := range a {
		times[w]++
	}
	for _, w := range b {
		if times[w] > 0 {
			times[w]--
			same++
		}
	}
	return float64(same) >= echoedCommon*float64(max(len(a), len(b)))
}
