package main

import (
	"fmt"
	"io"
	"log/slog"
	"os"
	"sync"

	"github.com/urtext/urtext/pipeline"
	"golang.org/x/term"
)

// console is everything that goes to standard error: log lines, the display
// of progress, messages. It is safe for concurrent use.
type console struct {
	mu    sync.Mutex
	w     io.Writer
	opt   consoleOptions
	log   *slog.Logger
	meter meter
}

type consoleOptions struct {
	quiet bool // errors only
	json  bool // JSON lines instead of text
	bar   bool // a progress bar instead of log lines
}

// A meter shows how far a run is.
type meter interface {
	update(pipeline.Progress)
	clear() // make room for a line; the next update draws again
	finish()
}

func newConsole(w io.Writer, opt consoleOptions) *console {
	c := &console{w: w, opt: opt}
	level := slog.LevelInfo
	switch {
	case opt.quiet:
		level = slog.LevelError
	case opt.bar:
		level = slog.LevelWarn
	}
	handler := slog.HandlerOptions{Level: level}
	if opt.json {
		c.log = slog.New(slog.NewJSONHandler(lineWriter{c}, &handler))
	} else {
		c.log = slog.New(slog.NewTextHandler(lineWriter{c}, &handler))
	}
	switch {
	case opt.quiet:
		c.meter = noMeter{}
	case opt.bar:
		c.meter = newBarMeter(w)
	default:
		c.meter = newLineMeter(c.log)
	}
	return c
}

// lineWriter takes the progress bar off the line before a log line is put
// there.
type lineWriter struct{ c *console }

func (l lineWriter) Write(b []byte) (int, error) {
	l.c.mu.Lock()
	defer l.c.mu.Unlock()
	l.c.meter.clear()
	return l.c.w.Write(b)
}

// progress shows how far the run is.
func (c *console) progress(p pipeline.Progress) {
	if c.opt.bar {
		c.mu.Lock() // the line meter locks when it writes
		defer c.mu.Unlock()
	}
	c.meter.update(p)
}

// finish takes the progress display away.
func (c *console) finish() {
	if c.opt.bar {
		c.mu.Lock()
		defer c.mu.Unlock()
	}
	c.meter.finish()
}

// fail prints an error and, where there is one, its hint.
func (c *console) fail(message, hint string) {
	c.finish()
	if c.opt.json {
		attrs := []any{}
		if hint != "" {
			attrs = append(attrs, "hint", hint)
		}
		c.log.Error("urtext: error: "+message, attrs...)
		return
	}
	fmt.Fprintf(c.w, "urtext: error: %s\n", message)
	if hint != "" {
		fmt.Fprintf(c.w, "urtext: hint: %s\n", hint)
	}
}

// warn prints a warning.
func (c *console) warn(message string) {
	switch {
	case c.opt.json:
		c.log.Warn(message)
	default:
		c.say("urtext: warning: " + message + "\n")
	}
}

// say prints lines for a person: nothing in quiet runs and among JSON lines.
func (c *console) say(text string) {
	if !c.opt.quiet && !c.opt.json {
		io.WriteString(c.w, text)
	}
}

func isTerminal(w any) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

type noMeter struct{}

func (noMeter) update(pipeline.Progress) {}
func (noMeter) clear()                   {}
func (noMeter) finish()                  {}
