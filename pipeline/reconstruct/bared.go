package reconstruct

import "github.com/urtext/urtext/pipeline/token"

// What drops the marks of letters from a text drops them all, or many. A copy that lacks
// them again and again where others have them, as often as a language has marks, says
// nothing of a word's. Where a scan reads marks into a text, the other copies lack few.

const (
	leastBared = 5    // words that have fewer marks in a copy than in others
	baredRate  = .035 // of the words that others have too
	baredOwn   = 2    // words with marks that it has, for each of these
	baredSay   = .05  // of its vote on a word that has fewer
)

// findBared finds the copies that lost the marks of letters.
func (v *view) findBared() {
	v.bared = make([]bool, v.n)
	lost, own, both := make([]int, v.n), make([]int, v.n), make([]int, v.n)
	var add []*[]int // of each key of a place, what those who have it count
	for c := range v.places {
		p := &v.places[c]
		if p.attest < 2 {
			continue
		}
		add = add[:0]
		less := p.barer()
		for k, key := range p.keys {
			switch {
			case p.stripped()[k] != key:
				add = append(add, &own)
			case less[k]:
				add = append(add, &lost)
			default:
				add = append(add, nil)
			}
		}
		for i, w := range p.ws {
			both[w]++
			if to := add[p.key[i]]; to != nil {
				(*to)[w]++
			}
		}
	}
	for w, n := range lost {
		v.bared[w] = n >= leastBared && float64(n) >= baredRate*float64(both[w]) && own[w] <= baredOwn*n
	}
}

// barer says of each key of a place whether another is that key but for more marks. Not
// every letter grows by a mark: й takes as many bytes as и.
func (p *place) barer() []bool {
	out := make([]bool, len(p.keys))
	if len(p.keys) < 2 {
		return out
	}
	longest, kinds := make(map[string]int, len(p.keys)), make(map[string]int, len(p.keys))
	for k, bare := range p.stripped() {
		longest[bare] = max(longest[bare], len(p.keys[k]))
		kinds[bare]++
	}
	for k, bare := range p.stripped() {
		key := p.keys[k]
		out[k] = longest[bare] > len(key) || key == bare && kinds[bare] > 1
	}
	return out
}

// stripped are the keys of a place without the marks of their letters.
func (p *place) stripped() []string {
	if p.plain == nil {
		p.plain = make([]string, len(p.keys))
		for k, key := range p.keys {
			p.plain[k] = token.Bare(key)
		}
	}
	return p.plain
}
