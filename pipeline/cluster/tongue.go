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
	if part == (Part{}) {
		return p.languageOf(n), nil
	}
	return p.spoken(n)
}

// spoken is that language of any text.
func (p *prover) spoken(n int32) (string, error) {
	named := p.languageOf(n)
	pg, err := p.page(n)
	if err != nil {
		return "", err
	}
	keys, words := map[string]int{}, 0
	for line := range strings.SplitSeq(pg.text, "\n") {
		if len(line) <= mostTitle {
			continue
		}
		for _, w := range token.Words(nil, line) {
			keys[token.Key(line[w.Start:w.End])]++
			words++
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
	best, most := named, max(clearlyMore*count(named), words/wordsAFunction)
	for _, l := range token.Languages() {
		if c := count(l); c > most && l != named {
			best, most = l, c
		}
	}
	return best, nil
}

// Tests on function words.
const (
	clearlyMore    = 2  // times as many as the document's language has
	wordsAFunction = 10 // words, of which one at least is a function word
)
