package reconstruct

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A text is the canonical text with the place of each kept column in it.
type text struct {
	body   string
	start  []int  // byte offset of each column's word, -1 when not kept
	end    []int  // and its end
	kept   []int  // kept columns in order
	joins  []join // before each kept column, and behind the last
	gapAt  []int  // byte offset of each join
	gapEnd []int
}

// compose writes the canonical text: for each kept column the surface form,
// between them the joins, all in one convention of signs.
func (v *view) compose() *text {
	t := &text{start: make([]int, v.cols), end: make([]int, v.cols)}
	for c := range v.cols {
		t.start[c], t.end[c] = -1, -1
		if v.verdict[c].keep {
			t.kept = append(t.kept, c)
		}
	}
	v.mendQuotes()
	v.readGaps()
	v.countSigns(t)
	v.findMixed(t)
	v.findFlat(t)
	v.agreeOnSigns(t)
	var b strings.Builder
	prev := -1
	signs := writer{convention: &v.signs}
	for i, c := range t.kept {
		v.writeJoin(&b, t, &signs, i, prev, c)
		t.start[c] = b.Len()
		b.WriteString(norm.NFC.String(v.surface(c, b.String())))
		t.end[c] = b.Len()
		prev = c
	}
	if prev >= 0 {
		v.writeJoin(&b, t, &signs, len(t.kept), prev, v.cols)
	}
	t.body = b.String()
	return t
}

// writeJoin writes the join before kept column number i.
func (v *view) writeJoin(b *strings.Builder, t *text, signs *writer, i, prev, next int) {
	j := t.joins[i]
	s := signs.render(j.text, prev < 0, j.agreed)
	switch {
	case prev < 0:
		s = opener(s)
	case next == v.cols && j.agreed:
		s, _, _ = cutWhite(s)
	case next == v.cols:
		s = closer(s)
	}
	t.gapAt = append(t.gapAt, b.Len())
	b.WriteString(s)
	t.gapEnd = append(t.gapEnd, b.Len())
}

// opener keeps of the signs before the first word those that open a text:
// quotes, brackets, inverted marks.
func opener(gap string) string {
	i := len(gap)
	for i > 0 {
		r, n := utf8.DecodeLastRuneInString(gap[:i])
		if !unicode.In(r, unicode.Ps, unicode.Pi) && !strings.ContainsRune("\"'¿¡„‚»#@$€£", r) {
			break
		}
		i -= n
	}
	return gap[i:]
}

// closer keeps of the signs behind the last word those that close a text.
func closer(gap string) string {
	for i, r := range gap {
		if !unicode.In(r, unicode.Pe, unicode.Pf, unicode.Sentence_Terminal) && !strings.ContainsRune("\"'…”“»/%°:", r) {
			return gap[:i]
		}
	}
	return gap
}

// countSigns counts the signs of each class that each witness has before words of
// the article.
func (v *view) countSigns(t *text) {
	v.signCount, v.converted, v.quotes = make([][5]int, v.n), make([]bool, v.n), make([][]string, v.n)
	for w, wit := range v.ws {
		strange, stops := 0, 0
		for _, c := range t.kept {
			i := v.al.Columns[c][w]
			if i == corpus.Absent || !v.gaps[v.gapOf[w][i]].signs {
				continue
			}
			g := wit.Gaps[i]
			eachSign(g, func(class signClass, from, to int) {
				v.signCount[w][class]++
				switch class {
				case doubleQuote:
					v.quotes[w] = append(v.quotes[w], g[from:to])
					strange += b2i(alienForm(v.language(), g[from:to]))
				case ellipsis:
					stops += b2i(strings.ContainsFunc(g[from:to], whiteRune))
				}
			})
		}
		v.converted[w] = 3*strange > v.signCount[w][doubleQuote] || stops > 0 || v.odd[w] != plainQuotes
	}
}

// agreeOnSigns chooses, from what the witnesses have at the joins, the
// convention of the article: first its double quotes, then the other signs, on
// which those who have the quotes of the article say more. The joins with signs
// are chosen when it is known.
func (v *view) agreeOnSigns(t *text) {
	var ballots []signBallot
	t.joins = make([]join, len(t.kept)+1)
	var signed []signedJoin
	prev := -1
	var votes []gapVote
	for i := 0; i <= len(t.kept); i++ {
		next := v.cols
		if i < len(t.kept) {
			next = t.kept[i]
		}
		votes = v.gapVotes(votes[:0], prev, next)
		if slices.ContainsFunc(votes, func(x gapVote) bool { return x.signs || x.asks }) {
			ballots = v.cast(ballots, votes, prev < 0)
			signed = append(signed, signedJoin{i, prev, next, slices.Clone(votes)})
		} else {
			t.joins[i] = v.joinAt(prev, next, votes)
		}
		prev = next
	}
	v.findLostSigns(signed)
	v.findStanding(signed)
	v.countBallots(ballots)
	for _, p := range signed {
		t.joins[p.i] = v.joinAt(p.prev, p.next, p.votes)
	}
}

// A signedJoin is a join with signs, before kept column number i, between two
// columns, with the votes on it.
type signedJoin struct {
	i, prev, next int
	votes         []gapVote
}

// countBallots settles the convention. A copy was converted or not: neither the
// number of its signs nor how well it keeps its words says much about that; but of
// those that it lost it says nothing.
func (v *view) countBallots(ballots []signBallot) {
	share := func(w int, class signClass) float64 {
		return (evenly + v.weight[w]) / (float64(v.signCount[w][class]+v.lost[w].classes[class]) + fewSigns)
	}
	for _, x := range ballots {
		v.signs.add(x.raw, x.atStart, func(class signClass) float64 {
			return float64(b2i(class == doubleQuote)) * v.odd[x.w].formShare() * share(x.w, class)
		})
	}
	v.signs.settleQuotes(v.language(), doubleQuote)
	for w := range v.converted {
		v.converted[w] = v.converted[w] || v.otherQuotes(w)
	}
	for _, x := range ballots {
		trust := 1.0
		if v.converted[x.w] {
			trust = alienShare
		}
		v.signs.add(x.raw, x.atStart, func(class signClass) float64 {
			if class == singleQuote && v.odd[x.w] == doubledQuotes {
				return trust * doubledShare * share(x.w, class)
			}
			return float64(b2i(class != doubleQuote)) * trust * share(x.w, class)
		})
	}
	v.signs.settle(v.language())
}

// fewSigns is the number of signs with which a witness has half a say on their
// form.
const fewSigns = .5

// evenly is what the weights of all witnesses are raised by where their signs are
// counted.
const evenly = 30

// A signBallot is what a witness has at one place in signs that are written in
// several forms.
type signBallot struct {
	raw     string
	atStart bool
	w       int
}

// cast adds the ballots of the witnesses at one place. Of copies with equal
// words those that write it alike count once.
func (v *view) cast(ballots []signBallot, votes []gapVote, atStart bool) []signBallot {
	type form struct {
		group int
		raw   string
	}
	var seen []form
	for _, x := range votes {
		if f := (form{v.group[x.w], x.raw}); x.clean && x.signs && (v.size[f.group] == 1 || !slices.Contains(seen, f)) {
			if v.size[f.group] > 1 {
				seen = append(seen, f)
			}
			ballots = append(ballots, signBallot{x.raw, atStart, x.w})
		}
	}
	return ballots
}

// otherQuotes reports whether the double quotes of witness w are not those of the
// article, be it those that close, or lost.
func (v *view) otherQuotes(w int) bool {
	own, all := 0, len(v.quotes[w])
	for _, q := range v.quotes[w] {
		own += b2i(v.signs.quotes(q))
	}
	return 2*own <= all && all > 0 || all == 0 && v.lost[w].stands[doubleQuote] && v.usual(doubleQuote)
}

// surface elects the written form of a column's word among the witnesses
// that have its key. Equal votes go to the form that suits the place: a
// capital at the beginning of a sentence, none inside.
func (v *view) surface(c int, before string) string {
	type form struct {
		text   string
		weight float64
	}
	var forms []form
	f := 0 // the last one that was seen
	p := &v.places[c]
	chosen := int32(slices.Index(p.keys, v.chosen[c]))
	for i, w := range p.ws {
		if p.key[i] != chosen {
			continue
		}
		x := v.at(c, w)
		vote := v.weight[w]
		if x.Restored {
			vote *= restoredShare
		}
		if len(forms) == 0 || forms[f].text != x.Surface {
			if f = slices.IndexFunc(forms, func(f form) bool { return f.text == x.Surface }); f < 0 {
				forms = append(forms, form{text: x.Surface})
				f = len(forms) - 1
			}
		}
		forms[f].weight += vote
	}
	if len(forms) == 1 {
		return forms[0].text
	}
	begins := before == "" || endsSentence(strings.TrimRight(lastBytes(before, 4), " \"'”’»)"))
	slices.SortStableFunc(forms, func(a, b form) int {
		if d := a.weight - b.weight; d > .3 || d < -.3 {
			return cmp.Compare(b.weight, a.weight)
		}
		if ca, cb := capitalised(a.text), capitalised(b.text); ca != cb {
			if ca == begins {
				return -1
			}
			return 1
		}
		return cmp.Compare(a.text, b.text)
	})
	return forms[0].text
}

func lastBytes(s string, n int) string { return s[max(0, len(s)-n):] }

// article puts together the record, without id and translations.
func (v *view) article(t *text) corpus.Article {
	a := corpus.Article{Text: t.body, Language: v.language(), Title: v.title(t), Translations: []string{}}
	sum := 0.0
	for _, c := range t.kept {
		sum += v.sure[c]
	}
	if len(t.kept) > 0 {
		a.Confidence = round(sum / float64(len(t.kept)))
	}
	for _, r := range v.runs {
		if r.disputed {
			a.Disputed++
		}
	}
	for c := 0; c < v.cols; c++ {
		if v.tied[c] && (c == 0 || !v.tied[c-1]) {
			a.Disputed++
		}
	}
	a.Members = v.members(t)
	return a
}

// title is the first paragraph of the text when a witness marks its first
// word as a title.
func (v *view) title(t *text) string {
	if len(t.kept) == 0 {
		return ""
	}
	if v.inTitle(t.kept[0]) {
		head, _, _ := strings.Cut(t.body, "\n")
		return head
	}
	return ""
}

// partShare is the share of the canonical text under which a member is a part.
const partShare = .85

// members lists the witnesses by id with their extents and weights.
func (v *view) members(t *text) []corpus.Member {
	out := make([]corpus.Member, 0, v.n)
	for w, wit := range v.ws {
		m := corpus.Member{ID: wit.ID, Role: corpus.RoleCopy, Weight: 1}
		if v.n > 1 {
			m.Weight = round(v.vote(w))
		}
		from, to, held := -1, 0, 0
		for _, c := range t.kept {
			if v.al.Columns[c][w] == corpus.Absent {
				continue
			}
			if from < 0 {
				from = t.start[c]
			}
			to = t.end[c]
			held++
		}
		if n := float64(len(t.body)); n > 0 && from >= 0 {
			if to == t.end[t.kept[len(t.kept)-1]] {
				to = len(t.body)
			}
			m.Extent = [2]float64{round(float64(from) / n), round(float64(to) / n)}
		}
		if m.Extent[1]-m.Extent[0] < partShare {
			m.Role = corpus.RolePart
		}
		out = append(out, m)
	}
	slices.SortFunc(out, func(a, b corpus.Member) int { return strings.Compare(a.ID, b.ID) })
	return out
}

// vote scales a witness's log odds to 0..1, shared within its group.
func (v *view) vote(w int) float64 {
	const top = 6.2
	return min(1, v.weight[w]/top) / float64(v.size[v.group[w]])
}

// round keeps three decimals, so that the last bits of a float never show.
func round(x float64) float64 {
	return float64(int64(x*1000+.5)) / 1000
}
