package cluster

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/token"
)

// Pages that bear no mark may have the title at their heads, each of them. So have two
// articles of one title, of a column or of two papers. But two pages of one site and one
// date that have one title, and nothing else in common, are of one article. Which of
// them comes first the title tells: an article takes it up where it begins.

// When two pages are twins, and one of them the first.
const (
	twinKin    = 1.  // log odds: of the halves of articles 98 in 100 have more, of others one
	leadWords  = 80  // words of four letters or more behind the title
	leadShare  = 2.  // what the share of the title's words that stand among them weighs in log odds
	leadTimes  = .25 // and each time one does
	leastFirst = 1.5 // log odds that one page comes first: of the halves of real posts nine in ten that have more do
	leadWord   = 4   // letters
)

// A headed star bears a title and a stamp.
type headed struct {
	title, stamp uint64
	star         int32
}

func compareHeaded(a, b headed) int {
	return cmp.Or(cmp.Compare(a.title, b.title), cmp.Compare(a.stamp, b.stamp), cmp.Compare(a.star, b.star))
}

// twins finds the stars without marks that go on from each other by title and stamp, and
// notes them in next.
func (p *prover) twins(stars *starList, next map[int]int) error {
	for _, x := range p.twinned(stars) {
		i, j := int(x[0].star), int(x[1].star)
		odds, err := p.precedes(stars.at(i).centre, stars.at(j).centre, x[0].title)
		switch {
		case err != nil:
			return err
		case odds >= leastFirst:
			next[i] = j
		case odds <= -leastFirst:
			next[j] = i
		}
	}
	return nil
}

// twinned lists the pairs of stars without marks that have one title and one stamp,
// which no third star has.
func (p *prover) twinned(stars *starList) (out [][2]headed) {
	var list []headed
	for i, s := range stars.all() {
		if p.bearsMark(s) || !p.card(s.centre).comparable() || p.twofold[s.centre] {
			continue
		}
		for _, n := range s.nodes {
			if x := p.seriesOf(n); x.Title != 0 && x.Stamp != 0 {
				list = append(list, headed{x.Title, x.Stamp, int32(i)})
			}
		}
	}
	slices.SortFunc(list, compareHeaded)
	list = slices.Compact(list)
	bearers := map[uint64]int{}
	for from := 0; from < len(list); {
		to := from + 1
		for to < len(list) && list[to].title == list[from].title && list[to].stamp == list[from].stamp {
			to++
		}
		if to == from+2 {
			out = append(out, [2]headed{list[from], list[from+1]})
			bearers[list[from].title], bearers[list[from].stamp] = 0, 0
		}
		from = to
	}
	p.countBearers(stars, bearers)
	return slices.DeleteFunc(out, func(x [2]headed) bool { return bearers[x[0].title] != 2 || bearers[x[0].stamp] != 2 })
}

// precedes is the log odds that the first of two pages with one title goes before the
// second, 0 where they are not of one article.
func (p *prover) precedes(a, b int32, title uint64) (float64, error) {
	if err := p.verify([][2]int32{{a, b}}); err != nil {
		return 0, err
	}
	v, _ := p.verdict(a, b)
	lang, err := p.tongue(a, Part{Before: true})
	if err != nil || v.same || v.cause != TooLittle || !identified(lang) {
		return 0, err
	}
	x, err := p.page(a)
	if err != nil {
		return 0, err
	}
	y, err := p.page(b)
	if err != nil {
		return 0, err
	}
	common := shinglesInBoth(x, y)
	if x.kin(lang, x.own(common)).to(y.kin(lang, y.own(common))).logOdds() < twinKin {
		return 0, nil
	}
	return p.cfg.takesUp(x.text, title) - p.cfg.takesUp(y.text, title), nil
}

// shinglesInBoth lists the shingles that two pages have.
func shinglesInBoth(a, b *page) (out recurring) {
	for i, s := range a.shingles {
		if i > 0 && a.shingles[i-1].hash == s.hash {
			continue
		}
		if _, ok := slices.BinarySearchFunc(b.shingles, s.hash, func(s place, hash uint64) int { return cmp.Compare(s.hash, hash) }); ok {
			out = append(out, s.hash)
		}
	}
	return out
}

// takesUp weighs how much of its title a text speaks of right behind it.
func (c Config) takesUp(text string, title uint64) float64 {
	line, rest := "", text
	for rest != "" && c.line(line) != title {
		line, rest, _ = strings.Cut(rest, "\n")
	}
	return takenUp(line, rest)
}

// takenUp weighs how much of a title the text behind it speaks of.
func takenUp(title, text string) float64 {
	of, said, times := leadStems(title), map[string]bool{}, 0
	for _, s := range leadStems(text) {
		if slices.Contains(of, s) {
			said[s] = true
			times++
		}
	}
	slices.Sort(of)
	return leadShare*share(len(said), len(slices.Compact(of))) + leadTimes*float64(times)
}

// leadStems lists the stems of the first words of a text, and the first pairs of
// characters of a script without spaces.
func leadStems(text string) (out []string) {
	var before token.Span
	for _, w := range token.Words(nil, text) {
		s := text[w.Start:w.End]
		r, _ := utf8.DecodeRuneInString(s)
		if len(out) == leadWords {
			break
		}
		switch {
		case token.Spaceless(r) && before.End == w.Start && w.Start > 0:
			out = append(out, text[before.Start:w.End])
		case utf8.RuneCountInString(s) >= leadWord:
			out = append(out, stemOf(s))
		}
		before = token.Span{}
		if token.Spaceless(r) {
			before = w
		}
	}
	return out
}
