package furniture

import (
	"bytes"
	"sort"

	"github.com/urtext/urtext/pipeline/corpus"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A tree is the elements of a page of markup that hold its text, as the tags
// tell, and the stretches of its text with the element each stands in.
type tree struct {
	nodes  []node
	pieces []piece
	named  string // the title as the page gives it to other sites
}

// A node is an element. What it holds is summed up by survey.
type node struct {
	parent int32 // -1 of the root
	depth  int32
	tag    atom.Atom
	within elements // kinds of element that it is or stands in
	names  names    // names that it or one of those it stands in bears
	own    names    // names that it bears itself
	key    uint64   // tag, first name and those of its parent: alike for what one template made

	words, linked, prose float64 // of the blocks that begin in it; prose less its links
	all                  float64 // prose with its links
	blocks               int32
}

// A piece is a stretch of visible text: bytes of the markup, then of the text.
type piece struct {
	start, end int
	node       int32
	link       bool
}

// elements are kinds of element.
type elements uint32

// The kinds that an element may be or stand in.
const (
	inArticle elements = 1 << iota
	inMain
	inHeader
	inFooter
	inNav
	inAside
	inForm
	inTable
	inList
	inFigure
	inButton
	inQuote
	inCode
	inHeading
	inParagraph
	inHidden
	inItem
	inLink
	kindsOfElement = 18
)

// elementKinds are the elements that say what their text is.
var elementKinds = map[atom.Atom]elements{
	atom.Article: inArticle, atom.Main: inMain, atom.Header: inHeader, atom.Footer: inFooter, atom.Nav: inNav, atom.Menu: inNav,
	atom.Aside: inAside, atom.Form: inForm, atom.Fieldset: inForm, atom.Table: inTable, atom.Ul: inList, atom.Ol: inList, atom.Dl: inList,
	atom.Figure: inFigure, atom.Figcaption: inFigure, atom.Button: inButton, atom.Label: inButton, atom.Blockquote: inQuote,
	atom.Pre: inCode, atom.Code: inCode, atom.H1: inHeading, atom.H2: inHeading, atom.H3: inHeading, atom.H4: inHeading,
	atom.H5: inHeading, atom.H6: inHeading, atom.P: inParagraph, atom.Li: inItem, atom.Dd: inItem, atom.Dt: inItem, atom.A: inLink,
}

// inline elements do not become nodes, since their text is part of a line.
func inline(tag atom.Atom) bool {
	switch tag {
	case atom.A, atom.Button, atom.Label, atom.Pre, atom.Code, atom.Body, atom.Html:
		return false
	}
	return breaks[tag] == none || tag == atom.Br || tag == atom.Hr || tag == atom.Input || tag == atom.Img
}

// closesItself are the elements that end where another of their kind begins.
func closesItself(tag atom.Atom) bool {
	switch tag {
	case atom.P, atom.Li, atom.Dd, atom.Dt, atom.Tr, atom.Td, atom.Th, atom.Option:
		return true
	}
	return false
}

// openElements is how many open elements are kept: one deeper is not
// looked at, so that a page nested without end costs no more.
const openElements = 4096

// A grower makes a tree of markup.
type grower struct {
	tree
	stack []int32
}

// newGrower has the root. Markup feeds it the tokens that it reads.
func newGrower() *grower {
	g := &grower{}
	g.nodes = append(g.nodes, node{parent: -1, key: 1})
	g.stack = append(g.stack, 0)
	return g
}

// piece notes a stretch of text that is not blank.
func (g *grower) piece(markup string, at, end int) {
	start, stop := trim(markup, at, end)
	if start == stop {
		return
	}
	top := g.stack[len(g.stack)-1]
	n := &g.nodes[top]
	link := n.within&inLink != 0
	for g.nodes[top].tag == atom.A || g.nodes[top].tag == atom.Code {
		top = g.nodes[top].parent
	}
	g.pieces = append(g.pieces, piece{start, stop, top, link})
}

// start opens an element, whose name has been read.
func (g *grower) start(z *html.Tokenizer, tag atom.Atom, attributes bool) {
	if inline(tag) || len(g.stack) >= openElements {
		return
	}
	if closesItself(tag) || tag == atom.A {
		if top := g.stack[len(g.stack)-1]; g.nodes[top].tag == tag {
			g.stack = g.stack[:len(g.stack)-1]
		}
	}
	parent := g.stack[len(g.stack)-1]
	up := &g.nodes[parent]
	n := node{parent: parent, depth: up.depth + 1, tag: tag, within: up.within | elementKinds[tag], names: up.names}
	first := g.attributes(z, attributes, &n)
	if tag == atom.Body || tag == atom.Html {
		n.names, n.own = up.names, names{}
	} else {
		n.names.add(n.own)
	}
	n.key = hashOn((up.key*31+uint64(tag))*1099511628211, first)
	if tag == atom.Body || tag == atom.Html {
		n.key = 1
	}
	g.nodes = append(g.nodes, n)
	g.stack = append(g.stack, int32(len(g.nodes)-1))
}

// attributes reads the names that an element bears and returns its first
// class.
func (g *grower) attributes(z *html.Tokenizer, more bool, n *node) (first []byte) {
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch string(key) {
		case "class":
			if first == nil {
				first = stem(value)
			}
			n.own.read(value)
		case "id", "role", "itemprop":
			n.own.read(value)
			if string(value) == "main" {
				n.within |= inMain
			}
		case "hidden":
			n.within |= inHidden
		case "aria-hidden":
			if string(value) == "true" {
				n.within |= inHidden
			}
		case "style":
			if bytes.Contains(value, []byte("display:none")) || bytes.Contains(value, []byte("display: none")) {
				n.within |= inHidden
			}
		}
	}
	return first
}

// stem is the first word of a class attribute up to its first digit, which
// numbers what is alike.
func stem(value []byte) []byte {
	value = bytes.TrimLeft(value, " \t\r\n")
	for i, c := range value {
		if c <= ' ' || '0' <= c && c <= '9' {
			return value[:i]
		}
	}
	return value
}

// end closes an element and those left open in it.
func (g *grower) end(tag atom.Atom) {
	for i := len(g.stack) - 1; i >= max(1, len(g.stack)-12); i-- {
		if g.nodes[g.stack[i]].tag == tag {
			g.stack = g.stack[:i]
			return
		}
	}
}

// settle moves the pieces from the text as read to the text as it stands.
func (t *tree) settle(edits []corpus.Edit) {
	e, shift := 0, 0
	to := func(at int) int {
		for e < len(edits) && edits[e].End <= at {
			shift += len(edits[e].Now) - (edits[e].End - edits[e].Start)
			e++
		}
		if e < len(edits) && edits[e].Start < at {
			at = edits[e].Start
		}
		return at + shift
	}
	out := make([]piece, 0, len(t.pieces))
	for _, p := range t.pieces {
		p.start = to(p.start)
		if p.end = to(p.end); p.start < p.end {
			out = append(out, p)
		}
	}
	t.pieces = out
}

// among returns the pieces in [start, end) of the text.
func (t *tree) among(start, end int) []piece {
	from := sort.Search(len(t.pieces), func(i int) bool { return t.pieces[i].end > start })
	to := from
	for to < len(t.pieces) && t.pieces[to].start < end {
		to++
	}
	return t.pieces[from:to]
}
