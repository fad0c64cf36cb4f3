package furniture

import (
	"slices"
	"sort"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A region is a stretch of markup that says itself that it is furniture.
type region struct {
	start, end int    // bytes of the markup, then of the text
	name       string // what says so, as `<nav>` or `class "sidebar"`
}

// aside elements are furniture by their names, and by these beginnings of
// words in a class, an id or a role.
var (
	asideTags  = map[atom.Atom]bool{atom.Nav: true, atom.Footer: true, atom.Aside: true, atom.Menu: true}
	asideNames = map[string]bool{"nav": true, "navbar": true, "navigation": true, "menu": true, "footer": true, "sidebar": true,
		"breadcrumb": true, "breadcrumbs": true, "share": true, "sharing": true, "social": true, "related": true, "recommended": true,
		"cookie": true, "cookies": true, "newsletter": true, "promo": true, "advert": true, "pagination": true, "pager": true,
		"contentinfo": true, "complementary": true, "toolbar": true, "popup": true, "modal": true}
)

// openElements is how many open elements are kept: one deeper is not
// looked at, so that a page nested without end costs no more.
const openElements = 4096

// regions finds the furniture of a page by its tags. An element that is never
// closed says nothing.
func regions(markup string) []region {
	type opened struct {
		name atom.Atom
		at   int
		why  string
	}
	var stack []opened
	var out []region
	z := html.NewTokenizer(strings.NewReader(markup))
	at := 0
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		end := min(at+len(z.Raw()), len(markup))
		switch kind {
		case html.StartTagToken:
			name, attributes := z.TagName()
			tag := atom.Lookup(name)
			if breaks[tag] >= line && tag != atom.Br && tag != atom.Hr && len(stack) < openElements {
				stack = append(stack, opened{tag, end, because(z, tag, attributes)})
			}
		case html.EndTagToken:
			tag := tagName(z)
			for i := len(stack) - 1; i >= max(0, len(stack)-12); i-- {
				if stack[i].name == tag {
					if stack[i].why != "" {
						out = append(out, region{stack[i].at, at, stack[i].why})
					}
					stack = stack[:i]
					break
				}
			}
		}
		at = end
	}
	return out
}

// because says why an element is furniture, "" when it is not.
func because(z *html.Tokenizer, tag atom.Atom, attributes bool) string {
	if asideTags[tag] {
		return "<" + tag.String() + ">"
	}
	if tag == atom.Body || tag == atom.Html || tag == atom.Main || tag == atom.Article {
		return ""
	}
	for attributes {
		var key, value []byte
		key, value, attributes = z.TagAttr()
		if k := string(key); k != "class" && k != "id" && k != "role" || len(value) > 300 {
			continue
		}
		for _, word := range strings.FieldsFunc(strings.ToLower(string(value)), func(r rune) bool { return r < 'a' || r > 'z' }) {
			if asideNames[word] {
				return string(key) + " " + word
			}
		}
	}
	return ""
}

// place moves regions of the text as read into the text as it stands.
func place(regions []region, edits []corpus.Edit) []region {
	shift := make([]int, len(edits)+1)
	for i, e := range edits {
		shift[i+1] = shift[i] + len(e.Now) - (e.End - e.Start)
	}
	to := func(at int) int {
		i := sort.Search(len(edits), func(i int) bool { return edits[i].End > at })
		if i < len(edits) && edits[i].Start < at {
			at = edits[i].Start
		}
		return at + shift[i]
	}
	out := make([]region, 0, len(regions))
	for _, r := range regions {
		r.start, r.end = to(r.start), to(r.end)
		if r.start < r.end {
			out = append(out, r)
		}
	}
	slices.SortFunc(out, func(a, b region) int {
		if a.start != b.start {
			return a.start - b.start
		}
		return b.end - a.end
	})
	return out
}

// tagsOf tells for each block of a page that was HTML what tag or name calls
// it furniture. A region that holds most of the page's prose is not believed:
// such names are given to whole pages too.
func (p *page) tagsOf(doc *corpus.Document) {
	all := 0.0
	for i := range p.blocks {
		all += proseWords(&p.blocks[i])
	}
	for _, r := range outermost(place(regions(doc.Draft.Read), doc.Draft.Edits)) {
		from := sort.Search(len(p.blocks), func(i int) bool { return p.blocks[i].start >= r.start })
		to := from
		prose := 0.0
		for to < len(p.blocks) && p.blocks[to].end <= r.end {
			prose += proseWords(&p.blocks[to])
			to++
		}
		if prose > all/3 {
			continue
		}
		for i := from; i < to; i++ {
			p.blocks[i].tag = r.name
		}
	}
}

func proseWords(b *block) float64 {
	if b.prose() {
		return b.words
	}
	return 0
}

// outermost leaves of nested regions the outer one and, where that is too
// large to be believed, the next: at most four deep.
func outermost(regions []region) []region {
	var out []region
	var ends []int
	for _, r := range regions {
		for len(ends) > 0 && ends[len(ends)-1] <= r.start {
			ends = ends[:len(ends)-1]
		}
		if len(ends) < 4 {
			out = append(out, r)
		}
		ends = append(ends, r.end)
	}
	return out
}
