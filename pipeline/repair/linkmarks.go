package repair

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Browsers without pictures number the links of a page that they write out ("the
// [4]strategy"), and list their addresses below it. An author's numbers of notes stand
// behind what they note and name sources; these stand before their words, rise from
// one, and each has its line of nothing but an address.

const (
	leastLinkMarks = 3
	markedLinks    = .5 // of the addresses, that have a mark before a word
	linkHeadWords  = 3  // of the heading over the addresses
)

// linkMarks takes out the numbers of links and the list of their addresses.
func linkMarks(d *corpus.Draft) error {
	text := d.Text
	from, to, n := linkList(text)
	if n < leastLinkMarks {
		return nil
	}
	var changes []corpus.Change
	leads := 0
	for i, next := 0, 1; next <= n && i < from; {
		k := strings.IndexByte(text[i:from], '[')
		if k < 0 {
			break
		}
		i += k
		number, size := bracketed(text[i:from])
		if size > 0 && number >= next && number <= n {
			leads += b2i(leadsWord(text, i, i+size))
			changes = append(changes, corpus.Change{Start: i, End: i + size, Kind: corpus.KindMarkup, Why: []string{"the number of a link"}})
			next = number + 1
		}
		i += max(1, size)
	}
	if float64(leads) < markedLinks*float64(n) {
		return nil
	}
	changes = append(changes, corpus.Change{Start: from, End: to, Kind: corpus.KindMarkup, Why: []string{"the addresses of links"}})
	return apply(d, changes)
}

// bracketed reads a number in brackets that s begins with.
func bracketed(s string) (number, size int) {
	end := strings.IndexByte(s[:min(len(s), 7)], ']')
	if end < 2 {
		return 0, 0
	}
	number, err := strconv.Atoi(s[1:end])
	if err != nil || number < 1 {
		return 0, 0
	}
	return number, end + 1
}

// leadsWord reports that what stands at text[i:end] stands right before a word and not
// behind one. Numbers of sources stand behind words, or by themselves.
func leadsWord(text string, i, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[end:])
	return (i == 0 || unicode.IsSpace(before) || unicode.In(before, unicode.Ps, unicode.Pi)) &&
		(unicode.IsLetter(after) || unicode.IsDigit(after) || unicode.In(after, unicode.Ps, unicode.Pi, unicode.Sc))
}

// linkList finds the last list of numbered addresses, from one to n, with its heading.
func linkList(text string) (from, to, n int) {
	end := len(text)
	wanted := 0 // the number that the line above must have
	for end > 0 {
		start := strings.LastIndexByte(text[:end], '\n') + 1
		line := strings.TrimSpace(text[start:end])
		number, ok := addressLine(line)
		switch {
		case ok && wanted == 0:
			to, n, wanted = end, number, number
			fallthrough
		case ok && number == wanted:
			from, wanted = start, wanted-1
		case line == "" || n > 0 && wanted > 0 && !ok && headsLinks(line):
		case n == 0:
			return 0, 0, 0
		case wanted <= 0 && headsLinks(line) && !strings.Contains(line, " "):
			return start, to, n
		case wanted == 0 && headsLinks(line):
			from, wanted = start, -1 // there may be one over all
		case wanted < 0:
			return from, to, n
		default:
			return 0, 0, 0
		}
		end = start - 1
	}
	return 0, 0, 0
}

// headsLinks reports a line that may stand over addresses: few words, no sentence.
func headsLinks(line string) bool {
	return len(strings.Fields(line)) <= linkHeadWords && !strings.ContainsAny(line, ".!?/0123456789")
}

// addressLine reads a line that is a number and an address.
func addressLine(line string) (number int, ok bool) {
	head, address, _ := strings.Cut(line, " ")
	address = strings.TrimSpace(address)
	head = strings.TrimSuffix(strings.TrimPrefix(head, "["), "]")
	number, err := strconv.Atoi(strings.TrimSuffix(head, "."))
	if err != nil || number < 1 || address == "" || strings.ContainsRune(address, ' ') {
		return 0, false
	}
	scheme, _, ok := strings.Cut(address, ":")
	return number, (ok && len(scheme) > 1 && strings.IndexFunc(scheme, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '+' }) < 0) || address[0] == '/'
}
