package pipeline

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// What one copy takes for its title another may know better. The last teaser
// above an article is none, where it is the title of another article of the
// run and the title that another copy has follows it; and what stands behind a
// parting and the title that another copy has alone is the name of a site.

const (
	titleBelow = 3  // lines below a teaser in which the title may begin
	prefixMost = 6  // words of a line before the title, as a column's name
	siteMost   = 5  // words of a site's name
	siteScore  = .9 // of it, on a copy that is not alone
	// commonTitles is the number of titles of an article that are tried.
	commonTitles = 8
	headingMost  = titleMost + prefixMost + siteMost
)

// headlines are the titles that the copies of a group mark.
type headlines struct {
	ws    []*corpus.Witness
	keys  []keyText
	known census // titles of the run
}

// title is the title mark of a witness, nil when it has none.
func (h headlines) title(i int) *corpus.Mark {
	marks := h.ws[i].Marks
	if n := slices.IndexFunc(marks, func(m corpus.Mark) bool { return m.Role == corpus.RoleTitle }); n >= 0 {
		return &marks[n]
	}
	return nil
}

// words are the keys of a witness's title.
func (h headlines) words(i int) []string {
	if m := h.title(i); m != nil {
		return h.keys[i].keys(m.Start, m.End)
	}
	return nil
}

// retitle moves the title marks that lie on teasers to the titles below them,
// and writes these into titles, which are in the order of the witnesses.
func (h headlines) retitle(titles []string, docs []*corpus.Document) {
	for i, w := range h.ws {
		m := h.title(i)
		if m == nil || m.End-m.Start > titleMost || !telling(h.words(i)) || h.known.count(h.keys[i].hash(m.Start, m.End)) < 2 {
			continue
		}
		if from, to := h.below(i, m.End); from < to {
			m.Start, m.End = from, to
			titles[i] = strings.Join(strings.Fields(docs[i].Draft.Text[w.Words[from].Start:w.Words[to-1].End]), " ")
		}
	}
}

// below finds the title of another copy at the beginning of one of the lines
// below word at of witness i.
func (h headlines) below(i, at int) (from, to int) {
	w, own := h.ws[i], h.words(i)
	for range titleBelow {
		for at < len(w.Words) && !strings.Contains(w.Gaps[at], "\n") {
			at++
		}
		for j := range h.ws {
			if other := h.words(j); telling(other) && !alike(own, other) && h.reads(i, at, other) {
				return at, at + len(other)
			}
		}
		at++
	}
	return 0, 0
}

// reads reports whether witness i has words of these keys from word at on.
func (h headlines) reads(i, at int, keys []string) bool {
	words := h.ws[i].Words
	if at+len(keys) > len(words) || words[at].Key != keys[0] {
		return false
	}
	return slices.Equal(h.keys[i].keys(at, at+len(keys)), keys)
}

// A tail is what stands behind the title in a line: words [from, to) of a
// witness.
type tail struct{ witness, from, to int }

// flagSites flags the names of sites behind the title: of different sites, or
// in no more copies than have the title alone. What all have behind it may be
// of the title.
func (h headlines) flagSites() {
	for _, title := range h.commonest() {
		tails, alone := h.tails(title)
		names := h.names() // what is the title of a copy is no site: the first title was put before it
		tails = slices.DeleteFunc(tails, func(t tail) bool { return names[strings.Join(h.keys[t.witness].keys(t.from, t.to), " ")] })
		sites := map[uint64]bool{}
		for _, t := range tails {
			sites[h.keys[t.witness].hash(t.from, t.to)] = true
		}
		if len(sites) < 2 && len(tails) > alone {
			continue
		}
		for _, t := range tails {
			propose(h.ws[t.witness], t.from, t.to, corpus.KindFurniture, siteScore, "stands behind the title, which another copy has without it")
			if m := h.title(t.witness); m != nil && m.Start < t.from && m.End > t.from {
				m.End = t.from
			}
		}
	}
}

// commonest lists the titles that stand alone in a copy, those of most copies
// first, a few of them: of thousands of copies some have anything for a title.
func (h headlines) commonest() (titles [][]string) {
	count := map[string]int{}
	name := func(title []string) string { return strings.Join(title, " ") }
	for i := range h.ws {
		title := h.words(i)
		if !telling(title) || !h.standsAlone(i) {
			continue
		}
		if count[name(title)]++; count[name(title)] == 1 {
			titles = append(titles, title)
		}
	}
	slices.SortFunc(titles, func(a, b []string) int {
		return cmp.Or(count[name(b)]-count[name(a)], strings.Compare(name(a), name(b)))
	})
	return titles[:min(len(titles), commonTitles)]
}

// names are the titles of the copies.
func (h headlines) names() map[string]bool {
	out := map[string]bool{}
	for i := range h.ws {
		out[strings.Join(h.words(i), " ")] = true
	}
	return out
}

// standsAlone reports whether a witness's title is a line.
func (h headlines) standsAlone(i int) bool {
	m, w := h.title(i), h.ws[i]
	return (m.Start == 0 || strings.Contains(w.Gaps[m.Start], "\n")) && strings.Contains(w.Gaps[m.End], "\n")
}

// tails finds what stands behind a title in its line, with a parting between,
// and counts the witnesses whose line ends with it.
func (h headlines) tails(title []string) (out []tail, alone int) {
	for i, w := range h.ws {
		ends := false
		for from := 0; from < len(w.Words); {
			to := w.LineEnd(from)
			for at := from; at <= from+prefixMost && at+len(title) <= to && to-from <= headingMost; at++ {
				switch end := at + len(title); {
				case !h.reads(i, at, title):
				case end == to:
					ends = true
				case to-end <= siteMost && parting(w.Gaps[end]):
					out = append(out, tail{i, end, to})
				}
			}
			from = to
		}
		if ends {
			alone++
		}
	}
	return out, alone
}

// parting reports whether a gap parts a title from the name of a site.
func parting(gap string) bool {
	switch strings.TrimSpace(gap) {
	case "|", "::", "»", "›", "·", "—", "–", "-":
		r, _ := utf8.DecodeRuneInString(gap)
		return unicode.IsSpace(r)
	}
	return false
}
