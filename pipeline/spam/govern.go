package spam

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A role is what a word wants after it.
type role uint8

const (
	free        role = iota // nothing that is known
	determiner              // a noun phrase, without another determiner
	preposition             // a noun phrase
	conjunction             // another of the same
)

// roles holds, per language, the words that cannot end a phrase: articles
// and possessives, prepositions that always govern, conjunctions that always
// join. Words of more than one use are left out.
var roles = func() map[string]map[string]role {
	table := map[string][3]string{
		"en": {"the a an my your our their its every", "of at in on by from with for into onto upon among between toward towards during via than per through about as like near against within across behind beside under without after before", "and or nor"},
		"de": {"der die das den dem des ein eine einen einem einer eines kein keine keinen mein meine sein seine ihr ihre unser unsere", "von mit für aus bei zum zur im am vom beim durch ohne gegen zwischen nach", "und oder sowie"},
		"fr": {"le la les l un une des du au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs", "de d à en dans par pour avec sans chez vers entre", "et ou ni"},
		"es": {"el la los las un una unos unas mi mis tu tus su sus nuestro nuestra del al", "de en por para con sin entre desde hacia", "y e o u ni"},
		"pt": {"o a os as um uma uns umas meu minha seu sua seus suas do da dos das no na nos nas ao aos à às pelo pela", "de em por para com sem entre desde", "e ou nem"},
		"it": {"il lo la i gli le l un uno una un mio mia tuo tua suo sua del della dei delle degli dello al alla ai alle nel nella nei nelle dal dalla sul sulla", "di da in con per tra fra", "e ed o oppure"},
		"nl": {"de het een mijn jouw zijn haar onze hun", "van met voor uit bij tussen tijdens zonder tegen", "en of"},
		"sv": {"en ett den det min din sin vår er", "av med för från till vid mellan utan genom", "och eller"},
		"da": {"en et den det min din sin vores", "af med for fra til ved mellem uden gennem", "og eller"},
		"no": {"en et ei den det min din sin", "av med for fra til ved mellom uten gjennom", "og eller"},
		"pl": {"mój moja twój jego jej nasz nasza", "w we z ze do od na o po przez dla przy bez między przed nad pod", "i oraz lub albo"},
		"cs": {"můj moje tvůj jeho její náš naše", "v ve z ze do od na o po přes pro při bez mezi před nad pod s se k ke u", "a i nebo"},
		"sk": {"môj moja tvoj jeho jej náš naša", "v vo z zo do od na o po cez pre pri bez medzi pred nad pod s so k ku u", "a i alebo"},
		"ru": {"мой моя твой его её ее наш наша ваш ваша их", "в во с со к ко у о об от до из за на по для без при про через между перед над под", "и или"},
		"uk": {"мій моя твій його її наш наша ваш ваша їх", "в у з із зі до від на о по про для без при через між перед над під", "і й та або"},
		"bg": {"моят моята неговият нейният нашият", "в във с със към от до на по за без при през между пред над под", "и или"},
		"ro": {"un o niște al a ai ale", "de în din la cu pe pentru fără între prin spre către", "și sau"},
		"el": {"ο η το οι τα του της των τον την τους τις ένας μια ένα στο στη στην στον στα στους στις", "από με για σε χωρίς μεταξύ προς", "και ή"},
		"hu": {"a az egy", "", "és vagy"},
		"tr": {"bir bu şu", "", "ve veya"},
		"fi": {"", "", "ja tai"},
		"ca": {"el la els les un una uns unes l del dels al als", "de d en per amb sense entre des", "i o ni"},
		"hr": {"moj moja njegov njezin naš naša", "u na s sa od do iz za po o pri bez kroz između pred nad pod", "i ili"},
		"id": {"sebuah seorang para", "di ke dari dengan untuk pada oleh", "dan atau"},
	}
	out := make(map[string]map[string]role, len(table))
	for language, groups := range table {
		m := make(map[string]role)
		for i, group := range groups {
			for _, w := range strings.Fields(group) {
				if _, twice := m[w]; !twice {
					m[w] = role(i + 1)
				}
			}
		}
		out[language] = m
	}
	return out
}()

func (p *page) role(i int) role { return roles[p.language][p.keys[p.words[i].key]] }

// roleIn is the role of a word of a sentence, which may be in another language than
// the page.
func (p *page) roleIn(i int, s stretch) role {
	w := &p.words[i]
	if w.is(function) || s.words() > longest || p.tonguesOf(w.key) == 0 {
		return p.role(i)
	}
	if language, n := p.tongueOf(s); n > 0 {
		return roles[language][p.keys[w.key]]
	}
	return p.role(i)
}

// edge is what meets when words [from, to) are taken out.
type edge struct {
	left       int    // the word before, -1 when the sentence begins here
	right      int    // the word after, -1 when a mark or the sentence's end comes first
	mark       rune   // the mark that comes first after the words, 0 for none
	governor   role   // role of the word before
	leftPlain  bool   // nothing but white space stands before
	rightPlain bool   // nothing but white space stands after
	before     string // the gap before the words
	after      string // the gap after the words
}

// edgeOf looks round words [from, to) of a sentence.
func (p *page) edgeOf(from, to int, s stretch) edge {
	e := edge{left: -1, right: -1}
	if from > s.from {
		e.before = p.gap(from)
		e.left = from - 1
		e.leftPlain = blank(e.before)
		if e.leftPlain || e.before == "'" || e.before == "’" {
			e.governor = p.roleIn(e.left, s)
		}
	} else {
		e.before = p.text[s.start:p.words[from].start()]
	}
	if to < s.to {
		e.after = p.gap(to)
	} else {
		e.after = p.text[p.words[to-1].end():s.end]
	}
	rest := e.after[white(e.after):]
	if rest == "" && to < s.to {
		e.right, e.rightPlain = to, true
	} else if rest != "" {
		e.mark, _ = utf8.DecodeRuneInString(rest)
	}
	return e
}

func blank(s string) bool { return white(s) == len(s) }

// closing reports a mark before which no word of a phrase may be missing.
func closing(r rune) bool {
	switch r {
	case ',', '.', ';', ':', '!', '?', '…', ')', ']', '»', '”', '，', '。', '、', '；', '：', '！', '？', '）', '」':
		return true
	}
	return unicode.Is(unicode.Pf, r)
}

// needed reports that the sentence breaks when the words are taken out: what
// stands before them governs them, and nothing after could take their place.
func (p *page) needed(e edge) bool {
	if e.governor == free || e.left < 0 {
		return false
	}
	if e.right < 0 {
		return e.mark == 0 || closing(e.mark)
	}
	next := p.role(e.right)
	switch e.governor {
	case determiner:
		return next != free || p.words[e.right].is(function)
	case preposition:
		return next == preposition || next == conjunction
	}
	return next == conjunction
}
