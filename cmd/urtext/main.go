// Command urtext rebuilds articles from their damaged copies in a crawl.
//
// It is a thin shell round package pipeline: flags and a configuration file
// flow in and become pipeline.Options; progress, messages and the exit code
// flow out. Only this package prints, reads flags, and exits.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/urtext/urtext/pipeline/corpus"
)

// version is set by the linker: -ldflags "-X main.version=v1.2.3".
var version string

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is the whole command: it takes the arguments without the program's
// name and returns the exit code.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) (code int) {
	a := newApp(stdin, stdout, stderr)
	defer func() {
		if r := recover(); r != nil {
			code = a.fail(context.Background(), panicError(r))
		}
	}()
	signal.Ignore(syscall.SIGPIPE) // a closed pipe comes back as an error of the write
	ctx, stop := onSignal()
	defer stop()
	a.stdin = newCancelReader(ctx, stdin)
	root := a.rootCommand()
	root.SetArgs(args)
	if err := root.ExecuteContext(ctx); err != nil {
		return a.fail(ctx, err)
	}
	return a.code
}

// onSignal gives a context that the first interrupt cancels; the second one
// kills, because the signals have their usual effect again.
func onSignal() (context.Context, context.CancelFunc) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}

// panicError turns a panic into an error that says where it happened. It is
// called from the deferred function that recovered.
func panicError(r any) error {
	return &hinted{
		error: corpus.Panicked("command", r),
		hint:  "this is a fault of urtext itself; please report it with the command line and the place it names",
	}
}
