package reconstruct

import (
	"slices"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// An event is a passage, columns [from, to), that two versions have each in
// its own words, or that one of them lacks.
type event struct {
	from, to int
	strike   bool // the words of the other version go
	at       int  // where it stands in the alignment without them, and its end
	end      int
}

// A standpoint says who has a column of two versions.
type standpoint uint8

const (
	noOne  standpoint = iota // one copy, whatever version it is of: damage
	both                     // in the same words
	mine                     // the main version only
	theirs                   // the other only
	clash                    // each in its own words
)

// events finds the passages in which the versions differ.
func (x *versioned) events() (out []event) {
	stands := make([]standpoint, x.cols)
	for c := range stands {
		stands[c] = x.standpoint(c)
	}
	for c := 0; c < x.cols; c++ {
		if stands[c] == both || stands[c] == noOne {
			continue
		}
		from, to := c, c+1 // behind the last column that is not common
		seen := [5]bool{}
		for common := 0; c < x.cols && common <= bridged; c++ {
			switch stands[c] {
			case both:
				common++
			case noOne:
			default:
				common, to = 0, c+1
			}
		}
		for i := from; i < to; i++ {
			seen[stands[i]] = true
		}
		c = to - 1
		switch {
		case seen[clash] || seen[mine] && seen[theirs]:
			out = append(out, event{from: from, to: to, strike: true})
		default:
			out = append(out, x.oneSided(stands, from, to)...)
		}
	}
	return out
}

// oneSided finds the passages, among columns that one version alone has, that
// the other may be held to lack.
func (x *versioned) oneSided(stands []standpoint, from, to int) (out []event) {
	for c := from; c < to; c++ {
		if stands[c] != mine && stands[c] != theirs {
			continue
		}
		start := c
		for c < to && (stands[c] == stands[start] || stands[c] == noOne) {
			c++
		}
		e := event{from: start, to: c, strike: stands[start] == theirs}
		if x.lacking(e) && (x.least > 1 || e.strike && x.sentences(e)) {
			out = append(out, e)
		}
		c--
	}
	return out
}

// lacking reports whether the version without a passage is whole there: two of
// its copies or more go on across it, or end or begin beside it.
func (x *versioned) lacking(e event) bool {
	side := x.other
	if e.strike {
		side = x.main
	}
	n := 0
	for s, w := range x.streams {
		if side>>s&1 == 1 && (x.goesAcross(w, e) || x.endsAt(w, e.from) || x.beginsAt(w, e.to)) {
			n++
		}
	}
	return n >= x.least
}

// goesAcross reports whether witness w has the words on both sides of a
// passage side by side.
func (x *versioned) goesAcross(w int, e event) bool {
	cols := x.colsOf[w]
	at, _ := slices.BinarySearch(cols, int32(e.from))
	if at == 0 || at == len(cols) || int(cols[at]) < e.to {
		return false
	}
	return x.al.Columns[cols[at]].At(w) == x.al.Columns[cols[at-1]].At(w)+1
}

// sentences reports a passage of whole sentences.
func (x *versioned) sentences(e event) bool {
	for w := range x.n {
		if i, j := x.al.Columns[e.from].At(w), x.al.Columns[e.to-1].At(w); i != corpus.Absent && j != corpus.Absent {
			return (i == 0 || endsSentence(x.ws[w].Gaps[i])) && endsSentence(x.ws[w].Gaps[j+1])
		}
	}
	return false
}

// endsAt reports whether witness w ends, with a sentence, at column c or a few
// before it; beginsAt whether it begins there or a few behind.
func (x *versioned) endsAt(w, c int) bool {
	wit := x.ws[w]
	for i := c - 1; i >= max(0, c-1-borderSlack); i-- {
		if int(x.al.Columns[i].At(w)) == len(wit.Words)-1 && len(wit.Words) > 0 {
			return endsSentence(wit.Gaps[len(wit.Words)])
		}
	}
	return false
}

func (x *versioned) beginsAt(w, c int) bool {
	for i := c; i < min(x.cols, c+1+borderSlack); i++ {
		if x.al.Columns[i].At(w) == 0 {
			return true
		}
	}
	return false
}

// standpoint tells who has column c. What one copy of several has alone says
// nothing of its version.
func (x *versioned) standpoint(c int) standpoint {
	present := x.presentIn(c)
	m, o := present&x.main, present&x.other
	firmMine, firmTheirs := m.size() >= x.least, o.size() >= x.least
	switch {
	case m == 0 && firmTheirs:
		return theirs
	case o == 0 && firmMine:
		return mine
	case m == 0 || o == 0:
		return noOne
	case x.shared(c):
		return both
	case firmMine || firmTheirs:
		return clash
	}
	return noOne
}

// shared reports whether both versions have one word in column c, or forms of
// one.
func (x *versioned) shared(c int) bool {
	held := x.holders(c)
	for i, a := range held {
		if a&x.main != 0 && a&x.other != 0 {
			return true
		}
		for j, b := range held {
			p, q := x.places[c].keys[i], x.places[c].keys[j]
			if a&x.main != 0 && b&x.other != 0 && !numbers([]string{p, q}) && token.Similarity(p, q) >= token.Likeness {
				return true
			}
		}
	}
	return false
}

// apart makes the view of the main version: the words of the others are struck
// where the versions differ, and they have no say there.
func (v *view) apart(events []event, other []bool) *view {
	al := &corpus.Alignment{Witnesses: v.al.Witnesses, Moves: v.al.Moves}
	c := 0
	keep := func(to int, strike bool) {
		for ; c < to; c++ {
			row := v.al.Columns[c]
			if strike {
				if row = struck(row, other); row.Empty() {
					continue
				}
			}
			al.Columns = append(al.Columns, row)
		}
	}
	for i := range events {
		e := &events[i]
		keep(e.from, false)
		e.at = len(al.Columns)
		keep(e.to, e.strike)
		e.end = len(al.Columns)
	}
	keep(v.cols, false)
	out := v.relaid(al)
	out.whole, out.events, out.other, out.spliceAt = v, events, other, v.spliceAt
	return out
}

// struck returns a column without the words of some witnesses.
func struck(col corpus.Column, who []bool) corpus.Column {
	out := col.Clone()
	for w := range col.All() {
		if who[w] {
			out.Set(w, corpus.Absent)
		}
	}
	return out
}

// silence takes from the other version its say on the places where it differs.
func (v *view) silence() {
	for w, is := range v.other {
		if !is {
			continue
		}
		for _, e := range v.events {
			v.lacuna[w] = v.lacuna[w].add(e.at, e.end)
		}
	}
}

// versionEntry makes the entry of an event: the text of the article, and what
// all have there.
func (v *view) versionEntry(t *text, e event) corpus.Variant {
	out := corpus.Variant{Rule: RuleVersion, Confidence: versionConfidence}
	out.Start, out.End = t.place(e.at, e.end)
	for c := e.at; c < e.end; c++ {
		if v.verdict[c].keep {
			out.Confidence = min(out.Confidence, v.sure[c])
		}
	}
	out.Confidence = round(out.Confidence)
	by := formsBy{}
	for w := range v.n {
		text := v.whole.textOf(w, e.from, e.to)
		if text == "" && !v.whole.covers(w, e.from) && !v.whole.adjoins(w, e.from, e.to) {
			continue
		}
		by.add([]byte(text), w)
	}
	out.Readings = v.readings(by, t.body[out.Start:out.End], flat)
	return out
}

// versionConfidence is how sure it is that the main version is the one to be
// rebuilt, where its words are.
const versionConfidence = .9
