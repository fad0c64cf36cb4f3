package pipeline

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The tests of this file hold the floor plan of ARCHITECTURE.md against the
// code. They parse it in this process, so that the test cache sees every
// file they read.

const module = "github.com/urtext/urtext"

// A sourceFile is one parsed Go file of the repository.
type sourceFile struct {
	name   string // path below the root, slashes between
	folder string
	test   bool
	ast    *ast.File
	set    *token.FileSet
}

func (f sourceFile) at(n ast.Node) string {
	p := f.set.Position(n.Pos())
	return f.name + ":" + strconv.Itoa(p.Line)
}

// imports are the paths that the file imports.
func (f sourceFile) imports() []string {
	var out []string
	for _, i := range f.ast.Imports {
		out = append(out, strings.Trim(i.Path.Value, `"`))
	}
	return out
}

// own are the imported packages of this module, as folders.
func (f sourceFile) own() []string {
	var out []string
	for _, p := range f.imports() {
		if folder, ok := strings.CutPrefix(p, module+"/"); ok {
			out = append(out, folder)
		}
	}
	return out
}

// parsed reads all Go files of the repository.
func parsed(t *testing.T) []sourceFile {
	t.Helper()
	var out []sourceFile
	root := ".."
	err := filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() && name != root && (strings.HasPrefix(e.Name(), ".") || e.Name() == "testdata" || e.Name() == "build") {
			return filepath.SkipDir
		}
		if e.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasPrefix(e.Name(), "zz_") {
			return nil
		}
		set := token.NewFileSet()
		f, err := parser.ParseFile(set, name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		out = append(out, sourceFile{rel, path.Dir(rel), strings.HasSuffix(rel, "_test.go"), f, set})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 100 {
		t.Fatalf("only %d Go files: the test looks in the wrong place", len(out))
	}
	return out
}

// code are the files that are no tests.
func code(t *testing.T) []sourceFile {
	return slices.DeleteFunc(parsed(t), func(f sourceFile) bool { return f.test })
}

// floor is the number of the floor on which a folder lies; fixtures lie
// beside the house, and 0 is no known place.
func floor(folder string) int {
	switch {
	case folder == "pipeline/corpus", folder == "pipeline/rising", folder == "pipeline/scratch", folder == "pipeline/segment":
		return 1
	case folder == "pipeline/token", folder == "pipeline/faded":
		return 2
	case strings.HasPrefix(folder, "pipeline/"):
		return 3
	case folder == "pipeline":
		return 4
	case strings.HasPrefix(folder, "cmd/"), folder == "fixtures", strings.HasPrefix(folder, "fixtures/"):
		return 5
	}
	return 0
}

// room is the folder of the room that a folder belongs to.
func room(folder string) string {
	if parts := strings.SplitN(folder, "/", 3); len(parts) == 3 {
		return parts[0] + "/" + parts[1]
	}
	return folder
}

func TestImportsGoDown(t *testing.T) {
	const remedy = "move what both need one floor down, or let the pipeline carry it between them"
	for _, f := range code(t) {
		from := floor(f.folder)
		if from == 0 {
			t.Errorf("%s lies on no floor: cmd/, pipeline/ or fixtures/", f.name)
		}
		for _, to := range f.own() {
			switch {
			case floor(to) > from:
				t.Errorf("%s imports %s, which is above it: %s", f.name, to, remedy)
			case floor(to) == from && from < 5 && room(to) != room(f.folder):
				t.Errorf("%s imports its neighbour %s: %s", f.name, to, remedy)
			case strings.HasPrefix(f.folder, "cmd/") && strings.HasPrefix(to, "fixtures"):
				t.Errorf("%s imports %s: the command does not need fixtures", f.name, to)
			}
		}
	}
}

func TestCorpusStandsOnTheStandardLibrary(t *testing.T) {
	for _, f := range parsed(t) {
		if f.folder != "pipeline/corpus" || f.test {
			continue
		}
		for _, p := range f.imports() {
			if first, _, _ := strings.Cut(p, "/"); strings.Contains(first, ".") {
				t.Errorf("%s imports %s: everything stands on corpus, so it stands on nothing but the standard library", f.name, p)
			}
		}
	}
}

// TestQuietBelowTheCommand holds that only the command talks to the world.
func TestQuietBelowTheCommand(t *testing.T) {
	forbidden := map[string]*regexp.Regexp{
		"fmt":  regexp.MustCompile(`^Print|^Scan`),
		"os":   regexp.MustCompile(`^(Exit|Getenv|LookupEnv|Environ|Setenv|Args|Stdin|Stdout|Stderr)$`),
		"slog": regexp.MustCompile(`^(Default|SetDefault|Debug|Info|Warn|Error|Log)(Context)?$`),
		"rand": regexp.MustCompile(`.`),
	}
	for _, f := range code(t) {
		if f.folder != "pipeline" && !strings.HasPrefix(f.folder, "pipeline/") {
			continue
		}
		for _, p := range f.imports() {
			if p == "flag" || p == "log" || p == "testing" || strings.HasPrefix(p, "math/rand") {
				t.Errorf("%s imports %s, which belongs to the command or to tests", f.name, p)
			}
		}
		ast.Inspect(f.ast, func(n ast.Node) bool {
			if c, ok := n.(*ast.CallExpr); ok {
				if id, ok := c.Fun.(*ast.Ident); ok && (id.Name == "print" || id.Name == "println") {
					t.Errorf("%s calls %s", f.at(n), id.Name)
				}
			}
			s, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if x, ok := s.X.(*ast.Ident); ok && forbidden[x.Name] != nil && forbidden[x.Name].MatchString(s.Sel.Name) {
				t.Errorf("%s uses %s.%s: below the command nothing prints, reads the environment or exits; take it as an option, return it as a value", f.at(n), x.Name, s.Sel.Name)
			}
			return true
		})
	}
}

// TestStagesHaveNoClock holds that no room but the store, whose locks say
// since when, asks for the time.
func TestStagesHaveNoClock(t *testing.T) {
	for _, f := range code(t) {
		if floor(f.folder) > 3 || f.folder == "pipeline/store" {
			continue
		}
		ast.Inspect(f.ast, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := s.X.(*ast.Ident); ok && x.Name == "time" && (s.Sel.Name == "Now" || s.Sel.Name == "Since") {
					t.Errorf("%s asks for the time: the output must not depend on it", f.at(n))
				}
			}
			return true
		})
	}
}

func TestNoInit(t *testing.T) {
	for _, f := range code(t) {
		for _, d := range f.ast.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == "init" {
				t.Errorf("%s is an init: write a table, or build the value where it is declared", f.at(fn))
			}
		}
	}
}

func TestPackageComments(t *testing.T) {
	comments, names := map[string]int{}, map[string]string{}
	for _, f := range code(t) {
		names[f.folder] = f.ast.Name.Name
		if doc := f.ast.Doc.Text(); doc != "" {
			comments[f.folder]++
			if !strings.HasPrefix(doc, "Package "+f.ast.Name.Name+" ") && !strings.HasPrefix(doc, "Command "+path.Base(f.folder)+" ") {
				t.Errorf("%s: the package comment begins %.40q", f.name, doc)
			}
		}
	}
	for folder, name := range names {
		if comments[folder] != 1 {
			t.Errorf("%s has %d package comments, want 1 that says what flows in and out", folder, comments[folder])
		}
		for _, bad := range []string{"util", "utils", "common", "helper", "helpers", "misc", "shared", "base", "lib", "types"} {
			if name == bad {
				t.Errorf("%s: a package named %s says nothing of what it holds", folder, name)
			}
		}
	}
}

// TestFileSizes holds that a file has one subject and a function fits on a
// screen, or nearly.
func TestFileSizes(t *testing.T) {
	const mostLines, mostOfFunction = 500, 60
	for _, f := range parsed(t) {
		if n := f.set.Position(f.ast.End()).Line; n > mostLines {
			t.Errorf("%s has %d lines: split it by subject", f.name, n)
		}
		for _, d := range f.ast.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || f.test {
				continue
			}
			if n := f.set.Position(fn.End()).Line - f.set.Position(fn.Pos()).Line + 1; n > mostOfFunction {
				t.Errorf("%s: %s has %d lines: it does not fit on a screen", f.at(fn), fn.Name.Name, n)
			}
		}
	}
}
