package cluster

import (
	"math"
	"slices"
)

// matches pairs the ends that are continued with those that go on, among so
// many stars of the language.
func (p *prover) matches(stars *starList, l *likeness, among int) []match {
	ends, rivalry := l.ends, p.newRivalry(stars, l.ends)
	var out []match
	paired, bearers := make([]bool, len(ends)), p.bearers(stars, ends)
	out = append(out, p.stamped(l, stars, paired)...)
	stamped := slices.Clone(paired)
	for i := range ends {
		if stamped[i] || !ends[i].part.Before {
			continue
		}
		j, ok := l.fellow(i, func(j int) bool { return !stamped[j] && p.fits(stars, ends[i], ends[j]) })
		if !ok {
			continue
		}
		if k, ok := l.fellow(j, func(k int) bool { return !stamped[k] && p.fits(stars, ends[k], ends[j]) }); !ok || k != i {
			continue
		}
		rivals := (rivalry.after(i) + rivalry.before(j)) * ends[i].part.doubt()
		first, later := stars.at(ends[i].star), stars.at(ends[j].star)
		entitled := p.entitled(first, later)
		only := p.namesOnly(first, later, bearers)
		titled := entitled || only
		if l.proves(i, j, titled, rivals) || l.akin(i, j, rivals) || titled && (l.silentlyAkin(i, j) || l.named(i, j)) || entitled && l.namesakes(i, j, p.untitled(later, p.titlesOf(first)), only) ||
			p.pathed(first, later, bearers) && (l.leads(i, j) || p.untitled(later, p.titlesOf(first)) && l.follows(i, j)) {
			out = append(out, match{int32(i), int32(j)})
			paired[i], paired[j] = true, true
		}
	}
	out = append(out, p.second(l, stars, paired)...)
	return append(out, p.unmarked(l, stars, paired, among, bearers)...)
}

// stamped pairs marked ends that bear one stamp, which no other star bears, and may well
// be kin.
func (p *prover) stamped(l *likeness, stars *starList, paired []bool) []match {
	at := map[uint64][]int32{} // ends
	for i, e := range l.ends {
		for _, h := range p.stampsOf(stars.at(e.star)) {
			at[h] = append(at[h], int32(i))
		}
	}
	var out []match
	for i, e := range l.ends {
		for _, h := range p.stampsOf(stars.at(e.star)) {
			if paired[i] || e.bare || !e.part.Before || len(at[h]) != 2 || p.stamps[h] != 2 {
				continue
			}
			j := int(at[h][0]+at[h][1]) - i
			if f := l.ends[j]; !paired[j] && !f.bare && p.fits(stars, e, f) && l.kinOdds(i, j) >= stampKin {
				out = append(out, match{int32(i), int32(j)})
				paired[i], paired[j] = true, true
			}
		}
	}
	return out
}

// second pairs marked ends that are left, though each is not the one whose
// words are most like the other's, with those they are most akin to.
func (p *prover) second(l *likeness, stars *starList, paired []bool) []match {
	var out []match
	for i, e := range l.ends {
		if paired[i] || e.bare || !e.part.Before {
			continue
		}
		best, rivals, most := -1, 1, math.Inf(-1)
		for _, a := range l.of(i) {
			if f := l.ends[a.end]; paired[a.end] || f.bare || !p.fits(stars, e, f) {
				continue
			}
			rivals++
			if own := l.kinOdds(i, a.end); own > most {
				best, most = a.end, own
			}
		}
		if best >= 0 && l.akin(i, best, rivals) && l.lonely(i, best, mostOther) {
			out = append(out, match{int32(i), int32(best)})
			paired[i], paired[best] = true, true
		}
	}
	return out
}

// unmarked pairs the ends that are left with pages that bear no mark, where
// the kinship is beyond doubt.
func (p *prover) unmarked(l *likeness, stars *starList, paired []bool, among int, bearers map[uint64]int) []match {
	var out []match
	for i, e := range l.ends {
		if paired[i] || e.bare || e.part.Before == e.part.After || e.part.Row > 0 {
			continue
		}
		for _, a := range l.of(i) {
			f := l.ends[a.end]
			if paired[a.end] || f.part != (Part{}) || !p.strangers(stars, e, f) {
				continue
			}
			if e.part.After && p.namesAnother(stars.at(f.star), stars.at(e.star)) {
				continue
			}
			titled := !p.untitled(stars.at(f.star), nil)
			opens := e.part.Before && titled // as the beginning of another article does
			goesOn := e.part.Before && !titled
			pathed := e.part.After && p.pathed(stars.at(f.star), stars.at(e.star), bearers) && l.leads(a.end, i)
			if !pathed && !l.plainlyAkin(i, a.end, among) && (opens || !l.nearlyAkin(i, a.end)) && !(goesOn && l.aloneAkin(i, a.end)) {
				continue
			}
			paired[i], paired[a.end] = true, true
			if e.part.Before {
				out = append(out, match{int32(i), int32(a.end)})
			} else {
				out = append(out, match{int32(a.end), int32(i)})
			}
			break
		}
	}
	return out
}

// fits reports whether b may go on from a by their marks.
func (p *prover) fits(stars *starList, a, b end) bool {
	return numbered(a, b) && p.strangers(stars, a, b)
}

// numbered reports whether b may go on from a by the marks alone.
func numbered(a, b end) bool {
	return a.star != b.star && a.part.Before && b.part.After && a.part.Row == b.part.Row && !(a.part.Page > 0 && b.part.Page > 0 && b.part.Page != a.part.Page+1)
}

// strangers reports whether two ends have no passage in common of which it
// is known that it tells them apart.
func (p *prover) strangers(stars *starList, a, b end) bool {
	v, ok := p.verdict(stars.at(a.star).centre, stars.at(b.star).centre)
	return !ok || v.cause == TooLittle
}
