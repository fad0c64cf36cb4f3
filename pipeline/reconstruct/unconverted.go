package reconstruct

import "github.com/urtext/urtext/pipeline/corpus"

// What converts the signs of a copy converts them all. A copy that writes one
// sign in several forms, at one position, was not converted: its author mixed
// them, and at each place it tells which form is the author's there, which
// the convention of the article cannot. Ellipses have one form throughout.

const (
	leastMinor = 1   // signs of the second form
	minorShare = .02 // of all
	mixedVotes = 2   // of a copy that mixes forms, against one for each that has another form
)

// mixture tells for each class and position whether a witness mixes forms.
type mixture [5][4]bool

// findMixed finds the mixtures of all witnesses, in the text that is kept.
func (v *view) findMixed(t *text) {
	v.mixed = make([]mixture, v.n)
	for w := range v.n {
		if v.infers[w] {
			continue // it has signs of other copies
		}
		var forms convention
		prev := corpus.Absent
		for _, c := range t.kept {
			i := v.al.Columns[c][w]
			if i == corpus.Absent {
				continue
			}
			if g := &v.gaps[v.gapOf[w][i]]; prev != corpus.Absent && i == prev+1 && g.signs {
				forms.add(g.raw, false, func(signClass) float64 { return 1 })
			}
			prev = i
		}
		v.mixed[w] = forms.mixture()
	}
}

// mixture reports where the forms that were counted are several.
func (k *convention) mixture() (m mixture) {
	for class := range k.votes {
		for pos, votes := range k.votes[class] {
			all, top := 0.0, 0.0
			for form, n := range votes {
				if genuine(form) > .5 {
					all, top = all+n, max(top, n)
				}
			}
			m[class][pos] = signClass(class) != ellipsis && all-top >= max(leastMinor, minorShare*all)
		}
	}
	return m
}

// unconverted lists, of votes for one gap, those of witnesses that mix the
// forms of all its signs; none if these differ, or are too few against others.
func (v *view) unconverted(same []gapVote, atStart bool) []gapVote {
	var out []gapVote
	for _, x := range same {
		ok := x.clean && x.signs
		if ok {
			eachSign(x.raw, func(class signClass, i, j int) {
				ok = ok && v.mixed[x.w][class][positionOf(x.raw, i, j, atStart)]
			})
		}
		if !ok {
			continue
		}
		if len(out) > 0 && out[0].bare != x.bare {
			return nil
		}
		out = append(out, x)
	}
	if len(out) == 0 || v.balance(same, out) < 0 {
		return nil
	}
	return out
}

// balance counts the groups of those who vote for the form of own, each with
// what it weighs, less those that have another form only.
func (v *view) balance(same, own []gapVote) (sum int) {
	const other = -1
	votes := map[int]int{} // by group, the heaviest
	note := func(x gapVote, vote int) {
		if old, ok := votes[v.group[x.w]]; !ok || vote > old {
			votes[v.group[x.w]] = vote
		}
	}
	for _, x := range same {
		switch {
		case !x.clean:
		case x.bare == own[0].bare:
			note(x, 1)
		default:
			note(x, other)
		}
	}
	for _, x := range own {
		note(x, mixedVotes)
	}
	for _, vote := range votes {
		sum += vote
	}
	return sum
}
