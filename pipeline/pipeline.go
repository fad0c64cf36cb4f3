// Package pipeline takes documents from their sources to the rebuilt
// articles. The way of a document:
//
//  1. Gather (gather.go), document by document on all cores: source, repair,
//     language, spam, furniture, sketch, spool. Each stage repairs or
//     proposes; nothing that needs other documents is decided.
//  2. Barrier (barrier.go): ids are made unique, documents become clusters,
//     and what is proposed in many clusters is counted.
//  3. Settle (settle.go), cluster by cluster: align the copies, count what is
//     inserted again and again, then decide, rebuild, cut.
//  4. Publish (run.go): everything into one folder, in one step.
//
// Run does all of it; Clean settles each document as a cluster of one;
// Collate begins at settle with clusters given.
package pipeline

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/furniture"
	"github.com/urtext/urtext/pipeline/language"
	"github.com/urtext/urtext/pipeline/repair"
	"github.com/urtext/urtext/pipeline/spam"
	"github.com/urtext/urtext/pipeline/trafilatura"
)

// A Stage does one thing to a document: it repairs its text, or finds out
// something about it, or proposes spans to cut. Stages are pure functions of
// the document and their configuration and safe for concurrent use.
type Stage interface {
	Name() string
	Apply(*corpus.Document) error
}

// The ways to choose the main content of HTML.
const (
	extractOwn         = "own"
	extractTrafilatura = "trafilatura"
)

// stages is the stage list of gather, in order. The ones named in
// Options.Skip are left out; markup cannot be, since what follows reads plain
// text.
func stages(opt Options) ([]Stage, error) {
	detector, err := newDetector(opt)
	if err != nil {
		return nil, err
	}
	all := []Stage{
		furniture.Markup{},
		repair.Characters{},
		repair.Margin{},
		repair.Repeats{},
		detector,
		repair.Lines{},
		spam.New(language.Rarest),
		furniture.NewPropose(opt.Extract == extractTrafilatura),
	}
	switch opt.Extract {
	case "", extractOwn:
	case extractTrafilatura:
		if !trafilatura.Linked {
			return nil, fmt.Errorf("%w: this build has no go-trafilatura: build with -tags trafilatura", ErrUsage)
		}
		all = append(all, trafilatura.Extract{})
	default:
		return nil, fmt.Errorf("%w: unknown way to extract %q: there are %s, %s", ErrUsage, opt.Extract, extractOwn, extractTrafilatura)
	}
	all, err = without(all, opt.Skip)
	if err != nil {
		return nil, err
	}
	if len(opt.Protect) > 0 {
		all = append(all, newProtect(opt.Protect))
	}
	return all, nil
}

// newDetector is the stage that tells languages, of those that the options name.
func newDetector(opt Options) (*language.Detector, error) {
	detector, err := language.New(opt.Languages)
	if err != nil {
		return nil, fmt.Errorf("%w: %w: give codes of ISO 639, as en or it", ErrUsage, err)
	}
	return detector, nil
}

// without leaves out the stages of the names given. Later stages ask for the
// language, so that in its place one stays that names none.
func without(all []Stage, skip []string) ([]Stage, error) {
	var names []string // all but the first, markup
	for _, s := range all[1:] {
		names = append(names, s.Name())
	}
	for _, name := range skip {
		if !slices.Contains(names, name) {
			return nil, fmt.Errorf("%w: no stage %q to skip: there are %s", ErrUsage, name, strings.Join(names, ", "))
		}
	}
	var out []Stage
	for _, s := range all {
		switch named := slices.Contains(skip, s.Name()); {
		case !named:
			out = append(out, s)
		case s.Name() == language.None{}.Name():
			out = append(out, language.None{})
		}
	}
	return out, nil
}

// apply runs the stages on a document. A stage that fails, or panics, makes
// the document a fault; the run goes on.
func apply(stages []Stage, doc *corpus.Document) (fault *corpus.Fault) {
	for _, s := range stages {
		err := corpus.Guarded(s.Name(), func() error { return s.Apply(doc) })
		switch {
		case errors.Is(err, corpus.ErrInternal):
			return internal(doc, err)
		case err != nil:
			return internal(doc, fmt.Errorf("%s: %w", s.Name(), err))
		}
	}
	return nil
}

// faultOf makes a fault of an error that was a panic over one document, and gives
// back any other, which stops the run.
func faultOf(doc *corpus.Document, err error) (*corpus.Fault, error) {
	if errors.Is(err, corpus.ErrInternal) {
		return internal(doc, err), nil
	}
	return nil, err
}

// internal makes a fault of a document on which the program failed.
func internal(doc *corpus.Document, err error) *corpus.Fault {
	return &corpus.Fault{Source: doc.Source, Reason: corpus.Internal, Detail: err.Error()}
}
