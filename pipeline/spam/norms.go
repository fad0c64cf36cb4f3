package spam

import (
	"strings"
	"unicode/utf8"
)

// norms is what the prose of the page does, against which a unit stands out.
type norms struct {
	function float64 // share of function words
	shouts   float64 // share of units with an exclamation mark
	known    float64 // chance that a word of content stands in another unit too
	seen     int     // units measured
}

// measure gives the norms of a page's prose: each sentence (or each line)
// against all others, and the cohesion of each that it looked at.
func (p *page) measure(units []stretch, scratch []int32) (n norms, each []cohesion) {
	each = p.cohesions.Take(len(units))
	var c cohesion
	words, functions, loud := 0, 0, 0
	for i, s := range units {
		if !s.prose || s.words() > longest {
			continue
		}
		k := p.cohere(s, scratch)
		each[i] = k
		c.terms += k.terms
		c.known += k.known
		n.seen++
		if p.loud && shouts(p.text[s.start:s.end]) {
			loud++
		}
		functions += int(s.functions)
		words += s.words()
	}
	if n.seen > 0 && c.terms > 0 {
		n.function = float64(functions) / float64(words)
		n.shouts = float64(loud) / float64(n.seen)
		n.known = float64(c.known) / float64(c.terms)
	}
	return n, each
}

// shouts reports an exclamation mark behind words. What stands before others,
// or right before a letter or a bracket, is a sign of code.
func shouts(s string) bool {
	first := -1 // where the words begin
	for i := 0; ; i++ {
		next := strings.IndexByte(s[i:], '!')
		if next < 0 {
			return strings.Contains(s, "！")
		}
		if i += next; first < 0 {
			first = len(s) - len(strings.TrimLeft(s, spaces+"\r\n!"))
		}
		if i > first && (i+1 == len(s) || strings.IndexByte("([{=<", s[i+1]) < 0 && !alphanumeric(s[i+1])) {
			return true
		}
	}
}

// alphanumeric reports an ASCII letter or digit.
func alphanumeric(c byte) bool { return c < utf8.RuneSelf && asciiKinds[c] != 0 }
