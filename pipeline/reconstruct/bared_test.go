package reconstruct_test

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/align"
	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/reconstruct"
	"github.com/urtext/urtext/pipeline/token"
)

// odra is a text in a language of many marks.
const odra = "Prom odpływał o szóstej, kiedy latarnie na nabrzeżu jeszcze się paliły. Kapitan był człowiekiem małomównym i patrzył na rzekę, jakby czytał w niej dawne listy. Pies, który do nikogo nie należał, leżał na dziobie i udawał, że śpi.\n\n" +
	"Każdego ranka przewoził dwa worki poczty, a wieczorem wracał tą samą drogą. Zeszłej jesieni łódź zatonęła przy południowym brzegu i przez całą zimę ludzie chodzili do młyna pieszo, po lodzie, z psem na końcu pochodu.\n\n" +
	"Dopiero późną wiosną wójt kupił nową łódź, trochę mniejszą, pomalowaną na zielono. Kapitan obejrzał ją z każdej strony i powiedział, że pływać będzie, ale że psu się nie spodoba."

// bared is a text without the marks of its letters; token.Bare is for keys.
func bared(text string) string {
	return strings.NewReplacer("ą", "a", "ć", "c", "ę", "e", "ń", "n", "ó", "o", "ś", "s", "ź", "z", "ż", "z").Replace(text)
}

// TestBared has copies that lost the marks of their letters, which say nothing of them
// but stand where the words stand, and a scan that reads marks into a text.
func TestBared(t *testing.T) {
	if bared("żółć") != token.Bare("żółć") {
		t.Fatal("another letter is needed")
	}
	lost := replace(t, odra, " Pies, który do nikogo nie należał, leżał na dziobie i udawał, że śpi.", "")
	polish := func(texts ...string) string {
		var ws []*corpus.Witness
		for i, text := range texts {
			w := witness(string(rune('a'+i)), text)
			w.Language = "pl"
			ws = append(ws, w)
		}
		return rebuild(ws...).Article.Text
	}
	if got := polish(odra, bared(odra)); got != odra {
		t.Errorf("got\n%s", got)
	}
	if got := polish(lost, bared(odra), bared(odra)+" "); !strings.Contains(got, "małomównym") || !strings.Contains(got, "udawał, ze spi") {
		t.Errorf("two that lost them outvote one:\n%s", got)
	}
	frame := "\n\nCzytaj także o starych mostach\nStrona główna\nKontakt"
	if got := polish(odra, bared(odra)+frame); strings.Contains(got, "Kontakt") {
		t.Errorf("the border of the article is not found:\n%s", got)
	}
	scan := strings.NewReplacer("morning", "mörning", "nobody", "nobódy", "evening", "evenïng").Replace(article)
	known := reconstruct.Knowledge{Known: func(key string) int { return 9 * (1 - len(key) + len([]rune(key))) }}
	if got := reconstruct.Rebuild(align.Align([]*corpus.Witness{witness("a", article), witness("b", scan)}), known).Article.Text; got != article {
		t.Errorf("what a scan reads in:\n%s", got)
	}
}

// TestBaredSameBytes has a copy that lost marks of letters that take as many bytes
// without them, and that is the heavier one.
func TestBaredSameBytes(t *testing.T) {
	text := "Лодочник отчалил рано, и какой-то тихий мальчик с чайкой на плече смотрел на зелёный берег. Первый мостик стоял пустой, второй был занят чужой лодкой. " +
		"Хозяйка пекарни знала, что каждый день он приходит за хлебом, и клала ему тёплый каравай.\n\n" +
		"Летом рекой идёт караван барж, и мальчик считает их до вечера. Старый сторож говорил, что прошлой зимой лёд стоял до самой весны, и никакой катер не мог пройти."
	lost := strings.NewReplacer("й", "и", "ё", "е").Replace(text)
	a, b := witness("a", lost), witness("b", text)
	a.Language, b.Language = "ru", "ru"
	if got := rebuild(a, b).Article.Text; got != text {
		t.Errorf("got\n%s", got)
	}
	const last = " Каждый твой чужой причал пустой зимой."
	c, d := witness("c", text+last), witness("d", lost+strings.ReplaceAll(last, "й", "и")+"\n\nЧитайте также о старых мостах\nГлавная\nКонтакты")
	c.Language, d.Language = "ru", "ru"
	if got := rebuild(c, d).Article.Text; strings.Contains(got, "Контакты") {
		t.Errorf("the border of the article is not found:\n%s", got)
	}
}
