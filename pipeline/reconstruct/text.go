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
	v.findLevelled()
	v.findRaised()
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
	v.countBallots(t.kept, ballots)
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
		if x.Key != v.chosen[c] {
			continue // a part of it (cutoff.go)
		}
		vote := v.weight[w]
		if x.Restored {
			vote *= restoredShare
		}
		if v.levelled[w] {
			vote *= levelledSay
		} else if v.raised[w].has(int(v.al.Columns[c].At(w))) {
			vote *= raisedSay
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

// title is the first line of the text when a witness marks its first word as a
// title, or the line may be one.
func (v *view) title(t *text) string {
	if len(t.kept) == 0 {
		return ""
	}
	if v.inTitle(t.kept[0]) || v.headed(t) {
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
			if v.al.Columns[c].At(w) == corpus.Absent {
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
