package pipeline

import "sync"

// A meter reports progress to the options' callback, one call at a time.
type meter struct {
	mu   sync.Mutex
	now  Progress
	tell func(Progress)
}

func newMeter(opt Options, phase string, total int64) *meter {
	m := &meter{tell: opt.Progress, now: Progress{Phase: phase, TotalBytes: total}}
	m.report()
	return m
}

func (m *meter) report() {
	if m.tell != nil {
		m.tell(m.now)
	}
}

// add counts one record and notes the bytes consumed so far.
func (m *meter) add(consumed int64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.now.Documents++
	m.now.Bytes = consumed
	m.report()
}

// done counts one cluster of a total.
func (m *meter) done(total int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.now.Done++
	m.now.Total = int64(total)
	m.report()
}
