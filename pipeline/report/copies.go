package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
)

// kindOrder is the order in which the kinds of edits are told: first what
// was cut, then what was mended, then what only looks different.
var kindOrder = [...]corpus.Kind{
	corpus.KindSpam, corpus.KindFurniture, corpus.KindTail, corpus.KindRepeat,
	corpus.KindEaten, corpus.KindMojibake, corpus.KindEntity, corpus.KindByteOrderMark,
	corpus.KindInvisible, corpus.KindMarkup, corpus.KindNormal, corpus.KindUnwrap, corpus.KindBreak, corpus.KindMargin, corpus.KindSpace,
}

// What is told of a kind stands in a column of its own beside the kind.
const (
	kindIndent = "   "
	kindWidth  = len("byte-order-mark") + 1
)

var toldIndent = strings.Repeat(" ", len(kindIndent)+kindWidth)

// Bounds of what is told of one kind: groups of edits with the same reasons,
// and texts of one group.
const (
	shownCuts  = 12
	shownTexts = 6
)

// The parts of a text that is mended which are shown, in characters.
const signHead, signTail = 28, 12

// copies prints for each member what was done to it.
func (p *printer) copies(v View, s sigla) {
	records := make(map[string]corpus.Record, len(v.Documents))
	for _, rec := range v.Documents {
		records[rec.ID] = rec
	}
	p.line("", "", heading("What was done to each copy"))
	p.blank()
	for _, m := range v.Article.Members {
		rec, found := records[m.ID]
		if !found {
			rec.ID = m.ID
		}
		p.edits(rec, s[m.ID])
	}
}

func heading(text string) styled {
	var b builder
	b.add(text, bold)
	return b.styled()
}

// edits prints what was done to a document: counts by kind, then each cut
// with the words it took and the reasons.
func (p *printer) edits(rec corpus.Record, letter string) {
	byKind := map[corpus.Kind][]corpus.Edit{}
	var kinds []corpus.Kind
	for _, e := range rec.Edits {
		if byKind[e.Kind] == nil {
			kinds = append(kinds, e.Kind)
		}
		byKind[e.Kind] = append(byKind[e.Kind], e)
	}
	slices.SortStableFunc(kinds, func(a, b corpus.Kind) int { return rank(a) - rank(b) })
	var b builder
	if letter != "" {
		b.add(pad(letter, 2)+" ", cyan)
	}
	b.add(rec.ID+": ", plain)
	b.add(tally(kinds, byKind), dim)
	p.line("", "   ", b.styled())
	for _, k := range kinds {
		p.kind(k, byKind[k])
	}
	p.blank()
}

func rank(k corpus.Kind) int {
	if i := slices.Index(kindOrder[:], k); i >= 0 {
		return i
	}
	return len(kindOrder)
}

func tally(kinds []corpus.Kind, byKind map[corpus.Kind][]corpus.Edit) string {
	if len(kinds) == 0 {
		return "nothing changed"
	}
	out := make([]string, len(kinds))
	for i, k := range kinds {
		out[i] = fmt.Sprintf("%s %d", k, len(byKind[k]))
	}
	return strings.Join(out, ", ")
}

// kind prints the edits of one kind as far as they tell something.
func (p *printer) kind(k corpus.Kind, edits []corpus.Edit) {
	if k.Removes() {
		p.cuts(k, edits)
		return
	}
	switch k {
	case corpus.KindEaten, corpus.KindMojibake, corpus.KindEntity, corpus.KindByteOrderMark:
		p.changes(k, edits)
	}
}

// cuts tells what was cut, cuts with the same reasons together.
func (p *printer) cuts(k corpus.Kind, edits []corpus.Edit) {
	groups := map[string][]corpus.Edit{}
	var order []string
	for _, e := range edits {
		why := strings.Join(e.Why, "; ")
		if groups[why] == nil {
			order = append(order, why)
		}
		groups[why] = append(groups[why], e)
	}
	for i, why := range order {
		if i == shownCuts && !p.opt.All {
			p.line(toldIndent, toldIndent, plainText(fmt.Sprintf("and %s more", count(len(order)-i, "reason", "reasons"))))
			return
		}
		var b builder
		b.add(pad(string(k), kindWidth), red)
		b.add(p.cutTexts(groups[why]), plain)
		p.line(kindIndent, toldIndent, b.styled())
		if why != "" {
			b = builder{}
			b.add(why, dim)
			p.line(toldIndent, toldIndent, b.styled())
		}
	}
}

// cutTexts quotes what the edits of a group took, equal texts once, the
// first ones when there are many.
func (p *printer) cutTexts(edits []corpus.Edit) string {
	times := map[string]int{}
	var texts []string
	for _, e := range edits {
		was, now := differing(e.Was, e.Now)
		text := "“" + p.excerpt(was) + "”"
		if strings.TrimSpace(now) != "" {
			text += " became “" + p.excerpt(now) + "”"
		}
		if times[text]++; times[text] == 1 {
			texts = append(texts, text)
		}
	}
	more := ""
	if len(texts) > shownTexts+1 && !p.opt.All {
		more = fmt.Sprintf(" and %d more", len(texts)-shownTexts)
		texts = texts[:shownTexts]
	}
	for i, t := range texts {
		if n := times[t]; n > 1 {
			texts[i] = fmt.Sprintf("%s (%d times)", t, n)
		}
	}
	return strings.Join(texts, ", ") + more
}

// changes tells what became of what, equal ones once with their number.
func (p *printer) changes(k corpus.Kind, edits []corpus.Edit) {
	type pair struct{ was, now string }
	times := map[pair]int{}
	var order []pair
	for _, e := range edits {
		was, now := differing(e.Was, e.Now)
		c := pair{p.sign(was), p.sign(now)}
		if c.now == "" && now != "" {
			c.now = blank(now)
		}
		if times[c] == 0 {
			order = append(order, c)
		}
		times[c]++
	}
	slices.SortStableFunc(order, func(a, b pair) int { return times[b] - times[a] })
	var out []string
	for i, c := range order {
		if i == shownCuts && !p.opt.All {
			out = append(out, fmt.Sprintf("and %d more", len(order)-i))
			break
		}
		text := "“" + c.was + "” became " + quoted(c.now)
		switch {
		case k == corpus.KindEaten:
			text = "“" + strings.TrimSpace(c.now) + "” put back"
		case c.now == "":
			text = "“" + c.was + "” taken out"
		}
		if n := times[c]; n > 1 {
			text += fmt.Sprintf(" (%d times)", n)
		}
		out = append(out, text)
	}
	var b builder
	b.add(pad(string(k), kindWidth), green)
	b.add(strings.Join(out, "; "), plain)
	p.line(kindIndent, toldIndent, b.styled())
}

// The names of white space that something became.
const aSpace, aBreak = "a space", "a line break"

func blank(space string) string {
	if strings.Contains(space, "\n") {
		return aBreak
	}
	return aSpace
}

func quoted(text string) string {
	if text == aSpace || text == aBreak {
		return text
	}
	return "“" + text + "”"
}

// differing is what two forms of a long text do not share at their ends, in whole
// words; all of them where one would be nothing then.
func differing(was, now string) (string, string) {
	if len(was) <= excerptHead || strings.TrimSpace(now) == "" {
		return was, now
	}
	from := 0
	for i := 0; i < min(len(was), len(now)) && was[i] == now[i]; i++ {
		if was[i] == ' ' || was[i] == '\n' {
			from = i + 1
		}
	}
	a, b := was[from:], now[from:]
	end := 0
	for i := 1; i <= min(len(a), len(b)) && a[len(a)-i] == b[len(b)-i]; i++ {
		if c := a[len(a)-i]; c == ' ' || c == '\n' {
			end = i
		}
	}
	a, b = a[:len(a)-end], b[:len(b)-end]
	if strings.TrimSpace(a) == "" {
		return was, now
	}
	return a, b
}

// sign shows a short text of an edit, its invisible characters named.
func (p *printer) sign(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch r {
		case '\uFEFF', '\u00A0', '\u200B', '\u00AD', '\u2060':
			fmt.Fprintf(&b, "U+%04X", r)
		default:
			b.WriteRune(r)
		}
	}
	return p.ends(b.String(), signHead, signTail)
}
