package spam

import "github.com/urtext/urtext/pipeline/corpus"

// Commas with a space before them that nothing explains are looked at again, too: what
// stands before one is a phrase if it has words of what is certain that the rest has not.

// open takes the phrases before such commas.
func (v *onsets) open() (grown bool) {
	sure, all := 0, []onset{}
	for _, s := range v.sentences {
		for i := s.from; i < s.to; i++ {
			switch {
			case v.traced.right[i] != spaceMark || !v.beforeComma(i+1, s):
			case v.cut[i]:
				sure++
			default:
				all = append(all, onset{at: -1, from: i + 1, to: i + 1, first: i + 1, in: s})
			}
		}
	}
	if len(all) > sure+strayMarks {
		return false
	}
	for _, f := range all {
		if f.from = v.openFrom(f, sure > 0); f.to-f.from < 2 || f.from == f.in.from || v.needed(v.edgeOf(f.from, f.to, f.in)) && v.governs(f.from-1) {
			continue
		}
		setAll(v.cut, stretch{from: f.from, to: f.to})
		v.phrases = append(v.phrases, f)
		grown = true
	}
	return grown
}

// openFrom is where the words before a comma begin that what is certain has more often
// than the rest, with none between that the rest has; where the comma is the first of its
// kind it takes two of them, or one that stands in two things.
func (v *onsets) openFrom(f onset, others bool) int {
	out, kin, ties := f.to, int32(0), 0
	for i := f.to - 1; i >= v.reach(f.in, f.to); i-- {
		t, ok := v.term(i)
		switch {
		case ok && v.speaksOf(t):
			out = i
			kin += min(2, v.certain[t])
		case ok && v.rest[t] > 0:
			i = 0
		case v.words[i].is(function):
			if ties++; ties > mostTies {
				i = 0
			}
		}
	}
	if kin < 2 && !others {
		return f.to
	}
	return out
}

// speaksOf reports a stem of what is certain that the rest has less often, or that stands
// before several such commas besides and has half of its places there.
func (v *onsets) speaksOf(t int32) bool {
	if v.certain[t] > v.rest[t] {
		return true
	}
	return v.certain[t] > 0 && v.placed[t] >= 2 && v.certain[t]+v.placed[t] >= 2*v.rest[t]
}

// proposal cuts such a phrase.
func (v *onsets) proposal(f onset) corpus.Proposal {
	q := corpus.Proposal{Kind: corpus.KindSpam, Verdict: corpus.Cut, Score: .95, Head: v.headOf(f.from, f.to, maxPhrase), Evidence: []corpus.Evidence{
		{Family: corpus.Artefact, Weight: .8, Detail: "stands before a mark with a space before it"},
		{Family: corpus.Template, Weight: .8, Detail: "has words that nothing but what was injected has"},
	}}
	q.Start, q.End, q.Now = v.excise(&phrase{from: f.from, to: f.to, in: f.in})
	return q
}
