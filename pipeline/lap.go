package pipeline

import (
	"sync"

	"github.com/urtext/urtext/pipeline/corpus"
)

// lapShare of --memory is for texts that need not go to the disk, defaultLap where
// none is given.
const (
	lapShare   = 32
	defaultLap = 64 << 20
)

// A lap keeps texts in memory, as many as there is room for: a small corpus need
// not be packed, written and read again. Its methods may be called from many
// goroutines at a time.
type lap struct {
	mu    sync.Mutex
	room  int64 // bytes that there may still be
	texts []lapText
}

type lapText struct{ text, language string }

// take keeps a document of which nothing is known but its text and language, and
// gives its number; ok is false where there is no room or there is more to keep.
func (l *lap) take(doc *corpus.Document) (n int, ok bool) {
	if len(doc.Marks)+len(doc.Proposals) > 0 {
		return 0, false
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if int64(len(doc.Draft.Text)) > l.room {
		return 0, false
	}
	l.room -= int64(len(doc.Draft.Text))
	l.texts = append(l.texts, lapText{doc.Draft.Text, doc.Language})
	return len(l.texts) - 1, true
}

// read gives the document of a number that take gave, as if it came from the disk.
func (l *lap) read(n int) *corpus.Document {
	l.mu.Lock()
	defer l.mu.Unlock()
	return &corpus.Document{Draft: corpus.NewDraft(l.texts[n].text), Language: l.texts[n].language}
}
