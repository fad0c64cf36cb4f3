package repair

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Who keeps the look of a page that is set in two columns writes their lines side by
// side. They are put one below the other where the right ones all begin in one column
// of the page, both are filled as prose is, and their lines break off in the midst of
// sentences that go on below, not beside: tables and lists of terms do not. Where the
// columns of one page end and those of the next begin, what goes on in what tells.

const (
	leastPairs   = 6   // lines side by side
	pairShare    = .6  // of the lines that one of the columns has
	besideGap    = 3   // spaces between two columns, somewhere
	besideLeast  = 2   // and everywhere
	columnFilled = .75 // of the width of a column, that a full line has
	filledShare  = .5  // of the lines, that are full
	columnWidth  = 16  // of the lines, in the mean
	columnFlow   = .35 // of the breaks in each column, in the midst of a sentence
	columnEnds   = .05 // of the lines, that have the end of a sentence
	mostPages    = 60  // that are looked for
	evenHeight   = .7  // what it weighs that all pages have one height
	leastHeight  = 16  // lines of a page, where that tells
	headed       = -.6 // what it weighs that a line ends without a full stop and the next begins anew
	heightSlack  = 1   // lines by which they may differ, blank ones at their ends
)

// A pair is a line as two: what stands left of the column, and what right.
type pair struct {
	start, end  int // of the line
	left, right string
	across      bool // text stands across the column
}

func (p pair) blank() bool { return p.left == "" && p.right == "" && !p.across }

// sideBySide puts the two columns of a text one below the other.
func sideBySide(text string) []corpus.Change {
	if strings.Count(text, strings.Repeat(" ", besideGap)) < leastPairs {
		return nil
	}
	column := columnOf(text)
	if column == 0 {
		return nil
	}
	var pairs []pair
	first, last := -1, -1
	for at, line := range eachLine(text) {
		p := splitAt(line, column)
		p.start, p.end = at, at+len(line)
		if p.left != "" && p.right != "" {
			if last = len(pairs); first < 0 {
				first = last
			}
		}
		pairs = append(pairs, p)
	}
	if first < 0 {
		return nil
	}
	for last+1 < len(pairs) && !pairs[last+1].across {
		last++ // the left column of the last page may be longer
	}
	for first > 0 && !pairs[first-1].blank() && !pairs[first-1].across {
		first--
	}
	pairs = pairs[first : last+1]
	if !inColumns(pairs) {
		return nil
	}
	var changes []corpus.Change
	for i := 0; i < len(pairs); i++ {
		from := i
		for i < len(pairs) && !pairs[i].across {
			i++
		}
		if from < i {
			changes = append(changes, corpus.Change{Start: pairs[from].start, End: pairs[i-1].end, Now: below(pairs[from:i]), Kind: corpus.KindUnwrap, Why: []string{"two columns side by side"}})
		}
	}
	return changes
}

// columnOf is the column in which, or beside which, most lines have text behind a
// gap; 0 where hardly any do.
func columnOf(text string) (best int) {
	counts := map[int]int{}
	for _, line := range eachLine(text) {
		line = strings.TrimRight(line, " \r")
		gap := strings.Repeat(" ", besideGap)
		at := len(line) - len(strings.TrimLeft(line, " "))
		for {
			i := strings.Index(line[at:], gap)
			if i < 0 {
				break
			}
			at += i + len(line[at+i:]) - len(strings.TrimLeft(line[at+i:], " "))
			counts[columns(line[:at])]++
		}
	}
	most := leastPairs - 1
	for c := range maxWidth {
		if n := 3*counts[c] + 2*(counts[c-1]+counts[c+1]); n > most {
			best, most = c, n
		}
	}
	return best
}

// splitAt parts a line at a column.
func splitAt(line string, at int) pair {
	line = strings.TrimRight(line, " \t\r\f")
	n := 0
	for i, r := range line {
		if n >= at-1 && r != ' ' {
			if gap := i - len(strings.TrimRight(line[:i], " ")); n > at+1 || gap < besideLeast {
				break
			}
			return pair{left: strings.TrimSpace(line[:i]), right: line[i:]}
		}
		n += column(r)
	}
	if columns(line) < at {
		return pair{left: strings.TrimSpace(line)}
	}
	return pair{across: true}
}

// inColumns reports pairs that are filled and go on below, both left and right.
func inColumns(pairs []pair) bool {
	both := 0
	var lines [2][]string
	for _, p := range pairs {
		both += b2i(p.left != "" && p.right != "")
		for k, s := range [2]string{p.left, p.right} {
			if s != "" {
				lines[k] = append(lines[k], s)
			}
		}
	}
	if both < leastPairs || float64(both) < pairShare*float64(min(len(lines[0]), len(lines[1]))) {
		return false
	}
	return flows(lines[0]) && flows(lines[1])
}

// flows reports lines of a column that are filled, end sentences, and mostly break off
// in the midst of one.
func flows(lines []string) bool {
	widest, sum, full, broken, ends := 0, 0, 0, 0, 0
	for _, s := range lines {
		widest = max(widest, columns(s))
		sum += columns(s)
	}
	for i, s := range lines {
		full += b2i(float64(columns(s)) >= columnFilled*float64(widest))
		broken += b2i(i > 0 && plainlyOn(lines[i-1], s))
		last, _ := utf8.DecodeLastRuneInString(s)
		ends += b2i(terminal(last) || strings.Contains(s, ". ") || strings.Contains(s, "。"))
	}
	n := float64(len(lines))
	return float64(full) >= filledShare*n && sum >= columnWidth*len(lines) && float64(broken) >= columnFlow*(n-1) && float64(ends) >= columnEnds*n
}

// below writes the columns of each page one below the other.
func below(pairs []pair) string {
	var b strings.Builder
	from := 0
	for _, to := range pageEnds(pairs) {
		writeColumn(&b, pairs[from:to], leftOf)
		writeColumn(&b, pairs[from:to], rightOf)
		from = to
	}
	return strings.TrimRight(b.String(), "\n")
}

// pageEnds finds where pages end: where both columns have a blank line, if what goes
// on with what says so, or all pages have one height and it does not say otherwise.
func pageEnds(pairs []pair) []int {
	ends := []int{0}
	for i, p := range pairs {
		if i > 0 && p.blank() && !pairs[i-1].blank() && len(ends) < mostPages {
			ends = append(ends, i)
		}
	}
	ends = append(ends, len(pairs))
	pages, most := likeliestPages(pairs, ends)
	for _, first := range ends[1 : len(ends)-1] {
		even := evenPages(pairs, ends, first)
		sum, from := 0.0, 0
		for _, to := range even {
			sum += pageFlow(pairs, from, to)
			from = to
		}
		if even != nil && sum+evenHeight > most {
			pages, most = even, sum+evenHeight
		}
	}
	return pages
}

// likeliestPages are the ends of pages that what goes on with what speaks for most.
func likeliestPages(pairs []pair, ends []int) (pages []int, most float64) {
	best, from := make([]float64, len(ends)), make([]int, len(ends)) // of the pages up to each end
	for k := 1; k < len(ends); k++ {
		best[k] = math.Inf(-1)
		for j := range k {
			if s := best[j] + pageFlow(pairs, ends[j], ends[k]); s > best[k] {
				best[k], from[k] = s, j
			}
		}
	}
	for k := len(ends) - 1; k > 0; k = from[k] {
		pages = append(pages, ends[k])
	}
	slices.Reverse(pages)
	return pages, best[len(ends)-1]
}

// evenPages are the ends of pages as high as the first, if blank lines stand there.
func evenPages(pairs []pair, ends []int, first int) (pages []int) {
	begins := func(at int) int {
		for at < len(pairs) && pairs[at].blank() {
			at++
		}
		return at
	}
	height := first - begins(0)
	if height < leastHeight {
		return nil
	}
	for at := first; ; {
		pages = append(pages, at)
		next := begins(at) + height
		if next+heightSlack >= len(pairs) {
			return append(pages, len(pairs))
		}
		k, _ := slices.BinarySearch(ends, next-heightSlack)
		if k == len(ends) || ends[k] > next+heightSlack || ends[k] <= at {
			return nil
		}
		at = ends[k]
	}
}

// writeColumn writes the lines of a column, one blank line where there are some within.
func writeColumn(b *strings.Builder, page []pair, of func(pair) string) {
	blank, begun := false, false
	for _, p := range page {
		s := of(p)
		if s == "" {
			blank = begun
			continue
		}
		if blank {
			b.WriteByte('\n')
		}
		blank, begun = false, true
		b.WriteString(s)
		b.WriteByte('\n')
	}
}

// pageFlow says how well pairs [from, to) read as one page: that at the blank lines
// within no sentence goes on, that the right column goes on with the left, and what
// stands behind them with the right one.
func pageFlow(pairs []pair, from, to int) (sum float64) {
	page := pairs[from:to]
	for i, p := range page {
		if i > 1 && p.blank() && page[i-1].blank() && !page[i-2].blank() && from+i+1 < to {
			sum-- // paragraphs stand apart by one blank line
		}
		if i > 0 && p.blank() && !page[i-1].blank() {
			sum -= math.Abs(meets(lastOf(page[:i], leftOf), firstOf(page[i:], leftOf))) + math.Abs(meets(lastOf(page[:i], rightOf), firstOf(page[i:], rightOf)))
		}
	}
	left, right := lastOf(page, leftOf), firstOf(page, rightOf)
	next := firstOf(pairs[to:], leftOf)
	if right == "" {
		return sum + meets(left, next)
	}
	return sum + meets(left, right) + meets(lastOf(page, rightOf), next)
}

func leftOf(p pair) string  { return p.left }
func rightOf(p pair) string { return p.right }

func firstOf(page []pair, of func(pair) string) string {
	for _, p := range page {
		if s := of(p); s != "" {
			return s
		}
	}
	return ""
}

func lastOf(page []pair, of func(pair) string) string {
	for i := len(page) - 1; i >= 0; i-- {
		if s := of(page[i]); s != "" {
			return s
		}
	}
	return ""
}

// meets says whether a line may go on with another.
func meets(line, next string) float64 {
	if line == "" || next == "" {
		return 0
	}
	end, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, "\"”’»)"))
	switch {
	case plainlyOn(line, next):
		return 1
	case terminal(end) == !startsSmall(next):
		return 0
	case terminal(end):
		return -1
	}
	return headed // a heading, perhaps
}

func startsSmall(s string) bool { return plainlyOn("a", s) }
