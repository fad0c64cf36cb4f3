package furniture

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/zeebo/xxh3"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/scratch"
	"github.com/urtext/urtext/pipeline/token"
)

// A block is one line of the text that is not blank, with the lines that go
// on with its sentence, and what was measured on it. Positions are bytes of the text.
type block struct {
	start, end int // without the white space at its ends
	next       int // where the next block's line begins
	gap        int // blank lines before it
	from, to   int // its words

	bytes     uint16  // the kinds of its bytes
	addressed bool    // may hold an address
	words     float64 // words; characters of scripts without spaces count half
	function  float64 // share of function words over what prose has; 1 where the language has no list
	capitals  float64 // share of words after the first that begin with a capital
	digits    float64 // share of words that begin with a digit
	commas    float64 // commas and the like per word
	bars      float64 // bars, bullets and arrows per word
	addresses float64 // URLs, e-mail addresses, domains per word
	address   bool    // nothing but an address
	terminal  bool    // ends as a sentence does
	running   bool    // breaks off behind sentences that are prose; see running.go
	stop      bool    // ends in a full stop
	ellipsis  bool    // ends in an ellipsis
	colon     bool    // ends in a colon
	label     bool    // "Label: value" of a few words
	rule      bool    // no letter or digit at all
	fence     bool    // ends in a bar, or is one
	same      int     // blocks with the same words, itself among them; not counted for long ones
	control   float64 // share of words that stand on buttons, forms and footers
	tag       string  // the tag or name of the markup that calls it furniture
	content   []int32 // its content words, by their numbers
}

// prose reports whether a block reads like a paragraph of prose.
func (b *block) prose() bool {
	return b.words >= 12 && (b.terminal || b.running) && b.function > .45
}

// ruleLength is the number of signs from which a rule is a long one.
const ruleLength = 8

// longRule reports a rule that may part a page.
func (b *block) longRule() bool { return b.rule && b.end-b.start >= ruleLength }

// brief reports whether a block is short and not a sentence.
func (b *block) brief() bool { return b.words < 9 && !b.terminal }

// A page is a text cut into blocks.
type page struct {
	text     string
	language string
	set      *token.Set
	kinds    *vocabulary
	blocks   []block
	owners   int // lines that name an owner of rights
	shapes   []shape
	content  []int32 // of all blocks

	spans     []token.Span     // all words
	spellings []int32          // of all words
	senses    []sense          // by spelling
	subjects  scratch.Register // numbers the content words

	// Scratch, used again for each block.
	fields []string
	frame  []byte
	key    []byte
	own    []corpus.Proposal

	// Room for what is measured.
	rows    scratch.Room[float64]
	vectors scratch.Room[vector]
	flags   scratch.Room[bool]
	numbers scratch.Room[int32]
	ways    scratch.Room[[states]float64]
	seen    times // lines of a few words, then names
}

func newPage(text, language string) *page {
	return new(page).cut(new(token.Reading).Read(text), language)
}

// cut cuts up a text whose words are read, in the room that an earlier one took.
func (p *page) cut(words *token.Reading, language string) *page {
	text := words.Text
	*p = page{
		text: text, language: language, set: token.Of(language), kinds: vocabularyOf(language),
		blocks: p.blocks[:0], shapes: p.shapes[:0], content: p.content[:0],
		spans: words.Words, spellings: words.Spellings, senses: p.senses[:0], fields: p.fields, frame: p.frame, key: p.key, own: p.own[:0], rows: p.rows, vectors: p.vectors, subjects: p.subjects,
		flags: p.flags, numbers: p.numbers, ways: p.ways, seen: p.seen,
	}
	p.rows.Leave()
	p.vectors.Leave()
	p.flags.Leave()
	p.numbers.Leave()
	p.ways.Leave()
	p.look(words)
	gap := 0
	for at := 0; at < len(text); {
		end := strings.IndexByte(text[at:], '\n')
		if end < 0 {
			end = len(text)
		} else {
			end += at
		}
		next := min(end+1, len(text))
		start, stop := trim(text, at, end)
		switch {
		case start == stop:
			gap++
		case gap == 0 && p.goesOn(start):
			last := &p.blocks[len(p.blocks)-1]
			last.end, last.next = stop, next
		default:
			p.blocks = append(p.blocks, block{start: start, end: stop, next: next, gap: gap})
			gap = 0
		}
		at = next
	}
	p.deal()
	p.content, p.shapes = slices.Grow(p.content, len(text)/12), slices.Grow(p.shapes, len(p.blocks))
	for i := range p.blocks {
		p.measure(&p.blocks[i])
		p.shapes = append(p.shapes, p.shape(&p.blocks[i]))
	}
	p.count()
	for i := range p.blocks {
		if p.owned(i) {
			p.owners++
		}
	}
	return p
}

// deal gives each block its words: none reaches over white space.
func (p *page) deal() {
	at := 0
	for i := range p.blocks {
		b := &p.blocks[i]
		b.from = at
		for at < len(p.spans) && p.spans[at].Start < b.end {
			at++
		}
		b.to = at
	}
}

// wordsIn are the words of a block.
func (p *page) wordsIn(b *block) []token.Span { return p.spans[b.from:b.to] }

// word is the text of a word.
func (p *page) word(w token.Span) string { return p.text[w.Start:w.End] }

// goesOn reports whether the line that starts at start goes on with the
// sentence of the last block: a hard wrap that still stands. The text under
// a page mark goes on from another page.
func (p *page) goesOn(start int) bool {
	if len(p.blocks) == 0 {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(p.text[start:]); !unicode.IsLower(r) {
		return false
	}
	last := p.blocks[len(p.blocks)-1]
	s := p.text[last.start:last.end]
	r, _ := utf8.DecodeLastRuneInString(s)
	if r != ',' && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return false
	}
	line := s[strings.LastIndexByte(s, '\n')+1:]
	spaces := strings.Count(line, " ")
	return spaces >= 2 && (len(line) != len(s) || spaces >= pageMarkWords || !p.marksPage(s))
}

// trim takes white space, no-break spaces among it, off the ends of a line.
func trim(text string, at, end int) (int, int) {
	if at < end && isPlain(text[at]) && isPlain(text[end-1]) {
		return at, end
	}
	s := strings.TrimRightFunc(text[at:end], unicode.IsSpace)
	end = at + len(s)
	return end - len(strings.TrimLeftFunc(s, unicode.IsSpace)), end
}

// isPlain reports a byte of ASCII that is no white space.
func isPlain(c byte) bool { return ' ' < c && c < utf8.RuneSelf }

// measure fills in what can be seen on a block alone.
func (p *page) measure(b *block) {
	s, words := p.text[b.start:b.end], p.wordsIn(b)
	b.bytes = bytesOf(s)
	b.rule = len(words) == 0
	c := p.census(b)
	b.words = c.words - c.spaceless/2
	if c.words > 0 {
		b.capitals = c.capitals / max(1, c.words-1)
		b.digits = c.digits / c.words
		b.control = c.controls / c.words
	}
	if c.spaceless > 0 || p.language == "ko" {
		b.control = max(b.control, spacelessControls(s))
	}
	b.function = 1
	if p.set.Len() > 0 && c.spaceless < c.words/2 {
		b.function = min(1.3, c.functions/max(1, c.words)/p.kinds.expected)
	}
	p.signs(b, s)
	b.ends(s)
}

// signs counts the signs and the addresses of a block.
func (p *page) signs(b *block, s string) {
	var addresses, address float64
	commas, bars := commasAndBars(s, b.bytes)
	if b.addressed = mayHoldAddress(s); b.addressed {
		p.fields = appendPointed(p.fields[:0], s)
		for _, field := range p.fields {
			if isAddress(field) {
				addresses++
				address += float64(len(field))
			}
		}
	}
	n := max(1, b.words)
	b.commas, b.bars, b.addresses = commas/n, bars/n, addresses/n
	b.address = addresses > 0 && address >= .8*float64(len(s)-strings.Count(s, " ")-strings.Count(s, "|"))
}

// commasAndBars counts the commas and the bars, and what is like them.
func commasAndBars(s string, bytes uint16) (commas, bars float64) {
	switch {
	case bytes&(hasComma|hasBar|hasBeyond) == 0:
		return 0, 0
	case bytes&hasBeyond == 0:
		return float64(strings.Count(s, ",") + strings.Count(s, ";")), float64(strings.Count(s, "|"))
	}
	for i := 0; i < len(s); {
		if byteKinds[s[i]]&(hasComma|hasBar|hasBeyond) == 0 {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch r {
		case ',', ';', '،', '、', '，', '；':
			commas++
		case '|', '·', '•', '»', '›', '→', '▸', '►', '▾', '▼', '×', '✓':
			bars++
		}
		i += n
	}
	return commas, bars
}

// mayHoldAddress reports whether a block has a point or a mail's sign, and a
// point inside a field or the slashes of a URL: without these it has no
// address.
func mayHoldAddress(s string) bool {
	if strings.Contains(s, "://") {
		return strings.IndexByte(s, '.') >= 0 || strings.IndexByte(s, '@') >= 0
	}
	for i := 0; ; i++ {
		n := strings.IndexByte(s[i:], '.')
		if n < 0 {
			return false
		}
		if i += n; i+1 < len(s) && s[i+1] > ' ' {
			return true
		}
	}
}

// isAddress reports whether a field is a URL, an e-mail address or a domain.
func isAddress(field string) bool {
	dot := strings.IndexByte(field, '.')
	if dot < 0 && strings.IndexByte(field, '/') < 0 {
		return false // most words
	}
	field = strings.TrimFunc(field, clings)
	if strings.Contains(field, "://") || strings.HasPrefix(field, "www.") {
		return true
	}
	dot = strings.LastIndexByte(field, '.')
	if dot < 1 || len(field)-dot < 3 || len(field)-dot > 7 {
		return false
	}
	for i := 0; i < len(field); i++ {
		if c := field[i]; c >= utf8.RuneSelf || i > dot && (c < 'a' || c > 'z') && c != '/' {
			return false
		}
	}
	return strings.IndexByte(field, '@') > 0 || strings.ToLower(field) == field && asciiLetter(field[dot-1]) && dot > 2
}

// clings reports the signs that stand close to an address without being part
// of it.
func clings(r rune) bool {
	switch r {
	case '(', ')', '[', ']', '<', '>', '.', ',', ';', ':', '|', '"', '\'':
		return true
	}
	return false
}

func asciiLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// ends reads the end of a block, behind closing quotes and brackets.
func (b *block) ends(s string) {
	if c := s[len(s)-1]; asciiLetter(c) || isDigit(rune(c)) {
		b.labels(s)
		return // as most lines that are no sentence
	}
	b.fence = strings.HasSuffix(s, "|")
	s = strings.TrimRightFunc(s, func(r rune) bool { return r == '|' || unicode.IsSpace(r) })
	b.ellipsis = strings.HasSuffix(s, "...") || strings.HasSuffix(s, "…") || strings.HasSuffix(s, "[…]") || strings.HasSuffix(s, "[...]")
	inner := strings.TrimRight(s, "\"'”’»)]›」』")
	r, _ := utf8.DecodeLastRuneInString(inner)
	switch r {
	case '.', '!', '?', '…', '。', '！', '？', '؟', '।', '۔', '։', '።', ';':
		b.terminal = !b.address
		b.stop = r == '.' || r == '。' || r == '।'
	case ':', '：':
		b.colon = true
	}
	b.labels(s)
	if strings.HasSuffix(s, "\"") || strings.HasSuffix(s, "”") || strings.HasSuffix(s, "»") || strings.HasSuffix(s, "」") {
		b.terminal = b.terminal || b.words >= 8
	}
}

// labels reads whether a block is a label and a value.
func (b *block) labels(s string) {
	if b.words <= 8 && !b.colon && b.bytes&hasColon != 0 {
		if i := colon(s, 30); i > 0 {
			b.label = strings.Count(s[:i], " ") < 3
		}
	}
}

// colon returns where the first colon of a line stands, -1 where none does
// before limit.
func colon(s string, limit int) int {
	for i := 0; i < min(limit, len(s)); i++ {
		if s[i] == ':' || s[i] == "："[0] && strings.HasPrefix(s[i:], "：") {
			return i
		}
	}
	return -1
}

// sameWords is from how many words on nobody asks whether a block comes again.
const sameWords = 15

// count fills in how often a block's words come on the page. Lines go by their
// hashes, of which two hardly ever meet.
func (p *page) count() {
	p.seen.reset(len(p.blocks))
	of := p.numbers.Take(len(p.blocks)) // by block: the number of its line
	for i := range p.blocks {
		if b := &p.blocks[i]; b.words < sameWords {
			of[i] = p.seen.add(xxh3.HashString(p.text[b.start:b.end]))
		}
	}
	for i := range p.blocks {
		if b := &p.blocks[i]; b.words < sameWords {
			b.same = p.seen.n[of[i]]
		}
	}
}

// times counts hashes, in the room that it took before.
type times struct {
	numbers scratch.Register
	n       []int // by number
}

// reset makes room for so many.
func (t *times) reset(hashes int) {
	t.numbers.Reset(hashes)
	t.n = t.n[:0]
}

// add counts a hash and gives its number.
func (t *times) add(hash uint64) int32 {
	k := t.numbers.Number(hash)
	if int(k) == len(t.n) {
		t.n = append(t.n, 0)
	}
	t.n[k]++
	return k
}

// of is how often a hash was counted.
func (t *times) of(hash uint64) int {
	if k := t.numbers.Find(hash); k >= 0 {
		return t.n[k]
	}
	return 0
}

// log1p is the logarithm of 1 + x; nearly all that it is asked for are small
// numbers of words or blocks.
func log1p(x float64) float64 {
	if k := int(x); uint(k) < uint(len(logs)) && float64(k) == x {
		return logs[k]
	}
	return math.Log(1 + x)
}

var logs = func() (t [128]float64) {
	for k := range t {
		t[k] = math.Log(1 + float64(k))
	}
	return t
}()
