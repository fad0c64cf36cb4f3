package pipeline

import (
	"slices"
	"strings"
	"testing"
	"unicode"
)

// A reference is the article as the seeds attest it, and for each copy which
// of its words it has. All of it is derived by comparing the files.
type reference struct {
	seeds         []seed
	title, column string // the title, and what the directory has before it
	label         string // what the directory has between the author's line and box
	tokens        []tokenAt
	copies        []attest
}

// A tokenAt is a word as white space cuts it, with the signs that stand
// alone behind it.
type tokenAt struct {
	surface string
	starts  bool // it is the first word of its line
	apart   bool // and a blank line goes before
}

// An attest is what one copy says of the article.
type attest struct {
	from, to        int              // the words of the reference that it stands for
	forms           map[int][]string // its forms of each word of the reference that it has
	starts          map[int]bool     // the words that begin a line in it
	inside, outside []string         // keys of its words that are foreign: put into the article, or round it
}

// refer derives the reference. The newsletter's first line is the title; the
// directory has it behind a column's name, then a paragraph to a line up to
// the author's line, which is page two's last but one; page two's last line
// is the author's box.
func refer(t *testing.T, all []seed) *reference {
	t.Helper()
	r := &reference{seeds: all[:translation], title: all[newsletter].lines()[0]}
	two, lines := all[pageTwo].lines(), all[directory].lines()
	author, box := two[len(two)-2], two[len(two)-1]
	begin := slices.IndexFunc(lines, func(l string) bool { return strings.HasSuffix(l, r.title) })
	end := slices.Index(lines, author)
	if begin < 0 || end < begin || !slices.Contains(lines[end:], box) {
		t.Fatal("the seeds are not those that this test was made for")
	}
	r.column = strings.TrimSuffix(lines[begin], r.title)
	r.label = strings.Join(lines[end+1:end+slices.Index(lines[end:], box)], " ")
	r.tokens = split(r.title + "\n" + strings.Join(lines[begin+1:end+1], "\n") + "\n" + box)
	for i, s := range r.seeds {
		r.copies = append(r.copies, r.attest(split(s.text)))
		a := r.copies[i]
		t.Logf("%s stands for words %d to %d of %d; %d words put in, %d round it", s.id[:3], a.from, a.to, len(r.tokens), len(a.inside), len(a.outside))
	}
	return r
}

const gram = 5 // words that do not agree by chance

// attest compares a copy with the reference. It stands for what lies between
// the first and the last run of words that both have once.
func (r *reference) attest(own []tokenAt) attest {
	ref, mine := keys(r.tokens), keys(own)
	at := grams(ref)
	first, last, from, to := -1, 0, 0, 0
	for k := 0; k+gram <= len(mine); k++ {
		i, ok := at[strings.Join(mine[k:k+gram], " ")]
		if !ok || i < 0 {
			continue
		}
		if first < 0 {
			first, from = k, i
		}
		last, to = k+gram, i+gram
	}
	for n := 0; first > 0 && n >= 0; {
		if n = skips(func(n int) bool { return from-n > 0 && mine[first-1] == ref[from-n-1] }); n >= 0 {
			first, from = first-1, from-n-1
		}
	}
	for n := 0; last < len(mine) && n >= 0; {
		if n = skips(func(n int) bool { return to+n < len(ref) && mine[last] == ref[to+n] }); n >= 0 {
			last, to = last+1, to+n+1
		}
	}
	a := attest{from: from, to: to, forms: map[int][]string{}, starts: map[int]bool{}}
	a.take(ref[from:to], own[first:last])
	a.outside = append(slices.Clone(mine[:first]), mine[last:]...)
	return a
}

// skips tries to go on with the next word, or past one that was eaten; it
// returns how many words to pass over, or -1.
func skips(fits func(n int) bool) int {
	for n := range 2 {
		if fits(n) {
			return n
		}
	}
	return -1
}

// grams gives the place of each run of words; below 0 when it comes twice.
func grams(list []string) map[string]int {
	at := map[string]int{}
	for k := 0; k+gram <= len(list); k++ {
		g := strings.Join(list[k:k+gram], " ")
		if _, twice := at[g]; twice {
			at[g] = -1
		} else {
			at[g] = k
		}
	}
	return at
}

// take aligns the copy's words with the reference. A sign that stands alone
// behind a foreign word belongs to the genuine word before it.
func (a *attest) take(ref []string, own []tokenAt) {
	d := compare(ref, keys(own))
	before := make(map[int]int, len(d.pairs)) // place in the copy: word of the reference
	for _, p := range d.pairs {
		i, w := a.from+p[0], own[p[1]]
		before[p[1]] = i
		a.forms[i] = append(a.forms[i], w.surface)
		a.starts[i] = w.starts
	}
	for _, k := range d.extra {
		a.inside = append(a.inside, key(own[k].surface))
		_, signs, alone := strings.Cut(own[k].surface, " ")
		if i, ok := before[k]; alone && !ok {
			for j := k; j >= 0 && !ok; j-- {
				i, ok = before[j]
			}
			if forms := a.forms[i]; ok && len(forms) > 0 {
				a.forms[i] = append(forms, forms[0]+signs)
			}
		}
	}
}

// split cuts a text at white space. Lines of nothing but signs are passed over.
func split(text string) []tokenAt {
	var out []tokenAt
	blank := true
	for _, line := range strings.Split(text, "\n") {
		starts := true
		for _, w := range strings.Fields(line) {
			switch n := len(out); {
			case key(w) != "":
				out = append(out, tokenAt{w, starts, starts && blank})
				starts = false
			case key(line) != "" && n > 0:
				out[n-1].surface += " " + w
			}
		}
		blank = strings.TrimSpace(line) == ""
	}
	return out
}

// key is a word without case and without the signs at its edges.
func key(word string) string {
	word = strings.ToLower(strings.ReplaceAll(word, "’", "'"))
	return strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
}

func keys(list []tokenAt) []string {
	out := make([]string, len(list))
	for i, w := range list {
		out[i] = key(w.surface)
	}
	return out
}

func pick(list []tokenAt, at []int) []string {
	var out []string
	for _, i := range at {
		out = append(out, list[i].surface)
	}
	return out
}

// A comparison pairs the words of a longest common subsequence; missing are
// the places of a's other words, extra those of b's.
type comparison struct {
	pairs          [][2]int
	missing, extra []int
}

func compare(a, b []string) comparison {
	best := make([][]int32, len(a)+1)
	for i := range best {
		best[i] = make([]int32, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				best[i][j] = best[i+1][j+1] + 1
			} else {
				best[i][j] = max(best[i+1][j], best[i][j+1])
			}
		}
	}
	var c comparison
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			c.pairs = append(c.pairs, [2]int{i, j})
			i, j = i+1, j+1
		case j == len(b) || i < len(a) && best[i+1][j] >= best[i][j+1]:
			c.missing = append(c.missing, i)
			i++
		default:
			c.extra = append(c.extra, j)
			j++
		}
	}
	return c
}
