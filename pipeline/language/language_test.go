package language

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// sentences are written for this test, two or three of middling length for
// each language.
var sentences = map[string]string{
	"en": "The baker on our street opens her shop at five in the morning, and by six the first loaves are gone. I asked her once how she could bear it, and she only laughed.",
	"de": "Der Bäcker in unserer Straße öffnet seinen Laden um fünf Uhr morgens, und um sechs sind die ersten Brote schon verkauft. Ich habe ihn einmal gefragt, wie er das aushält.",
	"fr": "La boulangère de notre rue ouvre sa boutique à cinq heures du matin, et à six heures les premiers pains sont déjà partis. Je lui ai demandé un jour comment elle faisait.",
	"es": "La panadera de nuestra calle abre la tienda a las cinco de la mañana y a las seis ya no quedan los primeros panes. Un día le pregunté cómo podía aguantarlo.",
	"it": "La fornaia della nostra strada apre la bottega alle cinque del mattino e alle sei i primi pani sono già finiti. Una volta le ho chiesto come facesse a resistere.",
	"pt": "A padeira da nossa rua abre a loja às cinco da manhã e às seis os primeiros pães já foram vendidos. Uma vez perguntei-lhe como é que ela aguentava, e não respondeu.",
	"nl": "De bakker in onze straat opent zijn winkel om vijf uur in de ochtend en om zes uur zijn de eerste broden al weg. Ik heb hem eens gevraagd hoe hij dat volhoudt.",
	"sv": "Bagaren på vår gata öppnar sin butik klockan fem på morgonen, och klockan sex är de första bröden redan slut. Jag frågade henne en gång hur hon orkade med det.",
	"da": "Bageren i vores gade åbner sin butik klokken fem om morgenen, og klokken seks er de første brød allerede væk. Jeg spurgte hende engang, hvordan hun kunne holde det ud.",
	"nb": "Bakeren i gata vår åpner butikken klokka fem om morgenen, og klokka seks er de første brødene allerede borte. Jeg spurte henne en gang hvordan hun orket det.",
	"fi": "Leipuri avaa kotikadullamme kauppansa viideltä aamulla, ja kuudelta ensimmäiset leivät on jo myyty. Kysyin häneltä kerran, kuinka hän jaksaa, mutta hän vain nauroi.",
	"et": "Meie tänava pagar avab oma poe hommikul kell viis ja kella kuueks on esimesed leivad juba läinud. Ma küsisin temalt kord, kuidas ta selle kõigega vastu peab.",
	"lv": "Mūsu ielas maiznieks atver savu veikalu piecos no rīta, un jau sešos pirmie maizes klaipi ir pārdoti. Reiz es viņam jautāju, kā viņš to var izturēt.",
	"lt": "Mūsų gatvės kepėjas atidaro savo parduotuvę penktą valandą ryto, o šeštą pirmieji duonos kepalai jau būna parduoti. Kartą aš jo paklausiau, kaip jis tai ištveria.",
	"pl": "Piekarz na naszej ulicy otwiera sklep o piątej rano, a o szóstej pierwszych bochenków już nie ma. Zapytałem go kiedyś, jak on to wytrzymuje, ale tylko się zaśmiał.",
	"cs": "Pekař v naší ulici otvírá obchod v pět hodin ráno a v šest už jsou první bochníky pryč. Jednou jsem se ho zeptal, jak to může vydržet, ale jenom se zasmál.",
	"sk": "Pekár na našej ulici otvára obchod o piatej hodine ráno a o šiestej sú už prvé bochníky preč. Raz som sa ho opýtal, ako to môže vydržať, ale iba sa zasmial.",
	"sl": "Pek v naši ulici odpre trgovino ob petih zjutraj in ob šestih so prvi hlebci že prodani. Nekoč sem ga vprašal, kako to zdrži, pa se je samo nasmejal.",
	"hu": "A pék az utcánkban reggel ötkor nyitja ki a boltját, és hatkor az első kenyerek már elfogytak. Egyszer megkérdeztem tőle, hogy bírja ezt, de csak nevetett.",
	"ro": "Brutarul de pe strada noastră își deschide prăvălia la cinci dimineața, iar la șase primele pâini s-au vândut deja. L-am întrebat odată cum poate să reziste.",
	"tr": "Sokağımızdaki fırıncı dükkânını sabah beşte açıyor ve saat altıda ilk ekmekler çoktan bitmiş oluyor. Bir gün ona buna nasıl dayandığını sordum, ama o sadece güldü.",
	"ca": "La fornera del nostre carrer obre la botiga a les cinc del matí i a les sis els primers pans ja s'han venut. Un dia li vaig preguntar com ho podia aguantar.",
	"id": "Tukang roti di jalan kami membuka tokonya pada pukul lima pagi, dan pada pukul enam roti pertama sudah habis. Saya pernah bertanya bagaimana dia bisa tahan, tetapi dia hanya tertawa.",
	"vi": "Người thợ làm bánh ở phố chúng tôi mở cửa hàng lúc năm giờ sáng, và đến sáu giờ thì những ổ bánh đầu tiên đã hết. Tôi từng hỏi cô ấy làm sao chịu được.",
	"sw": "Mwokaji wa mtaa wetu hufungua duka lake saa kumi na moja asubuhi, na saa kumi na mbili mikate ya kwanza imekwisha. Nilimwuliza siku moja jinsi anavyoweza kuvumilia hayo yote.",
	"af": "Die bakker in ons straat maak sy winkel vyfuur in die oggend oop, en teen sesuur is die eerste brode al weg. Ek het hom eenkeer gevra hoe hy dit uithou.",
	"is": "Bakarinn í götunni okkar opnar búðina sína klukkan fimm á morgnana og klukkan sex eru fyrstu brauðin þegar farin. Ég spurði hana einu sinni hvernig hún gæti þetta.",
	"ru": "Пекарь на нашей улице открывает свою лавку в пять часов утра, а к шести первых буханок уже нет. Однажды я спросил его, как он это выдерживает, но он только засмеялся.",
	"uk": "Пекар на нашій вулиці відчиняє свою крамницю о п'ятій ранку, а о шостій перших хлібин уже немає. Якось я запитав його, як він це витримує, але він лише засміявся.",
	"be": "Пекар на нашай вуліцы адчыняе сваю краму а пятай гадзіне раніцы, а ўжо а шостай першых боханаў няма. Аднойчы я запытаў яго, як ён гэта вытрымлівае.",
	"bg": "Хлебарят на нашата улица отваря магазина си в пет часа сутринта, а в шест първите хлябове вече са свършили. Веднъж го попитах как издържа на това, но той само се засмя.",
	"sr": "Пекар у нашој улици отвара радњу у пет сати ујутру, а већ у шест првих хлебова више нема. Једном сам га питао како то издржава, али се он само насмејао.",
	"mk": "Пекарот на нашата улица ја отвора продавницата во пет часот наутро, а во шест првите лебови веќе ги нема. Еднаш го прашав како го издржува тоа, но тој само се насмеа.",
	"el": "Ο φούρναρης στον δρόμο μας ανοίγει το μαγαζί του στις πέντε το πρωί, και στις έξι τα πρώτα ψωμιά έχουν ήδη τελειώσει.",
	"ar": "يفتح الخباز في شارعنا دكانه في الساعة الخامسة صباحا، وفي الساعة السادسة تكون الأرغفة الأولى قد نفدت. سألته مرة كيف يتحمل ذلك لكنه ضحك فقط.",
	"fa": "نانوای خیابان ما مغازه‌اش را ساعت پنج صبح باز می‌کند و ساعت شش نخستین نان‌ها تمام شده است. یک بار از او پرسیدم که چطور این کار را تحمل می‌کند.",
	"ur": "ہماری گلی کا نانبائی صبح پانچ بجے اپنی دکان کھولتا ہے اور چھ بجے تک پہلی روٹیاں ختم ہو جاتی ہیں۔ میں نے ایک بار اس سے پوچھا کہ وہ یہ کیسے برداشت کرتا ہے۔",
	"he": "האופה ברחוב שלנו פותח את החנות בחמש בבוקר, ובשש הכיכרות הראשונות כבר נגמרו.",
	"hi": "हमारी गली का बेकर सुबह पाँच बजे अपनी दुकान खोलता है और छह बजे तक पहली रोटियाँ बिक चुकी होती हैं। मैंने एक बार उससे पूछा कि वह यह कैसे सह लेता है।",
	"ka": "ჩვენი ქუჩის მცხობელი დილის ხუთ საათზე აღებს თავის მაღაზიას.",
	"th": "คนทำขนมปังในถนนของเราเปิดร้านตอนตีห้า และหกโมงเช้าขนมปังก้อนแรกก็หมดแล้ว",
	"zh": "我们街上的面包师早上五点开店,到六点第一批面包已经卖完了。我曾经问她怎么受得了,她只是笑了笑。",
	"ja": "私たちの通りのパン屋さんは朝五時に店を開け、六時には最初のパンがもう売り切れています。",
	"ko": "우리 거리의 빵집 주인은 아침 다섯 시에 가게를 열고 여섯 시면 첫 빵이 벌써 다 팔린다.",
	"tl": "Binubuksan ng panadero sa aming kalye ang kanyang tindahan tuwing alas singko ng umaga, at pagsapit ng alas sais ay ubos na ang mga unang tinapay.",
	"eu": "Gure kaleko okinak goizeko bostetan irekitzen du denda, eta seietarako lehen ogiak salduta daude. Behin galdetu nion nola jasaten zuen hori, baina barre besterik ez zuen egin.",
	"ga": "Osclaíonn an báicéir ar ár sráid a shiopa ag a cúig a chlog ar maidin, agus faoina sé a chlog tá na chéad bhuilíní imithe. D'fhiafraigh mé di uair amháin conas a bhí sí in ann é a sheasamh.",
	"cy": "Mae'r pobydd ar ein stryd ni yn agor ei siop am bump o'r gloch y bore, ac erbyn chwech mae'r torthau cyntaf wedi mynd. Gofynnais iddi unwaith sut yr oedd hi'n gallu ei wneud.",
	"sq": "Furrtari në rrugën tonë e hap dyqanin në orën pesë të mëngjesit dhe në gjashtë bukët e para janë shitur tashmë. E pyeta një herë se si e duronte, por ai vetëm qeshi.",
	"gl": "A panadeira da nosa rúa abre a tenda ás cinco da mañá e ás seis xa non quedan os primeiros pans. Unha vez pregunteille como o podía aguantar e ela só riu.",
	"xh": "Umbhaki okwisitrato sethu uvula ivenkile yakhe ngentsimbi yesihlanu kusasa, kwaye ngentsimbi yesithandathu izonka zokuqala sele ziphelile. Ndakhe ndambuza ukuba unyamezela njani na.",
	"so": "Rootiilaha jidkeenna wuxuu dukaankiisa furaa shanta subaxnimo, lixdana rootiyadii ugu horreeyay way dhammaadaan. Mar ayaan weydiiyay sida uu ugu adkaysto, laakiin wuu qoslay oo keliya.",
	"kk": "Біздің көшедегі наубайшы дүкенін таңғы бесте ашады, ал алтыда алғашқы нандар сатылып кетеді. Мен одан бұған қалай шыдайтынын сұрадым, бірақ ол тек күлді.",
	"mn": "Манай гудамжны талхчин дэлгүүрээ өглөөний таван цагт нээдэг бөгөөд зургаан цагт эхний талхнууд дууссан байдаг. Би нэг удаа түүнээс яаж тэсдэгийг нь асуусан юм.",
}

func TestSentences(t *testing.T) {
	d := mustNew(t)
	for want, text := range sentences {
		if got := d.Of(text); got != want {
			t.Errorf("%s: got %s for %q", want, got, text)
		}
	}
}

func TestOurArticles(t *testing.T) {
	files, err := filepath.Glob("../../fixtures/articles/*/*.txt")
	if err != nil || len(files) == 0 {
		t.Skip("no fixture articles")
	}
	d := mustNew(t)
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		doc := &corpus.Document{Draft: corpus.NewDraft(string(b))}
		if err := d.Apply(doc); err != nil {
			t.Fatal(err)
		}
		if want := filepath.Base(filepath.Dir(f)); doc.Language != want || len(doc.Passages) > 0 {
			t.Errorf("%s: %s %v", f, doc.Language, doc.Passages)
		}
	}
}

func TestShortTexts(t *testing.T) {
	d := mustNew(t)
	for text, want := range map[string]string{
		"":                           Unknown,
		"   \n\t\n":                  Unknown,
		"12 345 678 90":              Unknown,
		"+++ --- !!!":                Unknown,
		"🚀🚀🚀":                        Unknown,
		"x":                          Unknown,
		"Ok":                         Unknown,
		"Password":                   Unknown,
		"https://example.org/a-page": Unknown,
		"name@example.org":           Unknown,
		"\xff\xfe\xfd":               Unknown,
		"γεια σου":                   "el",
		"שלום עולם":                  "he",
		"안녕하세요":                      "ko",
		"ありがとう":                      "ja",
		"今天天气很好":                     "zh",
		"สวัสดี":                     "th",
		"It was the end of it.":      "en",
		"Das ist nicht von mir, und ich will es auch nicht.": "de",
		"Je ne sais pas ce que c'est.":                       "fr",
		"Это не то, что я хотел.":                            "ru",
		"Non è la stessa cosa per tutti.":                    "it",
	} {
		if got := d.Of(text); got != want {
			t.Errorf("%q: got %s, want %s", text, got, want)
		}
	}
}

func TestFurnitureAndAddressesDoNotMislead(t *testing.T) {
	d := mustNew(t)
	head := "Maillot domicile pas cher\nLivraison gratuite et retours\nInscrivez-vous à la lettre\nMon compte\nPanier\n\n"
	body := sentences["en"] + "\n\n" + strings.ReplaceAll(sentences["en"], "baker", "florist")
	foot := "\n\nMentions légales\nConditions générales de vente\nhttps://example.fr/le-la-les-des-et-une\n"
	if got := d.Of(head + body + foot); got != "en" {
		t.Errorf("got %s", got)
	}
	links := strings.Repeat("https://example.com/the/and/of/is-not-the-one.html ", 30)
	if got := d.Of(links + "\n" + sentences["it"]); got != "it" {
		t.Errorf("links: got %s", got)
	}
	if got := d.Of(strings.ReplaceAll(sentences["it"], " la ", " l';altra ")); got != "it" {
		t.Errorf("entities: got %s", got)
	}
}

func TestWrappedLines(t *testing.T) {
	d := mustNew(t)
	for _, code := range []string{"en", "de", "ru", "pt"} {
		words := strings.Fields(strings.Repeat(sentences[code]+" ", 5))
		var b strings.Builder
		for i, w := range words {
			b.WriteString(w)
			if i%9 == 8 {
				b.WriteByte('\n')
			} else {
				b.WriteByte(' ')
			}
		}
		if got := d.Of(b.String()); got != code {
			t.Errorf("%s: got %s", code, got)
		}
	}
}

func TestPassages(t *testing.T) {
	d := mustNew(t)
	for _, c := range []struct {
		name, text string
		language   string
		passages   []string
	}{
		{"one language", sentences["en"] + "\n\n" + sentences["en"], "en", nil},
		{"a quotation", sentences["en"] + "\n\n" + sentences["de"] + "\n\n" + english, "en", []string{"de"}},
		{"another script", sentences["en"] + "\n\n" + sentences["ru"] + "\n\n" + sentences["en"], "en", []string{"ru"}},
		{"two neighbours", sentences["nl"] + "\n\n" + sentences["nl"] + "\n\n" + sentences["it"] + "\n\n" + sentences["it"], "", nil},
		{"too short", sentences["en"] + "\n\nNous ne sommes pas là.\n\n" + sentences["en"], "en", nil},
		{"names", sentences["en"] + "\n\nWolfgang Amadeus Mozart, Ludwig van Beethoven, Johann Sebastian Bach, Franz Schubert, Clara Schumann\n\n" + sentences["en"], "en", nil},
		{"code", sentences["en"] + "\n\nfor (int i = 0; i < n; i++) { sum += values[i]; count = count + 1; result = sum / count; }\n\n" + sentences["en"], "en", nil},
		{"none in an unknown text", "12 34", Unknown, nil},
	} {
		doc := &corpus.Document{Draft: corpus.NewDraft(c.text)}
		if err := d.Apply(doc); err != nil {
			t.Fatal(err)
		}
		if c.language == "" {
			if len(doc.Passages) != 1 || doc.Passages[0].Language == doc.Language {
				t.Errorf("%s: %s %+v", c.name, doc.Language, doc.Passages)
			}
			continue
		}
		var got []string
		for _, p := range doc.Passages {
			got = append(got, p.Language)
			if want := sentences[p.Language]; c.text[p.Start:p.End] != want {
				t.Errorf("%s: passage %q", c.name, c.text[p.Start:p.End])
			}
		}
		if doc.Language != c.language || strings.Join(got, " ") != strings.Join(c.passages, " ") {
			t.Errorf("%s: %s %v", c.name, doc.Language, got)
		}
		if doc.Draft.Text != c.text {
			t.Errorf("%s: the text was changed", c.name)
		}
	}
}

// english is a longer text, since trigrams are counted once each: two sentences
// of one language do not outweigh one of another.
const english = `Those who came late had to stand at the back, where nobody could hear what was being said about the water.

By the time the mayor had finished, most of them had gone home again, for the rain had begun and the hall has no roof over its porch.

We wrote it all down for our neighbours, who asked us to, and put a copy up in the window of the shop.`

func TestAllowedLanguages(t *testing.T) {
	if _, err := New([]string{"en", "klingon"}); err == nil {
		t.Error("no error for an unknown code")
	}
	d, err := New([]string{"de", "no", "ru"})
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		sentences["da"]: "nb", sentences["uk"]: "ru", sentences["ja"]: Unknown, sentences["el"]: Unknown,
	} {
		if got := d.Of(text); got != want {
			t.Errorf("%q: got %s, want %s", text, got, want)
		}
	}
	if len(Known()) < 70 {
		t.Errorf("%d languages", len(Known()))
	}
}

func TestSameAnswerFromManyGoroutines(t *testing.T) {
	d := mustNew(t)
	text := sentences["da"][:90]
	want := d.Of(text)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 20 {
				if got := d.Of(text); got != want {
					t.Errorf("%s, then %s", want, got)
				}
			}
		})
	}
	wg.Wait()
}

func FuzzApply(f *testing.F) {
	f.Add(sentences["en"] + "\n" + sentences["zh"])
	f.Add("a\xffb\n\n\u0301 ー ー")
	d, err := New([]string{"en", "de", "ru", "ja", "el"})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		doc := &corpus.Document{Draft: corpus.NewDraft(text)}
		if err := d.Apply(doc); err != nil || doc.Language == "" {
			t.Fatalf("%q: %q %v", text, doc.Language, err)
		}
		at := 0
		for _, p := range doc.Passages {
			if p.Start < at || p.End <= p.Start || p.End > len(text) || p.Language == doc.Language {
				t.Fatalf("%q: %+v", text, p)
			}
			at = p.End
		}
	})
}

func mustNew(t *testing.T, languages ...string) *Detector {
	t.Helper()
	d, err := New(languages)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func BenchmarkOf(b *testing.B) {
	d, err := New(nil)
	if err != nil {
		b.Fatal(err)
	}
	text := strings.Repeat(sentences["en"]+"\n\n", 30)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		d.Of(text)
	}
}

// TestMostLanguages holds that a tally has room for every language with a list.
func TestMostLanguages(t *testing.T) {
	if n := len(functionWords().languages); n > mostLanguages {
		t.Errorf("%d languages, room for %d", n, mostLanguages)
	}
}
