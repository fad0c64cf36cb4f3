package repair

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/unicode/norm"

	"github.com/urtext/urtext/pipeline/corpus"
)

func TestCleanTextStays(t *testing.T) {
	for language, text := range clean {
		for _, s := range []stage{Characters{}, Lines{}, Layout{}} {
			if s == (Layout{}) && language == "fr" {
				continue // its no-break spaces are folded
			}
			doc := run(t, language, text, s)
			for _, e := range doc.Draft.Edits {
				t.Errorf("%s, %T: %q -> %q (%v)", language, s, e.Was, e.Now, e.Why)
			}
		}
	}
}

// misread reads UTF-8 text as a page. Where the page leaves a byte
// undefined, the control of its number stands for it; ok is false where the
// text is lost for good.
func misread(text string, c *charmap.Charmap) (out string, ok bool) {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		r := rune(text[i])
		if r >= utf8.RuneSelf {
			if r = c.DecodeByte(text[i]); r == utf8.RuneError {
				if r = rune(text[i]); r >= 0xA0 {
					return "", false
				}
			}
		}
		b.WriteRune(r)
	}
	return b.String(), true
}

var misreadings = []named{
	{"windows-1252", charmap.Windows1252}, {"ISO-8859-1", charmap.ISO8859_1}, {"windows-1251", charmap.Windows1251},
	{"windows-1250", charmap.Windows1250}, {"ISO-8859-2", charmap.ISO8859_2}, {"ISO-8859-15", charmap.ISO8859_15},
	{"Mac Roman", charmap.Macintosh}, {"windows-1254", charmap.Windows1254}, {"windows-1253", charmap.Windows1253},
	{"windows-1257", charmap.Windows1257}, {"windows-1255", charmap.Windows1255}, {"windows-1256", charmap.Windows1256},
	{"KOI8-R", charmap.KOI8R}, {"KOI8-U", charmap.KOI8U}, {"code page 437", charmap.CodePage437},
	{"code page 850", charmap.CodePage850}, {"code page 866", charmap.CodePage866},
}

// TestMojibakeOfAnyPage reads every clean sentence as every page, once and
// twice, and wants it back.
func TestMojibakeOfAnyPage(t *testing.T) {
	for depth, atLeast := range map[int]float64{1: .99, 2: .83} {
		for _, page := range misreadings {
			got, all := 0, 0
			var missed []string
			for language, text := range clean {
				damaged, ok := text, true
				for range depth {
					if damaged, ok = misread(damaged, page.charmap); !ok {
						break
					}
				}
				if !ok || damaged == text {
					continue
				}
				all++
				if run(t, language, damaged, Characters{}).Draft.Text == text {
					got++
				} else {
					missed = append(missed, language)
				}
			}
			if float64(got) < atLeast*float64(all)-1 {
				t.Errorf("%s, depth %d: %d of %d back; missed %v", page.name, depth, got, all, missed)
			}
		}
	}
}

func TestMojibakeInPart(t *testing.T) {
	cases := []struct{ was, now, why string }{
		{"The owner said itâ€™s “fine” – and the café agreed.", "The owner said it’s “fine” – and the café agreed.", "UTF-8 read as windows-1252"},
		{"déjà vu, dÃ©jÃ\u00A0 vu", "déjà vu, déjà vu", "UTF-8 read as windows-1252"},
		{"naÃƒÂ¯ve and naïve", "naïve and naïve", "UTF-8 read as windows-1252, twice"},
		{"Цена Р±С‹Р»Р° выше.", "Цена была выше.", "UTF-8 read as windows-1251"},
		{"caf√© and na√Øve", "café and naïve", "UTF-8 read as Mac Roman"},
		{"caf├⌐ and na├»ve", "café and naïve", "UTF-8 read as code page 437"},
		{"5 Â£ or 10\u00A0Â\u00A0%", "5 £ or 10\u00A0\u00A0%", "UTF-8 read as windows-1252"},
		{"Price: â‚¬20 â€“ no more", "Price: €20 – no more", "UTF-8 read as windows-1252"},
		{"Good ðŸ˜€ day", "Good 😀 day", "UTF-8 read as windows-1252"},
	}
	for _, c := range cases {
		doc := run(t, "und", c.was, Characters{})
		if doc.Draft.Text != c.now {
			t.Errorf("%q: got %q, want %q", c.was, doc.Draft.Text, c.now)
			continue
		}
		if e := doc.Draft.Edits[0]; e.Kind != corpus.KindMojibake || e.Why[0] != c.why {
			t.Errorf("%q: %s %v, want %q", c.was, e.Kind, e.Why, c.why)
		}
	}
}

// TestIdeographs holds that GBK writes no other character with a lead of UTF-8.
func TestIdeographs(t *testing.T) {
	for r := rune(utf8.RuneSelf); r <= unicode.MaxRune; r++ {
		if raw := gbk.bytesOf(string(r)); len(raw) > 0 && raw[0] >= 0xC2 && raw[0] <= 0xF4 && !ideograph(r) && r != utf8.RuneError {
			t.Errorf("%q is % x", r, raw)
		}
	}
}

func TestGBKMojibake(t *testing.T) {
	// Two characters of six bytes make three of GBK; only pairs that GBK has
	// in full can come back.
	var text, damaged string
	for _, pair := range strings.Fields("第一 座老 桥建 于一 百多 年前 桥上 的石 头已 经被 雨水 磨得 很光 滑每 天清 晨都 有老 人来 这里 散步") {
		s, err := simplifiedchinese.GBK.NewDecoder().String(pair)
		if err == nil && !strings.ContainsRune(s, utf8.RuneError) {
			text, damaged = text+pair, damaged+s
		}
	}
	if utf8.RuneCountInString(text) < 8 {
		t.Fatalf("only %q survives", text)
	}
	doc := run(t, "zh", "x "+damaged+" y", Characters{})
	if doc.Draft.Text != "x "+text+" y" {
		t.Errorf("got %q from %q", doc.Draft.Text, damaged)
	}
}

func TestByteOrderMarks(t *testing.T) {
	pages := []*charmap.Charmap{charmap.Windows1252, charmap.Windows1251, charmap.Windows1250, charmap.Windows1254,
		charmap.KOI8R, charmap.CodePage437, charmap.CodePage850, charmap.CodePage866, charmap.Macintosh}
	for _, p := range pages {
		mark, ok := misread(byteOrderMark, p)
		if !ok {
			t.Fatalf("%s", p)
		}
		doc := run(t, "en", mark+"A text.\n"+mark+mark+"Another.", Characters{})
		if doc.Draft.Text != "A text.\nAnother." || doc.Draft.Edits[0].Kind != corpus.KindByteOrderMark {
			t.Errorf("%s: %q gives %q %+v", p, mark, doc.Draft.Text, doc.Draft.Edits)
		}
	}
	for was, now := range map[string]string{
		"\uFEFFA text":               "A text",
		"锘? Q: so it was":            " Q: so it was",
		"Date\n\n锘縌: so it was":      "Date\n\nQ: so it was",
		"\uFEFF\uFEFFx":              "x",
		"\u00A0ï»¿ïVery":             "\u00A0ïVery",
		"Date\n\nþÿКак быть":         "Date\n\nКак быть",
		"ÿþA text":                   "A text",
		"ï”¿A text\nп\"їLo que":      "A text\nLo que",
		"п:їA text, п\"ї in it":      "A text, п\"ї in it",
		"юя\nþing er sett\n’žena":    "юя\nþing er sett\n’žena",
		"Element 102 是锘，符号是 No。":     "Element 102 是锘，符号是 No。",
		"See 锘? in the middle line.": "See 锘? in the middle line.",
		"":                           "",
		"锘":                          "锘",
	} {
		if got := run(t, "und", was, Characters{}).Draft.Text; got != now {
			t.Errorf("%q: got %q, want %q", was, got, now)
		}
	}
}

func TestEntities(t *testing.T) {
	cases := map[string]string{
		"Tom &amp; Edda":                                  "Tom & Edda",
		"she said &quot;no&quot;":                         `she said "no"`,
		"it&#8217;s, it&#x2019;s, it&rsquo;s":             "it’s, it’s, it’s",
		"it&#146;s":                                       "it’s",
		"it&amp;#39;s and &amp;quot;x&amp;quot;":          `it's and "x"`,
		"it&amp;amp;#39;s":                                "it's",
		"caf&eacute;s":                                    "cafés",
		"p&#x159&#xEDli&#x161 &#x43C&#x438&#x440, &#x3B1": "příliš мир, α",
		"&#xB7 is &#x20AC, &#x9AF is none":                "&#xB7 is €, &#x9AF is none",
		"l'&eacutecole d'&eacutet&eacute":                 "l'école d'été",
		"den ';roten'; und ';blauen'; Stein":              "den 'roten' und 'blauen' Stein",
		"den 'roten'; und ';blauen'; Stein; so":           "den 'roten'; und ';blauen'; Stein; so",
		"&Uumlbung und f&uumlr":                           "Übung und für",
		"&ldquoI don&rsquot,&rdquo she said":              "“I don’t,” she said",
		"&quotBut you&rsquove been&quot &quota":           "\"But you’ve been\" &quota",
		"see x.org/?a=b&ldquo=c":                          "see x.org/?a=b&ldquo=c",
		"10&nbsp;km":                                      "10\u00A0km",
		"10&nbsp km":                                      "10\u00A0 km",
		"price &pound 5":                                  "price £ 5",
		"it&#8217s":                                       "it’s",
		"l';albero e un';altra, O';Hara":                  "l'albero e un'altra, O'Hara",
		"don’;t, it’;s our customers’; needs":             "don’t, it’s our customers’ needs",
		"the ‘seven sisters’; it isn’;t":                  "the ‘seven sisters’; it isn’t",
		"l’;albero":                                       "l’albero",
		"don#39;t, don&#39;t":                             "don't, don't",
		`don\'t`:                                          "don't",
		"itrsquo;s a manrsquo;s life":                     "it’s a man’s life",
		"5 &lt; 6 and a&lt;b":                             "5 < 6 and a<b",
		// These stay.
		"AT&T, R&D, Q&A, fish &chips; and so on":  "AT&T, R&D, Q&A, fish &chips; and so on",
		"http://a.example/?a=1&copy=2&lt=3&reg":   "http://a.example/?a=1&copy=2&lt=3&reg",
		"In HTML you write &amp;lt; for a sign":   "In HTML you write &amp;lt; for a sign",
		"You write &lt; and it shows a sign":      "You write &lt; and it shows a sign",
		"Type `&quot;` for a quote":               "Type `&quot;` for a quote",
		"there are &amp; &quot; &lt; a &apos;":    "there are &amp; &quot; &lt; a &apos;",
		"&quot;A&quot; &amp; &quot;B&quot;, C":    "\"A\" & \"B\", C",
		"write the sign \"&\" as &amp; there":     "write the sign \"&\" as &amp; there",
		"an ampersand is written &amp;.\n\nNext":  "an ampersand is written &amp;.\n\nNext",
		"Tom &amp;\nEdda":                         "Tom &\nEdda",
		"in quotes, \"&eacute;\" is a letter":     "in quotes, \"&eacute;\" is a letter",
		"Signs\n&quot;\na quote\n&apos;\nanother": "Signs\n&quot;\na quote\n&apos;\nanother",
		"a lamp; a stamp; a clamp; so":            "a lamp; a stamp; a clamp; so",
		"Ramp;D and Tom amp; Edda":                "R&D and Tom & Edda",
		`print 'doesn\'t' and 'isn\'t'`:           `print 'doesn\'t' and 'isn\'t'`,
		"`a &amp; b` is true, and d`or is not":    "`a &amp; b` is true, and d`or is not",
		"d`emm&#xE9;nager &#xE0; l`&eacute;tage":  "d`emménager à l`étage",
		"case ';': return 'x';":                   "case ';': return 'x';",
		"char c = 'a'; char d = 'b';":             "char c = 'a'; char d = 'b';",
		"echo 'one';two":                          "echo 'one';two",
		"He said 'no'; she said 'yes'; so it was": "He said 'no'; she said 'yes'; so it was",
		"&#0; &#xD800; &#99999999; &; &#; &#x;":   "&#0; &#xD800; &#99999999; &; &#; &#x;",
		"the notation &notin x":                   "the notation &notin x",
		"one amp; stands alone":                   "one amp; stands alone",
		"&":                                       "&",
		strings.Repeat("&amp;", 3) + "x":          "&&&x",
	}
	for was, now := range cases {
		if got := run(t, "und", was, Characters{}).Draft.Text; got != now {
			t.Errorf("%q: got %q, want %q", was, got, now)
		}
	}
}

func TestEntitiesHideMojibake(t *testing.T) {
	doc := run(t, "fr", "caf&Atilde;&copy; du matin", Characters{})
	if doc.Draft.Text != "café du matin" {
		t.Errorf("got %q", doc.Draft.Text)
	}
}

func TestInvisible(t *testing.T) {
	cases := map[string]string{
		"in\u00ADvis\u200Bi\u200Cble\u2060": "invisible",
		"a\x00b\x07c\x7Fd\u0085e":           "abcd\u0085e",
		"safe\u202Etxt.exe\u202C":           "safetxt.exe",
		"a\u200Eb\u200F":                    "ab",
		"tag\U000E0041\U000E0042":           "tag",
		"b\uFE0Fold":                        "bold",
		"\uFFF9base\uFFFAnote\uFFFB":        "base note",
		"obj\uFFFCect\uFFFE":                "object",
		"mid\uFEFFdle":                      "middle",
		"\x1b[1;32mgreen\x1b[m \x1b[K":      "green ",
		"\x1b[ open \x1b[12":                "[ open [12",
		// These stay.
		"exam\u00AD\nple":       "exam\u00AD\nple",
		"❤\uFE0F 5\uFE0F\u20E3": "❤\uFE0F 5\uFE0F\u20E3",
		"👩\u200D🚀 👍🏽":           "👩\u200D🚀 👍🏽",
		"می\u200Cخواهم":         "می\u200Cخواهم",
		"क्\u200Dष":             "क्\u200Dष",
		"שלום\u200F, C++\u200E": "שלום\u200F, C++\u200E",
		"葛\U000E0100城":          "葛\U000E0100城",
		"tab\tand\u00A0space":   "tab\tand\u00A0space",
		"lost \uFFFD byte":      "lost \uFFFD byte",
		"\u200Bការ \u200B(លុប":  "\u200Bការ \u200B(លុប",
	}
	for was, now := range cases {
		if got := run(t, "und", was, Characters{}).Draft.Text; got != now {
			t.Errorf("%q: got %q, want %q", was, got, now)
		}
	}
}

func TestNormalForm(t *testing.T) {
	text := strings.Repeat("plain ", 20) + "cafe\u0301 \u1112\u1161\u11AB \u0915\u093C" + strings.Repeat(" é", 50)
	doc := run(t, "fr", text, Characters{})
	if doc.Draft.Text != norm.NFC.String(text) || len(doc.Draft.Edits) != 2 {
		t.Errorf("got %q, %d edits", doc.Draft.Text, len(doc.Draft.Edits))
	}
}

func TestInvalidUTF8IsNoError(t *testing.T) {
	for _, s := range []string{"\x80", "a\x80\u00ADb", "\xE2\x80", "é\xFF&amp;\xFE", "\uFEFF\x80"} {
		run(t, "und", s, Characters{}, Lines{}, Layout{})
	}
}

func TestLongTextIsLinear(t *testing.T) {
	for _, unit := range []string{"&amp;", "Ã", "â€", "e\u0301", "\u0301", "锘", "Ð¿", "';", "\u200D", "&#", "a-\n", "\u202E"} {
		t.Run(unit, func(t *testing.T) {
			run(t, "en", strings.Repeat(unit, 60_000), Characters{}, Lines{}, Layout{})
		})
	}
}

func FuzzCharacters(f *testing.F) {
	for _, s := range clean {
		f.Add(s)
	}
	f.Add("锘縌: l';albero &amp;quot; naÃƒÂ¯ve \u202E\xff e\u0301\u00AD\n")
	f.Fuzz(func(t *testing.T, text string) {
		doc := run(t, "und", text, Characters{})
		if utf8.ValidString(text) && !utf8.ValidString(doc.Draft.Text) {
			t.Errorf("%q became invalid: %q", text, doc.Draft.Text)
		}
	})
}

// TestNormal holds the glance at normal form C against its definition.
func TestNormal(t *testing.T) {
	pieces := []string{"a", " ", "\n", "é", "e\u0301", "\u0301", "\u0323", "한", "\u1100", "\u1161", "\u11a8", "世", "\u212b", "\uf900", "🔎", "\ufe0e", "क", "\u0958", "\u093c", "\u3099", "か", "\U0001d15e", "\xff"}
	random := rand.New(rand.NewPCG(5, 6))
	seen := [2]int{}
	for n := range 20000 {
		var b strings.Builder
		kinds := 1 + random.IntN(len(pieces))
		for range n % 100 {
			b.WriteString(pieces[random.IntN(kinds)])
		}
		want := norm.NFC.IsNormalString(b.String())
		if got := normal(b.String()); got != want {
			t.Fatalf("%q: %t", b.String(), got)
		}
		if want {
			seen[1]++
		} else {
			seen[0]++
		}
	}
	if min(seen[0], seen[1]) < 1000 {
		t.Errorf("%v: too few texts of a kind", seen)
	}
}

// TestMojibakeOfDecomposedHangul has syllables written as the letters that they
// are composed of.
func TestMojibakeOfDecomposedHangul(t *testing.T) {
	for _, page := range misreadings {
		damaged, ok := misread(norm.NFD.String(clean["ko"]), page.charmap)
		if !ok {
			continue
		}
		if got := run(t, "ko", damaged, Characters{}).Draft.Text; got != clean["ko"] {
			t.Errorf("%s: %q", page.name, got)
		}
	}
}
