package export

import (
	"strconv"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// A segment is a stretch of rows [from, to) in one paragraph that share one
// entry of the apparatus, or have none and are alone. It fills bytes [start,
// end) of the article, none where its words were dropped.
type segment struct {
	from, to   int
	start, end int
	entry      int // -1: all agree
}

// segments divides the rows of a collation.
func segments(c corpus.Collation) []segment {
	var out []segment
	for i, r := range c.Rows {
		if n := len(out); n > 0 && r.Entry >= 0 {
			s := &out[n-1]
			if s.entry == r.Entry && !strings.Contains(c.Article.Text[s.end:max(s.end, r.Start)], "\n\n") {
				s.add(i, r)
				continue
			}
		}
		out = append(out, segment{i, i + 1, r.Start, r.End, r.Entry})
	}
	return out
}

// add lengthens a segment by row i.
func (s *segment) add(i int, r corpus.Row) {
	s.to = i + 1
	if !r.Chosen() {
		return
	}
	if s.start == s.end {
		s.start = r.Start
	}
	s.end = r.End
}

// A variant is a reading of a segment with the witnesses that have it.
type variant struct {
	text      string
	witnesses []int
}

// variants gives the readings of a segment: first that of the article, which
// no witness may have whole, then the others in the order of the witnesses.
// A witness that does not stand there has none. Readings are equal when their
// words are; where the entry is about casing, when they are written alike.
func variants(c corpus.Collation, s segment) []variant {
	form := c.Apparatus.Entries[s.entry].Rule == "form"
	out := []variant{{text: c.Article.Text[s.start:s.end]}}
	at := map[string]int{chosenSignature(c, s, form): 0}
	for w := range c.Witnesses {
		if !stands(c, s, w) {
			continue
		}
		sign := signature(c, s, w, form)
		i, ok := at[sign]
		if !ok {
			i = len(out)
			at[sign] = i
			out = append(out, variant{text: reading(c, s, w)})
		}
		out[i].witnesses = append(out[i].witnesses, w)
	}
	return out
}

// stands reports whether witness w has a reading of a segment, which may be
// that it lacks the words. Where no entry says so it has the words themselves:
// a silence that counts against nothing is no reading.
func stands(c corpus.Collation, s segment, w int) bool {
	for _, r := range c.Rows[s.from:s.to] {
		if r.Words[w] != corpus.Absent || s.entry >= 0 && r.Stands[w] {
			return true
		}
	}
	return false
}

// signature is what two equal readings have in common.
func signature(c corpus.Collation, s segment, w int, form bool) string {
	var b strings.Builder
	for _, r := range c.Rows[s.from:s.to] {
		if i := r.Words[w]; i != corpus.Absent {
			x := c.Witnesses[w].Words[i]
			if form {
				b.WriteString(x.Surface)
			} else {
				b.WriteString(x.Key)
			}
			b.WriteByte(0)
		}
	}
	return b.String()
}

// chosenSignature is the signature of the article's own reading.
func chosenSignature(c corpus.Collation, s segment, form bool) string {
	var b strings.Builder
	for _, r := range c.Rows[s.from:s.to] {
		if !r.Chosen() {
			continue
		}
		x := c.Article.Text[r.Start:r.End]
		if !form {
			x = token.Key(x)
		}
		b.WriteString(x)
		b.WriteByte(0)
	}
	return b.String()
}

// reading is what witness w has in a segment: its words, with its own signs
// between those that are neighbours, on one line.
func reading(c corpus.Collation, s segment, w int) string {
	text := c.Witnesses[w].Text(func(yield func(int32) bool) {
		for i := s.from; i < s.to && yield(c.Rows[i].Words[w]); i++ {
		}
	})
	return strings.Join(strings.Fields(text), " ")
}

// sigla are the short names of the witnesses: w1, w2, and so on. The second
// and later articles of a document bear their number before it, since a
// siglum must not come twice in one document.
func sigla(c corpus.Collation, article int) []string {
	prefix := "w"
	if article > 1 {
		prefix = "a" + strconv.Itoa(article) + "w"
	}
	out := make([]string, len(names(c)))
	for i := range out {
		out[i] = prefix + strconv.Itoa(i+1)
	}
	return out
}

// names are the ids of the copies: of the witnesses, or, where the article
// is one text and nothing was aligned, of its members.
func names(c corpus.Collation) []string {
	var out []string
	for _, w := range c.Witnesses {
		out = append(out, w.ID)
	}
	if len(out) == 0 {
		for _, m := range c.Article.Members {
			out = append(out, m.ID)
		}
	}
	return out
}
