package repair

import (
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
)

// The words of a film are written as cues: the number of the cue, the times between
// which it is shown ("00:01:02,500 --> 00:01:05,000", or one time), and a line or two
// of a sentence that goes on in the next. Times of a programme or a diary stand before
// what is whole.

const (
	leastCues   = 5
	cueShare    = .25 // of the lines, that are times
	cuesBroken  = .3  // of the cues, that break off in the midst of a sentence
	stampLength = 8   // of "01:02:03"
)

// cues takes the times and the numbers of cues, with the blank lines between them,
// so that what they say stands as wrapped lines.
func cues(text string) (changes []corpus.Change) {
	if !mayHaveCues(text) {
		return nil
	}
	var c cueing
	for at, line := range eachLine(text) {
		c.take(at, line)
	}
	if c.cues < leastCues || float64(c.cues) < cueShare*float64(c.cues+c.lines) || float64(c.broken) < cuesBroken*float64(c.cues) {
		return nil
	}
	return c.changes
}

// mayHaveCues reports lines enough that begin with a digit and have a colon in time.
func mayHaveCues(text string) bool {
	n := 0
	for i := 0; i >= 0 && i < len(text); {
		if digitFirst(text[i:]) && strings.IndexByte(text[i:min(len(text), i+stampLength)], ':') > 0 {
			if n++; n >= leastCues {
				return true
			}
		}
		at := strings.IndexByte(text[i:], '\n')
		if at < 0 {
			break
		}
		i += at + 1
	}
	return false
}

// A cueing reads lines of cues.
type cueing struct {
	cues, lines, broken int    // times, lines that are said, and these that go on behind a time
	at                  int    // where the line behind the last that is said begins
	number              int    // where the line of a number begins that may be a cue's, -1 where there is none
	timed               bool   // a time stands behind the last line that is said
	last                string // that line
	changes             []corpus.Change
}

// take reads a line.
func (c *cueing) take(at int, line string) {
	said := strings.TrimSpace(line)
	if c.lines == 0 && c.cues == 0 {
		c.number = -1
	}
	switch {
	case isCueTime(said):
		c.cues++
		c.timed, c.number = true, -1
	case said == "":
	case c.number < 0 && !c.timed && digits(said):
		c.number = at // of the next cue, if a time follows
	default:
		from := c.at
		if c.number >= 0 && !c.timed { // a number that was said
			c.last, from = "", at
		}
		if c.timed && at > from {
			c.changes = append(c.changes, corpus.Change{Start: from, End: at, Kind: corpus.KindMargin, Why: []string{"the time of a cue"}})
			c.broken += b2i(c.last != "" && plainlyOn(c.last, said))
		}
		c.lines++
		c.last, c.at = said, at+len(line)+1
		c.timed, c.number = false, -1
	}
}

func digits(s string) bool { return len(s) < 6 && strings.Trim(s, "0123456789") == "" }

// isCueTime reports a line that is a time, or two with an arrow between.
func isCueTime(s string) bool {
	if from, to, ok := strings.Cut(s, "-->"); ok {
		to, _, _ = strings.Cut(strings.TrimSpace(to), " ")
		return isTime(strings.TrimSpace(from)) && isTime(to)
	}
	return len(s) <= stampLength && isTime(s)
}

// isTime reports digits, with two or more behind each colon, and a fraction.
func isTime(s string) bool {
	if i := strings.LastIndexAny(s, ".,"); i >= 0 {
		if i+1 == len(s) || strings.Trim(s[i+1:], "0123456789") != "" {
			return false
		}
		s = s[:i]
	}
	parts := strings.Split(s, ":")
	for i, p := range parts {
		if p == "" || strings.Trim(p, "0123456789") != "" || i > 0 && len(p) != 2 {
			return false
		}
	}
	return len(parts) == 2 || len(parts) == 3
}
