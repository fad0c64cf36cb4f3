package main

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/pemistahl/lingua-go"

	"github.com/urtext/urtext/pipeline/language"
)

// trigrams makes the table of runs of one to three letters and of the letters
// by which lingua tells languages before it counts. Those stand in its source.
func trigrams(dir string) ([]byte, error) {
	codes := map[string]string{}
	figures := map[string]language.Figures{}
	for _, l := range lingua.AllLanguages() {
		codes[l.String()] = strings.ToLower(l.IsoCode639_1().String())
	}
	alone, shared, err := letterRules(filepath.Dir(dir))
	if err != nil {
		return nil, err
	}
	for name, code := range codes {
		f := language.Figures{Chances: map[string]float64{}, Alone: alone[name], Shared: shared[name]}
		for _, length := range lengths[:3] {
			chances, err := read(dir, code, length)
			if err != nil && !errors.Is(err, fs.ErrNotExist) {
				return nil, err
			}
			for run, chance := range chances {
				f.Chances[run] = chance
			}
		}
		figures[code] = f
	}
	return language.EncodeTrigrams(figures), nil
}

// letterRules reads from lingua's source which letters a language has alone
// (the cases of uniqueCharacters) and which it shares (charsToLanguagesMapping).
func letterRules(module string) (alone map[string]string, shared map[string][]string, err error) {
	alone, shared = map[string]string{}, map[string][]string{}
	for _, name := range []string{"language.go", "constant.go"} {
		file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(module, name), nil, 0)
		if err != nil {
			return nil, nil, err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				if n.Name.Name == "uniqueCharacters" {
					ast.Inspect(n, func(n ast.Node) bool { return readCase(n, alone) })
				}
				return false
			case *ast.ValueSpec:
				if n.Names[0].Name == "charsToLanguagesMapping" {
					ast.Inspect(n, func(n ast.Node) bool { return readShared(n, shared) })
				}
			}
			return true
		})
	}
	if len(alone) == 0 || len(shared) == 0 {
		return nil, nil, fmt.Errorf("%s: %w: lingua's rules of letters", module, os.ErrNotExist)
	}
	return alone, shared, nil
}

// readCase reads "case Polish: return ..." into alone.
func readCase(n ast.Node, alone map[string]string) bool {
	c, ok := n.(*ast.CaseClause)
	if !ok || len(c.List) != 1 || len(c.Body) != 1 {
		return true
	}
	name, named := c.List[0].(*ast.Ident)
	if r, ok := c.Body[0].(*ast.ReturnStmt); ok && named && len(r.Results) == 1 {
		alone[name.Name] = text(r.Results[0])
	}
	return false
}

// readShared reads "letters": {Polish, Romanian} into shared.
func readShared(n ast.Node, shared map[string][]string) bool {
	entry, ok := n.(*ast.KeyValueExpr)
	if !ok {
		return true
	}
	if list, ok := entry.Value.(*ast.CompositeLit); ok {
		for _, e := range list.Elts {
			if name, ok := e.(*ast.Ident); ok {
				shared[name.Name] = append(shared[name.Name], text(entry.Key))
			}
		}
	}
	return false
}

// text is the value of a literal string, "" for anything else.
func text(e ast.Expr) string {
	if l, ok := e.(*ast.BasicLit); ok {
		if s, err := strconv.Unquote(l.Value); err == nil {
			return s
		}
	}
	return ""
}
