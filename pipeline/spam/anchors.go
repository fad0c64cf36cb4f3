package spam

import (
	"regexp"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A link in raw markup may have lost its brackets to an encoding: they stand as
// entities, once or twice encoded, with or without the semicolon, or one of
// them does.
var escapedAnchor = regexp.MustCompile(`(?i)^(?:<|&(?:amp;?)*lt;?)a\s+href=([^\n<>]{4,200}?)(?:>|&(?:amp;?)*gt;?)([^\n<>]{1,120}?)(?:<|&(?:amp;?)*lt;?)/a(?:>|&(?:amp;?)*gt;?)?`)

// escaped reads such a link.
func (p *page) escaped(at int, rest string) *anchor {
	if !strings.Contains(rest[:min(len(rest), 24)], "href") {
		return nil
	}
	m := escapedAnchor.FindStringSubmatchIndex(rest)
	if m == nil || !strings.Contains(rest[m[2]:m[3]], "://") && !strings.Contains(rest[m[2]:m[3]], "www.") {
		return nil
	}
	return &anchor{start: at, end: at + m[1], sites: p.wordAt(at + m[2]), from: p.wordAt(at + m[4]), to: p.wordAt(at + m[5])}
}

// collectLinks makes suspects of the links in raw markup that were not cut.
func (c *campaign) collectLinks() {
	p := c.p
	if !p.marked {
		return
	}
	all := p.anchors()
	if len(all) == 0 {
		return
	}
	if rows, rest := p.linkRows(all); p.writesMarkup(rest, rows) {
		return
	}
	for _, a := range all {
		first := p.wordAt(a.start)
		for i := first; i < a.after; i++ {
			c.framed[i] = true
		}
		if a.to <= a.from || a.sites >= a.to || c.cut[a.from] || a.to-a.from > maxPhrase {
			continue
		}
		s := &suspect{stretch: stretch{from: a.from, to: a.to}, kind: linkSuspect, link: a}
		s.sign(corpus.Artefact, .9, "a link in raw markup, in a text that has no other")
		c.suspects = append(c.suspects, s)
	}
}

// linkBelongs decides on a link in raw markup: it names a ware, and nothing
// calls for it.
func (c *campaign) linkBelongs(s *suspect) bool {
	return s.kin > 0 && 2*s.known <= s.terms && !c.p.needs(s.link)
}
