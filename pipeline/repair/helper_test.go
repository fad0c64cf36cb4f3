package repair

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

type stage interface {
	Apply(*corpus.Document) error
}

// run applies stages to a text and checks that undoing gives it back.
func run(t testing.TB, language, text string, stages ...stage) *corpus.Document {
	t.Helper()
	doc := &corpus.Document{Language: language, Draft: corpus.NewDraft(text)}
	for _, s := range stages {
		if err := s.Apply(doc); err != nil {
			t.Fatalf("%T: %v", s, err)
		}
		undone, err := corpus.Undo(doc.Draft.Text, doc.Draft.Edits)
		if err != nil || undone != text {
			t.Fatalf("%T: undo gave %q, %v; want %q", s, undone, err, text)
		}
	}
	return doc
}

func kinds(doc *corpus.Document, kind corpus.Kind) int {
	n := 0
	for _, e := range doc.Draft.Edits {
		if e.Kind == kind {
			n++
		}
	}
	return n
}

// wrapAt breaks every line of a text at a width, as wrappers do.
func wrapAt(text string, width int) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		var b strings.Builder
		at := 0
		for j, word := range strings.Split(line, " ") {
			n := columns(word)
			switch {
			case j == 0:
			case at+1+n > width:
				b.WriteByte('\n')
				at = 0
			default:
				b.WriteByte(' ')
				at++
			}
			b.WriteString(word)
			at += n
		}
		lines[i] = b.String()
	}
	return strings.Join(lines, "\n")
}

// ferry is prose with the usual share of function words.
var ferry = strings.Join([]string{
	"The ferry to the north shore leaves at six in the morning, when the lamps along the quay are still burning. I had asked the harbour office for his captain's name, because a letter in my pocket was meant for the crew of a boat that sank last spring, and the clerk had looked at me for a long time before he wrote it on the back of a ticket.",
	"On the way across the strait our engine stopped twice. The mate said that it was cold, but his cook, who had sailed with them since the old pier was built, said that it was bad fuel. Nobody in our cabin wanted to hear about it. A woman in a green coat read a timetable aloud to two children beside her, and the smaller of them asked whether islands move when it is dark.",
	"I found the captain in the wheelhouse at the end of the crossing. He took my letter, held it against a window, and told me that the man it was written to had moved to the mainland a year before. The address was known to the postmaster, he thought, or perhaps to the teacher at the school on the hill. He did not open his door for me when I left, but he did give me that ticket back.",
	"The postmaster remembered the name. She had the address in a drawer under the counter, between stamps and string, and she copied it on a card with the date of one letter she had forwarded. In the end I walked to that school as well, since it had stopped raining and no boat would return before the evening.",
	"What I carried home was a card, a ticket, and the story of that fuel. The letter stayed on the island. It lies in the drawer with her string, and the man on the mainland has been told that he can come for it whenever he is ready to cross the strait again.",
}, "\n")

var schluessel = strings.Join([]string{
	"Ein Schlüssel lag unter einer Matte, wie in jedem Sommer, und unser Hund bellte, als ich die Tür öffnete. In unserer Küche stand ein alter Herd, auf dem meine Großmutter immer den Kaffee gekocht hatte. Es roch noch nach ihr, und der Regen fiel leise auf das Dach. Man hätte meinen können, dass sie gleich wiederkäme und nach den Äpfeln fragte.",
	"Am Abend kam ein Bürgermeister, welcher mit meiner Mutter über die Zukunft der Schule sprechen wollte. Er saß auf der Bank neben dem Ofen, trank ein Glas Wasser und erzählte von einer Sitzung, bei der niemand zugehört hatte. Nach einer Pause, sagte er, sei es erst richtig losgegangen, weil ein Plan für das neue Dach und dieser Wunsch nach einem Garten nicht zusammenpassten. Am Ende habe man beides vertagt, und alle seien nach Hause gegangen.",
	"Auf einer Karte, die in der Schublade lag, stand der Name der Stadt, aus der mein Vater kam. Ich habe dem damals keine Bedeutung gegeben. Erst als ein Brief aus dem Archiv eintraf, verstand ich, warum der Weg über die Grenze so lang gewesen war und warum in unserer Familie nie jemand von dieser Reise gesprochen hatte. Es gab keine Fotos, nur ein paar Zahlen auf einem Zettel.",
	"Seit man die Akten lesen darf, ist es leichter, einer Spur zu folgen. Wer sucht, findet auch ein Bild von der Brücke, und darauf steht, halb im Dunkeln, der Mann mit einer Tasche, der später in der Fabrik am Rand des Dorfes gearbeitet hat. Ich habe es lange angesehen und dann zurückgelegt, weil ich nicht sicher war, ob er es ist.",
}, "\n")
