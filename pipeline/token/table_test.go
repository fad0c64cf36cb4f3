package token

import (
	"strings"
	"testing"
)

func TestTable(t *testing.T) {
	var keys []string
	for _, language := range Languages() {
		if language != "bs" && language != "no" { // lists of others again
			for _, key := range Of(language).Keys() {
				keys = append(keys, language+key, key+strings.Repeat(language, 9))
			}
		}
	}
	keys = append(keys, "", "a", "aa", "aaa", "aaaa", "aaaaa", strings.Repeat("a", 16), strings.Repeat("a", 17))
	table := NewTable(keys)
	for i, key := range keys {
		if got := table.Find(key); got != i {
			t.Errorf("%q is found at %d, not at %d", key, got, i)
		}
		for _, word := range []string{key, strings.ToUpper(key), strings.ToUpper(key[:min(1, len(key))]) + key[min(1, len(key)):], "[" + key + "@`{"} {
			if got, want := table.FindWord(word), table.Find(Key(word)); got != want {
				t.Errorf("the word %q is found at %d, not at %d", word, got, want)
			}
		}
		for _, other := range []string{key + "x", "x" + key, key + "\x00"} {
			if got := table.Find(other); got >= 0 && keys[got] != other {
				t.Errorf("%q is found as %q", other, keys[got])
			}
		}
	}
	if got := NewTable(nil).Find("a"); got >= 0 {
		t.Errorf("an empty table finds %d", got)
	}
}
