// Package eaten gives a text back the word that some program took out of it
// and left a line break for, where the text itself cannot prove which word that
// was and other copies tell.
//
// In flow a text and other copies of it; out come the changes that put the word
// back. At each line break inside a sentence the copies are asked what stands
// between the two words beside it. Where they nearly always have one and the
// same function word, that word was eaten, also at the breaks where no copy
// stands.
package eaten

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

const (
	// leastTold is the number of breaks at which copies must have the word,
	// leastShare their share of those at which they tell anything.
	leastTold, leastShare = 6, .9
)

// sentenceEnds are the signs behind which a line break is no loss; behind colons
// it may be none.
const (
	sentenceEnds = ".!?…。！？؟।"
	colons       = ":;：；"
)

// A Text is a text cut into words, for any number of others to ask.
type Text struct {
	text  string
	spans []token.Span
	keys  []uint64 // names of the words' keys
}

// NewText cuts a text into words.
func NewText(text string) *Text {
	t := &Text{text: text, spans: token.Words(nil, text)}
	t.keys = make([]uint64, len(t.spans))
	for i, s := range t.spans {
		t.keys[i] = token.Name(token.Key(text[s.Start:s.End]))
	}
	return t
}

// gap is what stands before word i.
func (t *Text) gap(i int) string { return t.text[t.spans[i-1].End:t.spans[i].Start] }

// A pair is the keys of the words on both sides of a break.
type pair struct{ before, after uint64 }

// A lineBreak stands inside a sentence, between two words.
type lineBreak struct {
	words      pair
	start, end int  // its white space, in bytes of the text
	opens      bool // the word behind it may begin a line of its own
}

// Restore returns the changes that put back the word that was eaten at the line
// breaks of a text, sorted; nil where copies do not tell of six such breaks, or
// of another word at more than a tenth of them. Most texts have no six breaks
// before small letters, and nobody asks for their copies.
func Restore(t *Text, language string, copies func() []*Text) []corpus.Change {
	breaks := t.breaks()
	small := 0
	for _, b := range breaks {
		if !b.opens {
			small++
		}
	}
	if small < leastTold {
		return nil
	}
	told := ask(breaks, copies())
	word, n, of := told.favourite(breaks)
	if n < leastTold || float64(n) < leastShare*float64(of) || !token.IsFunction(language, token.Key(word)) {
		return nil
	}
	why := fmt.Sprintf("witness: at %d of %d breaks inside sentences other copies have %q", n, of, word)
	var out []corpus.Change
	for _, b := range breaks {
		switch between, asked := told[b.words]; {
		case asked && between != word, !asked && b.opens:
			continue
		}
		out = append(out, corpus.Change{Start: b.start, End: b.end, Now: " " + word + " ", Kind: corpus.KindEaten, Why: []string{why}})
	}
	return out
}

// breaks finds the line breaks inside sentences.
func (t *Text) breaks() (out []lineBreak) {
	for i := 1; i < len(t.spans); i++ {
		gap := t.gap(i)
		at := strings.IndexByte(gap, '\n')
		if at < 0 || strings.Count(gap, "\n") > 1 || strings.ContainsAny(gap[:at], sentenceEnds) {
			continue
		}
		b := lineBreak{words: pair{t.keys[i-1], t.keys[i]}}
		b.start = t.spans[i-1].End + len(strings.TrimRightFunc(gap[:at], unicode.IsSpace))
		b.end = t.spans[i].Start - len(strings.TrimLeftFunc(gap[at:], unicode.IsSpace))
		first, _ := utf8.DecodeRuneInString(t.text[t.spans[i].Start:])
		b.opens = unicode.IsUpper(first) || strings.ContainsAny(gap[:at], colons)
		out = append(out, b)
	}
	return out
}

// answers is what copies have between the words of each pair that one of them
// has: one word, none, or a line break.
type answers map[pair]string

// broken is the answer of a copy that has a line break there, too: the article
// has one, as in a list, or both lost the word.
const broken = "\n"

// ask looks for the words beside the breaks in the copies. A copy that has one
// word between them is believed before one that has none, that one before one
// that has a break, and any before those that come later.
func ask(breaks []lineBreak, copies []*Text) answers {
	wanted, begins := map[pair]bool{}, map[uint64]bool{}
	for _, b := range breaks {
		wanted[b.words], begins[b.words.before] = true, true
	}
	told := answers{}
	for _, c := range copies {
		for i, key := range c.keys {
			if !begins[key] {
				continue
			}
			if i+2 < len(c.keys) {
				if p := (pair{key, c.keys[i+2]}); wanted[p] && (told[p] == "" || told[p] == broken) {
					told[p] = c.text[c.spans[i+1].Start:c.spans[i+1].End]
				}
			}
			if i+1 < len(c.keys) {
				if p := (pair{key, c.keys[i+1]}); wanted[p] {
					told.adjoin(p, strings.Contains(c.gap(i+1), "\n"))
				}
			}
		}
	}
	return told
}

// adjoin notes that a copy has a pair side by side, across a line break or not.
func (told answers) adjoin(p pair, across bool) {
	switch old, asked := told[p]; {
	case !asked && across:
		told[p] = broken
	case !asked, old == broken && !across:
		told[p] = ""
	}
}

// favourite returns the word that copies have at most breaks, the first in the
// alphabet of equals, at how many they have it, and at how many they tell.
func (told answers) favourite(breaks []lineBreak) (word string, n, of int) {
	votes := map[string]int{}
	for _, b := range breaks {
		between, asked := told[b.words]
		if !asked || between == broken {
			continue
		}
		of++
		if between != "" {
			votes[between]++
		}
	}
	for w, v := range votes {
		if v > n || v == n && w < word {
			word, n = w, v
		}
	}
	return word, n, of
}
