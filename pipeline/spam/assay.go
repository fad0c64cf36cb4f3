package spam

import (
	"slices"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/scratch"
)

// Into a page that bears one thing that was certainly injected others were
// injected as a rule. What is strange on it is therefore weighed once more:
// each sentence and each line by how little of it the rest of the page speaks
// of, how much of it is of what was injected, and what signs of selling, of a
// mould or of another language it has, in log odds (odds.go). What is convicted
// no longer vouches for the words of others and becomes evidence against
// them, until nothing changes. A page without anything certain is not assayed,
// unless strangers of one tongue sell in it (tongues.go): half-translated manuals
// and lists of wares have as many strange sentences that bear each other out.

const (
	certainOdds = 2.2 // from which a unit is convicted: nine to one
	hopeless    = -3  // below which a unit is not weighed again
	mostRounds  = 4
	mostEach    = 8   // units that one thing that is certain may convict
	mostForeign = .25 // share of other languages in a page that is assayed
	mostPosts   = 40  // a word that so many units have is known
	ofOneMould  = .8  // share of its terms that a sentence has of a mould's
)

// assay is what is known of a page while it is assayed.
type assay struct {
	p       *page
	all     []specimen
	from    []int32          // by stem: the first of its posts
	posts   []int32          // units, by the stems that they have
	wares   []int32          // by stem: how often it stands in what is convicted
	cut     []bool           // by word: certain already
	names   []bool           // by stem: of a phrase or a line that is certain already; made by namesOf
	pairs   map[uint64]*pair // made by pairUp
	speech  []int32          // by key: function words of what vouches
	cast    []bool           // by number: threes of words of what is convicted
	echoing bool             // sentences of the page have much in common
	linked  []bool           // by stem: it stands in a link that is convicted
	shared  []int32          // by unit, for one unit: the stems that both have
	touched []int32          // units that share one with it
	rows    []bool           // by line: in rows of one mould; made by inBlock
	line    []int32          // by line: words that are convicted
	known   float64          // chance that a stem stands in another unit too
	tied    float64          // share of function words
	seeds   int              // what is cut already
	formed  bool             // something is cut for an artefact or a template
	alien   bool             // most of what is convicted is in another language
	invaded bool             // most of what is in another language is convicted
}

// assay finds what else was injected into a page of which something is cut.
func (p *page) assay(found []corpus.Proposal) []corpus.Proposal {
	a := p.newAssay(found)
	if a == nil {
		a = p.alienAssay(found)
	} else if a.count(); a.foreign() > mostForeign {
		return nil
	}
	if a == nil {
		return nil
	}
	for range mostRounds {
		if !a.round() {
			break
		}
	}
	return a.proposals()
}

// newAssay reads the units of the page, or gives nil where nothing is cut that
// proves more than its language.
func (p *page) newAssay(found []corpus.Proposal) *assay {
	formed := slices.ContainsFunc(found, isFormed)
	if !formed && !slices.ContainsFunc(found, p.isSeed) {
		return nil
	}
	a := p.readUnits(found)
	a.formed = formed
	return a
}

// isFormed reports what is cut on the evidence of an artefact or a template.
func isFormed(q corpus.Proposal) bool {
	return isCut(q) && slices.ContainsFunc(q.Evidence, func(e corpus.Evidence) bool {
		return e.Family == corpus.Artefact || e.Family == corpus.Template
	})
}

// isSeed reports what is cut because it sells, and not because it is in another
// language, as most of a translation that is not done is.
func (p *page) isSeed(q corpus.Proposal) bool {
	if !isCut(q) || slices.ContainsFunc(q.Evidence, func(e corpus.Evidence) bool { return e.Family == Language }) {
		return false
	}
	s := stretch{start: q.Start, end: q.End, from: p.wordAt(q.Start), to: p.wordAt(q.End)}
	price, percent := p.priced(s)
	strange, _ := p.strangeSite(s)
	return price || percent || strange
}

// readUnits reads the units of the page and what is cut of them.
func (p *page) readUnits(found []corpus.Proposal) *assay {
	cut := p.flags.Take(len(p.words))
	p.specimens = scratch.Cells(p.specimens, len(p.sentences))
	a := &assay{
		p: p, all: p.specimens, cut: cut, wares: p.numbers.Take(len(p.keys)),
		linked: p.flags.Take(len(p.keys)), speech: p.numbers.Take(len(p.keys)),
		shared: p.numbers.Take(len(p.sentences)), line: p.numbers.Take(len(p.lines)),
	}
	for from, to := range p.cuts(found) {
		a.seeds++
		for i := from; i < to; i++ {
			cut[i] = true
		}
	}
	a.collect(cut)
	a.post()
	return a
}

// post notes in which units each stem stands.
func (a *assay) post() {
	p := a.p
	a.from = p.numbers.Take(len(p.keys) + 1)
	for _, u := range a.all {
		for _, t := range u.terms {
			a.from[t+1]++
		}
	}
	for t := range p.keys {
		a.from[t+1] += a.from[t]
	}
	a.posts = p.numbers.Take(int(a.from[len(p.keys)]))
	next := p.numbers.Take(len(p.keys))
	for i, u := range a.all {
		for _, t := range u.terms {
			a.posts[a.from[t]+next[t]] = int32(i)
			next[t]++
		}
	}
}

func (a *assay) postsOf(stem int32) []int32 { return a.posts[a.from[stem]:a.from[stem+1]] }

// round weighs the units, convicts those that are certain, and says whether
// anything changed.
func (a *assay) round() (changed bool) {
	a.count()
	for i := range a.all {
		if u := &a.all[i]; u.weighed && !u.convicted && u.odds >= hopeless {
			a.weigh(i)
		}
	}
	for i := range a.all {
		u := &a.all[i]
		if !u.weighed || u.convicted {
			continue
		}
		if doubt := u.odds > 0; doubt != u.doubted {
			u.doubted, changed = doubt, true
		}
		if u.odds >= certainOdds && a.borneOut(i) {
			u.convicted, changed = true, true
		}
	}
	return changed
}

// count counts what the page as a whole has.
func (a *assay) count() {
	clear(a.line)
	clear(a.speech)
	words, functions, alien, aliens, convicted, left := 0, 0, 0, 0, 0, 0
	for i := range a.all {
		u := &a.all[i]
		switch {
		case u.convicted:
			a.line[u.line] += int32(u.words())
			if !a.p.hasLink(u.stretch) { // markup is in no language
				convicted += u.words()
				if a.speak(u); u.alien() {
					alien += u.words()
					aliens++
				}
			}
			a.learn(u)
		case !u.doubted && u.prose:
			words += u.words()
			functions += u.functions
			for _, w := range a.p.words[u.from:u.to] {
				if w.is(function) {
					a.speech[w.key]++
				}
			}
		}
		if !u.convicted && u.sentence && u.alien() {
			left += u.words()
		}
	}
	a.tied = float64(functions) / float64(max(words, 1))
	a.alien = 2*alien > convicted
	a.invaded = aliens > 1 && alien >= left
	n, again := 0, 0
	for t := range a.p.keys {
		vouchers := 0
		for _, i := range a.postsOf(int32(t)) {
			if !a.all[i].doubted {
				vouchers++
			}
		}
		if n += vouchers; vouchers > 1 {
			again += vouchers
		}
	}
	a.known = min(.9, float64(again)/float64(n+1))
}

// learn makes wares of the words of a unit that is convicted, once: of a link to
// another site those that another link has too.
func (a *assay) learn(u *specimen) {
	if u.learnt {
		return
	}
	u.learnt, u.doubted = true, true
	a.castThrees(u)
	link := u.line >= 0 && a.p.leadsAway(u.from, u.to) && a.p.lines[u.line].words() == u.words()
	for _, t := range u.terms {
		if link && !a.linked[t] {
			a.linked[t] = true
			continue
		}
		a.wares[t]++
	}
}

// proposals cuts what is convicted, unless it is so much of the page that the
// rest says nothing about it.
func (a *assay) proposals() (out []corpus.Proposal) {
	p := a.p
	words, all, units := 0, 0, 0
	for _, u := range a.all {
		if u.weighed && u.convicted {
			words += u.words()
			units++
		}
		if u.weighed || !u.convicted {
			all += u.words()
		}
	}
	if float64(words) > mostOffers*float64(all) || units > mostEach*(a.seeds+1) {
		return nil
	}
	for _, u := range a.all {
		if u.convicted {
			p.noteBegun(u.stretch)
		}
	}
	for _, u := range a.all {
		if !u.weighed || !u.convicted {
			continue
		}
		s := p.unglued(u.stretch)
		q := corpus.Proposal{Kind: corpus.KindSpam, Verdict: corpus.Cut, Score: .95, Head: p.headOf(s.from, s.to, 4), Evidence: u.evidence()}
		q.Start, q.End = p.spanOf(s)
		if twoFamilies(q.Evidence) {
			out = append(out, q)
		}
	}
	return out
}
