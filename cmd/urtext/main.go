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
			code = a.fail(context.Background(), corpus.Panicked("command", r))
		}
	}()
	signal.Ignore(syscall.SIGPIPE) // a closed pipe comes back as an error of the write
	ctx, stop := onSignal()
	defer stop()
	root := a.rootCommand()
	root.SetArgs(args)
	if err := root.ExecuteContext(ctx); err != nil {
		return a.fail(ctx, err)
	}
	return a.code
}

// onSignal gives a context that the first interrupt cancels, as does a terminal
// that is closed, unless nohup has the command outlive it; the second one kills,
// because the signals have their usual effect again.
func onSignal() (context.Context, context.CancelFunc) {
	signals := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) {
		signals = append(signals, syscall.SIGHUP)
	}
	ctx, stop := signal.NotifyContext(context.Background(), signals...)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}
