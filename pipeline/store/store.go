// Package store keeps what a run needs beside its results: the lock that
// says whose the output is, and the spool in which documents wait between
// gather and settle. Documents flow in and, by their numbers, out again.
package store
