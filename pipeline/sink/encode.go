package sink

import (
	"bytes"
	"encoding/json"
	"io"
	"iter"
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
func EncodeApparatus(cluster string, entries iter.Seq[corpus.Entry]) ([]byte, error) {
	var b bytes.Buffer
	err := encodeApparatus(&b, cluster, entries)
	return b.Bytes(), err
}

// encodeApparatus writes a record of apparatus.jsonl entry by entry: that of an
// article with thousands of copies is larger than all else of it.
func encodeApparatus(w io.Writer, cluster string, entries iter.Seq[corpus.Entry]) error {
	whole, err := encode(&corpus.Apparatus{Cluster: cluster, Entries: []corpus.Entry{}})
	if err != nil {
		return err
	}
	head, foot := whole[:len(whole)-len(entriesFoot)], whole[len(whole)-len(entriesFoot):]
	if _, err := w.Write(head); err != nil {
		return err
	}
	var b bytes.Buffer
	first := true
	for e := range entries {
		if b.Reset(); !first {
			b.WriteByte(',')
		}
		first = false
		if err := encodeTo(&b, ofReadings(e)); err != nil {
			return err
		}
		if _, err := w.Write(bytes.TrimSuffix(b.Bytes(), []byte("\n"))); err != nil {
			return err
		}
	}
	_, err = w.Write(foot)
	return err
}

// entriesFoot is what follows the entries of an apparatus in its line.
const entriesFoot = "]}\n"

// ofReadings gives an entry whose lists are encoded as [] where they are nil.
func ofReadings(e corpus.Entry) corpus.Entry {
	readings := make([]corpus.Reading, len(e.Readings))
	for i, r := range e.Readings {
		r.Witnesses = orEmpty(r.Witnesses)
		readings[i] = r
	}
	e.Readings = readings
	return e
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
	err := encodeTo(&b, v)
	return b.Bytes(), err
}

func encodeTo(b *bytes.Buffer, v any) error {
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// EncodeDuplicates encodes a cluster of duplicates.
func EncodeDuplicates(d *corpus.Duplicates) ([]byte, error) { return encode(d) }

// EncodeDuplicatePair encodes a pair of duplicates.
func EncodeDuplicatePair(p *corpus.DuplicatePair) ([]byte, error) { return encode(p) }

// EncodeDuplicateRow encodes a document as a row of a table of duplicates.
func EncodeDuplicateRow(r *corpus.DuplicateRow) ([]byte, error) { return encode(r) }
