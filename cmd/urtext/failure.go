package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"syscall"

	"github.com/urtext/urtext/pipeline"
	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/sink"
)

// The exit codes.
const (
	exitDone        = 0
	exitFailed      = 1
	exitRejects     = 3 // done, some records were rejected
	exitTooMany     = 4 // not published: too many rejects
	exitNoInput     = 5
	exitLocked      = 11
	exitState       = 12 // state damaged, or written by a newer urtext
	exitUsage       = 64
	exitInterrupted = 130
)

// hinted is an error with a line of advice.
type hinted struct {
	error
	hint string
}

func (h *hinted) Unwrap() error { return h.error }

// usage makes an error of wrong use; the hint may be empty.
func usage(hint, format string, args ...any) error {
	return &hinted{fmt.Errorf("%w: %w", pipeline.ErrUsage, fmt.Errorf(format, args...)), hint}
}

// classes pairs the classes of failure with their codes and with the advice
// given when the error itself has none.
var classes = [...]struct {
	class error
	code  int
	hint  string
}{
	{pipeline.ErrUsage, exitUsage, ""},
	{pipeline.ErrNoInput, exitNoInput, "name files or folders that hold .txt, .html, .json or .jsonl, each also .gz or .zst"},
	{pipeline.ErrRejects, exitTooMany, "raise --max-reject-ratio, or mend the input; an earlier result stands as it was"},
	{pipeline.ErrLocked, exitLocked, "wait until the other run is done, or choose another --out"},
	{pipeline.ErrState, exitState, otherOut},
	{sink.ErrNewer, exitState, otherOut},
	{sink.ErrDamaged, exitState, ""},
	{sink.ErrNoResult, exitUsage, "give the folder that urtext run wrote with --out"},
}

// advice is what to do about causes that lie outside the program, whatever
// the class of the error they come with.
var advice = [...]struct {
	cause error
	hint  string
}{
	{sink.ErrDamaged, "remove the folder and run again, or give another --out"},
	{sink.ErrRefused, "give a folder that is absent or empty, or that holds a result and nothing else"},
	{syscall.ENOSPC, diskFull},
	{syscall.EDQUOT, diskFull},
	{syscall.EFBIG, "raise the limit on the size of files (ulimit -f)"},
	{syscall.EROFS, "choose a place that can be written"},
	{fs.ErrPermission, "change the permissions there, or choose another place"},
	{syscall.ENOTDIR, "a part of that path is a file, not a folder"},
}

const diskFull = "free space there, or choose a place with more (--out; TMPDIR for temporary files)"

const otherOut = "use the urtext that wrote it or a newer one, or give another --out"

// fail prints the error with its hint and returns its exit code. A reader
// that closed our standard output has seen enough: that is no failure.
func (a *app) fail(ctx context.Context, err error) int {
	if a.stdout.closed && !errors.Is(err, pipeline.ErrUsage) {
		return exitDone
	}
	if ctx.Err() != nil {
		hint := ""
		if a.publishes {
			hint = "nothing was published, an earlier result stands as it was; the same command starts anew"
		}
		a.console.fail("interrupted", hint)
		return exitInterrupted
	}
	code, hint := exitFailed, ""
	if !a.begun {
		code = exitUsage // cobra's own complaints about arguments
	}
	message := err.Error()
	for _, c := range classes {
		if errors.Is(err, c.class) {
			code, hint = c.code, c.hint
			message = withoutClass(message, c.class.Error())
			break
		}
	}
	for _, x := range advice {
		if errors.Is(err, x.cause) {
			hint = x.hint
			break
		}
	}
	if errors.Is(err, corpus.ErrInternal) {
		var trace string
		if message, trace, _ = strings.Cut(message, "\n"); trace != "" {
			defer a.console.say(trace + "\n")
		}
		hint = "this is a fault of urtext itself; please report it with the command line and all that is printed"
	}
	message = strings.ReplaceAll(message, "\n", "; ") // errors that were joined
	if h := (*hinted)(nil); errors.As(err, &h) && h.hint != "" {
		hint = h.hint
	}
	a.console.fail(message, hint)
	return code
}

// withoutClass takes the name of the class off a message that says it again
// in other words.
func withoutClass(message, class string) string {
	switch class {
	case pipeline.ErrUsage.Error(), pipeline.ErrLocked.Error(), pipeline.ErrState.Error():
		return strings.TrimPrefix(message, class+": ")
	}
	return message
}

// pipeWriter remembers that the other end of a pipe was closed.
type pipeWriter struct {
	w      io.Writer
	closed bool
}

func (p *pipeWriter) Write(b []byte) (int, error) {
	n, err := p.w.Write(b)
	if errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe) {
		p.closed = true
	}
	return n, err
}
