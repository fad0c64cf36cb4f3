// Package export writes articles beside their copies for editors and their
// tools. Collations flow in; one document of TEI, GraphML, CSV or JSON flows
// out. Whatever the format, what a copy has can be read out of it again: its
// words in the order of the article.
package export

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Format names a form of export.
type Format string

// The formats.
const (
	TEI     Format = "tei"     // TEI P5, parallel segmentation (tei.go)
	GraphML Format = "graphml" // the variant graph (graphml.go)
	CSV     Format = "csv"     // the alignment table (csv.go)
	JSON    Format = "json"    // article, table and apparatus, one line each (json.go)
)

// ErrFormat marks a name that is no format. It is an error of usage.
var ErrFormat = errors.New("unknown export format")

// Formats lists the formats.
func Formats() []Format { return []Format{TEI, GraphML, CSV, JSON} }

// ParseFormat gives the format of a name.
func ParseFormat(name string) (Format, error) {
	for _, f := range Formats() {
		if string(f) == name {
			return f, nil
		}
	}
	return "", fmt.Errorf("%q: %w", name, ErrFormat)
}

// Extension is the end of the names of files in this format, with its dot.
func (f Format) Extension() string {
	switch f {
	case TEI:
		return ".tei.xml"
	case JSON:
		return ".jsonl"
	}
	return "." + string(f)
}

// An encoder writes one format. Article number n counts from 1.
type encoder interface {
	head(b *bytes.Buffer)
	article(b *bytes.Buffer, n int, c corpus.Collation) error
	foot(b *bytes.Buffer)
}

// A Writer writes articles, one after another, as one document.
type Writer struct {
	w       io.Writer
	enc     encoder
	written int
}

// NewWriter begins a document of some number of articles, which may turn out
// to be fewer: TEI has another root for several than for one.
func NewWriter(w io.Writer, f Format, articles int) (*Writer, error) {
	x := &Writer{w: w}
	switch f {
	case TEI:
		x.enc = teiEncoder{several: articles > 1}
	case GraphML:
		x.enc = graphEncoder{}
	case CSV:
		x.enc = tableEncoder{}
	case JSON:
		x.enc = jsonEncoder{}
	default:
		return nil, fmt.Errorf("%q: %w", string(f), ErrFormat)
	}
	return x, nil
}

// Write writes the next article.
func (x *Writer) Write(c corpus.Collation) error {
	var b bytes.Buffer
	if x.written == 0 {
		x.enc.head(&b)
	}
	x.written++
	if err := x.enc.article(&b, x.written, c); err != nil {
		return fmt.Errorf("article %s: %w", c.Article.ID, err)
	}
	_, err := x.w.Write(b.Bytes())
	return err
}

// Close ends the document. A document without articles is empty.
func (x *Writer) Close() error {
	if x.written == 0 {
		return nil
	}
	var b bytes.Buffer
	x.enc.foot(&b)
	_, err := x.w.Write(b.Bytes())
	return err
}
