package pipeline

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/cluster"
	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/faded"
	"github.com/urtext/urtext/pipeline/token"
)

// A copy that lost letters is read by the others before it is aligned: its
// words are theirs where they fit. Such a word is inferred and hardly votes on
// readings, but it attests that the word stands there.

// readersMost is how many copies a faded one is read by.
const readersMost = 8

// mend reads the documents of a group that lost letters by the others, the
// sounder first, and returns the readings of each; nil for those that are
// whole. Words that the group does not have are read by what the corpus knows, which
// is nil where there is none: in how many texts a word stands.
func mend(docs []*corpus.Document, known func(key string) int) [][]faded.Reading {
	inTexts := func(word string) int { return known(token.Key(word)) }
	if known == nil {
		inTexts = nil
	}
	out := make([][]faded.Reading, len(docs))
	loss := make([]float64, len(docs))
	order := make([]int, len(docs))
	for i, d := range docs {
		order[i], loss[i] = i, faded.Loss(d.Draft.Text)
	}
	slices.SortFunc(order, func(i, j int) int {
		return cmp.Or(cmp.Compare(loss[i], loss[j]), strings.Compare(docs[i].Draft.Text, docs[j].Draft.Text), cmp.Compare(i, j))
	})
	texts := make([]*faded.Text, len(docs))
	text := func(i int) *faded.Text {
		if texts[i] == nil {
			texts[i] = faded.NewText(cluster.NewBody(docs[i]).Text, 0)
		}
		return texts[i]
	}
	for i := range docs {
		if loss[i] == 0 || len(docs) < 2 {
			continue
		}
		m := faded.Mend(faded.NewText(docs[i].Draft.Text, 0))
		readers := slices.DeleteFunc(slices.Clone(order), func(j int) bool { return j == i })
		lexicon := faded.NewLexicon(inTexts)
		for _, j := range readers[:min(len(readers), readersMost)] {
			m.By(text(j))
			lexicon.Take(text(j))
		}
		m.Infer(lexicon)
		out[i] = m.Readings()
	}
	return out
}

// A readWord is a word of a text as copies read it. Its surface is empty where
// it is illegible.
type readWord struct {
	token.Span
	surface  string
	inferred bool
	sign     string // what a copy has before it, where a sign of a lost letter stands
	signed   bool
	faded    bool // the text lost letters
}

// between is the gap before a word: of signs that may have been lost, as a
// copy has them, if it has what else stands there. Where no copy tells, a sign
// that stands alone or before a word is no question mark, but one behind a
// word may be.
func (w readWord) between(gap string) string {
	if !w.faded || !strings.ContainsAny(gap, lostSigns) {
		return gap
	}
	kept := func(r rune) bool {
		return !unicode.IsSpace(r) && !strings.ContainsRune(lostSigns, r) && !strings.ContainsRune(w.sign, r)
	}
	if w.signed && !strings.ContainsFunc(gap, kept) {
		return w.sign
	}
	var b strings.Builder
	behind := true // nothing but signs stands between the word and this
	for _, r := range gap {
		lost := strings.ContainsRune(lostSigns, r)
		if behind = behind && !unicode.IsSpace(r); !lost || behind {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// lostSigns are the signs of lost letters.
const lostSigns = "?\ufffd"

// readWords goes through the words of a text, those that lost letters as they
// have been read.
func readWords(text string, whole []token.Span, readings []faded.Reading) iter.Seq[readWord] {
	if readings == nil {
		return asItStands(text, whole)
	}
	return slices.Values(mended(text, whole, readings))
}

// asItStands goes through the words of a text that lost nothing.
func asItStands(text string, words []token.Span) iter.Seq[readWord] {
	return func(yield func(readWord) bool) {
		for _, s := range words {
			if !yield(readWord{Span: s, surface: text[s.Start:s.End]}) {
				return
			}
		}
	}
}

// mended returns the words of a text that lost letters.
func mended(text string, whole []token.Span, readings []faded.Reading) []readWord {
	out := make([]readWord, 0, len(whole))
	var before *faded.Reading
	add := func(w readWord) {
		w.faded = true
		if before != nil && before.Joined && before.End <= w.Start {
			w.sign, w.signed = before.Gap, true
		}
		before = nil
		out = append(out, w)
	}
	for len(readings) > 0 || len(whole) > 0 {
		if len(readings) == 0 || len(whole) > 0 && whole[0].End <= readings[0].Start {
			add(readWord{Span: whole[0], surface: text[whole[0].Start:whole[0].End]})
			whole = whole[1:]
			continue
		}
		r := readings[0]
		readings = readings[1:]
		if r.Lost {
			for len(whole) > 0 && whole[0].Start < r.End {
				whole = whole[1:]
			}
			for _, w := range inferred(text, r) {
				add(w)
			}
		} else {
			for len(whole) > 0 && whole[0].Start < r.End {
				add(readWord{Span: whole[0], surface: text[whole[0].Start:whole[0].End]})
				whole = whole[1:]
			}
		}
		before = &r
	}
	return out
}

// inferred returns the words of a reading. A word that still lacks letters is
// one word.
func inferred(text string, r faded.Reading) []readWord {
	all := token.Span{Start: r.Start, End: r.End}
	if r.Illegible || strings.ContainsAny(r.Word, lostSigns) {
		return []readWord{{Span: all, surface: r.Word, inferred: true}}
	}
	spans := token.Words(nil, r.Word)
	if len(spans) == 1 {
		return []readWord{{Span: all, surface: r.Word[spans[0].Start:spans[0].End], inferred: true}}
	}
	var out []readWord
	for k, s := range spans {
		// Both have the same number of characters.
		from := r.Start + bytesOf(text[r.Start:], utf8.RuneCountInString(r.Word[:s.Start]))
		to := from + bytesOf(text[from:], utf8.RuneCountInString(r.Word[s.Start:s.End]))
		w := readWord{Span: token.Span{Start: from, End: to}, surface: r.Word[s.Start:s.End], inferred: true}
		if k > 0 {
			w.sign, w.signed = r.Word[spans[k-1].End:s.Start], true
		}
		out = append(out, w)
	}
	return out
}

// bytesOf is the length of the first n characters of a text.
func bytesOf(text string, n int) int {
	at := 0
	for ; n > 0 && at < len(text); n-- {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return at
}
