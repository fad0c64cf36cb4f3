package faded

import (
	"math/rand"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

const whole = `Паром остановили на месяц: жители добираются в объезд

С понедельника в Луговске не работает переправа через Каменку. Администрация объяснила решение осмотром: водолазы нашли трещину в креплении троса, а на самом пароме – коррозию двух понтонов из 8. «Мы не могли ждать до ледостава», – говорит начальник отдела. Что будет дальше? Ремонт займёт от четырёх до пяти недель, а первый рейс автобуса отправляется в 6:15, чтобы школьники успевали к началу занятий.`

// fade loses a share of the characters beyond ASCII.
func fade(text string, share float64, r *rand.Rand) string {
	return strings.Map(func(c rune) rune {
		if c >= utf8.RuneSelf && r.Float64() < share {
			return '?'
		}
		return c
	}, text)
}

func TestLoss(t *testing.T) {
	for _, c := range []struct {
		name, text string
		faded      bool
	}{
		{"whole", whole, false},
		{"half", fade(whole, .5, rand.New(rand.NewSource(1))), true},
		{"a fifth", fade(whole, .2, rand.New(rand.NewSource(1))), true},
		{"all but ASCII", fade(whole, 1, dice()), true},
		{"replacement characters", strings.ReplaceAll(fade(whole, .5, dice()), "?", "\ufffd"), true},
		{"questions", strings.Repeat("Who? Why? What is it? And where?? Quoi ? ", 20), false},
		{"addresses", strings.Repeat("see http://a.example/page.php?id=3 and b.example/?p=4 or x?y=3 for it ", 20), false},
		{"a few", whole + " д?м и с?д", false},
		{"French", fade(strings.Repeat("Il a été très étonné de voir que le café était déjà fermé. ", 4), 1, dice()), true},
	} {
		if got := Loss(c.text); (got > 0) != c.faded || got > 1 {
			t.Errorf("%s: loss %.2f", c.name, got)
		}
	}
}

func dice() *rand.Rand { return rand.New(rand.NewSource(2)) }

func TestFits(t *testing.T) {
	for _, c := range []struct {
		a, b   string
		pa, pb string // the word in each
		ok     bool
	}{
		{"??ст", "мост", "??ст", "мост", true},
		{"????", "мост", "????", "мост", true},
		{"М?СТ", "мост", "М?СТ", "мост", true},
		{"??ст", "места", "", "", false},
		{"??ск", "мост", "", "", false},
		{"?????", "мост?", "????", "мост", true},                   // the last may be a question mark
		{"?????", "«мост", "????", "мост", true},                   // the first a quote
		{"???????", "мост", "", "", false},                         // too many
		{"??????", "мост", "????", "мост", true},                   // quotes on both sides
		{"?", "и", "?", "и", true},                                 // a word
		{"?", "–", "", "", true},                                   // a dash
		{"20?5", "2015", "", "", false},                            // digits are not lost
		{"caf?", "café", "caf?", "café", true},                     // nor ASCII letters:
		{"c?t", "cat", "", "", false},                              // no charset lacks an a
		{"пер?пр?ва", "перeпрaва", "", "", false},                  // Latin letters in the other: the same
		{"п?рзправа", "переправа", "п?рзправа", "переправа", true}, // noise
	} {
		var f fitter
		got, ok := f.fits(c.a, c.b)
		if ok != c.ok || ok && (c.a[got.a0:got.a1] != c.pa || c.b[got.b0:got.b1] != c.pb) {
			t.Errorf("%q and %q: %v, %v", c.a, c.b, got, ok)
		}
	}
}

// mended reads one text by others and gives the text with the words read.
func mended(text string, others ...string) string {
	m := Mend(NewText(text, 1))
	for _, o := range others {
		m.By(NewText(o, 1))
	}
	out, _ := m.Text()
	return out
}

func TestMend(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	words := strings.Fields(whole)
	moved := strings.Join(append(slices.Clone(words[30:]), words[:30]...), " ")
	for name, c := range map[string]struct {
		text, other string
		wrong       int // words that are not as they were
	}{
		"half lost":       {fade(whole, .5, r), whole, 0},
		"all lost":        {fade(whole, 1, r), whole, 0},
		"other wraps":     {fade(strings.ReplaceAll(whole, " ", "\n"), .6, r), whole, 0},
		"straight quotes": {fade(whole, .6, r), strings.NewReplacer("«", `"`, "»", `"`, "–", "-").Replace(whole), 0},
		"words eaten":     {fade(whole, .6, r), strings.ReplaceAll(whole, " в ", " "), 4},
		"a phrase put in": {fade(whole, .6, r), strings.Replace(whole, "начальник", "Cheap Winter Boots , начальник", 1), 0},
		"passage moved":   {fade(whole, .6, r), moved, 3},
		"a word broken":   {strings.Replace(fade(whole, .5, dice()), "а", "а-\n", 1), whole, 0},
	} {
		got := mended(c.text, c.other)
		want, have := longWords(whole), longWords(got)
		wrong := 0
		for i := range min(len(want), len(have)) {
			if want[i] != have[i] {
				wrong++
			}
		}
		if len(want) != len(have) || wrong > c.wrong {
			t.Errorf("%s: %d words of %d, %d are wrong:\n%s", name, len(have), len(want), wrong, got)
		}
	}
}

// longWords is the words of a text of more than one letter, signs left out.
func longWords(text string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !isWord(r) }) {
		if utf8.RuneCountInString(w) > 1 {
			out = append(out, strings.ToLower(w))
		}
	}
	return out
}

func TestUnrelatedTextsReadNothing(t *testing.T) {
	other := `Рынок поддельных часов устроен сложнее, чем кажется покупателю. Внизу находятся откровенные копии за полторы тысячи рублей: кварцевый механизм, хромированная латунь, стекло, которое царапается о рукав. Их продают на курортах и в переходах, и обмануться тут может лишь тот, кто сам этого хочет. Выше идут так называемые точные реплики.`
	m := Mend(NewText(fade(whole, .8, dice()), 1))
	m.By(NewText(other, 1))
	for _, r := range m.Readings() {
		if r.Read {
			t.Errorf("%+v is read by another text", r)
		}
	}
}

func TestGenuineQuestionMarkIsNoLetter(t *testing.T) {
	text := fade(whole, .4, dice())
	m := Mend(NewText(text, 1))
	m.By(NewText(whole, 1))
	found := false
	for _, r := range m.Readings() {
		if r.Word == "дальше" {
			found = r.Joined && r.Gap == "? "
		}
	}
	if !found {
		t.Error("the question mark behind the word is not what stands in its gap")
	}
}

// TestReadingsAreTrue holds that whatever is lost, a word is read as it was,
// and what was not lost stays.
func TestReadingsAreTrue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.StringOfN(rapid.RuneFrom([]rune("абвгдежзик")), 1, 9, -1), 10, 80).Draw(t, "words")
		text := strings.Join(words, " ")
		faded := fade(text, rapid.Float64Range(.05, 1).Draw(t, "share"), rand.New(rand.NewSource(rapid.Int64().Draw(t, "seed"))))
		m := Mend(NewText(faded, 7))
		m.By(NewText(text, 7))
		at := 0
		for _, r := range m.Readings() {
			if r.Start < at || r.End < r.Start || r.End > len(faded) {
				t.Fatalf("%+v is out of place", r)
			}
			at = r.End
			if !r.Read {
				continue
			}
			for i, c := range []rune(faded[r.Start:r.End]) {
				if c != '?' && c != []rune(r.Word)[i] {
					t.Fatalf("%q became %q", faded[r.Start:r.End], r.Word)
				}
			}
		}
		out, place := m.Text()
		for i := range faded {
			if p := place(i); p < 0 || p > len(out) || i > 0 && p < place(i-1) {
				t.Fatalf("byte %d went to %d of %d", i, p, len(out))
			}
		}
	})
}

func FuzzMend(f *testing.F) {
	f.Add(fade(whole, .5, dice()), whole)
	f.Add("?-\n? a??", "\xff?\xd0")
	f.Fuzz(func(t *testing.T, a, b string) {
		m := Mend(NewText(a, 1))
		m.By(NewText(b, 1))
		m.By(NewText(a, 1))
		at := 0
		for _, r := range m.Readings() {
			if r.Start < at || r.End > len(a) || r.Start > r.End {
				t.Fatalf("%+v is out of place", r)
			}
			at = r.End
		}
		m.Text()
		Loss(a)
		Sample(a, 1)
	})
}

func BenchmarkLossOfWholeText(b *testing.B) {
	text := strings.Repeat(whole, 20)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Loss(text)
	}
}

func BenchmarkSample(b *testing.B) {
	text := strings.Repeat(whole, 20)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Sample(text, 1)
	}
}

// TestInfer holds what is read that no other copy has in its place: a word that
// alone fits, an apostrophe that was lost behind the same letter before, and a sign
// that stands alone as the others of the text that do.
func TestInfer(t *testing.T) {
	const known = "Le soir tombait sur le jardin de l’école, et l’hiver venait à petits pas vers les maisons. " +
		"Il pensait à demain, à la lettre, au chemin qui mène à la gare. Faut-il partir ? Le train était déjà loin. Faut-il attendre ? La nuit tombait. "
	straight := strings.ReplaceAll(known, "’", "'")
	texts := map[string]int{"planté": 3, "féla": 40, "fàla": 3}
	for _, c := range []struct{ name, other, own, want string }{
		{"a word of the text", known, "Une école", "Une école"},
		{"it opens a sentence", known, "Voilà. École", "Voil?. École"},
		{"two words fit", "Qui mêne ? " + known, "qui mène", "qui m?ne"},
		{"too little is left", "Çé, çé ! " + known, "un çé", "un ??"},
		{"an apostrophe", known, "dans l’autre", "dans l’autre"},
		{"a straight one", straight, "dans l’autre", "dans l'autre"},
		{"no apostrophe", "Si lâche ! " + known, "si lâche", "si lâche"},
		{"a word of one letter", known, "près à près", "pr?s à pr?s"},
		{"a word of the corpus", known, "il a planté un", "il a planté un"},
		{"two of the corpus", known, "qui fàla et", "qui f?la et"},
		{"a question", known, "Et lui ? Marie", "Et lui ? Marie"},
	} {
		faded := fade(known, 1, dice()) + "\n\n" + fade(c.own, 1, dice()) + " zut"
		m := Mend(NewText(faded, 0))
		l := NewLexicon(func(word string) int { return texts[word] })
		other := NewText(c.other, 0)
		m.By(other)
		l.Take(other)
		m.Infer(l)
		got, gap, from := "", "", strings.LastIndex(faded, "\n\n")+2
		at := from
		for _, r := range m.Readings() {
			if r.Start < from {
				continue
			}
			if gap == "" {
				gap = faded[at:r.Start]
			}
			got += gap + r.Word
			at, gap = r.End, r.Gap
		}
		if got += faded[at:]; got != c.want+" zut" {
			t.Errorf("%s: %s", c.name, got)
		}
	}
}

// TestApostropheIsInk holds that a copy with straight apostrophes reads one that
// lost its curved ones.
func TestApostropheIsInk(t *testing.T) {
	const text = "L’hiver d’avant, l’école n’avait qu’une salle, et l’instituteur l’ouvrait lui-même."
	other := strings.ReplaceAll(text, "’", "'")
	if got := mended(fade(text, 1, dice()), other); got != other {
		t.Error(got)
	}
	if got := mended(strings.ReplaceAll(other, "é", "?"), text); got != other {
		t.Error(got)
	}
}
