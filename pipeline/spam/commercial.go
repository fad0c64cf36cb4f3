package spam

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// pitch is what a stretch has of the syntax of selling. No word is looked
// up: the measures are links, prices, numbers to call, shouting, words said
// again and again, and content piled up without the words that tie it.
type pitch struct {
	weight float64
	detail []string
	plain  int  // signs that no manner of writing explains: link, price, number, shout
	terse  bool // one of them is that function words of the language are few
	priced bool // one of them is a price or a percentage
	linked bool // one of them is an address
	offers bool // one of them is a price, a percentage, an address or a number to call
	names  bool // mostly capitals: a list of names rather than an offer
}

func (c *pitch) add(weight float64, detail string) {
	if weight <= 0 {
		return
	}
	c.weight = 1 - (1-c.weight)*(1-weight)
	c.detail = append(c.detail, detail)
}

func (c *pitch) String() string { return strings.Join(c.detail, "; ") }

// sell measures a stretch. tally has one cell per key, all zero.
func (p *page) sell(s stretch, n norms, tally []int32) pitch {
	var c pitch
	p.sellLinks(&c, s)
	if price, percent := p.priced(s); price || percent {
		c.add(.3, "a price or a percentage")
		c.plain++
		c.priced = true
	}
	c.offers = c.plain > 0
	if n.shouts < .1 && p.loud && shouts(p.text[s.start:s.end]) {
		c.add(.3, "an exclamation mark in a text that has few")
		c.plain++
	}
	p.sellWords(&c, s, n, tally)
	return c
}

// A price says what a sentence names.
type price struct{ price, percent bool }

// priceOf is priced of a sentence, looked for once.
func (p *page) priceOf(sentence int) price {
	if len(p.prices) == 0 {
		for _, s := range p.sentences {
			var c price
			c.price, c.percent = p.priced(s)
			p.prices = append(p.prices, c)
		}
	}
	return p.prices[sentence]
}

// priced is priced of a stretch, most of which have no number at all.
func (p *page) priced(s stretch) (price, percent bool) {
	if s.lacks(digit) {
		return false, false
	}
	for i := s.from; i < s.to; i++ {
		if !p.words[i].is(digit) {
			continue
		}
		if p.language == "de" { // a spoon, not a lira
			return priced(strings.ReplaceAll(p.text[s.start:s.end], "TL", ""))
		}
		last := i
		for k := i + 1; k < s.to && k <= last+2; k++ {
			if p.words[k].is(digit) {
				last = k
			}
		}
		sign, share := priced(p.text[p.beginOf(s, i-1):p.endOf(s, last+2)])
		price, percent = price || sign, percent || share
		i = last + 1 // none of the two words behind it has a digit
	}
	return price, percent
}

// beginOf is where what stands before a word of a stretch begins.
func (p *page) beginOf(s stretch, i int) int {
	if i <= s.from {
		return s.start
	}
	return p.words[i-1].end()
}

// endOf is where what stands behind a word of a stretch ends.
func (p *page) endOf(s stretch, i int) int {
	if i+1 < s.to {
		return p.words[i+1].start()
	}
	return s.end
}

// inCell reports that a text ends in the midst of the name of a cell, as $A$1.
func inCell(text string) bool {
	column, ok := strings.CutSuffix(text, "$")
	return ok && strings.HasSuffix(strings.TrimRight(column, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"), "$") && !strings.HasSuffix(column, "$")
}

// priced reports a number with the sign or the name of a currency beside it,
// or with a percent sign.
func priced(text string) (price, percent bool) {
	last, counts := ' ', false // the last character but for white space, and whether it is a digit
	for i := 0; i < len(text); {
		if !counts { // nearly everywhere
			n := withoutDigit(text[i:])
			if before := strings.TrimRight(text[i:i+n], " \t\n\v\f\r"); before != "" {
				last = rune(before[len(before)-1])
			}
			if i += n; i == len(text) {
				break
			}
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		is := '0' <= r && r <= '9' || r >= utf8.RuneSelf && unicode.IsDigit(r)
		switch {
		case is && !counts:
			price = price || unicode.Is(unicode.Sc, last) && !inCell(text[:i])
		case is || !counts:
		case r == '%' || r == '％':
			percent = true
		default:
			price = price || unicode.Is(unicode.Sc, r) || money(text[i:])
		}
		if !unicode.IsSpace(r) {
			last, counts = r, is
		}
		i += n
	}
	return price, percent
}

// withoutDigit is how far a text is ASCII without a digit.
func withoutDigit(text string) int {
	for i := range len(text) {
		if c := text[i]; c >= utf8.RuneSelf || '0' <= c && c <= '9' {
			return i
		}
	}
	return len(text)
}

// The names of currencies that are written behind the number, some of them with
// endings, and the ASCII letters with which they begin.
var (
	currencyStems = []string{"euro", "Euro", "рубл"}
	currencies    = []string{"円", "元", "원", "руб", "грн", "лв", "zł", "Kč", "kr", "Ft", "lei", "TL", "USD", "EUR", "GBP", "CHF"}
)

const currencyInitials = "eEzKkFlTUGC"

// money reports that a text begins with the name of a currency.
func money(text string) bool {
	if c := text[0]; c < utf8.RuneSelf && strings.IndexByte(currencyInitials, c) < 0 {
		return false
	}
	for _, name := range currencyStems {
		if strings.HasPrefix(text, name) {
			return true
		}
	}
	for _, name := range currencies {
		if rest, ok := strings.CutPrefix(text, name); ok {
			r, _ := utf8.DecodeRuneInString(rest)
			return len(name) == len("円") && !cased(name) || !unicode.IsLetter(r)
		}
	}
	return false
}

func (p *page) sellLinks(c *pitch, s stretch) {
	sites, mails, called := p.links(s)
	if sites+mails > 0 {
		c.add(.4, "an address to go to")
		c.plain++
		c.linked = true
	}
	if called {
		c.add(.35, "a number to call")
		c.plain++
	}
}

// links counts the addresses of a stretch, of sites and of people, and says
// whether it has nine digits or more in a row, as a number to call has.
func (p *page) links(s stretch) (sites, mails int, called bool) {
	if s.lacks(address | numeral) {
		return 0, 0, false
	}
	digits, counted := 0, false
	for i := s.from; i < s.to; i++ {
		w := &p.words[i]
		switch {
		case w.is(address):
			switch first := i == s.from || !p.words[i-1].is(address) || !p.joined(i); {
			case first:
				if counted = p.isSite(i, p.hostEnd(i, s.to)); counted {
					sites++
				}
			case p.gap(i) == "@":
				if counted {
					sites--
				}
				mails++
			}
		case w.is(numeral) && digitsOnly(p.text[w.start():w.end()]):
			if i > s.from && strings.Trim(p.gap(i), " \u00a0-–()./+") != "" {
				digits = 0 // years in a row, with commas between
			}
			digits += w.size()
			called = called || digits >= 9
		default:
			digits = 0
		}
	}
	return sites, mails, called
}

func digitsOnly(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' }) < 0
}

// sellWords looks at how the words are used: shouted, repeated, untied.
func (p *page) sellWords(c *pitch, s stretch, n norms, tally []int32) {
	words, functions, caps, titles, repeats := 0, 0, 0, 0, 0
	for i := s.from; i < s.to; i++ {
		w := &p.words[i]
		if w.is(numeral | address | spaceless) {
			continue
		}
		words++
		switch {
		case w.is(function):
			functions++
		case w.is(content):
			tally[w.stem]++
			if tally[w.stem] == 2 {
				repeats++
			}
		}
		if w.is(upper) && w.size() >= 4 {
			caps++
		}
		if w.is(title) && i > s.from {
			titles++
		}
	}
	for _, w := range p.words[s.from:s.to] {
		tally[w.stem] = 0
	}
	if words == 0 {
		return
	}
	if caps >= 1 && caps*4 <= words {
		c.add(.2, "words in capitals")
	}
	if share := float64(repeats) / float64(words-functions+3); repeats > 0 {
		c.add(min(.3, 2*share), saidAgain(repeats))
	}
	if few := (cohesion{words, functions}).surprise(n.function); few > 1 && !sparse[p.language] {
		c.add(min(.6, few/5), "few function words")
		if few > 2 {
			c.plain++
			c.terse = true
		}
	}
	c.names = titles*3 > words
}

func saidAgain(words int) string {
	if words == 1 {
		return "it repeats a word"
	}
	return fmt.Sprintf("it repeats %d words", words)
}
