package cluster

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/zeebo/xxh3"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// The frame of a page may speak of its article: tags, adverts and links are made of
// the article's words, each put into one mould ("Books on Gulls", "Books on
// Harbours"). Of a page of several the words stand on it or on another page. Those
// that it has prove that the frame is of this article, and those that it has not
// tell the page that has them from any other.

// When a frame is keyed.
const (
	mouldWords = 16 // of a line that may be a mould, at most
	leastKeyed = 2  // words that one page's frame names and the other has
	keyedMiss  = 1. // what a word that the other lacks weighs in log odds
	mostKeyed  = 8. // what the words can weigh
)

// keyedHit is what a word that the other page has weighs, by its rarity: somewhat more
// than half of the logarithm of how seldom the page of another article has one (21,
// 13, 6, 3 and .7 of a hundred), since words of one matter come together.
var keyedHit = [...]float64{0, .8, 1.4, 2, 2}

// fillings lists the stems that moulds in a page's frame are filled with and that stand
// nowhere else on it: moulds that have some word of the page.
func fillings(d *corpus.Document) []uint64 {
	own := map[string]bool{}
	moulds := map[uint64][]string{}
	eachLine(d, func(line string, framed bool) {
		if !framed {
			for _, w := range token.Words(nil, line) {
				own[stemOf(line[w.Start:w.End])] = true
			}
			return
		}
		line = unaddressed(line)
		words := token.Words(nil, line)
		if len(words) < 2 || len(words) > mouldWords {
			return
		}
		for i, w := range words {
			if s := stemOf(line[w.Start:w.End]); utf8.RuneCountInString(s) >= leastStem && isCapital(line[w.Start:]) {
				m := mould(line, words, i)
				moulds[m] = append(moulds[m], s)
			}
		}
	})
	var out []uint64
	for _, fill := range moulds {
		if slices.Sort(fill); fill[0] == fill[len(fill)-1] || !slices.ContainsFunc(fill, func(s string) bool { return own[s] }) {
			continue
		}
		for _, s := range fill {
			if !own[s] {
				out = append(out, xxh3.HashString(s))
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// mould hashes the words of a line but one.
func mould(line string, words []token.Span, but int) uint64 {
	h := uint64(but)
	for i, w := range words {
		if i != but {
			h = xxh3.HashStringSeed(token.Key(line[w.Start:w.End]), h)
		}
	}
	return h
}

// unaddressed is a line up to the first address in it.
func unaddressed(line string) string {
	at := 0
	for field := range strings.FieldsSeq(line) {
		i := at + strings.Index(line[at:], field)
		dot := strings.IndexByte(strings.TrimRightFunc(field, unicode.IsPunct), '.')
		if dot > 0 {
			return line[:i]
		}
		at = i + len(field)
	}
	return line
}

// eachLine calls do for the lines of a document and says whether they are its frame:
// most of a line is proposed to be, or it stands beyond a page mark.
func eachLine(d *corpus.Document, do func(line string, framed bool)) {
	text := d.Draft.Text
	foreign := make([]bool, len(text))
	for _, p := range d.Proposals {
		if inside(p, d) && (p.Kind == corpus.KindFurniture || p.Kind == corpus.KindSpam) {
			for i := p.Start; i < p.End; i++ {
				foreign[i] = true
			}
		}
	}
	_, from, to := PartOf(d)
	at := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		n := 0
		for i := range line {
			n += b2i(foreign[at+i])
		}
		do(line, 2*n > len(line) || at+len(line) <= from || at >= to)
		at += len(line)
	}
}

// keyed weighs, in log odds, that the frame of end i names words of end j, and of no
// other end half as many.
func (l *likeness) keyed(i, j int) float64 {
	if len(l.ends[i].keyed) == 0 {
		return 0
	}
	mine := l.kin(l.left, i)
	hits, odds := l.foretold(i, mine, l.kin(l.right, j))
	if hits < leastKeyed {
		return 0
	}
	for k := range l.ends {
		if k == i || k == j {
			continue
		}
		if other, _ := l.foretold(i, mine, l.kin(l.right, k)); 2*other > hits {
			return 0
		}
	}
	return max(0, odds)
}

// foretold counts the words that the frame of end i names and that another end has and
// end i has not, given what both are about, and weighs them and those that neither has.
func (l *likeness) foretold(i int, mine, theirs kin) (hits int, odds float64) {
	for _, k := range l.ends[i].keyed {
		t, ok := theirs.theme(k)
		switch _, own := mine.theme(k); {
		case own:
		case ok:
			hits++
			odds += keyedHit[t.rare]
		default:
			odds -= keyedMiss
		}
	}
	return hits, odds
}

// theme is the theme of a stem.
func (k kin) theme(stem uint64) (theme, bool) {
	n := k.stems.len()
	i := sort.Search(n, func(i int) bool { return k.stems.hash(i) >= stem })
	if i == n || k.stems.hash(i) != stem {
		return theme{}, false
	}
	return k.stems.at(i), true
}

// kinOdds is the log odds that two ends are of one article. Of one pair it is asked
// several times in a row.
func (l *likeness) kinOdds(i, j int) float64 {
	if l.last.i != i || l.last.j != j {
		l.last.i, l.last.j = i, j
		l.last.odds = l.kin(l.left, i).to(l.kin(l.right, j)).logOdds() + min(mostKeyed, l.keyed(i, j)+l.keyed(j, i))
	}
	return l.last.odds
}
