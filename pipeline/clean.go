package pipeline

import (
	"context"
	"io"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/sink"
)

// Clean writes each document, cleaned on its own, to w as a record of
// documents.jsonl with its title, in the order of the input. A document of
// which nothing is left is written with its reason and no text.
func Clean(ctx context.Context, opt Options, w io.Writer) (Summary, error) {
	list, err := stages(opt)
	if err != nil {
		return Summary{}, err
	}
	s := newSummary(opt)
	warn := func(path, message string) { s.Warnings = append(s.Warnings, path+": "+message) }
	var in intake
	order := newSequence(func(x cleaned) error {
		if x.fault != nil {
			s.addFault(*x.fault)
			in.fault(*x.fault)
			return nil
		}
		in.records = true
		s.addRecord(x.record, true)
		s.Languages[x.record.Language]++
		_, err := w.Write(x.line)
		return err
	})
	_, err = opt.each(ctx, onClock(list, opt.Clock), warn, func(rec numbered) error {
		return order.put(rec.n, cleanOne(opt, rec))
	})
	if err == nil {
		err = in.check(opt)
	}
	if err == nil {
		err = s.tooMany(s.Read, opt.MaxRejectRatio)
	}
	return s, err
}

// A cleaned record is ready to be written.
type cleaned struct {
	record corpus.Record
	line   []byte
	fault  *corpus.Fault
}

// cleanOne settles one document as a cluster of one.
func cleanOne(opt Options, rec numbered) cleaned {
	var x cleaned
	if rec.fault == nil {
		err := corpus.Guarded("finish", func() (err error) {
			x, err = finishOne(opt, rec.doc)
			return err
		})
		if err != nil {
			rec.fault = internal(rec.doc, err)
		}
	}
	if rec.fault != nil {
		opt.logFault(rec.fault)
		return cleaned{fault: rec.fault}
	}
	return x
}

// finishOne finishes a document that has no copies.
func finishOne(opt Options, doc *corpus.Document) (cleaned, error) {
	began := opt.Clock.start()
	title, left, err := finishAlone(doc, nil)
	if err != nil {
		return cleaned{}, err
	}
	r := record(doc, title, nil, nil)
	if !left {
		if r, err = dropped(doc); err != nil {
			return cleaned{}, err
		}
	}
	opt.Clock.stop("finish", began)
	defer opt.Clock.stop("encode", opt.Clock.start())
	line, err := sink.EncodeDocument(&r)
	return cleaned{record: r, line: line}, err
}
