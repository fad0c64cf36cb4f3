package reconstruct

import (
	"slices"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// A place is what stands in one column. Most steps ask the same of it again
// and again, and with thousands of copies a walk over all cells costs more
// than what it finds: so it is read once.
type place struct {
	ws       []int      // the witnesses that have a word here, ascending
	keys     []string   // the distinct keys, in the order of these
	ids      []int32    // their numbers in the article
	key      []int32    // of each of ws the place of its key in keys
	backed   []int32    // the number of groups that have each key
	read     []int32    // the same without words that were inferred
	attest   int        // the number of groups that have a word
	like     []likeness // of each key to any other; nil while nobody has asked
	bare     []likeness // see backedBare; nil while nobody has asked
	plain    []string   // see stripped; nil while nobody has asked
	agreeing []int      // see agreeingAt; nil while nobody has asked
	standing int        // see standing; -1 while nobody has asked
}

// A likeness says whether a key is like another one.
type likeness uint8

const (
	unknown likeness = iota
	alike
	unlike
)

// readColumns reads the places, with the keys of each witness.
func (v *view) readColumns() {
	words := 0
	v.keyOf = make([][]int32, v.n)
	for w, of := range v.numbers {
		words += len(of)
		v.keyOf[w] = slices.Clone(of)
	}
	v.readTorn()
	v.places = make([]place, v.cols)
	ws, key, keys, ids := make([]int, 0, words), make([]int32, 0, words), make([]string, 0, v.cols), make([]int32, 0, v.cols)
	at := make([]int, len(v.names)) // 1 + the place of each key in keys, when it was last seen
	v.counts, v.grades = make([]int32, len(v.names)), make([]int8, len(v.names))
	for c, row := range v.al.Columns {
		from, first := len(ws), len(keys)
		for w, i := range row.All() {
			id := v.keyOf[w][i]
			if at[id] <= first {
				keys, ids = append(keys, v.names[id]), append(ids, id)
				at[id] = len(keys)
				v.counts[id]++
			}
			k := int32(at[id] - 1 - first)
			ws, key = append(ws, w), append(key, k)
			v.keyOf[w][i] = k
		}
		p := &v.places[c]
		p.ws, p.keys, p.ids, p.key = slices.Clip(ws[from:]), slices.Clip(keys[first:]), slices.Clip(ids[first:]), slices.Clip(key[from:])
	}
	v.stamps = make([]int, max(v.n, 1))
	v.regroup()
}

// vocabulary numbers the keys of witnesses. The views of an article share it as long
// as they read the same words.
type vocabulary struct {
	of      []*corpus.Witness
	ids     map[string]int32 // the number of each key
	names   []string         // and back
	held    []int32          // by this: streams that have the key
	numbers [][]int32        // of each word of each witness the number of its key
}

// vocabularyOf numbers the keys of all witnesses.
func vocabularyOf(ws []*corpus.Witness) *vocabulary {
	v := &vocabulary{of: ws, numbers: make([][]int32, len(ws))}
	most := 0
	for _, wit := range ws {
		most = max(most, len(wit.Words))
	}
	v.ids = make(map[string]int32, min(most, someKeys))
	var last []int // 1 + the last witness that has each key, of those of distinct streams
	for w, wit := range ws {
		again := w > 0 && wit.SameWords(ws[w-1])
		v.numbers[w] = make([]int32, len(wit.Words))
		for i, x := range wit.Words {
			id, ok := v.ids[x.Key]
			if !ok {
				id = int32(len(v.names))
				v.ids[x.Key], v.names = id, append(v.names, x.Key)
				last, v.held = append(last, 0), append(v.held, 0)
			}
			if v.numbers[w][i] = id; !again && last[id] <= w {
				last[id] = w + 1
				v.held[id]++
			}
		}
	}
	return v
}

// someKeys is how many keys there is room for from the beginning: long texts
// repeat themselves.
const someKeys = 512

// mostWords is the length of the longest witness.
func (v *view) mostWords() (n int) {
	for _, wit := range v.ws {
		n = max(n, len(wit.Words))
	}
	return n
}

// regroup counts the groups of each place anew.
func (v *view) regroup() {
	v.folk, v.forms = nil, nil
	v.size = make([]int, v.groups)
	for _, g := range v.group {
		v.size[g]++
	}
	keys := 0
	for c := range v.places {
		keys += len(v.places[c].keys)
	}
	counts := make([]int32, 2*keys)
	type vote struct {
		group    int
		key      int32
		inferred bool
	}
	seen := map[vote]bool{} // of the groups of several, which count once
	for c := range v.places {
		p := &v.places[c]
		n := len(p.keys)
		p.backed, p.read, counts = counts[:n:n], counts[n:2*n:2*n], counts[2*n:]
		clear(seen)
		for i, w := range p.ws {
			g, k, inferred := v.group[w], p.key[i], v.at(c, w).Restored
			if v.size[g] == 1 || !seen[vote{g, k, false}] && !seen[vote{g, k, true}] {
				p.backed[k]++
			}
			if !inferred && (v.size[g] == 1 || !seen[vote{g, k, false}]) {
				p.read[k]++
			}
			if v.size[g] > 1 {
				seen[vote{g, k, inferred}] = true
			}
		}
		p.agreeing, p.bare, p.attest = nil, nil, v.groupsOf(p.ws)
	}
	v.forgetStanding()
}

// forgetStanding says that the groups or what they cover have changed.
func (v *view) forgetStanding() {
	v.inCommon, v.stood, v.agreedOn, v.edge, v.speaking = -1, nil, nil, [2]*bordered{}, nil
	for c := range v.places {
		v.places[c].standing = -1
	}
}

// stamp returns a mark for groups that none of them bears.
func (v *view) stamp() int {
	v.stamped++
	return v.stamped
}

// groupsOf counts the groups of witnesses.
func (v *view) groupsOf(ws []int) int {
	n, mark := 0, v.stamp()
	for _, w := range ws {
		if v.stamps[v.group[w]] != mark {
			v.stamps[v.group[w]] = mark
			n++
		}
	}
	return n
}

// keysAt returns the distinct keys of a column in the order of witnesses.
func (v *view) keysAt(c int) []string { return v.places[c].keys }

// present returns the witnesses that have a word in the column.
func (v *view) present(c int) []int { return v.places[c].ws }

// attesters counts the groups that have a word in column c.
func (v *view) attesters(c int) int { return v.places[c].attest }

// corroborated reports whether a witness of another group has the same word
// in column c, be it that one of them lost its marks.
func (v *view) corroborated(c, w int) bool {
	i := v.al.Columns[c].At(w)
	if i == corpus.Absent {
		return false
	}
	p, k := &v.places[c], v.keyOf[w][i]
	return p.backed[k] > 1 || len(p.keys) > 1 && v.backedBare(p, k)
}

// backedBare reports whether two groups or more have a key of a place but for its marks.
func (v *view) backedBare(p *place, key int32) bool {
	if p.bare == nil {
		p.bare = make([]likeness, len(p.keys))
		kin := make(map[string][]int32, len(p.keys))
		for k, bare := range p.stripped() {
			kin[bare] = append(kin[bare], int32(k))
		}
		for k, bare := range p.stripped() {
			if p.bare[k] = unlike; len(kin[bare]) > 1 && v.severalHave(p, int32(k), kin[bare]) {
				p.bare[k] = alike
			}
		}
	}
	return p.bare[key] == alike
}

// severalHave reports whether there is another key but for its marks, of those that are
// the same without any, and two groups or more have one of the two.
func (v *view) severalHave(p *place, key int32, kin []int32) bool {
	own, bare := p.keys[key], p.stripped()[key]
	same := slices.DeleteFunc(slices.Clone(kin), func(k int32) bool {
		return k != key && len(p.keys[k]) == len(own) && p.keys[k] != bare && own != bare
	})
	if len(same) < 2 {
		return false
	}
	first := -1 // the group of one of those who have it
	for i, w := range p.ws {
		switch {
		case !slices.Contains(same, p.key[i]):
		case first < 0:
			first = v.group[w]
		case v.group[w] != first:
			return true
		}
	}
	return false
}

// agreeingAt returns the groups that have a word in column c which another
// group has too, or one like it.
func (v *view) agreeingAt(c int) []int {
	p := &v.places[c]
	if p.agreeing != nil {
		return p.agreeing
	}
	if v.groups == v.n && len(p.keys) == 1 && p.backed[0] > 1 {
		p.agreeing = p.ws // groups of one have the numbers of these
		return p.agreeing
	}
	p.compareKeys()
	p.agreeing = []int{}
	mark := v.stamp()
	for i, w := range p.ws {
		k := p.key[i]
		if g := v.group[w]; (p.backed[k] > 1 || p.like[k] == alike) && v.stamps[g] != mark {
			v.stamps[g] = mark
			if cap(p.agreeing) == 0 {
				p.agreeing = make([]int, 0, len(p.ws))
			}
			p.agreeing = append(p.agreeing, g)
		}
	}
	return p.agreeing
}

// compareKeys finds out, of the keys that one group alone has, which are like
// another key of the place.
func (p *place) compareKeys() {
	if p.like == nil {
		p.like = make([]likeness, len(p.keys))
	}
	for i, k := range p.keys {
		if p.backed[i] > 1 || p.like[i] != unknown {
			continue
		}
		p.like[i] = unlike
		for j, q := range p.keys {
			if i != j && token.Similarity(k, q) >= token.Likeness {
				p.like[i], p.like[j] = alike, alike
				break
			}
		}
	}
}

// standing counts the groups that have a say on column c.
func (v *view) standing(c int) int {
	p := &v.places[c]
	if p.standing < 0 {
		p.standing = v.stands(c)
	}
	return p.standing
}
