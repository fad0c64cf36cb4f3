package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write the expectations of the scripts anew")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"urtext": main})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			family, err := filepath.Abs("../../fixtures/family")
			env.Setenv("FAMILY", family)
			return err
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"exits":    cmdExits,
			"samedirs": cmdSameDirs,
			"lines":    cmdLines,
			"giant":    cmdGiant,
			"bytes":    cmdBytes,
			"jsonl":    cmdJSONL,
		},
	})
}

// invoke runs the command in this process.
func invoke(stdin io.Reader, args ...string) (code int, stdout, stderr string) {
	var out, err bytes.Buffer
	code = run(args, stdin, &out, &err)
	return code, out.String(), err.String()
}

func TestPanicIsAnInternalError(t *testing.T) {
	var stderr bytes.Buffer
	code := run([]string{"version"}, nil, panicWriter{}, &stderr)
	if code != exitFailed || !strings.HasPrefix(stderr.String(), "urtext: error: command: internal error: the writer broke at ") ||
		!strings.Contains(stderr.String(), "panicWriter") || !strings.Contains(stderr.String(), "urtext: hint: this is a fault of urtext itself") {
		t.Errorf("code %d, %q", code, stderr.String())
	}
}

type panicWriter struct{}

func (panicWriter) Write([]byte) (int, error) { panic("the writer broke") }

func TestHelpOfEveryVerbHasExamples(t *testing.T) {
	root := newApp(nil, io.Discard, io.Discard).rootCommand()
	for _, c := range root.Commands() {
		if c.Name() == "completion" {
			continue
		}
		if c.Example == "" || c.Short == "" {
			t.Errorf("%s: no example or no short text", c.Name())
		}
		code, out, stderr := invoke(nil, c.Name(), "--help")
		if code != 0 || stderr != "" || !strings.Contains(out, "Examples:") || !strings.Contains(out, "--workers") {
			t.Errorf("%s --help: code %d\n%s%s", c.Name(), code, out, stderr)
		}
	}
}

// cmdExits runs urtext and checks its exit code: exits CODE ARGS...
func cmdExits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits code urtext args...")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := "0"
	if e := (interface{ ExitCode() int })(nil); errors.As(err, &e) {
		got = fmt.Sprint(e.ExitCode())
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if got != args[0] {
		ts.Fatalf("exit code %s, want %s", got, args[0])
	}
}

// sourceField is what may differ between results of the same documents, as
// JSON without braces inside.
var sourceField = regexp.MustCompile(`"source":\{[^{}]*\}`)

// cmdSameDirs compares the files of two results, all but the times and the
// sources: samedirs DIR DIR
func cmdSameDirs(ts *testscript.TestScript, neg bool, args []string) {
	a, b := readDir(ts, args[0]), readDir(ts, args[1])
	same := len(a) == len(b)
	for name, data := range a {
		if name != "timings.json" && data != b[name] {
			same = false
			if !neg {
				ts.Logf("%s differs", name)
			}
		}
	}
	if same == neg {
		ts.Fatalf("%s and %s: same is %v", args[0], args[1], same)
	}
}

func readDir(ts *testscript.TestScript, dir string) map[string]string {
	files := map[string]string{}
	entries, err := os.ReadDir(ts.MkAbs(dir))
	ts.Check(err)
	for _, e := range entries {
		files[e.Name()] = sourceField.ReplaceAllString(ts.ReadFile(filepath.Join(dir, e.Name())), "")
	}
	return files
}

// cmdLines checks the number of lines of a file: lines N FILE
func cmdLines(ts *testscript.TestScript, neg bool, args []string) {
	got := fmt.Sprint(strings.Count(ts.ReadFile(args[1]), "\n"))
	if (got == args[0]) == neg {
		ts.Fatalf("%s has %s lines", args[1], got)
	}
}

// cmdGiant writes a JSON line whose text has N million bytes: giant N FILE
func cmdGiant(ts *testscript.TestScript, neg bool, args []string) {
	var millions int
	_, err := fmt.Sscan(args[0], &millions)
	ts.Check(err)
	f, err := os.Create(ts.MkAbs(args[1]))
	ts.Check(err)
	defer f.Close()
	const words = "the quiet road went on past the mill and over the hill again "
	block := strings.Repeat(words, 1_000_000/len(words))
	io.WriteString(f, `{"id":"giant","text":"`)
	for range millions {
		io.WriteString(f, block)
	}
	_, err = io.WriteString(f, "\"}\n")
	ts.Check(err)
}

// cmdBytes writes bytes given as a Go string: bytes FILE 'a\xffb'
func cmdBytes(ts *testscript.TestScript, neg bool, args []string) {
	s, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(s), 0o666))
}

// cmdJSONL puts text files into JSON lines in the order given, their names
// the ids: jsonl FILE TEXT...
func cmdJSONL(ts *testscript.TestScript, neg bool, args []string) {
	var b bytes.Buffer
	for _, name := range args[1:] {
		fmt.Fprintf(&b, "{\"id\":%s,\"text\":%s}\n", quoteJSON(filepath.Base(name)), quoteJSON(ts.ReadFile(name)))
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b.Bytes(), 0o666))
}
