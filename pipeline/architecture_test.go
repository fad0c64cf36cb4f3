package pipeline

import (
	"bytes"
	"go/ast"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// architecture reads a table of ARCHITECTURE.md: the cells of each row below
// a heading, up to the next.
func architecture(t *testing.T, heading string) [][]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "ARCHITECTURE.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, section, ok := strings.Cut(string(data), "\n"+heading+"\n")
	if !ok {
		t.Fatalf("ARCHITECTURE.md has no section %q", heading)
	}
	section, _, _ = strings.Cut(section, "\n## ")
	var rows [][]string
	for line := range strings.Lines(section) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "|") && !strings.HasPrefix(line, "|-") {
			cells := strings.Split(strings.Trim(line, "|"), "|")
			for i := range cells {
				cells[i] = strings.TrimSpace(cells[i])
			}
			rows = append(rows, cells)
		}
	}
	if len(rows) < 2 {
		t.Fatalf("section %q of ARCHITECTURE.md has no table", heading)
	}
	return rows[1:] // without its head
}

// TestArchitectureRooms holds that the table of rooms lists the rooms that
// there are, on the floors where they are.
func TestArchitectureRooms(t *testing.T) {
	listed := map[string]string{}
	for _, row := range architecture(t, "## The rooms") {
		listed[strings.Trim(row[1], "`")] = row[0]
	}
	there := map[string]bool{}
	for _, f := range code(t) {
		if r := room(f.folder); !strings.HasPrefix(r, "fixtures") {
			there[r] = true
		}
	}
	for r := range there {
		switch on := strconv.Itoa(floor(r)); listed[r] {
		case on:
		case "":
			t.Errorf("ARCHITECTURE.md does not list %s, on floor %s", r, on)
		default:
			t.Errorf("ARCHITECTURE.md lists %s on floor %s, it is on %s", r, listed[r], on)
		}
	}
	for r := range listed {
		if !there[r] {
			t.Errorf("ARCHITECTURE.md lists the room %s, which does not exist", r)
		}
	}
}

var required = regexp.MustCompile(`(?m)^(?:require )?\s*([a-z0-9.]+\.[a-z]+/\S+) v\S+(.*)$`)

// TestArchitectureDependencies holds that every module that some file
// imports is named, with its reason, in the table of dependencies, that the
// table names no other, and that go.mod says which are direct.
func TestArchitectureDependencies(t *testing.T) {
	gomod, err := os.ReadFile(filepath.Join("..", "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	indirect := map[string]bool{}
	for _, m := range required.FindAllSubmatch(gomod, -1) {
		indirect[string(m[1])] = bytes.Contains(m[2], []byte("// indirect"))
	}
	if len(indirect) < 5 {
		t.Fatalf("found %d modules in go.mod", len(indirect))
	}
	direct := map[string]bool{}
	for _, f := range parsed(t) {
		for _, p := range f.imports() {
			for m := range indirect {
				if p == m || strings.HasPrefix(p, m+"/") {
					direct[m] = true
				}
			}
		}
	}
	if wrong := slices.DeleteFunc(slices.Sorted(maps.Keys(direct)), func(m string) bool { return !indirect[m] }); len(wrong) > 0 {
		t.Errorf("go.mod calls indirect what is imported (go mod tidy sets it right): %v", wrong)
	}
	named := map[string]bool{}
	for _, row := range architecture(t, "## Dependencies") {
		m := strings.Trim(row[0], "`")
		named[m] = true
		if !direct[m] {
			t.Errorf("ARCHITECTURE.md names the dependency %s, which nothing imports", m)
		}
		if len(row) < 2 || row[1] == "" {
			t.Errorf("ARCHITECTURE.md does not say what %s is for", m)
		}
	}
	for m := range direct {
		if !named[m] {
			t.Errorf("ARCHITECTURE.md does not name the dependency %s", m)
		}
	}
}

var fileName = regexp.MustCompile("`((?:[a-z_]+/)*[a-z_]+\\.go)`")

// TestArchitectureFiles holds that every Go file that ARCHITECTURE.md names
// exists, under the end of its path that stands there.
func TestArchitectureFiles(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "ARCHITECTURE.md"))
	if err != nil {
		t.Fatal(err)
	}
	var there []string
	for _, f := range parsed(t) {
		there = append(there, "/"+f.name)
	}
	named := fileName.FindAllSubmatch(data, -1)
	if len(named) < 50 {
		t.Fatalf("ARCHITECTURE.md names only %d files: the test looks for the wrong thing", len(named))
	}
	for _, m := range named {
		if !slices.ContainsFunc(there, func(name string) bool { return strings.HasSuffix(name, "/"+string(m[1])) }) {
			t.Errorf("ARCHITECTURE.md names %s, which does not exist", m[1])
		}
	}
}

var namedInComment = regexp.MustCompile(`(?:^|[^\w./])((?:[a-z_]+/)*[a-z_]+\.go)\b`)

// TestCommentsNameFiles holds that every Go file that a comment names exists,
// in the folder of the comment or under the end of its path that stands there.
func TestCommentsNameFiles(t *testing.T) {
	there := map[string]bool{}
	for _, f := range parsed(t) {
		there[f.name] = true
	}
	exists := func(folder, name string) bool {
		if there[folder+"/"+name] {
			return true
		}
		for file := range there {
			if strings.Contains(name, "/") && strings.HasSuffix("/"+file, "/"+name) {
				return true
			}
		}
		return false
	}
	for _, f := range parsed(t) {
		for _, group := range f.ast.Comments {
			for _, m := range namedInComment.FindAllStringSubmatch(group.Text(), -1) {
				if !exists(f.folder, m[1]) {
					t.Errorf("%s: the comment names %s, which does not exist", f.at(group), m[1])
				}
			}
		}
	}
}

// TestArchitectureRules holds that the table of rules explains all rules that
// the apparatus names, and no other.
func TestArchitectureRules(t *testing.T) {
	explained := map[string]bool{}
	for _, row := range architecture(t, "## Reconstruction") {
		for name := range strings.SplitSeq(row[0], ",") {
			explained[strings.Trim(name, " `")] = true
		}
	}
	rules := map[string]bool{}
	for _, f := range code(t) {
		if f.folder == "pipeline/reconstruct" {
			maps.Copy(rules, rulesOf(f))
		}
	}
	for r := range rules {
		if !explained[r] {
			t.Errorf("ARCHITECTURE.md does not explain the rule %s", r)
		}
	}
	for r := range explained {
		if !rules[r] {
			t.Errorf("ARCHITECTURE.md explains the rule %s, which does not exist", r)
		}
	}
}

// rulesOf are the values of the constants of a file that are called RuleSomething.
func rulesOf(f sourceFile) map[string]bool {
	out := map[string]bool{}
	ast.Inspect(f.ast, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 || !strings.HasPrefix(spec.Names[0].Name, "Rule") {
			return true
		}
		if lit, ok := spec.Values[0].(*ast.BasicLit); ok {
			if name, err := strconv.Unquote(lit.Value); err == nil {
				out[name] = true
			}
		}
		return true
	})
	return out
}
