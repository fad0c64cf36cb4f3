package reconstruct

import "strings"

// What takes a copy's letters beyond ASCII takes its signs, too, and leaves a
// question mark. At one place that may be a question's; where the question marks
// of a copy stand in other places for signs of other copies, it hardly is.

// askedShare is the vote of a question mark where another copy has a sign that
// it may stand for, and knownAskedShare that in a copy whose signs were lost to
// question marks elsewhere.
const askedShare, knownAskedShare = .5, .1

// lostSigns tells of one witness which signs are question marks in it.
type lostSigns struct {
	places  int     // where another has a sign for its question mark
	classes [5]int  // the signs there
	stands  [5]bool // where another has a sign of the class
}

// findLostSigns finds the signs that each witness lost to question marks.
func (v *view) findLostSigns(joins []signedJoin) {
	v.lost = make([]lostSigns, v.n)
	for _, p := range joins {
		for _, x := range p.votes {
			if whole := v.wholeOf(x, p.votes); whole != nil {
				v.lost[x.w].places++
				eachSign(whole.raw, func(class signClass, _, _ int) {
					v.lost[x.w].classes[class]++
				})
			}
		}
	}
}

// wholeOf returns what another witness has where the question mark of a witness may
// stand for a sign; nil where it does not.
func (v *view) wholeOf(x gapVote, votes []gapVote) *gap {
	if !x.clean || !x.asks {
		return nil
	}
	for _, y := range votes {
		if y.clean && strings.Count(y.bare, "?") < strings.Count(x.bare, "?") && standsFor(x.bare, y.raw) {
			return y.gap
		}
	}
	return nil
}

// standsFor reports whether a gap is another one in which signs or no-break
// spaces became question marks; white space aside.
func standsFor(bare, whole string) bool {
	for whole != "" {
		if n, _ := whiteRun(whole, false); n > 0 {
			if noBreak(whole[:n]) && strings.HasPrefix(bare, "?") && standsFor(bare[1:], whole[n:]) {
				return true
			}
			whole = whole[n:]
			continue
		}
		class, folded, n := sign(whole)
		if class != noSign && strings.HasPrefix(bare, "?") && standsFor(bare[1:], whole[n:]) {
			return true
		}
		other, same, m := sign(bare)
		if m == 0 || other != class || class != noSign && same != folded || class == noSign && bare[:m] != whole[:n] {
			return false
		}
		bare, whole = bare[m:], whole[n:]
	}
	return bare == ""
}

// noBreak reports a space that keeps a line from breaking.
func noBreak(white string) bool { return strings.ContainsAny(white, "\u00a0\u202f") }

// askedVote is the share of its vote that a witness has on a gap with a question
// mark.
func (v *view) askedVote(x gapVote, votes []gapVote) float64 {
	switch {
	case v.wholeOf(x, votes) == nil:
		return 1
	case v.lost[x.w].places > 1:
		return knownAskedShare
	}
	return askedShare
}

// findStanding counts, for each class of signs, the groups that stand where some
// witness has one, and those that have one there.
func (v *view) findStanding(joins []signedJoin) {
	var held, stood [5]map[int]bool
	for class := range held {
		held[class], stood[class] = map[int]bool{}, map[int]bool{}
	}
	for _, p := range joins {
		var here [5]bool
		for _, x := range p.votes {
			if x.clean {
				eachSign(x.raw, func(class signClass, _, _ int) {
					here[class], held[class][v.group[x.w]] = true, true
				})
			}
		}
		for _, x := range p.votes {
			for class, has := range here {
				if has && x.clean {
					stood[class][v.group[x.w]] = true
					v.lost[x.w].stands[class] = true
				}
			}
		}
	}
	for class := range held {
		v.signHeld[class], v.signStood[class] = len(held[class]), len(stood[class])
	}
}

// usual reports a class of signs that half of the groups or more have which stand
// where there are some.
func (v *view) usual(class signClass) bool {
	return v.signHeld[class] > 0 && 2*v.signHeld[class] >= v.signStood[class]
}
