package spam

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A link that was set into a sentence may have lost its markup, and left what it was
// called and its address behind it, in the midst of the sentence: "practice watch Dreson
// online free http://… conversational". No word governs it, and the sentence goes on in
// small letters. Where it begins is told by a word that stands so on the page again, or by
// capitals.

// A bareLink is words [from, to) with an address at their end: bytes to end.
type bareLink struct {
	in       stretch
	from, at int // first word, and that of the address
	to, end  int
	host     string
}

// leastBare is how many a page has, to as many sites.
const leastBare = 2

// bareLinks finds such links.
func (p *page) bareLinks() []corpus.Proposal {
	if p.proseSize < minProse || !p.addressed {
		return nil
	}
	all := p.collectBare()
	if len(all) < leastBare {
		return nil
	}
	p.beginBare(all)
	all = slices.DeleteFunc(all, func(b bareLink) bool { return !b.in.prose && b.from == b.at })
	hosts := map[string]bool{}
	begun := 0
	for _, b := range all {
		hosts[b.host] = true
		if b.in.prose && b.from < b.at {
			begun++
		}
	}
	if len(hosts) < len(all) || begun < leastBare {
		return nil
	}
	var out []corpus.Proposal
	p.sites = p.sites[:0] // the sentences send nowhere
	for _, b := range all {
		for i := b.at; i < b.to; i++ {
			p.words[i].class &^= address
		}
		q := corpus.Proposal{Kind: corpus.KindSpam, Verdict: corpus.Cut, Score: .95, Head: p.headOf(b.from, b.at, maxPhrase)}
		q.Start = len(strings.TrimRight(p.text[:p.words[b.from].start()], spaces))
		q.End = b.end
		q.Evidence = []corpus.Evidence{
			{Family: corpus.Artefact, Weight: .8, Detail: fmt.Sprintf("an address in the midst of a sentence that goes on, one of %d", len(all))},
			{Family: corpus.Template, Weight: .7, Detail: "behind words that stand before another such address, or have capitals"},
			{Family: corpus.Semantics, Weight: .6, Detail: "the text speaks neither of it nor of the site"},
		}
		out = append(out, q)
	}
	return out
}

// collectBare finds all that may be such links. Lines that are no prose, as lists of names,
// have them as well, but prove nothing by themselves.
func (p *page) collectBare() (all []bareLink) {
	for _, s := range p.sentences {
		for k := s.from + 1; k < s.to && !s.lacks(address); k++ {
			if b, ok := p.bareAt(k, s); ok {
				all = append(all, b)
				k = b.to - 1
			}
		}
	}
	return all
}

// bareAt reads an address in mid-sentence that no word governs, behind a word of content.
func (p *page) bareAt(k int, s stretch) (b bareLink, ok bool) {
	w, last := &p.words[k], &p.words[k-1]
	if !w.is(address) || !w.is(spaced) || last.is(address|function) || p.tonguesOf(last.key) != 0 {
		return b, false
	}
	b = bareLink{in: s, from: k, at: k, to: k + 1}
	if b.host, ok = p.unspokenSite(k, s); !ok {
		return b, false
	}
	for b.to < s.to && p.words[b.to].is(address) && p.joined(b.to) {
		b.to++
	}
	b.end = p.words[b.to-1].end()
	for b.end < len(p.text) && strings.IndexByte("/=&?#", p.text[b.end]) >= 0 {
		b.end++
	}
	if !ascii(p.text[w.start():b.end]) {
		return b, false // an ending that was hung on it
	}
	rest := p.text[b.end:s.end]
	mark := strings.TrimLeft(rest, spaces)
	goes := b.to < s.to && white(rest) > 0 && mark != "" && !p.words[b.to].is(title|numeral|address) && p.onlyWhite(b.end, b.to)
	return b, goes || strings.HasPrefix(rest, ", ")
}

// onlyWhite reports nothing but white space between a byte and a word.
func (p *page) onlyWhite(at, i int) bool { return blank(p.text[at:p.words[i].start()]) }

// beginBare finds where the words begin that stand before each address.
func (p *page) beginBare(all []bareLink) {
	holders := map[int32]int{}
	each := func(b bareLink, f func(i int)) {
		for i := b.at - 1; i > b.in.from && b.at-i <= longestPart && !p.words[i].is(function|address) && p.tonguesOf(p.words[i].key) == 0 && p.words[i+1].is(spaced); i-- {
			f(i)
		}
	}
	for _, b := range all {
		seen := map[int32]bool{}
		each(b, func(i int) {
			if key := p.words[i].key; !seen[key] && p.words[i].is(content) {
				seen[key] = true
				holders[key]++
			}
		})
	}
	for n := range all {
		b := &all[n]
		each(*b, func(i int) {
			w := &p.words[i]
			if holders[w.key] >= leastBare || p.capital(i) && p.stands[w.stem] == 1 {
				b.from = i
			}
		})
	}
}
