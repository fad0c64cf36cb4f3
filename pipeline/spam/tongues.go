package spam

import (
	"math/bits"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// Who injects, injects one text into pages of every language. A sentence in a
// language that the page is not in is no proof of anything: people quote, and
// translations are left undone. But hardly anybody names in the words of another
// language a price, or a site to go to, of which the page says nothing, and has
// another sentence in that language of which it says as little and that sells,
// too, in a page that is otherwise in its own. From there the page is assayed. Half-
// translated manuals have sites and percentages, but hardly ever two sites, or one
// and a price.

const (
	mostQuoted  = .2 // share of other languages in a page that is assayed for their sake
	longestSale = 60 // words of a sentence that sells in another language
)

// tongues are the languages in which pages of other languages are spammed, seven at
// most: see tonguesOf.
var tongues = [...]string{"en", "de", "fr", "es", "it", "pt", "nl"}

// alienAssay reads the units of a page in which a sentence sells in another
// language, and convicts those that do; nil where there is none.
func (p *page) alienAssay(found []corpus.Proposal) *assay {
	sells := p.sellsAlien()
	if sells == nil && !p.spliced() {
		return nil
	}
	a := p.readUnits(found)
	a.count()
	if a.foreign() > mostQuoted {
		return nil
	}
	strangers := a.strangers()
	if len(strangers) < 2 {
		return nil
	}
	if a.convictSpliced(strangers) {
		return a
	}
	if sells == nil || !a.advertised(strangers) {
		return nil
	}
	any := false
	for i := range a.all {
		if u := &a.all[i]; sells[i] && u.sentence && len(u.terms) > 0 && a.isStranger(i) {
			u.convicted, any = true, true
		}
	}
	if !any {
		return nil
	}
	return a
}

// isStranger reports a sentence of half of whose words the rest does not speak.
func (a *assay) isStranger(i int) bool {
	a.weigh(i)
	return a.all[i].traits[unknown] >= .5
}

// sellsAlien marks the sentences that name a price, or write out a site of which
// the page does not speak, in another language, or without any word that would tell
// the language; nil where there is none.
func (p *page) sellsAlien() (sells []bool) {
	latin, known := false, false
	for i, s := range p.sentences {
		if s.words() < 5 || s.words() > longestSale || !p.siteOf(i).written && p.priceOf(i) == (price{}) || p.inQuotes(s) || p.coded(s) {
			continue
		}
		if !known {
			latin, known = p.inLatin(), true
		}
		if p.tongue(s) < 2 && 2*p.otherScript(s, latin) <= s.words() && !(p.siteOf(i).written && p.ownFunctions(s) == 0) {
			continue
		}
		if sells == nil {
			sells = p.flags.Take(len(p.sentences))
		}
		sells[i] = true
	}
	return sells
}

// strangers are the sentences in another language of half of whose words the
// rest does not speak. They do not vouch for each other.
func (a *assay) strangers() (out []int) {
	var alien []int
	for i := range a.all {
		if u := &a.all[i]; u.sentence && len(u.terms) > 0 && u.words() <= longest && u.alien() {
			alien = append(alien, i)
			u.doubted = true
		}
	}
	for _, i := range alien {
		if a.isStranger(i) {
			out = append(out, i)
		}
	}
	return out
}

// advertised reports that strangers name a site that the page does not, and a
// price, another such site, or are cast in one mould.
func (a *assay) advertised(strangers []int) bool {
	sites, signs := 0, 0
	moulds := a.p.mouldedSentences()
	for _, i := range strangers {
		if a.p.siteOf(i).written {
			sites++
		}
		if a.p.priceOf(i) != (price{}) || moulds[i] != noMould {
			signs++
		}
	}
	return sites > 1 || sites > 0 && signs > 0
}

// inQuotes reports a sentence that begins or ends with a quotation mark, or
// stands between two.
func (p *page) inQuotes(s stretch) bool {
	first, _ := utf8.DecodeRuneInString(p.text[s.start:s.end])
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(p.text[s.start:s.end], spaces))
	return isQuote(first) || isQuote(last) || strings.Count(p.text[p.lines[s.line].start:s.start], "\"")%2 == 1
}

// isQuote reports a mark that begins or ends a quotation.
func isQuote(r rune) bool {
	return strings.ContainsRune("\"'„‚「『」』", r) || unicode.In(r, unicode.Pi, unicode.Pf)
}

// ownFunctions counts the function words of the page's language.
func (p *page) ownFunctions(s stretch) (n int) {
	for _, w := range p.words[s.from:s.to] {
		n += w.class.one(function)
	}
	return n
}

// otherScript counts the words of another script than the page's.
func (p *page) otherScript(s stretch, latin bool) (n int) {
	for _, w := range p.words[s.from:s.to] {
		if !w.is(address|numeral) && p.latin(w) != latin {
			n++
		}
	}
	return n
}

// speak counts the function words of another language, where those of the
// page's own are few.
func (a *assay) speak(u *specimen) {
	if u.tongue != 0 || u.words() < 5 || float64(2*u.functions) > a.tied*float64(u.words()) {
		return
	}
	u.tongue = float64(min(a.p.tongue(u.stretch), 4)) / 2
}

// tongue counts the function words of another language than the page's, less
// those that are of the page's alone; 0 where they are fewer than two.
func (p *page) tongue(s stretch) (best int) {
	_, best = p.tongueOf(s)
	return best
}

// tongueOf is tongue, and which language it is.
func (p *page) tongueOf(s stretch) (language string, best int) {
	var in, others [len(tongues)]int // its function words that are the page's too, and that are not
	own := 0
	for _, w := range p.words[s.from:s.to] {
		of, isOwn := p.tonguesOf(w.key), w.is(function)
		if isOwn {
			own++
		}
		for ; of != 0; of &= of - 1 {
			if k := bits.TrailingZeros8(of); isOwn {
				in[k]++
			} else {
				others[k]++
			}
		}
	}
	for k, l := range tongues {
		if n := others[k]; l != p.language && n >= 2 && n-(own-in[k]) > best {
			language, best = l, n-(own-in[k])
		}
	}
	return language, best
}

// tongueWords are the function words of the tongues.
var tongueWords = sync.OnceValue(func() (sets [len(tongues)]*token.Set) {
	for k, l := range tongues {
		sets[k] = token.Of(l)
	}
	return sets
})

// tonguesOf says of which of the tongues a key is a function word, in bits.
func (p *page) tonguesOf(key int32) uint8 {
	const asked = 1 << 7
	if p.tongues == nil {
		p.tongues = p.bytes.Take(len(p.keys))
	}
	if p.tongues[key] == 0 {
		p.tongues[key] = asked
		for k, words := range tongueWords() {
			if words.Has(p.keys[key]) {
				p.tongues[key] |= 1 << k
			}
		}
	}
	return p.tongues[key] &^ asked
}

// foreign is the share of the page that is in other languages. What is certain
// is not counted.
func (a *assay) foreign() float64 {
	alien, all := 0, 0
	for i := range a.all {
		u := &a.all[i]
		if u.convicted {
			continue
		}
		a.speak(u)
		if all += u.words(); u.alien() {
			alien += u.words()
		}
	}
	return float64(alien) / float64(max(all, 1))
}
