package reconstruct

import (
	"strings"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A space that keeps a line from breaking, before a colon or inside guillemets, is
// lost with any cleaning and made by hardly anything. What makes one of every space
// tells itself by those between words.

// noBreakShare is what such a space weighs against one that is typed.
const noBreakShare = 3

// noBreak reports a space that keeps a line from breaking.
func noBreak(white string) bool { return strings.ContainsAny(white, "\u00a0\u202f") }

// findSpacers finds the witnesses that have such spaces where authors set them, and
// not more often between words.
func (v *view) findSpacers(t *text) {
	v.spacer = make([]bool, v.n)
	for w := range v.n {
		bound, free := 0, 0
		for _, c := range t.kept {
			i := v.al.Columns[c][w]
			if i == corpus.Absent {
				continue
			}
			switch raw := v.gaps[v.gapOf[w][i]].raw; {
			case !noBreak(raw):
			case strings.TrimFunc(raw, white) == "":
				free++
			default:
				bound++
			}
		}
		v.spacer[w] = bound > free
	}
}

// spaceOf returns the space that stands for white run number i of a gap whose signs
// are chosen: before is what is written of it, after what follows.
func (v *view) spaceOf(same []gapVote, i int, before, after string) string {
	if !bindsRight(before) && !bindsLeft(after) {
		return " "
	}
	votes := map[string]float64{}
	for _, x := range same {
		form := whiteRunOf(x.raw, i)
		switch {
		case !noBreak(form):
			votes[" "] += x.weight
		case v.spacer[x.w]:
			r, _ := utf8.DecodeRuneInString(form)
			votes[string(r)] += x.weight * noBreakShare
		}
	}
	best := " "
	for _, form := range []string{"\u00a0", "\u202f"} {
		if votes[form] > votes[best] {
			best = form
		}
	}
	return best
}

// bindsRight reports a quote at the end of what stands before a space, and bindsLeft
// one, or a sign that French sets apart, at the beginning of what stands behind it.
func bindsRight(before string) bool {
	r, _ := utf8.DecodeLastRuneInString(before)
	class, _, _ := sign(string(r))
	return class == doubleQuote
}

func bindsLeft(after string) bool {
	class, _, _ := sign(after)
	r, _ := utf8.DecodeRuneInString(after)
	return class == doubleQuote || strings.ContainsRune(";:!?%", r)
}

// whiteRunOf returns white run number i of a gap, as fold counts them.
func whiteRunOf(gap string, i int) string {
	for at := 0; at < len(gap); {
		if n, _ := whiteRun(gap[at:], false); n > 0 {
			if i == 0 {
				return gap[at : at+n]
			}
			i--
			at += n
			continue
		}
		_, _, n := signIn(gap, at)
		at += n
	}
	return ""
}
