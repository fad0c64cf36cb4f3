package pipeline

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// A page announces other articles: "Read also: ...", the posts before and
// after, a list of teasers. Many of them are in the crawl, and their titles
// are known; a line that holds the title of another article, and little more,
// is flagged as the page's own, and the copies decide.

const (
	titleLeast   = 4  // words of a title that is looked for
	titleLetters = 8  // the same in scripts in which each character is a word
	titleMost    = 30 // words of a line that may be a teaser
	teaserMore   = 6  // words of a teaser besides the title
	teaserScore  = .8
)

// titleHash identifies the title of a document; 0 when it has none or one too
// short to be known again.
func titleHash(doc *corpus.Document) uint64 {
	keys := wordKeys(titleOf(doc))
	if !telling(keys) {
		return 0
	}
	return hashKeys(keys)
}

// titleKeys returns the titles that are not empty, as keys.
func titleKeys(titles []string) [][]string {
	var out [][]string
	for _, t := range titles {
		if keys := wordKeys(t); len(keys) > 0 {
			out = append(out, keys)
		}
	}
	return out
}

func wordKeys(text string) []string {
	var keys []string
	for _, s := range token.Words(nil, text) {
		keys = append(keys, token.Key(text[s.Start:s.End]))
	}
	return keys
}

// telling reports whether a title has enough words to be known again.
func telling(keys []string) bool {
	if len(keys) == 0 {
		return false
	}
	least := titleLeast
	if r, _ := utf8.DecodeRuneInString(keys[0]); token.Spaceless(r) {
		least = titleLetters
	}
	return len(keys) >= least && len(keys) <= titleMost
}

// flagTeasers proposes the lines of a witness that hold the title of another
// article. own are the titles of the witness's own article, by their keys: a
// line that has most of their words is none of another's.
func (t tally) flagTeasers(w *corpus.Witness, own [][]string) {
	if len(own) == 0 {
		return // the title may stand in a line that is not known as such
	}
	for from := 0; from < len(w.Words); {
		to := from + 1
		for to < len(w.Words) && !strings.Contains(w.Gaps[to], "\n") {
			to++
		}
		if to-from <= titleMost && t.teases(w.Words[from:to], own) {
			propose(w, from, to, corpus.KindFurniture, teaserScore, "the title of another article")
		}
		from = to
	}
}

// teases reports whether a line begins or ends with the title of another
// article and has few words besides.
func (t tally) teases(line []corpus.Word, own [][]string) bool {
	keys := make([]string, len(line))
	for i, x := range line {
		keys[i] = x.Key
	}
	for more := 0; more <= teaserMore && more < len(keys); more++ {
		for _, title := range [][]string{keys[more:], keys[:len(keys)-more]} {
			if telling(title) && t[hashKeys(title)] > 0 && !slices.ContainsFunc(own, func(o []string) bool { return alike(title, o) }) {
				return true
			}
		}
	}
	return false
}

// alike reports whether half of the words of either title stand in the other.
func alike(a, b []string) bool {
	n := 0
	for _, k := range a {
		if slices.Contains(b, k) {
			n++
		}
	}
	return 2*n >= min(len(a), len(b))
}
