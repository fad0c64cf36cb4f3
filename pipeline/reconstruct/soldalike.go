package reconstruct

import (
	"math"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Who injects sentences into a copy sells one ware in several of them, and some read so
// plainly that each by itself, one copy against one, looks like a loss. What was lost here
// and there speaks of the article; what was sold shares words that the article never has.

const (
	soldSure  = .9 // the confidence from which a fallen run tells what was sold
	soldTwice = 2  // runs that must name a word
	soldApart = 8  // columns between them: stray words part one passage in two
	soldKin   = 4  // times the words with kin in the article, the strange ones
	soldPart  = 4  // times the words sold elsewhere, all strange ones: fewer are a phrase in a sentence
)

// sinkSold drops the runs that one copy has against one and that were kept, if other runs
// of the copy speak of the same wares and the article of none of them.
func (v *view) sinkSold() {
	var sold []map[string]sale // by witness
	for i := range v.runs {
		r := &v.runs[i]
		if !r.keep || !v.sells(r) {
			continue
		}
		if sold == nil {
			sold = v.soldIn()
		}
		share := v.soldShare(r, sold[r.by[0]])
		odds := oddsWares*share - math.Log(r.confidence/(1-r.confidence))
		if share == 0 || odds <= 0 {
			continue
		}
		r.drop(RuleOneOnOne, confidenceOf(odds), corpus.KindSpam, "witness: the other copy agrees on both sides and lacks it")
		r.why = append(r.why, "template: speaks of what stands in other such places of the copy, and the article nowhere")
		r.disputed = odds < 1
	}
}

// sells reports a run of one group that may sell: it fell for certain, and is no phrase set
// into a sentence, as there are in sentences that were lost; or it was one against one and
// hardly a word of it has kin in the article.
func (v *view) sells(r *run) bool {
	switch {
	case !v.oneGroup(r.by):
		return false
	case !r.keep:
		return r.confidence >= soldSure && !v.isPhrase(r) && (r.rule == RuleOneOnOne || r.rule == RuleOutvoted || r.rule == RuleInsertion)
	case r.rule != RuleOneOnOne:
		return false
	}
	kin, strange := v.kinship(r)
	return soldKin*kin <= strange
}

// A sale counts the places of a copy that name a word, up to the column where the last ends.
type sale struct{ places, to int }

// soldIn counts for each witness in how many places each word stands that the article does
// not have.
func (v *view) soldIn() []map[string]sale {
	sold := make([]map[string]sale, v.n)
	for i := range v.runs {
		r := &v.runs[i]
		if !v.sells(r) {
			continue
		}
		for _, w := range r.by {
			if sold[w] == nil {
				sold[w] = map[string]sale{}
			}
			for _, s := range v.strangeStems(r) {
				x := sold[w][s]
				if x.places == 0 || r.from-x.to >= soldApart {
					x.places++
				}
				x.to = r.to
				sold[w][s] = x
			}
		}
	}
	return sold
}

// soldShare says in 0..1 how much of what is strange in a run was sold elsewhere.
func (v *view) soldShare(r *run, sold map[string]sale) float64 {
	strange := v.strangeStems(r)
	n := 0
	for _, s := range strange {
		n += b2i(sold[s].places >= soldTwice)
	}
	if n < waresLeast || soldPart*n < len(strange) {
		return 0
	}
	return min(1, 2*float64(n)/float64(len(strange)))
}
