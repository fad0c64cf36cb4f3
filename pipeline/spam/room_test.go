package spam

import (
	"reflect"
	"strings"
	"testing"
	"unicode"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// TestRoomOfEarlierPages holds that nothing of a page is left in the room that
// the next one is read in: a detector that keeps its room proposes what one
// that takes its own does, a long page before a short one and after it.
func TestRoomOfEarlierPages(t *testing.T) {
	offer := strings.Repeat("Buy copper kettles at www.kettles.example for $19 today! Call 555 019 2837 now. ", 12)
	texts := []string{
		"", "One.", orchard, offer, orchard + "\n\n" + offer, "12 34 56", strings.Repeat(orchard+"\n", 6), offer, "One.", orchard,
		strings.ReplaceAll(orchard, "The neighbours", "The\u00a0Harrow Tree Surgeons\u00a0neighbours"), "梨の木は古い。家の裏にある。",
	}
	kept, found := New(nil), 0
	for i, text := range texts {
		for _, language := range []string{"en", "und"} {
			a := &corpus.Document{Draft: corpus.NewDraft(text), Language: language}
			b := &corpus.Document{Draft: corpus.NewDraft(text), Language: language}
			if err := kept.Apply(a); err != nil {
				t.Fatal(err)
			}
			if err := (Detector{}).Apply(b); err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(a.Proposals, b.Proposals) {
				t.Errorf("text %d in %s: %+v, alone %+v", i, language, a.Proposals, b.Proposals)
			}
			found += len(b.Proposals)
		}
	}
	if found == 0 {
		t.Error("the texts have nothing to propose")
	}
}

// TestDigitsAreInWords holds what looking for prices rests on: a text whose
// words have no digit has none.
func TestDigitsAreInWords(t *testing.T) {
	hasDigit := func(s string) bool {
		c, _ := shape(s)
		return c&digit != 0
	}
	for r := rune(1); r <= unicode.MaxRune; r++ {
		if !unicode.IsDigit(r) {
			continue
		}
		if s := string(r); len(token.Words(nil, s)) != 1 || !hasDigit(s) {
			t.Errorf("%q is in no word, or in one without digits", s)
		}
	}
	if hasDigit("pear") || !hasDigit("b2b") {
		t.Error("a word without digits has some, or the other way round")
	}
}

// TestMoney holds that every name of a currency is known by its first letter.
func TestMoney(t *testing.T) {
	for _, name := range append(currencyStems[:len(currencyStems):len(currencyStems)], currencies...) {
		if !money(name) {
			t.Errorf("%s is no money", name)
		}
	}
	if money("km") || money(" ") || money("leisure") {
		t.Error("what begins as a currency does is money")
	}
}
