package pipeline

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/urtext/urtext/pipeline/cluster"
	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/export"
	"github.com/urtext/urtext/pipeline/sink"
	"github.com/urtext/urtext/pipeline/store"
)

// Run does the whole job and publishes the result in opt.Out, in one step
// and only when it is complete. The error is, or wraps, ErrUsage, ErrNoInput,
// ErrRejects, ErrLocked, ErrState or the context's error where one of these is
// the cause.
func Run(ctx context.Context, opt Options) (Summary, error) {
	list, err := stages(opt)
	if err != nil {
		return Summary{}, err
	}
	return publish(ctx, opt, list, true, func(ctx context.Context, g *gathering, spool *store.Spool) (*partition, error) {
		return divide(ctx, opt, g, spool)
	})
}

// publish gathers the inputs, sketches them if divide asks for it, divides
// them, settles what comes out and writes it to the output folder.
func publish(ctx context.Context, opt Options, list []Stage, sketch bool, divide func(context.Context, *gathering, *store.Spool) (*partition, error)) (s Summary, err error) {
	j, err := newJob(opt)
	if err != nil {
		return Summary{}, err
	}
	defer func() { err = errors.Join(err, j.end()) }()
	if sketch {
		j.shelf = opt.shelf(j.out.Scratch())
	}
	g, err := timed(j, "gather", func() (*gathering, error) { return gather(ctx, opt, list, j.spool, j.shelf) })
	if err != nil {
		return Summary{}, err
	}
	defer func() { err = errors.Join(err, g.close()) }()
	if err := g.anything(opt); err != nil {
		return Summary{}, err
	}
	parts, err := timed(j, "cluster", func() (*partition, error) { return divide(ctx, g, j.spool) })
	if err != nil {
		return Summary{}, err
	}
	j.parts = parts
	if err := j.clearShelf(g); err != nil {
		return Summary{}, err
	}
	if _, err = timed(j, "settle", func() (any, error) { return nil, j.settle(ctx, g) }); err != nil {
		return Summary{}, err
	}
	if err := j.reject(g); err != nil {
		return j.summary, err
	}
	return j.summary, j.publish(g)
}

// A job is one run that writes an output folder.
type job struct {
	opt     Options
	lock    *store.Lock
	out     *sink.Writer
	edition *export.Writer // nil: none is wanted
	spool   *store.Spool
	shelf   *cluster.Shelf
	parts   *partition
	summary Summary
	times   Timings
	start   time.Time
}

// newJob takes the lock, checks the folder and opens the temporary files.
func newJob(opt Options) (*job, error) {
	j := &job{opt: opt, summary: newSummary(opt), start: time.Now(), times: Timings{Started: time.Now().UTC(), Seconds: map[string]float64{}}}
	format, err := sink.ParseFormat(opt.Format)
	if err != nil {
		return nil, classed(err)
	}
	if err := sink.Check(opt.Out); err != nil { // before the lock file is made beside it
		return nil, classed(err)
	}
	if j.lock, err = store.Acquire(opt.Out); err != nil {
		return nil, classed(err)
	}
	if j.out, err = sink.Create(opt.Out, format); err != nil {
		return nil, errors.Join(classed(err), j.lock.Release())
	}
	if j.spool, err = store.NewSpool(j.out.Scratch()); err != nil {
		return nil, errors.Join(err, j.out.Abort(), j.lock.Release())
	}
	return j, nil
}

// clearShelf gives back what the sketches took, once the clusters are found.
func (j *job) clearShelf(g *gathering) error {
	shelf := j.shelf
	if j.shelf, g.shelf = nil, nil; shelf == nil {
		return nil
	}
	return shelf.Close()
}

// classed wraps an error of the sink or the store with its class.
func classed(err error) error {
	for _, c := range []struct{ from, to error }{
		{sink.ErrFormat, ErrUsage}, {sink.ErrRefused, ErrUsage}, {sink.ErrNoFile, ErrUsage}, {sink.ErrNewer, ErrState}, {sink.ErrDamaged, ErrState}, {store.ErrLocked, ErrLocked},
	} {
		if errors.Is(err, c.from) {
			return fmt.Errorf("%w: %w", c.to, err)
		}
	}
	return err
}

// end closes what the job opened. Before publish it removes all of it.
func (j *job) end() error {
	var err error
	if j.spool != nil {
		err = j.spool.Close()
	}
	if j.shelf != nil {
		err = errors.Join(err, j.shelf.Close())
	}
	return errors.Join(err, j.out.Abort(), j.lock.Release())
}

// timed notes the seconds of a phase.
func timed[T any](j *job, phase string, do func() (T, error)) (T, error) {
	start := time.Now()
	out, err := do()
	j.times.Seconds[phase] = time.Since(start).Seconds()
	if j.opt.Log != nil && err == nil {
		j.opt.Log.Info("phase done", "phase", phase, "seconds", round3(j.times.Seconds[phase]))
	}
	return out, err
}

func round3(x float64) float64 { return float64(int64(x*1000+.5)) / 1000 }

// anything fails when there is nothing to work on.
func (g *gathering) anything(opt Options) error {
	in := intake{records: g.notes.count > 0}
	for _, f := range g.faults {
		in.fault(f)
	}
	return in.check(opt)
}

// settle settles all groups and writes articles and apparatus; the records
// of documents wait until they can be written by id.
func (j *job) settle(ctx context.Context, g *gathering) error {
	s := newSettler(j.opt, j.spool, j.parts, g.words)
	if err := s.survey(ctx); err != nil {
		return err
	}
	records, err := newLines(j.out.Scratch(), len(j.parts.notes))
	if err != nil {
		return err
	}
	defer records.close()
	if err := j.openEdition(); err != nil {
		return err
	}
	progress := newMeter(j.opt, "settle", -1, int64(len(j.parts.groups)))
	err = eachGroup(ctx, s.workers, j.parts.groups, func(g group) (encoded, error) {
		x, err := s.settle(g)
		if err != nil {
			return encoded{}, err
		}
		return j.opt.encoded(x)
	}, func(x encoded) error {
		progress.done()
		return j.write(x, records)
	})
	if err != nil {
		return err
	}
	if j.edition != nil {
		if err := j.edition.Close(); err != nil {
			return err
		}
	}
	g.warnings = append(g.warnings, s.warnings...)
	for _, i := range j.parts.empty {
		r, err := s.dropEmpty(i)
		if err != nil {
			return err
		}
		line, err := j.opt.documentLine(r)
		if err != nil {
			return err
		}
		if err := j.keep(i, r, line, false, records); err != nil {
			return err
		}
	}
	return records.each(j.out.DocumentLine)
}

// write writes what a settled group gives.
func (j *job) write(x encoded, records *lines) error {
	if x.article != nil {
		j.summary.addArticle(x.article)
		if err := j.out.ArticleLine(x.canonical); err != nil {
			return err
		}
		if err := j.writeApparatus(x); err != nil {
			return err
		}
		if err := j.export(x.collation); err != nil {
			return err
		}
	}
	for i, r := range x.records {
		if err := j.keep(x.members[i], r, x.documents[i], i == 0, records); err != nil {
			return err
		}
	}
	return nil
}

// writeApparatus writes the apparatus of an article.
func (j *job) writeApparatus(x encoded) error {
	if x.variants != nil {
		return j.out.ApparatusLine(x.variants)
	}
	return j.out.Apparatus(x.article.ID, x.entries)
}

// openEdition begins the file of the export, where one is wanted.
func (j *job) openEdition() error {
	if j.opt.Export == "" {
		return nil
	}
	format, err := exportFormat(j.opt)
	if err != nil {
		return err
	}
	file, err := j.out.Export(format.Extension())
	if err != nil {
		return err
	}
	j.edition, err = export.NewWriter(file, format, len(j.parts.groups))
	return err
}

// export writes an article beside its copies, where that is wanted.
func (j *job) export(c *corpus.Collation) error {
	if c == nil || j.edition == nil {
		return nil
	}
	return j.edition.Write(*c)
}

// keep counts a document's record and lays its line by under the number of its note.
func (j *job) keep(note int32, r corpus.Record, line []byte, first bool, records *lines) error {
	j.summary.addRecord(r, first)
	return records.put(int(note), line)
}

// reject writes the faults and checks their share.
func (j *job) reject(g *gathering) error {
	sortFaults(g.faults)
	for _, f := range g.faults {
		j.summary.addFault(f)
		if err := j.out.Reject(&f); err != nil {
			return err
		}
	}
	if err := j.summary.tooMany(j.summary.Read, j.opt.MaxRejectRatio); err != nil {
		return err
	}
	return j.summary.balance(int64(g.notes.count + len(g.faults)))
}

// publish writes the account and puts the result in the place of the output.
func (j *job) publish(g *gathering) error {
	newMeter(j.opt, "publish", -1, 0)
	j.summary.Warnings = warnings(g, j.parts)
	j.times.Bytes = g.bytes
	j.times.Seconds["total"] = time.Since(j.start).Seconds()
	spool := j.spool
	j.spool = nil // its file goes with the scratch folder
	if err := errors.Join(spool.Close(), j.out.Summary(j.summary), j.out.Timings(j.times)); err != nil {
		return err
	}
	return j.out.Publish()
}
