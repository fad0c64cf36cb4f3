package pipeline

import "sync"

// A meter reports progress to the options' callback, one call at a time.
type meter struct {
	mu   sync.Mutex
	now  Progress
	tell func(Progress)
}

// newMeter begins a phase of so many bytes (-1: unknown) and clusters.
func newMeter(opt Options, phase string, bytes, clusters int64) *meter {
	m := &meter{tell: opt.Progress, now: Progress{Phase: phase, TotalBytes: bytes, Total: clusters}}
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

// done counts one cluster.
func (m *meter) done() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.now.Done++
	m.report()
}
