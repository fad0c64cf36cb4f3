package pipeline

import (
	"errors"
	"reflect"
	"testing"

	"github.com/urtext/urtext/pipeline/cluster"
	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/language"
	"github.com/urtext/urtext/pipeline/store"
)

// TestClosely holds that a document which was read closely is compared as before when it
// is asked for again, without its stages.
func TestClosely(t *testing.T) {
	stages := 0
	opt := Options{Memory: 1 << 20}
	d := testDups(t, opt, func() { stages++ })
	var first cluster.Body
	for round := range 3 {
		doc, err := d.close(0)
		if err != nil {
			t.Fatal(err)
		}
		body := cluster.NewBody(doc)
		if round == 0 {
			first = body
		}
		if !reflect.DeepEqual(body, first) || body.Text != "One. Two." || len(body.Doubt) != 1 {
			t.Errorf("read for the %d. time it is %+v", round+1, body)
		}
	}
	if stages != 1 {
		t.Errorf("the stages ran %d times", stages)
	}
}

// testDups has one document, of which a stage suspects the end and cuts some.
func testDups(t *testing.T, opt Options, ran func()) *dups {
	spool, err := store.NewSpool(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	d := &dups{opt: opt, spool: spool, arranged: newArranged(opt, spool), texts: []int32{0}}
	t.Cleanup(func() { errors.Join(d.closely.close(), spool.Close()) })
	n, err := d.arranged.append(&corpus.Document{Draft: corpus.NewDraft("One. Cut. Two."), Language: language.Unknown})
	if err != nil {
		t.Fatal(err)
	}
	d.texts[0] = n
	d.stages = []Stage{suspecting{ran}}
	return d
}

type suspecting struct{ ran func() }

func (suspecting) Name() string { return "suspecting" }

func (s suspecting) Apply(doc *corpus.Document) error {
	s.ran()
	doc.Proposals = append(doc.Proposals,
		corpus.Proposal{Start: 4, End: 9, Kind: corpus.KindSpam, Verdict: corpus.Cut},
		corpus.Proposal{Start: 10, End: 14, Kind: corpus.KindSpam, Verdict: corpus.Flag})
	return nil
}
