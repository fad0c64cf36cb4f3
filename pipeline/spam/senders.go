package spam

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Who injects sentences with his sites injects several, here and there. Each sends to
// another site, of which the page never speaks, and says nothing that the page speaks
// of. One such sentence may be a writer's aside, and lines of them in a row are a list
// of links; but hardly anybody strews them over a page of his own. In another language,
// or where they share a name that nothing else has, two are enough.

const (
	leastSenders = 3 // sentences
	leastAkin    = 2 // and of those in another language, or that share a name
	leastSaid    = 5 // words of a sender, its address left out
	mostSaid     = 45
	mostAfter    = 3   // words behind its address
	mostHeard    = .34 // share of its words of content that the page has elsewhere
	mouldHeard   = .6  // and of one in the mould of another
	mostSent     = .3  // share of the words of the page that senders have
)

// A sender is a sentence that writes out a site.
type sender struct {
	stretch
	host  string
	stems []int32
	alien bool
}

// senders finds such sentences. They convict no others: what a writer has at the margin of
// his matter has as little to do with it.
func (p *page) senders() (out []corpus.Proposal) {
	if p.proseSize < minProse || !p.addressed {
		return nil
	}
	var cast, others []sender
	for i := range p.sentences {
		u, ok := p.senderOf(p.withAddress(i))
		switch {
		case !ok:
		case p.mouldedSentences()[i] != noMould:
			cast = append(cast, u)
		default:
			others = append(others, u)
		}
	}
	cast, others = p.unheardOf(cast, mouldHeard), p.unheardOf(others, mostHeard)
	if p.sent(cast) {
		out = p.send(out, cast)
	}
	if p.sent(others) && (len(others) >= leastSenders || p.ofOneName(others)) {
		out = p.send(out, others)
	}
	return out
}

// sent reports several senders to as many sites, here and there.
func (p *page) sent(all []sender) bool {
	words, hosts := 0, map[string]bool{}
	for _, u := range all {
		words += u.words()
		hosts[u.host] = true
	}
	return len(all) >= leastAkin && len(hosts) == len(all) && p.hereAndThere(all) && float64(words) <= mostSent*float64(len(p.words))
}

// ofOneName reports senders in other languages, or that share a name.
func (p *page) ofOneName(all []sender) bool {
	return !slices.ContainsFunc(all, func(u sender) bool { return !u.alien }) || p.shareName(all)
}

// send adds the cuts of senders.
func (p *page) send(out []corpus.Proposal, all []sender) []corpus.Proposal {
	for _, u := range all {
		out = append(out, p.sendProposal(u, len(all)))
	}
	return out
}

// sendProposal cuts a sender, one of so many.
func (p *page) sendProposal(u sender, n int) corpus.Proposal {
	q := corpus.Proposal{Kind: corpus.KindSpam, Verdict: corpus.Cut, Score: .95, Head: p.headOf(u.from, u.to, 4)}
	q.Start, q.End = p.spanOf(u.stretch)
	q.Evidence = []corpus.Evidence{
		{Family: corpus.Template, Weight: .7, Detail: fmt.Sprintf("one of %d sentences here and there that send to as many sites", n)},
		{Family: corpus.Semantics, Weight: .7, Detail: "the text speaks neither of it nor of the sites"},
	}
	if u.alien {
		q.Evidence = append(q.Evidence, corpus.Evidence{Family: Language, Weight: .6, Detail: "in another language than the text"})
	}
	return q
}

// withAddress is a sentence with the address that stands behind its full stop in its
// line, and without one that begins right behind an address.
func (p *page) withAddress(i int) stretch {
	s := p.sentences[i]
	if i+1 < len(p.sentences) && p.sentences[i+1].line == s.line && s.lacks(address) {
		if next := p.sentences[i+1]; p.words[next.from].is(address) {
			s.end, s.to, s.absent = next.end, next.to, s.absent&next.absent
		}
	}
	for k := s.from + 1; k < s.to && !s.lacks(address); k++ {
		gap := p.gap(k)
		if p.words[k-1].is(address) && strings.HasSuffix(gap, " ") && strings.Trim(gap, " /") == "" && p.words[k].class&(title|address) == title {
			s.to, s.end = k, p.words[k].start()-1
			break
		}
	}
	return s
}

// senderOf reads a sentence that writes out a site as one to go to, at its end or at its
// beginning.
func (p *page) senderOf(s stretch) (u sender, ok bool) {
	if s.lacks(address) || p.hasMail(s) || p.hasLink(s) || p.columns(s) || p.coded(s) || p.inQuotes(s) {
		return u, false
	}
	u = sender{stretch: s}
	said, own, after := 0, 0, 0
	for k := s.from; k < s.to; k++ {
		w := &p.words[k]
		if w.is(address) {
			if u.host == "" {
				if u.host, ok = p.unspokenSite(k, s); !ok {
					return u, false
				}
			} else if after > 0 {
				return u, false // names two sites
			}
			continue
		}
		if u.host != "" {
			after++
		}
		said++
		own += w.class.one(function)
		if w.is(content) {
			u.stems = append(u.stems, w.stem)
		}
	}
	u.alien = own == 0 && said > leastSaid || p.tongue(s) >= 2 || 2*p.otherScript(s, p.inLatin()) > s.words()
	return u, said >= leastSaid && said <= mostSaid && len(u.stems) >= 3 && (after <= mostAfter || after == said)
}

// unspokenSite gives the host of an address that begins at a word and is written out, if
// hardly any of its name stands in the text, and it is no reference in brackets.
func (p *page) unspokenSite(k int, s stretch) (host string, ok bool) {
	w := &p.words[k]
	before := strings.TrimRight(p.text[s.start:w.start()], spaces)
	if !p.writtenOut(k) || p.quoted(k) || before != "" && strings.IndexByte("(<[", before[len(before)-1]) >= 0 {
		return "", false
	}
	end := p.hostEnd(k, s.to)
	return p.text[w.start():p.words[end-1].end()], !p.mostlySpoken(k, end)
}

// mostlySpoken reports a host, words [from, to), of whose name half stands in the text,
// or which has none.
func (p *page) mostlySpoken(from, to int) bool {
	speech := p.speech()
	letters, spoken := 0, 0
	for j := from; j < to-1; j++ {
		key := p.keys[p.words[j].key]
		if p.writtenOut(j) || len(key) < 3 {
			continue
		}
		if letters += len(key); speech[p.words[j].key] {
			spoken += len(key)
		}
	}
	return letters == 0 || 2*spoken > letters
}

// unheardOf leaves of senders those of which the page says next to nothing.
func (p *page) unheardOf(all []sender, most float64) []sender {
	own := map[int32]int32{}
	for _, u := range all {
		for _, t := range u.stems {
			own[t]++
		}
	}
	return slices.DeleteFunc(all, func(u sender) bool {
		heard := 0
		for _, t := range u.stems {
			if p.stands[t] > own[t] {
				heard++
			}
		}
		return float64(heard) > most*float64(len(u.stems))
	})
}

// hereAndThere reports senders of which hardly any are lines that follow each other.
func (p *page) hereAndThere(all []sender) bool {
	near := 0
	for i := 1; i < len(all); i++ {
		if l := p.lines[all[i].line]; all[i].line-all[i-1].line == 1 && all[i].words() == l.words() {
			near++
		}
	}
	return 3*near < len(all)
}

// shareName reports senders all of which have one name, with a capital in mid-sentence,
// that is not of their sites'.
func (p *page) shareName(all []sender) bool {
	holders := map[int32]int{}
	for _, u := range all {
		seen := map[int32]bool{}
		for i := u.from + 1; i < u.to; i++ {
			w := &p.words[i]
			if seen[w.stem] || !p.capital(i) || !w.is(content) || !w.is(spaced) || strings.Contains(u.host, p.keys[w.key]) {
				continue
			}
			seen[w.stem] = true
			if holders[w.stem]++; holders[w.stem] == len(all) {
				return true
			}
		}
	}
	return false
}
