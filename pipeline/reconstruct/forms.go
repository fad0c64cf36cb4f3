package reconstruct

import (
	"hash/maphash"
	"slices"

	"github.com/urtext/urtext/pipeline/corpus"
)

// formOf is a number of how witness w is written, which those of its group share that
// are written alike.
func (v *view) formOf(w int) int32 {
	if v.forms == nil {
		v.findForms()
	}
	return v.forms[w]
}

// findForms numbers the forms of the witnesses in groups of several.
func (v *view) findForms() {
	v.forms = make([]int32, v.n)
	seed := maphash.MakeSeed() // the numbers do not depend on it
	for _, ws := range v.membersOf() {
		known := map[uint64][]int{} // the first witness of each form, by a hash of it
		for k, w := range ws {
			v.forms[w] = int32(w)
			if len(ws) == 1 {
				break
			}
			h := formHash(seed, v.ws[w])
			if i := slices.IndexFunc(known[h], func(u int) bool { return v.ws[w].SameForm(v.ws[u]) }); i >= 0 {
				v.forms[w] = int32(known[h][i])
			} else if k+1 < len(ws) {
				known[h] = append(known[h], w)
			}
		}
	}
}

// formHash is the same for witnesses of one form, and for hardly any others.
func formHash(seed maphash.Seed, wit *corpus.Witness) (h uint64) {
	for i := range wit.Words {
		h = h*31 + maphash.String(seed, wit.Gaps[i])
		h = h*31 + maphash.String(seed, wit.Words[i].Surface)
	}
	return h
}
