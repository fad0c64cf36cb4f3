package reconstruct

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A sign class is a sign that texts write in several forms. Its folded form
// is what the gaps of different witnesses are compared by.
type signClass uint8

const (
	noSign signClass = iota
	doubleQuote
	singleQuote
	dash
	ellipsis
)

// sign returns the class of the sign at the beginning of s, its folded form,
// and its length in bytes; noSign for anything else.
func sign(s string) (class signClass, folded string, n int) {
	if n := dots(s); n > 1 {
		return ellipsis, "…", n
	}
	if strings.HasPrefix(s, "--") {
		n = 2
		for n < len(s) && s[n] == '-' {
			n++
		}
		if n > 3 {
			return noSign, "", n // a line drawn
		}
		return dash, "–", n
	}
	if strings.HasPrefix(s, "''") || strings.HasPrefix(s, "``") || strings.HasPrefix(s, `""`) {
		return doubleQuote, `"`, 2 // typed twice, or doubled as CSV does
	}
	r, n := utf8.DecodeRuneInString(s)
	switch r {
	case '"', '“', '”', '„', '‟', '«', '»', '″':
		return doubleQuote, `"`, n
	case '\'', '‘', '’', '‚', '‛', '`', '´', '′', '‹', '›', 'ʼ':
		return singleQuote, "'", n
	case '–', '—', '―', '−':
		return dash, "–", n
	case '…':
		for strings.HasPrefix(s[n:], "…") {
			n += len("…")
		}
		return ellipsis, "…", n
	}
	return noSign, "", n
}

// dots returns the length of the ellipsis of full stops at the beginning of s:
// two or more in a row, or three that stand apart as on a typewriter; 1 or 0
// when there is none.
func dots(s string) (n int) {
	for n < len(s) && s[n] == '.' {
		n++
	}
	if n != 1 {
		return n
	}
	stops := 1
	for at := n; ; stops, n = stops+1, at {
		for r, size := utf8.DecodeRuneInString(s[at:]); r != '\n' && white(r); r, size = utf8.DecodeRuneInString(s[at:]) {
			at += size
		}
		if at == n || !strings.HasPrefix(s[at:], ".") {
			break
		}
		at++
	}
	if stops < 3 {
		return 1
	}
	return n
}

// A position is where in its gap a sign stands: quotes have a form that
// opens and one that closes, and an apostrophe stands between letters.
type position uint8

const (
	opening position = iota
	closing
	inside
	loose // white space on both sides, as French sets its quotes, or none in Chinese: the place does not tell
)

// positionOf returns the position of the sign gap[i:j]. A gap stands between
// two words; atStart tells that nothing is before it.
func positionOf(gap string, i, j int, atStart bool) position {
	wordBefore, wordAfter := i == 0 && !atStart, j == len(gap)
	if wordBefore {
		if wordAfter {
			return inside
		}
		return closing
	}
	if i == 0 {
		return opening
	}
	r, _ := utf8.DecodeLastRuneInString(gap[:i])
	if after, _ := utf8.DecodeRuneInString(gap[j:]); white(r) && j < len(gap) {
		switch {
		case white(after):
			return loose
		case strings.ContainsRune(".,;:!?…)]", after):
			return closing // set off by a space, as in French
		}
	}
	if r >= 0x3000 {
		return loose // scripts that set no space before an opening quote
	}
	if white(r) || unicode.In(r, unicode.Ps, unicode.Pd) {
		return opening
	}
	if c, _, _ := sign(string(r)); (c == doubleQuote || c == singleQuote) && wordAfter {
		return opening // a quote within a quote
	}
	return closing
}

// signIn is sign for the rest of a gap: two apostrophes that are all that
// stands between two words are one, doubled.
func signIn(gap string, i int) (class signClass, folded string, n int) {
	if gap == "''" {
		return singleQuote, "'", 2
	}
	if strings.HasPrefix(gap[i:], "---") && strings.HasSuffix(strings.TrimRight(gap[:i], " "), "\n") {
		return noSign, "", 3 // a line drawn
	}
	if strings.HasPrefix(gap[i:], "-") && hyphenApart(gap, i) {
		return dash, "–", 1
	}
	return sign(gap[i:])
}

// hyphenApart reports a hyphen between spaces, which stands for a dash, but begins no
// line of a list.
func hyphenApart(gap string, i int) bool {
	before := gap[:i]
	run := strings.TrimRightFunc(before, white)
	after, _ := utf8.DecodeRuneInString(gap[i+1:])
	return run != before && white(after) && after != '\n' && !strings.Contains(before[len(run):], "\n")
}

// A convention counts, for each sign class and position, how often the
// witnesses write each form, and after settle names the form of the article.
type convention struct {
	votes  [5][4]map[string]float64
	form   [5][4]string
	spaced float64 // votes for double quotes other than guillemets that a space parts from what they hold
}

// add counts the signs of one gap, each class with the weight that its witness
// has there.
func (k *convention) add(gap string, atStart bool, weight func(class signClass, form string) float64) {
	eachSign(gap, func(class signClass, i, j int) {
		pos := positionOf(gap, i, j, atStart)
		m := &k.votes[class][pos]
		if *m == nil {
			*m = map[string]float64{}
		}
		form, share := undoubled(class, gap[i:j])
		(*m)[form] += weight(class, form) * share
		if class == doubleQuote && form != "«" && form != "»" && setOff(gap[:i], pos) {
			k.spaced += weight(class, form)
		}
	})
}

// setOff reports a space inside the quotation, before a quote that closes or on
// both sides of one, which stands behind the signs before.
func setOff(before string, pos position) bool {
	r, _ := utf8.DecodeLastRuneInString(before)
	return (pos == closing || pos == loose) && white(r) && r < 0x3000
}

// undoubled is the form of which a doubled one was made, as CSV or a second
// escaping does, with the share of a vote that it has. Other forms are their own.
func undoubled(class signClass, form string) (string, float64) {
	if form == `""` || class == singleQuote && form == "''" {
		return form[:1], doubledShare
	}
	return form, 1
}

// eachSign calls do for every sign of a gap.
func eachSign(gap string, do func(class signClass, i, j int)) {
	for i := 0; i < len(gap); {
		class, _, n := signIn(gap, i)
		if class != noSign {
			do(class, i, i+n)
		}
		i += n
	}
}

// A style is a set of quotes that go together.
type style struct{ opens, closes string }

// styles lists the quotes that go together, the most typographic first: of
// styles with about equal votes the first is taken, since a typographic form
// is more often flattened than made.
var styles = [5][]style{
	doubleQuote: {{"«", "»"}, {"»", "«"}, {"„", "“"}, {"„", "”"}, {"“", "”"}, {"”", "”"}, {`"`, `"`}, {"``", "''"}},
	singleQuote: {{"‹", "›"}, {"‚", "‘"}, {"‘", "’"}, {"'", "'"}, {"´", "´"}, {"`", "'"}, {"`", "`"}},
}

// settle makes the heaviest form of each class the convention: of quotes the
// heaviest style, of the others the heaviest form.
func (k *convention) settle(language string) {
	for class := range k.votes {
		if styles[class] != nil {
			k.settleQuotes(language, signClass(class))
			continue
		}
		all := map[string]float64{}
		for _, m := range k.votes[class] {
			for f, n := range m {
				all[f] += n
			}
		}
		for pos := range k.form[class] {
			k.form[class][pos] = heaviest(all)
		}
		if signClass(class) == dash && len(k.votes[class][inside]) > 0 {
			k.settleDashes()
		}
	}
}

// settleDashes gives the dashes between two words ("1988–2003") a form of their
// own, and the others theirs: many authors have one for each.
func (k *convention) settleDashes() {
	loosely := map[string]float64{}
	for pos, m := range k.votes[dash] {
		for f, n := range m {
			if position(pos) != inside {
				loosely[f] += n
			}
		}
	}
	k.form[dash][inside] = heaviest(k.votes[dash][inside])
	for _, pos := range []position{opening, closing, loose} {
		if len(loosely) > 0 {
			k.form[dash][pos] = heaviest(loosely)
		}
	}
}

// settleQuotes makes the heaviest style of a class of quotes the convention.
// Apostrophes are written as the single quotes that close.
func (k *convention) settleQuotes(language string, class signClass) {
	votes := &k.votes[class]
	best, top := -1, 0.0
	for i, s := range styles[class] {
		n := genuine(s.opens)*(votes[opening][s.opens]+votes[loose][s.opens]) + genuine(s.closes)*votes[closing][s.closes]
		if s.closes != s.opens {
			n += genuine(s.closes) * votes[loose][s.closes]
		}
		if class == singleQuote {
			n += genuine(s.closes) * votes[inside][s.closes]
		}
		if alien(language, s) {
			n *= alienShare
		}
		if n > top {
			best, top = i, n
		}
	}
	if best >= 0 {
		k.form[class][opening], k.form[class][closing] = styles[class][best].opens, styles[class][best].closes
	}
	k.form[class][inside] = heaviest(votes[inside])
}

// quotes reports a double quote of the convention.
func (k *convention) quotes(form string) bool {
	return form == k.form[doubleQuote][opening] || form == k.form[doubleQuote][closing]
}

// alienShare is what quotes weigh that are not in use in the language of the
// article: the page that has them was made for another.
const alienShare = .3

// alien reports quotes that texts in the language do not have, as the common
// locale data and style guides say. Of other languages nothing is alien.
func alien(language string, s style) bool {
	in := func(languages ...string) bool { return slices.Contains(languages, language) }
	switch s.opens {
	case "«", "»", "‹":
		return in("en", "nl", "af", "ko", "ja", "zh", "vi", "th", "hi", "id", "ms", "he", "sv")
	case "„", "‚":
		return in("en", "fr", "es", "it", "pt", "ca", "gl", "el", "tr", "ko", "ja", "zh", "vi", "th", "hi", "id", "ms", "ar", "fa", "sv", "fi") ||
			s.closes == "“" && in("pl", "ro", "hu") || // they close with ”
			s.closes == "”" && in("de", "cs", "sk", "sl", "lt", "et", "is", "bg", "mk", "ka") // they close with “
	case "“":
		return firstQuote(language) == "„"
	}
	return false
}

// firstQuote is the double quote that opens in the first place in a language, by
// the common locale data; "" where several do, or of a language not known here.
func firstQuote(language string) string {
	in := func(languages ...string) bool { return slices.Contains(languages, language) }
	switch {
	case in("ru", "uk", "be", "fr", "es", "it", "el", "ca", "gl", "hy", "nb", "fa"):
		return "«"
	case in("de", "pl", "cs", "sk", "hu", "ro", "bg", "hr", "sl", "lt", "et", "is", "mk", "ka"):
		return "„"
	case in("en", "nl", "tr", "zh", "ko", "vi", "th", "id", "ms", "hi"):
		return "“"
	case in("sv", "fi"):
		return "”"
	}
	return ""
}

// spacesGuillemets reports a language that parts guillemets, and no other quotes,
// from what they hold.
func spacesGuillemets(language string) bool { return language == "fr" }

// spaceless reports a language whose full stop is not the one of three that make an
// ellipsis elsewhere.
func spaceless(language string) bool { return language == "zh" || language == "ja" }

// alienForm reports a quote that opens no style in use in the language, or one of
// the typewriter. A page whose quotes were made for another language, or for a
// typewriter, has other signs converted too.
func alienForm(language, form string) bool {
	opens := form == "''"
	for _, s := range styles[doubleQuote] {
		if (s.opens == form || s.closes == form) && !alien(language, s) && s.opens != "``" {
			return false
		}
		opens = opens || s.opens == form
	}
	return opens
}

// genuine weighs a form by how often it is the author's own: copies flatten
// typographic quotes far more often than they make them, and next to no one
// writes the forms of the typewriter.
func genuine(form string) float64 {
	if typed(form) {
		return .1
	}
	if strings.HasPrefix(form, "--") {
		return .4
	}
	switch form {
	case "``", "''", "`", "´":
		return .1
	case "...", "......":
		return .97 // of equals the sign that it is flattened from
	case "-":
		return .25
	case `"`, "'":
		return .85
	}
	return 1
}

// typed reports an ellipsis in a form that programs leave, and next to no author:
// of two full stops, or of some that stand apart.
func typed(form string) bool {
	return strings.HasPrefix(form, ".") && (len(form) == 2 || strings.Trim(form, ".") != "")
}

// plainness is the least of what the signs of a gap weigh as the author's own.
func plainness(gap string) float64 {
	least := 1.0
	eachSign(gap, func(class signClass, i, j int) {
		form, share := undoubled(class, gap[i:j])
		least = min(least, share*genuine(form))
	})
	return least
}

// hyphen is the form of a dash that is none where there are others.
const hyphen = "-"

// heaviest returns the form with the most votes, of equals the smallest.
func heaviest(votes map[string]float64) string {
	best := ""
	for f, n := range votes {
		n *= genuine(f)
		if top := votes[best] * genuine(best); best == "" || best == hyphen || f != hyphen && (n > top || n == top && f < best) {
			best = f
		}
	}
	return best
}

// fold returns a gap with its signs folded and its white space reduced to
// single spaces, and the strength of each white run.
func fold(gap string, broken bool) (folded string, levels []level) {
	var b strings.Builder
	for i := 0; i < len(gap); {
		if n, l := whiteRun(gap[i:], broken); n > 0 {
			b.WriteByte(' ')
			levels = append(levels, l)
			i += n
			continue
		}
		class, f, n := signIn(gap, i)
		if class != noSign {
			b.WriteString(f)
		} else {
			b.WriteString(gap[i : i+n])
		}
		i += n
	}
	return b.String(), levels
}

// A level is the strength of a white run.
type level uint8

const (
	space     level = iota
	someBreak       // a break in a copy whose paragraphs stand apart by single breaks
	lineBreak
	paragraph
)

// whiteRun returns the length of the white space at the beginning of s and
// its strength; 0 when there is none.
func whiteRun(s string, broken bool) (n int, l level) {
	breaks := 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !white(r) {
			break
		}
		if r == '\n' {
			breaks++
		}
		n += size
	}
	switch {
	case breaks == 0:
		return n, space
	case breaks > 1:
		return n, paragraph
	case broken:
		return n, someBreak
	}
	return n, lineBreak
}

func white(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\r', '\v', '\f', 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
		return true
	}
	return r >= 0x2000 && r <= 0x200A
}
