package repair

import (
	"cmp"
	"slices"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Forums have tags of their own, in square brackets: "[b]now[/b]", "[url=...]here[/url]".
// A page that was taken before they were read still has them. They are taken away
// where several elements close as they opened; who writes of them says so in one place.
// Links stay: the stage that finds what was injected judges them.

const (
	leastSquare   = 3  // elements that close
	squareName    = 8  // letters of a name
	squareBetween = 10 // letters in the mean from one element to the next
)

// A squareTag is a tag that stands at text[start:end].
type squareTag struct {
	start, end int
	name       string
	closes     bool
}

// squareTags takes such tags away, and pictures with their addresses.
func squareTags(d *corpus.Draft) error {
	text := d.Text
	if strings.Count(text, "[/") < leastSquare {
		return nil
	}
	var open []squareTag
	var changes []corpus.Change
	take := func(from, to int) {
		changes = append(changes, corpus.Change{Start: from, End: to, Kind: corpus.KindMarkup, Why: []string{"a tag of a forum"}})
	}
	closed, torn := 0, 0
	for i := strings.IndexByte(text, '['); i >= 0; {
		t, ok := squareTagAt(text, i)
		if ok && !t.closes {
			open = append(open, t)
		} else if ok {
			k := len(open) - 1
			for k >= 0 && open[k].name != t.name {
				k--
			}
			switch {
			case k < 0:
				torn++
			case t.name == "url": // who injects has links alone; they are evidence
				open = open[:k]
			default:
				closed++
				if t.name == "img" {
					take(open[k].start, t.end)
				} else {
					take(open[k].start, open[k].end)
					take(t.start, t.end)
				}
				open = open[:k]
			}
		}
		at := strings.IndexByte(text[i+1:], '[')
		if at < 0 {
			break
		}
		i += 1 + at
	}
	if closed < leastSquare || torn > closed/leastSquare || len(text) < squareBetween*closed {
		return nil
	}
	slices.SortFunc(changes, func(a, b corpus.Change) int { return cmp.Compare(a.Start, b.Start) })
	return apply(d, changes)
}

// squareTagAt reads the tag at text[i:].
func squareTagAt(text string, i int) (t squareTag, ok bool) {
	t.start = i
	i++
	if i < len(text) && text[i] == '/' {
		t.closes = true
		i++
	}
	from := i
	for i < len(text) && i-from <= squareName && asciiAlpha(text[i]) {
		i++
	}
	t.name = strings.ToLower(text[from:i])
	if t.name == "" || i >= len(text) {
		return t, false
	}
	if !t.closes && text[i] == '=' {
		for i < len(text) && text[i] != ']' && text[i] != '\n' && text[i] != '[' {
			i++
		}
	}
	if i >= len(text) || text[i] != ']' {
		return t, false
	}
	t.end = i + 1
	return t, true
}
