package furniture

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/token"
)

// A sense is what is known of a spelling wherever it stands.
type sense struct {
	content int32 // the number of its content word
	kind    uint8 // see vocabulary
	looks   looks
}

// looks is what a spelling looks like, in bits.
type looks uint8

const (
	capital  looks = 1 << iota // begins with one
	digit                      // begins with one
	unspaced                   // is of a script without spaces
	number                     // is nothing but digits
	subject                    // has a content key
)

// look finds out what is known of every spelling of the page.
func (p *page) look(words *token.Reading) {
	p.senses = slices.Grow(p.senses, len(words.Firsts))
	p.subjects.Reset(len(words.Firsts) / 2)
	for _, first := range words.Firsts {
		p.senses = append(p.senses, p.senseOf(words.Word(int(first))))
	}
}

// senseOf says of a word all that is asked of its spelling, and the number of
// its key where it may be a subject.
func (p *page) senseOf(word string) (s sense) {
	r, n := rune(word[0]), 1
	if r >= utf8.RuneSelf {
		r, n = utf8.DecodeRuneInString(word)
	}
	s.kind = p.kinds.kind(word)
	s.note(capital, isUpper(r))
	s.note(digit, isDigit(r))
	s.note(unspaced, token.Spaceless(r))
	s.note(number, isNumber(word))
	var ok bool
	if s.kind&functionWord == 0 && s.looks&unspaced == 0 {
		var key uint64
		if key, ok = contentKey(word, n); ok {
			s.content = p.subjects.Number(key)
		}
	}
	s.note(subject, ok)
	return s
}

func (s *sense) note(l looks, is bool) {
	if is {
		s.looks |= l
	}
}

// A census counts the words of a block.
type census struct{ words, functions, controls, capitals, digits, spaceless float64 }

// census counts the words of a block and notes its content words. From the first
// character of a script without spaces on these are pairs.
func (p *page) census(b *block) (c census) {
	from, pairs := len(p.content), false
	for i := b.from; i < b.to; {
		sums := uint64(0)
		for end := min(b.to, i+laneMost); i < end; i++ {
			s := p.sense(i)
			sums += lanes[s.kind|uint8(s.looks)<<2]
			if pairs = pairs || s.looks&unspaced != 0; !pairs {
				if s.looks&subject != 0 {
					p.content = append(p.content, s.content)
				}
			} else if s.kind&functionWord == 0 && i > b.from {
				p.content = append(p.content, p.subjects.Number(pairKey(p.word(p.spans[i-1]), p.word(p.spans[i]))))
			}
		}
		c.add(sums)
	}
	if b.from < b.to && p.sense(b.from).looks&capital != 0 {
		c.capitals-- // every first word has one
	}
	c.words = float64(b.to - b.from)
	b.content = p.content[from:len(p.content):len(p.content)]
	return c
}

// lanes has what a sense adds to a census, by its kind and its looks: numbers of
// a few bits side by side, so that all are summed up at once.
var lanes = func() (t [1 << 7]uint64) {
	for i := range t {
		kind, looks := uint8(i&3), looks(i>>2)
		for k, is := range [...]bool{kind&functionWord != 0, kind&controlWord != 0, looks&capital != 0, looks&digit != 0, looks&unspaced != 0} {
			if is {
				t[i] |= 1 << (k * laneBits)
			}
		}
	}
	return t
}()

// laneMost is how many senses can be summed up.
const (
	laneBits = 12
	laneMost = 1<<laneBits - 1
)

// add adds the lanes of some words.
func (c *census) add(sums uint64) {
	for k, n := range [...]*float64{&c.functions, &c.controls, &c.capitals, &c.digits, &c.spaceless} {
		*n += float64(sums >> (k * laneBits) & laneMost)
	}
}

// sense is what is known of a word.
func (p *page) sense(i int) *sense { return &p.senses[p.spellings[i]] }

// isNumber reports a word that is nothing but digits.
func (p *page) isNumber(i int) bool { return p.sense(i).looks&number != 0 }

// isUpper is unicode.IsUpper, first of all of ASCII.
func isUpper(r rune) bool {
	return 'A' <= r && r <= 'Z' || r >= utf8.RuneSelf && unicode.IsUpper(r)
}

// isDigit is unicode.IsDigit, first of all of ASCII.
func isDigit(r rune) bool {
	return '0' <= r && r <= '9' || r >= utf8.RuneSelf && unicode.IsDigit(r)
}

// contentKey gives the hash by which a content word is known again in another
// form: its first six letters. first is how many bytes the first of them has.
func contentKey(word string, first int) (uint64, bool) {
	if key, ok, plain := plainContentKey(word); plain {
		return key, ok
	}
	var room [64]byte
	key := token.AppendKey(room[:0], word)
	letters, cut := 0, 0
	for cut < len(key) && letters < 6 {
		r, n := rune(key[cut]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRune(key[cut:])
		}
		if unicode.IsDigit(r) {
			return 0, false
		}
		cut += n
		letters++
	}
	if cut < len(key) {
		if r, _ := utf8.DecodeRune(key[cut:]); unicode.IsDigit(r) {
			return 0, false
		}
	}
	if letters < 4 && (first == 1 || letters < 3) {
		return 0, false
	}
	return hash(key[:cut]), true
}

// pairKey gives the hash of a pair of characters, which stands for a content
// word in scripts without spaces.
func pairKey(previous, word string) uint64 {
	var keys [2][64]byte
	return hashOn(hash(token.AppendKey(keys[1][:0], previous)), token.AppendKey(keys[0][:0], word))
}

// plainContentKey is contentKey of a word that begins with ASCII characters
// farther than its key is read, so that nothing behind them changes them.
func plainContentKey(word string) (key uint64, ok, plain bool) {
	const letters = 6
	seen := byte(0)
	for i := range min(len(word), letters+2) {
		seen |= word[i]
	}
	if seen >= utf8.RuneSelf {
		return 0, false, false
	}
	h := uint64(hashBasis)
	for i := range min(len(word), letters+1) {
		c := word[i]
		if '0' <= c && c <= '9' {
			return 0, false, true
		}
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		if i < letters {
			h = (h ^ uint64(c)) * hashPrime
		}
	}
	return h, len(word) >= 4, true
}

const (
	hashBasis = 14695981039346656037
	hashPrime = 1099511628211
)

// hash is FNV-1a.
func hash[T string | []byte](s T) uint64 { return hashOn(hashBasis, s) }

// hashOn goes on with a hash.
func hashOn[T string | []byte](h uint64, s T) uint64 {
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * hashPrime
	}
	return h
}
