package reconstruct_test

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// flag suspects the words of each phrase with the score.
func flag(t *testing.T, w *corpus.Witness, text string, score float64, phrases ...string) *corpus.Witness {
	t.Helper()
	w.Suspect = make([]int32, len(w.Words))
	for _, p := range phrases {
		at := strings.Index(text, p)
		if at < 0 {
			t.Fatalf("%q is not in the text", p)
		}
		w.Proposals = append(w.Proposals, corpus.Proposal{Start: at, End: at + len(p), Kind: corpus.KindFurniture, Score: score})
		for i, x := range w.Words {
			if int(x.Start) >= at && int(x.Start) < at+len(p) {
				w.Suspect[i] = int32(len(w.Proposals))
			}
		}
	}
	return w
}

func TestFrameOfOneSiteDoesNotOutvoteACleanCopy(t *testing.T) {
	const menu, foot = "Start :: Notes :: Boats and Harbours\nLog in or register here", "More from these pages\nThe Lamp Keeper and His Geese\nCopyright of the Pier Gazette"
	framed := menu + "\n\n" + article + "\n\n" + foot
	var ws []*corpus.Witness
	for i, word := range []string{"passengers", "council", "letters"} {
		text := replace(t, framed, word, word+"x")
		ws = append(ws, flag(t, witness(string(rune('a'+i)), text), text, .8, menu, foot))
	}
	ws = append(ws, witness("d", article))
	if got := rebuild(ws...).Article.Text; got != article {
		t.Errorf("got\n%s", got)
	}
}

// TestFootOfTwoLetters has two letters of one sender that end in the same lines, which are all
// but certainly their frame, or may be, and one copy that ends before.
func TestFootOfTwoLetters(t *testing.T) {
	const foot = "The dog of the ferry and its crew send this letter from the pier every morning; answer with STOP to get no more."
	letter := article + "\n\n" + foot
	for score, want := range map[float64]bool{.95: false, .5: true} {
		var ws []*corpus.Witness
		for i, word := range []string{"passengers", "letters"} {
			text := replace(t, letter, word, word+"x")
			ws = append(ws, flag(t, witness(string(rune('a'+i)), text), text, score, foot))
		}
		ws = append(ws, witness("c", article))
		if got := strings.Contains(rebuild(ws...).Article.Text, "answer with STOP"); got != want {
			t.Errorf("flagged at %g it stands: %v", score, got)
		}
	}
}

func TestWhatTwoOfManyShareIsNoLacuna(t *testing.T) {
	const spam = " Order quality zithers from our workshop today and enjoy free shipping to every country in the whole world."
	spammed := replace(t, article, "why.", "why."+spam)
	texts := []string{replace(t, spammed, "old pier", "new pier"), replace(t, spammed, "two sacks", "ten sacks")}
	for _, word := range []string{"passengers", "evening", "council", "letters"} {
		texts = append(texts, replace(t, article, word, word+"x"))
	}
	var ws []*corpus.Witness
	for i, text := range texts {
		ws = append(ws, witness(string(rune('a'+i)), text))
	}
	if got := rebuild(ws...).Article.Text; got != article {
		t.Errorf("got\n%s", got)
	}
}

func TestSentences(t *testing.T) {
	for name, c := range map[string]struct {
		copies []string
		want   string
	}{
		"equal ones each have a vote": {
			[]string{"he saw the bird", "he saw the bird", "he saw the bird", "he saw a herd", "he saw a herd of it"}, "he saw the bird"},
		"unlike ones are still one sentence": {
			[]string{"illustration pestle and mortar", "illustration pestle and mortar", "illustration pencil and water", "illustration parcel and more"}, "illustration pestle and mortar"},
		"an apostrophe belongs to its own words": {
			[]string{"you would have seen her", "you would have seen her", "you would have seen her", "you would've seen her", "you would've seen her"}, "you would have seen her"},
	} {
		t.Run(name, func(t *testing.T) {
			var ws []*corpus.Witness
			for i, text := range c.copies {
				ws = append(ws, witness(string(rune('a'+i)), text))
			}
			if got := rebuild(ws...).Article.Text; got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// What each of two copies has alone, at other places, in one mould, is not the
// article's, though either could be a sentence that the other lost.
func TestMouldsOfTwoCopies(t *testing.T) {
	a := replace(t, article, "why.", "why. The best bronze zithers of 2018 at a fair price, from 299 crowns.")
	b := replace(t, article, "two sacks.", "two sacks. The best velvet trombones of 2014 at a fair price, from 89 crowns.")
	if got := rebuild(witness("a", a), witness("b", b)).Article.Text; got != article {
		t.Errorf("got\n%s", got)
	}
}

func TestSentenceInAnotherLanguage(t *testing.T) {
	a := replace(t, article, "why.", "why. Die Brücke ist nur bei gutem Wetter und nicht vor dem Mittag für die Leute mit einem Hund zu sehen.")
	if got := rebuild(witness("a", a), witness("b", article)).Article.Text; got != article {
		t.Errorf("got\n%s", got)
	}
}

// A copy that broke off before the end, where two others end, and goes on with
// a long passage of another article does not go on with this one.
func TestLongTailOfAShortCopy(t *testing.T) {
	const tail = "ndering what a baker from Denmark could say of it, since the old oven had been cold for a year and the people of the village bought their bread at the harbor. " +
		"She counted the loaves each evening and wrote the number into a book that nobody read. When the book was full she put it under the counter, with the letters of her aunt, and began another one, " +
		"because a habit that has lasted for ten years is not given up for want of a reader."
	at := strings.Index(article, "filled two sacks") + 2
	b, c := replace(t, article, "passengers", "pasengers"), replace(t, article, "stopped", "stoped")
	if got := rebuild(witness("a", article[:at]+tail), witness("b", b), witness("c", c)).Article.Text; got != article {
		t.Errorf("got\n%s", got)
	}
}

// Two copies of page 2, one of them unmarked, do not outvote the whole copy on
// page 1, which speaks of other things, in a language whose function words nobody knows.
func TestPageOneBeforeTwoCopiesOfPageTwo(t *testing.T) {
	const first = `Паром на Каменке остановлен

С понедельника в Луговске не работает паром. Администрация района объяснила это тем, что при осмотре водолазы нашли трещину в креплении троса, а на борту мастера увидели под краской железо, которое проржавело насквозь.

Жители левого берега читают записи в журнале о том, сколько раз звонил колокол, и добираются теперь в объезд, через старую плотину. Дорога занимает полтора часа вместо двадцати минут, школьников возит автобус, выделенный лесничеством, а почту доставляют дважды в неделю.

Депутат Светлана Ичалова предложила построить наплавной мост. Проект лежит в архиве восемь лет: смету тогда сочли завышенной, а подрядчик разорился, и документы пришлось восстанавливать заново.

Глава поселения обещал, что соберёт сход и что на него придут инженеры, а расчёты он покажет всем, кто захочет. Многие в это не верят: все прежние собрания заканчивались тем же, протоколы терялись, и об обещаниях до весны никто не вспоминал.

Пока спорят о мосте, перевозчики работают на лодках. Берут они недорого, но в сильный ветер выходить на воду отказываются, и тогда до больницы можно добраться только через плотину. В сентябре так пришлось везти роженицу, и врач встречал машину у поворота, а муж ехал следом на тракторе.

Магазин на левом берегу закрывается рано: хлеб привозят к обеду. Продавщица Зинаида Петровна записывает долги в тетрадь, тетрадь заканчивается. Капитан парома обещал подарить Зинаиде Петровне колокол, журнал рейсов отдать в музей под стекло, железо с борта продать.

`
	const second = `Паром построили ещё до войны, и срок его службы истёк дважды. Капитан Егор Лукич ведёт журнал рейсов с первого дня и помнит каждую льдину, которая ударила в борт. Он говорит, что железо устало, как устают люди, и что чинить его надо было раньше.

Теперь журнал лежит в музее, под стеклом, рядом с медным колоколом. Колокол звонил, когда паром отходил от берега, и по нему в деревне сверяли часы. Капитан приходит по воскресеньям, протирает стекло рукавом и читает записи вслух, если его об этом просят.`
	var ws []*corpus.Witness
	for id, text := range map[string]string{"a": first + second, "b": replace(t, second, "рукавом", "рукавам"), "c": replace(t, second, "железо", "жилезо")} {
		w := witness(id, text)
		w.Language = "tlh"
		if id == "a" {
			w.Marks = []corpus.Mark{{Role: corpus.RoleTitle, Start: 0, End: 4}}
		}
		if id == "b" {
			w.Page = 2
		}
		ws = append(ws, w)
	}
	if got := rebuild(ws...).Article.Text; got != first+second {
		t.Errorf("got\n%s", got)
	}
}

// TestSlipsTellOnTheRest has a copy whose words are often unknown where the
// other's are known: it is not believed where both are known to nobody.
func TestSlipsTellOnTheRest(t *testing.T) {
	noisy := replace(t, article, "the ferry", "the fcrry", "the dog?", "the dcg?", "The dog belongs", "The dcg belongs", "the council", "the councll", "passengers", "passcngers")
	a, b := witness("a", article), witness("b", noisy)
	for _, ws := range [][]*corpus.Witness{{a, b}, {b, a}} {
		if got := rebuild(ws...).Article.Text; got != article {
			t.Errorf("got\n%s", got)
		}
	}
}

// TestHeadOfAnOfferGoes has two words in a paragraph of their own, of which the
// rest was cut as spam: they are no paragraph of the article that the other lost.
func TestHeadOfAnOfferGoes(t *testing.T) {
	const head = "Go buy"
	b := witness("b", replace(t, article, "\n\nLast year", "\n\n"+head+"\n\nLast year"))
	b.Cut = make([]corpus.CutPlace, len(b.Gaps))
	for i, x := range b.Words {
		if x.Key == "buy" {
			b.Cut[i+1] = corpus.CutInLine
		}
	}
	if got := rebuild(witness("a", article), b).Article.Text; got != article {
		t.Errorf("got\n%s", got)
	}
}

// Two copies have one mould of spam in different places, with other wares: what is left
// of it when these fell is attested by none.
func TestMouldInTwoPlacesFalls(t *testing.T) {
	const mould = " in Rivermouth without any doctor and without any waiting time."
	a := replace(t, article, "other side.", "other side. Cheap lutes"+mould)
	b := replace(t, article, "since 1988,", "since 1988 or so,", "asking why.", "asking why. Quality zithers"+mould)
	if got := rebuild(witness("a", a), witness("b", b), witness("c", article)).Article.Text; got != article {
		t.Errorf("got\n%s", got)
	}
}

// A word that a copy broke at the end of a line is no compound, though its line was
// joined again and the hyphen left.
func TestHyphenAtALineEnd(t *testing.T) {
	for name, wrapped := range map[string]bool{"at the end of a line": true, "in a line": false} {
		a := witness("a", replace(t, article, "passengers", "passen-gers"))
		a.Wrapped = make([]bool, len(a.Gaps))
		for i, x := range a.Words {
			a.Wrapped[i] = wrapped && x.Surface == "gers"
		}
		if got := rebuild(a, witness("b", article)).Article.Text; (got == article) != wrapped {
			t.Errorf("%s: got\n%s", name, got)
		}
	}
}
