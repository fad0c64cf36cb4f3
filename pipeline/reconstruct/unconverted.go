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
	v.mixed, v.hyphens = make([]mixture, v.n), make([]bool, v.n)
	for w := range v.n {
		if v.infers[w] {
			continue // it has signs of other copies
		}
		var forms convention
		prev := corpus.Absent
		for _, c := range t.kept {
			i := v.al.Columns[c].At(w)
			if i == corpus.Absent {
				continue
			}
			if g := &v.gaps[v.gapOf[w][i]]; prev != corpus.Absent && i == prev+1 && g.signs {
				forms.add(g.raw, false, func(signClass, string) float64 { return 1 })
			}
			prev = i
		}
		v.mixed[w], v.hyphens[w] = forms.mixture(), forms.hyphensAmongDashes()
	}
}

// mixture reports where the forms that were counted are several.
func (k *convention) mixture() (m mixture) {
	for class := range k.votes {
		for pos, votes := range k.votes[class] {
			if position(pos) == loose && styles[class] != nil {
				continue // quotes that open and that close
			}
			all, top := 0.0, 0.0
			for form, n := range votes {
				if genuine(form) > .5 {
					all, top = all+n, max(top, n)
				}
			}
			m[class][pos] = signClass(class) != ellipsis && all-top >= max(leastMinor, minorShare*all)
		}
	}
	if k.twoDashes() {
		m[dash] = [4]bool{true, true, true, true}
	}
	return m
}

// twoDashes reports one dash in ranges ("1988–2003") and another in sentences: what
// converts dashes makes one of both.
func (k *convention) twoDashes() bool {
	ranges := heaviest(k.votes[dash][inside])
	if genuine(ranges) <= .5 {
		return false
	}
	for pos, votes := range k.votes[dash] {
		if f := heaviest(votes); position(pos) != inside && ranges != "" && f != "" && f != ranges && genuine(f) > .5 {
			return true
		}
	}
	return false
}

// hyphensAmongDashes reports hyphens that stand apart in a copy that has dashes: these
// say nothing of the dashes, which may be converted, but they are no dashes made flat.
func (k *convention) hyphensAmongDashes() bool {
	among := false
	for _, votes := range k.votes[dash] {
		for form := range votes {
			among = among || form != hyphen
		}
	}
	return among && k.votes[dash][loose][hyphen] > 0
}

// unconverted lists, of votes for one gap, those of witnesses that mix the
// forms of its signs, but for signs that they write as the article does; none if
// these differ, or are too few against others.
func (v *view) unconverted(same []gapVote, atStart bool) []gapVote {
	var out []gapVote
	for _, x := range same {
		if !x.clean || !x.signs || v.mended(x) || !v.mixes(x, atStart) {
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

// mixes reports a witness that mixes the forms of a sign in a gap, and has its other
// signs as the article does.
func (v *view) mixes(x gapVote, atStart bool) bool {
	some, all := false, true
	eachSign(x.raw, func(class signClass, i, j int) {
		pos := positionOf(x.raw, i, j, atStart)
		mixed := v.mixed[x.w][class][pos] || x.raw[i:j] == "-" && v.hyphens[x.w]
		some, all = some || mixed, all && (mixed || x.raw[i:j] == v.signs.form[class][pos])
	})
	return some && all
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
		case !x.clean || v.mended(x):
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
