package main

import (
	"os"
	"runtime/debug"
)

// The collector of garbage runs when the memory in use has grown by so many
// percent. Where there is a budget the heap may grow far, since the limit stops
// it. Where there is none half as much again is traded for half the collections.
const (
	percentFree    = 200
	percentBounded = 400
)

// programShare is the part of a budget, one in so many, that is left for what the
// runtime does not count: the pages of the program and its tables.
const programShare = 16

// keepWithin sets the limit of the heap for a budget of bytes, 0 for none, and how
// eagerly garbage is collected, unless the environment says so.
func keepWithin(budget int64) {
	percent := percentFree
	if budget > 0 {
		percent = percentBounded
		debug.SetMemoryLimit(budget - budget/programShare)
	}
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
}
