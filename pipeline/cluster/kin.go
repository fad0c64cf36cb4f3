package cluster

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/zeebo/xxh3"

	"github.com/urtext/urtext/pipeline/token"
)

// An article returns to its topics: a rare word that stands on page 1 more
// than once is likely to stand on page 2 (Church and Gale 1995; Katz 1996),
// which in another article it hardly would. How rare a word is the table of
// stems knows, so two pages can be told to be kin where the run holds nothing
// else to compare them with.

// kin is what a page is about: its stems, how often each stands there, and
// how rare it is.
type kin struct {
	stems themes
	norm  float64
	words int  // that count
	short bool // most stems are syllables of Korean, which many words share
}

type theme struct {
	hash  uint64
	times int
	rare  uint8
	sure  bool // it stands outside what may be foreign
}

// themes are the stems of a page by their hashes, two words each, so that they are
// compared as they lie on a pile.
type themes []uint64

func (t themes) len() int { return len(t) / 2 }

func (t themes) hash(i int) uint64 { return t[2*i] }

func (t themes) at(i int) theme {
	x := t[2*i+1]
	return theme{hash: t[2*i], times: int(x >> 16), rare: uint8(x >> 8), sure: x&1 > 0}
}

func (t themes) add(x theme) themes {
	return append(t, x.hash, uint64(x.times)<<16|uint64(x.rare)<<8|uint64(b2i(x.sure)))
}

// kin reads the stems of a page in a language, by its own words.
func (p *page) kin(language string, own []ownWord) kin {
	table := stemsOf()[language]
	k, short, function := kin{}, 0, token.Of(language)
	stems := make([]theme, 0, len(own))
	for _, o := range own {
		i := int(o.at)
		t := theme{times: 1, rare: rarest, sure: p.weight[i] || p.thin}
		if o.pair {
			t.hash, t.rare = shingle(p.units[i:i+2]), p.pairRarity(i, function)
		} else {
			stem := stemOf(p.text[p.units[i].start:p.units[i].end()])
			t.hash, t.rare = xxh3.HashString(stem), rarity(table, stem)
			short += b2i(syllabic(stem))
			if t.rare == rarest && p.namedBy(language, p.units[i]) {
				t.rare = rarityName
			}
		}
		k.words++
		stems = append(stems, t)
	}
	slices.SortFunc(stems, func(a, b theme) int { return cmp.Compare(a.hash, b.hash) })
	k.short = short*2 > k.words
	n := 0
	for i, t := range stems {
		if i > 0 && t.hash == stems[n-1].hash {
			stems[n-1].times++
			stems[n-1].rare = max(stems[n-1].rare, t.rare)
			stems[n-1].sure = stems[n-1].sure || t.sure
			continue
		}
		stems[n] = t
		n++
	}
	k.stems = make(themes, 0, 2*n)
	for _, t := range stems[:n] {
		k.norm += t.mass() * t.mass()
		k.stems = k.stems.add(t)
	}
	k.norm = math.Sqrt(k.norm)
	return k
}

// pairRarity says how rare a pair of characters is: one with a particle, an
// ending or a function word in it is common.
func (p *page) pairRarity(i int, function *token.Set) uint8 {
	for _, u := range p.units[i : i+2] {
		if p.hiragana(u) || function.Has(p.text[u.start:u.end()]) {
			return commonPair
		}
	}
	return rarest
}

const commonPair = 1

// rarityName is the rarity of a rare stem that is a name.
const rarityName = rarest + 1

// namedBy reports whether a word is a name: it has a capital in the midst of a
// sentence. In German every noun has.
func (p *page) namedBy(language string, u unit) bool {
	if language == "de" || !isCapital(p.text[u.start:]) {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(p.text[:u.start], " \u00a0"))
	return unicode.IsLetter(r) || r == ','
}

// mass is the weight of a stem on its page.
func (t theme) mass() float64 { return (1 + math.Log(float64(t.times))) * float64(t.rare) }

// A kinship is how much two pages have in common: the cosine of their rare
// stems, the share of the stems that one has more than once which the other
// has too, the geometric mean of the words of both, and how many names and how
// many of the rarest stems both have.
type kinship struct{ like, returns, words, names, rarest float64 }

// to measures what two pages have in common: their stems come in the order of
// their hashes, so one pass finds those of both.
func (a kin) to(b kin) kinship {
	dot, returned, topics := 0.0, 0.0, 0.0
	names, rare := 0, 0
	i, j := 0, 0
	for i < a.stems.len() || j < b.stems.len() {
		var x, y theme
		switch {
		case j == b.stems.len() || i < a.stems.len() && a.stems.hash(i) < b.stems.hash(j):
			x, i = a.stems.at(i), i+1
		case i == a.stems.len() || b.stems.hash(j) < a.stems.hash(i):
			y, j = b.stems.at(j), j+1
		default:
			if x, y, i, j = a.stems.at(i), b.stems.at(j), i+1, j+1; !x.sure && !y.sure {
				continue // both may be of one campaign
			}
			dot += x.mass() * y.mass()
			names += b2i(min(x.rare, y.rare) == rarityName)
			rare += b2i(min(x.rare, y.rare) >= rarest)
			returned += float64(b2i(x.times > 1)+b2i(y.times > 1)) * float64(x.rare)
		}
		topics += float64(b2i(x.times > 1)*int(x.rare) + b2i(y.times > 1)*int(y.rare))
	}
	return kinship{
		like:    dot / max(a.norm*b.norm, 1e-9),
		returns: (returned + priorReturns) / (topics + priorTopics),
		words:   math.Sqrt(float64(a.words * b.words)),
		names:   float64(names),
		rarest:  float64(rare),
	}
}

// What is assumed of topics before any is seen.
const (
	priorReturns = .3
	priorTopics  = 6
)

// kinWeighting is the constant and the weight of each feature of a kinship.
type kinWeighting [kinFeatures + 1]float64

const kinFeatures = 5

// kinWeights are a logistic regression on the halves of the articles of
// package fixtures, those of one article against those of two of one language;
// TestKinWeights fits them anew, and other tests measure them on languages,
// posts and pages that they were not fitted on.
var kinWeights = kinWeighting{29.59, 3.06, 3.679, -3.278, 2.412, 2.61}

// features are the kinship as the regression sees it.
func (k kinship) features() [kinFeatures]float64 {
	return [kinFeatures]float64{math.Log(k.like + .01), math.Log(k.returns + .01), math.Log(max(k.words, 1)), math.Log(k.names + .5), math.Log(k.rarest + 1)}
}

// logOdds is the logarithm of the odds that two pages are of one article and
// not of two.
func (k kinship) logOdds() float64 { return k.by(kinWeights) }

func (k kinship) by(w kinWeighting) float64 {
	sum := w[0]
	for i, x := range k.features() {
		sum += w[i+1] * x
	}
	return sum
}
