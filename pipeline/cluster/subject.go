package cluster

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/token"
)

// Pages of one template may differ in what they are about and in hardly a word
// besides: a function of a library, a product, a place with its weather. Their
// titles are cast in one mould, and what stands in the mould is said again on its
// own page, and nowhere on the other. A title under which a copy was published
// anew is no such thing: the text says the words of both.

const (
	headLines    = 3   // of a page, of which one is its title
	headBytes    = 800 // in which they stand
	subjectWords = 4   // of what a page is about
	briefMatch   = 120 // kept words that two pages share, up to which once more is enough
	longEchoes   = 3   // times that it is said again on longer ones
)

// otherSubject reports whether two pages that share so many kept words are about
// different things in the same words.
func (p *pairing) otherSubject(matched int32) bool {
	least := 1
	if matched >= briefMatch {
		least = longEchoes
	}
	a, b := p.a.heads(), p.b.heads()
	for i := range min(len(a), len(b)) {
		x, y, ok := moulded(a[i], b[i])
		if ok && p.differ(x, y) && p.a.says(x) > least && p.b.says(y) > least && p.a.says(y) == 0 && p.b.says(x) == 0 {
			return true
		}
	}
	return false
}

// withoutDoubt is the first bytes of a page in lower case, with blanks for the words in
// doubt amid others. A whole line in doubt may be of the page's frame, as its path is.
func (p *page) withoutDoubt(end int) string {
	text, certain := []byte(p.text[:end]), make([]bool, len(p.lines))
	for i, line := range p.lineOf {
		certain[line] = certain[line] || !p.doubt[i]
	}
	for i, u := range p.units {
		if int(u.end()) > end {
			break
		}
		if p.doubt[i] && certain[p.lineOf[i]] {
			for at := u.start; at < u.end(); at++ {
				text[at] = ' '
			}
		}
	}
	return strings.ToLower(string(text))
}

// heads are the first lines of a page that may be titles, "" for others.
func (p *page) heads() []string {
	out := make([]string, 0, headLines)
	for line := range strings.SplitSeq(p.withoutDoubt(min(len(p.text), headBytes)), "\n") {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if !mayBeTitle(line) {
			line = ""
		}
		if out = append(out, line); len(out) == headLines {
			break
		}
	}
	return out
}

// moulded takes two titles apart that are the same but for some words in the same
// place, and returns those. What a sign parts from the title is the name of a site,
// or of its column.
func moulded(a, b string) (x, y string, ok bool) {
	u, v := strings.Fields(a), strings.Fields(b)
	from := 0
	for from < min(len(u), len(v)) && u[from] == v[from] {
		from++
	}
	back := 0
	for back < min(len(u), len(v))-from && u[len(u)-1-back] == v[len(v)-1-back] {
		back++
	}
	inA, inB := u[from:len(u)-back], v[from:len(v)-back]
	if from+back == 0 || len(inA) == 0 || len(inB) == 0 || max(len(inA), len(inB)) > subjectWords ||
		from > 0 && partsTitle(u[from-1]) || back > 0 && partsTitle(u[len(u)-back]) || partsTitle(inA[len(inA)-1]) || partsTitle(inB[len(inB)-1]) {
		return "", "", false
	}
	x, y = subject(inA), subject(inB)
	return x, y, utf8.RuneCountInString(x) > 1 && utf8.RuneCountInString(y) > 1
}

// partsTitle reports a word of a title that parts it from the name of a site.
func partsTitle(word string) bool {
	r, _ := utf8.DecodeLastRuneInString(word)
	return r == ':' || r == '：' || !strings.ContainsFunc(word, wordly)
}

// subject is what some words name: of a name with a path before it, as "core::fmt::Write",
// its last part.
func subject(words []string) string {
	s := strings.TrimFunc(strings.Join(words, " "), func(r rune) bool { return !wordly(r) })
	if i := strings.LastIndexFunc(s, func(r rune) bool { return r == ':' || r == '.' || r == '/' }); i >= 0 {
		_, n := utf8.DecodeRuneInString(s[i:])
		s = s[i+n:]
	}
	return s
}

// wordly reports what names are made of.
func wordly(r rune) bool {
	return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// differ reports whether no damage makes one of two names the other.
func (p *pairing) differ(x, y string) bool {
	if string(token.AppendBare(nil, x)) == string(token.AppendBare(nil, y)) {
		return false
	}
	named := strings.ContainsRune(x, '_') || strings.ContainsRune(y, '_') || hasDigit(x) || hasDigit(y)
	return named || !p.room.alike(x, y)
}

// says counts how often a page has a name as a word.
func (p *page) says(name string) int {
	n, text := 0, p.plain()
	for at := 0; ; {
		i := strings.Index(text[at:], name)
		if i < 0 {
			return n
		}
		before, _ := utf8.DecodeLastRuneInString(text[:at+i])
		after, _ := utf8.DecodeRuneInString(text[at+i+len(name):])
		n += b2i(!wordly(before) && !wordly(after))
		at += i + len(name)
	}
}

const (
	ownBlock  = 25 // kept words of the longest passage of running text of a page with a large frame
	blockRate = .3 // of these, at most, that the other page has
)

// framed reports two pages that count whole, since hardly anything of one of them is
// running text, and of which each has its longest passage for itself: they share a
// menu.
func (p *pairing) framed(scale float64) bool {
	if !p.a.thin && !p.b.thin {
		return false
	}
	return p.a.ownPassage(p.hasA, scale) && p.b.ownPassage(p.hasB, scale)
}

// ownPassage reports a page whose longest passage of running text the other lacks,
// given which units that has.
func (p *page) ownPassage(has []bool, scale float64) bool {
	longest, shared := 0, 0
	for i := 0; i < len(p.units); {
		from, common, last := i, 0, p.lineOf[i]
		for ; i < len(p.units) && p.lines[p.lineOf[i]].prose && p.lineOf[i] <= last+1; i++ {
			common, last = common+b2i(has[i] && !p.doubt[i]), p.lineOf[i]
		}
		if i-from > longest {
			longest, shared = i-from, common
		}
		i = max(i, from+1)
	}
	return float64(longest) >= ownBlock*scale && float64(shared) <= blockRate*float64(longest)
}
