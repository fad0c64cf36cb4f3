package cluster

import (
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
}

// pageNumber is where addresses put the number of a page.
var pageNumber = regexp.MustCompile(`(?i)([?&/_.-](?:page|pagenum|pg|p|seite|pagina|pag)[=/_-]?|_|/)(\d{1,2})(/?|\.[a-z]{3,5})$`)

// series reads the series of a document.
func (c Config) series(d *corpus.Document, b Body) Series {
	if d.URL == "" {
		return Series{Marked: b.Pages}
	}
	u, err := url.Parse(d.URL)
	if err != nil || u.Host == "" {
		return Series{Marked: b.Pages}
	}
	s := Series{Marked: b.Pages, Page: 1, Opens: opens(b.Text), Breaks: !endsSentence(strings.TrimSpace(b.Text))}
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
func (p *prover) series(stars []star) []star {
	at, pages := p.pagesOf(stars)
	into := make([]int, len(stars))
	for i := range into {
		into[i] = i
	}
	for _, k := range pages {
		a, b := at[k], at[[2]uint64{k[0], k[1] + 1}]
		if len(a) != 1 || len(b) != 1 || into[a[0]] == into[b[0]] || into[b[0]] != b[0] {
			continue
		}
		if p.continues(stars[a[0]], stars[b[0]], k) {
			into[b[0]] = into[a[0]]
		}
	}
	for i := range stars {
		if t := into[i]; t != i {
			stars[t].nodes = append(stars[t].nodes, stars[i].nodes...)
			slices.Sort(stars[t].nodes)
			stars[i].nodes = nil
		}
	}
	return slices.DeleteFunc(stars, func(s star) bool { return len(s.nodes) == 0 })
}

// pagesOf maps the key and number of each page to the stars that have it,
// and lists them sorted.
func (p *prover) pagesOf(stars []star) (at map[[2]uint64][]int, pages [][2]uint64) {
	at = map[[2]uint64][]int{}
	for i, s := range stars {
		for _, n := range s.nodes {
			sr := p.nodes[n].Series
			if sr.Key == 0 {
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
			x, y := p.nodes[m].Series, p.nodes[n].Series
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
