package reconstruct

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

const (
	// The score from which a flagged proposal falls where no other copy
	// stands: in an article of one copy, where one copy goes on alone, and
	// within the article.
	dropAlone, dropOnward, dropBeside = .9, .9, .6
	// longRun is the number of words from which a full stop within a run tells.
	longRun = 20
	// stemLength is the number of letters by which words of one stem agree.
	stemLength = 5
)

// decideSingle decides on a run where no other group stands: the beginning
// or end of a copy, a stretch between two parts, or an article of one copy.
func (v *view) decideSingle(r *run) {
	w := r.by[0]
	limit := dropBeside
	switch {
	case v.groups == 1:
		limit = dropAlone
	case v.outside(r) && (v.prose(r, w) || v.stops(r, w) || v.functionShare() < proseFew): // the copy goes on alone
		limit = dropOnward
	}
	switch s := v.suspicion(r); {
	case s >= limit || s >= .5 && v.burst(r) >= 3, v.groups > 1 && s >= dropBeside && (v.foreignTongue(r) || v.repeats(r, w)):
		r.drop(RuleSuspected, s, v.kindOf(r), "witness: no other copy has it")
	case v.groups == 1:
		r.keepAs(RuleSingle, .8)
	case v.beatenTail(r, w):
		r.drop(RuleTail, .9, corpus.KindTail, "witness: the copy breaks off in mid-sentence and another goes on")
	default:
		if n := v.seamed(r); n > 0 {
			if odds := v.flankOdds(r, 1, n, s); odds > 0 {
				r.drop(RuleFlank, confidenceOf(odds), v.flankKind(r), "witness: other copies of the page end or begin here without it, and the next page goes on")
				return
			}
		}
		r.keepAs(RuleSingle, .8)
	}
}

// stops reports whether a sentence ends with the run, in its line.
func (v *view) stops(r *run, w int) bool {
	return strings.ContainsAny(v.ws[w].Gaps[v.al.Columns[r.to-1].At(w)+1], sentenceStops)
}

// trailing reports whether the run lies behind the last corroborated word of
// witness w, leading whether before its first.
func (v *view) trailing(r *run, w int) bool { return r.from >= v.hi[w] }
func (v *view) leading(r *run, w int) bool  { return r.to <= v.lo[w] }

// cutBefore reports whether all who have a run past the end of the article
// broke off in mid-sentence before that, where others go on to the end: the run
// is an end that they were given, the same one perhaps.
func (v *view) cutBefore(r *run) bool {
	if r.from < v.last {
		return false
	}
	for _, w := range r.by {
		if o := v.onward(w, true); !o.cut || v.accompanied(w) {
			return false
		}
	}
	return true
}

// accompanied reports whether witness w has a passage past the end of the
// article in common with a copy that did not break off before it, as a second
// page has where most copies are of the first.
func (v *view) accompanied(w int) bool {
	n := 0
	for _, c := range v.within(w, v.last, v.cols) {
		key := v.keyAt(int(c), w)
		other := func(u int) bool {
			return v.group[u] != v.group[w] && v.keyAt(int(c), u) == key && !v.onward(u, true).cut
		}
		if n += b2i(slices.ContainsFunc(v.present(int(c)), other)); n >= firmMin {
			return true
		}
	}
	return false
}

// outside reports whether the run lies outside the borders of the article. A
// copy of some length that has nothing in common with the others is another
// page of it, and the borders that they tell are not its own.
func (v *view) outside(r *run) bool {
	apart := func(w int) bool { return v.hi[w] == 0 && len(v.ws[w].Words) >= onwardWords }
	return (r.to <= v.first || r.from >= v.last) && !slices.ContainsFunc(r.by, apart)
}

// decideFlank decides on a run outside the borders at which most copies
// begin or end: what copies add there is their page's, unless it reads like
// the article or bears the mark of an author's box.
func (v *view) decideFlank(r *run, attest int) {
	r.flank = true
	w := r.by[0]
	s := v.suspicion(r)
	against := v.bordering(r, r.from >= v.last) + v.attesters(r.from) - attest // others have other words here
	against = max(against, v.seamed(r))
	switch {
	case v.titlePrefix(r, w):
		r.drop(RuleTitlePrefix, .9, corpus.KindFurniture, "witness: another copy has the title without it")
		return
	case attest == 1 && v.beatenTail(r, w), v.cutBefore(r):
		r.drop(RuleTail, .9, corpus.KindTail, "witness: the copy breaks off in mid-sentence and another goes on")
		return
	case attest > 1 && v.onward(w, r.from >= v.last).broken && s < .6, attest > max(1, against) && s < dropOnward && !v.announced(r) && v.outermost(r):
		r.keepAs(RuleAttested, .9) // copies go on alike, with the sentence or for a line
		return
	}
	if v.echoesTitle(r) {
		r.drop(RuleFlank, .9, corpus.KindFurniture, "layout: the title again")
		return
	}
	if v.entitles(r) || v.entitledByAll(r, attest, against) {
		r.keepAs(RuleSingle, .8)
		if attest > 1 {
			r.keepAs(RuleAttested, .9)
		}
		return
	}
	odds := v.flankOdds(r, attest, against, s)
	if odds > 0 {
		r.drop(RuleFlank, confidenceOf(odds), v.flankKind(r), v.flankWhy(r))
		return
	}
	r.keepAs(RuleSingle, .8)
	if attest > 1 {
		r.keepAs(RuleAttested, .9)
	}
}

// oddsAnnounced is what it weighs beside the score that a line is the title of another
// article, or begins as it does and breaks off: it may speak of like matters.
const oddsAnnounced = 2

// announced reports whether all that have a run have it as the title of another article,
// or as its beginning.
func (v *view) announced(r *run) bool {
	return !slices.ContainsFunc(r.by, func(w int) bool {
		return !saysOf(v.suspect(w, v.al.Columns[r.from].At(w)), corpus.AnotherTitle, corpus.AnotherBeginning)
	})
}

// saysOf reports whether a proposal, if there is one, has evidence of one of some details.
func saysOf(p *corpus.Proposal, details ...string) bool {
	return p != nil && slices.ContainsFunc(p.Evidence, func(e corpus.Evidence) bool { return slices.Contains(details, e.Detail) })
}

// flankOdds weighs a run beyond the borders that so many groups have and so many
// do without, under a suspicion: log odds that it is of a page's frame.
func (v *view) flankOdds(r *run, attest, against int, s float64) float64 {
	w := r.by[0]
	witnesses := attest
	if s >= frameScore {
		witnesses = 1 // what copies of one site share is one site's
	}
	odds := -.5 + 1.5*float64(against-witnesses) + 4*s
	if against > 0 && v.farBehind(r, w) {
		odds -= .75
	}
	if v.addresses(r, w) > 0 {
		odds++
	}
	if v.besideCut(r, w) {
		odds += oddsRemains
	}
	if v.announced(r) {
		odds += oddsAnnounced
	}
	if co := v.cohesion(r); co > 0 {
		odds -= 2 * co
	} else {
		odds++
	}
	switch {
	case curtailed(v.ws[w].Gaps[v.al.Columns[r.to-1].At(w)+1]):
		odds += 1.5
	case v.prose(r, w):
		odds -= 1.5
	}
	switch {
	case v.usurps(r, w):
		odds += 3
	case v.protected(r, w):
		odds -= 3
	}
	if r.to <= v.first && v.titleBehind() && !v.underTitle(r, w) && !v.opens(r, w) {
		odds += 3
	}
	if r.from >= v.last && against >= witnesses && v.teasersBehind() {
		return odds + oddsTeasers
	}
	if attest > 1 && r.to-r.from >= 10 && endsSentence(v.ws[w].Gaps[v.al.Columns[r.to-1].At(w)+1]) && v.prose(r, w) && s < .6 {
		odds = -1 // two copies of the same sentences are no page's frame
	}
	return odds
}

// opens reports a paragraph that speaks of what the article does, before a line that no
// copy marks as the title: the first question of an interview, perhaps.
func (v *view) opens(r *run, w int) bool {
	return !v.titleAt(v.first) && r.to-r.from >= longRun && v.prose(r, w) && v.cohesion(r) >= titledCohesion
}

func (v *view) flankKind(r *run) corpus.Kind {
	if k := v.kindOf(r); k != corpus.KindTail && v.suspicion(r) > 0 {
		return k
	}
	return corpus.KindFurniture
}

// bordering counts the groups without the run whose text begins or ends at
// the border.
func (v *view) bordering(r *run, trailing bool) int {
	if v.edge[b2i(trailing)] == nil {
		v.edge[b2i(trailing)] = v.atBorders(trailing)
	}
	b, mark := v.edge[b2i(trailing)], v.stamp()
	n := b.groups
	for _, w := range r.by {
		if g := v.group[w]; v.stamps[g] != mark {
			v.stamps[g] = mark
			n -= b2i(b.is[g])
		}
	}
	return n
}

// A bordered says which groups begin or end at a border, and how many they are.
type bordered struct {
	is     []bool
	groups int
}

// atBorders finds the groups whose text ends at the end of the article, or begins at
// its beginning.
func (v *view) atBorders(trailing bool) *bordered {
	b := &bordered{is: make([]bool, v.groups)}
	for u, g := range v.group {
		if b.is[g] || v.hi[u] == 0 || trailing && v.ws[u].Page == 1 || !trailing && v.ws[u].Page > 1 {
			continue
		}
		if !v.cutShort(u, trailing) && v.atBorder(u, trailing) {
			b.is[g] = true
			b.groups++
		}
	}
	return b
}

// prose reports a run that reads as a sentence: six words or more, a full
// stop at its end or before it, within it if it is long, as where words were eaten with
// the line breaks round it, and function words as prose of the language has them;
// more words where that has next to none.
func (v *view) prose(r *run, w int) bool {
	first, last := v.al.Columns[r.from].At(w), v.al.Columns[r.to-1].At(w)
	if last < first {
		return false // passages that moved, in another order
	}
	n, function := 0, 0
	for i := first; i <= last; i++ {
		n++
		if v.isFunction(v.ws[w].Words[i].Key) {
			function++
		}
	}
	stops := func(gap string) bool { return strings.ContainsAny(gap, sentenceStops) }
	gaps := v.ws[w].Gaps[first : last+2]
	stop := stops(gaps[0]) || stops(gaps[n]) || n >= longRun && slices.ContainsFunc(gaps, stops)
	least := min(proseFunction, proseLike*v.functionShare())
	if least < proseFew && (n < v.leastSentence(r, w) || v.foreignTongue(r)) {
		return false
	}
	return n >= 6 && float64(function) >= least*float64(n) && stop && !curtailed(v.ws[w].Gaps[last+1])
}

// leastSentence is the number of words from which a run may be a sentence where hardly
// any word tells: more where each character is one.
func (v *view) leastSentence(r *run, w int) int {
	if charWords(v.at(r.from, w).Key) {
		return 4 * proseWords
	}
	return frameProse
}

// curtailed reports the sign with which a site shows the beginning of a page and
// leaves the rest out: an ellipsis that stands apart.
func curtailed(gap string) bool {
	return strings.HasPrefix(gap, " ...") || strings.HasPrefix(gap, " …")
}

// usurps reports a title that says nothing of the article, where the title of
// another copy, or what it has in that place, does.
func (v *view) usurps(r *run, w int) bool {
	if r.to > v.first || !v.marked(r, w, corpus.RoleTitle) || v.cohesion(r) > 0 {
		return false
	}
	some, other := v.speakingTitles()
	return some >= 0 && (some != v.group[w] || other >= 0)
}

// speakingTitles returns two of the groups that have before the article what speaks of
// it, -1 where there are none.
func (v *view) speakingTitles() (some, other int) {
	if v.speaking == nil {
		v.speaking = &[2]int{-1, -1}
		for u, g := range v.group {
			if g == v.speaking[0] || !v.speaksBefore(u) {
				continue
			}
			if v.speaking[0] >= 0 {
				v.speaking[1] = g
				break
			}
			v.speaking[0] = g
		}
	}
	return v.speaking[0], v.speaking[1]
}

// speaksBefore reports whether what witness u has before the article speaks of it.
func (v *view) speaksBefore(u int) bool {
	kin, content := 0, 0
	for _, c := range v.within(u, 0, v.first) {
		if k := v.at(int(c), u).Key; v.content(k) {
			content++
			kin += b2i(v.stemCount(stem(k)) > 0)
		}
	}
	return kin > 0 && float64(kin) >= onwardCohesion*float64(content)
}

// protected reports whether half of the run or more is a title, a byline or
// an author box.
func (v *view) protected(r *run, w int) bool {
	return v.marked(r, w, corpus.RoleTitle, corpus.RoleByline, corpus.RoleAuthorBox) && !v.withinBrackets(r, w)
}

// withinBrackets reports a run within a note in brackets of which others have the
// beginning: it is not the note that they lack.
func (v *view) withinBrackets(r *run, w int) bool {
	first := int(v.al.Columns[r.from].At(w))
	return slices.ContainsFunc(v.ws[w].Marks, func(m corpus.Mark) bool {
		gap := strings.TrimSpace(v.ws[w].Gaps[m.Start])
		return m.Role == corpus.RoleAuthorBox && m.Start < first && first < m.End && (strings.HasSuffix(gap, "(") || strings.HasSuffix(gap, "（"))
	})
}

// marked reports whether half of the run or more is marked with one of the
// roles in witness w.
func (v *view) marked(r *run, w int, roles ...corpus.Role) bool {
	first, last := int(v.al.Columns[r.from].At(w)), int(v.al.Columns[r.to-1].At(w))
	n := 0
	for _, m := range v.ws[w].Marks {
		if slices.Contains(roles, m.Role) {
			n += max(0, min(m.End, last+1)-max(m.Start, first))
		}
	}
	return 2*n > last-first
}

// cohesion is the share of the run's content words whose stem stands
// elsewhere in the article.
func (v *view) cohesion(r *run) float64 {
	kin, strange := v.kinship(r)
	if kin == 0 {
		return 0
	}
	return float64(kin) / float64(kin+strange)
}

// kinship counts the run's content words whose stem stands elsewhere in the
// article, and the others.
func (v *view) kinship(r *run) (kin, strange int) {
	inside := map[string]int{}
	var stems []string                                                      // each once
	own := v.groups == 1 || v.attesters(r.from) > 1 && !v.beyondAll(r.from) // counted among the others
	for c := r.from; c < r.to; c++ {
		if k := v.at(c, r.by[0]).Key; v.content(k) {
			s := stem(k)
			if !slices.Contains(stems, s) {
				stems = append(stems, s)
			}
			if own {
				inside[s]++
			}
		}
	}
	for _, s := range stems {
		if v.stemCount(s) > inside[s] {
			kin++
		} else {
			strange++
		}
	}
	return kin, strange
}

// stemCount counts the columns that hold a word of the stem. With several
// groups only what two of them hold, and most of those that stand there, is
// the article: what one or two alone have may be spam of one hand, and coheres
// with itself, as the end does that two copies were given.
func (v *view) stemCount(s string) int {
	if v.stems == nil {
		v.stems = map[string]int{}
		support := v.support()
		for c := range v.cols {
			if v.groups > 1 && (support[c] < 2 || 2*support[c] <= v.standing(c) || v.beyondAll(c)) {
				continue
			}
			for _, k := range v.keysAt(c) {
				v.stems[stem(k)]++
			}
		}
	}
	return v.stems[s]
}

func stem(key string) string {
	n := 0
	for i := range key {
		if n == stemLength {
			return key[:i]
		}
		n++
	}
	return key
}

// content reports whether a key is a content word: of three letters or more
// (one in scripts without spaces), and no function word.
func (v *view) content(key string) bool {
	r, _ := utf8.DecodeRuneInString(key)
	if token.Spaceless(r) {
		return unicode.Is(unicode.Han, r)
	}
	if unicode.IsDigit(r) {
		return false
	}
	return utf8.RuneCountInString(key) >= 3 && !v.isFunction(key)
}

func capitalised(surface string) bool {
	r, _ := utf8.DecodeRuneInString(surface)
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

// language is the language of most witnesses.
func (v *view) language() string {
	if v.lang != "" {
		return v.lang
	}
	votes := map[string]int{}
	for _, w := range v.ws {
		votes[w.Language]++
	}
	best := "und"
	for l, n := range votes {
		if l != "und" && (n > votes[best] || best == "und" || n == votes[best] && l < best) {
			best = l
		}
	}
	v.lang = best
	return best
}

// isFunction reports a function word of that language.
func (v *view) isFunction(key string) bool {
	if v.frequent == nil {
		v.frequent = token.Of(v.language())
	}
	return v.frequent.Has(key)
}

func confidenceOf(odds float64) float64 {
	return 1 / (1 + math.Exp(-math.Abs(odds)))
}
