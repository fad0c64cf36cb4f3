package pipeline

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// A page announces other articles: "Read also: ...", the posts before and
// after, a list of teasers. Many of them are in the crawl, and their titles and
// first words are known; a line that holds the title of another article, and
// little more, or begins as one does and is cut off, is flagged as the page's
// own, and the copies decide.

const (
	titleLeast   = 4  // words of a title that is looked for
	titleLetters = 8  // the same in scripts in which each character is a word
	titleMost    = 30 // words of a line that may be a teaser
	teaserMore   = 6  // words of a teaser besides the title
	teaserScore  = .9 // on a copy that is not alone
	leadWords    = 8  // words by which the beginning of an article is known
	leadLetters  = 14 // the same where each character is a word
	leadMost     = 70 // words of a line that begins as another article does
)

// titleHash identifies the title of a document; 0 when it has none or one too
// short to be known again even in a list of links.
func titleHash(doc *corpus.Document) uint64 {
	keys := token.Keys(titleOf(doc))
	if len(keys) == 0 || len(keys) < shortest(keys[0]) || len(keys) > titleMost {
		return 0
	}
	return hashKeys(keys)
}

// leadHash identifies the beginning of a document's article: the first words
// of the first line behind its title that has enough. 0 when there is none.
func leadHash(doc *corpus.Document) uint64 {
	for _, m := range doc.Marks {
		if m.Role != corpus.RoleTitle {
			continue
		}
		for line := range strings.SplitSeq(doc.Draft.Text[m.End:], "\n") {
			if keys := lead(token.Keys(line[:min(len(line), leadBytes)])); keys != nil {
				return hashKeys(keys)
			}
		}
	}
	return 0
}

// leadBytes is how much of a line is read for its first words.
const leadBytes = 400

// lead is as much of a line as its beginning is known by, nil when it is
// shorter.
func lead(keys []string) []string {
	if len(keys) == 0 {
		return nil
	}
	n := leadLength(keys[0])
	if len(keys) <= n {
		return nil
	}
	return keys[:n]
}

// leadLength is the number of words by which a line that begins with a key is
// known.
func leadLength(key string) int {
	if r, _ := utf8.DecodeRuneInString(key); token.Spaceless(r) {
		return leadLetters
	}
	return leadWords
}

// titleKeys returns the titles that are not empty, as keys.
func titleKeys(titles []string) [][]string {
	var out [][]string
	for _, t := range titles {
		if keys := token.Keys(t); len(keys) > 0 {
			out = append(out, keys)
		}
	}
	return out
}

// telling reports whether a title has enough words to be known again.
func telling(keys []string) bool {
	return len(keys) > 0 && tells(keys[0], len(keys))
}

// tells does so for a title of n words that begins with a key.
func tells(key string, n int) bool {
	least := titleLeast
	if r, _ := utf8.DecodeRuneInString(key); token.Spaceless(r) {
		least = titleLetters
	}
	return n >= least && n <= titleMost
}

// teasers are the titles and the beginnings of the articles of a run, by the
// number of clusters that have each.
type teasers struct{ titles, leads census }

// flag proposes the lines of a witness that hold the title of another article
// or begin as one does. keys are the witness's, titles are those of the witness's own article, by their
// keys: a line that has most of their words is none of another's; leads are
// its own beginnings.
func (t teasers) flag(w *corpus.Witness, keys keyText, titles [][]string, leads []uint64) {
	for from := 0; from < len(w.Words); {
		to := w.LineEnd(from)
		switch {
		case to-from > leadMost:
		case t.begins(w, keys, from, to, leads):
			propose(w, from, to, corpus.KindFurniture, teaserScore, corpus.AnotherBeginning)
		case len(titles) == 0: // the own title may stand in a line that is not known as such
		case to-from <= titleMost && (t.titles.teases(keys, from, to, titles) || t.titles.lists(w.Gaps[from], keys, from, to, titles)):
			propose(w, from, to, corpus.KindFurniture, teaserScore, corpus.AnotherTitle)
		}
		from = to
	}
}

// begins reports whether the line of words [from, to) begins as another article
// does, its title perhaps before that, and breaks off in an ellipsis, behind
// which a link may stand.
func (t teasers) begins(w *corpus.Witness, keys keyText, from, to int, own []uint64) bool {
	if !breaksOff(w.Gaps[max(from+1, to-linkWords) : to+1]) {
		return false
	}
	to = min(to, from+titleMost+leadLetters)
	for ; from < to; from++ {
		n := leadLength(w.Words[from].Key)
		if to-from <= n {
			return false
		}
		if h := keys.hash(from, from+n); t.leads.count(h) > 0 && !slices.Contains(own, h) {
			return true
		}
	}
	return false
}

// breaksOff reports whether one of the gaps holds an ellipsis.
func breaksOff(gaps []string) bool {
	return slices.ContainsFunc(gaps, func(g string) bool { return strings.Contains(g, "...") || strings.Contains(g, "…") })
}

// linkWords is the number of words that a link behind a teaser may have.
const linkWords = 4

// teases reports whether the line of words [from, to) begins or ends with the
// title of another article and has few words besides.
func (t census) teases(keys keyText, from, to int, own [][]string) bool {
	for more := 0; more <= teaserMore && more < to-from; more++ {
		if t.names(keys, from+more, to, own) || t.names(keys, from, to-more, own) {
			return true
		}
	}
	return false
}

// names reports whether words [from, to) are the title of another article.
func (t census) names(keys keyText, from, to int, own [][]string) bool {
	return tells(keys.words[from].Key, to-from) && t.holds(keys, from, to, own)
}

// lists reports whether the line of words [from, to), which stands behind a gap,
// is an item of a list of links: a mark, and the title of another article. The
// mark makes up for words that the title lacks.
func (t census) lists(gap string, keys keyText, from, to int, own [][]string) bool {
	least := shortest(keys.words[from].Key)
	switch strings.TrimSpace(gap[strings.LastIndexByte(gap, '\n')+1:]) {
	case ">", "»", "›", "→", "►", "▸":
	case "-", "–", "—", "•", "·", "*":
		least++ // as items of other lists have, too
	default:
		return false
	}
	return to-from >= least && t.holds(keys, from, to, own)
}

// shortest is from how many words on a title is kept, given its first: shorter
// than those that tell, for lines that a mark makes links.
func shortest(key string) int {
	if r, _ := utf8.DecodeRuneInString(key); token.Spaceless(r) {
		return titleLetters / 2
	}
	return titleLeast / 2
}

// holds reports whether words [from, to) are a title of the census that is not
// the article's own.
func (t census) holds(keys keyText, from, to int, own [][]string) bool {
	if t.count(keys.hash(from, to)) == 0 {
		return false
	}
	title := keys.keys(from, to)
	return !slices.ContainsFunc(own, func(o []string) bool { return alike(title, o) })
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
