package pipeline

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"testing"
)

// TestNoMutableGlobals holds that nothing assigns to a variable of a package
// outside its declaration, a field or element of it included. The command's
// version is set by the linker.
func TestNoMutableGlobals(t *testing.T) {
	globals := map[string]map[string]bool{}
	files := code(t)
	for _, f := range files {
		if globals[f.folder] == nil {
			globals[f.folder] = map[string]bool{}
		}
		for _, d := range f.ast.Decls {
			if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.VAR {
				for _, s := range g.Specs {
					for _, name := range s.(*ast.ValueSpec).Names {
						globals[f.folder][name.Name] = true
					}
				}
			}
		}
	}
	for _, f := range files {
		for _, d := range f.ast.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || fn.Body == nil {
				continue
			}
			local := locals(fn)
			for _, e := range changed(fn.Body) {
				if id := root(e); id != nil && globals[f.folder][id.Name] && !local[id.Name] {
					t.Errorf("%s changes %s, a variable of the package: hand it on as a value", f.at(id), id.Name)
				}
			}
		}
	}
}

// changed lists the expressions that a function assigns to, counts up,
// deletes from, or clears.
func changed(body *ast.BlockStmt) []ast.Expr {
	var out []ast.Expr
	ast.Inspect(body, func(n ast.Node) bool {
		switch s := n.(type) {
		case *ast.AssignStmt:
			if s.Tok != token.DEFINE {
				out = append(out, s.Lhs...)
			}
		case *ast.IncDecStmt:
			out = append(out, s.X)
		case *ast.RangeStmt:
			if s.Tok == token.ASSIGN {
				out = append(out, s.Key, s.Value)
			}
		case *ast.CallExpr:
			if id, ok := s.Fun.(*ast.Ident); ok && len(s.Args) > 0 && (id.Name == "delete" || id.Name == "clear" || id.Name == "copy") {
				out = append(out, s.Args[0])
			}
		}
		return true
	})
	return out
}

// root is the variable that an expression starts from.
func root(e ast.Expr) *ast.Ident {
	for {
		switch x := e.(type) {
		case *ast.Ident:
			if x.Name == "_" {
				return nil
			}
			return x
		case *ast.SelectorExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.SliceExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		case *ast.ParenExpr:
			e = x.X
		default:
			return nil
		}
	}
}

// locals are the names that a function declares anywhere inside.
func locals(fn *ast.FuncDecl) map[string]bool {
	out := map[string]bool{}
	add := func(names ...*ast.Ident) {
		for _, n := range names {
			out[n.Name] = true
		}
	}
	if fn.Recv != nil {
		for _, f := range fn.Recv.List {
			add(f.Names...)
		}
	}
	ast.Inspect(fn, func(n ast.Node) bool {
		switch s := n.(type) {
		case *ast.FuncType:
			for _, list := range []*ast.FieldList{s.Params, s.Results} {
				if list != nil {
					for _, f := range list.List {
						add(f.Names...)
					}
				}
			}
		case *ast.ValueSpec:
			add(s.Names...)
		case *ast.AssignStmt:
			if s.Tok == token.DEFINE {
				for _, e := range s.Lhs {
					if id, ok := e.(*ast.Ident); ok {
						add(id)
					}
				}
			}
		case *ast.RangeStmt:
			for _, e := range []ast.Expr{s.Key, s.Value} {
				if id, ok := e.(*ast.Ident); ok && s.Tok == token.DEFINE {
					add(id)
				}
			}
		}
		return true
	})
	return out
}

// TestMutableGlobalsAreSeen tries the rule on code that breaks it.
func TestMutableGlobalsAreSeen(t *testing.T) {
	set := token.NewFileSet()
	f, err := parser.ParseFile(set, "x.go", `package x
var a, b, c, d, e = 1, map[int]int{}, []int{1}, struct{ n int }{}, 0
func f(e int) { a = 2; b[1]++; delete(b, 1); c[0], d.n = 1, 2; clear(c); e = 3; a := 4; _ = a }
func g() (c int) { c = 1; for d := range 3 { d++ }; return }`, 0)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range f.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok {
			local := locals(fn)
			for _, e := range changed(fn.Body) {
				if id := root(e); id != nil && !local[id.Name] {
					got = append(got, id.Name)
				}
			}
		}
	}
	if want := []string{"b", "b", "c", "d", "c"}; !slices.Equal(got, want) {
		t.Errorf("seen %v, want %v", got, want)
	}
}
