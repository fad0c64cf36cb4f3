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
// lie between words, have put it.
func follow(doc *corpus.Document, changes []corpus.Change) {
	if len(changes) == 0 {
		return
	}
	move := func(at *int) {
		shift := 0
		for _, c := range changes {
			if c.Start >= *at {
				break
			}
			shift += len(c.Now) - (c.End - c.Start)
		}
		*at += shift
	}
	for i := range doc.Passages {
		move(&doc.Passages[i].Start)
		move(&doc.Passages[i].End)
	}
	for _, list := range [][]corpus.Proposal{doc.Proposals, doc.Alone} {
		for i := range list {
			move(&list[i].Start)
			move(&list[i].End)
		}
	}
	for i := range doc.Marks {
		move(&doc.Marks[i].Start)
		move(&doc.Marks[i].End)
	}
}
