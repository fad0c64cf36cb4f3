package pipeline

import (
	"fmt"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/sink"
)

// An encoded group is a settled one with its lines, made by the worker that
// settled it: who writes in the order of the groups is waited for by all.
type encoded struct {
	settled
	canonical, variants []byte   // the lines of the article, if there is one, and of its apparatus, if that is not long
	documents           [][]byte // the line of each record
}

// encoded makes the lines of a settled group.
func (opt Options) encoded(x settled) (out encoded, err error) {
	out = encoded{settled: x, documents: make([][]byte, len(x.records))}
	if x.article != nil {
		if out.canonical, err = sink.EncodeArticle(x.article); err != nil {
			return out, fmt.Errorf("article %s: %w", x.article.ID, err)
		}
		if x.named <= longApparatus {
			if out.variants, err = sink.EncodeApparatus(x.article.ID, x.entries); err != nil {
				return out, fmt.Errorf("apparatus %s: %w", x.article.ID, err)
			}
			out.entries = nil // larger than all else
		}
	}
	for i, r := range x.records {
		if out.documents[i], err = opt.documentLine(r); err != nil {
			return out, err
		}
	}
	return out, nil
}

// longApparatus is so many witnesses named in all readings that the line is some
// megabytes long: it is encoded as it is written.
const longApparatus = 1 << 17

// documentLine makes the line of a document's record.
func (opt Options) documentLine(r corpus.Record) ([]byte, error) {
	if opt.NoTexts {
		r.Text = nil
	}
	r.Title = nil
	line, err := sink.EncodeDocument(&r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", r.ID, err)
	}
	return line, nil
}
