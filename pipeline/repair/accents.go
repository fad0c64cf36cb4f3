package repair

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A page that has letters but no combining marks (Windows-1253, say) keeps the
// letters of a text whose accents stand apart, and puts a question mark for each
// accent: "habitacio?n". Where a text is full of these, the language whose
// letters it has tells which letter each was; where two are likely, the question
// mark stays.

const (
	leastAccents  = 6       // question marks inside words
	accentsShare  = 8       // tenths of those that stand behind a letter that bears an accent
	accentsSample = 64      // of them that help to tell the language
	lettersSample = 4000    // bytes of text by which the language is told
	clearAccent   = 3 * nat // by which a letter is likelier than another of its base
)

// An accent is a question mark behind a letter that may have borne it.
type accent struct {
	start, end          int    // bytes of the letter and the mark
	before, base, after rune   // in lower case; before and after are 0 at the ends of a word
	may                 []rune // the letters that an accent makes of base
}

// lostAccents puts the letters back whose accents were lost.
func lostAccents(d *corpus.Draft) error {
	if strings.Count(d.Text, "?") < leastAccents {
		return nil
	}
	found, inside := findAccents(d.Text)
	if inside < leastAccents {
		return nil
	}
	a := letters()
	a.bear(found)
	t := a.tongueOf(d.Text, found)
	if t == nil {
		return nil
	}
	var changes []corpus.Change
	borne, all := 0, 0
	for _, x := range found {
		now, any := a.accented(t, x)
		if x.after != 0 {
			all++
			if any {
				borne++
			}
		}
		if now == 0 {
			continue
		}
		if first, _ := utf8.DecodeRuneInString(d.Text[x.start:]); unicode.IsUpper(first) {
			now = unicode.ToUpper(now)
		}
		changes = append(changes, corpus.Change{Start: x.start, End: x.end, Now: string(now), Kind: corpus.KindMojibake, Why: []string{"an accent for which the page had no sign"}})
	}
	if 10*borne < accentsShare*all {
		return nil // letters were lost, or apostrophes
	}
	return apply(d, changes)
}

// findAccents lists the question marks behind letters, but for those that may
// end a sentence, and counts those inside words.
func findAccents(text string) (out []accent, inside int) {
	for at := 0; ; {
		n := strings.IndexByte(text[at:], '?')
		if n < 0 {
			return out, inside
		}
		mark := at + n
		at = mark + 1
		base, size := utf8.DecodeLastRuneInString(text[:mark])
		after, _ := utf8.DecodeRuneInString(text[at:])
		if !unicode.IsLetter(base) || after == '?' || address(text, mark) {
			continue
		}
		x := accent{start: mark - size, end: at, base: unicode.ToLower(base)}
		if before, _ := utf8.DecodeLastRuneInString(text[:x.start]); unicode.IsLetter(before) {
			x.before = unicode.ToLower(before)
		}
		switch {
		case unicode.IsLower(after):
			x.after = after
			inside++
		case !insideSentence(text[at:]):
			continue
		}
		out = append(out, x)
	}
}

// insideSentence reports whether a text goes on as after a word inside a
// sentence: with a comma or a full stop, or in lower case.
func insideSentence(text string) bool {
	r, n := utf8.DecodeRuneInString(text)
	if strings.ContainsRune(",;:.", r) {
		return true
	}
	next, _ := utf8.DecodeRuneInString(text[n:])
	return r == ' ' && unicode.IsLower(next)
}

// address reports whether the field round a question mark is an address, which
// has them before its query.
func address(text string, at int) bool {
	start, end := fieldAt(text, at)
	return strings.ContainsAny(text[start:end], "/=&")
}

// bear finds the letters that accents make of each base.
func (a *alphabet) bear(found []accent) {
	known := map[rune][]rune{}
	for i, x := range found {
		may, ok := known[x.base]
		if !ok {
			may = a.borne(x.base)
			known[x.base] = may
		}
		found[i].may = may
	}
}

// borne lists the letters of the table that accents make of a base.
func (a *alphabet) borne(base rune) (out []rune) {
	for _, mark := range combining {
		composed := norm.NFC.String(string([]rune{base, mark}))
		if r, n := utf8.DecodeRuneInString(composed); n == len(composed) && a.numberOf(r) > foreignLetter {
			out = append(out, r)
		}
	}
	return out
}

// tongueOf is the language in which the pairs of letters of a text cost least, and
// the letters that accents may have made.
func (a *alphabet) tongueOf(text string, found []accent) *tongue {
	p := a.pairs()
	defer a.free(p)
	last := uint16(0)
	for _, r := range text[:min(len(text), lettersSample)] {
		n := a.numberOf(unicode.ToLower(r))
		if n != 0 && last != 0 {
			p.count(last, n, 1)
		}
		last = n
	}
	var best *tongue
	least := math.MaxInt
	for i := range a.tongues {
		t := &a.tongues[i]
		cost := p.cost(t, 0, least)
		for _, x := range found[:min(len(found), accentsSample)] {
			if cost >= least {
				break
			}
			_, c := a.likeliest(t, x)
			cost += min(c, dear)
		}
		if cost < least {
			best, least = t, cost
		}
	}
	return best
}

// accented is the letter that an accent made in a language, 0 when two are
// likely; any tells whether there is one.
func (a *alphabet) accented(t *tongue, x accent) (now rune, any bool) {
	now, cost := a.likeliest(t, x)
	if now == 0 {
		return 0, false
	}
	second := 4 * dear
	a.each(t, x, func(r rune, c int) {
		if r != now {
			second = min(second, c)
		}
	})
	if second < cost+clearAccent {
		return 0, true
	}
	return now, true
}

// likeliest is the letter of a language that costs least where an accent was
// lost, and its cost; without one it is dear.
func (a *alphabet) likeliest(t *tongue, x accent) (best rune, cost int) {
	cost = 2 * dear
	a.each(t, x, func(r rune, c int) {
		if c < cost {
			best, cost = r, c
		}
	})
	return best, cost
}

// each calls do for the letters of a language that an accent makes of its base.
func (a *alphabet) each(t *tongue, x accent, do func(r rune, cost int)) {
	for _, r := range x.may {
		number := a.numberOf(r)
		if t.local[number] == 0 {
			continue
		}
		cost := t.cost(a.numberOf(x.before), number)
		if x.after != 0 {
			next := t.cost(number, a.numberOf(x.after))
			if next > oftenEnough {
				continue // as inside words of a language that has accents at their ends
			}
			cost += next
		} else {
			cost += int(t.single[t.local[number]-1])
		}
		do(r, cost)
	}
}

// combining are the marks that make letters of other letters: grave, acute,
// circumflex, tilde, breve, dot, diaeresis, hook, ring, double acute, caron,
// comma, cedilla, ogonek.
var combining = []rune{0x300, 0x301, 0x302, 0x303, 0x306, 0x307, 0x308, 0x309, 0x30A, 0x30B, 0x30C, 0x326, 0x327, 0x328}
