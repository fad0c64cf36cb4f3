package spam

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

const (
	leastStuffed = 6 // phrases of a line that says a few of them again and again
	leastAdorned = 3 // phrases of a line that has an ornament between them
	phoneDigits  = 7 // of a number to call

	leastSaidAgain = 2  // phrases said again in a line of whose words the page has none elsewhere
	leastPiled     = 15 // words of content of a line that piles them up
	knownShare     = .2 // of the words of content of such a line, that the page has elsewhere
	tiedShare      = .2 // of its words, that are function words
)

// stuffed recognises a line of a few phrases that are said again and again, set apart
// by one sign, and one of phrases between ornaments with an address or a number to
// call, if the page speaks of them nowhere else. Rows of a table have others beside
// them.
func (p *page) stuffed(l stretch) (corpus.Proposal, bool) {
	if l.words() < leastStuffed || l.words() > longest || p.language == "" || float64(l.functions) > tiedShare*float64(l.words()) {
		return corpus.Proposal{}, false
	}
	if p.piled(l) {
		return p.stuffing(l, "words are piled up in one line, each again and again"), true
	}
	sign := p.signIn(l)
	if sign == "" {
		return corpus.Proposal{}, false
	}
	times, phrases, other := p.cutAt(l, sign)
	again := phrases >= leastStuffed && (2*len(times) <= phrases || len(times)+leastSaidAgain <= phrases && p.isUnheard(l)) && 5*other <= phrases && l.words()*2 >= phrases*3
	adorned := ornament(sign) && phrases >= leastAdorned && p.reachable(l)
	if !again && !adorned || p.isSpokenOf(l) || again && p.lists(l) {
		return corpus.Proposal{}, false
	}
	if again {
		return p.stuffing(l, fmt.Sprintf("%d phrases of one line are %d, again and again", phrases, len(times))), true
	}
	return p.stuffing(l, fmt.Sprintf("%d phrases of one line between ornaments, and how to reach who offers them", phrases)), true
}

// stuffing cuts a line.
func (p *page) stuffing(l stretch, detail string) corpus.Proposal {
	q := corpus.Proposal{Kind: corpus.KindSpam, Score: .95, Verdict: corpus.Cut, Head: p.headOf(l.from, l.to, 4)}
	q.Start, q.End = p.lineSpan(l)
	q.Evidence = []corpus.Evidence{
		{Family: corpus.Template, Weight: .85, Detail: detail},
		{Family: corpus.Semantics, Weight: .7, Detail: "the text never speaks of it"},
	}
	return q
}

// piled reports a line of words of content with hardly a sign between them, each of
// which stands in it twice, counted together, of which the page has none elsewhere.
func (p *page) piled(l stretch) bool {
	if l.words() < leastPiled || p.columns(l) {
		return false
	}
	times := map[int32]int{}
	n, signs := 0, 0
	for i := l.from; i < l.to; i++ {
		w := p.words[i]
		if w.is(numeral | address) {
			return false
		}
		if w.is(content) {
			n++
			times[w.key]++
		}
		if i > l.from && !p.onlySpace(i) && p.gap(i) != ", " {
			signs++
		}
	}
	most := n / 2
	if l.to == len(p.words) && p.apart(l) && p.tongue(l) < 4 {
		most = n * 3 / 4 // at the end of the page it is no sentence's part
	}
	return n >= leastPiled && len(times) <= most && len(times) >= leastStuffed && 10*signs <= l.words() && p.isUnheard(l)
}

// isUnheard reports a line of whose words the page has none elsewhere.
func (p *page) isUnheard(l stretch) bool {
	known, all := p.heard(l.from, l.to)
	return known == 0 && all > 1
}

// signIn returns the sign that may set phrases of a line apart: the first that does.
func (p *page) signIn(l stretch) string {
	for i := l.from + 1; i < l.to; i++ {
		if p.onlySpace(i) || p.words[i].is(address) {
			continue
		}
		gap := p.gap(i)
		sign := strings.TrimSpace(gap)
		if r, _ := utf8.DecodeRuneInString(sign); len(sign) < len(gap) && (isSeparator(r) || ornament(sign) || sign == "/") {
			return sign
		}
	}
	return ""
}

// ornament reports signs that nobody writes between words: stars, arrows, bullets
// in a row.
func ornament(sign string) bool {
	first, n := utf8.DecodeRuneInString(sign)
	symbol := unicode.In(first, unicode.So, unicode.Sk, unicode.Sm) && first != '`' || first == '*' || first == '•' || first == '~' || first == '#'
	return symbol && strings.Trim(sign, string(first)) == "" && (len(sign) > n || unicode.Is(unicode.So, first))
}

// cutAt cuts a line at a sign. It returns how often each phrase stands in it, how
// many there are, and how many other signs are inside them.
func (p *page) cutAt(l stretch, sign string) (times map[string]int, phrases, other int) {
	times = map[string]int{}
	var b strings.Builder
	for i := l.from; i < l.to; i++ {
		if i > l.from && !p.onlySpace(i) {
			switch s := strings.TrimSpace(p.gap(i)); {
			case s == sign:
				times[b.String()]++
				phrases++
				b.Reset()
			case s != "-" && s != "'" && s != "’":
				other++
			}
		}
		b.WriteString(p.keys[p.words[i].key])
		b.WriteByte(' ')
	}
	times[b.String()]++
	return times, phrases + 1, other
}

// reachable reports an address or a number to call.
func (p *page) reachable(l stretch) bool {
	digits := 0
	for i, w := range p.words[l.from:l.to] {
		if w.is(address) {
			return true
		}
		if !w.is(numeral) {
			digits = 0
			continue
		}
		if i > 0 && !p.onlySpace(l.from+i) && strings.Trim(p.gap(l.from+i), "-. ()/") != "" {
			digits = 0
		}
		if digits += w.size(); digits >= phoneDigits {
			return true
		}
	}
	return false
}

// isSpokenOf reports a line of whose words the page has some elsewhere, or which has
// next to none.
func (p *page) isSpokenOf(l stretch) bool {
	own := map[int32]int32{}
	known, contents := 0, 0
	for _, w := range p.words[l.from:l.to] {
		if w.is(content) {
			own[w.stem]++
		}
	}
	for stem, n := range own {
		contents++
		if p.stands[stem] > n {
			known++
		}
	}
	return contents < 2 || float64(known) > knownShare*float64(contents)
}
