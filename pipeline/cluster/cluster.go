// Package cluster finds the documents that are copies of one article.
//
// In flow sketches, one small record for each document, made while the
// documents stream by; out come clusters, every document in exactly one, and
// the pairs of clusters that are translations of each other. The texts are
// fetched again only for the pairs that are worth a look. The steps:
//
//  1. Sketch: shingles of kept words, a keyed sample of their hashes.
//  2. Fold: documents with the same bytes, or the same words, are one.
//  3. Links: sampled hash to documents, rarest hash first, linear in the
//     postings; the links are candidates.
//  4. Verdict: a candidate pair is aligned word by word. Copies, parts and
//     dovetails join; pages of one template, quotations and series do not.
//  5. Stars: in each joined set a centre and those it verifies, or its members
//     claim; a digest, which holds several articles, is left out. What is
//     left alone is shown once more to the star nearest to it. Where only the
//     characters of texts were mended, those that share one piece with another
//     star are read closely, and judged without their frames.
//  6. Faded: texts that lost letters have no shingles; they are known by the
//     lengths of their words, and aligned when their letters have been read by
//     the other text.
//  7. Series: page 1 and page 2 that share nothing, by page marks and by
//     address, title or matter.
//  8. Translations: rare names and numbers in the same order.
//
// Nothing depends on the order of the input or on the number of workers.
package cluster

import (
	"context"
	"slices"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Config is what the clusters depend on besides the documents.
type Config struct {
	Key     uint64 // key of all hashes; sketches of one run share it
	Workers int    // pairs verified at the same time; below 1 is 1

	CopiesOnly    bool // leave out translations, and what pages without marks say of their place in a series
	JoinTemplates bool // one template with other facts is one article
	Pairs         bool // list the pairs found to be one article

	// Next, if set, is told which bodies will be fetched next, in which order,
	// where they are many: it may put them next to each other.
	Next func(list []int32) error

	// Close, if set, gives a document as all stages leave it, where Fetch gives
	// one of which only the characters are mended. It is called as Fetch is, for
	// few documents.
	Close func(i int) (*corpus.Document, error)

	// Each, if set, is called for the clusters in the order of Result.Clusters, which
	// is left empty, until it fails. What it is given is good until it returns.
	Each func(c corpus.Cluster) error

	// Language, if set, names the language of a document whose sketch does not.
	Language func(i int) (string, error)
}

// Version is the version of the sketches: sketches of different versions,
// keys or function word lists cannot be compared.
const Version = 2

// A Fetch gives the body of document i, as NewBody makes it. It is called
// from several goroutines at once, and again for the same document.
type Fetch func(i int) (Body, error)

// Result is the outcome of Group. Documents are given by their place in the
// list.
type Result struct {
	// Clusters hold every document once, singletons included. The centre is
	// the first member, the others follow in the order of their content
	// hashes. Clusters are in the order of their smallest content hash.
	Clusters     []corpus.Cluster
	Translations []corpus.Translation // pairs of places in Clusters, A < B, sorted
	Templates    []Template           // most widespread first
	Verified     int                  // pairs of texts that were aligned
	Failed       []Failure            // sorted by documents
	Pairs        [][2]int             // with Config.Pairs: of documents of one cluster, sorted
}

// A Failure is a pair of documents that could not be compared because the
// program failed over it: they count as two articles.
type Failure struct {
	A, B int // A < B
	Err  error
}

// A Template is a sampled shingle that stands in many clusters.
type Template struct {
	Hash     uint64
	Clusters int
	Example  int // a document that has it
}

// Cause names why a pair of documents is not one article.
type Cause uint8

// The causes.
const (
	TooLittle Cause = iota + 1 // they share a passage, not an article
	OtherFact                  // one template with other facts
	Replaced                   // one frame with another article in it
)

// Group clusters documents, given by the numbers of their sketches on the
// shelf, which serves for this once; where two have the same text the one that
// comes first in the list goes first. It costs the length of the sketches, plus
// one alignment for each document and link worth a look. It fails when the
// context ends, a body cannot be fetched, or the disk fails or is full.
func (c Config) Group(ctx context.Context, shelf *Shelf, list []int32, fetch Fetch) (Result, error) {
	p, err := newProver(ctx, c, shelf, list, fetch)
	if err != nil {
		return Result{}, err
	}
	stars, err := p.allStars()
	if err != nil {
		return Result{}, err
	}
	r := Result{Verified: p.verified, Failed: p.failures()}
	if c.Pairs {
		r.Pairs = p.pairs(stars)
	}
	stars.sort()
	if c.Each == nil {
		r.Clusters = make([]corpus.Cluster, 0, stars.len())
	}
	var members []int
	for _, s := range stars.all() {
		if members = p.documents(members[:0], s); c.Each == nil {
			r.Clusters = append(r.Clusters, corpus.Cluster{Members: slices.Clone(members), Later: p.later(s)})
		} else if err := c.Each(corpus.Cluster{Members: members, Later: p.later(s)}); err != nil {
			return Result{}, err
		}
	}
	if r.Templates, err = p.templates(stars); err != nil {
		return Result{}, err
	}
	if !c.CopiesOnly {
		r.Translations, err = p.translations(stars)
	}
	return r, err
}

// allStars joins all nodes and breaks the sets into stars, then looks once more
// at what is left alone.
func (p *prover) allStars() (*starList, error) {
	if err := p.shelf.samples.warm(); err != nil {
		return nil, err
	}
	stars, err := p.firstStars()
	for _, look := range []func(*starList) error{p.strays, p.framed, p.faded, p.series} {
		if err == nil {
			err = look(stars)
		}
	}
	return stars, err
}

// firstStars joins all nodes and breaks the sets into stars.
func (p *prover) firstStars() (*starList, error) {
	all := make([]int32, len(p.nodes))
	for i := range all {
		all[i] = int32(i)
	}
	if err := p.findCommons(); err != nil {
		return nil, err
	}
	joined, err := p.joinBy(p.every(), all)
	if err != nil {
		return nil, err
	}
	alone, several := joined.apart()
	var others []star
	for _, set := range several {
		s, err := p.stars(set)
		if err != nil {
			return nil, err
		}
		others = append(others, s...)
	}
	out := newStarList(alone, others...)
	out.sort()
	return out, nil
}
