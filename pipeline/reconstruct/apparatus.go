package reconstruct

import (
	"cmp"
	"slices"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
)

// variants lists the places where witnesses differ or only one attests, in
// the order of the text. An article of one copy has none.
func (v *view) variants(vs []variation) corpus.Variants {
	out := corpus.Variants{IDs: make([]string, v.n), List: make([]corpus.Variant, len(vs))}
	for w, n := range v.rank {
		out.IDs[n] = v.ws[w].ID
	}
	for i, x := range vs {
		out.List[i] = x.entry
	}
	return out
}

// A variation is an entry of the apparatus with the columns [from, to) that it
// is about; none where it is about signs between words. Version tells that it
// is about the next of the passages in which versions differ, gathered that it is about
// those of the columns that its rule dropped (see gather).
type variation struct {
	entry    corpus.Variant
	from, to int
	version  bool
	gathered bool
}

// variations lists the entries in the order of the text, each with its columns; what
// was dropped in one place may be gathered in one.
func (v *view) variations(t *text, gathers bool) []variation {
	var out []variation
	if v.n < 2 {
		return out
	}
	events := v.events
	for c := 0; c < v.cols || len(events) > 0; {
		if len(events) > 0 && c >= events[0].at {
			out = append(out, variation{entry: v.versionEntry(t, events[0]), from: events[0].at, to: events[0].end, version: true})
			c, events = max(c, events[0].end), events[1:]
			continue
		}
		if v.plain(c) {
			c++
			continue
		}
		if gathers && !v.verdict[c].keep {
			from := c
			for c++; c < v.cols && !v.verdict[c].keep; c++ {
			}
			out = append(out, v.gather(t, from, c)...)
			continue
		}
		from := c
		for c++; c < v.cols && !v.plain(c) && v.samePlace(c-1, c) && (len(events) == 0 || c < events[0].at); c++ {
		}
		out = append(out, v.wordEntry(t, variation{from: from, to: c}))
	}
	for i, j := range t.joins {
		if j.variants != nil && !v.withinEvent(t, i) {
			e := corpus.Variant{Readings: j.variants, Rule: RuleSign, Confidence: round(share(j.variants))}
			e.Start, e.End = trimmed(t.body, t.gapAt[i], t.gapEnd[i])
			e.Readings[0].Text = t.body[e.Start:e.End]
			out = append(out, variation{entry: e})
		}
	}
	slices.SortStableFunc(out, func(a, b variation) int {
		return cmp.Or(cmp.Compare(a.entry.Start, b.entry.Start), cmp.Compare(a.entry.End, b.entry.End))
	})
	for i := range out {
		e := &out[i].entry
		e.Confidence = round(calibrated(e.Rule, e.Confidence))
	}
	return out
}

// sortIDs numbers the witnesses in the order of their ids.
func (v *view) sortIDs() {
	byID := make([]int, v.n)
	for w := range byID {
		byID[w] = w
	}
	slices.SortFunc(byID, func(a, b int) int { return strings.Compare(v.ws[a].ID, v.ws[b].ID) })
	v.rank, v.having = make([]int32, v.n), make([]int, v.n)
	for n, w := range byID {
		v.rank[w] = int32(n)
	}
}

// withinEvent reports whether the join before kept column number i stands
// inside a passage of which versions differ.
func (v *view) withinEvent(t *text, i int) bool {
	return i > 0 && i < len(t.kept) && slices.ContainsFunc(v.events, func(e event) bool {
		return t.kept[i-1] >= e.at && t.kept[i] < e.end
	})
}

// trimmed narrows a span of the text by the white space at its ends.
func trimmed(text string, start, end int) (int, int) {
	s := strings.TrimLeftFunc(text[start:end], whiteRune)
	start = end - len(s)
	return start, start + len(strings.TrimRightFunc(s, whiteRune))
}

// plain reports a column on which all who stand there agree, two or more.
func (v *view) plain(c int) bool {
	return v.verdict[c].keep && v.verdict[c].rule == RuleAgreed && len(v.keysAt(c)) == 1 && !v.formsDiffer(c)
}

// formsDiffer reports whether the witnesses write the word of column c in
// different forms.
func (v *view) formsDiffer(c int) bool {
	form := ""
	for _, w := range v.present(c) {
		x := v.at(c, w)
		if x.Restored {
			continue
		}
		if form != "" && x.Surface != form {
			return true
		}
		form = x.Surface
	}
	return false
}

// samePlace reports whether two neighbouring columns belong to one entry:
// one run, or words that differ side by side between the same witnesses.
func (v *view) samePlace(a, b int) bool {
	if v.verdict[a] == v.verdict[b] && (len(v.keysAt(a)) > 1) == (len(v.keysAt(b)) > 1) {
		return true
	}
	return v.verdict[a].rule == v.verdict[b].rule && !v.verdict[a].keep && !v.verdict[b].keep && slices.Equal(v.verdict[a].by, v.verdict[b].by)
}

// wordEntry makes the entry of a variation.
func (v *view) wordEntry(t *text, x variation) variation {
	from, to := x.from, x.to
	r := v.verdict[from]
	e := &x.entry
	e.Rule, e.Confidence = r.rule, r.confidence
	e.Start, e.End = t.place(from, to)
	if r.keep && len(v.keysAt(from)) > 1 {
		e.Rule, e.Confidence = RuleReading, 1
		for c := from; c < to; c++ {
			e.Confidence = min(e.Confidence, v.sure[c])
			if v.tied[c] {
				e.Rule = RuleTie
			}
		}
	}
	same := flat
	if r.rule == RuleAgreed && len(v.keysAt(from)) == 1 {
		e.Rule, same = RuleForm, strings.TrimSpace
	}
	have := v.stamp()
	for c := from; c < to; c++ {
		if !v.isOf(x, c) {
			continue
		}
		if x.gathered {
			e.Confidence = min(e.Confidence, v.verdict[c].confidence)
		}
		for _, w := range v.present(c) {
			v.having[w] = have
		}
	}
	e.Confidence = round(e.Confidence)
	by := formsBy{}
	var room []byte
	for w := range v.n {
		switch {
		case v.having[w] == have:
			room = v.appendText(room[:0], w, x)
			by.add(room, w)
		case v.covers(w, from) || x.gathered && v.reaches(w, from, to) || v.adjoins(w, from, to) || r.rule == RuleFlank && !r.keep && v.endsShort(w, from):
			by.add(nil, w)
		}
	}
	e.Readings = v.readings(by, t.body[e.Start:e.End], same)
	return x
}

// adjoins reports whether witness w, silent on columns [from, to), begins
// right behind them or ends right before.
func (v *view) adjoins(w, from, to int) bool {
	return to < v.cols && v.al.Columns[to].At(w) == 0 ||
		from > 0 && v.al.Columns[from-1].At(w) == int32(len(v.ws[w].Words)-1)
}

// place returns the span of the text that columns [from, to) fill; an empty
// span right behind the last kept word before them when none is kept.
func (t *text) place(from, to int) (start, end int) {
	start = -1
	for c := from; c < to; c++ {
		if t.start[c] < 0 {
			continue
		}
		if start < 0 {
			start = t.start[c]
		}
		end = t.end[c]
	}
	if start >= 0 {
		return start, end
	}
	for c := from - 1; c >= 0; c-- {
		if t.end[c] >= 0 {
			return t.end[c], t.end[c]
		}
	}
	return 0, 0
}

// textOf returns what witness w has in columns [from, to): its words with
// its own gaps between those that are neighbours.
func (v *view) textOf(w, from, to int) string {
	return string(v.appendText(nil, w, variation{from: from, to: to}))
}

// appendText appends to b what witness w has in the columns of a variation.
func (v *view) appendText(b []byte, w int, x variation) []byte {
	return v.ws[w].AppendText(b, func(yield func(int32) bool) {
		for _, c := range v.within(w, x.from, x.to) {
			if v.isOf(x, int(c)) && !yield(v.al.Columns[c].At(w)) {
				return
			}
		}
	})
}

// formsBy lists, for each form of a text, the witnesses that have it.
type formsBy map[string]*[]int

func (f formsBy) add(text []byte, w int) {
	ws, ok := f[string(text)]
	if !ok {
		ws = new([]int)
		f[string(text)] = ws
	}
	*ws = append(*ws, w)
}

// readings orders the forms: the chosen first (added as the editor's own
// when no witness has it whole), then by weight. Forms that same makes equal
// are one reading.
func (v *view) readings(by formsBy, chosen string, same func(string) string) []corpus.Attested {
	keys := make([]string, 0, len(by))
	for k := range by {
		keys = append(keys, k)
	}
	out := make([]corpus.Attested, 0, len(keys)+1)
	lead := corpus.Attested{Text: chosen}
	var leading []int
	slices.Sort(keys)
	for _, k := range keys {
		if same(k) == same(chosen) {
			leading = append(leading, *by[k]...)
			lead.Weight = round(lead.Weight + v.weightOf(*by[k]))
			continue
		}
		out = append(out, v.readingOf(k, *by[k]))
	}
	lead.Who = v.crowd(leading)
	slices.SortStableFunc(out, func(a, b corpus.Attested) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Text, b.Text))
	})
	return slices.Insert(out, 0, lead)
}

// flat compares readings without regard to white space, signs' forms and case.
func flat(s string) string {
	f, _ := fold(s, false)
	return strings.ToLower(strings.TrimSpace(f))
}

// readingOf is a reading of the apparatus: the witnesses that have it, and what they
// weigh together.
func (v *view) readingOf(text string, ws []int) corpus.Attested {
	return corpus.Attested{Text: text, Who: v.crowd(ws), Weight: v.weightOf(ws)}
}

func (v *view) weightOf(ws []int) float64 {
	sum := 0.0
	for _, w := range ws {
		sum += v.vote(w)
	}
	return round(sum)
}

func (v *view) crowd(ws []int) corpus.Crowd {
	some := make([]int32, len(ws))
	for i, w := range ws {
		some[i] = v.rank[w]
	}
	return corpus.NewCrowd(some, v.n)
}

// share is the weight of the chosen reading among all.
func share(rs []corpus.Attested) float64 {
	sum := 0.0
	for _, r := range rs {
		sum += r.Weight
	}
	if sum == 0 {
		return .5
	}
	return rs[0].Weight / sum
}

// removals lists the runs that the copies prove foreign, by witness.
func (v *view) removals() []corpus.Removal {
	var out []corpus.Removal
	for _, r := range v.runs {
		if r.keep || !r.remove {
			continue
		}
		for _, w := range r.by {
			first, last := v.al.Columns[r.from].At(w), v.al.Columns[r.to-1].At(w)
			if int(last-first) != r.to-1-r.from {
				continue // the words are not side by side in this copy
			}
			out = append(out, corpus.Removal{Witness: w, From: int(first), To: int(last) + 1, Kind: r.kind, Why: v.reasons(&r, w)})
		}
	}
	slices.SortStableFunc(out, func(a, b corpus.Removal) int {
		return cmp.Or(cmp.Compare(a.Witness, b.Witness), cmp.Compare(a.From, b.From))
	})
	return out
}

// reasons gives the rule's reasons and those of the proposal beneath it.
func (v *view) reasons(r *run, w int) []string {
	out := append([]string{"rule: " + r.rule}, r.why...)
	if p := v.suspect(w, v.al.Columns[r.from].At(w)); p != nil {
		for _, y := range p.Why() {
			if !slices.Contains(out, y) {
				out = append(out, y)
			}
		}
	}
	return out
}
