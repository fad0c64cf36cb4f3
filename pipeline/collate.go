package pipeline

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/export"
	"github.com/urtext/urtext/pipeline/furniture"
	"github.com/urtext/urtext/pipeline/language"
	"github.com/urtext/urtext/pipeline/sink"
	"github.com/urtext/urtext/pipeline/store"
)

// Collate aligns and rebuilds witnesses whose clusters are given: by the
// cluster field of JSON records, or all files together. The articles go to w
// as records of canonical.jsonl or in the form that opt.Export names, or
// everything to opt.Out when it is set.
func Collate(ctx context.Context, opt Options, w io.Writer) (Summary, error) {
	list, err := givenStages(opt)
	if err != nil {
		return Summary{}, err
	}
	if _, err := exportFormat(opt); err != nil {
		return Summary{}, err
	}
	byField := func(_ context.Context, g *gathering, _ *store.Spool) (*partition, error) { return given(g), nil }
	if opt.Out != "" {
		return publish(ctx, opt, list, false, byField)
	}
	return collateTo(ctx, opt, list, w)
}

// collateTo writes the articles to w, with nothing but temporary files on
// disk.
func collateTo(ctx context.Context, opt Options, list []Stage, w io.Writer) (sum Summary, err error) {
	dir, err := os.MkdirTemp("", "urtext-collate-")
	if err != nil {
		return Summary{}, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	spool, err := store.NewSpool(dir)
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
	sum = newSummary(opt)
	s := newSettler(opt, spool, given(g), g.words)
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
	for _, f := range g.faults {
		sum.addFault(f)
	}
	g.warnings = append(g.warnings, s.warnings...)
	sum.Warnings = warnings(g, s.parts)
	if err == nil && sum.tooMany(opt.MaxRejectRatio) {
		err = fmt.Errorf("%w: %d of %d records", ErrRejects, sum.Rejected, sum.Read)
	}
	return sum, err
}

// articleWriter says how the articles are written to w, and what ends them:
// as records, or as an export of about so many articles.
func articleWriter(opt Options, w io.Writer, articles int) (write func(settled) error, end func() error, err error) {
	if opt.Export == "" {
		return func(x settled) error {
			line, err := sink.EncodeArticle(x.article)
			if err != nil {
				return err
			}
			_, err = w.Write(line)
			return err
		}, func() error { return nil }, nil
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
	detector, err := language.New(opt.Languages)
	if err != nil {
		return nil, err
	}
	return []Stage{furniture.Markup{}, detector}, nil
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
// each value of the cluster field, one for all records without it.
func given(g *gathering) *partition {
	p := newPartition(g.notes)
	at := map[string]int{}
	for i, n := range p.notes {
		if !n.words {
			p.empty = append(p.empty, i)
			continue
		}
		j, ok := at[n.cluster]
		if !ok {
			j = len(p.groups)
			at[n.cluster] = j
			p.groups = append(p.groups, group{id: n.cluster})
		}
		p.groups[j].members = append(p.groups[j].members, i)
	}
	for i := range p.groups {
		if p.groups[i].id == "" {
			p.groups[i].id = p.articleID(p.groups[i].members)
		}
		p.count(p.groups[i])
	}
	slices.SortFunc(p.groups, func(a, b group) int { return cmp.Compare(a.id, b.id) })
	return p
}
