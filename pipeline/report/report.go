// Package report makes results legible for people. Records of an output
// folder flow in (an article, its apparatus, the records of its members);
// text for a terminal or a pipe flows out. Nothing is computed anew here:
// what the view says stands in the records.
package report

import (
	"bufio"
	"io"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Options say how a view is laid out.
type Options struct {
	Color bool // style with ANSI codes
	Width int  // columns to wrap at; 0: do not wrap
	All   bool // also what differs in white space alone, and long readings in full
}

// A View is an article with what belongs to it. Documents holds the records
// of the members, in any order; members without a record are named only.
type View struct {
	Article   corpus.Article
	Apparatus corpus.Apparatus
	Documents []corpus.Record
}

// Show writes the whole view of an article: who attests it, the text with
// its variants, and what was cut from each copy.
func Show(w io.Writer, v View, opt Options) error {
	p := newPrinter(w, opt)
	sigla := assignSigla(v.Article.Members)
	p.articleHeader(v.Article, sigla)
	p.cut = cutWords(v.Documents)
	p.text(v.Article, v.Apparatus.Entries, sigla)
	p.copies(v, sigla)
	return p.w.Flush()
}

// Document writes the view of one document: where it came from, what became
// of it, and what was cut from it.
func Document(w io.Writer, rec corpus.Record, opt Options) error {
	p := newPrinter(w, opt)
	p.documentHeader(rec)
	p.edits(rec, "")
	return p.w.Flush()
}

// printer lays out lines of styled text. Errors of the writer stay in the
// buffer and come out of its Flush.
type printer struct {
	w   *bufio.Writer
	opt Options
	cut map[string]string // what was cut from each copy, see cutWords
}

func newPrinter(w io.Writer, opt Options) *printer {
	return &printer{w: bufio.NewWriter(w), opt: opt}
}

// line prints a styled text under a hanging indent: first before its first
// line, rest before the others.
func (p *printer) line(first, rest string, t styled) {
	for i, l := range wrap(t.text, p.opt.Width, len(first), len(rest)) {
		indent := rest
		if i == 0 {
			indent = first
		}
		if l.from < l.to {
			p.w.WriteString(indent)
		}
		t.write(p.w, l.from, l.to, p.opt.Color)
		p.w.WriteByte('\n')
	}
}

func (p *printer) blank() { p.w.WriteByte('\n') }
