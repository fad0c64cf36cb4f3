package pipeline

import (
	"sync"
	"time"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A Clock adds up how long each part of Clean works, on all workers together:
// reading the input ("source"), the stages by their names, making the cuts
// ("finish") and writing the record ("encode"). The nil Clock does nothing.
type Clock struct {
	mu    sync.Mutex
	parts []Part
}

// A Part of the work and the time it took.
type Part struct {
	Name string
	Time time.Duration
}

// Parts returns the parts in the order in which they first came.
func (c *Clock) Parts() []Part {
	c.mu.Lock()
	defer c.mu.Unlock()
	return append([]Part(nil), c.parts...)
}

// start returns the time, to be handed to stop.
func (c *Clock) start() time.Time {
	if c == nil {
		return time.Time{}
	}
	return time.Now()
}

// stop adds the time since from to a part.
func (c *Clock) stop(name string, from time.Time) {
	if c == nil {
		return
	}
	took := time.Since(from)
	c.mu.Lock()
	defer c.mu.Unlock()
	for i := range c.parts {
		if c.parts[i].Name == name {
			c.parts[i].Time += took
			return
		}
	}
	c.parts = append(c.parts, Part{name, took})
}

// A clocked stage adds its time to a clock.
type clocked struct {
	Stage
	clock *Clock
}

func (s clocked) Apply(doc *corpus.Document) error {
	defer s.clock.stop(s.Name(), s.clock.start())
	return s.Stage.Apply(doc)
}

// onClock puts stages on a clock, if there is one.
func onClock(stages []Stage, clock *Clock) []Stage {
	if clock == nil {
		return stages
	}
	out := make([]Stage, len(stages))
	for i, s := range stages {
		out[i] = clocked{s, clock}
	}
	return out
}
