package reconstruct

import (
	"slices"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
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
	RuleEcho        = "title-again"       // the title in a page's frame, before the title
	RuleAgain       = "said-again"        // what its copy says twice in a row and others once
	RuleMoved       = "moved-line"        // a heading that other copies have in another place
	RuleSplit       = "split-word"        // half of a word that another copy has whole
	RuleSerial      = "serial-number"     // one of many numbers of one form, none of which other copies have
	RuleUnread      = "unread-word"       // lost letters, and the copies that stand here lack it
	RuleReading     = "reading"           // words differ: the weightier reading
	RuleTie         = "tie"               // words differ and nothing decides
	RuleSign        = "sign"              // punctuation differs
	RuleForm        = "form"              // casing differs
	RuleVersion     = "version"           // two versions of the article: what the main one has
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
	clash      bool // each group has an insertion of its own here
	twice      bool // a line that stands elsewhere in other copies
	serial     bool // see findSerials and findSeries
	labelled   bool // see findLabelled
	flank      bool // it lies beyond the border of the article, and was judged as that
	kind       corpus.Kind
	why        []string
}

// judge splits the columns into runs and lets the first rule that fires
// decide on each.
func (v *view) judge() {
	v.split()
	if v.findLost() {
		v.split()
	}
	v.splitMixed()
	v.splitClashes()
	v.splitTwice()
	v.findSerials()
	v.findSeries()
	v.findLabelled()
	v.verdict = make([]*run, v.cols)
	for i := range v.runs {
		r := &v.runs[i]
		v.decide(r)
		for c := r.from; c < r.to; c++ {
			v.verdict[c] = r
		}
	}
	v.sinkSold()
	v.sinkIslands()
	v.sinkFragments()
	v.sinkEcho()
	v.raiseAmid()
	v.sinkFrames()
	v.sinkPrefix()
	v.convictAll()
}

// islandWords is the number of words up to which different insertions happen to agree,
// islandMost that up to which they do where as many copies are without them.
const islandWords, islandMost = 3, 12

// sinkIslands drops the few words on which different insertions at one place
// happen to agree: a short attested run of which, in every copy that has it, all
// that stands beside it in its sentence was dropped, with a copy against it; where they
// have it in several places none need be: it is the rest of a mould.
func (v *view) sinkIslands() {
	for i := range v.runs {
		r := &v.runs[i]
		if !r.keep || r.rule != RuleAttested && r.rule != RuleAgreed || r.to-r.from > islandMost || v.oneGroup(r.by) {
			continue
		}
		if active, _ := v.silent(r); (active == 0 || r.to-r.from > islandWords && active < v.attesters(r.from)) && !v.moved(r) {
			continue
		}
		if slices.ContainsFunc(r.by, func(w int) bool { return !v.adrift(r, w) }) {
			continue
		}
		r.drop(RuleOutvoted, .8, v.kindOf(r), "witness: stands amid words that other copies lack")
	}
}

// adrift reports whether words stand beside the run in its sentence in witness w,
// and all were dropped.
func (v *view) adrift(r *run, w int) bool {
	first, last := v.al.Columns[r.from].At(w), v.al.Columns[r.to-1].At(w)
	gaps := v.ws[w].Gaps
	dropped := false
	if first > 0 && !endsSentence(gaps[first]) {
		c := v.wherever(w, first-1)
		dropped = c >= 0 && !v.verdict[c].keep
		if !dropped && !parts(gaps[first]) {
			return false
		}
	}
	if int(last)+1 < len(v.ws[w].Words) && !endsSentence(gaps[last+1]) {
		c := v.wherever(w, last+1)
		if c < 0 || v.verdict[c].keep {
			return false
		}
		dropped = true
	}
	return dropped
}

// parts reports a gap that parts a title from the name of a site behind it.
func parts(gap string) bool {
	switch strings.TrimSpace(gap) {
	case "|", "::", "»", "›":
		return true
	}
	return false
}

// wherever returns the column of word i of witness w, also where that has it in another
// place than others; -1 where it has none.
func (v *view) wherever(w int, i int32) int {
	if v.home == nil {
		v.home = make([][]int, v.n)
	}
	if v.home[w] == nil {
		v.home[w] = v.columnsOf(w)
	}
	if i < 0 || int(i) >= len(v.home[w]) {
		return -1
	}
	return v.home[w][i]
}

// moved reports whether some of those who have a run have it in another place than the
// others: what stands before it in their text stands elsewhere.
func (v *view) moved(r *run) bool {
	n := 0
	for _, w := range r.by {
		i := v.al.Columns[r.from].At(w)
		n += b2i(i > 0 && v.columnOf(w, i-1, r.from, -1) < 0)
	}
	return n > 0 && n < len(r.by)
}

// split makes the runs. Where no other group stands a run of one group
// also ends where a proposal begins or ends, as it does at a line break where
// others stand, and outside the borders of the article at every break: a copy's
// frame is judged line by line. At the borders every run ends that does not go on
// in its line, or is a title in the same words.
func (v *view) split() {
	v.runs = nil
	for c := 0; c < v.cols; {
		by := v.present(c)
		from := c
		for c++; c < v.cols && !v.hands && slices.Equal(by, v.present(c)); c++ {
			if c == v.first && v.breaksAt(by, c, c-1) || v.prefixEnds(by, c) || c == v.last && v.breaksAt(by, c, c) || v.oneGroup(by) && v.parted(by[0], c) || v.allPastMarks(by, c) != v.allPastMarks(by, c-1) {
				break
			}
		}
		v.runs = append(v.runs, run{from: from, to: c, by: by})
	}
}

// oneGroup reports whether the witnesses are of one group.
func (v *view) oneGroup(ws []int) bool {
	for _, w := range ws {
		if v.group[w] != v.group[ws[0]] {
			return false
		}
	}
	return true
}

// breaksAt reports whether a line of one of the witnesses ends before column c, and
// what they have in the column outside are different words, or no title.
func (v *view) breaksAt(by []int, c, outside int) bool {
	ends := func(w int) bool { return strings.Contains(v.ws[w].Gaps[v.al.Columns[c].At(w)], "\n") }
	alone := func(w int) bool { return !v.corroborated(outside, w) || !v.inTitle(outside) }
	return slices.ContainsFunc(by, ends) && slices.ContainsFunc(by, alone)
}

// inTitle reports whether some witness marks what it has in column c as the title.
func (v *view) inTitle(c int) bool {
	for _, w := range v.present(c) {
		i := int(v.al.Columns[c].At(w))
		if slices.ContainsFunc(v.ws[w].Marks, func(m corpus.Mark) bool { return m.Role == corpus.RoleTitle && m.Start <= i && i < m.End }) {
			return true
		}
	}
	return false
}

// parted reports whether witness w itself parts column c from the one before.
func (v *view) parted(w, c int) bool {
	i := v.al.Columns[c].At(w)
	if v.pastMark(w, i) != v.pastMark(w, v.al.Columns[c-1].At(w)) {
		return true
	}
	if c >= v.first && c < v.last && v.standingBeside([]int{w}, c) > 0 {
		return strings.Contains(v.ws[w].Gaps[i], "\n") && (v.suspect(w, i) != nil) != (v.suspect(w, v.al.Columns[c-1].At(w)) != nil)
	}
	if v.suspect(w, i) != v.suspect(w, v.al.Columns[c-1].At(w)) {
		return true
	}
	return v.groups > 1 && (c < v.first || c >= v.last) && strings.Contains(v.ws[w].Gaps[i], "\n")
}

// decide applies the rules in order.
func (v *view) decide(r *run) {
	attest := v.agreeing(r)
	active, excused := v.silent(r)
	keys := v.keysOf(r)
	switch {
	case v.hands:
		v.showOfHands(r)
	case active > 0 && attest == 1 && v.inserted(keys) >= 2 && (v.suspicion(r) > 0 || v.foreign(r)):
		r.drop(RuleInsertion, .97, corpus.KindSpam, "witness: the same run is an insertion in other articles")
	case r.clash:
		r.drop(RuleSuspected, .8, v.kindOf(r), "witness: each copy has another thing here, and none is the article's")
	case active > 0 && attest == 1 && v.saidAgain(r):
		r.drop(RuleAgain, .97, corpus.KindRepeat, "witness: the copy says this twice in a row, and others once")
	case active > 0 && attest == 1 && v.pulled(r):
		r.drop(RuleAgain, .95, corpus.KindRepeat, "witness: the copy has this within a paragraph too, and others only there")
	case r.serial:
		r.drop(RuleSerial, .95, corpus.KindFurniture, "witness: one of many such numbers, and other copies have none")
	case r.twice && v.suspicion(r) >= dropBeside:
		r.drop(RuleSuspected, .95, v.kindOf(r), "witness: other copies have the line as a heading, and it looks like a part of the page here")
	case r.twice:
		r.drop(RuleMoved, .95, corpus.KindSpace, "witness: other copies have the line in another place")
	case v.framedByMarks(r):
		r.drop(RuleFlank, .95, corpus.KindFurniture, "layout: beyond the mark of a page, where another goes on")
	case attest > 1 && v.onIsland(r.from):
		r.drop(RuleTail, .9, corpus.KindTail, "witness: the copies break off in mid-sentence and were given one end")
	case v.spliced(r) && !v.marked(r, r.by[0], corpus.RoleByline, corpus.RoleAuthorBox):
		r.drop(RuleTail, .95, v.tailKind(r), "witness: the copy breaks off in mid-word and another goes on")
	case v.inPath(r):
		r.drop(RuleEcho, .95, corpus.KindFurniture, "layout: a path of links that ends in the title")
	case v.sitesBefore(r):
		r.drop(RuleTitlePrefix, .9, corpus.KindFurniture, "witness: others have another name before the title, or none")
	case v.groups > 1 && v.outside(r) && (attest > 1 && v.announced(r) || !v.goesOn(r)):
		v.decideFlank(r, attest)
	case v.glued(r, attest):
	case v.halved(r):
	case active > 0 && v.unread(r):
		r.drop(RuleUnread, .9, corpus.KindSpace, "witness: lost letters, and others that stand here lack it")
	case attest > 1:
		v.decideMany(r, attest, active)
	case active >= 2:
		v.outvote(r, active)
	case active == 1:
		v.oneOnOne(r)
	case excused > 0:
		r.keepAs(RuleEaten, .9)
	default:
		v.decideSingle(r)
	}
}

// pastMark reports whether word i of witness w stands beyond its page marks.
func (v *view) pastMark(w int, i int32) bool {
	wit := v.ws[w]
	return wit.To > 0 && (int(i) < wit.From || int(i) >= wit.To)
}

// allPastMarks reports whether all of some witnesses have column c beyond their page marks.
func (v *view) allPastMarks(by []int, c int) bool {
	return !slices.ContainsFunc(by, func(w int) bool { return !v.pastMark(w, v.al.Columns[c].At(w)) })
}

// framedByMarks reports a run that stands beyond the page marks of all who have it,
// while other pages are there, and is no author's box or byline, nor the only title.
func (v *view) framedByMarks(r *run) bool {
	if v.groups < 2 {
		return false
	}
	for _, w := range r.by {
		if !v.pastMark(w, v.al.Columns[r.from].At(w)) || v.marked(r, w, corpus.RoleByline, corpus.RoleAuthorBox) ||
			v.marked(r, w, corpus.RoleTitle) && !v.titledBeside(w) {
			return false
		}
	}
	return true
}

// titledBeside reports whether a copy of another group than witness w has a title
// within its page marks.
func (v *view) titledBeside(w int) bool {
	for u, wit := range v.ws {
		if v.group[u] != v.group[w] && slices.ContainsFunc(wit.Marks, func(m corpus.Mark) bool {
			return m.Role == corpus.RoleTitle && !v.pastMark(u, int32(m.Start))
		}) {
			return true
		}
	}
	return false
}

// foreign reports a run of three words or more whose content stands nowhere
// else in the article.
func (v *view) foreign(r *run) bool {
	kin, strange := v.kinship(r)
	return r.to-r.from >= 3 && kin == 0 && strange >= 2
}

// outvote drops a run that one group has and two or more lack, unless two lost it.
func (v *view) outvote(r *run, active int) {
	w := r.by[0]
	if active == 2 {
		if odds, is := v.lostTwice(r); is {
			r.keepAs(RuleOneOnOne, confidenceOf(odds))
			r.disputed = true
			return
		}
	}
	if v.trailing(r, w) && !v.shape(r, w).startsSentence {
		r.drop(RuleTail, .95, corpus.KindTail, "witness: the copy breaks off here and others go on")
		return
	}
	r.drop(RuleOutvoted, .95, v.kindOf(r), "witness: other copies agree on both sides and lack it")
}

func (r *run) keepAs(rule string, confidence float64) {
	r.keep, r.rule, r.confidence = true, rule, confidence
}

func (r *run) drop(rule string, confidence float64, kind corpus.Kind, why string) {
	r.keep, r.rule, r.confidence, r.kind, r.why = false, rule, confidence, kind, []string{why}
}

// silent counts the groups that cover the run and lack it: those whose
// silence counts, and those who lost these words everywhere.
func (v *view) silent(r *run) (active, excused int) {
	if !v.food(r) {
		return v.standingBeside(r.by, r.from), 0
	}
	mark := v.stamp()
	for _, w := range r.by {
		v.stamps[v.group[w]] = mark
	}
	for w, g := range v.group {
		if v.stamps[g] == mark || !v.covers(w, r.from) {
			continue
		}
		v.stamps[g] = mark
		if v.ateAll(w, r) {
			excused++
		} else {
			active++
		}
	}
	return active, excused
}

// food reports whether copies may have lost the words of a run everywhere: one
// or two words, each of them lost by some copy.
func (v *view) food(r *run) bool {
	if r.to-r.from > 2 {
		return false
	}
	for c := r.from; c < r.to; c++ {
		if !slices.ContainsFunc(v.keysAt(c), func(k string) bool { return v.eaten[k] != nil }) {
			return false
		}
	}
	return true
}

// ateAll reports whether witness w lost every word of a run.
func (v *view) ateAll(w int, r *run) bool {
	for c := r.from; c < r.to; c++ {
		if !slices.ContainsFunc(v.keysAt(c), func(k string) bool { return v.ate(w, k) }) {
			return false
		}
	}
	return true
}

// agreeing counts the groups that attest the run in words that are alike.
// Copies that have different things at one place, each its own splice, do not
// attest one another: they count as one.
func (v *view) agreeing(r *run) int {
	if v.attesters(r.from) < 2 {
		return v.attesters(r.from)
	}
	if r.to-r.from == 1 {
		return max(len(v.agreeingAt(r.from)), 1)
	}
	same := make([]int, v.groups) // columns in which a group agrees with another
	n := 0
	for c := r.from; c < r.to; c++ {
		for _, g := range v.agreeingAt(c) {
			if same[g]++; 2*same[g] == r.to-r.from || 2*same[g] == r.to-r.from+1 {
				n++
			}
		}
	}
	return max(n, 1)
}

// slipMax is the number of words up to which a run may be a slip that two
// copies make alike.
const slipMax = 2

// burstSuspicion is how suspect a run must be in all that have it to fall
// because its beginning stands in unrelated articles too.
const burstSuspicion = .4

// decideMany decides on a run that two groups or more attest: it stays,
// unless all who have it are suspect, three times as many lack it, or it is
// a word or two and most lack it.
func (v *view) decideMany(r *run, attest, active int) {
	switch s := v.suspicion(r); {
	case active > 0 && s >= .6:
		r.drop(RuleSuspected, .85, v.kindOf(r), "witness: copies without it agree on both sides")
	case s >= burstSuspicion && v.burst(r) >= 3 && v.cohesion(r) < onwardCohesion:
		r.drop(RuleSuspected, .85, v.kindOf(r), "corpus: stands in unrelated articles too")
	case active >= 2*attest, active > attest && (r.to-r.from <= slipMax || s >= .2 || v.foreign(r)):
		r.drop(RuleOutvoted, .8, v.kindOf(r), "witness: most copies agree on both sides and lack it")
	case active == 0:
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
			if p := v.suspect(w, v.al.Columns[c].At(w)); p != nil {
				sum += p.Score
			}
		}
		least = min(least, sum/float64(r.to-r.from))
	}
	return least
}

// burst returns in how many clusters the head of the run's proposal stands.
func (v *view) burst(r *run) int {
	p := v.suspect(r.by[0], v.al.Columns[r.from].At(r.by[0]))
	if p == nil || p.Head == "" || v.know.Burst == nil {
		return 0
	}
	return v.know.Burst(p.Head)
}

// kindOf names what a dropped run is: what its proposal says, else spam.
func (v *view) kindOf(r *run) corpus.Kind {
	if p := v.suspect(r.by[0], v.al.Columns[r.from].At(r.by[0])); p != nil {
		return p.Kind
	}
	return corpus.KindSpam
}
