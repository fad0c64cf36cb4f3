package pipeline

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/export"
	"github.com/urtext/urtext/pipeline/furniture"
	"github.com/urtext/urtext/pipeline/language"
	"github.com/urtext/urtext/pipeline/sink"
	"github.com/urtext/urtext/pipeline/store"
)

// Collate aligns and rebuilds witnesses whose clusters are given: by the
// cluster field of JSON records, or all files together. The articles go to w
// as records of canonical.jsonl in opt.Format or in the form that opt.Export
// names, or everything to opt.Out when it is set.
func Collate(ctx context.Context, opt Options, w io.Writer) (Summary, error) {
	list, err := givenStages(opt)
	if err != nil {
		return Summary{}, err
	}
	if _, err := exportFormat(opt); err != nil {
		return Summary{}, err
	}
	byField := func(_ context.Context, g *gathering, _ *store.Spool) (*partition, error) { return given(g, list) }
	if opt.Out != "" {
		return publish(ctx, opt, list, false, byField)
	}
	if _, err := sink.ParseFormat(opt.Format); err != nil {
		return Summary{}, classed(err)
	}
	return collateTo(ctx, opt, list, w)
}

// collateTo writes the articles to w, with nothing but temporary files on
// disk.
func collateTo(ctx context.Context, opt Options, list []Stage, w io.Writer) (sum Summary, err error) {
	dir, err := store.NewTemporary("collate")
	if err != nil {
		return Summary{}, err
	}
	defer func() { err = errors.Join(err, dir.Remove()) }()
	spool, err := store.NewSpool(dir.Path())
	if err != nil {
		return Summary{}, err
	}
	defer func() { err = errors.Join(err, spool.Close()) }()
	g, err := gather(ctx, opt, list, spool, nil)
	if err == nil {
		err = g.anything(opt)
	}
	if err != nil {
		return Summary{}, err
	}
	defer func() { err = errors.Join(err, g.close()) }()
	sum = newSummary(opt)
	for _, f := range g.faults {
		sum.addFault(f)
	}
	if err := sum.tooMany(int64(g.notes.count)+sum.Rejected, opt.MaxRejectRatio); err != nil {
		return sum, err
	}
	parts, err := given(g, list)
	if err != nil {
		return sum, err
	}
	s := newSettler(opt, spool, parts, g.words)
	s.textsOnly = opt.Export == ""
	if err := s.survey(ctx); err != nil {
		return sum, err
	}
	write, end, err := articleWriter(opt, w, len(s.parts.groups))
	if err != nil {
		return sum, err
	}
	err = eachGroup(ctx, s.workers, s.parts.groups, s.settle, func(x settled) error {
		for i, r := range x.records {
			sum.addRecord(r, i == 0)
		}
		if x.article == nil {
			return nil
		}
		sum.addArticle(x.article)
		return write(x)
	})
	if err == nil {
		err = end()
	}
	for range s.parts.empty {
		sum.Read++
		sum.Filtered++
	}
	g.warnings = append(g.warnings, s.warnings...)
	sum.Warnings = warnings(g, s.parts)
	return sum, err
}

// articleWriter says how the articles are written to w, and what ends them:
// as records, or as an export of about so many articles.
func articleWriter(opt Options, w io.Writer, articles int) (write func(settled) error, end func() error, err error) {
	if opt.Export == "" {
		records, err := sink.ParseFormat(opt.Format)
		if err != nil {
			return nil, nil, err
		}
		out, err := sink.NewOutput(w, records)
		if err != nil {
			return nil, nil, err
		}
		return func(x settled) error {
			line, err := sink.EncodeArticle(x.article)
			if err != nil {
				return err
			}
			_, err = out.Write(line)
			return err
		}, out.Close, nil
	}
	format, err := exportFormat(opt)
	if err != nil {
		return nil, nil, err
	}
	edition, err := export.NewWriter(w, format, articles)
	if err != nil {
		return nil, nil, err
	}
	return func(x settled) error { return edition.Write(*x.collation) }, edition.Close, nil
}

// exportFormat is the form of export that the options name, "" for none.
func exportFormat(opt Options) (export.Format, error) {
	if opt.Export == "" {
		return "", nil
	}
	format, err := export.ParseFormat(opt.Export)
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrUsage, err)
	}
	return format, nil
}

// givenStages are the stages of witnesses that are taken as they are: only
// their markup is read and their language named.
func givenStages(opt Options) ([]Stage, error) {
	if opt.Clean {
		return stages(opt)
	}
	detector, err := newDetector(opt)
	if err != nil {
		return nil, err
	}
	return []Stage{furniture.Markup{}, &together{Detector: detector, named: map[string]int{}}}, nil
}

// together names the language of a text, but leaves that of a short one open
// where there is a doubt: of the languages that it may be in, the one that most
// of the input is in is the likeliest.
type together struct {
	*language.Detector
	mu    sync.Mutex
	named map[string]int // documents by language
}

// Apply implements the stage.
func (t *together) Apply(doc *corpus.Document) error {
	if len(t.Guess(doc.Draft.Text)) > 1 {
		return nil
	}
	if err := t.Detector.Apply(doc); err != nil {
		return err
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.named[doc.Language]++
	return nil
}

// settle names the language of a document where it was left open. When the
// input has named none, lingua is asked.
func (t *together) settle(doc *corpus.Document) {
	switch {
	case doc.Language != "":
	case len(t.named) == 0:
		doc.Language = t.Of(doc.Draft.Text)
	default:
		open := t.Guess(doc.Draft.Text)
		doc.Language = open[0]
		for _, code := range open[1:] {
			if t.named[code] > t.named[doc.Language] {
				doc.Language = code
			}
		}
	}
}

// clusterOf returns the value of the cluster field of a record: a string, or
// a number as it is written; "" when it has none.
func (opt Options) clusterOf(doc *corpus.Document) string {
	raw, ok := doc.Meta[cmp.Or(opt.ClusterField, "cluster")]
	if !ok {
		return ""
	}
	raw = bytes.TrimSpace(raw)
	var s string
	if json.Unmarshal(raw, &s) == nil {
		return s
	}
	if string(raw) == "null" {
		return ""
	}
	return string(raw)
}

// given makes the partition that the records themselves name: one group for
// each value of the cluster field, one for all records without it. The stages
// say whether languages were left open.
func given(g *gathering, list []Stage) (*partition, error) {
	at := map[string]int{}
	var groups []group
	p := newPartition(g, func(i int32, n note) {
		j, ok := at[n.cluster]
		if !ok {
			j = len(groups)
			at[n.cluster] = j
			groups = append(groups, group{more: &groupMore{id: n.cluster}})
		}
		groups[j].members = append(groups[j].members, i)
	})
	for _, s := range list {
		if t, ok := s.(*together); ok {
			p.together = t
		}
	}
	for i := range groups {
		groups[i].hash = p.least(groups[i].members)
	}
	p.groups = groups
	slices.SortFunc(p.groups, func(a, b group) int { return cmp.Compare(a.id(), b.id()) })
	return p, p.count(false)
}
