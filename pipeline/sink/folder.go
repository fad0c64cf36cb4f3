package sink

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// The mark in summary.json by which a result is known: "format": "urtext/1".
// The number grows when an older program could no longer read the files.
const (
	markName    = "urtext/"
	markVersion = 1
)

// ErrRefused marks an output path that holds something other than a result.
// It is an error of usage: nothing was touched.
var ErrRefused = errors.New("the output folder holds something else than a result of urtext")

// ErrNewer marks a result written by a newer version of the program.
var ErrNewer = errors.New("the result is of a newer version of urtext")

// ErrDamaged marks a result whose files are damaged.
var ErrDamaged = errors.New("the result is damaged")

// ErrNoResult marks a folder that holds no result to read.
var ErrNoResult = errors.New("no result of urtext")

// Check says whether an output folder may be replaced: it may when it does
// not exist, is empty, or holds a result and nothing else. The error is, or
// wraps, ErrRefused, ErrNewer or ErrDamaged. It changes nothing.
func Check(out string) error {
	info, err := os.Stat(out)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if !info.IsDir() {
		return fmt.Errorf("%s is not a folder: %w", out, ErrRefused)
	}
	entries, err := os.ReadDir(out)
	if err != nil || len(entries) == 0 {
		return err
	}
	ours, strange := 0, ""
	for _, e := range entries {
		switch {
		case isOurs(e.Name()) && !e.IsDir():
			ours++
		case strange == "":
			strange = e.Name()
		}
	}
	if err := checkSummary(out, ours > 1); err != nil {
		return err
	}
	if strange != "" {
		return fmt.Errorf("%s: beside a result it holds %q, which would be lost: %w", out, strange, ErrRefused)
	}
	return nil
}

// Holds says whether a folder holds a result, of this or a newer version.
func Holds(dir string) bool {
	err := checkSummary(dir, false)
	return err == nil || errors.Is(err, ErrNewer)
}

// checkSummary looks for the mark. A summary that cannot be read counts as
// damaged when other files of a result stand beside it.
func checkSummary(dir string, others bool) error {
	path := filepath.Join(dir, summaryFile)
	body, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s: %w", dir, ErrRefused)
	}
	if err != nil {
		return err
	}
	version, ok, err := markOf(body)
	switch {
	case err != nil && others:
		return fmt.Errorf("%s: %v: %w", path, err, ErrDamaged)
	case err != nil || !ok:
		return fmt.Errorf("%s: %w", dir, ErrRefused)
	case version > markVersion:
		return fmt.Errorf("%s: format %d, this program knows %d: %w", dir, version, markVersion, ErrNewer)
	}
	return nil
}

// markOf reads the mark; ok is false when a well-formed summary has none.
func markOf(body []byte) (version int, ok bool, err error) {
	var s struct {
		Format json.RawMessage `json:"format"`
	}
	if !json.Valid(body) {
		return 0, false, errors.New("not JSON")
	}
	var name string
	if json.Unmarshal(body, &s) != nil || json.Unmarshal(s.Format, &name) != nil {
		return 0, false, nil
	}
	number, ok := strings.CutPrefix(name, markName)
	if !ok {
		return 0, false, nil
	}
	version, err = strconv.Atoi(number)
	return version, err == nil && version > 0, nil
}

// mark puts the mark at the head of an encoded object.
func mark(body []byte) ([]byte, error) {
	inner, ok := bytes.CutPrefix(body, []byte("{"))
	if !ok {
		return nil, errors.New("the summary is not an object")
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(body, &fields); err != nil {
		return nil, err
	}
	if _, ok := fields["format"]; ok {
		return nil, errors.New("the summary has a format of its own")
	}
	head := fmt.Sprintf(`{"format":"%s%d"`, markName, markVersion)
	if len(fields) > 0 {
		head += ","
	}
	return append([]byte(head), inner...), nil
}

// isOurs knows the names of the files of a result in any format.
func isOurs(name string) bool {
	if name == summaryFile || name == timingsFile {
		return true
	}
	for _, form := range exportForms() {
		if name == exportFile+form {
			return true
		}
	}
	for _, base := range recordFiles() {
		for _, f := range Formats() {
			if name == base+f.extension() {
				return true
			}
		}
	}
	return false
}

// resolve gives the absolute path of the output folder, through links, so
// that its sibling is on the same file system.
func resolve(out string) (string, error) {
	path, err := filepath.Abs(out)
	if err != nil {
		return "", err
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	if filepath.Dir(path) == path {
		return "", fmt.Errorf("%s: %w", out, ErrRefused)
	}
	return path, nil
}

func newPath(target string) string { return sibling(target, ".urtext-new") }
func oldPath(target string) string { return sibling(target, ".urtext-old") }

func sibling(target, suffix string) string {
	return filepath.Join(filepath.Dir(target), "."+filepath.Base(target)+suffix)
}

// recoverOld undoes a swap in two steps that was killed between them, and
// removes the old result of one that was killed after.
func recoverOld(target string) error {
	old := oldPath(target)
	if _, err := os.Lstat(old); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if _, err := os.Lstat(target); errors.Is(err, fs.ErrNotExist) {
		return os.Rename(old, target)
	}
	return os.RemoveAll(old)
}

// swap puts the folder fresh in the place of target and removes what stood
// there; the permissions of the old folder stay. Once the new result stands,
// nothing fails any more: an old folder that cannot be removed waits for the
// next run.
func swap(fresh, target string) error {
	old := oldPath(target)
	if info, err := os.Stat(target); err == nil {
		if err := os.Chmod(fresh, info.Mode().Perm()); err != nil {
			return err
		}
	}
	switch err := exchange(fresh, target); {
	case err == nil:
		old = fresh
	case errors.Is(err, fs.ErrNotExist):
		if err := os.Rename(fresh, target); err != nil {
			return err
		}
	default:
		if err := os.Rename(target, old); err != nil {
			return err
		}
		if err := os.Rename(fresh, target); err != nil {
			return errors.Join(err, os.Rename(old, target))
		}
	}
	_ = syncDir(filepath.Dir(target))
	_ = os.RemoveAll(old)
	return nil
}

// syncDir brings the entries of a folder to the disk, where folders can be
// synced at all.
func syncDir(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	if err := f.Sync(); err != nil && !errors.Is(err, errors.ErrUnsupported) && !errors.Is(err, fs.ErrInvalid) && !errors.Is(err, fs.ErrPermission) {
		return errors.Join(err, f.Close())
	}
	return f.Close()
}
