package source

import (
	"sync"
	"unicode"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// A language is known by its characters past ASCII, the frequent ones first.
// Other characters of its scripts weigh other.
type language struct {
	letters string
	scripts []*unicode.RangeTable
	other   float64
	weights map[rune]float64 // from 1 for the most frequent letter to .4 for the last
}

func weightsOf(letters string) map[rune]float64 {
	runes := []rune(letters)
	out := make(map[rune]float64, len(runes))
	for i, r := range runes {
		out[r] = 1 - 0.6*float64(i)/float64(len(runes))
	}
	return out
}

// A candidate is a charset and the languages that are written in it. The
// handicap is what a rarer charset must be better by.
type candidate struct {
	encoding  encoding.Encoding
	languages []language
	handicap  float64
}

func western() []language {
	return []language{
		{letters: "éàèêçùâôîûïëœ"},      // French
		{letters: "üäöß"},               // German
		{letters: "óíáñéúü"},            // Spanish
		{letters: "ãçáéíóêõúàâô"},       // Portuguese
		{letters: "èàùòìé"},             // Italian
		{letters: "äöåé"},               // Swedish, Finnish
		{letters: "åøæéö"},              // Norwegian, Danish
		{letters: "áíðéóþöæúý"},         // Icelandic
		{letters: "ëéïèöü"},             // Dutch, Albanian
		{letters: "àéóèòíçïúü·"},        // Catalan
		{letters: "áéíóú"},              // Irish
		{letters: "éñåüöèçáíóäàøúæêôã"}, // names in English
	}
}

func central() []language {
	return []language{
		{letters: "íáéěýřčšžůúťóďň"},   // Czech
		{letters: "áíéčýšžúľťôňóďäĺŕ"}, // Slovak
		{letters: "łąężóśćńź"},         // Polish
		{letters: "áéöóőüíűú"},         // Hungarian
		{letters: "ăîșțâşţ"},           // Romanian
		{letters: "čšžćđ"},             // Croatian, Slovenian
	}
}

func baltic() []language {
	return []language{
		{letters: "ėšįųžčąūę"},   // Lithuanian
		{letters: "āīēšūņļžčķģ"}, // Latvian
		{letters: "äõüöšž"},      // Estonian
	}
}

func cyrillic() []language {
	return []language{
		{letters: "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфёъ"},
		{letters: "оаинітевсрлкудмпязьгбйчхцїжюєшщфґ"},
		{letters: "аоиетнрсвлкдпмузяъгбчйхцжшщюфьѝ"},
		{letters: "аоиенрстујвкдпмлзгбчшжцхфњћљђџѓќѕ"},
	}
}

func greek() []language {
	return []language{{letters: "αοιετσνηυρπκμλςίόάγέδήωθχύφβώξζψϊϋΐΰ"}}
}
func hebrew() []language {
	return []language{{letters: "יוהלארתבמשנעםדקחפצטגןזסכךףץ"}}
}
func turkish() []language {
	return []language{{letters: "ıüşğçöâî"}}
}
func arabic() []language {
	return []language{{letters: "اليمنرتبودسعهكفقحجةشطصخأىزضذثظغإءئآؤپچژگ،؟"}}
}
func thai() []language {
	return []language{{letters: "านรอกเงมยลวดทสตะปบคหแจพชขใไโผซ่้ีัิ์ืุู็ำ", scripts: []*unicode.RangeTable{unicode.Thai}, other: 0.4}}
}

func japaneseText() []language {
	return []language{{
		letters: "のいにるたをはがとてでしなかれらさすもっこまりきくあよけせそうだンスルトーイラリクシアコタレジ、。日本人年大一国中出事者会上",
		scripts: []*unicode.RangeTable{unicode.Hiragana, unicode.Katakana, unicode.Han}, other: 0.4,
	}}
}

func koreanText() []language {
	return []language{{
		letters: "이다는의에가을하고지로은기사한들도어자인나리대그아시해를서라정수여장부일과원전상보있었것으면니조성제구등적만유관동주",
		scripts: []*unicode.RangeTable{unicode.Hangul}, other: 0.4,
	}}
}

func simplified() []language {
	return []language{{
		letters: "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运",
		scripts: []*unicode.RangeTable{unicode.Han}, other: 0.15,
	}}
}

func traditional() []language {
	return []language{{
		letters: "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運",
		scripts: []*unicode.RangeTable{unicode.Han}, other: 0.15,
	}}
}

// candidates are the charsets of old pages, the commoner first. They are made
// once and never changed.
var candidates = sync.OnceValue(func() []candidate {
	all := charsetsAndLanguages()
	for _, c := range all {
		for i := range c.languages {
			c.languages[i].weights = weightsOf(c.languages[i].letters)
		}
	}
	return all
})

// charsetsAndLanguages are the charsets that are tried, with the languages
// written in each, and what speaks against one that is rarer.
func charsetsAndLanguages() []candidate {
	return []candidate{
		{charmap.Windows1252, western(), 0},
		{charmap.Windows1251, cyrillic(), 0},
		{charmap.Windows1250, central(), 0.01},
		{charmap.KOI8U, cyrillic(), 0.01},
		{charmap.KOI8R, cyrillic(), 0.01},
		{charmap.ISO8859_2, central(), 0.02},
		{charmap.Windows1254, turkish(), 0.01},
		{charmap.Windows1253, greek(), 0.01},
		{charmap.ISO8859_7, greek(), 0.02},
		{charmap.Windows1257, baltic(), 0.02},
		{charmap.ISO8859_13, baltic(), 0.03},
		{charmap.ISO8859_4, baltic(), 0.03},
		{charmap.Windows1255, hebrew(), 0.01},
		{charmap.Windows1256, arabic(), 0.01},
		{charmap.ISO8859_6, arabic(), 0.02},
		{charmap.Windows874, thai(), 0.01},
		{charmap.ISO8859_15, western(), 0.02},
		{charmap.CodePage866, cyrillic(), 0.02},
		{charmap.ISO8859_5, cyrillic(), 0.02},
		{charmap.MacintoshCyrillic, cyrillic(), 0.02},
		{charmap.Macintosh, western(), 0.05},
		{charmap.CodePage850, western(), 0.06},
		{charmap.CodePage437, western(), 0.07},
		{charmap.CodePage852, central(), 0.06},
		{simplifiedchinese.GB18030, simplified(), 0.02},
		{traditionalchinese.Big5, traditional(), 0.03},
		{japanese.ShiftJIS, japaneseText(), 0.02},
		{japanese.EUCJP, japaneseText(), 0.03},
		{korean.EUCKR, koreanText(), 0.02},
	}
}
