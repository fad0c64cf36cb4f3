package reconstruct

import "github.com/urtext/urtext/pipeline/corpus"

// Where the hands that the witnesses come from are known over many clusters,
// their votes decide on sentences, which have no frame, no borders and hardly
// room for anything but slips: a word stands when the votes for it outweigh
// those of the copies that lack it. In longer texts the rules decide.

// sentenceWords is the number of words up to which a text is a sentence.
const sentenceWords = 60

// byHands reports whether hands decide: three copies or more, all known and all
// sentences.
func (v *view) byHands() bool {
	if v.know.Hand == nil || v.n < 3 {
		return false
	}
	for _, wit := range v.ws {
		if _, ok := v.know.Hand(wit.ID); !ok || len(wit.Words) > sentenceWords {
			return false
		}
	}
	return true
}

// Ballots returns, for each column, the number of the key that each witness
// has, 0 where it has none; nil for copies that are no sentences.
func Ballots(al *corpus.Alignment) [][]int32 {
	for _, wit := range al.Witnesses {
		if len(wit.Words) > sentenceWords {
			return nil
		}
	}
	out := make([][]int32, len(al.Columns))
	for c, col := range al.Columns {
		at := map[string]int32{}
		out[c] = make([]int32, len(al.Witnesses))
		for w, i := range col.All() {
			key := al.Witnesses[w].Words[i].Key
			if at[key] == 0 {
				at[key] = int32(len(at) + 1)
			}
			out[c][w] = at[key]
		}
	}
	return out
}

// showOfHands decides on a column by the votes of all witnesses.
func (v *view) showOfHands(r *run) {
	best := v.candidates(r.from)[0].weight
	lacking, mark := 0.0, v.stamp()
	for _, w := range r.by {
		v.stamps[v.group[w]] = mark
	}
	for w, g := range v.group {
		if v.stamps[g] != mark {
			v.stamps[g] = mark
			lacking += v.weight[w]
		}
	}
	switch {
	case best < lacking:
		r.drop(RuleOutvoted, confidenceOf(lacking-best), v.kindOf(r), "witness: the hands that lack it are the surer")
	case lacking == 0:
		r.keepAs(RuleAgreed, .995)
	default:
		r.keepAs(RuleAttested, confidenceOf(best-lacking))
	}
}
