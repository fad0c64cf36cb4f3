package reconstruct

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
)

// alikeShare is what a copy counts of which another has the same words and habit.
const alikeShare = .5

// A holder is how many copies write their signs in one habit.
type holder struct {
	habit
	copies float64
}

// findHabits reads the habits of the copies from what they have before the kept columns.
// Of copies of equal words and one habit, which may be of one another, all but the first
// count half, and those that are the same to the letter as another nothing.
func (v *view) findHabits(kept []int) (out []holder) {
	known := map[int][]int{} // the copies of a group that count
	habits := make([]habit, v.n)
	for w := range v.n {
		habits[w] = v.habitOf(w, kept)
		if habits[w] == (habit{}) {
			continue
		}
		n := 1.
		for _, u := range known[v.group[w]] {
			if habits[u] != habits[w] {
				continue
			}
			if n = alikeShare; v.formOf(u) == v.formOf(w) {
				n = 0
				break
			}
		}
		if v.size[v.group[w]] > 1 && n > 0 {
			known[v.group[w]] = append(known[v.group[w]], w)
		}
		if i := slices.IndexFunc(out, func(x holder) bool { return x.habit == habits[w] }); i >= 0 {
			out[i].copies += n
		} else {
			out = append(out, holder{habits[w], n})
		}
	}
	return out
}

// habitOf is how witness w writes its signs.
func (v *view) habitOf(w int, kept []int) (h habit) {
	var forms [5][4]map[string]int
	for _, c := range kept {
		i := v.al.Columns[c].At(w)
		if i == corpus.Absent || !v.gaps[v.gapOf[w][i]].signs || v.inferred(w, i) {
			continue
		}
		g := v.ws[w].Gaps[i]
		eachSign(g, func(class signClass, from, to int) {
			m := &forms[class][positionOf(g, from, to, false)]
			if *m == nil {
				*m = map[string]int{}
			}
			(*m)[plainForm(class, g[from:to])]++
		})
	}
	h[doubleQuote] = styleOf(forms[doubleQuote])
	h[singleQuote] = mostOf(forms[singleQuote][inside])
	h[ellipsis] = mostOf(forms[ellipsis][:]...)
	if h[dash] = mostOf(forms[dash][opening], forms[dash][closing], forms[dash][loose]); h[singleQuote] == "" {
		h[singleQuote] = mostOf(forms[singleQuote][closing])
	}
	switch {
	case v.odd[w] == colonQuotes:
		h[doubleQuote] = gone
	case v.odd[w] == doubledQuotes:
		h[doubleQuote] = doubled
		if h[singleQuote] == "'" {
			h[singleQuote] = "''"
		}
	}
	for class := range h {
		if v.lost[w].classes[class] > v.signCount[w][class] {
			h[class] = "" // most are question marks
		}
	}
	return h
}

// inferred reports a gap beside a word of witness w that was restored, perhaps with the
// signs of another copy.
func (v *view) inferred(w int, i int32) bool {
	words := v.ws[w].Words
	return words[i].Restored || i > 0 && words[i-1].Restored
}

// plainForm is the form of which a sign is one: ellipses may be longer.
func plainForm(class signClass, form string) string {
	switch {
	case class != ellipsis:
		return form
	case !strings.HasPrefix(form, "."):
		return "…"
	case strings.Trim(form, ".") != "":
		return typewritten
	case len(form) > 3:
		return "..."
	}
	return form
}

// styleOf is the style of most quotes, "" when there is none.
func styleOf(forms [4]map[string]int) string {
	best, most := "", 0
	for _, s := range styles[doubleQuote] {
		n := forms[opening][s.opens] + forms[closing][s.closes] + forms[loose][s.opens]
		if s.closes != s.opens {
			n += forms[loose][s.closes]
		}
		if n > most {
			best, most = s.opens+s.closes, n
		}
	}
	return best
}

// mostOf is the form of most signs, of equals the smallest; a hyphen only where nothing
// else is.
func mostOf(counts ...map[string]int) string {
	all := map[string]float64{}
	for _, m := range counts {
		for f, n := range m {
			all[f] += float64(n) / max(genuine(f), .01) // as heaviest weighs it
		}
	}
	return heaviest(all)
}

// likeliest is the habit from which the copies of an article in a language come most
// likely, as far as some copy has its forms, given whether quotes of theirs stand apart
// as guillemets do.
func likeliest(language string, apart bool, copies []holder) (best habit) {
	var forms [5][]string
	var held [5]int
	for class := range forms {
		mine, others := formsIn(signClass(class), copies)
		forms[class], held[class] = append(mine, others...), len(mine)
	}
	by, most, found := conversions(), 0., false
	for _, q := range forms[doubleQuote] {
		for _, s := range forms[singleQuote] {
			for _, e := range forms[ellipsis] {
				for _, d := range forms[dash] {
					h := habit{doubleQuote: q, singleQuote: s, ellipsis: e, dash: d}
					odds := h.odds(language, apart)
					for _, c := range copies {
						odds += c.copies * math.Log(c.chance(h, by))
					}
					if !found || odds > most+leastMore {
						best, most, found = h, odds, true
					}
				}
			}
		}
	}
	for class, f := range best {
		if slices.Index(forms[class], f) >= held[class] && !mintable(signClass(class), copies) {
			best[class] = ""
		}
	}
	return best
}

// leastMore is by how much a habit is likelier than another.
const leastMore = 1e-9

// mintable reports an apostrophe of which some copy has what programs make of either.
func mintable(class signClass, copies []holder) bool {
	return class == singleQuote && slices.ContainsFunc(copies, func(c holder) bool { return c.habit[class] == "`" || c.habit[class] == "''" })
}

// formsIn lists the forms of a class that an author may have, given the habits of copies,
// those that no copy has behind the others: the copies may all be converted. Nil where no
// copy has any but what programs make.
func formsIn(class signClass, copies []holder) (held, others []string) {
	for _, c := range copies {
		f := c.habit[class]
		if f == doubled {
			f = `""`
		}
		if f == "" || f == gone || slices.Contains(held, f) || class == singleQuote && f == "''" || genuine(firstForm(class, f)) <= programShare {
			continue
		}
		held = append(held, f)
	}
	slices.SortFunc(held, func(a, b string) int { return cmp.Compare(b, a) }) // of those beyond ASCII first
	if len(held) == 0 {
		return []string{""}, nil
	}
	for _, f := range [5][]string{singleQuote: {"’", "'"}, ellipsis: {"…", "..."}, dash: {"—", "–"}}[class] {
		if !slices.Contains(held, f) {
			others = append(others, f)
		}
	}
	return held, others
}

// takeQuotes makes the double quotes of a habit the convention's.
func (k *convention) takeQuotes(h habit) {
	if h[doubleQuote] != "" {
		k.form[doubleQuote][opening], k.form[doubleQuote][closing] = halves(h[doubleQuote])
	}
}

// take makes a habit the convention.
func (k *convention) take(h habit) {
	k.takeQuotes(h)
	if h[singleQuote] != "" {
		k.form[singleQuote][inside] = h[singleQuote]
	}
	if votes := k.votes[singleQuote]; h[singleQuote] != "" && sumOf(votes[closing]) < sumOf(votes[inside]) {
		for pos, f := range []string{opening: "‘", closing: "’"} { // words end with apostrophes
			if h[singleQuote] == "'" {
				f = "'"
			}
			if k.votes[singleQuote][pos][f] > 0 {
				k.form[singleQuote][pos] = f
			}
		}
	}
	for pos := range k.form[ellipsis] {
		if h[ellipsis] != "" && plainForm(ellipsis, k.form[ellipsis][pos]) != h[ellipsis] {
			k.form[ellipsis][pos] = h[ellipsis]
		}
		if h[dash] != "" && (position(pos) != inside || len(k.votes[dash][inside]) == 0) {
			k.form[dash][pos] = h[dash]
		}
	}
}

func sumOf(votes map[string]float64) (sum float64) {
	for _, f := range slices.Sorted(maps.Keys(votes)) {
		sum += votes[f]
	}
	return sum
}
