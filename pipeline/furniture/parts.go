package furniture

import (
	"strings"

	"github.com/urtext/urtext/pipeline/token"
)

// A parts is a recorded title cut at its partings, each of which stands behind its part:
// the title, a topic, the name of a site.
type parts struct {
	keys     [][]string
	partings []string
	words    int // of all
}

// titlePartings part a recorded title.
var titlePartings = append([]string{": ", " / "}, tailPartings...)

// partsOf cuts a title, whose white space is folded.
func partsOf(title string) (out parts) {
	for title != "" {
		at, long := len(title), 0
		for _, parting := range titlePartings {
			if n := strings.Index(title, parting); n >= 0 && n < at {
				at, long = n, len(parting)
			}
		}
		if keys := token.Keys(title[:at]); len(keys) > 0 {
			out.keys = append(out.keys, keys)
			out.partings = append(out.partings, strings.TrimSpace(title[at:at+long]))
			out.words += len(keys)
		}
		title = title[at+long:]
	}
	return out
}

// named is how many words of a recorded title a block has, twice if the name of a site is
// hardly among them, 0 where it is not a run of parts and nothing else. That name is last,
// and not behind a colon; what ends with it is little else if it is not most of the title,
// which site says.
func (p *page) named(b *block, t *parts) (words int, site bool) {
	n := len(t.keys)
	words = b.to - b.from
	for first := range t.keys {
		last := p.run(b, t, first)
		switch {
		case last < 0:
		case last < n-1 || n == 1 || t.partings[n-2] == ":":
			return 2 * words, false
		case first == 0 || 2*words > t.words:
			return words, false
		default:
			return 0, true
		}
	}
	return 0, false
}

// run is the last of the parts from first on that a block is made of, with some sign for
// the partings between them; -1 where it is something else.
func (p *page) run(b *block, t *parts, first int) int {
	spans := p.wordsIn(b)
	at := 0
	for part := first; part < len(t.keys); part++ {
		own := t.keys[part]
		if at+len(own) > len(spans) || at > 0 && strings.TrimSpace(p.text[spans[at-1].End:spans[at].Start]) == "" {
			return -1
		}
		for _, key := range own {
			if token.Key(p.word(spans[at])) != key {
				return -1
			}
			at++
		}
		if at == len(spans) {
			return part
		}
	}
	return -1
}
