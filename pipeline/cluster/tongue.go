package cluster

import (
	"maps"
	"slices"
	"strings"

	"github.com/urtext/urtext/pipeline/token"
)

// tongue is the language of a page that continues another or is continued:
// what stands beyond its mark may have named the language of the page's
// frame. It is that whose function words make up most of the long lines, if
// they are clearly more than those of the document's language.
func (p *prover) tongue(n int32, part Part) (string, error) {
	if part == (Part{}) {
		return p.languageOf(n), nil
	}
	return p.spoken(n)
}

// face is the page of a star by which it is known: its centre, unless hardly anything on
// others, most of which are in another language, is not on it: the centre's language is
// that of its frame then. Of those it is the one that has most of the centre.
func (p *prover) face(s star) int32 {
	own := p.languageOf(s.centre)
	count := map[string]int{}
	for _, n := range s.nodes {
		if v, ok := p.verdict(s.centre, n); ok && v.same && !v.tail && v.inB >= wholly {
			count[p.languageOf(n)]++
		}
	}
	most := own
	for _, l := range slices.Sorted(maps.Keys(count)) {
		if identified(l) && count[l] > count[most] {
			most = l
		}
	}
	face, share := s.centre, 0.
	for _, n := range s.nodes {
		if v, ok := p.verdict(s.centre, n); ok && v.inB >= wholly && v.inA > share && most != own && p.languageOf(n) == most {
			face, share = n, v.inA
		}
	}
	return face
}

// seen is a star with its face for a centre, which is laid beside the pages that bear a
// mark or have what stands beyond the centre.
func (p *prover) seen(s star, face int32) (star, error) {
	if face == s.centre {
		return s, nil
	}
	var pairs [][2]int32
	for _, n := range s.nodes {
		if v, _ := p.verdict(s.centre, n); v.tail || p.seriesOf(n).Part != (Part{}) {
			pairs = append(pairs, [2]int32{face, n})
		}
	}
	return star{face, s.nodes}, p.verify(pairs)
}

// spoken is that language of any text.
func (p *prover) spoken(n int32) (string, error) {
	x, err := p.speechOf(n)
	if err != nil {
		return "", err
	}
	best, most := x.language, max(clearlyMore*x.count(x.language), x.words/wordsAFunction)
	for _, l := range token.Languages() {
		if c := x.count(l); c > most && l != x.language {
			best, most = l, c
		}
	}
	return best, nil
}

// A speech is the words of the long lines of a text, by their keys, and the language
// that the document is said to be in.
type speech struct {
	language string
	keys     map[string]int
	words    int
}

func (p *prover) speechOf(n int32) (*speech, error) {
	pg, err := p.page(n)
	if err != nil {
		return nil, err
	}
	x := &speech{language: p.languageOf(n), keys: map[string]int{}}
	var words []token.Span
	for line := range strings.SplitSeq(pg.text, "\n") {
		if len(line) <= mostTitle {
			continue
		}
		words = token.Words(words[:0], line)
		for _, w := range words {
			x.keys[token.Key(line[w.Start:w.End])]++
			x.words++
		}
	}
	return x, nil
}

// count is how many words of a speech are function words of a language.
func (x *speech) count(language string) (sum int) {
	set := token.Of(language)
	for key, n := range x.keys {
		if set.Has(key) {
			sum += n
		}
	}
	return sum
}

// strangers reports whether two texts are plainly in different languages, each by its
// own function words. Nothing is known of one whose language nobody asked for.
func strangers(a, b *speech) bool {
	return a != nil && b != nil && a.language != b.language && a.plainly(b.language) && b.plainly(a.language)
}

// plainly reports whether a text is in its language and not in another. Of a language
// that has no list it has none of the other's.
func (x *speech) plainly(other string) bool {
	own, strange := x.count(x.language), x.count(other)
	if own == 0 {
		return x.language != "" && strange*wordsAFunction*clearlyMore <= x.words
	}
	return own >= x.words/wordsAFunction && own >= clearlyMore*strange
}

// A listener compares nodes by their speech, and hears each once.
type listener struct {
	*prover
	heard map[int32]*speech
}

func (p *prover) listener() listener { return listener{p, map[int32]*speech{}} }

// speech is that of a node.
func (l listener) speech(n int32) (*speech, error) {
	if x, ok := l.heard[n]; ok {
		return x, nil
	}
	x, err := l.speechOf(n)
	if err == nil {
		l.heard[n] = x
	}
	return x, err
}

// otherTongues reports whether two nodes are plainly in different languages.
func (l listener) otherTongues(a, b int32) (bool, error) {
	if of, m := l.languageOf(a), l.languageOf(b); of == m || of == "" || m == "" {
		return false, nil
	}
	x, err := l.speech(a)
	if err != nil {
		return false, err
	}
	y, err := l.speech(b)
	return err == nil && strangers(x, y), err
}

// dropStrangers takes out of a star what a page of two languages would bring into it,
// and returns the nodes of rest that are not in another language than the centre: the
// nodes that only a dovetail leads to, if those that stand in the centre are in another,
// and those that hold most of a node in another.
func (p *prover) dropStrangers(s *star, rest []int32, in map[int32]bool) ([]int32, error) {
	ears := p.listener()
	var parts, tails []int32
	for _, n := range s.nodes[1:] {
		if v, _ := p.verdict(s.centre, n); v.tail {
			tails = append(tails, n)
		} else if v.inB >= leastContained {
			parts = append(parts, n)
		}
	}
	drop := func(n int32) { in[n] = false }
	for _, n := range tails {
		if strange, err := ears.strangeToAll(n, parts); err != nil {
			return nil, err
		} else if strange {
			drop(n)
		}
	}
	var kept []int32
	for _, n := range rest {
		strange, err := ears.otherTongues(s.centre, n)
		if err != nil {
			return nil, err
		}
		if !strange {
			kept = append(kept, n)
			continue
		}
		for _, m := range p.edges[n] {
			if v, _ := p.verdict(m, n); in[m] && m != s.centre && !v.tail && v.inB >= leastContained && p.leads(s.centre, m, n) {
				drop(m)
			}
		}
	}
	s.nodes = slices.DeleteFunc(s.nodes, func(m int32) bool { return !in[m] })
	return kept, nil
}

// strangeToAll reports whether a node is in another language than each of several.
func (l listener) strangeToAll(n int32, others []int32) (bool, error) {
	for _, m := range others {
		if strange, err := l.otherTongues(n, m); err != nil || !strange {
			return false, err
		}
	}
	return len(others) > 0, nil
}

// hear gives witnesses their speech where they are not all said to be in one language.
func (p *prover) hear(list []witness) error {
	several := false
	for _, w := range list {
		several = several || p.languageOf(w.node) != p.languageOf(list[0].node)
	}
	for i := range list {
		if !several {
			break
		}
		x, err := p.speechOf(list[i].node)
		if err != nil {
			return err
		}
		list[i].speech = x
	}
	return nil
}

// foreignTo reports whether all nodes of two passages are in different languages: no
// page of an article is in another than the rest.
func (p passage) foreignTo(q passage) bool {
	for _, w := range p.nodes {
		for _, v := range q.nodes {
			if !strangers(w.speech, v.speech) {
				return false
			}
		}
	}
	return true
}

// Tests on function words.
const (
	clearlyMore    = 2  // times as many as the document's language has
	wordsAFunction = 10 // words, of which one at least is a function word
)
