package cluster

import (
	"errors"
	"math/bits"
	"slices"
	"unicode"
	"unicode/utf8"
)

// The pages of one article share no passage, but they speak of the same
// things. Where page marks say that one star is continued and another goes
// on from an earlier page, the two are fellows if each is nearer to the other
// in its rare words than to anything else in the corpus, so clearly that it
// is no chance, or the later page bears the title of the first, or the two are
// kin (kin.go). One of the two may lack its mark when the title stands in for
// it or the kinship is beyond doubt.

// Where a star goes on or comes from.
const (
	backdrop  = 96 // other stars that a pair is compared with
	spanned   = .6 // of a star's centre that stands in a page that speaks for the star
	edgeSlack = 10 // stretches of 64 that such a page may lack at the end it speaks of
)

// An end is a star of which the words are compared with those of others.
type end struct {
	star  int
	face  int32 // the page of it whose words are compared
	part  Part
	bare  bool  // it bears no mark: only the title on the later page names it
	words bool  // its bag is of words, not of pairs of characters
	bag   int32 // how many
	at    span  // where the bag lies
	norm  float64
	kin   kin      // without its stems
	keyed []uint64 // stems that the frames of its pages name
}

// A looseEnd is a star and where its article goes on or comes from.
type looseEnd struct {
	star int32
	face int32
	part Part
}

// fellows finds the stars that continue each other by their marks, title and
// matter, and notes them in next.
func (p *prover) fellows(stars *starList, next map[int]int) error {
	if err := p.twins(stars, next); err != nil {
		return err
	}
	taken := map[int]bool{}
	for a, b := range next {
		taken[a], taken[b] = true, true
	}
	strangers, err := p.company(stars)
	if err != nil {
		return err
	}
	p.countStamps(stars)
	byLanguage := map[string][]looseEnd{}
	var languages []string
	for i, s := range stars.all() {
		e := looseEnd{star: int32(i), face: p.face(s)}
		if p.languageOf(e.face) == "und" {
			continue // it is no end, and no other is in its language
		}
		if !taken[i] {
			var err error
			if e.part, err = p.loose(s, e.face); err != nil {
				return err
			}
		}
		lang, err := p.tongue(e.face, e.part)
		if err != nil {
			return err
		}
		if _, ok := byLanguage[lang]; !ok {
			languages = append(languages, lang)
		}
		byLanguage[lang] = append(byLanguage[lang], e)
	}
	for _, lang := range languages {
		if err := p.fellowsIn(lang, stars, byLanguage[lang], strangers, next); err != nil {
			return err
		}
	}
	return nil
}

// fellowsIn is fellows for the stars of a language, among so many of unknown
// language. What was skimmed is read closely before it joins another.
func (p *prover) fellowsIn(lang string, stars *starList, all []looseEnd, strangers int, next map[int]int) error {
	for {
		l, err := p.bags(stars, all, lang)
		if err != nil || l == nil {
			return err
		}
		var skimmed []int32
		matches := p.matches(stars, l, len(all)+strangers)
		if err := errors.Join(l.err, l.close()); err != nil {
			return err
		}
		for _, m := range matches {
			for _, e := range []end{l.ends[m.i], l.ends[m.j]} {
				for _, n := range []int32{stars.at(e.star).centre, e.face} {
					if p.skimmed(n) {
						skimmed = append(skimmed, n)
					}
				}
			}
		}
		if len(skimmed) == 0 {
			for _, m := range matches {
				next[l.ends[m.i].star] = l.ends[m.j].star
			}
			return nil
		}
		if err := p.readClosely(skimmed); err != nil {
			return err
		}
	}
}

// loose says where the article of a star goes on or comes from, by the marks
// of pages that hold the star's beginning, or its end, and most of it. A page
// that ends where the centre begins has what comes before it. A star is seen by its face,
// where that is not the centre.
func (p *prover) loose(s star, face int32) (Part, error) {
	var out Part
	s, err := p.seen(s, face)
	if err != nil {
		return out, err
	}
	first, last, err := p.extent(s)
	if err != nil {
		return out, err
	}
	after, before := 0, 0
	precedes, follows := false, false
	for _, n := range s.nodes {
		part := p.seriesOf(n).Part
		v, ok := p.verdict(s.centre, n)
		if ok && v.same && v.tail {
			begins := bits.TrailingZeros64(v.binsA)-first <= edgeSlack
			precedes, follows = precedes || begins, follows || !begins
		}
		if p.twofold[n] || n != s.centre && (!ok || v.inA < spanned) {
			continue
		}
		if n != s.centre {
			part.After = part.After && bits.TrailingZeros64(v.binsA)-first <= edgeSlack
			part.Before = part.Before && last-(bits.Len64(v.binsA)-1) <= edgeSlack
		}
		out.Row = max(out.Row, part.Row)
		if part.After || part.Before {
			after, before = after+b2i(part.After), before+b2i(part.Before)
			out = out.join(part)
		}
	}
	out.After, out.Before = !precedes && after > 0 && after*2 > before, !follows && before > 0 && before*2 > after
	return out, nil
}

// extent returns the first and the last stretch of a star's centre that have
// any text that counts. It looks at the page only where a mark asks for it.
func (p *prover) extent(s star) (first, last int, err error) {
	if !slices.ContainsFunc(s.nodes, func(n int32) bool { return n != s.centre && p.seriesOf(n).Part != Part{} }) {
		return 0, 63, nil
	}
	pg, err := p.page(s.centre)
	if err != nil {
		return 0, 0, err
	}
	all := make([]bool, len(pg.units))
	for i := range all {
		all[i] = true
	}
	_, mask := covered(pg, all)
	return bits.TrailingZeros64(mask), bits.Len64(mask) - 1, nil
}

// bag lists those of the own words of a page that count.
func (p *page) bag(own []ownWord) []uint64 {
	out := make([]uint64, 0, len(own))
	for _, o := range own {
		switch {
		case !p.weight[o.at] && !p.thin:
		case o.pair:
			out = append(out, shingle(p.units[o.at:o.at+2]))
		default:
			out = append(out, p.units[o.at].hash)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// An ownWord is the place of a unit, or of the first of a pair of them.
type ownWord struct {
	at   int32
	pair bool
}

// own lists the words of a page's prose, in scripts without spaces the pairs of
// characters, less the passages that it has in common with others: teasers,
// quotations and phrases of spam are no words of its own. Pairs of hiragana are
// endings and particles.
func (p *page) own(common recurring) []ownWord {
	quoted := make([]bool, len(p.units)+1)
	for _, s := range p.shingles {
		if common.has(s.hash) {
			for k := range width(p.units, int(s.at)) {
				quoted[int(s.at)+k] = true
			}
		}
	}
	var out []ownWord
	for i, u := range p.units {
		switch {
		case !p.weight[i] && !p.thin && !p.lines[p.lineOf[i]].prose || quoted[i]:
		case !u.lone():
			out = append(out, ownWord{int32(i), false})
		case i+1 < len(p.units) && p.units[i+1].lone() && !quoted[i+1] && !(p.hiragana(u) && p.hiragana(p.units[i+1])):
			out = append(out, ownWord{int32(i), true})
		}
	}
	return out
}

// hiragana reports whether a character is of the script of particles.
func (p *page) hiragana(u unit) bool {
	r, _ := utf8.DecodeRuneInString(p.text[u.start:u.end()])
	return unicode.Is(unicode.Hiragana, r)
}
