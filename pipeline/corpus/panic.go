package corpus

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
)

// ErrInternal marks a fault of the program over one document or article: a panic, or
// changes that do not fit their text.
var ErrInternal = errors.New("internal error")

// Panicked makes an error of what was recovered while something was being done:
// it wraps ErrInternal and names the function and line that panicked. It is called
// from the deferred function that recovered.
func Panicked(during string, recovered any) error {
	return fmt.Errorf("%s: %w: %v at %s", during, ErrInternal, recovered, panicPlace())
}

// panicPlace names the function that panicked: the first below the runtime's.
func panicPlace() string {
	var pcs [32]uintptr
	frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs[:])])
	panicked := false
	for {
		f, more := frames.Next()
		if panicked && !strings.HasPrefix(f.Function, "runtime.") {
			return fmt.Sprintf("%s:%d", f.Function, f.Line)
		}
		panicked = panicked || f.Function == "runtime.gopanic"
		if !more {
			return "unknown"
		}
	}
}

// Guarded calls do and turns a panic into the error that Panicked makes of it.
func Guarded(during string, do func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = Panicked(during, p)
		}
	}()
	return do()
}
