package reconstruct

import (
	"slices"
	"strings"
	"unicode"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// The rules, by the id that the apparatus names.
const (
	RuleAgreed      = "agreed"            // all who stand here have it
	RuleAttested    = "attested"          // two independent groups have it
	RuleEaten       = "eaten-word"        // the silent ones lost this word almost everywhere
	RuleOutvoted    = "outvoted"          // one group against two or more
	RuleInsertion   = "known-insertion"   // stands as an insertion in other clusters too
	RuleSuspected   = "suspected"         // proposed as spam or furniture, and no copy speaks for it
	RuleOneOnOne    = "one-on-one"        // one group against one, decided on shape and joins
	RuleSingle      = "single-witness"    // only one group stands here
	RuleTail        = "tail"              // a foreign end spliced to a cut copy
	RuleFlank       = "unsupported-flank" // past the end of two other copies, and coheres with nothing
	RuleTitlePrefix = "title-prefix"      // a column's or a site's name before the title
	RuleSplit       = "split-word"        // half of a word that another copy has whole
	RuleReading     = "reading"           // words differ: the weightier reading
	RuleTie         = "tie"               // words differ and nothing decides
	RuleSign        = "sign"              // punctuation differs
	RuleForm        = "form"              // casing differs
)

// A run is a maximal stretch of columns [from, to) that the same witnesses
// attest, with the decision on it.
type run struct {
	from, to   int
	by         []int // attesting witnesses
	keep       bool
	rule       string
	confidence float64
	disputed   bool
	remove     bool // foreign beyond doubt: cut it from the documents too
	kind       corpus.Kind
	why        []string
}

// judge splits the columns into runs and lets the first rule that fires
// decide on each.
func (v *view) judge() {
	v.split()
	v.verdict = make([]*run, v.cols)
	for i := range v.runs {
		r := &v.runs[i]
		v.decide(r)
		for c := r.from; c < r.to; c++ {
			v.verdict[c] = r
		}
	}
	v.sinkIslands()
}

// sinkIslands drops the few words on which two different insertions at one
// place happen to agree: a short attested run, in every copy that has it
// amid words that were dropped, with as many copies against it.
func (v *view) sinkIslands() {
	for i := range v.runs {
		r := &v.runs[i]
		if !r.keep || r.rule != RuleAttested || r.to-r.from > 3 {
			continue
		}
		active, _ := v.silent(r)
		if len(active) < len(v.agreeing(r)) || slices.ContainsFunc(r.by, func(w int) bool { return v.rooted(r, w) }) {
			continue
		}
		r.drop(RuleOutvoted, .8, v.kindOf(r), "witness: stands amid words that other copies lack")
	}
}

// rooted reports whether a kept word stands beside the run in witness w.
func (v *view) rooted(r *run, w int) bool {
	first, last := v.al.Columns[r.from][w], v.al.Columns[r.to-1][w]
	for c := r.from - 1; c >= 0; c-- {
		if i := v.al.Columns[c][w]; i != corpus.Absent {
			if i == first-1 && v.verdict[c].keep {
				return true
			}
			break
		}
	}
	for c := r.to; c < v.cols; c++ {
		if i := v.al.Columns[c][w]; i != corpus.Absent {
			return i == last+1 && v.verdict[c].keep
		}
	}
	return false
}

// split makes the runs. A run of one witness also ends where a proposal
// begins or ends, and outside the borders of the article at every break: a
// copy's frame is judged line by line.
func (v *view) split() {
	v.runs = nil
	for c := 0; c < v.cols; {
		by := v.present(c)
		from := c
		for c++; c < v.cols && v.samePresence(from, c); c++ {
			if len(by) == 1 && v.parted(by[0], c) {
				break
			}
		}
		v.runs = append(v.runs, run{from: from, to: c, by: by})
	}
}

// parted reports whether witness w itself parts column c from the one before.
func (v *view) parted(w, c int) bool {
	i := v.al.Columns[c][w]
	if v.suspect(w, i) != v.suspect(w, v.al.Columns[c-1][w]) {
		return true
	}
	return v.groups > 1 && (c < v.first || c >= v.last) && strings.Contains(v.ws[w].Gaps[i], "\n")
}

func (v *view) present(c int) []int {
	var out []int
	for w, i := range v.al.Columns[c] {
		if i != corpus.Absent {
			out = append(out, w)
		}
	}
	return out
}

func (v *view) samePresence(a, b int) bool {
	x, y := v.al.Columns[a], v.al.Columns[b]
	for w := range x {
		if (x[w] == corpus.Absent) != (y[w] == corpus.Absent) {
			return false
		}
	}
	return true
}

// decide applies the rules in order.
func (v *view) decide(r *run) {
	attest := v.agreeing(r)
	active, excused := v.silent(r)
	keys := v.keysOf(r)
	switch {
	case len(active) > 0 && len(attest) == 1 && v.inserted(keys) >= 2:
		r.drop(RuleInsertion, .97, corpus.KindSpam, "witness: the same run is an insertion in other articles")
	case v.halved(r):
		r.drop(RuleSplit, .9, corpus.KindSpace, "witness: half of a word that another copy has whole")
	case v.groups > 1 && v.outside(r) && !v.goesOn(r):
		v.decideFlank(r, attest)
	case len(attest) > 1:
		v.decideMany(r, attest, active)
	case len(active) >= 2:
		v.outvote(r, keys)
	case len(active) == 1:
		v.oneOnOne(r, active[0])
	case len(excused) > 0:
		r.keepAs(RuleEaten, .9)
	default:
		v.decideSingle(r)
	}
}

// outvote drops a run that one group has and two or more lack. It is foreign
// beyond doubt when it was suspect, coheres with nothing, or is where the copy
// breaks off.
func (v *view) outvote(r *run, keys []string) {
	w := r.by[0]
	if v.trailing(r, w) && !v.shape(r, w).startsSentence {
		r.drop(RuleTail, .95, corpus.KindTail, "witness: the copy breaks off here and others go on")
		return
	}
	r.drop(RuleOutvoted, .95, v.kindOf(r), "witness: other copies agree on both sides and lack it")
	r.remove = len(keys) >= 2 && (v.suspicion(r) > 0 || v.cohesion(r) == 0)
}

func (r *run) keepAs(rule string, confidence float64) {
	r.keep, r.rule, r.confidence = true, rule, confidence
}

func (r *run) drop(rule string, confidence float64, kind corpus.Kind, why string) {
	r.keep, r.rule, r.confidence, r.kind, r.why = false, rule, confidence, kind, []string{why}
	r.remove = kind == corpus.KindSpam && rule == RuleInsertion || kind == corpus.KindTail
}

// silent returns one witness of each group that covers the run and lacks it:
// those whose silence counts, and those who lost these words everywhere.
func (v *view) silent(r *run) (active, excused []int) {
	has := map[int]bool{}
	for _, w := range r.by {
		has[v.group[w]] = true
	}
	seen := map[int]bool{}
	for w := range v.n {
		if has[v.group[w]] || seen[v.group[w]] || !v.covers(w, r.from) {
			continue
		}
		seen[v.group[w]] = true
		if v.ateAll(w, r) {
			excused = append(excused, w)
		} else {
			active = append(active, w)
		}
	}
	return active, excused
}

// ateAll reports whether witness w lost every word of a run of one or two.
func (v *view) ateAll(w int, r *run) bool {
	if r.to-r.from > 2 {
		return false
	}
	for c := r.from; c < r.to; c++ {
		if !slices.ContainsFunc(v.keysAt(c), func(k string) bool { return v.ate(w, k) }) {
			return false
		}
	}
	return true
}

// agreeing returns the groups that attest the run in words that are alike.
// Copies that have different things at one place, each its own splice, do not
// attest one another: of them only the first is returned.
func (v *view) agreeing(r *run) []int {
	all := v.attesters(r.from)
	if len(all) < 2 {
		return all
	}
	same := map[int]int{} // columns in which a group agrees with another
	for c := r.from; c < r.to; c++ {
		for g := range v.agreeingAt(c) {
			same[g]++
		}
	}
	var out []int
	for _, g := range all {
		if 2*same[g] >= r.to-r.from {
			out = append(out, g)
		}
	}
	if len(out) < 2 {
		return all[:1]
	}
	return out
}

// agreeingAt returns the groups that have a word in column c which another
// group has too, or one like it.
func (v *view) agreeingAt(c int) map[int]bool {
	out := map[int]bool{}
	by := v.groupsByKey(c)
	keys := v.keysAt(c)
	for i, k := range keys {
		like := len(by[k]) > 1
		for j, q := range keys {
			like = like || i != j && token.Similarity(k, q) >= token.Likeness
		}
		if like {
			for g := range by[k] {
				out[g] = true
			}
		}
	}
	return out
}

// slipMax is the number of words up to which a run may be a slip that two
// copies make alike.
const slipMax = 2

// decideMany decides on a run that two groups or more attest: it stays,
// unless all who have it are suspect, three times as many lack it, or it is
// a word or two and most lack it.
func (v *view) decideMany(r *run, attest, active []int) {
	switch s := v.suspicion(r); {
	case len(active) > 0 && s >= .6:
		r.drop(RuleSuspected, .85, v.kindOf(r), "witness: copies without it agree on both sides")
		r.remove = true
	case v.burst(r) >= 3 && s > 0:
		r.drop(RuleSuspected, .85, v.kindOf(r), "corpus: stands in unrelated articles too")
		r.remove = true
	case len(active) >= 3*len(attest), len(active) > len(attest) && r.to-r.from <= slipMax:
		r.drop(RuleOutvoted, .8, v.kindOf(r), "witness: most copies agree on both sides and lack it")
	case len(active) == 0:
		r.keepAs(RuleAgreed, .995)
	default:
		r.keepAs(RuleAttested, .95)
	}
}

// keysOf returns the keys of the run's first witness.
func (v *view) keysOf(r *run) []string {
	keys := make([]string, 0, r.to-r.from)
	for c := r.from; c < r.to; c++ {
		keys = append(keys, v.at(c, r.by[0]).Key)
	}
	return keys
}

func (v *view) inserted(keys []string) int {
	if v.know.Inserted == nil || len(keys) < 2 {
		return 0
	}
	return v.know.Inserted(keys)
}

// suspicion is the share of the run's words under a proposal, times its
// score, for the least suspect of the witnesses that attest it.
func (v *view) suspicion(r *run) float64 {
	least := 1.0
	for _, w := range r.by {
		sum := 0.0
		for c := r.from; c < r.to; c++ {
			if p := v.suspect(w, v.al.Columns[c][w]); p != nil {
				sum += p.Score
			}
		}
		least = min(least, sum/float64(r.to-r.from))
	}
	return least
}

// burst returns in how many clusters the head of the run's proposal stands.
func (v *view) burst(r *run) int {
	p := v.suspect(r.by[0], v.al.Columns[r.from][r.by[0]])
	if p == nil || p.Head == "" || v.know.Burst == nil {
		return 0
	}
	return v.know.Burst(p.Head)
}

// kindOf names what a dropped run is: what its proposal says, else spam.
func (v *view) kindOf(r *run) corpus.Kind {
	if p := v.suspect(r.by[0], v.al.Columns[r.from][r.by[0]]); p != nil {
		return p.Kind
	}
	return corpus.KindSpam
}

// Of the content words of a genuine sentence about one in three has a stem
// that stands elsewhere in the article, of those of an injected one about one
// in twenty: what a word of either sort weighs in log odds.
const (
	kinOdds     = 1.95
	strangeOdds = .38
)

// oneOnOne decides on a run that one group has and one lacks, both standing
// here. Evidence for an insertion is added up in log odds; what remains near
// zero stays in the text as disputed.
func (v *view) oneOnOne(r *run, silent int) {
	w := r.by[0]
	s := v.shape(r, w)
	odds := -1.0
	if s.words <= 2 && !s.sentence {
		odds = -2
	}
	odds += 5 * v.suspicion(r)
	var why []string
	if v.marked(r, w, corpus.RoleLabel) {
		odds += 3
		why = append(why, "layout: a label of the page that the other copy does without")
	}
	if s.artefact {
		odds += 3
		why = append(why, "artefact: odd spacing round it that the other copy lacks")
	}
	if v.inserted(v.keysOf(r)) > 0 {
		odds += 2.5
		why = append(why, "corpus: an insertion in another article too")
	}
	if v.trailing(r, w) && !s.startsSentence {
		odds += 5
		why = append(why, "witness: the copy breaks off here and the other goes on")
	}
	if v.prose(r, w) {
		odds -= 1.5 // a lost sentence is as common as an injected one
	}
	if v.holdsAddress(r, w) {
		odds += 1.5
		why = append(why, "syntax: holds an address")
	}
	if v.repeats(r, w) {
		odds += 2.5
		why = append(why, "template: the copy has more insertions of this shape")
	}
	kin, strange := v.kinship(r)
	odds += min(3, strangeOdds*float64(strange)) - kinOdds*float64(kin)
	if kin == 0 && strange >= 2 {
		why = append(why, "semantics: nothing else in the article speaks of it")
		if s.titleCase && !s.startsSentence {
			odds += 1.5
			why = append(why, "syntax: title case inside a sentence")
		}
	}
	conf := confidenceOf(odds)
	if odds <= 0 {
		r.keepAs(RuleOneOnOne, conf)
		r.disputed = odds > -1
		return
	}
	r.drop(RuleOneOnOne, conf, v.kindOf(r), "witness: the other copy agrees on both sides and lacks it")
	if v.trailing(r, w) && !s.startsSentence {
		r.kind = corpus.KindTail
	}
	r.why = append(r.why, why...)
	r.disputed = odds < 1
	r.remove = odds >= 2
}

// holdsAddress reports whether the run holds the beginning of a web address.
func (v *view) holdsAddress(r *run, w int) bool {
	if v.protected(r, w) {
		return false
	}
	return slices.ContainsFunc(v.keysOf(r), func(k string) bool { return k == "http" || k == "https" || k == "www" })
}

// phraseMax is the number of words up to which a run may be a phrase or a
// sentence of one mould.
const phraseMax = 25

// repeats reports whether witness w has another run, alone, of the mould of
// this one: half of the content words of the shorter are common to both, and
// the article has none of these.
func (v *view) repeats(r *run, w int) bool {
	if r.to-r.from > phraseMax {
		return false
	}
	mine := v.foreignWords(r)
	if len(mine) == 0 {
		return false
	}
	for i := range v.runs {
		o := &v.runs[i]
		if len(o.by) != 1 || o.by[0] != w || o.from == r.from || o.to-o.from > phraseMax {
			continue
		}
		theirs, shared := v.foreignWords(o), 0
		for k := range mine {
			if theirs[k] {
				shared++
			}
		}
		if shared > 0 && 2*shared >= min(len(mine), len(theirs)) {
			return true
		}
	}
	return false
}

// foreignWords returns the content words of a run whose stems the article
// has nowhere else.
func (v *view) foreignWords(r *run) map[string]bool {
	out := map[string]bool{}
	for _, k := range v.keysOf(r) {
		if v.content(k) && v.stemCount(stem(k)) == 0 {
			out[k] = true
		}
	}
	return out
}

// A shape is what a run of one witness looks like from outside.
type shape struct {
	words, content           int
	sentence, startsSentence bool // begins (and ends) where a sentence does
	titleCase                bool // its content words are capitalised
	artefact                 bool
}

func (v *view) shape(r *run, w int) shape {
	wit := v.ws[w]
	first, last := v.al.Columns[r.from][w], v.al.Columns[r.to-1][w]
	before, after := wit.Gaps[first], wit.Gaps[last+1]
	s := shape{words: r.to - r.from, titleCase: true}
	s.startsSentence = first == 0 || endsSentence(before)
	s.sentence = s.startsSentence && (int(last)+1 == len(wit.Words) || endsSentence(after))
	s.artefact = oddSpacing(before) || oddSpacing(after) || oddPair(before, after)
	for c := r.from; c < r.to; c++ {
		x := v.at(c, w)
		if v.content(x.Key) {
			s.content++
			s.titleCase = s.titleCase && capitalised(x.Surface)
		}
	}
	return s
}

// endsSentence reports whether a gap holds the end of a sentence or of a
// paragraph.
func endsSentence(gap string) bool {
	return strings.ContainsAny(gap, ".!?…:\n。！？।؟")
}

// oddSpacing reports the spacing that a splice leaves: a no-break or doubled
// space, or a space before a comma or full stop.
func oddSpacing(gap string) bool {
	return strings.Contains(gap, "\u00a0") || strings.Contains(gap, "  ") || strings.Contains(gap, " ,") || strings.HasPrefix(gap, " .")
}

// oddPair reports a sign on both sides of a run that no text sets round a
// phrase, as a no-break space leaves when it is decoded wrongly.
func oddPair(before, after string) bool {
	for _, r := range before {
		if r > unicode.MaxLatin1/2 && !white(r) && strings.ContainsRune(after, r) {
			if class, _, _ := sign(string(r)); class == noSign && !unicode.In(r, unicode.Ps, unicode.Pe) {
				return true
			}
		}
	}
	return false
}
