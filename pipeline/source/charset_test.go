package source

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// sentences are short texts in the languages that old pages come in.
var sentences = map[string]string{
	"fr": "Après l’été, la forêt était déjà jaune ; où dormaient les hérissons, ça, le garçon ne le savait pas.",
	"de": "Der Bäcker öffnet früh, und für die müden Gäste gibt es heiße Brötchen mit Käse.",
	"es": "El niño corrió detrás del camión porque allí, según decía su tía, viajaba también el último pingüino.",
	"pt": "Não há razão para pânico: a estação de trem já não fecha às três, e os pães são frescos amanhã.",
	"it": "Perché no? La città è più bella di sera, e il caffè costerà già meno lunedì.",
	"sv": "När våren kommer åker vi båt över sjön och äter smörgås på den lilla ön.",
	"no": "Båten gikk før klokka åtte, så vi måtte løpe hele veien ned til bryggen på øya.",
	"is": "Það var ekki hægt að sjá fjöllin í þokunni, en við héldum áfram þó að allir væru þreyttir.",
	"cs": "Když přišel podzim, kočka ležela u kamen a čekala, až někdo přinese čerstvé mléko.",
	"pl": "Wczoraj wieczorem ktoś zostawił pod drzwiami żółtą łódkę, a sąsiad twierdzi, że nie wie skąd się wzięła.",
	"hu": "A kertész reggelente öntözi a rózsákat, és közben hűvös időről meg esőről álmodik a nagy szőlő alatt.",
	"hr": "Djevojčica je našla ključ ispod kuće, ali vrata više nisu bila ondje i sve je moglo čekati još dućan.",
	"tr": "Küçük çocuk, yağmur başlayınca ağacın altına sığındı ve kardeşini orada beklemeyi düşündü.",
	"lt": "Vakar mūsų kaimynė atnešė šviežių grybų, kuriuos ji rado už ežero, ir mes išvirėme sriubą.",
	"ru": "Старый мельник каждое утро выходил к реке и слушал, как шумит вода под мостом. Потом он садился на камень. Так проходили дни.",
	"uk": "Увечері її брат приніс із лісу гриби, і ми довго сиділи біля вогню та слухали тишу.",
	"bg": "През зимата вълците слизаха до селото, а хората палеха огньове край пътя.",
	"el": "Το πρωί ο ψαράς γύρισε στο λιμάνι με άδεια δίχτυα, αλλά κανείς δεν τον ρώτησε τίποτα.",
	"he": "הנגר הזקן ישב ליד החלון וסיפר לילדים על העץ שגדל פעם באמצע הכפר.",
	"ar": "جلس الرجل العجوز قرب النافذة وأخبر الأطفال عن الشجرة التي كانت في وسط القرية.",
	"th": "ชายชราคนหนึ่งนั่งอยู่ที่หน้าบ้านและเล่าเรื่องแม่น้ำให้เด็กฟังทุกวัน",
	"zh": "老人每天早上都到河边去看水，他说这条河知道村子里所有的事情。",
	"tw": "老人每天早上都到河邊去看水，他說這條河知道村子裡所有的事情。",
	"ja": "おじいさんは毎朝、川のそばまで歩いて行き、橋の下を流れる水の音を聞いていました。",
	"ko": "할아버지는 매일 아침 강가로 나가 다리 아래로 흐르는 물소리를 들었다고 한다.",
}

var charsets = []struct {
	name      string
	encoding  encoding.Encoding
	languages string
}{
	{"windows-1252", charmap.Windows1252, "fr de es pt it sv no is"},
	{"iso-8859-15", charmap.ISO8859_15, "de es pt it sv no is"},
	{"macintosh", charmap.Macintosh, "fr de es pt it sv no"},
	{"cp850", charmap.CodePage850, "de es pt it sv no is"},
	{"windows-1250", charmap.Windows1250, "cs pl hu hr"},
	{"iso-8859-2", charmap.ISO8859_2, "cs pl hu hr"},
	{"cp852", charmap.CodePage852, "cs pl hu hr"},
	{"windows-1251", charmap.Windows1251, "ru uk bg"},
	{"koi8-r", charmap.KOI8R, "ru bg"},
	{"koi8-u", charmap.KOI8U, "uk"},
	{"cp866", charmap.CodePage866, "ru bg"},
	{"iso-8859-5", charmap.ISO8859_5, "ru uk bg"},
	{"mac-cyrillic", charmap.MacintoshCyrillic, "ru uk bg"},
	{"windows-1253", charmap.Windows1253, "el"},
	{"iso-8859-7", charmap.ISO8859_7, "el"},
	{"windows-1254", charmap.Windows1254, "tr"},
	{"windows-1257", charmap.Windows1257, "lt"},
	{"windows-1255", charmap.Windows1255, "he"},
	{"windows-1256", charmap.Windows1256, "ar"},
	{"windows-874", charmap.Windows874, "th"},
	{"gb18030", simplifiedchinese.GB18030, "zh"},
	{"gbk", simplifiedchinese.GBK, "zh tw"},
	{"big5", traditionalchinese.Big5, "tw"},
	{"shift_jis", japanese.ShiftJIS, "ja"},
	{"euc-jp", japanese.EUCJP, "ja"},
	{"iso-2022-jp", japanese.ISO2022JP, "ja"},
	{"euc-kr", korean.EUCKR, "ko"},
}

func TestCharsetIsGuessed(t *testing.T) {
	for _, c := range charsets {
		for _, lang := range strings.Fields(c.languages) {
			text := sentences[lang]
			if c.name != "windows-1252" && !strings.HasPrefix(c.name, "windows") {
				text = strings.ReplaceAll(text, "’", "'")
			}
			for _, body := range []string{text, strings.Repeat(text+"\n", 40), text + "\r\n\r\nCopyright 2004, page 3\r\n", "Home | News | Contact\n" + text} {
				data, err := c.encoding.NewEncoder().Bytes([]byte(body))
				if err != nil {
					t.Fatalf("%s cannot write the %s sample: %v", c.name, lang, err)
				}
				if got := decodeText(data, false); got != body {
					t.Errorf("%s in %s: got %.200q", lang, c.name, got)
				}
			}
		}
	}
}

// Where a handful of bytes could be anything, they are windows-1252.
func TestFewBytesAreWestern(t *testing.T) {
	for in, want := range map[string]string{
		"a cup of caf\xe9 au lait":                             "a cup of café au lait",
		"Don\x92t say \x93never\x94 \x96 say \x91soon\x92\x85": "Don’t say “never” – say ‘soon’…",
		"\xa9 2004 Acme":                                       "© 2004 Acme",
		"M\xfcnchen":                                           "München",
		"Espa\xf1a":                                            "España",
		"S\xe3o Paulo and Z\xfcrich":                           "São Paulo and Zürich",
		"20 \xb0C, \xbd inch, \xa35, 3\xa0km":                  "20 °C, ½ inch, £5, 3\u00a0km",
		"the na\xefve r\xe9sum\xe9 of Bj\xf6rn":                "the naïve résumé of Björn",
		"\xc9COLE SUP\xc9RIEURE":                               "ÉCOLE SUPÉRIEURE",
		"\xe0 la carte":                                        "à la carte",
	} {
		if got := decodeText([]byte(in), false); got != want {
			t.Errorf("%q gave %q", want, got)
		}
	}
}

func TestUTF8IsKept(t *testing.T) {
	for lang, text := range sentences {
		for _, html := range []bool{false, true} {
			if got := decodeText([]byte("<meta charset=koi8-r>"+text), html); got != "<meta charset=koi8-r>"+text {
				t.Errorf("%s: %q", lang, got)
			}
		}
	}
	if got := decodeText([]byte("\ufefftext\r\n"), false); got != "\ufefftext\r\n" {
		t.Errorf("mark and line end: %q", got)
	}
}

func TestNearlyUTF8(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"pasted apostrophe":  {"déjà vu à l\x92été, où", "déjà vu à l’été, où"},
		"cut at the end":     {"заглавие и ещё сло\xd0", "заглавие и ещё сло\ufffd"},
		"cut in three bytes": {"日本語の文\xe7\xab", "日本語の文\ufffd"},
		"control byte":       {"naïve caf\xc3\xa9 \x81 end", "naïve café \ufffd end"},
	} {
		if got := decodeText([]byte(c.in), false); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

func TestDeclaredCharset(t *testing.T) {
	page := func(label, body string) string {
		return "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=" + label + "\"></head><body>" + body
	}
	encode := func(e encoding.Encoding, s string) string {
		out, err := e.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	for name, c := range map[string]struct {
		in, want string
	}{
		// Three letters are too few to guess by: what is declared decides.
		"short":     {encode(charmap.ISO8859_7, page("iso-8859-7", "άλφα")), page("iso-8859-7", "άλφα")},
		"gb2312":    {encode(simplifiedchinese.GBK, page("gb2312", "好")), page("gb2312", "好")},
		"a lie":     {encode(charmap.Windows1251, page("iso-8859-1", sentences["ru"])), page("iso-8859-1", sentences["ru"])},
		"other lie": {encode(charmap.Windows1251, page("utf-8", sentences["ru"])), page("utf-8", sentences["ru"])},
		"refuted":   {encode(charmap.Windows1252, page("euc-kr", sentences["fr"])), page("euc-kr", sentences["fr"])},
		"unknown":   {encode(charmap.Windows1252, page("x-none", sentences["de"])), page("x-none", sentences["de"])},
	} {
		if got := decodeText([]byte(c.in), true); got != c.want {
			t.Errorf("%s: got %q", name, got)
		}
	}
}

// A long text is sampled, its few words past ASCII found wherever they are.
func TestGuessSamplesLongText(t *testing.T) {
	text := strings.Repeat("nothing but ASCII here\n", 20000) + sentences["cs"] + "\n"
	data, err := charmap.Windows1250.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	if got := decodeText([]byte(data), false); got != text {
		t.Errorf("end is %q", got[len(got)-200:])
	}
}

func TestSampleIsBounded(t *testing.T) {
	for _, in := range []string{strings.Repeat("\xe9", 1<<20), strings.Repeat("\xe9\n", 1<<20), strings.Repeat("a", 1<<20)} {
		if got := sample([]byte(in)); len(got) > sampleSize {
			t.Errorf("sample has %d bytes", len(got))
		}
	}
}

func FuzzDecodeText(f *testing.F) {
	for _, s := range sentences {
		f.Add([]byte(s), true)
	}
	f.Add([]byte("caf\xe9 \xff\xfe\x00"), false)
	f.Add([]byte("\x1b$B$3$s\x1b(B"), false)
	f.Fuzz(func(t *testing.T, data []byte, html bool) {
		text := decodeText(data, html)
		if !utf8.ValidString(text) {
			t.Fatalf("%q gave invalid %q", data, text)
		}
		if utf8.Valid(data) && !isISO2022JP(data) && text != string(data) {
			t.Fatalf("UTF-8 %q became %q", data, text)
		}
	})
}
