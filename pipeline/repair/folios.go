package repair

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A text that was taken from printed pages has their numbers between its lines, and
// mostly a running head above or below each: the title of the book, or of the chapter.
// They are known by their form, which is the same on all pages but for the number, by
// their numbers, which rise by one, and by their places, many of which are in the midst
// of a sentence. Numbered chapters begin with a sentence.

const (
	leastPages   = 3
	folioWidth   = 90 // bytes of such a line
	folioLetters = 8  // of one that is a number with a word, as "Page 12"
	pageLines    = 8  // from one to the next, at least
	pagesBroken  = .3 // of the pages, that end in the midst of a sentence
	headShare    = .6 // of the lines of one form, that stand at the ends of pages
	folioReach   = 2  // lines that are not blank, from the number to the head
)

const (
	noFolio        = "{}=<>;_\\$%#*+&@" // that no page's number has beside it
	runningWords   = 4                  // of a line of a text
	runningLetters = 12                 // of one in a script without spaces
)

// A folio is a line that may be a page's number, its head, or both.
type folio struct {
	line   int // among those that are not blank
	number int // -1 where it has none
}

// A leaf is a line that is not blank.
type leaf struct {
	start, end, next int // next is where the line behind it begins
	said             string
	numbers, number  int // how many it has if it is short, and the last of them
}

// folios takes the numbers of pages and the running heads, with the blank lines about
// them where a sentence goes on.
func folios(text string) (changes []corpus.Change) {
	if !mayHaveFolios(text) || !numbersRise(text) {
		return nil
	}
	leaves := leavesOf(text)
	cut := make([]bool, len(leaves))
	if !markNumbers(leaves, cut) {
		return nil
	}
	markHeads(leaves, cut)
	broken, pages := 0, 0
	for i := 0; i < len(leaves); {
		from := i
		for i < len(leaves) && cut[i] {
			i++
		}
		if from == i {
			i++
			continue
		}
		c := corpus.Change{Start: leaves[from].start, End: leaves[i-1].next, Kind: corpus.KindMargin, Why: []string{"the number of a page, or its running head"}}
		pages++
		if from > 0 && i < len(leaves) && plainlyOn(leaves[from-1].said, leaves[i].said) {
			broken += b2i(leaves[from-1].running() && leaves[i].running())
			c.Start, c.End = leaves[from-1].next, leaves[i].start
		}
		changes = append(changes, c)
	}
	if broken < 2 || float64(broken) < pagesBroken*float64(pages) {
		return nil
	}
	return changes
}

// mayHaveFolios reports short lines enough that begin or end with a number.
func mayHaveFolios(text string) bool {
	digit := func(c byte) bool { return c >= '0' && c <= '9' }
	n, lines := 0, 0
	for from := 0; from < len(text); {
		to := len(text)
		if at := strings.IndexByte(text[from:], '\n'); at >= 0 {
			to = from + at
		}
		lines++
		if to > from && to-from < folioWidth {
			said := strings.Trim(text[from:to], " \t\r\f-–—[]|")
			n += b2i(said != "" && (digit(said[0]) || digit(said[len(said)-1])))
		}
		from = to + 1
	}
	return n >= leastPages && lines >= leastPages*pageLines
}

// numbersRise reports lines that may be the numbers of leastPages pages, whatever their
// form: it may take one number for another, but misses none.
func numbersRise(text string) bool {
	const numbers = 1 << 10              // that are told apart
	var first [leastPages][numbers]int32 // the first line that so many rise to, by its number; 0 for none
	at := int32(0)
	for _, line := range eachLine(text) {
		l := leaf{said: strings.TrimSpace(line)}
		if l.said == "" {
			continue
		}
		if at++; !l.short() {
			continue
		}
		l.count()
		if _, _, ok := l.folio(); !ok {
			continue
		}
		n := l.number % numbers
		for k := range first {
			if k > 0 {
				if before := first[k-1][(n+numbers-1)%numbers]; before == 0 || at-before < pageLines {
					break
				}
			}
			if first[k][n] == 0 {
				first[k][n] = at
			}
			if k == leastPages-1 {
				return true
			}
		}
	}
	return false
}

func leavesOf(text string) (out []leaf) {
	for at, line := range eachLine(text) {
		said := strings.TrimSpace(line)
		if said == "" {
			continue
		}
		l := leaf{start: at, end: at + len(line), next: min(at+len(line)+1, len(text)), said: said}
		if l.short() {
			l.count()
		}
		out = append(out, l)
	}
	return out
}

// running reports a line of a text: words, and none of the signs of programs. Where a
// page ends in the midst of a sentence, such a line ends it, and the next begins with
// one.
func (l *leaf) running() bool {
	words, letters := 0, 0
	for word := range strings.FieldsSeq(l.said) {
		n := 0
		for _, r := range word {
			n += b2i(unicode.IsLetter(r))
		}
		words, letters = words+b2i(n > 0), letters+n
	}
	return !strings.ContainsAny(l.said, noFolio) && (words >= runningWords || letters >= runningLetters && unspaced(lastRune(strings.TrimRightFunc(l.said, unicode.IsPunct))))
}

func (l *leaf) short() bool { return len(l.said) < folioWidth }

// count finds the numbers of a short line.
func (l *leaf) count() {
	for i := 0; i < len(l.said); {
		from := i
		for i < len(l.said) && l.said[i]-'0' <= 9 {
			i++
		}
		if from == i {
			i++
			continue
		}
		if n, err := strconv.Atoi(l.said[from:i]); err == nil {
			l.numbers, l.number = l.numbers+1, n
		}
	}
}

// form is the letters of a short line, without case and signs.
func (l *leaf) form() string {
	if !l.short() {
		return ""
	}
	var form strings.Builder
	for _, r := range l.said {
		if unicode.IsLetter(r) {
			form.WriteRune(unicode.ToLower(r))
		}
	}
	return form.String()
}

// markNumbers marks the lines that are the numbers of pages.
func markNumbers(leaves []leaf, cut []bool) bool {
	byForm := map[string][]folio{}
	for i, l := range leaves {
		if n, form, ok := l.folio(); ok {
			byForm[form] = append(byForm[form], folio{i, n})
		}
	}
	some := false
	for _, list := range byForm {
		for _, run := range pagesOf(list) {
			some = true
			for _, f := range run {
				cut[f.line] = true
			}
		}
	}
	return some
}

// folio is the number and the form of a line that is hardly anything else, or a head
// with a number at one of its ends.
func (l *leaf) folio() (number int, form string, ok bool) {
	if l.numbers != 1 || strings.ContainsAny(l.said, noFolio) {
		return 0, "", false
	}
	form = l.form()
	if utf8.RuneCountInString(form) <= folioLetters {
		return l.number, form, !terminal(lastRune(l.said))
	}
	said := strings.Fields(l.said)
	digit := strconv.Itoa(l.number)
	return l.number, form, len(said) > 1 && (said[0] == digit || said[len(said)-1] == digit)
}

// pagesOf are the runs of a list whose numbers rise by one from page to page.
func pagesOf(list []folio) (out [][]folio) {
	for i := 0; i < len(list); {
		j := i + 1
		for j < len(list) && list[j].number == list[j-1].number+1 && list[j].line-list[j-1].line >= pageLines {
			j++
		}
		if j-i >= leastPages {
			out = append(out, list[i:j])
		}
		i = j
	}
	return out
}

// markHeads marks the lines of one form that stand beside the numbers.
func markHeads(leaves []leaf, cut []bool) {
	byForm := map[string][]int{}
	for i, l := range leaves {
		if cut[i] {
			continue
		}
		if form := l.form(); form != "" {
			byForm[form] = append(byForm[form], i)
		}
	}
	numbers := slices.Clone(cut)
	for _, list := range byForm {
		beside := 0
		for _, i := range list {
			from, to := max(0, i-folioReach), min(len(leaves), i+folioReach+1)
			beside += b2i(slices.Contains(numbers[from:to], true))
		}
		if beside < 2 || float64(beside) < headShare*float64(len(list)) {
			continue
		}
		for _, i := range list {
			from, to := max(0, i-folioReach), min(len(leaves), i+folioReach+1)
			cut[i] = slices.Contains(numbers[from:to], true)
		}
	}
}
