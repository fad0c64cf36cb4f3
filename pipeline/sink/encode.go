package sink

import (
	"bytes"
	"encoding/json"
	"slices"

	"github.com/urtext/urtext/pipeline/corpus"
)

// The encoders give one record as one line of JSON with its line feed. No
// character is escaped for HTML, lists that are nil are [], raw values lose
// their white space, and floats are written as they come: the caller rounds.

// EncodeArticle encodes a record of canonical.jsonl.
func EncodeArticle(a *corpus.Article) ([]byte, error) {
	c := *a
	c.Members, c.Translations = orEmpty(c.Members), orEmpty(c.Translations)
	return encode(&c)
}

// EncodeDocument encodes a record of documents.jsonl.
func EncodeDocument(r *corpus.Record) ([]byte, error) {
	c := *r
	c.Edits = orEmpty(c.Edits)
	if slices.ContainsFunc(c.Edits, func(e corpus.Edit) bool { return e.Why == nil }) {
		c.Edits = slices.Clone(c.Edits)
		for i := range c.Edits {
			c.Edits[i].Why = orEmpty(c.Edits[i].Why)
		}
	}
	return encode(&c)
}

// EncodeApparatus encodes a record of apparatus.jsonl.
func EncodeApparatus(a *corpus.Apparatus) ([]byte, error) {
	c := *a
	c.Entries = make([]corpus.Entry, len(a.Entries))
	for i, e := range a.Entries {
		readings := make([]corpus.Reading, len(e.Readings))
		for j, r := range e.Readings {
			r.Witnesses = orEmpty(r.Witnesses)
			readings[j] = r
		}
		e.Readings = readings
		c.Entries[i] = e
	}
	return encode(&c)
}

// EncodeFault encodes a record of rejects.jsonl.
func EncodeFault(f *corpus.Fault) ([]byte, error) { return encode(f) }

// orEmpty gives a list that encodes as [] where it is nil.
func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return b.Bytes(), err
}

// EncodeDuplicates encodes a cluster of duplicates.
func EncodeDuplicates(d *corpus.Duplicates) ([]byte, error) { return encode(d) }

// EncodeDuplicatePair encodes a pair of duplicates.
func EncodeDuplicatePair(p *corpus.DuplicatePair) ([]byte, error) { return encode(p) }

// EncodeDuplicateRow encodes a document as a row of a table of duplicates.
func EncodeDuplicateRow(r *corpus.DuplicateRow) ([]byte, error) { return encode(r) }
