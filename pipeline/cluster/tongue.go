package cluster

import (
	"strings"

	"github.com/urtext/urtext/pipeline/token"
)

// tongue is the language of a page that continues another or is continued:
// what stands beyond its mark may have named the language of the page's
// frame. It is that whose function words make up most of the long lines, if
// they are clearly more than those of the document's language.
func (p *prover) tongue(n int32, part Part) (string, error) {
	named := p.nodes[n].Language
	if part == (Part{}) {
		return named, nil
	}
	pg, err := p.page(n)
	if err != nil {
		return "", err
	}
	keys := map[string]int{}
	for line := range strings.SplitSeq(pg.text, "\n") {
		if len(line) <= mostTitle {
			continue
		}
		for _, w := range token.Words(nil, line) {
			keys[token.Key(line[w.Start:w.End])]++
		}
	}
	count := func(language string) (sum int) {
		set := token.Of(language)
		for key, n := range keys {
			if set.Has(key) {
				sum += n
			}
		}
		return sum
	}
	best, most := named, clearlyMore*count(named)
	for _, l := range token.Languages() {
		if c := count(l); c > most && l != named {
			best, most = l, c
		}
	}
	return best, nil
}

// clearlyMore is how many times as many function words another language must
// have.
const clearlyMore = 2
