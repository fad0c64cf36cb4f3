package repair

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"github.com/urtext/urtext/pipeline/corpus"
)

// notes are two short paragraphs of everyday prose in the languages that
// single-byte pages were made for.
var notes = map[string]string{
	"ru": "Вчера вечером мы долго сидели на кухне и говорили о том, как изменился наш город за последние годы. Бабушка принесла старые фотографии и стала рассказывать о своей юности.\n\nУтром она поехала на рынок за яблоками, но вернулась с пустой корзиной: автобус сломался у моста.",
	"uk": "Учора ввечері ми довго сиділи на кухні й говорили про те, як змінилося наше місто за останні роки. Бабуся принесла старі світлини і почала розповідати про свою юність.\n\nУранці вона поїхала на ринок по яблука, але повернулася з порожнім кошиком: автобус зламався біля мосту.",
	"bg": "Снощи дълго седяхме в кухнята и говорихме за това как се е променил градът ни през последните години. Баба донесе стари снимки и започна да разказва за младостта си.\n\nСутринта тя отиде на пазара за ябълки, но се върна с празна кошница: автобусът се повреди до моста.",
	"sr": "Синоћ смо дуго седели у кухињи и причали о томе како се наш град променио последњих година. Бака је донела старе слике и почела да прича о својој младости.\n\nУјутру је отишла на пијацу по јабуке, али се вратила са празном корпом: аутобус се покварио код моста.",
	"el": "Χθες το βράδυ καθίσαμε πολλή ώρα στην κουζίνα και μιλούσαμε για το πώς άλλαξε η πόλη μας τα τελευταία χρόνια. Η γιαγιά έφερε παλιές φωτογραφίες και άρχισε να διηγείται.\n\nΤο πρωί πήγε στην αγορά για μήλα, αλλά γύρισε με άδειο καλάθι: το λεωφορείο χάλασε κοντά στη γέφυρα.",
	"he": "אתמול בערב ישבנו זמן רב במטבח ודיברנו על השינויים בעיר שלנו בשנים האחרונות. סבתא הביאה תמונות ישנות והתחילה לספר על נעוריה.\n\nבבוקר היא נסעה לשוק לקנות תפוחים, אבל חזרה עם סל ריק: האוטובוס התקלקל ליד הגשר.",
	"ar": "جلسنا مساء أمس طويلا في المطبخ وتحدثنا عن تغير مدينتنا في السنوات الأخيرة. أحضرت الجدة صورا قديمة وبدأت تحكي عن شبابها.\n\nفي الصباح ذهبت إلى السوق لتشتري التفاح لكنها عادت بسلة فارغة لأن الحافلة تعطلت قرب الجسر.",
	"pl": "Wczoraj wieczorem długo siedzieliśmy w kuchni i rozmawialiśmy o tym, jak zmieniło się nasze miasto w ciągu ostatnich lat. Babcia przyniosła zdjęcia i zaczęła opowiadać o swojej młodości.\n\nRano pojechała na targ po jabłka, ale wróciła z pustym koszykiem: autobus zepsuł się koło mostu, a kierowca poszedł na obiad i długo nie wracał. Śmialiśmy się później z tego aż do późnej nocy.",
	"cs": "Včera večer jsme dlouho seděli v kuchyni a mluvili o tom, jak se naše město za poslední léta změnilo. Babička přinesla staré fotografie a začala vyprávět o svém mládí.\n\nRáno jela na trh pro jablka, ale vrátila se s prázdným košíkem: autobus se porouchal u mostu a řidič šel na oběd. Později jsme se tomu všichni ještě dlouho smáli.",
	"hu": "Tegnap este sokáig ültünk a konyhában, és arról beszélgettünk, hogyan változott meg a városunk az elmúlt években. A nagymama régi fényképeket hozott elő, és mesélni kezdett.\n\nReggel a piacra ment almáért, de üres kosárral tért vissza: a busz elromlott a híd mellett. Később mindannyian sokat nevettünk ezen a történeten.",
	"hr": "Sinoć smo dugo sjedili u kuhinji i pričali o tome kako se naš grad promijenio posljednjih godina. Baka je donijela stare slike i počela pričati o svojoj mladosti, o školi i o svađama.\n\nUjutro je otišla na tržnicu po jabuke, ali se vratila s praznom košarom: autobus se pokvario kod mosta, a vozač je otišao na ručak i više se nije vraćao.",
	"tr": "Dün akşam uzun süre mutfakta oturduk ve şehrimizin son yıllarda nasıl değiştiğini konuştuk. Büyükannem eski fotoğrafları getirdi ve gençliğini anlatmaya başladı.\n\nSabah elma almak için pazara gitti, ama boş sepetle döndü: otobüs köprünün yanında bozulmuştu. Daha sonra hepimiz buna çok güldük ve çay içtik.",
	"lt": "Vakar vakare ilgai sėdėjome virtuvėje ir kalbėjome apie tai, kaip per pastaruosius metus pasikeitė mūsų miestas. Močiutė atnešė senas nuotraukas ir ėmė pasakoti apie savo jaunystę.\n\nRytą ji išvažiavo į turgų obuolių, bet grįžo su tuščiu krepšiu: autobusas sugedo prie tilto, o vairuotojas išėjo pietų ir ilgai negrįžo.",
	"fr": "Hier soir, nous sommes restés longtemps à la cuisine et nous avons parlé de la façon dont notre ville a changé ces dernières années. Grand-mère a apporté de vieilles photographies où l'on voyait le théâtre.\n\nLe matin, elle était allée au marché chercher des pommes, mais elle est revenue le panier vide : l'autobus était tombé en panne près du pont, à côté de la forêt, et ça l'a beaucoup amusée.",
	"de": "Gestern Abend saßen wir lange in der Küche und sprachen darüber, wie sich unsere Stadt in den letzten Jahren verändert hat. Großmutter holte alte Fotos hervor und begann zu erzählen, was früher üblich war.\n\nAm Morgen fuhr sie für Äpfel zum Markt, kam aber mit leerem Korb zurück: Der Bus war bei der Brücke stehen geblieben. Später haben wir darüber natürlich alle sehr gelacht und noch eine Tasse Tee getrunken, bis es dämmerte.",
	"es": "Ayer por la noche estuvimos mucho tiempo en la cocina y hablamos de cómo cambió nuestra ciudad en los últimos años. La abuela trajo fotografías de su niñez y empezó a contar cómo era todo aquí.\n\nPor la mañana salió al mercado a comprar manzanas, pero volvió con la cesta vacía: el autobús se averió junto al puente y el señor que lo conducía se marchó a comer. Después nos reímos también de aquello, más de lo que debíamos según mamá.",
	"sv": "I går kväll satt vi länge i köket och pratade om hur vår stad har förändrats de senaste åren. Mormor tog fram gamla bilder och började berätta om sin ungdom på landet.\n\nPå morgonen åkte hon till torget för att köpa äpplen, men kom hem med tom korg: bussen gick sönder vid bron. Senare skrattade vi alla åt det och drack te tills det blev mörkt över sjön.",
}

// misturn writes text in one page and reads it as another, as readers do
// that let bytes through which their page leaves undefined; ok is false
// where the page lacks a letter.
func misturn(text string, wrote, read *charmap.Charmap) (string, bool) {
	var b strings.Builder
	for _, r := range text {
		c, ok := wrote.EncodeRune(r)
		if !ok {
			return "", false
		}
		now := read.DecodeByte(c)
		if now == utf8.RuneError {
			now = rune(c)
		}
		b.WriteRune(now)
	}
	return b.String(), true
}

// restored counts the characters that differ from text in damaged, and those
// of them that are right again in mended.
func restored(text, damaged, mended string) (right, wrong int) {
	a, b, c := []rune(text), []rune(damaged), []rune(mended)
	for i := range a {
		if a[i] != b[i] {
			wrong++
			if len(c) == len(a) && c[i] == a[i] {
				right++
			}
		}
	}
	return right, wrong
}

// TestMisreadPages damages notes in every language with every pair of pages
// that can do it, and wants nearly all letters back for each pair.
func TestMisreadPages(t *testing.T) {
	var names []named
	for _, p := range commonPages() {
		names = append(names, p.named)
	}
	pairs, poor, all, back := 0, 0, 0, 0
	for _, wrote := range names {
		for _, read := range names {
			right, wrong := 0, 0
			var missed []string
			for language, text := range notes {
				damaged, ok := misturn(text, wrote.charmap, read.charmap)
				if !ok || damaged == text {
					continue
				}
				r, w := restored(text, damaged, run(t, "und", damaged, Characters{}).Draft.Text)
				if right, wrong = right+r, wrong+w; r < w {
					missed = append(missed, language)
				}
			}
			if wrong == 0 {
				continue
			}
			pairs, all, back = pairs+1, all+wrong, back+right
			if float64(right) < .9*float64(wrong) {
				poor++
				t.Logf("%s read as %s: %d of %d characters back; not whole: %v", wrote.name, read.name, right, wrong, missed)
			}
		}
	}
	t.Logf("%d pairs of pages, %d below nine tenths; %d of %d characters back: %.2f%%", pairs, poor, back, all, 100*float64(back)/float64(all))
	// Two short paragraphs prove little where two pages of one script differ
	// in a few letters, and Hebrew and Greek are known by single letters only.
	if float64(back) < .935*float64(all) || poor*8 > pairs {
		t.Errorf("%d pairs of pages, %d below nine tenths; %d of %d characters back", pairs, poor, back, all)
	}
}

func TestMisreadInPart(t *testing.T) {
	ru, _ := misturn(notes["ru"], charmap.Windows1251, charmap.Windows1252)
	el, _ := misturn(notes["el"], charmap.Windows1253, charmap.Windows1252)
	koi, _ := misturn(notes["ru"], charmap.KOI8R, charmap.Windows1251)
	cs, _ := misturn(notes["cs"], charmap.Windows1250, charmap.Windows1252)
	menu := "Главная страница\nНовости города\nОбратная связь\n\n"
	cases := map[string][2]string{
		"English furniture":         {"Home | News | Contact\n\n" + ru + "\n\nShare this – it’s free", "Home | News | Contact\n\n" + notes["ru"] + "\n\nShare this – it’s free"},
		"furniture of the language": {menu + koi + "\n\nНазад на главную", menu + notes["ru"] + "\n\nНазад на главную"},
		"wrapped":                   {wrapAt(ru, 50), wrapAt(notes["ru"], 50)},
		"wrapped Czech":             {wrapAt(cs, 60), wrapAt(notes["cs"], 60)},
		"decomposed after":          {norm.NFD.String(ru), notes["ru"]},
		"quotes put in later":       {"“" + el + "”", "“" + notes["el"] + "”"},
		"English words among them":  {strings.ReplaceAll(ru, ", ", " (Harrowby Shoes), "), strings.ReplaceAll(notes["ru"], ", ", " (Harrowby Shoes), ")},
		"one sentence":              {"Ïðèâåò, êàê äåëà? Âñ¸ õîðîøî.", "Привет, как дела? Всё хорошо."},
	}
	for name, c := range cases {
		doc := run(t, "und", c[0], Characters{})
		if doc.Draft.Text != c[1] {
			t.Errorf("%s: got\n%s\nwant\n%s", name, doc.Draft.Text, c[1])
		}
		for _, e := range doc.Draft.Edits {
			if e.Kind != corpus.KindMojibake && e.Kind != corpus.KindNormal {
				t.Errorf("%s: %+v", name, e)
			}
		}
	}
}

// TestArticlesStay holds that no character of the articles of this project
// is changed, nor of the notes.
func TestArticlesStay(t *testing.T) {
	texts := map[string]string{}
	for language, text := range notes {
		texts[language] = text
	}
	err := filepath.WalkDir("../../fixtures/articles", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		texts[path] = string(data)
		return err
	})
	if err != nil || len(texts) < len(notes)+40 {
		t.Fatalf("%d texts, %v", len(texts), err)
	}
	characters, edits := 0, 0
	for name, text := range texts {
		doc := run(t, "und", text, Characters{})
		characters += utf8.RuneCountInString(text)
		edits += len(doc.Draft.Edits)
		for _, e := range doc.Draft.Edits {
			t.Errorf("%s: %q -> %q (%v)", name, e.Was, e.Now, e.Why)
		}
	}
	t.Logf("%d texts: %.1f edits per million characters", len(texts), 1e6*float64(edits)/float64(characters))
}
