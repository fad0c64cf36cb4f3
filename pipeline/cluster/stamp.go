package cluster

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/zeebo/xxh3"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// The pages of an article come from one site and bear the date of the article, and
// what else is counted of it, in one line: "Posted on 11.12.2010 - 8845 views". Of two
// articles of a site few were written on one day.

// What a stamp is.
const (
	stampLines = 12   // of the head of a page, that are not empty, in which it stands
	firstYear  = 1970 // of a date
	lastYear   = 2069
	lastDay    = 31
)

// stamp is the hash of the first line at the head of a document that bears a date, with
// the first line of all, which names the site; 0 where there is none.
func (c Config) stamp(d *corpus.Document) uint64 {
	first, n := "", 0
	for line := range strings.SplitSeq(d.Draft.Text, "\n") {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if n++; n > stampLines || len(line) > mostTitle {
			break
		}
		if first == "" {
			first = line
		}
		if dated(line) {
			return c.words(line, c.words(first, c.Key))
		}
	}
	return 0
}

// words hashes the words of a line.
func (c Config) words(line string, h uint64) uint64 {
	for _, w := range token.Words(nil, line) {
		h = xxh3.HashStringSeed(token.Bare(token.Key(line[w.Start:w.End])), h)
	}
	return h
}

// dated reports whether a line has a year and a day in it.
func dated(line string) bool {
	year, day := false, false
	for _, s := range strings.FieldsFunc(line, func(r rune) bool { return !unicode.IsDigit(r) }) {
		n := 0
		for _, r := range s {
			n = min(n*10+int(digit(r)), math.MaxInt16)
		}
		year, day = year || n >= firstYear && n <= lastYear, day || n >= 1 && n <= lastDay
	}
	return year && day
}

// countStamps counts the stars that bear each stamp of a page with a mark.
func (p *prover) countStamps(stars *starList) {
	p.stamps = map[uint64]int{}
	for _, s := range stars.all() {
		for _, n := range s.nodes {
			if x := p.seriesOf(n); x.Marked && x.Stamp != 0 {
				p.stamps[x.Stamp] = 0
			}
		}
	}
	p.countBearers(stars, p.stamps)
}

// countBearers counts the stars that bear each of some titles and stamps.
func (p *prover) countBearers(stars *starList, of map[uint64]int) {
	if len(of) == 0 {
		return
	}
	for _, s := range stars.all() {
		var own []uint64
		for _, n := range s.nodes {
			x := p.seriesOf(n)
			for _, h := range []uint64{x.Title, x.Stamp} {
				if _, ok := of[h]; ok && !slices.Contains(own, h) {
					own = append(own, h)
					of[h]++
				}
			}
		}
	}
}

// stampsOf lists the stamps that the pages of a star bear, each once.
func (p *prover) stampsOf(s star) []uint64 {
	var out []uint64
	for _, n := range s.nodes {
		if h := p.seriesOf(n).Stamp; h != 0 {
			out = append(out, h)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
