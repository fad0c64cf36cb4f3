package repair

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

const nightBakery = "בשעה אחת וחצי לפנות בוקר נדלק אור קטן מעל דלת ברזל ברחוב הצורפים.\n" +
	"מאחורי הדלת עומד אדם זקן, בן 63, ומוציא מן התנור את הלחמים הראשונים.\n" +
	"את התנור בנה סבו בשנת 1934 (מאבנים שהביא מן הכפר) ומאז לא כבה.\n" +
	"הקונים הם נהגים, סטודנטים ושוטרים עייפים שיושבים על שקים ומדברים על Radio Tel Aviv 2."

func TestVisualOrder(t *testing.T) {
	var lines []string
	for line := range strings.SplitSeq(nightBakery, "\n") {
		lines = append(lines, logical(line)) // which undoes itself
	}
	seen := strings.Join(lines, "\n")
	for text, want := range map[string]string{seen: nightBakery, nightBakery: nightBakery, "םירמוא " + nightBakery: "םירמוא " + nightBakery} {
		d := corpus.Draft{Read: text, Text: text}
		if err := visualOrder(&d); err != nil {
			t.Fatal(err)
		}
		if d.Text != want {
			t.Errorf("got\n%s\nwant\n%s", d.Text, want)
		}
		if back, err := corpus.Undo(d.Text, d.Edits); err != nil || back != text {
			t.Errorf("undone %v:\n%s", err, back)
		}
	}
	for _, r := range []string{"63", "1934", "Radio Tel Aviv 2"} {
		if !strings.Contains(seen, r) {
			t.Errorf("%q does not stand as it is seen in\n%s", r, seen)
		}
	}
	if got := back("שָׁלוֹם"); back(got) != "שָׁלוֹם" || !strings.HasPrefix(got, "ם") {
		t.Errorf("with marks: %q", got)
	}
}
