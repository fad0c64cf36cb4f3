package pipeline

import (
	"cmp"
	"slices"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/eaten"
)

// eatenIn finds the word that each of the documents of a group lost at its line
// breaks, where the others tell which, and the changes that put it back.
func eatenIn(docs []*corpus.Document) [][]corpus.Change {
	changes := make([][]corpus.Change, len(docs))
	texts := make([]*eaten.Text, len(docs))
	text := func(i int) *eaten.Text {
		if texts[i] == nil {
			texts[i] = eaten.NewText(docs[i].Draft.Text)
		}
		return texts[i]
	}
	order := longestFirst(docs)
	for i, doc := range docs {
		changes[i] = eaten.Restore(text(i), doc.Language, func() (copies []*eaten.Text) {
			for _, j := range order {
				if j != i && len(copies) < readersMost {
					copies = append(copies, text(j))
				}
			}
			return copies
		})
	}
	return changes
}

// restore makes the changes in the documents.
func restore(docs []*corpus.Document, changes [][]corpus.Change) error {
	for i, doc := range docs {
		if err := doc.Draft.Apply(changes[i]); err != nil {
			return err
		}
		follow(doc, changes[i])
	}
	return nil
}

// longestFirst is the order of documents by length, then by their texts.
func longestFirst(docs []*corpus.Document) []int {
	order := make([]int, len(docs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := docs[i].Draft.Text, docs[j].Draft.Text
		return cmp.Or(len(b)-len(a), strings.Compare(a, b))
	})
	return order
}

// follow moves what is known of a document's text to where the changes, which
// lie between words, have put it. What begins or ends amid a change, at an indent,
// leaves the word to what stands outside of it.
func follow(doc *corpus.Document, changes []corpus.Change) {
	if len(changes) == 0 {
		return
	}
	move := func(start, end *int) {
		*start, *end = moved(*start, changes, false), moved(*end, changes, true)
		*end = max(*start, *end)
	}
	for i := range doc.Passages {
		move(&doc.Passages[i].Start, &doc.Passages[i].End)
	}
	for _, list := range [][]corpus.Proposal{doc.Proposals, doc.Alone} {
		for i := range list {
			move(&list[i].Start, &list[i].End)
		}
	}
	for i := range doc.Marks {
		move(&doc.Marks[i].Start, &doc.Marks[i].End)
	}
}

// moved is where the changes have put a place in a text; one amid a change comes
// before what is new there if it is an end, and else behind.
func moved(at int, changes []corpus.Change, end bool) int {
	shift := 0
	for _, c := range changes {
		switch {
		case c.Start >= at:
			return at + shift
		case at < c.End && end:
			return c.Start + shift
		case at < c.End:
			return c.Start + shift + len(c.Now)
		}
		shift += len(c.Now) - (c.End - c.Start)
	}
	return at + shift
}
