package spam

import (
	"slices"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/scratch"
	"github.com/urtext/urtext/pipeline/token"
)

// Into a page that bears one thing that was certainly injected others were
// injected as a rule. What is strange on it is therefore weighed once more:
// each sentence and each line by how little of it the rest of the page speaks
// of, how much of it is of what was injected, and what signs of selling, of a
// mould or of another language it has, in log odds (odds.go). What is convicted
// no longer vouches for the words of others and becomes evidence against
// them, until nothing changes. A page without anything certain is not assayed:
// half-translated manuals and lists of wares have as many strange sentences
// that bear each other out.

const (
	certainOdds = 2.2 // from which a unit is convicted: nine to one
	hopeless    = -3  // below which a unit is not weighed again
	mostRounds  = 4
	mostEach    = 8  // units that one thing that is certain may convict
	mostPosts   = 40 // a word that so many units have is known
)

// assay is what is known of a page while it is assayed.
type assay struct {
	p       *page
	all     []specimen
	from    []int32 // by stem: the first of its posts
	posts   []int32 // units, by the stems that they have
	wares   []int32 // by stem: how often it stands in what is convicted
	linked  []bool  // by stem: it stands in a link that is convicted
	shared  []int32 // by unit, for one unit: the stems that both have
	touched []int32 // units that share one with it
	rows    []bool  // by line: in rows of one mould; made by inBlock
	line    []int32 // by line: words that are convicted
	known   float64 // chance that a stem stands in another unit too
	tied    float64 // share of function words
	seeds   int     // what is cut already
	alien   bool    // most of what is convicted is in another language
}

// assay finds what else was injected into a page of which something is cut.
func (p *page) assay(found []corpus.Proposal) []corpus.Proposal {
	a := p.newAssay(found)
	if a == nil {
		return nil
	}
	a.count()
	if a.bilingual() {
		return nil
	}
	for range mostRounds {
		if !a.round() {
			break
		}
	}
	return a.proposals()
}

// newAssay reads the units of the page, or gives nil where nothing is cut on
// the evidence of an artefact or a template.
func (p *page) newAssay(found []corpus.Proposal) *assay {
	sound := slices.ContainsFunc(found, func(q corpus.Proposal) bool {
		return q.Verdict == corpus.Cut && slices.ContainsFunc(q.Evidence, func(e corpus.Evidence) bool {
			return e.Family == corpus.Artefact || e.Family == corpus.Template
		})
	})
	if !sound {
		return nil
	}
	cut := p.flags.Take(len(p.words))
	p.specimens = scratch.Cells(p.specimens, len(p.sentences))
	a := &assay{
		p: p, all: p.specimens, wares: p.numbers.Take(len(p.keys)),
		linked: p.flags.Take(len(p.keys)),
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
		if u.odds >= certainOdds && u.borneOut() {
			u.convicted, changed = true, true
		}
	}
	return changed
}

// count counts what the page as a whole has.
func (a *assay) count() {
	clear(a.line)
	words, functions, alien, convicted := 0, 0, 0, 0
	for i := range a.all {
		switch u := &a.all[i]; {
		case u.convicted:
			a.line[u.line] += int32(u.words())
			convicted += u.words()
			if a.speak(u); u.alien() {
				alien += u.words()
			}
			a.learn(u)
		case !u.doubted && u.prose:
			words += u.words()
			functions += u.functions
		}
	}
	a.tied = float64(functions) / float64(max(words, 1))
	a.alien = 2*alien > convicted
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
	link := u.line >= 0 && a.p.leadsAway(u.from, u.to) && a.p.lines[u.line].words() == u.words()
	for _, t := range u.terms {
		if link && !a.linked[t] {
			a.linked[t] = true
			continue
		}
		a.wares[t]++
	}
}

// tongues are the languages in which pages of other languages are spammed.
var tongues = []string{"en", "de", "fr", "es", "it", "pt", "nl"}

// speak counts the function words of another language, where those of the
// page's own are few.
func (a *assay) speak(u *specimen) {
	if u.tongue != 0 || u.words() < 5 || float64(2*u.functions) > a.tied*float64(u.words()) {
		return
	}
	p, best := a.p, 0
	for _, l := range tongues {
		if l == p.language {
			continue
		}
		set, n, own := token.Of(l), 0, 0
		for _, w := range p.words[u.from:u.to] {
			switch has := set.Has(p.keys[w.key]); {
			case has && !w.is(function):
				n++
			case !has && w.is(function):
				own++
			}
		}
		if n >= 2 {
			best = max(best, n-own)
		}
	}
	u.tongue = float64(min(best, 4)) / 2
}

// bilingual reports a page a third of which is in other languages: a
// translation that is not done. What is certain is not counted.
func (a *assay) bilingual() bool {
	alien, all := 0, 0
	for i := range a.all {
		u := &a.all[i]
		if u.convicted {
			continue
		}
		a.speak(u)
		if all += u.words(); u.alien() {
			alien += u.words()
		}
	}
	return 3*alien > all
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
		if !u.weighed || !u.convicted {
			continue
		}
		s := p.unglued(u.stretch)
		q := corpus.Proposal{Kind: corpus.KindSpam, Verdict: corpus.Cut, Score: .95, Head: p.headOf(s.from, s.to, 4), Evidence: u.evidence()}
		if q.Start, q.End = p.sentenceSpan(s); p.lines[s.line].words() == s.words() {
			q.Start, q.End = p.lineSpan(p.lines[s.line])
		}
		out = append(out, q)
	}
	return out
}
