package pipeline

import (
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/language"
)

// A short text that may be in several languages is in the one of them that
// most of the input is in.
func TestShortTextTakesTheLanguageOfTheInput(t *testing.T) {
	detector, err := language.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	const doubtful = "Salve Marco Antonio Cicero"
	open := detector.Guess(doubtful)
	if len(open) < 2 {
		t.Fatalf("%q is of no use here: it is in %v", doubtful, open)
	}
	sentences := map[string]string{
		"it": "Questa mattina il sindaco ha detto che la strada della stazione sarà chiusa fino a quando non saranno finiti i lavori.",
		"pt": "Esta manhã o presidente da câmara disse que a rua da estação vai estar fechada até que as obras não estejam acabadas.",
		"ro": "Primarul a spus în această dimineață că strada care duce la gară va fi închisă până când lucrările nu sunt terminate.",
		"es": "Esta mañana el alcalde ha dicho que la calle de la estación estará cerrada hasta que no se hayan terminado las obras.",
		"la": "Gallia est omnis divisa in partes tres, quarum unam incolunt Belgae, aliam Aquitani, tertiam qui ipsorum lingua Celtae appellantur.",
	}
	tried := 0
	for _, code := range open {
		text, ok := sentences[code]
		if !ok {
			continue
		}
		tried++
		s := &together{Detector: detector, named: map[string]int{}}
		doc := &corpus.Document{Draft: corpus.NewDraft(doubtful)}
		for _, d := range []*corpus.Document{{Draft: corpus.NewDraft(text)}, doc} {
			if err := s.Apply(d); err != nil {
				t.Fatal(err)
			}
		}
		if doc.Language != "" {
			t.Fatalf("gather named %q", doc.Language)
		}
		if s.settle(doc); doc.Language != code {
			t.Errorf("among texts in %s it is taken for %q", code, doc.Language)
		}
	}
	if tried < 2 {
		t.Fatalf("no two of %v were tried", open)
	}
}
