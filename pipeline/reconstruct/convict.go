package reconstruct

import (
	"slices"
	"strings"
	"unicode"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A dropped run is cut from its document too on two families of evidence: the
// copies, and another. What the article merely does without may be of another
// version of it, and stays in its copy.

const (
	convictAt    = .95 // confidence that suffices where one copy stands against one: three in log odds
	strangersIn  = 3   // groups against a run of which little is known in the article,
	strangeMost  = .25 // so much of it at most,
	strangeLeast = 3   // and so many of its content words not
	phraseMost   = .34 // the first, of a phrase amid a line
	ownMost      = .15 // of the words of a copy that has little of its own
	mouldedLeast = 3   // runs of one copy that begin or end with one word
	mouldedMost  = 12  // words of such a run, and of what adjoins a cut
)

// convictAll says which dropped runs are cut from their documents too.
func (v *view) convictAll() {
	moulds, loyal := v.outvotedMoulds(), v.loyalCopies()
	for i := range v.runs {
		r := &v.runs[i]
		v.convict(r)
		if !r.keep && !r.remove && v.oneGroup(r.by) && loyal[r.by[0]] && !v.scrap(r, r.by[0]) {
			v.convictAgainst(r, moulds)
		}
	}
	v.convictBeside(loyal)
}

// loyalCopies tells the copies of which several others lack little: another page of one
// template, or another version, has much of its own, and what that is made of is no
// evidence against it.
func (v *view) loyalCopies() []bool {
	own := make([]int, v.n)
	for i := range v.runs {
		if r := &v.runs[i]; !r.keep && (r.rule == RuleOutvoted || r.rule == RuleTail) && v.oneGroup(r.by) {
			for _, w := range r.by {
				own[w] += r.to - r.from
			}
		}
	}
	out := make([]bool, v.n)
	for w := range out {
		out[w] = float64(own[w]) <= ownMost*float64(len(v.ws[w].Words))
	}
	return out
}

// convict marks a run that fell for removal from its documents too, where more
// than the vote of the copies speaks against it.
func (v *view) convict(r *run) {
	if r.keep || r.rule == RuleSplit || r.rule == RuleMoved {
		return
	}
	w := r.by[0]
	switch {
	case v.suspicion(r) >= .2:
		r.remove = true
	case r.kind == corpus.KindTail:
		first := v.at(r.from, w).Key
		r.remove = v.known(first) <= 0 && !v.isFunction(first)
	case !v.oneGroup(r.by) || v.scrap(r, w):
	case r.rule == RuleOutvoted:
		if v.foreign(r) {
			r.convicted("semantics: nothing else in the article speaks of it")
		}
	case r.rule == RuleOneOnOne || r.rule == RuleInsertion || r.rule == RuleFlank:
		if v.foreign(r) && (r.confidence >= convictAt || v.shape(r, w).artefact) {
			r.convicted("semantics: nothing else in the article speaks of it")
		}
	}
}

// scrap reports signs of a script without spaces that are glued to letters of another,
// in the run or beside it: what a wrong charset made of a quote or an apostrophe.
func (v *view) scrap(r *run, w int) bool {
	if spaceless(v.language()) {
		return false
	}
	wit := v.ws[w]
	first, last := v.al.Columns[r.from].At(w), v.al.Columns[r.to-1].At(w)
	for i := max(first, 1); i <= last+1 && int(i) < len(wit.Words); i++ {
		if wit.Gaps[i] == "" && charWords(wit.Words[i-1].Surface) != charWords(wit.Words[i].Surface) {
			return true
		}
	}
	return false
}

// midLine reports a run in one line, with words of it on both sides.
func (v *view) midLine(r *run, w int) bool {
	wit := v.ws[w]
	for i := v.al.Columns[r.from].At(w); i <= v.al.Columns[r.to-1].At(w)+1; i++ {
		if strings.Contains(wit.Gaps[i], "\n") || i == 0 || int(i) == len(wit.Words) {
			return false
		}
	}
	return true
}

// unparted reports words that no white space parts.
func (v *view) unparted(r *run, w int) bool {
	for i := v.al.Columns[r.from].At(w) + 1; i <= v.al.Columns[r.to-1].At(w); i++ {
		if strings.ContainsFunc(v.ws[w].Gaps[i], unicode.IsSpace) {
			return false
		}
	}
	return !charWords(v.at(r.from, w).Surface)
}

// convictAgainst convicts a run that several copies lack, if it is of a copy that has
// little of that: for how little of it the article has, or for the like that its copy
// has.
func (v *view) convictAgainst(r *run, moulds map[mouldOf]int) {
	active, _ := v.silent(r)
	if r.kind == corpus.KindTail {
		r.remove = active >= strangersIn && v.mostlyForeign(r)
		return
	}
	if v.sameWare(r) {
		r.convicted("template: another phrase set into this copy names the same, and the article never does")
		return
	}
	if r.rule != RuleOutvoted {
		return
	}
	switch {
	case active >= strangersIn && v.mostlyForeign(r):
		r.convicted("semantics: next to nothing else in the article speaks of it")
	case slices.ContainsFunc(v.mouldsOf(r), func(m mouldOf) bool { return moulds[m] >= mouldedLeast }):
		r.convicted("template: the copy has three or more that begin or end alike, all where others have nothing")
	case v.ofInjected(r):
		r.convicted("template: made of words that were cut from this copy elsewhere")
	}
}

func (r *run) convicted(why string) {
	r.remove, r.why = true, append(slices.Clip(r.why), why)
}

// mostlyForeign reports a run of whose content words next to none stands elsewhere in
// the article; of a phrase amid a line one in three may.
func (v *view) mostlyForeign(r *run) bool {
	_, strange := v.kinship(r)
	if r.to-r.from <= mouldedMost && v.midLine(r, r.by[0]) {
		return r.to-r.from >= 3 && strange >= 2 && v.cohesion(r) <= phraseMost
	}
	return strange >= strangeLeast && v.cohesion(r) <= strangeMost
}

// A mouldOf is the first or last content word of the runs that a group has alone.
type mouldOf struct {
	group int
	last  bool
	key   string
}

// mouldsOf gives those of a run amid a line, as manuals repeat their lines; none if all
// of its words stand in the article.
func (v *view) mouldsOf(r *run) []mouldOf {
	if n := r.to - r.from; n < 2 || n > mouldedMost || v.unparted(r, r.by[0]) || !v.midLine(r, r.by[0]) {
		return nil
	}
	if _, strange := v.kinship(r); strange == 0 {
		return nil
	}
	var words []string
	for _, k := range v.keysOf(r) {
		if v.content(k) {
			words = append(words, k)
		}
	}
	g := v.group[r.by[0]]
	return []mouldOf{{g, false, words[0]}, {g, true, words[len(words)-1]}}
}

// outvotedMoulds counts them in the runs that one group has and others lack.
func (v *view) outvotedMoulds() map[mouldOf]int {
	out := map[mouldOf]int{}
	for i := range v.runs {
		if r := &v.runs[i]; !r.keep && r.rule == RuleOutvoted && v.oneGroup(r.by) {
			for _, m := range v.mouldsOf(r) {
				out[m]++
			}
		}
	}
	return out
}

// ofInjected reports a run of two words or more whose content words were all cut
// from the copy elsewhere, as spam, but for those of the article.
func (v *view) ofInjected(r *run) bool {
	cut := v.ws[r.by[0]].Injected
	if r.to-r.from < 2 || len(cut) == 0 {
		return false
	}
	n := 0
	for _, k := range v.keysOf(r) {
		if !v.strange(k) {
			continue
		}
		if _, found := slices.BinarySearch(cut, k); !found {
			return false
		}
		n++
	}
	return n > 0
}

// convictBeside cuts what is left beside a cut of spam, in its sentence, of a run that
// several copies lack: a piece of it.
func (v *view) convictBeside(loyal []bool) {
	for range 2 {
		for i := range v.runs {
			r := &v.runs[i]
			if r.keep || r.remove || r.rule != RuleOutvoted || !v.oneGroup(r.by) || !loyal[r.by[0]] || r.to-r.from > mouldedMost {
				continue
			}
			if w := r.by[0]; v.cutBeside(r, w, 0) || v.cutBeside(r, w, 1) {
				r.convicted("witness: stands beside a cut of spam, in its sentence")
			}
		}
	}
}

// cutBeside reports whether spam was cut, in the line, before (0) or behind (1) a run
// of witness w.
func (v *view) cutBeside(r *run, w, behind int) bool {
	wit := v.ws[w]
	c, step := r.from, -1
	if behind == 1 {
		c, step = r.to-1, 1
	}
	i := v.al.Columns[c].At(w)
	gap := int(i) + behind
	if endsSentence(wit.Gaps[gap]) {
		return false
	}
	if wit.Cut != nil && wit.Cut[gap] == corpus.CutInLine {
		return true
	}
	next := v.columnOf(w, i+int32(step), c, step)
	return next >= 0 && !v.verdict[next].keep && v.verdict[next].remove && v.verdict[next].kind == corpus.KindSpam
}
