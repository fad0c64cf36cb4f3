package reconstruct

import (
	"strings"
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
	if strings.HasPrefix(s, "...") {
		n = 3
		for n < len(s) && s[n] == '.' {
			n++
		}
		return ellipsis, "…", n
	}
	if strings.HasPrefix(s, "--") {
		n = 2
		for n < len(s) && s[n] == '-' {
			n++
		}
		return dash, "–", n
	}
	if strings.HasPrefix(s, "''") || strings.HasPrefix(s, "``") {
		return doubleQuote, `"`, 2
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

// A convention counts, for each sign class, how often the witnesses write
// each form, and after settle names the form of the article.
type convention struct {
	votes [5]map[string]float64
	form  [5]string
}

// style names the form of a sign irrespective of its direction: the quotes
// “ and ” are one style, „ and “ another.
func style(class signClass, form string) string {
	switch form {
	case "“", "”", "‟":
		return "curly"
	case "„":
		return "low"
	case "«", "»":
		return "angle"
	case "‘", "’", "‛":
		return "curly"
	case "‚":
		return "low"
	case "‹", "›":
		return "angle"
	}
	if class == dash && strings.HasPrefix(form, "--") {
		return "--"
	}
	if class == ellipsis && strings.HasPrefix(form, "...") {
		return "..."
	}
	return form
}

// add counts the signs of one gap with the weight of its witness.
func (k *convention) add(gap string, weight float64) {
	for i := 0; i < len(gap); {
		class, _, n := sign(gap[i:])
		if class != noSign {
			if k.votes[class] == nil {
				k.votes[class] = map[string]float64{}
			}
			k.votes[class][style(class, gap[i:i+n])] += weight
		}
		i += n
	}
}

// settle makes the heaviest style of each class the convention. Low quotes
// go with whatever closes them, so they never win on their own.
func (k *convention) settle() {
	for class := range k.votes {
		best := ""
		for s, n := range k.votes[class] {
			if s == "low" {
				continue
			}
			if best == "" || n > k.votes[class][best] || n == k.votes[class][best] && prefer(s, best) {
				best = s
			}
		}
		k.form[class] = best
	}
}

// prefer breaks a tie between styles: a typographic form is more often
// flattened than made.
func prefer(a, b string) bool {
	if (len(a) == 1) != (len(b) == 1) {
		return len(a) > 1
	}
	return a < b
}

// render writes the signs of a gap in the convention of the article. Quotes
// take the direction of their place: open after white space, an opening
// bracket or nothing, closed elsewhere.
func (k *convention) render(gap string, atStart bool) string {
	var b strings.Builder
	for i := 0; i < len(gap); {
		class, _, n := sign(gap[i:])
		form := gap[i : i+n]
		if class != noSign && style(class, form) != k.form[class] && style(class, form) != "low" && k.form[class] != "" {
			open := i == 0 && atStart || i > 0 && strings.ContainsAny(gap[i-1:i], " \n([{")
			form = directed(class, k.form[class], form, open)
		}
		b.WriteString(form)
		i += n
	}
	return b.String()
}

func directed(class signClass, style, form string, open bool) string {
	switch {
	case class == doubleQuote && style == "curly" && open:
		return "“"
	case class == doubleQuote && style == "curly":
		return "”"
	case class == singleQuote && style == "curly" && open:
		return "‘"
	case class == singleQuote && style == "curly":
		return "’"
	case style == "angle", style == "low":
		return form // spacing and direction differ by country: leave what a copy has
	}
	return style
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
		class, f, n := sign(gap[i:])
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
