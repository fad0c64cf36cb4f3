package reconstruct

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A gapVote is what one witness has between two kept columns.
type gapVote struct {
	*gap
	weight float64
	w      int
	clean  bool // the words stand side by side in the witness
	wraps  bool // a line ended here that was taken for a wrap
	listed bool // a break between lines of a list, see betweenItems
}

// bridgeShare is the vote of a witness whose words on both sides are not
// neighbours: something was dropped between them.
const bridgeShare = .25

// wrapShare is what the space of an unwrapped line weighs behind a sentence: a
// paragraph may have ended with the full line.
const wrapShare = .3

// A join is the gap chosen between two kept columns.
type join struct {
	text     string
	agreed   bool              // the signs stand as they are: all who stand here write them so, or those that were not converted do
	variants []corpus.Attested // when witnesses differ in signs
}

// gapVotes appends to out what the witnesses have between the kept columns a and
// b; a is -1 at the beginning of the text, b is v.cols at its end.
func (v *view) gapVotes(out []gapVote, a, b int) []gapVote {
	for w := range v.n {
		wit := v.ws[w]
		var left, right int32 = -1, int32(len(wit.Words))
		if a >= 0 {
			if left = v.al.Columns[a].At(w); left == corpus.Absent {
				continue
			}
		}
		if b < v.cols {
			if right = v.al.Columns[b].At(w); right == corpus.Absent {
				continue
			}
		}
		if right <= left {
			continue
		}
		vote := gapVote{w: w, weight: v.weight[w], clean: right == left+1}
		if v.infers[w] && (v.restoredAt(a, w) || v.restoredAt(b, w)) {
			vote.weight *= .5
		}
		if vote.clean {
			vote.gap = &v.gaps[v.gapOf[w][right]]
			vote.wraps = wit.Wrapped != nil && wit.Wrapped[right]
			vote.listed = v.singly[w] && left >= 0 && b < v.cols && v.betweenItems(w, int(right))
			if !vote.white && (v.differsAt(a, w) || v.differsAt(b, w)) {
				vote.weight *= foreignJoin
			}
		} else {
			vote.gap = v.bridgeOf(w, left+1, right)
			vote.weight *= bridgeShare
		}
		out = append(out, vote)
	}
	return out
}

// foreignJoin is the vote on a gap that makes one token of two words, of a
// witness that has other words there: "would've" says nothing of "would have".
const foreignJoin = .05

// differsAt reports whether witness w has another word in column c than the
// article.
func (v *view) differsAt(c, w int) bool {
	return c >= 0 && c < v.cols && v.at(c, w).Key != v.chosen[c]
}

func (v *view) restoredAt(c, w int) bool {
	if c < 0 || c >= v.cols {
		return false
	}
	x := v.at(c, w)
	return x != nil && x.Restored
}

// rule is a line drawn with signs.
var rule = regexp.MustCompile(`[-_=~*#|]{4,}`)

// Bridge joins the gaps before and behind dropped words: the signs that
// close the left side, one white run, the signs that open the right side.
func Bridge(left, right string) string {
	left, right = rule.ReplaceAllString(left, ""), rule.ReplaceAllString(right, "")
	left, right = unbracket(left, right)
	closing, lwhite, _ := cutWhite(left)
	rclosing, rwhite, opening := cutWhite(strings.TrimLeft(right, " \u00a0\t"))
	if !strings.HasPrefix(strings.TrimLeft(right, " \u00a0\t"), rclosing) || rwhite == "" && opening == "" && startsOpen(rclosing) {
		rclosing, opening = "", rclosing
	}
	if closing == "" && !strings.Contains(lwhite, "\n") {
		closing = rclosing // of the sentence, not of a line behind it
	}
	w := lwhite
	if strings.Count(rwhite, "\n") > strings.Count(w, "\n") || w == "" {
		w = rwhite
	}
	return closing + plainWhite(w) + opening
}

// plainWhite is a white run as an article has it: a space, a line break or a
// blank line.
func plainWhite(run string) string {
	return [...]string{" ", "\n", "\n\n"}[min(2, strings.Count(run, "\n"))]
}

func startsOpen(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r == '"' || unicode.In(r, unicode.Ps, unicode.Pi)
}

// unbracket takes the brackets away in which the dropped words stood.
func unbracket(left, right string) (string, string) {
	for _, pair := range []string{"()", "[]", "{}"} {
		if strings.HasSuffix(left, pair[:1]) && strings.HasPrefix(right, pair[1:]) {
			return left[:len(left)-1], right[1:]
		}
	}
	return left, right
}

// cutWhite splits a gap at its first and last white runs: what closes, the
// first white run, what opens.
func cutWhite(gap string) (closing, white, opening string) {
	i := strings.IndexFunc(gap, whiteRune)
	if i < 0 {
		return gap, "", ""
	}
	j := i
	for j < len(gap) {
		n, _ := whiteRun(gap[j:], false)
		if n == 0 {
			break
		}
		j += n
	}
	rest := gap[j:]
	if k := strings.LastIndexFunc(rest, whiteRune); k >= 0 {
		rest = strings.TrimLeftFunc(rest[k:], whiteRune)
	}
	return gap[:i], gap[i:j], rest
}

func whiteRune(r rune) bool { return white(r) }

// bridgeOf bridges the gap numbered left of witness w and that numbered right.
func (v *view) bridgeOf(w int, left, right int32) *gap {
	wit := v.ws[w]
	return &v.gaps[v.gapNumber(Bridge(unjoined(wit.Gaps[left]), unjoined(wit.Gaps[right])), v.singly[w])]
}

// unjoined is a gap without what joins a word to one that was dropped: of two halves of
// a word with an apostrophe between them one went, since others have the word whole.
func unjoined(gap string) string {
	if strings.Trim(gap, joiners) == "" {
		return ""
	}
	return gap
}

// joinAt chooses the gap between kept columns a and b by the votes of the
// witnesses.
func (v *view) joinAt(a, b int, votes []gapVote) join {
	if len(votes) == 0 {
		return join{text: v.seam(a, b)}
	}
	beside := v.besideVotes(a, b, len(votes))
	if beside == (whiteVotes{}) && !slices.ContainsFunc(votes, func(x gapVote) bool { return x.raw != " " }) {
		return join{text: " ", agreed: len(votes) > 1} // as nearly everywhere
	}
	folded := v.chooseFolded(votes)
	var same []gapVote
	for _, x := range votes {
		if x.folded == folded {
			same = append(same, x)
		}
	}
	own := v.unconverted(same, a < 0)
	j := join{agreed: len(own) > 0 || v.sameSigns(votes), variants: v.signVariants(votes, folded)}
	if len(own) > 0 {
		same = own
	}
	inside := !endsSentence(folded)
	wide := inside && v.goesOnWide(b, votes)
	j.text = v.surfaceOf(same, votes, beside, wide || inside && v.goesOnSmall(b))
	if wide && v.unbroken(b, votes) {
		j.text = strings.Join(strings.Fields(j.text), "")
	}
	return j
}

// sameSigns reports two votes or more whose signs are the same to the letter, and
// of a form that authors write.
func (v *view) sameSigns(votes []gapVote) bool {
	for _, x := range votes {
		if x.bare != votes[0].bare || x.plain < leastPlain || v.mended(x) {
			return false
		}
	}
	return len(votes) > 1
}

// leastPlain is what a form weighs at least that may stand against the convention
// of the article.
const leastPlain = .2

// chooseFolded elects the signs of a gap by group, weighed. A witness that
// lacks a sign everywhere has no vote where it is missing (lostSign).
func (v *view) chooseFolded(votes []gapVote) string {
	rich := ""
	for _, x := range votes {
		if n, most := len(strip(x.folded)), len(strip(rich)); n > most || n == most && signsIn(x.folded) > signsIn(rich) {
			rich = x.folded // a quote is more than the colon that another copy has for it
		}
	}
	var forms []string
	var polls []poll
	var having [][]int // the witnesses that have each, ascending
	for _, x := range votes {
		vote := x.weight
		if v.lostSign(x.w, x.folded, rich) {
			vote *= .1
		}
		vote *= v.askedVote(x, votes)
		i := slices.Index(forms, x.folded)
		if i < 0 {
			i = len(forms)
			forms, polls, having = append(forms, x.folded), append(polls, poll{}), append(having, nil)
		}
		having[i] = append(having[i], x.w)
		polls[i].add(v.group[x.w], v.size[v.group[x.w]] == 1, vote)
	}
	if len(forms) == 1 {
		return forms[0]
	}
	weight, hands := map[string]float64{}, map[string]int{}
	for i, f := range forms {
		weight[f], hands[f] = polls[i].sum(), v.handsOf(having[i])
	}
	slices.SortFunc(forms, func(p, q string) int { // copies of equal words are one group, whatever signs they have
		return cmp.Or(cmp.Compare(weight[q], weight[p]), cmp.Compare(hands[q], hands[p]), cmp.Compare(untidy(p), untidy(q)), cmp.Compare(len(q), len(p)), cmp.Compare(p, q))
	})
	return forms[0]
}

// untidy ranks gaps of equal weight: doubled signs and spaces before
// punctuation are damage.
func untidy(folded string) int {
	n := strings.Count(folded, " ,") + strings.Count(folded, " .") + strings.Count(folded, ";'") + strings.Count(folded, "';") + strings.Count(folded, "?")
	return n + strings.Count(folded, "�")
}

// signsIn is the number of signs that texts write in several forms.
func signsIn(folded string) (n int) {
	eachSign(folded, func(signClass, int, int) { n++ })
	return n
}

func strip(folded string) string { return strings.ReplaceAll(folded, " ", "") }

// lostSign reports whether a witness lacks a sign here that it lacks
// everywhere: it has none of the class while half of those or more use it who stand where it is
// used.
func (v *view) lostSign(w int, have, rich string) bool {
	for i := 0; i < len(rich); {
		class, f, n := sign(rich[i:])
		none := v.signCount[w][class] == 0 || class == doubleQuote && v.odd[w] == colonQuotes
		if class != noSign && !strings.Contains(have, f) && none && v.usual(class) {
			return true
		}
		i += n
	}
	return false
}

// surfaceOf writes the chosen gap: the signs of the heaviest witness that
// has it, flattened and foreign ones counting for less, each white run as strong
// as the votes say.
func (v *view) surfaceOf(same, all []gapVote, beside whiteVotes, inside bool) string {
	top, most := same[0], 0.0
	for _, x := range same {
		weight := x.weight * x.plain
		if x.signs {
			weight *= v.odd[x.w].formShare()
		}
		if x.signs && v.converted[x.w] {
			weight *= alienShare
		}
		if weight > most {
			top, most = x, weight
		}
	}
	var b strings.Builder
	run := 0
	for i := 0; i < len(top.raw); {
		if n, _ := whiteRun(top.raw[i:], false); n > 0 {
			b.WriteString(v.whiteOf(same, all, beside, run, inside))
			run++
			i += n
			continue
		}
		_, _, n := sign(top.raw[i:])
		b.WriteString(top.raw[i : i+n])
		i += n
	}
	return b.String()
}

// goesOnSmall reports whether the word in column c begins with a small letter.
func (v *view) goesOnSmall(c int) bool {
	if c >= v.cols {
		return false
	}
	ws := v.present(c)
	if len(ws) == 0 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(v.at(c, ws[0]).Surface)
	return unicode.IsLower(r)
}

// goesOnWide is goesOnSmall in a script without small letters: whoever breaks the line
// before the word in column c does so behind one too wide for a heading.
func (v *view) goesOnWide(c int, votes []gapVote) bool {
	if c >= v.cols {
		return false
	}
	for _, x := range votes {
		i := v.al.Columns[c].At(x.w)
		if i == corpus.Absent {
			return false
		}
		least := wideLine
		switch r, _ := utf8.DecodeRuneInString(v.ws[x.w].Words[i].Surface); {
		case !unicode.IsLetter(r) || unicode.IsUpper(r) || unicode.IsLower(r) || unicode.IsTitle(r):
			return false
		case charWords(v.ws[x.w].Words[i].Key):
			least = amidCharacters
		}
		if strings.Contains(x.raw, "\n") && v.lineBefore(x.w, int(i), least) < least {
			return false
		}
	}
	return true
}

// unbroken reports whether in a script without spaces a copy has nothing white before the
// word in column c.
func (v *view) unbroken(c int, votes []gapVote) bool {
	return slices.ContainsFunc(votes, func(x gapVote) bool {
		return len(x.levels) == 0 && charWords(v.at(c, x.w).Key)
	})
}

// wideLine is how wide a line of words in a script without small letters is at least that
// is no heading.
const wideLine = 45

// whiteOf elects the strength of white run number i. Witnesses with other
// signs vote on the only run of theirs. Inside a sentence one space outweighs
// any break. Copies without blank lines cannot tell a line break from a
// paragraph, and abstain between the two.
func (v *view) whiteOf(same, all []gapVote, beside whiteVotes, i int, inside bool) string {
	var sum whiteVotes
	if len(same[0].levels) == 1 {
		sum = beside
	}
	for _, x := range all {
		j := i
		if x.folded != same[0].folded {
			if len(x.levels) != 1 || len(same[0].levels) != 1 {
				continue
			}
			j = 0
		}
		weight := x.weight
		switch {
		case v.flat[x.w]:
			weight *= flatShare
		case x.wraps && x.ends:
			weight *= wrapShare
		}
		if x.listed && x.levels[j] == someBreak {
			sum[lineBreak] += weight
			continue
		}
		sum[x.levels[j]] += weight
	}
	breaks := sum[someBreak] + sum[lineBreak] + sum[paragraph]
	switch {
	case breaks < sum[space] || breaks == 0 || inside && sum[space] > 0:
		return " "
	case sum[lineBreak] > sum[paragraph]+sum[someBreak]*.5:
		return "\n"
	}
	return "\n\n"
}

// seam joins two columns that no witness has side by side: the end of one
// copy and the beginning of another.
func (v *view) seam(a, b int) string {
	left, right := "", ""
	for w := range v.n {
		if a >= 0 {
			if i := v.al.Columns[a].At(w); i != corpus.Absent && len(left) == 0 {
				left = v.ws[w].Gaps[i+1]
			}
		}
		if b < v.cols {
			if i := v.al.Columns[b].At(w); i != corpus.Absent && len(right) == 0 {
				right = v.ws[w].Gaps[i]
			}
		}
	}
	switch {
	case a < 0:
		_, _, opening := cutWhite(" " + right)
		return opening
	case b >= v.cols:
		closing, _, _ := cutWhite(left)
		return closing
	}
	return Bridge(left, right)
}

// signVariants lists the differing signs as readings, the chosen first; nil
// when the witnesses agree but for form.
func (v *view) signVariants(votes []gapVote, folded string) []corpus.Attested {
	chosen := strings.TrimSpace(folded)
	if !slices.ContainsFunc(votes, func(x gapVote) bool { return x.clean && strings.TrimSpace(x.folded) != chosen }) {
		return nil
	}
	by := map[string][]int{}
	for _, x := range votes {
		if x.clean {
			by[strings.TrimSpace(x.folded)] = append(by[strings.TrimSpace(x.folded)], x.w)
		}
	}
	if len(by) < 2 || by[chosen] == nil {
		return nil
	}
	keys := make([]string, 0, len(by))
	for f := range by {
		keys = append(keys, f)
	}
	slices.SortFunc(keys, func(p, q string) int {
		if (p == chosen) != (q == chosen) {
			return map[bool]int{true: -1, false: 1}[p == chosen]
		}
		return cmp.Or(cmp.Compare(len(by[q]), len(by[p])), cmp.Compare(p, q))
	})
	out := make([]corpus.Attested, len(keys))
	for i, f := range keys {
		out[i] = v.readingOf(f, by[f])
	}
	return out
}
