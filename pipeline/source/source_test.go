package source

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// read gives what a reader says, one line for each item and warning.
func read(t *testing.T, inputs []string, stdin io.Reader, o Options) []string {
	t.Helper()
	var out []string
	o.Warn = func(path, message string) { out = append(out, "warning "+filepath.Base(path)+": "+message) }
	r, err := Open(inputs, stdin, o)
	if err != nil {
		t.Fatal(err)
	}
	var consumed int64
	err = r.Each(context.Background(), func(i Item) error {
		if (i.Document == nil) == (i.Fault == nil) {
			t.Fatalf("neither or both: %+v", i)
		}
		if i.Consumed < consumed {
			t.Fatalf("consumed %d after %d", i.Consumed, consumed)
		}
		consumed = i.Consumed
		if d := i.Document; d != nil {
			if d.Draft.Read != d.Draft.Text || d.Draft.Edits != nil {
				t.Fatalf("not a fresh draft: %+v", d.Draft)
			}
			html := ""
			if d.HTML {
				html = " html"
			}
			out = append(out, fmt.Sprintf("%s@%d+%d%s %q", d.ID, d.Source.Record, d.Source.Offset, html, d.Draft.Text))
			return nil
		}
		f := i.Fault
		out = append(out, fmt.Sprintf("fault %s@%d+%d %s: %s", filepath.Base(f.Source.Path), f.Source.Record, f.Source.Offset, f.Reason, f.Detail))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func write(t *testing.T, dir, name, content string) string {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

func gz(parts ...string) string {
	var b bytes.Buffer
	for _, p := range parts {
		w := gzip.NewWriter(&b)
		io.WriteString(w, p)
		w.Close()
	}
	return b.String()
}

func zst(parts ...string) string {
	e, _ := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1))
	var b []byte
	for _, p := range parts {
		b = append(b, e.EncodeAll([]byte(p), nil)...)
	}
	return string(b)
}

func utf16le(s string) string {
	b := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return string(b)
}

const two = "{\"id\":\"a\",\"text\":\"one\"}\n{\"text\":\"two\"}\n"

var fileCases = []struct {
	name, file, content string
	want                []string
}{
	{"text as read", "a.txt", "\ufeffone\r\ntwo \u00a0\n", []string{`a.txt@0+0 "\ufeffone\r\ntwo \u00a0\n"`}},
	{"white space is text", "a.txt", " \n", []string{`a.txt@0+0 " \n"`}},
	{"empty file", "a.txt", "", []string{"warning a.txt: empty file"}},
	{"empty gzip", "a.txt.gz", gz(""), []string{"warning a.txt.gz: empty file"}},
	{"blank lines only", "a.jsonl", "\n \n", []string{"warning a.jsonl: no records"}},
	{"html", "a.HTM", "<p>x", []string{`a.HTM@0+0 html "<p>x"`}},
	{"text by name, markup by content", "a.txt", "<p>x", []string{`a.txt@0+0 "<p>x"`}},
	{"markup by content", "page", "<!-- c -->\n<?xml version='1.0'?><!DOCTYPE HTML><p>", []string{`page@0+0 html "<!-- c -->\n<?xml version='1.0'?><!DOCTYPE HTML><p>"`}},
	{"text by content", "notes.md", "a < b and {x}", []string{`notes.md@0+0 "a < b and {x}"`}},
	{"a bracket is text", "x", "[1] A footnote.", []string{`x@0+0 "[1] A footnote."`}},
	{"JSON by content", "x", two, []string{`a@0+0 "one"`, `x#1@1+24 "two"`}},
	{"lines", "a.jsonl", two, []string{`a@0+0 "one"`, `a.jsonl#1@1+24 "two"`}},
	{"lines with a mark, CRLF, blanks, no last feed", "a.ndjson", "\ufeff{\"text\":\"x\"}\r\n\r\n \t\n{\"text\":\"\"}",
		[]string{`a.ndjson#0@0+3 "x"`, `a.ndjson#1@1+22 ""`}},
	{"lines in .json", "a.json", two, []string{`a@0+0 "one"`, `a.json#1@1+24 "two"`}},
	{"broken first line in .json", "a.json", "{\"text\":\"x\n" + two, []string{
		"fault a.json@0+0 invalid-json: the record ends early", `a@1+11 "one"`, `a.json#2@2+35 "two"`}},
	{"one object", "a.json", "\n{\n \"text\":\n \"x\"\n}\n", []string{`a.json#0@0+1 "x"`}},
	{"objects over many lines", "a.json", "{\n\"text\":\"x\"}{\n\"text\":\"y\"}", []string{`a.json#0@0+0 "x"`, `a.json#1@1+13 "y"`}},
	{"array", "a.json", "[{\"text\":\"]\\\"\"} ,\n{\"text\":\"y\",\"z\":[{}]}]\n", []string{`a.json#0@0+1 "]\""`, `a.json#1@1+18 "y"`}},
	{"empty array", "a.json", "[ ]", []string{"warning a.json: no records"}},
	{"gzip", "a.jsonl.gz", gz(two), []string{`a@0+0 "one"`, `a.jsonl.gz#1@1+24 "two"`}},
	{"gzip members", "a.jsonl.gz", gz(two[:30], two[30:], ""), []string{`a@0+0 "one"`, `a.jsonl.gz#1@1+24 "two"`}},
	{"gzip by content", "a.txt", gz("x"), []string{`a.txt@0+0 "x"`}},
	{"zstd", "a.txt.zst", zst("x"), []string{`a.txt.zst@0+0 "x"`}},
	{"zstd frames", "a.jsonl.zst", zst(two[:30], two[30:]), []string{`a@0+0 "one"`, `a.jsonl.zst#1@1+24 "two"`}},
	{"zstd skippable frame first", "a.txt.zst", "\x50\x2a\x4d\x18\x02\x00\x00\x00ab" + zst("x"), []string{`a.txt.zst@0+0 "x"`}},
	{"UTF-16", "a.txt", utf16le("gleich 𝄞"), []string{`a.txt@0+0 "gleich 𝄞"`}},
	{"UTF-16 big end", "a.txt", "\xfe\xff\x00x\x00y", []string{`a.txt@0+0 "xy"`}},
	{"UTF-32", "a.txt", "\xff\xfe\x00\x00x\x00\x00\x00", []string{`a.txt@0+0 "x"`}},
	{"UTF-16 lines", "a.jsonl", utf16le(two), []string{`a@0+0 "one"`, `a.jsonl#1@1+24 "two"`}},
	{"windows-1252", "a.txt", "caf\xe9 \x93x\x94", []string{`a.txt@0+0 "café “x”"`}},
	{"one stray control", "a.txt", "one page\x0cbreak and one \x01 stray", []string{`a.txt@0+0 "one page\fbreak and one \x01 stray"`}},

	{"gzip cut", "a.jsonl.gz", cutLast(gz(two, strings.Repeat(two, 50)), 30), nil}, // looked at below
	{"gzip without trailer", "a.txt.gz", cutLast(gz("some text"), 8), []string{"fault a.txt.gz@0+0 truncated: the gzip stream breaks after 9 bytes: unexpected EOF"}},
	{"gzip checksum", "a.jsonl.gz", cutLast(gz(two), 8) + "\x00\x01\x02\x03" + gz(two)[len(gz(two))-4:], []string{
		`a@0+0 "one"`, `a.jsonl.gz#1@1+24 "two"`, "fault a.jsonl.gz@2+39 truncated: the gzip stream breaks after 39 bytes: gzip: invalid checksum"}},
	{"gzip with garbage after", "a.jsonl.gz", gz(two) + "garbage after it", []string{
		`a@0+0 "one"`, `a.jsonl.gz#1@1+24 "two"`, "fault a.jsonl.gz@2+39 truncated: the gzip stream breaks after 39 bytes: gzip: invalid header"}},
	{"gzip in name only", "a.txt.gz", "plain", []string{"fault a.txt.gz@0+0 truncated: the gzip stream breaks after 0 bytes: wrong magic number"}},
	{"zstd in name only", "a.txt.zst", "plain", []string{"fault a.txt.zst@0+0 truncated: the zstd stream breaks after 0 bytes: wrong magic number"}},
	{"zstd cut", "a.txt.zst", cutLast(zst(two), 5), []string{"fault a.txt.zst@0+0 truncated: the zstd stream breaks after 0 bytes: unexpected EOF"}},
	{"zstd with garbage after", "a.jsonl.zst", zst(two) + "garbage", []string{
		`a@0+0 "one"`, `a.jsonl.zst#1@1+24 "two"`, "fault a.jsonl.zst@2+39 truncated: the zstd stream breaks after 39 bytes: invalid input: magic number mismatch"}},

	{"NUL", "a.txt", "abc\x00def", []string{"fault a.txt@0+0 binary: control characters"}},
	{"controls", "a.txt", "ab\x01\x02\x03\x04", []string{"fault a.txt@0+0 binary: control characters"}},
	{"mark of UTF-16, no text", "a.txt", "\xff\xfe\x00\xd8\x00\xd8\x00\xd8", []string{"fault a.txt@0+0 binary: not text, though it begins with a byte-order mark"}},
	{"picture", "a.png", "\x89PNG\r\n\x1a\n....", []string{"fault a.png@0+0 binary: a PNG image"}},
	{"binary named JSON", "a.jsonl", "\x00\x01\x02{}", []string{"fault a.jsonl@0+0 binary: control characters"}},
	{"NUL in one line", "a.jsonl", "{\"text\":\"a\x00\"}\n{\"text\":\"b\"}\n", []string{
		"fault a.jsonl@0+0 invalid-json: invalid character '\\x00' in string (expecting non-control character) within \"/text\" after offset 10",
		`a.jsonl#1@1+14 "b"`}},
	{"WARC by content", "crawl", "WARC/1.0\r\nWARC-Type: warcinfo\r\n", []string{"fault crawl@0+0 unsupported: WARC"}},

	{"invalid UTF-8", "a.jsonl", "{\"text\":\"caf\xe9\"}\n" + two, []string{
		"fault a.jsonl@0+0 invalid-utf8: at byte 12 of the record", `a@1+16 "one"`, `a.jsonl#2@2+40 "two"`}},
	{"broken lines", "a.jsonl", "{\"text\":\n{\"text\":\"b\"}x\nnull\n\"text\"\n{\"text\":1}\n{}\n{\"Text\":\"x\"}", []string{
		"fault a.jsonl@0+0 invalid-json: the record ends early",
		"fault a.jsonl@1+9 invalid-json: something follows the record",
		"fault a.jsonl@2+23 missing-text: the record is not an object",
		"fault a.jsonl@3+28 missing-text: the record is not an object",
		`fault a.jsonl@4+35 missing-text: field "text" is not a string`,
		`fault a.jsonl@5+46 missing-text: no field "text"`,
		`fault a.jsonl@6+49 missing-text: no field "text"`}},
	{"array without comma", "a.json", `[{"text":"x"} {"text":"y"}]`, []string{`a.json#0@0+1 "x"`, "fault a.json@1+14 invalid-json: no comma between two elements"}},
	{"array with a last comma", "a.json", `[{"text":"x"},]`, []string{`a.json#0@0+1 "x"`, "fault a.json@1+14 invalid-json: an element is missing"}},
	{"array not closed", "a.json", `[{"text":"x"}, `, []string{`a.json#0@0+1 "x"`, "fault a.json@1+15 invalid-json: the array is not closed"}},
	{"array cut", "a.json", `[{"text":"x"},{"te`, []string{`a.json#0@0+1 "x"`, "fault a.json@1+14 invalid-json: the file ends inside the record"}},
	{"more after the array", "a.json", `[{"text":"x"}] {}`, []string{`a.json#0@0+1 "x"`, "fault a.json@1+15 invalid-json: something follows the array"}},
	{"one broken object in the array", "a.json", `[{"text":"x",},{"text":"y"}]`, []string{
		`fault a.json@0+1 invalid-json: invalid character ',' at start of value after offset 11`, `a.json#1@1+15 "y"`}},
	{"free values, one with a line feed", "a.json", "{\n\"text\":\"x\n\"}\n{\n\"text\":\"y\"}", []string{
		"fault a.json@0+0 invalid-json: line feed in a string",
		"fault a.json@1+12 invalid-json: line feed in a string",
		`a.json#2@2+15 "y"`}},
}

func cutLast(s string, n int) string { return s[:len(s)-n] }

func TestFiles(t *testing.T) {
	for _, c := range fileCases {
		if c.want == nil {
			continue
		}
		t.Run(c.name, func(t *testing.T) {
			path := write(t, t.TempDir(), c.file, c.content)
			if diff := cmp.Diff(c.want, read(t, []string{path}, nil, Options{})); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCutGzipKeepsWhatCameBefore(t *testing.T) {
	whole := gz(two, strings.Repeat(two, 5000))
	path := write(t, t.TempDir(), "a.jsonl.gz", cutLast(whole, 30))
	got := read(t, []string{path}, nil, Options{})
	last := got[len(got)-1]
	if len(got) < 100 || !strings.HasPrefix(last, fmt.Sprintf("fault a.jsonl.gz@%d+", len(got)-1)) || !strings.Contains(last, "truncated: the gzip stream breaks after ") {
		t.Errorf("%d items, the last %s", len(got), last)
	}
}

func TestStdin(t *testing.T) {
	for name, c := range map[string]struct {
		in   string
		want []string
	}{
		"lines": {two, []string{`a@0+0 "one"`, `stdin#1@1+24 "two"`}},
		"text":  {"plain", []string{`stdin@0+0 "plain"`}},
		"html":  {"<html>", []string{`stdin@0+0 html "<html>"`}},
		"gzip":  {gz(two), []string{`a@0+0 "one"`, `stdin#1@1+24 "two"`}},
		"empty": {"", []string{"warning -: empty file"}},
	} {
		if diff := cmp.Diff(c.want, read(t, []string{"-"}, strings.NewReader(c.in), Options{})); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	if diff := cmp.Diff([]string{"warning -: empty file"}, read(t, []string{"-"}, nil, Options{})); diff != "" {
		t.Error(diff)
	}
}

func TestFolder(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "b/z.txt", "z")
	write(t, dir, "b/a.jsonl", two)
	write(t, dir, "a.txt", "a")
	write(t, dir, ".hidden.txt", "no")
	write(t, dir, ".git/x.txt", "no")
	write(t, dir, "c.warc.gz", "no")
	write(t, dir, "out/canonical.jsonl", "no")
	if err := os.Symlink(filepath.Join(dir, "nowhere"), filepath.Join(dir, "d.txt")); err != nil {
		t.Skip(err)
	}
	if err := os.Symlink(filepath.Join(dir, "b"), filepath.Join(dir, "e")); err != nil {
		t.Fatal(err)
	}
	want := []string{
		`a.txt@0+0 "a"`, `a@0+0 "one"`, `b/a.jsonl#1@1+24 "two"`, `b/z.txt@0+0 "z"`,
		"fault c.warc.gz@0+0 unsupported: WARC",
		"fault d.txt@0+0 unreadable: no such file or directory",
		"warning e: link to a folder, not followed",
	}
	if diff := cmp.Diff(want, read(t, []string{dir}, nil, Options{Exclude: []string{filepath.Join(dir, "out")}})); diff != "" {
		t.Error(diff)
	}
	// By name the link is followed and the hidden file is read.
	want = []string{`a@0+0 "one"`, `a.jsonl#1@1+24 "two"`, `z.txt@0+0 "z"`, `.hidden.txt@0+0 "no"`}
	if diff := cmp.Diff(want, read(t, []string{filepath.Join(dir, "e"), filepath.Join(dir, ".hidden.txt")}, nil, Options{})); diff != "" {
		t.Error(diff)
	}
}

func TestMissingInputsDoNotStopTheOthers(t *testing.T) {
	dir := t.TempDir()
	a := write(t, dir, "a.txt", "a")
	locked := write(t, dir, "locked.txt", "x")
	if err := os.Chmod(locked, 0); err != nil {
		t.Fatal(err)
	}
	inputs := []string{a, filepath.Join(dir, "none.txt"), a}
	want := []string{`a.txt@0+0 "a"`, "fault none.txt@0+0 unreadable: no such file or directory", `a.txt@0+0 "a"`}
	if os.Geteuid() != 0 {
		inputs, want = append(inputs, locked), append(want, "fault locked.txt@0+0 unreadable: permission denied")
	}
	if diff := cmp.Diff(want, read(t, inputs, nil, Options{})); diff != "" {
		t.Error(diff)
	}
}

func TestUnsupportedByName(t *testing.T) {
	for _, name := range []string{"a.parquet", "b.warc", "c.WET.gz", "d.warc.zst"} {
		_, err := Open([]string{"x.txt", name}, nil, Options{})
		var u *UnsupportedError
		if !errors.As(err, &u) || u.Path != name || !errors.Is(err, ErrUnsupported) {
			t.Errorf("%s: %v", name, err)
		}
	}
	dir := filepath.Join(t.TempDir(), "crawl.warc")
	write(t, dir, "a.txt", "a")
	if diff := cmp.Diff([]string{`a.txt@0+0 "a"`}, read(t, []string{dir}, nil, Options{})); diff != "" {
		t.Error("a folder may be called anything", diff)
	}
}

func TestTotalBytesIsWhatIsConsumed(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.txt", "12345")
	write(t, dir, "b.jsonl.gz", gz(two))
	write(t, dir, "c.warc", "1234")
	write(t, dir, "d.txt", "x")
	r, err := Open([]string{dir, filepath.Join(dir, "a.txt")}, nil, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var last int64
	if err := r.Each(context.Background(), func(i Item) error { last = i.Consumed; return nil }); err != nil {
		t.Fatal(err)
	}
	if want := int64(5 + len(gz(two)) + 4 + 1 + 5); r.TotalBytes() != want || last != want {
		t.Errorf("total %d, consumed %d, want %d", r.TotalBytes(), last, want)
	}
	r, err = Open([]string{dir, "-"}, strings.NewReader(""), Options{})
	if err != nil || r.TotalBytes() != -1 {
		t.Errorf("with standard input: %d, %v", r.TotalBytes(), err)
	}
}
