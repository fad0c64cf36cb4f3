package source

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A record's text field may hold a page of markup, or a fragment of one. It is
// one when it begins with a tag, its elements are closed, and hardly a word
// stands outside them. A text that only speaks of markup, or shows some, names
// tags that it does not close, or goes on in plain words behind them.

// What a text of markup has: elements that are closed, in a whole page and in
// a fragment; at most so many left open for those that are closed; and words
// outside of elements, as a share of all.
const (
	leastPage     = 2
	leastFragment = 3
	mostOpen      = .25
	mostOutside   = .1
)

// enoughMarkup is how many bytes of a text are looked at first; the whole is
// where they are a script and little else.
const enoughMarkup = 32 << 10

// skeleton are the beginnings of whole pages.
var skeleton = []string{"<!doctype html", "<html", "<head", "<body", "<?xml"}

// voids are the elements without an end, and optional those whose end may be
// left out.
var (
	voids = []atom.Atom{atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta,
		atom.Param, atom.Source, atom.Track, atom.Wbr}
	optional = []atom.Atom{atom.P, atom.Li, atom.Dt, atom.Dd, atom.Tr, atom.Td, atom.Th, atom.Option, atom.Thead, atom.Tbody,
		atom.Html, atom.Head, atom.Body}
)

// isMarkup says whether a text is a page or a fragment of HTML.
func isMarkup(text string) bool {
	head := strings.TrimLeft(strings.TrimPrefix(text, "\ufeff"), " \t\r\n\f")
	if !strings.HasPrefix(head, "<") || !looksHTML([]byte(head[:min(len(head), headSize)])) {
		return false
	}
	least := leastFragment
	for _, s := range skeleton {
		if len(head) >= len(s) && strings.EqualFold(head[:len(s)], s) {
			least = leastPage
		}
	}
	return len(head) > enoughMarkup && nests(head[:enoughMarkup], true, least) || nests(head, false, least)
}

// nests says whether a text, or the beginning of one, has at least so many
// elements that are closed, few that are not, and hardly a word outside them.
func nests(text string, short bool, least int) bool {
	var n nesting
	n.read(text, short)
	return n.closed >= least && float64(n.open) <= mostOpen*float64(n.closed) && float64(n.outside) <= mostOutside*float64(n.inside+n.outside)
}

// A nesting counts elements, and the characters of text in and outside them.
type nesting struct {
	stack           []atom.Atom
	closed, open    int
	inside, outside int
}

// read takes in a text, or, cut short, the beginning of one.
func (n *nesting) read(text string, short bool) {
	z := html.NewTokenizer(strings.NewReader(text))
	fresh := true // nothing but space stands between the last tag or line break and here
	for {
		kind := z.Next()
		switch kind {
		case html.ErrorToken:
			if !short {
				n.pop(0)
			}
			return
		case html.TextToken:
			raw := string(z.Raw())
			n.text(raw)
			rest := strings.TrimRight(raw, " \t\r")
			fresh = strings.TrimSpace(raw) == "" || strings.HasSuffix(rest, "\n")
		case html.StartTagToken:
			name, _ := z.TagName()
			n.start(atom.Lookup(name), fresh)
			fresh = true
		case html.EndTagToken:
			name, _ := z.TagName()
			n.end(atom.Lookup(name))
			fresh = true
		default:
			fresh = true
		}
	}
}

func (n *nesting) text(s string) {
	size := len(strings.Join(strings.Fields(s), ""))
	switch {
	case len(n.stack) == 0:
		n.outside += size
	case n.top() != atom.Script && n.top() != atom.Style:
		n.inside += size
	}
}

func (n *nesting) top() atom.Atom { return n.stack[len(n.stack)-1] }

// start opens an element. One that may be left open closes its like before it,
// if it stands where an author puts it, and not in mid-sentence.
func (n *nesting) start(name atom.Atom, fresh bool) {
	if slices.Contains(voids, name) {
		return
	}
	if len(n.stack) > 0 && n.top() == name && fresh && slices.Contains(optional, name) {
		n.closed++
		return
	}
	n.stack = append(n.stack, name)
}

// end closes an element and all that was opened in it.
func (n *nesting) end(name atom.Atom) {
	at := len(n.stack) - 1
	for at >= 0 && n.stack[at] != name {
		at--
	}
	if at < 0 {
		if !slices.Contains(voids, name) {
			n.open++
		}
		return
	}
	n.pop(at + 1)
	n.stack = n.stack[:at]
	n.closed++
}

// pop counts what is left open above a place.
func (n *nesting) pop(at int) {
	for _, name := range n.stack[at:] {
		if !slices.Contains(optional, name) {
			n.open++
		}
	}
}
