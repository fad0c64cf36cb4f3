//go:build !trafilatura

package trafilatura

// Linked reports whether go-trafilatura is part of this build.
const Linked = false

func extract(string) string { return "" }
