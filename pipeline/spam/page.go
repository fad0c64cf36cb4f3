package spam

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/scratch"
	"github.com/urtext/urtext/pipeline/token"
)

// class is what a word looks like, a set of bits.
type class uint16

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
	begun      []bool           // by three of words: begins a sentence that was injected; made by noteBegun
	vocab      vocabulary
	spoken     []bool    // by key: stands outside addresses; made by speech
	addressed  bool      // has an address
	marked     bool      // has the remains of link markup
	threeOf    []int32   // by word; made by threes
	times      []int32   // by number in threeOf; made by threes
	prices     []price   // by sentence; made by priceOf
	sites      []site    // by sentence; made by siteOf
	moulds     []mould   // by sentence; made by mouldedSentences
	suspected  []*phrase // all that were weighed; made by phrases
	traced     *traces   // made by phrases
	register   scratch.Register
	numbers    scratch.Room[int32]
	flags      scratch.Room[bool]
	sides      scratch.Room[trace]
	surveyed   []stretch // sentences; made by survey
	places     []place   // made by pivotTimes
	specimens  []specimen
	cohesions  scratch.Room[cohesion]
	wedges     int  // phrases between odd spaces before a comma
	glues      bool // one-letter words stand before no-break spaces
	wide       bool // some words stand apart as columns do
	loud       bool // has an exclamation mark
	rarest     func(language, key string) (float64, bool)
}

func newPage(text, language string) *page {
	return new(page).read(new(token.Reading).Read(text), language)
}

// read cuts up a text whose words are read, in the room that an earlier one took.
func (p *page) read(words *token.Reading, language string) *page {
	*p = page{
		text: words.Text, language: language, vocab: p.vocab, register: p.register,
		numbers: p.numbers, flags: p.flags, sides: p.sides, surveyed: p.surveyed[:0], places: p.places[:0], specimens: p.specimens, cohesions: p.cohesions,
		words: p.words[:0], terms: p.terms[:0], lines: p.lines[:0], sentences: p.sentences[:0], threeOf: p.threeOf[:0], prices: p.prices[:0], sites: p.sites[:0],
	}
	p.numbers.Leave()
	p.flags.Leave()
	p.sides.Leave()
	p.cohesions.Leave()
	p.marked, p.loud = linkMarkup(p.text), shouts(p.text)
	p.vocab.look(words, language)
	p.take(words)
	p.keys = p.vocab.keys
	if p.vocab.functions.Len() == 0 {
		p.guessFunctionWords()
	}
	p.markAddresses()
	p.markContent()
	p.keys = p.vocab.keys
	p.countTerms()
	p.closes = p.flags.Take(len(p.keys))
	for i := 1; i < len(p.words); i++ {
		if p.words[i].is(spaced) {
			continue
		}
		gap := p.gap(i)
		if gap != "" && closing(rune(gap[0])) {
			p.closes[p.words[i-1].key] = true
		}
		p.wide = p.wide || strings.Contains(gap, "   ") || strings.IndexByte(gap, '\t') >= 0
	}
	p.cutLines()
	return p
}

// take makes the words of the page.
func (p *page) take(words *token.Reading) {
	p.words = slices.Grow(p.words, len(words.Words))[:len(words.Words)]
	p.terms = slices.Grow(p.terms, len(words.Words))
	last := -1 // where the word before ends
	for i, s := range words.Words {
		w := p.vocab.senses[words.Spellings[i]]
		if s.Start == last+1 && last > 0 && p.text[last] == ' ' {
			w.class |= spaced
		}
		p.words[i] = word{uint32(s.Start), uint32(s.End), w.key, w.stem, w.class}
		last = s.End
	}
}

// guessFunctionWords takes the short words that come again and again for the
// function words of a language that has no list.
func (p *page) guessFunctionWords() {
	count := p.numbers.Take(len(p.keys))
	for _, w := range p.words {
		count[w.key]++
	}
	least := int32(max(4, len(p.words)/125))
	for i, w := range p.words {
		if count[w.key] >= least && len(p.keys[w.key]) <= 10 && !w.is(spaceless|numeral) {
			p.words[i].class |= function
		}
	}
}

// markAddresses marks the words of URLs, domains and e-mail addresses: a run
// of words without white space that has "://", "@" or a dot between letters.
func (p *page) markAddresses() {
	for i := 1; i < len(p.words); i++ {
		if p.words[i].is(spaced) || !p.addressGap(i) {
			continue
		}
		p.addressed = true
		for j := i - 1; j >= 0 && !p.words[j].is(address|spaceless); j-- {
			p.words[j].class |= address
			if j > 0 && !p.joined(j) {
				break
			}
		}
		for ; i < len(p.words) && p.joined(i) && !p.words[i].is(spaceless); i++ {
			p.words[i].class |= address
		}
	}
}

// gap is what stands between word i-1 and word i of the page.
func (p *page) gap(i int) string { return p.text[p.words[i-1].end():p.words[i].start()] }

// onlySpace reports that nothing but white space stands before word i, if anything.
func (p *page) onlySpace(i int) bool { return p.words[i].is(spaced) || blank(p.gap(i)) }

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

// markContent marks the words that carry a subject. In scripts without
// spaces a pair of characters does, so its stem becomes that of the pair.
func (p *page) markContent() {
	p.terms = p.terms[:len(p.words)]
	for i := range p.terms {
		w := &p.words[i]
		p.terms[i] = noTerm
		switch {
		case w.is(function | numeral | address):
			continue
		case w.is(spaceless):
			if i+1 == len(p.words) || p.words[i+1].start() != w.end() || !p.words[i+1].is(spaceless) {
				continue
			}
			w.stem = p.vocab.id(p.text[w.start():p.words[i+1].end()])
		case w.size() < 3:
			continue
		}
		w.class |= content
		p.terms[i] = w.stem
	}
}

// noTerm is the term of a word that is not of content: it has a cell among those
// of the stems, of no meaning, so that most loops need not ask.
const noTerm = 0

// countTerms counts how often each stem stands, and finds the one that first
// stands as often as none stands oftener.
func (p *page) countTerms() {
	p.stands = p.numbers.Take(len(p.keys))
	most := int32(0)
	for _, t := range p.terms {
		n := p.stands[t] + min(t, 1) // none for noTerm
		if p.stands[t] = n; n > most {
			most, p.commonStem = n, t
		}
	}
}
