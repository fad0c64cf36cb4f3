package spam

import (
	"slices"
	"strings"
)

// kindred finds the traits of a unit by which it is like what was injected where
// words tell little: wares that stand in genuine sentences too, which phrases put
// into these do, what it says besides the wares, its runs of words, and its
// function words. Kin are its terms that are wares, known those that others vouch
// for, lost those of them that are wares too.
func (a *assay) kindred(i, kin, known int) (lost int) {
	u := &a.all[i]
	t := &u.traits
	share := 0.0
	for _, stem := range u.terms {
		if w := a.wares[stem]; w > 0 {
			if o := a.vouchers(i, stem); o > 0 && o <= w {
				share += float64(w) / float64(w+o)
				lost++
			}
		}
	}
	t[contested], t[restSurprise] = share/float64(len(u.terms)), 0
	if kin+lost > 0 {
		t[restSurprise] = min(4, (cohesion{len(u.terms) - kin - lost, known - lost}).surprise(a.known))
	}
	t[echoed] = a.echo(u)
	t[strangeFunctions] = float64(min(3, a.strangeSpeech(u)))
	return lost
}

// vouchers counts the units that vouch for a stem of unit i and are not of its mould.
func (a *assay) vouchers(i int, stem int32) (n int32) {
	posts := a.postsOf(stem)
	if len(posts) > mostPosts {
		return int32(len(posts))
	}
	for _, j := range posts {
		if j != int32(i) && !a.all[j].doubted && !a.alike(&a.all[i], j) {
			n++
		}
	}
	return n
}

// echo is the share of the threes of words of a sentence of prose that others have,
// numbers alike, or what is convicted has where the sentences of the page have much in
// common, as those of manuals. Titles and excerpts, which stand in several places, have none.
func (a *assay) echo(u *specimen) float64 {
	end := a.p.text[a.p.words[u.to-1].end():u.end]
	if !u.prose || !fullStop(end) || strings.Contains(end, "...") || strings.Contains(end, "…") {
		return 0
	}
	n, all := 0, threesOf(a.threes(), u.stretch)
	for _, t := range all {
		if t >= 0 && (a.cast[t] || !a.echoing) {
			n++
		}
	}
	if n == 0 || a.excerpted(u) {
		return 0
	}
	return float64(n) / float64(len(all))
}

// mostEchoing is the share of the sentences of a page that may echo others, besides
// two that do each other.
const mostEchoing = .06

// isEchoing reports a page whose sentences have much in common, as those of manuals.
func (p *page) isEchoing() bool {
	numbers, _ := p.threes()
	n, all := 0, 0
	for k, s := range p.sentences {
		if s.words() < 5 || !s.prose {
			continue
		}
		all++
		if 3*int(p.repeats[k]) >= len(threesOf(numbers, s)) {
			n++
		}
	}
	return float64(n) > 2+mostEchoing*float64(all)
}

// threes gives the threes of the page, and makes room to mark those of what is
// convicted.
func (a *assay) threes() []int32 {
	numbers, times := a.p.threes()
	if a.cast == nil {
		a.cast, a.echoing = a.p.flags.Take(len(times)), a.p.isEchoing()
	}
	return numbers
}

// castThrees marks the threes of a unit that is convicted.
func (a *assay) castThrees(u *specimen) {
	for _, t := range threesOf(a.threes(), u.stretch) {
		if t >= 0 {
			a.cast[t] = true
		}
	}
}

// excerpted reports a unit that a longer one says word for word, or that a line
// that is no prose does.
func (a *assay) excerpted(u *specimen) bool {
	said := strings.TrimRight(a.p.text[u.start:u.end], spaces+".…")
	return slices.ContainsFunc(a.touched, func(j int32) bool {
		o := &a.all[j]
		return (o.words() > u.words() || !o.prose) && strings.Contains(a.p.text[o.start:o.end], said)
	})
}

// strangeSpeech counts the function words that the rest does not have.
func (a *assay) strangeSpeech(u *specimen) (n int) {
	own := int32(1)
	if u.doubted || u.convicted || !u.prose {
		own = 0 // its own are not counted
	}
	for _, w := range a.p.words[u.from:u.to] {
		if w.is(function) && a.speech[w.key] <= own {
			n++
		}
	}
	return n
}
