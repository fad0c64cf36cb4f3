package source

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// An entry is one file to read, or an input that cannot be read.
type entry struct {
	path    string
	id      string // base name, or slash-separated path below the folder given
	size    int64
	regular bool
	inside  bool // found in a folder, not given by name
	err     error
}

// walk visits the files of all inputs in order: a folder's entries by name,
// hidden ones left out, links to files followed, links to folders not.
func (r *Reader) walk(warn func(path, message string), visit func(entry) error) error {
	w := walker{warn: warn, visit: visit, passOver: r.options.PassOver}
	for _, x := range r.options.Exclude {
		if info, err := os.Stat(x); err == nil {
			w.exclude = append(w.exclude, info)
		}
	}
	for _, in := range r.inputs {
		if err := w.input(in); err != nil {
			return err
		}
	}
	return nil
}

type walker struct {
	exclude  []fs.FileInfo
	passOver func(dir string) string
	warn     func(path, message string)
	visit    func(entry) error
}

func (w *walker) input(in string) error {
	if in == Stdin {
		return w.visit(entry{path: Stdin, id: StdinID})
	}
	info, err := os.Stat(in)
	if err != nil {
		return w.visit(entry{path: in, id: filepath.Base(in), err: err})
	}
	if info.IsDir() {
		return w.folder(in, "")
	}
	return w.visit(entry{path: in, id: filepath.Base(in), size: info.Size(), regular: info.Mode().IsRegular()})
}

// folder visits the entries of a folder that stands below the input folder
// at the slash-separated path below.
func (w *walker) folder(dir, below string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		id := below
		if id == "" {
			id = filepath.Base(dir)
		}
		return w.visit(entry{path: dir, id: id, inside: true, err: err})
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		if err := w.child(filepath.Join(dir, e.Name()), path.Join(below, e.Name()), e); err != nil {
			return err
		}
	}
	return nil
}

func (w *walker) child(full, below string, e fs.DirEntry) error {
	info, err := os.Stat(full)
	if err != nil {
		return w.visit(entry{path: full, id: below, inside: true, err: err})
	}
	for _, x := range w.exclude {
		if os.SameFile(x, info) {
			return nil
		}
	}
	switch {
	case info.IsDir() && e.Type()&fs.ModeSymlink != 0:
		w.warn(full, "link to a folder, not followed")
		return nil
	case info.IsDir():
		if w.passOver != nil {
			if what := w.passOver(full); what != "" {
				w.warn(full, what+", passed over")
				return nil
			}
		}
		return w.folder(full, below)
	case !info.Mode().IsRegular():
		w.warn(full, "not a regular file, passed over")
		return nil
	}
	return w.visit(entry{path: full, id: below, size: info.Size(), regular: true, inside: true})
}
