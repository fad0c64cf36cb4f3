package main

import (
	"os"
	"runtime/debug"
)

// boundedPercent is by how much the memory in use may grow before garbage is
// collected where there is a budget: far, since the limit stops it. Without one
// the runtime's own percentage holds, so that memory does not grow unasked.
const boundedPercent = 400

// programShare is the part of a budget, one in so many, that is left for what the
// runtime does not count: the pages of the program and its tables.
const programShare = 16

// keepWithin makes the heap keep within a budget of bytes, 0 for none, and use it,
// unless the environment says how eagerly garbage is to be collected.
func keepWithin(budget int64) {
	if budget <= 0 {
		return
	}
	debug.SetMemoryLimit(budget - budget/programShare)
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(boundedPercent)
	}
}

// ballastSize is how much garbage a verb that holds little makes before it is
// collected.
const ballastSize = 64 << 20

// ballast is memory that nobody touches and that therefore takes none, but
// counts as heap. The collector comes when the heap has doubled: what clean
// holds at a time, or collate of two books, is so little that it would come for
// every few documents.
func (a *app) ballast() []byte {
	if a.memory > 0 && a.memory < 8*ballastSize {
		return nil
	}
	return make([]byte, ballastSize)
}
