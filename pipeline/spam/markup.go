package spam

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A text that was saved as plain text has no links in markup. Where an
// injector wrote his own, they stand there raw: [url=…]…[/url], <a href=…>…
// </a>, [text](address). That is an artefact, and what the anchor says is
// judged as a phrase: no word before it governs it, the text speaks neither of
// it nor of the site. Whoever writes in markup himself does not link only what
// he speaks of nowhere: where one link in three has its place in the text all
// are acquitted, and where fewer have, those that share no word with the rest.

// An anchor is a link in raw markup: bytes [start, end) with the markup, and
// the words of the anchor text.
type anchor struct {
	start, end int
	from, to   int  // words of the anchor text
	sites      int  // words of the address, from sites on
	after      int  // the first word after the markup
	left       int  // the word before, -1 at the beginning of a line
	alone      bool // on a line of its own
	mark       bool // a mark or the end of the line follows
	terms      int  // words of content in the anchor text
	novel      int  // those that the prose has nowhere
	named      bool // the text names the site
	loose      bool // nothing in the text calls for it
}

// anchors finds the links in raw markup.
func (p *page) anchors() []*anchor {
	if p.some&markupBefore == 0 {
		return nil // each begins with one of its signs
	}
	if !strings.Contains(p.text, "://") && !strings.Contains(p.text, "](http") && !strings.Contains(p.text, "www.") {
		return nil // no link has any other address
	}
	var out []*anchor
	for at := 0; at < len(p.text); {
		i := strings.IndexAny(p.text[at:], "[<&")
		if i < 0 {
			break
		}
		at += i
		a := p.anchorAt(at)
		if a == nil {
			at++
			continue
		}
		p.locate(a)
		out = append(out, a)
		at = a.end
	}
	return out
}

// longestAnchor is how many bytes a link and its markup may have.
const longestAnchor = 400

// anchorAt reads the link that begins at a byte, or gives nil.
func (p *page) anchorAt(at int) *anchor {
	rest := p.text[at:min(len(p.text), at+longestAnchor)]
	if i := strings.IndexByte(rest, '\n'); i >= 0 {
		rest = rest[:i]
	}
	switch low := strings.ToLower(rest[:min(len(rest), 6)]); {
	case strings.HasPrefix(low, "[url=") || strings.HasPrefix(low, "[url "):
		return p.between(at, rest, "]", "[/url]")
	case strings.HasPrefix(low, "[link="):
		return p.between(at, rest, "]", "[/link]")
	case strings.HasPrefix(low, "<a "):
		if a := p.between(at, rest, ">", "</a>"); a != nil {
			return a
		}
		return p.escaped(at, rest)
	case rest[0] == '&':
		return p.escaped(at, rest)
	case rest[0] == '[':
		return p.bracketed(at, rest)
	}
	return nil
}

// between reads a link whose opening tag ends in open, up to a closing tag.
func (p *page) between(at int, rest, open, end string) *anchor {
	i := strings.Index(rest, open)
	if i < 0 || !strings.Contains(rest[:i], "://") && !strings.Contains(rest[:i], "www.") {
		return nil
	}
	j := strings.Index(rest[i:], end)
	if j < 0 {
		j = strings.Index(rest[i:], strings.ToUpper(end))
	}
	if j < 0 {
		return nil
	}
	return &anchor{start: at, end: at + i + j + len(end), sites: p.wordAt(at), from: p.wordAt(at + i), to: p.wordAt(at + i + j)}
}

// bracketed reads a link as Markdown writes it.
func (p *page) bracketed(at int, rest string) *anchor {
	i := strings.Index(rest, "](http")
	if i < 0 || strings.ContainsAny(rest[1:i], "[]") {
		return nil
	}
	j := strings.IndexByte(rest[i:], ')')
	if j < 0 || strings.ContainsAny(rest[i:i+j], " \"") {
		return nil
	}
	return &anchor{start: at, end: at + i + j + 1, from: p.wordAt(at), to: p.wordAt(at + i), sites: p.wordAt(at + i)}
}

// locate fills in what stands round a link.
func (p *page) locate(a *anchor) {
	a.after, a.left = p.wordAt(a.end), -1
	first := p.wordAt(a.start)
	lineStart := strings.LastIndexByte(p.text[:a.start], '\n') + 1
	if first > 0 && p.words[first-1].start() >= lineStart {
		a.left = first - 1
	}
	rest := strings.TrimLeft(p.text[a.end:], spaces)
	r, _ := utf8.DecodeRuneInString(rest)
	end := rest == "" || r == '\n' || r == '\r'
	a.mark = end || closing(r)
	a.alone = a.left < 0 && end
}

// needs reports that a word before the link governs it, or the words after it
// cannot do without it.
func (p *page) needs(a *anchor) bool {
	if a.left < 0 {
		return !a.alone
	}
	gap := p.text[p.words[a.left].end():a.start]
	if !blank(gap) {
		return !strings.HasSuffix(strings.TrimRightFunc(gap, unicode.IsSpace), ",") && !a.mark
	}
	e := edge{left: a.left, right: -1, governor: p.role(a.left)}
	rest := p.text[a.end:]
	e.mark, _ = utf8.DecodeRuneInString(rest[white(rest):])
	if a.after < len(p.words) && blank(p.text[a.end:p.words[a.after].start()]) {
		e.right, e.mark = a.after, 0
	}
	return p.needed(e)
}

// linked finds the links in raw markup that were injected. Their words are
// left out of what the text speaks of, so that they do not vouch for each
// other.
func (p *page) linked() []corpus.Proposal {
	if p.proseSize < leastRest {
		return nil
	}
	all := p.anchors()
	if len(all) == 0 {
		return nil
	}
	prose, said := p.outside(all)
	for _, a := range all {
		p.judgeAnchor(a, prose, said)
	}
	rows, rest := p.linkRows(all)
	p.tag(all, rows)
	if all = rest; p.writesMarkup(all, rows) {
		return nil
	}
	var out []corpus.Proposal
	for _, r := range rows {
		if q, ok := p.judgeLinkRow(r, prose); ok {
			out = append(out, q)
		} else {
			all = append(all, r.links...)
		}
	}
	slices.SortFunc(all, func(a, b *anchor) int { return a.start - b.start })
	return append(out, p.looseLinks(all)...)
}

// looseLinks finds those that were set into sentences, and lines of one, among links
// that are judged.
func (p *page) looseLinks(all []*anchor) []corpus.Proposal {
	terms, novel := 0, 0
	var loose []*anchor
	for _, a := range all {
		terms += a.terms
		novel += a.novel
		if a.loose {
			loose = append(loose, a)
		}
	}
	if 3*len(loose) < 2*len(all) || novel*5 < terms*3 {
		return nil
	}
	all = slices.DeleteFunc(all, func(a *anchor) bool {
		return !a.loose && (a.named || !slices.ContainsFunc(loose, func(b *anchor) bool { return p.sharesWord(a, b) }))
	})
	sure := len(all) >= 3 || len(all) == 2 && (p.sharesWord(all[0], all[1]) || p.bothStrange(all[0], all[1]))
	var out []corpus.Proposal
	for _, a := range all {
		out = append(out, p.linkProposal(a, len(all), sure))
	}
	return out
}

// bothStrange reports two links to two sites of which the prose has not a word.
func (p *page) bothStrange(a, b *anchor) bool {
	return a.loose && b.loose && a.novel >= 2 && a.novel == a.terms && b.novel >= 2 && b.novel == b.terms &&
		hostIn(p.text[a.start:a.end]) != hostIn(p.text[b.start:b.end])
}

// sharesWord reports two anchor texts of one subject.
func (p *page) sharesWord(a, b *anchor) bool {
	for _, w := range p.words[a.from:a.to] {
		for _, v := range p.words[b.from:b.to] {
			if w.is(content) && v.is(content) && w.stem == v.stem {
				return true
			}
		}
	}
	return false
}

// outside says what stands outside links: counts the words of the prose by
// stem, less the times they stand inside, so that a title and sentences of the
// same trade do not vouch for what is linked, and marks all words by key.
func (p *page) outside(all []*anchor) (prose []int32, said []bool) {
	prose, said = p.numbers.Take(len(p.keys)), p.flags.Take(len(p.keys))
	next, line := 0, 0
	for i, w := range p.words {
		for next < len(all) && all[next].after <= i {
			next++
		}
		for line < len(p.lines) && p.lines[line].to <= i {
			line++
		}
		switch {
		case next < len(all) && w.start() >= all[next].start:
			if w.is(content) && i >= all[next].from && i < all[next].to {
				prose[w.stem]--
			}
		case !w.is(address):
			said[w.key] = true
			if line < len(p.lines) && p.lines[line].prose {
				prose[w.stem]++
			}
		}
	}
	return prose, said
}

// judgeAnchor counts the words of an anchor text that are new to the prose,
// and says whether nothing in the text calls for the link.
func (p *page) judgeAnchor(a *anchor, prose []int32, said []bool) {
	for _, w := range p.words[a.from:a.to] {
		if w.is(content) {
			a.terms++
			if prose[w.stem] <= 0 {
				a.novel++
			}
		}
	}
	to := a.after
	if a.sites < a.from {
		to = a.from
	}
	for _, w := range p.words[a.sites:to] {
		a.named = a.named || w.is(address) && w.size() >= 5 && said[w.key]
	}
	a.loose = a.novel >= 1 && a.to-a.from <= maxPhrase && !a.named && !p.needs(a)
}

// writesMarkup reports a text that has markup besides its links: it was
// written in it. Lists and headings are markup where links are Markdown's.
func (p *page) writesMarkup(all []*anchor, rows []linkRow) bool {
	tags := []string{"[/", "<br", "<p>", "[quote", "[img", "</p", "</b", "</i", "</li", "</strong", "</em", "</div", "</span"}
	links := slices.Clone(all)
	for _, r := range rows {
		links = append(links, r.links...)
	}
	for _, a := range links {
		if a.sites >= a.to {
			tags = append(tags, "```", "**", "\n#", "\n* ", "\n- ", "](", "`")
			break
		}
	}
	places := append(slices.Clone(all), &anchor{start: len(p.text), end: len(p.text)})
	for _, r := range rows {
		places = append(places, &anchor{start: r.start, end: r.end})
	}
	slices.SortFunc(places, func(a, b *anchor) int { return a.start - b.start })
	at := 0
	for _, a := range places {
		for _, tag := range tags {
			if strings.Contains(p.text[at:a.start], tag) {
				return true
			}
		}
		at = a.end
	}
	return false
}

// linkProposal proposes a link with its markup and anchor text, certain where
// there are several: of one alone, a verb may well govern it.
func (p *page) linkProposal(a *anchor, n int, sure bool) corpus.Proposal {
	q := corpus.Proposal{Kind: corpus.KindSpam, Score: .7, Head: p.headOf(a.from, a.to, maxPhrase)}
	q.Evidence = []corpus.Evidence{
		{Family: corpus.Artefact, Weight: .9, Detail: fmt.Sprintf("a link in raw markup, one of %d, in a text that has no other markup", n)},
		{Family: corpus.Semantics, Weight: .6, Detail: "the text speaks neither of it nor of the site"},
		{Family: corpus.Syntax, Weight: .4, Detail: "no word of the sentence governs it"},
	}
	if sure {
		q.Verdict, q.Score = corpus.Cut, .95
	}
	q.Start, q.End, q.Now = p.linkSpan(a)
	return q
}

// linkSpan is a link with the spaces that go with it, and what stays there.
func (p *page) linkSpan(a *anchor) (start, end int, now string) {
	end = a.end
	if a.alone {
		start, end = p.lineSpan(stretch{start: strings.LastIndexByte(p.text[:a.start], '\n') + 1, end: a.end + len(p.text[a.end:]) - len(strings.TrimLeft(p.text[a.end:], spaces+"\r"))})
		return start, end, ""
	}
	start = len(strings.TrimRight(p.text[:a.start], spaces))
	rest := p.text[a.end:]
	r, _ := utf8.DecodeRuneInString(rest[white(rest):])
	if !a.mark {
		end, now = a.end+white(rest), " "
	} else if closing(r) {
		end = a.end + white(rest)
	}
	return start, end, now
}
