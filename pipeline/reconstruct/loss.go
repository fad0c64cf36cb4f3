package reconstruct

import (
	"slices"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A paragraph that one copy lost is no insertion, though phrases were injected into it
// in the copy that has it. Its sentences that nothing suspects tell: where they speak
// plainly for a loss, the copy without them does not stand there, and what the other
// has is judged span by span.

const (
	// lossOdds is the log odds of a sentence up to which it was lost.
	lossOdds = -2.
	// lossLeast is the number of words in such sentences from which a line was lost,
	// if they are one in plainShare of its words.
	lossLeast, plainShare = 10, 4
)

// findLost finds the lines under some suspicion that one group lost, or more plainly two,
// and takes from them their say on these. It reports whether there are any.
func (v *view) findLost() (found bool) {
	if v.hands {
		return false
	}
	for i := range v.runs {
		r := &v.runs[i]
		if r.to-r.from < lossLeast || !v.oneGroup(r.by) || v.peak(r, r.by[0]) == 0 || v.outside(r) {
			continue
		}
		most := lossOdds
		switch active, _ := v.silent(r); active {
		case 1:
		case 2:
			most = outvotedOdds
		default:
			continue
		}
		for _, l := range v.linesIn(r) {
			if v.peak(&l, r.by[0]) > 0 && v.lostLine(&l, most) {
				v.lose(&l, v.without(&l))
				found = true
			}
		}
	}
	if found {
		v.forgetStanding()
	}
	return found
}

// lostLine reports a line of which enough was plainly lost, in sentences of these odds
// at most, more than what was injected rather.
func (v *view) lostLine(l *run, most float64) bool {
	w, n := l.by[0], 0
	for from, c := l.from, l.from; c < l.to; c++ {
		if c+1 < l.to && !endsSentence(v.ws[w].Gaps[v.al.Columns[c].At(w)+1]) {
			continue
		}
		s := run{from: from, to: c + 1, by: l.by}
		from = c + 1
		if x := v.shape(&s, w); x.sentence && v.peak(&s, w) == 0 {
			switch odds, _ := v.weighInsertion(&s, w, x); {
			case odds <= most:
				n += x.words
			case odds > 0:
				n -= x.words
			}
		}
	}
	return n >= lossLeast && plainShare*n >= l.to-l.from
}

// without lists the copies that stand where a line is and lack it.
func (v *view) without(l *run) (out []int) {
	for w := range v.n {
		if v.al.Columns[l.from].At(w) == corpus.Absent && v.covers(w, l.from) {
			out = append(out, w)
		}
	}
	return out
}

// lose makes a lacuna of a line for some copies.
func (v *view) lose(l *run, ws []int) {
	for _, w := range ws {
		v.lacuna[w] = v.lacuna[w].add(l.from, l.to)
	}
	v.stood = nil
}

// outvotedWords and outvotedOdds are the number of words and the odds up to which a
// whole sentence that two groups lack is one that both lost, rather than one that was
// injected: of such sentences eight in nine.
const outvotedWords, outvotedOdds = 6, -3.6

// oddsNumber is what it weighs there that a sentence of few words, offerMost at most,
// names a number, as offers do.
const oddsNumber, offerMost = 1.4, 20

// oddsInnocent is what it weighs that nothing was injected into the copy, nor seems to be:
// who injects does so more than once. Of 39 whole sentences that such copies had alone,
// two were injected, of 213 in others 88.
const oddsInnocent = 1.5

// innocent reports a copy out of which no spam was cut, and in which no stage suspects any.
func (v *view) innocent(w int) bool {
	wit := v.ws[w]
	return wit.Cut == nil && len(wit.Injected) == 0 && !slices.ContainsFunc(wit.Proposals, func(p corpus.Proposal) bool { return p.Kind == corpus.KindSpam })
}

// lostTwice reports a run of whole sentences that one group has and two lack, and that
// speaks plainly for a loss.
func (v *view) lostTwice(r *run) (odds float64, is bool) {
	w := r.by[0]
	s := v.shape(r, w)
	if s.words < outvotedWords || !s.sentence || v.suspicion(r) > 0 || !v.oneGroup(r.by) {
		return 0, false
	}
	odds, _ = v.weighInsertion(r, w, s)
	if s.words <= offerMost && slices.ContainsFunc(v.keysOf(r), number) {
		odds += oddsNumber
	}
	if v.prose(r, w) && v.innocent(w) {
		odds -= oddsInnocent
	}
	odds -= outvotedOdds
	return odds, odds <= 0 && !v.standsElsewhere(r) && !v.kinToInsertions(r)
}

// kinToInsertions reports whether another run that the group of a run has alone names two
// of its words that the article has nowhere.
func (v *view) kinToInsertions(r *run) bool {
	keys := v.keysOf(r)
	for i := range v.runs {
		x := &v.runs[i]
		if x.from == r.from || !v.oneGroup(x.by) || v.group[x.by[0]] != v.group[r.by[0]] {
			continue
		}
		n := 0
		for _, k := range v.keysOf(x) {
			n += b2i(v.strange(k) && slices.Contains(keys, k))
		}
		if n > 1 {
			return true
		}
	}
	return false
}

// standsElsewhere reports whether another group has the words of a run in a row, in
// another place then.
func (v *view) standsElsewhere(r *run) bool {
	keys := v.keysOf(r)
	for u, wit := range v.ws {
		if v.group[u] == v.group[r.by[0]] {
			continue
		}
		for i := 0; i+len(keys) <= len(wit.Words); i++ {
			n := 0
			for n < len(keys) && wit.Words[i+n].Key == keys[n] {
				n++
			}
			if n == len(keys) {
				return true
			}
		}
	}
	return false
}
