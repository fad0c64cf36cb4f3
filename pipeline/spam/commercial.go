package spam

import (
	"fmt"
	"strings"
	"unicode"
)

// pitch is what a stretch has of the syntax of selling. No word is looked
// up: the measures are links, prices, numbers to call, shouting, words said
// again and again, and content piled up without the words that tie it.
type pitch struct {
	weight float64
	detail []string
	plain  int  // signs that no manner of writing explains: link, price, number, shout
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
	text := p.text[s.start:s.end]
	p.sellLinks(&c, s)
	if priced(text) {
		c.add(.3, "a price or a percentage")
		c.plain++
	}
	if n.shouts < .1 && shouts(text) {
		c.add(.3, "an exclamation mark in a text that has few")
		c.plain++
	}
	p.sellWords(&c, s, n, tally)
	return c
}

// priced reports a number with a currency sign or a percent sign beside it.
func priced(text string) bool {
	last := ' '
	for _, r := range text {
		switch {
		case unicode.IsDigit(r) && unicode.Is(unicode.Sc, last):
			return true
		case unicode.IsDigit(last) && (r == '%' || unicode.Is(unicode.Sc, r)):
			return true
		}
		if !unicode.IsSpace(r) {
			last = r
		}
	}
	return false
}

func (p *page) sellLinks(c *pitch, s stretch) {
	links, digits := 0, 0
	for i := s.from; i < s.to; i++ {
		w := p.words[i]
		switch {
		case w.is(address):
			if i == s.from || !p.words[i-1].is(address) || !p.joined(i) {
				links++
			}
		case w.is(numeral) && w.end-w.start >= 3:
			digits += w.end - w.start
		case w.is(numeral):
			digits += w.end - w.start
		default:
			if digits < 9 {
				digits = 0
			}
		}
	}
	if links > 0 {
		c.add(.4, "an address to go to")
		c.plain++
	}
	if digits >= 9 {
		c.add(.35, "a number to call")
		c.plain++
	}
}

// sellWords looks at how the words are used: shouted, repeated, untied.
func (p *page) sellWords(c *pitch, s stretch, n norms, tally []int32) {
	words, functions, caps, titles, repeats := 0, 0, 0, 0, 0
	for i := s.from; i < s.to; i++ {
		w := p.words[i]
		if w.is(numeral|address) || w.is(spaceless) {
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
		if w.is(upper) && w.end-w.start >= 4 {
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
		c.add(min(.3, 2*share), fmt.Sprintf("%d words said again", repeats))
	}
	if few := (cohesion{words, functions}).surprise(n.function); few > 1 {
		c.add(min(.6, few/5), "few function words")
		if few > 2 {
			c.plain++
		}
	}
	c.names = titles*3 > words
}
