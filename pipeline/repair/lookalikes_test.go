package repair

import (
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

func TestLookalikes(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"ligatures":            {"The ﬁrst oﬃce on the second ﬂoor.", "The first office on the second floor."},
		"full width":           {"In １９９８ the price was Ａ５！", "In 1998 the price was A5!"},
		"full width, Japanese": {"１９９８年に値段はＡ５だった。", "１９９８年に値段はＡ５だった。"},
		"one of them":          {"JIS makes Ａ of A in 365 ways.", "JIS makes Ａ of A in 365 ways."},
		"keys":                 {"Нажмите j, y или P, чтобы идти дальше; Сtrl и Аlt тоже годятся. Если строка не помещается на экран, она будет перенесена, а если файл кончился, программа ждёт, пока не появится новый текст, и показывает его сразу же, как только он записан на диск.", "Нажмите j, y или P, чтобы идти дальше; Ctrl и Alt тоже годятся. Если строка не помещается на экран, она будет перенесена, а если файл кончился, программа ждёт, пока не появится новый текст, и показывает его сразу же, как только он записан на диск."},
		"Cyrillic in Latin":    {"The hаrbоur сlосk hаs stоppеd аt а quаrtеr pаst thrее.", "The harbour clock has stopped at a quarter past three."},
		"Latin in Cyrillic":    {"Пaром уxодит в шеcть утрa, и c ним собaкa.", "Паром уходит в шесть утра, и с ним собака."},
		"one word":             {"Напряжение измеряют в MВ.", "Напряжение измеряют в MВ."},
		"units and brands":     {"Частота 5 MГц, IP-адрес в сети WiФи.", "Частота 5 MГц, IP-адрес в сети WiФи."},
		"both alphabets":       {"Компания Apple и журнал Time писали о России.", "Компания Apple и журнал Time писали о России."},
		"names of code":        {"Поле aбв_xyz и поле хух2 с ним.", "Поле aбв_xyz и поле хух2 с ним."},
		"commands":             {"Шаблоны: ~aдействие, ~Oисточник, ~pприоритет и ~Cшаблон.", "Шаблоны: ~aдействие, ~Oисточник, ~pприоритет и ~Cшаблон."},
		"Serbian":              {"Реч љубав пише се и ljubav, а њега и njega.", "Реч љубав пише се и ljubav, а њега и njega."},
	} {
		t.Run(name, func(t *testing.T) {
			if got := run(t, "und", c.text, Characters{}).Draft.Text; got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// FuzzLookalikes: what comes out looks as what went in, and nothing is left to do.
func FuzzLookalikes(f *testing.F) {
	f.Add("The hаrbоur ﬁrst １９９８")
	f.Add("Пaром уxодит в шеcть утрa")
	f.Add("ца\u0301r, é\u0323ж, “я”x я_x яx яx")
	f.Fuzz(func(t *testing.T, text string) {
		mixed := 0
		for _, w := range alphabets(text) {
			mixed += b2i(w.latin > 0 && w.cyrillic > 0)
		}
		if mixed >= leastMixed && !mixes(text) {
			t.Fatalf("%d words of two alphabets are not seen in %q", mixed, text)
		}
		doc := &corpus.Document{Draft: corpus.NewDraft(text)}
		if err := lookalikes(&doc.Draft); err != nil {
			t.Skip()
		}
		if n := len([]rune(doc.Draft.Text)); n < len([]rune(text)) {
			t.Fatalf("%d letters of %d", n, len([]rune(text)))
		}
		again := corpus.NewDraft(doc.Draft.Text)
		if err := lookalikes(&again); err != nil || again.Text != doc.Draft.Text {
			t.Fatalf("%q became %q, then %q", text, doc.Draft.Text, again.Text)
		}
	})
}
