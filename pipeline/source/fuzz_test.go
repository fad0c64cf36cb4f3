package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/urtext/urtext/pipeline/corpus"
)

// What the parser takes, the standard library takes too, and reads alike.
func FuzzParse(f *testing.F) {
	for _, s := range []string{
		two, `{"id":1,"text":"a\u00e9\ud834\udd1e","meta":{"x":[1,{}]},"id":"b"}`, `{"text":"\ud800"}`,
		"{\"text\":\"a\tb\"}", `{"text":null}`, "[]", `{"text":"x"} {}`, "\xff", `{"":"","text":""}`, `{"url":"http://[::1","text":"t"}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, flaw := newParser(Options{}.withDefaults()).parse(data)
		if (doc == nil) == (flaw == nil) {
			t.Fatalf("%q: %v and %v", data, doc, flaw)
		}
		if flaw != nil {
			if flaw.detail == "" {
				t.Fatalf("%q: no detail", data)
			}
			return
		}
		var std map[string]any
		if err := json.Unmarshal(data, &std); err != nil {
			t.Fatalf("%q is taken, but %v", data, err)
		}
		if std["text"] != doc.Draft.Text || !utf8.ValidString(doc.Draft.Text) {
			t.Fatalf("%q gives %q, not %q", data, doc.Draft.Text, std["text"])
		}
		if _, err := json.Marshal(doc.Meta); err != nil {
			t.Fatalf("%q: meta cannot be written: %v", data, err)
		}
	})
}

func FuzzSniff(f *testing.F) {
	for _, s := range []string{two, "<!--", "<?xml", "<!-- a --><p>", "[{", "{\"a\\", "PAR1", "\ufeff{}", "", "<a", "[\n {\"text\": 1"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, head []byte) {
		k, what := sniff(head)
		if k == kindUnknown || (k == kindUnsupported || k == kindBinary) != (what != "") {
			t.Fatalf("%q: %d %q", head, k, what)
		}
		if l := layoutOf(head); l != kindLines && l != kindValues {
			t.Fatalf("%q: layout %d", head, l)
		}
		if k == kindJSON && !looksJSON(trimLeft(bytes.TrimPrefix(head, utf8BOM))) {
			t.Fatalf("%q is no JSON", head)
		}
	})
}

// frames collects all frames and checks that each says truly where it is.
func frames(t interface{ Fatalf(string, ...any) }, in framer, content []byte) []string {
	var out []string
	end := int64(0)
	for range len(content) + 2 {
		f, err := in.next()
		if err == io.EOF {
			return out
		}
		if err != nil {
			t.Fatalf("%q: %v", content, err)
		}
		if f.offset < end || f.offset+f.size > int64(len(content)) {
			t.Fatalf("%q: frame [%d+%d] after %d", content, f.offset, f.size, end)
		}
		if f.reason == "" {
			if want := content[f.offset : f.offset+f.size]; !bytes.Equal(want, f.data) {
				t.Fatalf("%q: frame holds %q, %q stands there", content, f.data, want)
			}
			out = append(out, string(f.data))
		} else {
			out = append(out, "!"+string(f.reason))
		}
		end = f.offset + f.size
	}
	t.Fatalf("%q: no end", content)
	return nil
}

func framersOf(content []byte, limit int64) (*lines, *values, *values) {
	whole := func() *bufio.Reader { return bufio.NewReader(bytes.NewReader(content)) }
	byByte := bufio.NewReaderSize(iotest.OneByteReader(bytes.NewReader(content)), 16)
	k := keep{limit: limit}
	return &lines{r: whole(), keep: k}, &values{r: whole(), keep: k}, &values{r: byByte, keep: k}
}

// Framing ends, tells the truth about offsets, and does not depend on how
// the stream is cut into reads.
func FuzzFrames(f *testing.F) {
	for _, s := range []string{two, "[1,2]", "[{\"a\":\"]\"},{}]", "]", ",", "{\"a\":\"b\nc\"}\n{}", "[\"\n\"]", "1 2,3", "\"\\", "[[", "{}{}", "[,]", "x:y"} {
		f.Add([]byte(s), int64(100))
		f.Add([]byte(s), int64(3))
	}
	f.Fuzz(func(t *testing.T, content []byte, limit int64) {
		l, v, slow := framersOf(content, limit)
		frames(t, l, content)
		a, b := frames(t, v, content), frames(t, slow, content)
		if strings.Join(a, "\x00") != strings.Join(b, "\x00") {
			t.Fatalf("%q: %q by whole, %q by byte", content, a, b)
		}
	})
}

// The elements of an array, however it is laid out, are what the standard
// library finds in it.
func TestValuesAgreeWithTheStandardLibrary(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var texts []string
		var array []any
		for range rapid.IntRange(0, 5).Draw(t, "n") {
			s := rapid.StringOf(rapid.RuneFrom([]rune("a\"\\]}{[, \n\t\u2028é𝄞"))).Draw(t, "text")
			texts = append(texts, s)
			array = append(array, map[string]any{"text": s, "x": []any{s, 1.5, nil, map[string]any{s: s}}})
		}
		content, err := json.Marshal(array)
		if rapid.Bool().Draw(t, "indent") {
			content, err = json.MarshalIndent(array, "", rapid.SampledFrom([]string{"", " ", "\t"}).Draw(t, "by"))
		}
		if err != nil || array == nil {
			return
		}
		_, v, _ := framersOf(content, 1<<20)
		p := newParser(Options{}.withDefaults())
		got := frames(t, v, content)
		if len(got) != len(texts) {
			t.Fatalf("%d frames in %s", len(got), content)
		}
		for i, g := range got {
			doc, flaw := p.parse([]byte(g))
			if flaw != nil || doc.Draft.Text != texts[i] {
				t.Fatalf("%q: %v, %v", g, doc, flaw)
			}
		}
	})
}

// Lines of any length are framed as bytes.Split does.
func TestLinesAgreeWithSplit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		content := strings.Join(rapid.SliceOf(rapid.StringMatching(`[a ]{0,40}`)).Draw(t, "lines"), "\n")
		var want []string
		for _, line := range strings.Split(content, "\n") {
			switch {
			case len(line) > 30:
				want = append(want, "!"+string(corpus.TooLarge))
			case strings.Trim(line, " ") != "":
				want = append(want, line)
			}
		}
		l := &lines{r: bufio.NewReaderSize(strings.NewReader(content), 16), keep: keep{limit: 30}}
		if got := frames(t, l, []byte(content)); strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Fatalf("%q: got %q, want %q", content, got, want)
		}
	})
}
