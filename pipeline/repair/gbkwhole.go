package repair

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A text in a European language that was read as GBK has Han characters where its
// quotes, dashes and accents were, one or two at a time ("don鈥檛"), too short to
// prove anything alone. All of them together do: nearly each, read back, is UTF-8 for a
// sign or a Latin letter. A byte that GBK could not pair is lost, and a question mark
// stands for it: in a closing quote behind a sign, where one is open, it is inferred.

const (
	leastWhole = 4 // runs read back from which a text is proved
	backShare  = 9 // tenths of all runs
)

// A gbkRun is a run of characters past ASCII read back.
type gbkRun struct {
	start, end int
	meant      string
	lost       bool // its last character lost a byte
}

// gbkThroughout reads the whole text back, or returns nothing.
func gbkThroughout(text string) []corpus.Change {
	var runs []gbkRun
	all, exact := 0, 0
	for i := pastASCII(text, 0); i < len(text); i = pastASCII(text, i) {
		end := pastHigh(text, i)
		r, ok := gbkBack(text, i, end)
		if ok {
			runs = append(runs, r)
			if !r.lost {
				exact++
			}
		} else if missed := all - len(runs); missed > leastWhole && missed > len(runs) {
			return nil // it is some other text
		}
		all++
		i = end
	}
	if exact < leastWhole || 10*len(runs) < backShare*all {
		return nil
	}
	changes := make([]corpus.Change, len(runs))
	for i, r := range runs {
		if r.lost {
			if r.meant += "?"; closes(text, runs[:i], r) {
				r.meant = r.meant[:len(r.meant)-1] + "”"
			}
		}
		changes[i] = corpus.Change{Start: r.start, End: r.end, Now: r.meant, Kind: corpus.KindMojibake, Why: []string{"UTF-8 read as GBK"}}
	}
	return changes
}

// gbkBack reads the run [start, end) back as UTF-8 for signs and Latin letters.
func gbkBack(text string, start, end int) (gbkRun, bool) {
	r := gbkRun{start: start, end: end}
	run := text[start:end]
	if !ideograph(leadRune(run)) || utf8.RuneCountInString(run) >= minGBK {
		return r, false
	}
	raw := gbkBytes(run)
	var out strings.Builder
	for len(raw) > 0 {
		c, n := utf8.DecodeRune(raw)
		switch {
		case c == utf8.RuneError && !utf8.FullRune(raw): // the rest of it is lost
			r.lost, raw = true, nil
			if strings.HasPrefix(text[end:], "?") {
				r.end++
			}
			continue
		case c == utf8.RuneError, n > 1 && !european(c):
			return r, false
		}
		out.WriteRune(c)
		raw = raw[n:]
	}
	r.meant = out.String()
	return r, r.lost || len(r.meant) > 0
}

// european reports a Latin letter, or a sign that texts in Latin letters have.
func european(c rune) bool {
	return c >= 0xA0 && c < 0x250 || c >= 0x2010 && c < 0x2070 || c >= 0x20A0 && c < 0x20D0 || c >= 0x2100 && c < 0x2150 || unicode.In(c, unicode.Number)
}

// closes reports whether a run that lost a byte stands behind a sign in a line in which
// a quote is open.
func closes(text string, before []gbkRun, r gbkRun) bool {
	if r.meant != "?" || r.start == 0 || !strings.ContainsRune(".,!?", rune(text[r.start-1])) {
		return false
	}
	line := strings.LastIndexByte(text[:r.start], '\n') + 1
	open := 0
	for i := len(before) - 1; i >= 0 && before[i].start >= line; i-- {
		open += strings.Count(before[i].meant, "“") - strings.Count(before[i].meant, "”")
	}
	return open > 0
}
