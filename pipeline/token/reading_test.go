package token

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/urtext/urtext/pipeline/corpus"
)

// TestReading holds that equal words have one number and others another, and
// that nothing of an earlier text is left.
func TestReading(t *testing.T) {
	var r Reading
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[a-cA-Cé梨]{1,3}|[ab]{7,10}|[ab]{15,18}`)
		text := strings.Join(rapid.SliceOfN(word, 0, 60).Draw(t, "words"), rapid.SampledFrom([]string{" ", ", "}).Draw(t, "gap"))
		r.Read(text)
		words, numbers := Words(nil, text), map[string]int32{}
		if len(words) != len(r.Words) || len(words) != len(r.Spellings) {
			t.Fatalf("%d words, %d spellings of %d", len(r.Words), len(r.Spellings), len(words))
		}
		for i, w := range words {
			s := text[w.Start:w.End]
			n, seen := numbers[s]
			if !seen {
				n = int32(len(numbers))
				numbers[s] = n
				if r.Word(int(r.Firsts[n])) != s {
					t.Fatalf("%q is first %q", s, r.Word(int(r.Firsts[n])))
				}
			}
			if r.Word(i) != s || r.Spellings[i] != n {
				t.Fatalf("word %d is %q with number %d, not %q with %d", i, r.Word(i), r.Spellings[i], s, n)
			}
		}
		if len(r.Firsts) != len(numbers) {
			t.Fatalf("%d spellings, not %d", len(r.Firsts), len(numbers))
		}
	})
}

// TestReadingOf holds that a document keeps its reading, and that a text that
// was changed is read again.
func TestReadingOf(t *testing.T) {
	d := &corpus.Document{Draft: corpus.NewDraft("one two")}
	first := ReadingOf(d)
	if ReadingOf(d) != first || len(first.Words) != 2 {
		t.Error("the document has another reading")
	}
	d.Draft = corpus.NewDraft("three")
	if r := ReadingOf(d); len(r.Words) != 1 || r.Word(0) != "three" {
		t.Errorf("the new text is read as %v of %q", r.Words, r.Text)
	}
}

// TestName holds that the name of a short string is its own.
func TestName(t *testing.T) {
	names := map[uint64]string{}
	for _, s := range []string{"", "a", "b", "ab", "ba", "aa", "aaa", "aab", "aba", "abcd", "abcde", "abcdef", "abcdefg", "abcdefgh", "bcdefgh", "abcdefghi", "abcdefghijklmnop", "abcdefghijklmnopq"} {
		if other, is := names[Name(s)]; is {
			t.Errorf("%q and %q have one name", s, other)
		}
		names[Name(s)] = s
		if Name(s) != Name([]byte(s)) || Name(s) != nameAt("- "+s+" and more", Span{2, 2 + len(s)}) {
			t.Errorf("%q has two names", s)
		}
	}
}
