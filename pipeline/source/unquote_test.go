package source

import (
	"encoding/json"
	"testing"

	"pgregory.net/rapid"
)

// TestUnquote holds the values of JSON strings against those of the standard
// library, in the room of a longer one.
func TestUnquote(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		raw, want := []byte{'"'}, ""
		for _, piece := range rapid.SliceOf(rapid.SampledFrom([]string{"a", "é", "words ", `\n`, `\"`, `\\`, `\/`, `\b`, `\f`, `\r`, `\t`, `\u00e9`, `\ud83d\ude00`})).Draw(t, "pieces") {
			raw = append(raw, piece...)
		}
		raw = append(raw, '"')
		if err := json.Unmarshal(raw, &want); err != nil {
			t.Fatal(err)
		}
		got, _, ok := unquoteIn(make([]byte, 7, 40), raw)
		if !ok || got != want {
			t.Fatalf("%s gave %q, %v", raw, got, ok)
		}
	})
	for _, raw := range []string{"", "12", "null", "{}"} {
		if _, ok := unquote(json.RawMessage(raw)); ok {
			t.Errorf("%s is a string", raw)
		}
	}
}
