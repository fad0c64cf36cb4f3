package reconstruct

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// What speaks for an insertion rather than a loss, in log odds. The weights are
// those of a logistic regression on 10,489 runs that one of two damaged copies
// of our own articles had and the other lacked, of all strengths of damage,
// genuine runs counted twice because it is worse to lose one; what depends on
// the hands that inject (artefacts, moulds, labels, what stands in other
// articles) is rounded towards zero. The number of words with and without kin
// in the article counts by its logarithm: long insertions meet some by chance.
const (
	oddsSuspect  = 5.7
	oddsStrange  = .35 // per doubling, by e
	oddsKin      = -1.7
	oddsEmpty    = -3.5 // function words alone are lost, and not injected
	oddsProse    = -.8
	oddsSentence = -1.6 // a whole sentence is lost as often
	oddsOwnLine  = 1.8  // and stands in a line of its own less often
	// A line of its own that no stage suspects is a heading rather.
	oddsPlainLine  = -1
	oddsLabel      = 5
	oddsArtefact   = 1
	oddsRemains    = 3
	oddsInserted   = 5
	oddsTail       = 2
	oddsAddress    = 4
	oddsRepeats    = 5
	oddsInterrupts = 5
	oddsComma      = 3.5
	oddsCapital    = 2.5
	oddsTongue     = 4 // in another language than the article
	oddsWares      = 5 // of words that stand in what was cut from the copy, twice the share of them
)

// peakShare is what the most suspect word of a run counts for the whole.
const peakShare = .6

// peak is the score of the most suspect word of the run in witness w.
func (v *view) peak(r *run, w int) float64 {
	top := 0.0
	for c := r.from; c < r.to; c++ {
		if p := v.suspect(w, v.al.Columns[c].At(w)); p != nil {
			top = max(top, p.Score)
		}
	}
	return top
}

// oneOnOne decides on a run that one group has and one lacks, both standing
// here. Evidence for an insertion is added up in log odds; what remains near
// zero stays in the text as disputed.
func (v *view) oneOnOne(r *run) {
	w := r.by[0]
	s := v.shape(r, w)
	odds, why := v.weighInsertion(r, w, s)
	if s.content > 0 { // who loses small words loses them everywhere
		odds += v.weighHands(r)
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
}

// oddsHands is what the logarithm of the hands that are without a run to those that have
// it weighs: undamaged copies have equal words, and are one group for that.
const oddsHands = 1.7

// weighHands weighs the copies of two groups, one of which has a run, that were written
// otherwise than each other.
func (v *view) weighHands(r *run) float64 {
	return oddsHands * math.Log(float64(v.handsOf(v.without(r)))/float64(v.handsOf(r.by)))
}

// handsOf counts the hands that wrote some witnesses, in their order.
func (v *view) handsOf(ws []int) (n int) {
	for i, w := range ws { // equal streams are neighbours
		if i == 0 || v.group[ws[i-1]] != v.group[w] || v.formOf(w) != v.formOf(ws[i-1]) {
			n++
		}
	}
	return n
}

// weighInsertion adds up what speaks for an insertion rather than a loss.
func (v *view) weighInsertion(r *run, w int, s shape) (odds float64, why []string) {
	kin, strange := v.kinship(r)
	odds = oddsStrange*math.Log1p(float64(strange)) + oddsKin*math.Log1p(float64(kin))
	inside, address, own, wares := !s.startsSentence, v.addresses(r, w), v.ownLine(r, w), v.wares(r, w)
	if own || !s.sentence || !v.prose(r, w) || v.kindOf(r) != corpus.KindFurniture { // which fills lines
		odds += oddsSuspect * max(v.suspicion(r), peakShare*v.peak(r, w))
	}
	for _, e := range []struct {
		holds bool
		odds  float64
		why   string
	}{
		{s.content == 0, oddsEmpty, ""},
		{v.prose(r, w), oddsProse, ""},
		{s.sentence, oddsSentence, ""},
		{own, oddsOwnLine, "layout: a line of its own"},
		{own && r.to-r.from > 1 && v.peak(r, w) == 0 && v.oneLine(r, w), oddsPlainLine, ""},
		{v.marked(r, w, corpus.RoleLabel), oddsLabel, "layout: a label of the page that the other copy does without"},
		{v.besideCut(r, w), oddsRemains, "template: what is left of a line out of which an injected phrase was cut"},
		{s.artefact, oddsArtefact, "artefact: odd spacing round it that the other copy lacks"},
		{v.inserted(v.keysOf(r)) > 0, oddsInserted, "corpus: an insertion in another article too"},
		{inside && v.trailing(r, w), oddsTail, "witness: the copy breaks off here and the other goes on"},
		{address > 0, oddsAddress * address, "syntax: holds an address"},
		{r.labelled || v.repeats(r, w), oddsRepeats, "template: there are more insertions of this shape"},
		{v.interrupts(r, w), oddsInterrupts, "syntax: stands in the midst of a sentence that goes on behind it"},
		{v.foreignTongue(r), oddsTongue, "language: another one than the article's"},
		{s.beforeComma && kin == 0 && strange > 0, oddsComma, "syntax: set before a comma, without a function word"},
		{wares > 0, oddsWares * wares, "template: speaks of what was injected elsewhere into the copy"},
		{kin == 0 && strange >= 2, 0, "semantics: nothing else in the article speaks of it"},
		{inside && kin == 0 && strange >= 2 && s.titleCase, oddsCapital, "syntax: title case inside a sentence"},
	} {
		if !e.holds {
			continue
		}
		odds += e.odds
		if e.why != "" {
			why = append(why, e.why)
		}
	}
	return odds, why
}

// waresLeast is the number of words from which a run speaks of wares.
const waresLeast = 2

// wares says in 0..1 how much of what is strange in the run stands in what was cut
// from its copy as spam: who injects, injects one ware in several ways.
func (v *view) wares(r *run, w int) float64 {
	wit := v.ws[w]
	if len(wit.Injected) == 0 {
		return 0
	}
	seen := map[string]bool{}
	n, strange := 0, 0
	for _, k := range v.keysOf(r) {
		if seen[k] || !v.strange(k) {
			continue
		}
		seen[k] = true
		strange++
		if _, is := slices.BinarySearch(wit.Injected, k); is {
			n++
		}
	}
	if n < waresLeast {
		return 0
	}
	return min(1, 2*float64(n)/float64(strange))
}

// addressWords is the number of words up to which one web address is all
// that an advertisement needs: one in a long passage is a line of it.
const addressWords = 30

// addresses says in 0..1 how full of web addresses the run is.
func (v *view) addresses(r *run, w int) float64 {
	if v.protected(r, w) {
		return 0
	}
	n := 0
	for _, k := range v.keysOf(r) {
		if k == "http" || k == "https" || k == "www" {
			n++
		}
	}
	return min(1, float64(n*addressWords)/float64(r.to-r.from))
}

// tongueLeast is the number of function words of another language, more than of
// the article's own, and one in tongueShare of all, from which a run is in it.
const tongueLeast, tongueShare = 3, 5

// foreignTongue reports whether a run is in another language than the article.
func (v *view) foreignTongue(r *run) bool {
	var others []string // words that are no function words of the article's language
	own := 0
	for _, k := range v.keysOf(r) {
		if v.isFunction(k) {
			own++
		} else {
			others = append(others, k)
		}
	}
	least := 2*own + tongueLeast
	if len(others) < least {
		return false
	}
	for _, lang := range token.Languages() {
		words, n := token.Of(lang), 0
		for _, k := range others {
			n += b2i(words.Has(k))
		}
		if n >= least && tongueShare*n >= own+len(others) {
			return true
		}
	}
	return false
}

// remainsMost is the number of words up to which a run is what is left of an
// injected sentence.
const remainsMost = 8

// besideCut reports whether spam was cut out right before or behind a short run,
// in its paragraph.
func (v *view) besideCut(r *run, w int) bool {
	wit, first, last := v.ws[w], v.al.Columns[r.from].At(w), v.al.Columns[r.to-1].At(w)
	if wit.Cut == nil || r.to-r.from > remainsMost {
		return false
	}
	at := func(i int32) bool { return wit.Cut[i] > corpus.CutNowhere && !strings.Contains(wit.Gaps[i], "\n\n") }
	return at(first) && !endsSentence(wit.Gaps[first]) || at(last+1) || wit.Cut[last+1] == corpus.CutInLine && !endsSentence(strings.TrimRight(wit.Gaps[last+1], "\n"))
}

// ownLine reports whether the run fills lines of its own in witness w.
func (v *view) ownLine(r *run, w int) bool {
	first, last := v.al.Columns[r.from].At(w), v.al.Columns[r.to-1].At(w)
	return strings.Contains(v.ws[w].Gaps[first], "\n") && strings.Contains(v.ws[w].Gaps[last+1], "\n")
}

// A shape is what a run of one witness looks like from outside.
type shape struct {
	words, content           int
	sentence, startsSentence bool // begins (and ends) where a sentence does
	titleCase                bool // its content words are capitalised
	artefact                 bool
	beforeComma              bool // content alone, spliced in before a comma
}

// shape describes a run as witness w has it: what stands round it, and of what
// words it is made.
func (v *view) shape(r *run, w int) shape {
	wit := v.ws[w]
	first, last := slide(wit, v.al.Columns[r.from].At(w), v.al.Columns[r.to-1].At(w))
	before, after := wit.Gaps[first], wit.Gaps[last+1]
	s := shape{words: r.to - r.from, titleCase: true}
	s.startsSentence, s.sentence = sentenceAt(wit, first, last)
	typist := v.typists()[w]
	s.artefact = oddSpacing(before, typist) || oddSpacing(after, typist) || oddPair(before, after)
	function := 0
	for c := r.from; c < r.to; c++ {
		x := v.at(c, w)
		if v.isFunction(x.Key) {
			function++
		}
		if v.content(x.Key) {
			s.content++
			s.titleCase = s.titleCase && capitalised(x.Surface)
		}
	}
	trimmed := strings.TrimLeftFunc(after, whiteRune)
	s.beforeComma = s.words >= 2 && s.words <= 6 && function == 0 && strings.TrimSpace(before) == "" && (strings.HasPrefix(trimmed, ",") || strings.HasPrefix(trimmed, "、") || strings.HasPrefix(trimmed, "，"))
	return s
}

// slideMost is how many words a run may slide.
const slideMost = 8

// slide returns words [first, last] of a witness, or where they are a sentence less
// the words at one end, which stand on the other side too ("It| rains. It| pours"),
// the sentence.
func slide(wit *corpus.Witness, first, last int32) (int32, int32) {
	if _, whole := sentenceAt(wit, first, last); whole {
		return first, last
	}
	for k := int32(1); k <= slideMost && first >= k && wit.Words[first-k].Key == wit.Words[last+1-k].Key; k++ {
		if _, whole := sentenceAt(wit, first-k, last-k); whole {
			return first - k, last - k
		}
	}
	for k := int32(1); k <= slideMost && int(last+k) < len(wit.Words) && wit.Words[last+k].Key == wit.Words[first+k-1].Key; k++ {
		if _, whole := sentenceAt(wit, first+k, last+k); whole {
			return first + k, last + k
		}
	}
	return first, last
}

// sentenceAt reports whether words [first, last] of a witness begin where a
// sentence does, and whether they end where one does, too.
func sentenceAt(wit *corpus.Witness, first, last int32) (starts, whole bool) {
	starts = first == 0 || endsSentence(wit.Gaps[first])
	return starts, starts && (int(last)+1 == len(wit.Words) || endsSentence(wit.Gaps[last+1]))
}

// endsSentence reports whether a gap holds the end of a sentence or of a
// paragraph.
func endsSentence(gap string) bool {
	return strings.ContainsAny(gap, sentenceStops+":\n")
}

// sentenceStops are the marks that end sentences.
const sentenceStops = ".!?…。！？।؟"

// typistShare is the share of its sentences behind which a copy has two spaces
// from which that is a typist's habit, and no splice.
const typistShare = .3

// typists says of each witness whether it doubles the space behind sentences.
func (v *view) typists() []bool {
	if v.typing != nil {
		return v.typing
	}
	v.typing = make([]bool, v.n)
	for w, wit := range v.ws {
		ends, doubled := 0, 0
		for _, gap := range wit.Gaps {
			if strings.Contains(gap, "\n") || !strings.Contains(gap, " ") || !endsSentence(gap) {
				continue
			}
			ends++
			if strings.Contains(gap, "  ") {
				doubled++
			}
		}
		v.typing[w] = doubled > 1 && float64(doubled) >= typistShare*float64(ends)
	}
	return v.typing
}

// oddSpacing reports the spacing that a splice leaves: a no-break or doubled
// space, unless a typist doubled it, or a space before a comma or full stop.
func oddSpacing(gap string, typist bool) bool {
	doubled := strings.Contains(gap, "  ") && !(typist && endsSentence(gap))
	return strings.Contains(gap, "\u00a0") || doubled || strings.Contains(gap, " ,") || strings.HasPrefix(gap, " .")
}

// oddPair reports a sign on both sides of a run that no text sets round a
// phrase, as a no-break space leaves when it is decoded wrongly.
func oddPair(before, after string) bool {
	for _, r := range before {
		if r > unicode.MaxLatin1/2 && !white(r) && strings.ContainsRune(after, r) {
			if class, _, _ := sign(string(r)); class == noSign && !unicode.In(r, unicode.Ps, unicode.Pe, unicode.Terminal_Punctuation) {
				return true
			}
		}
	}
	return false
}
