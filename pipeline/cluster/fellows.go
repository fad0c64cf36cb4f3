package cluster

import (
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

// An end is a star as a bag of words.
type end struct {
	star  int
	part  Part
	bare  bool     // it bears no mark: only the title on the later page names it
	bag   []uint64 // sorted, distinct
	norm  float64
	words bool // the bag is of words, not of pairs of characters
	kin   kin
}

// fellows finds the stars that continue each other by their marks, title and
// matter, and notes them in next.
func (p *prover) fellows(stars []star, next map[int]int) error {
	taken := map[int]bool{}
	for a, b := range next {
		taken[a], taken[b] = true, true
	}
	byLanguage := map[string][]end{}
	var languages []string
	for i, s := range stars {
		e := end{star: i}
		if p.shelf.languageOf(p.nodes[s.centre].card) == "und" {
			continue // it is no end, and no other is in its language
		}
		if !taken[i] {
			var err error
			if e.part, err = p.loose(s); err != nil {
				return err
			}
		}
		lang, err := p.tongue(s.centre, e.part)
		if err != nil {
			return err
		}
		if _, ok := byLanguage[lang]; !ok {
			languages = append(languages, lang)
		}
		byLanguage[lang] = append(byLanguage[lang], e)
	}
	for _, lang := range languages {
		ends, err := p.bags(stars, byLanguage[lang], lang)
		if err != nil {
			return err
		}
		for _, m := range p.matches(stars, ends, len(byLanguage[lang])) {
			next[ends[m.i].star] = ends[m.j].star
		}
	}
	return nil
}

// loose says where the article of a star goes on or comes from, by the marks
// of pages that hold the star's beginning, or its end, and most of it.
func (p *prover) loose(s star) (Part, error) {
	var out Part
	first, last, err := p.extent(s)
	if err != nil {
		return out, err
	}
	after, before := 0, 0
	for _, n := range s.nodes {
		part := p.nodes[n].series().Part
		v, ok := p.verdict(s.centre, n)
		if p.twofold[n] || n != s.centre && (!ok || v.inA < spanned) {
			continue
		}
		if n != s.centre {
			part.After = part.After && bits.TrailingZeros64(v.binsA)-first <= edgeSlack
			part.Before = part.Before && last-(bits.Len64(v.binsA)-1) <= edgeSlack
		}
		if part.After || part.Before {
			after, before = after+b2i(part.After), before+b2i(part.Before)
			out = out.join(part)
		}
	}
	out.After, out.Before = after > 0 && after*2 > before, before > 0 && before*2 > after
	return out, nil
}

// extent returns the first and the last stretch of a star's centre that have
// any text that counts. It looks at the page only where a mark asks for it.
func (p *prover) extent(s star) (first, last int, err error) {
	if !slices.ContainsFunc(s.nodes, func(n int32) bool { return n != s.centre && p.nodes[n].series().Part != Part{} }) {
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
	mask := bins(pg, all)
	return bits.TrailingZeros64(mask), bits.Len64(mask) - 1, nil
}

// bags reads the words of the ends that are loose, and of so many others of
// their language. It returns nothing when no pair can come of it.
func (p *prover) bags(stars []star, all []end, lang string) ([]end, error) {
	if !slices.ContainsFunc(all, func(e end) bool { return e.part.After || e.part.Before }) {
		return nil, nil
	}
	var out []end
	var pages []*page
	named, titles := p.named(stars, all), p.titles(stars, all)
	others := 0
	for _, e := range all {
		if !e.part.After && !e.part.Before {
			c := stars[e.star].centre
			if s := stars[e.star]; e.part == (Part{}) {
				e.part.Before = p.bears(s, named)
				e.part.After = !e.part.Before && !p.bears(s, titles) && p.names(s, titles)
			}
			e.bare = e.part != Part{}
			if others == backdrop && !e.bare || p.twofold[c] || !p.nodes[c].comparable() {
				continue
			}
			others++
		}
		pg, err := p.page(stars[e.star].centre)
		if err != nil {
			return nil, err
		}
		out, pages = append(out, e), append(pages, pg)
	}
	shared := common(pages)
	for i, pg := range pages {
		out[i].bag = pg.bag(shared)
		out[i].words = pg.scale == 1
		out[i].kin = pg.kin(lang, shared)
	}
	return out, nil
}

// bag lists the words of a page that count, in scripts without spaces the
// pairs of characters.
func (p *page) bag(common map[uint64]bool) []uint64 {
	var out []uint64
	p.eachOwn(common, func(i int, pair bool) {
		switch {
		case !p.weight[i]:
		case pair:
			out = append(out, shingle(p.units[i:i+2]))
		default:
			out = append(out, p.units[i].hash)
		}
	})
	slices.Sort(out)
	return slices.Compact(out)
}

// eachOwn calls do for the words of a page's prose, in scripts without spaces
// for the first of each pair of characters, less the passages that it has in
// common with others: teasers, quotations and phrases of spam are no words of
// its own. Pairs of hiragana are endings and particles.
func (p *page) eachOwn(common map[uint64]bool, do func(i int, pair bool)) {
	quoted := make([]bool, len(p.units)+1)
	for _, s := range p.shingles {
		if common[s.hash] {
			for k := range width(p.units, int(s.at)) {
				quoted[int(s.at)+k] = true
			}
		}
	}
	for i, u := range p.units {
		switch {
		case !p.weight[i] && !p.lines[p.lineOf[i]].prose || quoted[i]:
		case !u.lone:
			do(i, false)
		case i+1 < len(p.units) && p.units[i+1].lone && !quoted[i+1] && !(p.hiragana(u) && p.hiragana(p.units[i+1])):
			do(i, true)
		}
	}
}

// hiragana reports whether a character is of the script of particles.
func (p *page) hiragana(u unit) bool {
	r, _ := utf8.DecodeRuneInString(p.text[u.start:u.end])
	return unicode.Is(unicode.Hiragana, r)
}

// common finds the shingles that more than one of the pages has.
func common(pages []*page) map[uint64]bool {
	in := map[uint64]bool{} // true from the second page on
	for _, pg := range pages {
		for i, s := range pg.shingles {
			if i == 0 || pg.shingles[i-1].hash != s.hash {
				_, seen := in[s.hash]
				in[s.hash] = seen
			}
		}
	}
	return in
}

// matches pairs the ends that are continued with those that go on, among so
// many stars of the language.
func (p *prover) matches(stars []star, ends []end, among int) []match {
	if len(ends) == 0 {
		return nil
	}
	l := newLikeness(ends)
	var out []match
	paired := make([]bool, len(ends))
	for i := range ends {
		if !ends[i].part.Before {
			continue
		}
		j, ok := l.fellow(i, func(j int) bool { return p.fits(stars, ends[i], ends[j]) })
		if !ok {
			continue
		}
		if k, ok := l.fellow(j, func(k int) bool { return p.fits(stars, ends[k], ends[j]) }); !ok || k != i {
			continue
		}
		rivals := 0
		for k := range ends {
			rivals += b2i(p.fits(stars, ends[i], ends[k])) + b2i(p.fits(stars, ends[k], ends[j]))
		}
		if l.proves(i, j, p.entitled(stars[ends[i].star], stars[ends[j].star]), rivals) || l.akin(i, j, rivals) {
			out = append(out, match{int32(i), int32(j)})
			paired[i], paired[j] = true, true
		}
	}
	return append(out, p.unmarked(l, stars, paired, among)...)
}

// unmarked pairs the ends that are left with pages that bear no mark, where
// the kinship is beyond doubt.
func (p *prover) unmarked(l *likeness, stars []star, paired []bool, among int) []match {
	var out []match
	for i, e := range l.ends {
		if paired[i] || e.bare || e.part.Before == e.part.After {
			continue
		}
		for _, a := range l.of(i) {
			f := l.ends[a.end]
			if paired[a.end] || f.part != (Part{}) || !p.strangers(stars, e, f) || !l.plainlyAkin(i, a.end, among) {
				continue
			}
			paired[i], paired[a.end] = true, true
			if e.part.Before {
				out = append(out, match{int32(i), int32(a.end)})
			} else {
				out = append(out, match{int32(a.end), int32(i)})
			}
			break
		}
	}
	return out
}

// fits reports whether b may go on from a by their marks.
func (p *prover) fits(stars []star, a, b end) bool {
	if a.star == b.star || !a.part.Before || !b.part.After || a.part.Page > 0 && b.part.Page > 0 && b.part.Page != a.part.Page+1 {
		return false
	}
	return p.strangers(stars, a, b)
}

// strangers reports whether two ends have no passage in common of which it
// is known that it tells them apart.
func (p *prover) strangers(stars []star, a, b end) bool {
	v, ok := p.verdict(stars[a.star].centre, stars[b.star].centre)
	return !ok || v.cause == TooLittle
}

// named lists the titles that later pages bear in their frames.
func (p *prover) named(stars []star, ends []end) map[uint64]bool {
	out := map[uint64]bool{}
	for _, e := range ends {
		if !e.part.After {
			continue
		}
		for _, n := range stars[e.star].nodes {
			for _, h := range p.nodes[n].series().Heads {
				out[h] = true
			}
		}
	}
	return out
}

// titles lists the titles of the pages that are continued.
func (p *prover) titles(stars []star, ends []end) map[uint64]bool {
	out := map[uint64]bool{}
	for _, e := range ends {
		if !e.part.Before {
			continue
		}
		for _, n := range stars[e.star].nodes {
			if t := p.nodes[n].series().Title; t != 0 {
				out[t] = true
			}
		}
	}
	return out
}

// names reports whether a page of a star has one of the titles in its frame.
func (p *prover) names(s star, titles map[uint64]bool) bool {
	for _, n := range s.nodes {
		if slices.ContainsFunc(p.nodes[n].series().Heads, func(h uint64) bool { return titles[h] }) {
			return true
		}
	}
	return false
}

// bears reports whether a page of a star has one of the titles.
func (p *prover) bears(s star, titles map[uint64]bool) bool {
	for _, n := range s.nodes {
		if t := p.nodes[n].series().Title; t != 0 && titles[t] {
			return true
		}
	}
	return false
}

// entitled reports whether a page of b bears the title of a page of a.
func (p *prover) entitled(a, b star) bool {
	return p.bears(a, p.named([]star{b}, []end{{part: Part{After: true}}}))
}
