//go:build race

package pipeline

const raced = true // the race detector makes everything ten times slower
