package export

import (
	"bytes"
	"encoding/json"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A jsonEncoder writes an article as one line: its record, its apparatus, its
// copies, and the table of rows. A cell is the word a copy has with its
// signs; "" is an omission and null says that the copy does not stand there.
type jsonEncoder struct{}

type jsonArticle struct {
	Article    corpus.Article    `json:"article"`
	Apparatus  corpus.Apparatus  `json:"apparatus"`
	Witnesses  []jsonWitness     `json:"witnesses"`
	Rows       []jsonRow         `json:"rows"`
	Transposed []jsonTransposing `json:"transposed"`
}

type jsonWitness struct {
	ID       string `json:"id"`
	Source   string `json:"source,omitempty"`
	Language string `json:"language,omitempty"`
}

type jsonRow struct {
	Start int       `json:"start"`
	End   int       `json:"end"`
	Entry *int      `json:"entry"` // place in apparatus.entries, null where all agree
	Cells []*string `json:"cells"`
}

// A jsonTransposing is a run of words that stands elsewhere in a copy than in
// the article: words From to To (excluded) of the copy, counted from 0.
type jsonTransposing struct {
	Witness int `json:"witness"` // place in witnesses
	From    int `json:"from"`
	To      int `json:"to"`
}

func (jsonEncoder) head(*bytes.Buffer) {}
func (jsonEncoder) foot(*bytes.Buffer) {}

// article writes one line with the article, its apparatus and the rows of the
// alignment.
func (jsonEncoder) article(b *bytes.Buffer, _ int, c corpus.Collation) error {
	x := jsonArticle{Article: c.Article, Apparatus: c.Apparatus, Witnesses: []jsonWitness{}, Rows: []jsonRow{}, Transposed: []jsonTransposing{}}
	for _, id := range names(c) {
		x.Witnesses = append(x.Witnesses, jsonWitness{ID: id})
	}
	for i, w := range c.Witnesses {
		x.Witnesses[i].Source, x.Witnesses[i].Language = w.Source, w.Language
	}
	for _, r := range c.Rows {
		x.Rows = append(x.Rows, jsonRowOf(c, r))
	}
	for _, m := range c.Moves {
		x.Transposed = append(x.Transposed, jsonTransposing(m))
	}
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	return e.Encode(x)
}

// jsonRowOf gives a cell to each copy: null where it does not stand, empty where
// it lacks the word.
func jsonRowOf(c corpus.Collation, r corpus.Row) jsonRow {
	out := jsonRow{Start: r.Start, End: r.End}
	if r.Entry >= 0 {
		out.Entry = &r.Entry
	}
	for w := range c.Witnesses {
		var s *string
		if r.Stands[w] {
			text := ""
			if r.Words[w] != corpus.Absent {
				text = cell(c, r, w)
			}
			s = &text
		}
		out.Cells = append(out.Cells, s)
	}
	return out
}
