package main

import (
	"math"
	"runtime/debug"
	"testing"
)

// TestKeepWithin holds that the heap is stopped below the budget, by what the
// runtime does not count, and that the environment has the last word.
func TestKeepWithin(t *testing.T) {
	percent, limit := debug.SetGCPercent(100), debug.SetMemoryLimit(-1)
	defer debug.SetGCPercent(percent)
	defer debug.SetMemoryLimit(limit)
	for _, x := range []struct {
		name, env string
		budget    int64
		limit     int64
		percent   int
	}{
		{"no bound", "", 0, math.MaxInt64, 100},
		{"a gibibyte", "", 1 << 30, 1<<30 - 1<<26, boundedPercent},
		{"the environment's percentage", "50", 1 << 30, 1<<30 - 1<<26, 100},
	} {
		debug.SetMemoryLimit(math.MaxInt64)
		debug.SetGCPercent(100)
		t.Setenv("GOGC", x.env)
		keepWithin(x.budget)
		if got := debug.SetMemoryLimit(-1); got != x.limit {
			t.Errorf("%s: a limit of %d, want %d", x.name, got, x.limit)
		}
		if got := debug.SetGCPercent(100); got != x.percent {
			t.Errorf("%s: %d percent, want %d", x.name, got, x.percent)
		}
	}
}
