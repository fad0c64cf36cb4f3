package repair

import (
	"html"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Character references that were never decoded, or were encoded once too
// often, become the characters they stand for. A text that speaks of
// references, or shows code, keeps those it shows.

// maxNested bounds how often one reference was encoded again and again.
const maxNested = 4

const maxName = 32 // the longest names have 31 letters

// entities decodes character references and mends those that lost a sign.
func entities(d *corpus.Draft) error {
	text := d.Text
	if strings.IndexByte(text, '&') < 0 && !strings.Contains(text, ";") && !strings.Contains(text, `\'`) {
		return nil
	}
	var changes []corpus.Change
	torn, dragged, all := tornReferences(text), dragging(text), allDrag(text)
	slashed := strings.Contains(text, `\'`) && slashes(text)
	for i := 0; i < len(text); {
		if !torn {
			if i = pastUnmarked(text, i, &refers); i == len(text) {
				break
			}
		}
		c, ok := corpus.Change{}, false
		switch text[i] {
		case '&':
			c, ok = reference(text, i)
		case '\'', '#', '\\', "’"[0]:
			if c, ok = residue(text, i, dragged, slashed); !ok && all {
				c, ok = quoteResidue(text, i)
			}
		}
		if !ok && torn {
			c, ok = tornName(text, i)
		}
		if ok && !codeAround(text, c.Start, c.End) {
			changes = append(changes, c)
			i = c.End
			continue
		}
		i++
	}
	return apply(d, changes)
}

// refers has the bytes with which references begin, and what is left of them.
var refers = [256]uint8{'&': 1, '\'': 1, '#': 1, '\\': 1, 0xE2: 1} // the last one is that of ’

// reference reads the reference at the ampersand at i.
func reference(text string, i int) (corpus.Change, bool) {
	rest := text[i:min(len(text), i+maxName+4*maxNested+8)]
	now, n := decodeReference(rest)
	if n == 0 {
		return corpus.Change{}, false
	}
	why := "character reference " + rest[:n]
	// An ampersand may begin another reference: &amp;quot; was encoded twice.
	for range maxNested {
		if now != "&" {
			break
		}
		inner, m := decodeReference("&" + rest[n:])
		if m == 0 {
			break
		}
		if shown(inner) {
			return corpus.Change{}, false
		}
		now, n = inner, n+m-1
		why = "character reference encoded again: " + rest[:n]
	}
	if rest[n-1] != ';' && inAddress(text, i) {
		return corpus.Change{}, false
	}
	if shown(now) && standsAlone(text, i, i+n) || mentioned(text, i, i+n, now) {
		return corpus.Change{}, false
	}
	return corpus.Change{Start: i, End: i + n, Now: now, Kind: corpus.KindEntity, Why: []string{why}}, true
}

// inAddress reports whether the ampersand at i may join the parameters of
// an address.
func inAddress(text string, i int) bool {
	word := text[max(0, i-nearby):i]
	if at := strings.LastIndexAny(word, " \t\n"); at >= 0 {
		word = word[at+1:]
	}
	return strings.ContainsAny(word, "=?/")
}

// shown reports the characters whose references writers show as examples.
func shown(now string) bool { return now == "<" || now == ">" }

// standsAlone reports whether the span is a word of its own beside letters,
// not a comparison of numbers or part of a tag.
func standsAlone(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString("\n" + text[max(0, start-utf8.UTFMax):start])
	after, _ := utf8.DecodeRuneInString(text[end:min(len(text), end+utf8.UTFMax)] + "\n")
	if !unicode.IsSpace(before) && !quoting(before) || !unicode.IsSpace(after) && !quoting(after) && after != ',' && after != '.' {
		return false
	}
	b := strings.TrimRight(text[:start], " ")
	a := strings.TrimLeft(text[end:], " ")
	number := b != "" && a != "" && (b[len(b)-1] >= '0' && b[len(b)-1] <= '9' || a[0] >= '0' && a[0] <= '9')
	return !number
}

// mentioned reports whether the text speaks of the reference at text[start:end]:
// it stands alone in quotes or on its line, is an item of a list of them, or says
// how to write an ampersand, beside one in quotes or as the last word of a
// paragraph, which no ampersand is.
func mentioned(text string, start, end int, now string) bool {
	if !standsAlone(text, start, end) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	if !markupSign(now) || quoting(before) && quoting(after) {
		return quoting(before) && quoting(after)
	}
	left, right := beside(text, start, end)
	if strings.TrimSpace(left+right) == "" && strings.TrimSpace(text) != text[start:end] {
		return true
	}
	names := map[string]bool{text[start:end]: true}
	for _, side := range []string{left, right} {
		for field := range strings.FieldsSeq(side) {
			field = strings.TrimRight(field, ",.")
			if now, n := decodeReference(field); n == len(field) && n > 0 && markupSign(now) {
				names[field] = true
			}
		}
	}
	if len(names) >= 3 {
		return true
	}
	return now == "&" && (strings.Trim(right, " .") == "" && paragraphEnds(text[end:]) || quotedAmpersand(left))
}

// markupSign reports the signs of markup, whose references texts on markup
// list.
func markupSign(now string) bool {
	switch now {
	case "&", "<", ">", `"`, "'":
		return true
	}
	return false
}

// paragraphEnds reports whether s begins with the end of a paragraph.
func paragraphEnds(s string) bool {
	line, rest, more := strings.Cut(s, "\n")
	next, _, _ := strings.Cut(rest, "\n")
	return strings.Trim(line, " .") == "" && (!more || strings.TrimSpace(next) == "")
}

// quotedAmpersand reports an ampersand alone in quotes.
func quotedAmpersand(s string) bool {
	for i := range len(s) {
		if s[i] == '&' {
			before, _ := utf8.DecodeLastRuneInString(s[:i])
			after, _ := utf8.DecodeRuneInString(s[i+1:])
			if quoting(before) && quoting(after) {
				return true
			}
		}
	}
	return false
}

func quoting(r rune) bool {
	switch r {
	case '"', '\'', '`', '“', '”', '‘', '’', '«', '»', '(', ')', '„':
		return true
	}
	return false
}

// decodeReference decodes the reference s begins with, numeric or named,
// with its semicolon or, where no doubt is left, without. n is its length, 0
// where there is none.
func decodeReference(s string) (now string, n int) {
	if len(s) < 3 || s[0] != '&' {
		return "", 0
	}
	if s[1] == '#' {
		return decodeNumber(s)
	}
	n = 1
	for n < len(s) && n <= maxName && (asciiAlpha(s[n]) || n > 1 && s[n] >= '0' && s[n] <= '9') {
		n++
	}
	if n == 1 {
		return "", 0
	}
	if n < len(s) && s[n] == ';' {
		now = html.UnescapeString(s[:n+1])
		if now == s[:n+1] || strings.HasSuffix(now, ";") && s[:n+1] != "&semi;" {
			return "", 0
		}
		return now, n + 1
	}
	return bareName(s, n)
}

// bareName decodes a name without a semicolon: only the names that browsers
// read so and those of signs, not before "=" as in the query of an address, and
// not a name that is an English word too.
func bareName(s string, n int) (string, int) {
	name := s[1:n]
	if strings.HasPrefix(name, "nbsp") && len(name) > 4 && name[4] >= 'A' && name[4] <= 'Z' {
		n = 5
		name = "nbsp"
	}
	reference := "&" + name
	if k := accented(name); k > 0 {
		n = k + 1
		name = name[:k]
		reference = "&" + name + ";"
	}
	if k := signName(name); k > 0 {
		n = k + 1
		name = name[:k]
		reference = "&" + name + ";"
	}
	now := html.UnescapeString(reference)
	if now == "&"+name || strings.HasPrefix(now, "&") && name != "amp" || utf8.RuneCountInString(now) != 1 {
		return "", 0
	}
	if n < len(s) && (s[n] == '=' || s[n] == '_' || s[n] == '-' && name != "quot") {
		return "", 0
	}
	switch name {
	case "copy", "reg", "not", "para", "sect", "times", "cent", "pound", "yen", "shy", "die", "sub", "divide", "curren", "lt", "gt", "LT", "GT", "COPY", "REG", "AMP", "QUOT", "uml", "ordf", "ordm", "deg", "macr", "micro", "middot", "acute", "cedil":
		if n < len(s) && s[n] != ' ' {
			return "", 0
		}
	}
	return now, n
}

// accented returns the length of the name of an accented letter that name
// begins with, 0 where there is none: &eacutecole is école.
func accented(name string) int {
	for _, accent := range accents {
		if n := 1 + len(accent); len(name) >= n && name[1:n] == accent && html.UnescapeString("&"+name[:n]+";") != "&"+name[:n]+";" {
			return n
		}
	}
	return 0
}

// signName returns the length of the name of a sign or of a letter of its own that
// name begins with, 0 where there is none: don&rsquot is don’t, and &quotBut a
// quote, but &quote and &quota are something else.
func signName(name string) int {
	for _, sign := range signNames {
		if !strings.HasPrefix(name, sign) {
			continue
		}
		if rest := name[len(sign):]; sign == "quot" && rest != "" && (rest[0] == 'a' || rest[0] == 'e') {
			return 0
		}
		return len(sign)
	}
	return 0
}

var signNames = []string{"quot", "apos", "szlig", "aelig", "AElig", "oelig", "OElig", "iquest", "iexcl", "ldquo", "rdquo", "lsquo", "rsquo", "laquo", "raquo", "bdquo", "sbquo", "hellip", "mdash", "ndash"}

var accents = []string{"acute", "grave", "circ", "uml", "tilde", "cedil", "ring", "slash", "caron"}

func asciiAlpha(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// decodeNumber decodes &#8217; and &#x2019;. Without the semicolon a decimal
// number of two digits or more counts, four hexadecimal digits, and two or three that
// are a letter of Europe.
func decodeNumber(s string) (string, int) {
	n, base := 2, 10
	if n < len(s) && s[n]|0x20 == 'x' {
		n, base = 3, 16
	}
	from := n
	for n < len(s) && n-from < 8 && (s[n] >= '0' && s[n] <= '9' || base == 16 && s[n]|0x20 >= 'a' && s[n]|0x20 <= 'f') {
		n++
	}
	digits := n - from
	closed := n < len(s) && s[n] == ';'
	if digits == 0 || !closed && (base == 10 && digits < 2 || base == 16 && (digits < 2 || digits > 4)) {
		return "", 0
	}
	v, err := strconv.ParseUint(s[from:n], base, 32)
	if err != nil {
		return "", 0
	}
	r, ok := referred(rune(v))
	if !ok || !closed && base == 16 && digits < 4 && !(r >= 0xC0 && r < 0x180 || r >= 0x370 && r < 0x530) {
		return "", 0
	}
	if closed {
		n++
	}
	return string(r), n
}

// referred returns the character a number refers to: as in HTML, 128 to 159
// are windows-1252.
func referred(r rune) (rune, bool) {
	if r >= 0x80 && r < 0xA0 {
		r = charmap.Windows1252.DecodeByte(byte(r))
	}
	if r < ' ' && r != '\n' && r != '\t' && r != '\r' || r >= 0x7F && r < 0xA0 || r > unicode.MaxRune || r >= 0xD800 && r < 0xE000 || r&0xFFFE == 0xFFFE {
		return 0, false
	}
	return r, true
}

// torn are names of references that may have lost their ampersand.
var torn = []struct{ was, now string }{
	{"rsquo;", "’"}, {"lsquo;", "‘"}, {"apos;", "'"}, {"quot;", `"`}, {"ldquo;", "“"}, {"rdquo;", "”"},
	{"ndash;", "–"}, {"mdash;", "—"}, {"hellip;", "…"}, {"nbsp;", "\u00A0"}, {"amp;", "&"},
}

// tornReferences reports whether references lost their ampersands
// throughout: at least two of them, and none that kept it.
func tornReferences(text string) bool {
	n := 0
	for at := strings.IndexByte(text, ';'); at >= 0; {
		before := text[:at+1]
		for _, t := range torn {
			if strings.HasSuffix(before, t.was) {
				from := at + 1 - len(t.was)
				if strings.HasSuffix(before[:from], "&") {
					return false
				}
				if !endsWord(text, from, at+1, t.was) {
					n++
				}
			}
		}
		next := strings.IndexByte(text[at+1:], ';')
		if next < 0 {
			break
		}
		at += 1 + next
	}
	return n >= 2
}

func tornName(text string, i int) (corpus.Change, bool) {
	for _, t := range torn {
		if text[i] == t.was[0] && strings.HasPrefix(text[i:], t.was) && !endsWord(text, i, i+len(t.was), t.was) {
			return corpus.Change{Start: i, End: i + len(t.was), Now: t.now, Kind: corpus.KindEntity, Why: []string{"character reference without its ampersand: " + t.was}}, true
		}
	}
	return corpus.Change{}, false
}

// endsWord reports whether what looks like the name of a reference is the end of
// a word: of a lamp; or of trapos;
func endsWord(text string, start, end int, name string) bool {
	if name != "amp;" && name != "apos;" {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	return unicode.IsLetter(before) && !unicode.IsLetter(after)
}

// around is how far to each side, in bytes, code is looked for.
const around = 60

// codeAround reports whether the span stands among code, or in a passage
// about markup, where references are meant as they stand.
func codeAround(text string, start, end int) bool {
	left, right := beside(text, start, end)
	for _, side := range []string{left, right} {
		for _, sign := range codeSigns {
			if strings.Contains(side, sign) {
				return true
			}
		}
		if backtick(side) {
			return true
		}
		if strings.Contains(side, "HTML") || strings.Contains(side, "XML") || strings.Contains(side, "html ") || strings.Contains(side, "XHTML") {
			return true
		}
	}
	// The semicolon of a quoted character, ';', is no residue.
	return strings.HasSuffix(left, "'") && strings.HasPrefix(right, "'")
}

// beside returns what stands on the line of a span near to it.
func beside(text string, start, end int) (left, right string) {
	from, to := max(0, start-around), min(len(text), end+around)
	if nl := strings.LastIndexByte(text[from:start], '\n'); nl >= 0 {
		from += nl + 1
	}
	if nl := strings.IndexByte(text[end:to], '\n'); nl >= 0 {
		to = end + nl
	}
	return text[from:start], text[end:to]
}

// backtick reports whether code is quoted on one side of a reference. Between
// two letters a backtick is somebody's apostrophe, and the reference a letter.
func backtick(side string) bool {
	for i := range len(side) {
		if side[i] != '`' {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(side[:i])
		after, _ := utf8.DecodeRuneInString(side[i+1:])
		if i > 0 && before != ';' && !unicode.IsLetter(before) || i+1 < len(side) && after != '&' && !unicode.IsLetter(after) {
			return true
		}
	}
	return false
}

var codeSigns = []string{"{", "}", "==", "=\"", "='", "= '", "= \"", "();", "('", "(\"", "</", "/>", "<?", "?>", "&&", "||", "$_", "::", "->", "<!--"}
