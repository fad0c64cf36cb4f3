package reconstruct_test

import (
	"strings"
	"testing"
)

func TestLabelledLines(t *testing.T) {
	ps := strings.Split(article, "\n\n")
	boxed := strings.Join([]string{ps[0], ps[1], "Nog meer lezen: The council and the dog of the ferry", ps[2], "Nog meer lezen: Two sacks of letters for the crew of the ferry", ps[3]}, "\n\n")
	if got := rebuild(witness("a", boxed), witness("b", article)).Article.Text; got != article {
		t.Errorf("boxes: got\n%s", got)
	}
	advert := strings.Join([]string{ps[0], ps[1], "Reclame", ps[2], "Reclame", ps[3]}, "\n\n")
	if got := rebuild(witness("a", advert), witness("b", article)).Article.Text; got != article {
		t.Errorf("labels alone: got\n%s", got)
	}
	talk := strings.NewReplacer("Every morning", "Brandt: Every morning", "The dog belongs", "Brandt: The dog belongs", "Last year", "Brandt: Last year").Replace(article) +
		"\n\nBrandt: The council never wrote back, and the dog never asked."
	short := strings.Join(append(strings.Split(talk, "\n\n")[:2], strings.Split(talk, "\n\n")[3]), "\n\n")
	if got := rebuild(witness("a", talk), witness("b", short)).Article.Text; !strings.Contains(got, "The dog belongs to nobody") {
		t.Errorf("a talk that lost lines: got\n%s", got)
	}
}

func TestNoteInMidSentence(t *testing.T) {
	noted := replace(t, article, "with three passengers", "with\n1. The Harbour of the North, by R. Aldous, tells of the ferry and its crew.\nthree passengers")
	if got := rebuild(witness("a", noted), witness("b", article)).Article.Text; got != article {
		t.Errorf("got\n%s", got)
	}
}
