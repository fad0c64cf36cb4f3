package repair

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// An apostrophe may drag along what is left of its reference or of its escape.

// residue mends an apostrophe between two letters that still drags a piece
// of its reference or of its escape along: l';acqua, l#39;acqua, l\'acqua.
// Where a text has more of them, so does one behind a plural: customers’; needs. A
// backslash that few apostrophes have is written of.
func residue(text string, i int, more, slashed bool) (corpus.Change, bool) {
	if i == 0 {
		return corpus.Change{}, false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	if !unicode.IsLetter(before) {
		return corpus.Change{}, false
	}
	for _, p := range residues {
		if !strings.HasPrefix(text[i:], p.was) {
			continue
		}
		end := i + len(p.was)
		if p.now == "'" && p.was[0] == '\\' && !slashed {
			continue
		}
		if (p.was == "';" || p.was == `\'`) && quoteOpen(text[max(0, i-around):i]) {
			continue
		}
		after, n := utf8.DecodeRuneInString(text[end:])
		if more && before == 's' && after == ' ' && !strings.Contains(text[max(0, i-around):i], "‘") {
			after, _ = utf8.DecodeRuneInString(text[end+n:])
		}
		if !unicode.IsLetter(after) {
			continue
		}
		return corpus.Change{Start: i, End: end, Now: p.now, Kind: corpus.KindEntity, Why: []string{"damaged apostrophe " + p.was}}, true
	}
	return corpus.Change{}, false
}

// leastDragged is the number of apostrophes between letters that drag a semicolon
// along from which on others do.
const leastDragged = 2

// dragging reports whether the apostrophes of a text drag a semicolon along.
func dragging(text string) bool {
	n := 0
	for at := 0; n < leastDragged; {
		i := strings.Index(text[at:], ";")
		if i < 0 {
			return false
		}
		at += i + 1
		word, ok := strings.CutSuffix(text[:at-1], "’")
		if !ok {
			word, ok = strings.CutSuffix(text[:at-1], "'")
		}
		before, _ := utf8.DecodeLastRuneInString(word)
		after, _ := utf8.DecodeRuneInString(text[at:])
		if ok && unicode.IsLetter(before) && unicode.IsLetter(after) {
			n++
		}
	}
	return true
}

// slashes reports whether more apostrophes between letters have a backslash than have
// none.
func slashes(text string) bool {
	with, without := 0, 0
	for at := strings.IndexByte(text, '\''); at >= 0; {
		word := strings.TrimRight(text[:at], `\`)
		before, _ := utf8.DecodeLastRuneInString(word)
		after, _ := utf8.DecodeRuneInString(text[at+1:])
		if unicode.IsLetter(before) && unicode.IsLetter(after) {
			with += b2i(len(word) < at)
			without += b2i(len(word) == at)
		}
		next := strings.IndexByte(text[at+1:], '\'')
		if next < 0 {
			break
		}
		at += 1 + next
	}
	return with > without
}

// leastQuotes is the number of quotes from which it tells that each of them drags a
// semicolon along.
const leastQuotes = 4

// allDrag reports whether each apostrophe and single quote of a text drags a
// semicolon along, as it does in no text that was written so.
func allDrag(text string) bool {
	n := strings.Count(text, "';")
	return n >= leastQuotes && n == strings.Count(text, "'")
}

// quoteResidue mends a single quote that drags a semicolon along where all do.
func quoteResidue(text string, i int) (corpus.Change, bool) {
	if !strings.HasPrefix(text[i:], "';") {
		return corpus.Change{}, false
	}
	return corpus.Change{Start: i, End: i + 2, Now: "'", Kind: corpus.KindEntity, Why: []string{"damaged quote ';, as all are"}}, true
}

// quoteOpen reports whether the last single quote of s opens a quotation.
func quoteOpen(s string) bool {
	at := strings.LastIndexAny(s, "'\n")
	if at < 0 || s[at] != '\'' {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(s[:at])
	return !unicode.IsLetter(r)
}

var residues = []struct{ was, now string }{
	{"';", "'"}, {"’;", "’"}, {"&';", "'"}, {`\'`, "'"}, {`\\'`, "'"}, {`\’`, "’"},
	{"#39;", "'"}, {"#039;", "'"}, {"#x27;", "'"}, {"#8217;", "’"}, {"#8216;", "‘"}, {"#x2019;", "’"},
}
