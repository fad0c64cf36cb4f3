package spam

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/scratch"
	"github.com/urtext/urtext/pipeline/token"
)

// class is what a word looks like and what stands before it, a set of bits.
type class uint32

const (
	function  class = 1 << iota // a function word of the document's language
	title                       // begins with a capital
	upper                       // two or more letters, all capitals
	numeral                     // begins with a digit
	spaceless                   // a character of a script written without spaces
	address                     // part of a URL, a domain or an e-mail address
	content                     // carries a subject: what semantics counts
	digit                       // has a decimal digit
	spaced                      // one plain space stands before it, and nothing else
	latin                       // begins with a Latin letter
	unlatin                     // begins with a letter of another script
	paired                      // with the next character, of a script without spaces, it carries a subject

	blankBefore  // white space or nothing stands before it, but no plain space alone
	stopBefore   // a mark that may end a sentence
	partBefore   // a sign that parts the phrases of a list
	joinBefore   // what may join the words of an address
	columnBefore // what sets words in columns
	traceBefore  // what may be odd spacing
	markupBefore // one of markupSigns
)

// one is 1 for what is of one of the classes, else 0.
func (c class) one(of class) int { return int(-uint32(c&of) >> 31) }

// A word of the page. key and stem are ids: of the match key, and of its
// first letters, by which inflected forms meet. Words are read again and again,
// so they are small: no text has more bytes than 32 bits count.
type word struct {
	begins, ends uint32 // bytes of the text
	key, stem    int32
	class        class
}

func (w *word) start() int { return int(w.begins) }
func (w *word) end() int   { return int(w.ends) }
func (w *word) size() int  { return int(w.ends - w.begins) }

func (w *word) is(c class) bool { return w.class&c != 0 }

// A stretch of the page: bytes [start, end), words [from, to).
type stretch struct {
	start, end, from, to int
	line                 int
	functions, parts     int32 // of a line or a sentence: function words, and words that begin a part
	prose                bool
	absent               class // what surely none of its words is
}

// lacks reports that surely no word is of one of the classes.
func (s stretch) lacks(c class) bool { return s.absent&c == c }

func (s stretch) words() int { return s.to - s.from }

// page is the text cut up once, for all families of evidence: lines (a line
// is a paragraph), sentences, words, and how often each stem stands in prose.
type page struct {
	text       string
	language   string
	words      []word
	terms      []int32 // by word: the stem of a word of content, else noTerm
	lines      []stretch
	sentences  []stretch
	keys       []string
	stands     []int32          // by stem: occurrences
	commonStem int32            // that stands most often; noTerm where none stands
	inProse    []int32          // by stem: occurrences in prose lines
	proseSize  int              // words in prose lines
	closes     []bool           // by key: stands before a mark somewhere, so need not govern
	invisible  []int            // offsets where a stray invisible character was taken out
	opens      []bool           // by key: begins a sentence that was set aside; nil before
	openings   map[[2]int32]int // sentences set aside, by how they begin; see opening
	unopened   *aside           // where offers did not note how sentences begin; see openOffers
	begun      []bool           // by begunAt: begins a sentence that was injected; made by noteBegun
	vocab      vocabulary
	spoken     []bool          // by key: stands outside addresses; made by speech
	tagged     []bool          // by word: of the markup of a link; nil where there is none
	addressed  bool            // has an address
	extensions map[string]bool // by what may be a zone: it ends names of files; see isExtension
	marked     bool            // has the remains of link markup
	threeOf    []int32         // by word; made by threes
	times      []int32         // by number in threeOf; made by threes
	repeats    []int32         // by sentence: threes that stand elsewhere too; made by threes
	prices     []price         // by sentence; made by priceOf
	sites      []site          // by sentence; made by siteOf
	moulds     []mould         // by sentence; made by mouldedSentences
	suspected  []*phrase       // all that were weighed; made by phrases
	traced     *traces         // made by phrases
	register   scratch.Register
	numbers    scratch.Room[int32]
	flags      scratch.Room[bool]
	sides      scratch.Room[trace]
	bytes      scratch.Room[uint8]
	tongues    []uint8   // by key: of which tongues it is a function word; made by tonguesOf
	surveyed   []stretch // sentences; made by survey
	places     []place   // made by pivotTimes
	specimens  []specimen
	cohesions  scratch.Room[cohesion]
	wedges     int   // phrases between odd spaces before a comma
	glues      bool  // one-letter words stand before no-break spaces
	wide       bool  // some words stand apart as columns do
	some       class // what some word is, or what stands behind the last one
	loud       bool  // has an exclamation mark
	rarest     func(language, key string) (float64, bool)
}

// read cuts up a text whose words are read, in the room that an earlier one took.
func (p *page) read(words *token.Reading, language string) *page {
	*p = page{
		text: words.Text, language: language, vocab: p.vocab, register: p.register,
		numbers: p.numbers, flags: p.flags, sides: p.sides, bytes: p.bytes, surveyed: p.surveyed[:0], places: p.places[:0], specimens: p.specimens, cohesions: p.cohesions,
		words: p.words[:0], terms: p.terms[:0], lines: p.lines[:0], sentences: p.sentences[:0], threeOf: p.threeOf[:0], prices: p.prices[:0], sites: p.sites[:0],
	}
	p.numbers.Leave()
	p.flags.Leave()
	p.sides.Leave()
	p.bytes.Leave()
	p.cohesions.Leave()
	p.vocab.look(words, language)
	p.keys = p.vocab.keys
	p.closes = p.flags.Take(len(p.keys))
	p.take(words)
	if p.vocab.functions.Len() == 0 {
		p.guessFunctionWords()
	}
	p.wide = p.some&columnBefore != 0
	if p.some&markupBefore != 0 {
		p.marked, p.loud = linkMarkup(p.text), shouts(p.text)
	}
	if p.some&joinBefore != 0 {
		p.markAddresses()
	}
	if p.some&spaceless != 0 {
		p.pairCharacters()
		p.keys = p.vocab.keys
	}
	p.countTerms()
	p.cutLines()
	return p
}

// take makes the words of the page, and notes which stand before a mark.
func (p *page) take(words *token.Reading) {
	p.words = slices.Grow(p.words, len(words.Words))[:len(words.Words)]
	out, spellings, senses, text := p.words, words.Spellings, p.vocab.senses, p.text
	last, some := 0, class(0) // where the word before ends, and what was met
	for i, s := range words.Words {
		w := senses[spellings[i]]
		if s.Start == last+1 && i > 0 && text[last] == ' ' {
			w.class |= spaced
		} else {
			gap := text[last:s.Start]
			w.class |= beforeWord(gap)
			if i > 0 && gap != "" && gapKinds[gap[0]]&closeByte != 0 {
				p.closes[out[i-1].key] = true
			}
		}
		some |= w.class
		out[i] = word{uint32(s.Start), uint32(s.End), w.key, w.stem, w.class}
		last = s.End
	}
	p.some = some | beforeWord(text[last:])
}

// guessFunctionWords takes the short words that come again and again for the
// function words of a language that has no list. In one that is written with spaces
// none is in another script.
func (p *page) guessFunctionWords() {
	count := p.numbers.Take(len(p.keys))
	for _, w := range p.words {
		count[w.key]++
	}
	least := int32(max(4, len(p.words)/125))
	inLatin := p.inLatin()
	for i, w := range p.words {
		if count[w.key] >= least && len(p.keys[w.key]) <= 10 && !w.is(spaceless|numeral) && (p.latin(w) == inLatin || p.some&spaceless != 0) {
			p.words[i].class = w.class&^content | function
		}
	}
}

// markAddresses marks the words of URLs, domains and e-mail addresses: a run
// of words without white space that has "://", "@" or a dot between letters.
func (p *page) markAddresses() {
	for i := 1; i < len(p.words); i++ {
		if !p.words[i].is(joinBefore) || !p.addressGap(i) {
			continue
		}
		p.addressed = true
		for j := i - 1; j >= 0 && !p.words[j].is(address|spaceless); j-- {
			p.words[j].class = p.words[j].class&^content | address
			if j > 0 && !p.joined(j) {
				break
			}
		}
		for ; i < len(p.words) && p.joined(i) && !p.words[i].is(spaceless); i++ {
			p.words[i].class = p.words[i].class&^content | address
		}
	}
}

// gap is what stands between word i-1 and word i of the page.
func (p *page) gap(i int) string { return p.text[p.words[i-1].end():p.words[i].start()] }

// onlySpace reports that nothing but white space stands before word i, if anything.
func (p *page) onlySpace(i int) bool { return p.words[i].is(spaced | blankBefore) }

// joined reports that no white space or bracket stands before word i.
func (p *page) joined(i int) bool {
	return !p.words[i].is(spaced) && strings.IndexFunc(p.gap(i), func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("()[]<>|,\"", r) }) < 0
}

func (p *page) addressGap(i int) bool {
	gap := p.gap(i)
	if gap == "://" || gap == "@" {
		return true
	}
	a, b := &p.words[i-1], &p.words[i]
	return gap == "." && a.size() >= 2 && b.size() >= 2 && !a.is(spaceless) && !b.is(spaceless|numeral|title) && ascii(p.text[b.start():b.end()])
}

func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// pairCharacters marks what carries a subject in scripts without spaces, as a pair
// of characters does: the stem of the first one becomes that of the pair.
func (p *page) pairCharacters() {
	for i := range p.words[:len(p.words)-1] {
		w, next := &p.words[i], &p.words[i+1]
		if !w.is(spaceless) || w.is(function|numeral|address) || next.start() != w.end() || !next.is(spaceless) {
			continue
		}
		w.stem = p.vocab.id(p.text[w.start():next.end()])
		w.class |= content | paired
	}
}

// noTerm is the term of a word that is not of content: it has a cell among those
// of the stems, of no meaning, so that most loops need not ask.
const noTerm = 0

// countTerms notes the terms of all words, counts how often each stem stands, and
// finds the one that first stands as often as none stands oftener.
func (p *page) countTerms() {
	p.terms = slices.Grow(p.terms, len(p.words))[:len(p.words)]
	p.stands = p.numbers.Take(len(p.keys))
	most, terms, stands := int32(0), p.terms, p.stands
	for i := range p.words {
		w := &p.words[i]
		t := w.stem & -int32(w.class.one(content))
		terms[i] = t
		n := stands[t] + min(t, 1) // none for noTerm
		if stands[t] = n; n > most {
			most, p.commonStem = n, t
		}
	}
}
