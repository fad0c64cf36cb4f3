package cluster

import (
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/zeebo/xxh3"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Series says which page of which run of pages a document is, where its
// address and its page marks say so.
type Series struct {
	Key    uint64 // of the address without its page number; 0 when there is none
	Page   int32  // 0 when unknown
	Marked bool   // the page bears a page mark
	Opens  bool   // it begins in the middle of a sentence
	Breaks bool   // it ends in the middle of a sentence
	Label  bool   // the first of Heads stands in the title behind a label
	Part   Part
	Title  uint64   // of the text; 0 when it has none that is telling
	Path   uint64   // of what the path at its head ends in, where the text has no title; 0 when there is none
	Stamp  uint64   // of the site and the date in the frame; 0 when there is none
	Keyed  []uint64 // stems that the frame of a page with a mark names
	Heads  []uint64 // what may be a title in the frame of a page that may be a later one
}

// says is how much the page marks of a document tell of its place: nothing where it has
// none, little where they are of another matter, as the pages of a thread.
func (s Series) says() int { return b2i(s.Marked) + b2i(s.Part != Part{}) }

// pageNumber is where addresses put the number of a page.
var pageNumber = regexp.MustCompile(`(?i)([?&/_.-](?:page|pagenum|pg|p|seite|pagina|pag)[=/_-]?|_|/)(\d{1,2})(/?|\.[a-z]{3,5})$`)

// series reads the series of a document.
func (c Config) series(d *corpus.Document, b Body) Series {
	s := Series{Marked: b.Pages, Part: b.Part, Stamp: c.stamp(d), Heads: c.heads(d, b)}
	title := titleOf(d, b.Text)
	s.Title = c.line(title)
	c.readPath(&s, d.Draft.Text, title)
	if at := slices.Index(s.Heads, c.line(behindLabel(title))); at >= 0 {
		s.Heads[0], s.Heads[at], s.Label = s.Heads[at], s.Heads[0], true
	}
	if b.Pages {
		s.Keyed = fillings(d)
	}
	if d.URL == "" {
		return s
	}
	u, err := url.Parse(d.URL)
	if err != nil || u.Host == "" {
		return s
	}
	s.Page, s.Opens, s.Breaks = 1, opens(b.Text), !endsSentence(strings.TrimSpace(b.Text))
	address := u.Host + u.EscapedPath()
	if u.RawQuery != "" {
		address += "?" + u.RawQuery
	}
	if m := pageNumber.FindStringSubmatchIndex(address); m != nil {
		n, _ := strconv.Atoi(address[m[4]:m[5]])
		s.Page = int32(n)
		address = address[:m[2]] + address[m[6]:m[7]]
	}
	s.Key = xxh3.HashStringSeed(strings.TrimSuffix(address, "/"), c.Key)
	return s
}

// opens reports whether a text begins in the middle of a sentence.
func opens(text string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, " \n\t\"'(«“„"))
	return unicode.IsLower(r)
}

// series puts stars together that hold page n and page n+1 of one address
// and share nothing: where each page is in one star only and the later bears
// a page mark. The star with the first page gives the centre.
func (p *prover) series(stars *starList) error {
	at, pages := p.pagesOf(stars)
	next := map[int]int{} // star to the star that continues it
	for _, k := range pages {
		a, b := at[k], at[[2]uint64{k[0], k[1] + 1}]
		if len(a) == 1 && len(b) == 1 && a[0] != b[0] && p.continues(stars.at(a[0]), stars.at(b[0]), k) {
			next[a[0]] = b[0]
		}
	}
	if err := p.fellows(stars, next); err != nil {
		return err
	}
	p.chain(stars, next)
	return nil
}

// chain puts every star together with those that continue it. A star that
// two continue, or that continues itself, is left as it is.
func (p *prover) chain(stars *starList, next map[int]int) {
	before := map[int]int{} // how many a star continues
	for _, b := range next {
		before[b]++
	}
	in := map[int]bool{} // another
	for _, i := range slices.Sorted(maps.Keys(next)) {
		if before[i] == 1 {
			continue
		}
		centre := stars.at(i).centre
		for b, ok := next[i]; ok && before[b] == 1; b, ok = next[b] {
			p.beyond[centre] = append(p.beyond[centre], stars.at(b).nodes...)
			in[b] = true
		}
		stars.grow(i, p.beyond[centre])
	}
	stars.keep(func(i int) bool { return !in[i] })
}

// pagesOf maps the key and number of each page to the stars that have it,
// and lists them sorted. Keys under which no page bears a mark are left out.
func (p *prover) pagesOf(stars *starList) (at map[[2]uint64][]int, pages [][2]uint64) {
	marked := map[uint64]bool{}
	for n := range int32(len(p.nodes)) {
		if s := p.seriesOf(n); s.Marked {
			marked[s.Key] = true
		}
	}
	at = map[[2]uint64][]int{}
	for i, s := range stars.all() {
		for _, n := range s.nodes {
			sr := p.seriesOf(n)
			if sr.Key == 0 || !marked[sr.Key] {
				continue
			}
			k := [2]uint64{sr.Key, uint64(sr.Page)}
			if len(at[k]) == 0 {
				pages = append(pages, k)
			}
			if !slices.Contains(at[k], i) {
				at[k] = append(at[k], i)
			}
		}
	}
	slices.SortFunc(pages, compareHash)
	return at, pages
}

// continues reports whether b goes on from page k of a: its page bears a
// mark, the texts do not both end and begin with whole sentences unless both
// are marked, and they are not two articles in one frame.
func (p *prover) continues(a, b star, k [2]uint64) bool {
	ok := false
	for _, m := range a.nodes {
		for _, n := range b.nodes {
			x, y := p.seriesOf(m), p.seriesOf(n)
			if x.Key != k[0] || y.Key != k[0] || uint64(x.Page) != k[1] || uint64(y.Page) != k[1]+1 {
				continue
			}
			if v, known := p.verdict(m, n); known && (v.cause == OtherFact || v.cause == Replaced) {
				return false
			}
			ok = ok || y.Marked && (x.Marked || x.Breaks || y.Opens)
		}
	}
	return ok
}
