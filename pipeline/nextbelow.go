package pipeline

import (
	"slices"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A site that is read for as long as one scrolls shows below an article how the next one
// begins: its title and its first lines. Where that is in the crawl, both are known.

const (
	nextLeast  = 60 // words of its own that stand above the next article
	nextWindow = 5  // words in a row by which text of other copies is known again,
	nextShare  = .1 // and of those below the title, how many may be
	nextCopies = 32 // copies up to which it is looked for: of more, enough end before it
)

// flagNext proposes what stands on a page from the title of another article on, if that is
// the only one below which a line begins as another article does, there is enough above it,
// and the other copies have none of it.
func (t teasers) flagNext(ws []*corpus.Witness, keys []keyText, i int, titles [][]string, leads []uint64) {
	if len(ws) > nextCopies {
		return
	}
	at := t.nextArticle(ws[i], keys[i], titles, leads)
	if at < nextLeast || saidBy(ws, keys, i, at) {
		return
	}
	propose(ws[i], at, len(ws[i].Words), corpus.KindFurniture, teaserScore, corpus.NextArticle)
}

// nextArticle returns the word at which such a title stands, -1 where none does, or several:
// they are chapters.
func (t teasers) nextArticle(w *corpus.Witness, keys keyText, titles [][]string, leads []uint64) int {
	at, before := -1, -1 // of the line before, if it is such a title
	for from := 0; from < len(w.Words); {
		to := w.LineEnd(from)
		if n := leadLength(w.Words[from].Key); before >= 0 && to-from > n {
			if h := keys.hash(from, from+n); t.leads.count(h) > 0 && !slices.Contains(leads, h) {
				if at >= 0 {
					return -1
				}
				at = before
			}
		}
		if before = -1; to-from <= titleMost && t.titles.names(keys, from, to, titles) {
			before = from
		}
		from = to
	}
	return at
}

// saidBy reports whether other witnesses have some of what witness i has from a word on.
func saidBy(ws []*corpus.Witness, keys []keyText, i, at int) bool {
	said := map[uint64]bool{}
	for j, w := range ws {
		for k := 0; j != i && k+nextWindow <= len(w.Words); k++ {
			said[keys[j].hash(k, k+nextWindow)] = true
		}
	}
	n, all := 0, 0
	for k := at; k+nextWindow <= len(ws[i].Words); k++ {
		n += b2i(said[keys[i].hash(k, k+nextWindow)])
		all++
	}
	return float64(n) > nextShare*float64(all)
}
