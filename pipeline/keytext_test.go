package pipeline

import "testing"

func TestKeyTextHashesAsHashKeysDoes(t *testing.T) {
	w := asRead("Der Fährmann hält an, und 清水镇 liegt da; one two three.")
	keys, text := keysOf(w), newKeyText(w.Words)
	for from := range keys {
		for to := from; to <= len(keys); to++ {
			if text.hash(from, to) != hashKeys(keys[from:to]) {
				t.Errorf("words %d to %d, %q, have another hash", from, to, keys[from:to])
			}
		}
	}
}
