package pipeline

import (
	"sync"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/language"
	"github.com/urtext/urtext/pipeline/store"
)

// closely keeps the documents that were read closely, which costs many times what it
// costs to read them again, on disk. They are few. Its methods may be called from many
// goroutines at a time.
type closely struct {
	mu    sync.Mutex
	spool *store.Spool // none before there are any
	at    map[int]int  // of each document its number there
}

// read gives a document, ok if it was kept.
func (c *closely) read(i int) (doc *corpus.Document, ok bool, err error) {
	c.mu.Lock()
	n, ok := c.at[i]
	c.mu.Unlock()
	if ok {
		doc, err = c.spool.Read(n)
	}
	return doc, ok, err
}

// keep keeps a document, in a folder.
func (c *closely) keep(dir string, i int, doc *corpus.Document) (err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.spool == nil {
		if c.spool, err = store.NewSpool(dir); err != nil {
			return err
		}
		c.at = map[int]int{}
	}
	c.at[i], err = c.spool.Append(doc)
	return err
}

// close removes them.
func (c *closely) close() error {
	if c.spool == nil {
		return nil
	}
	return c.spool.Close()
}

// close reads a document closely: it runs the stages that were left out. When it is asked
// for again it has what is compared.
func (d *dups) close(i int) (*corpus.Document, error) {
	doc, ok, err := d.closely.read(i)
	if ok || err != nil {
		return doc, err
	}
	if doc, err = d.arranged.read(d.textOf(i)); err != nil {
		return nil, err
	}
	for _, s := range d.stages {
		if err := s.Apply(doc); err != nil {
			return nil, err
		}
	}
	return doc, d.closely.keep(d.spool.Folder(), i, lean(doc))
}

// language names the likeliest language of a document, unless languages are not
// asked for.
func (d *dups) language(i int) (string, error) {
	detector, ok := d.stages[0].(*language.Detector)
	if !ok {
		return language.Unknown, nil
	}
	doc, err := d.arranged.read(d.textOf(i))
	if err != nil {
		return "", err
	}
	return detector.Guess(doc.Draft.Text)[0], nil
}
