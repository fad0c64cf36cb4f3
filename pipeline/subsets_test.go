package pipeline

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/urtext/urtext/fixtures/score"
	"github.com/urtext/urtext/pipeline/corpus"
)

// A reference is the article as the seeds attest it: the words of the
// directory's copy with the author's line and box, and for each copy which
// of these words it has, by comparing.
type reference struct {
	seeds  []seed
	tokens []tokenAt
	title  int      // how many words the title has
	column []string // the words of the column's name that one title has before it
	copies []attest
}

// An attest is what one copy says of the article.
type attest struct {
	tokens   []tokenAt
	from, to int           // the words of the reference that it stands for
	surface  map[int]bool  // by index of reference<<1: attested; see forms
	forms    map[int]string // its surface of a word of the reference
	starts   map[int]bool  // words of the reference that begin a paragraph in it
	inside   []string      // words within the article that are foreign
	outside  []string      // words before and after it
}

// A tokenAt is a word as white space cuts it.
type tokenAt struct {
	surface string
	starts  bool // the first word of its line
}

// refer derives the reference. The newsletter's first line is the title; the
// directory has it behind the column's name, then a paragraph to a line up to
// the author's line, which is page two's last but one; page two's last line
// is the author's box.
func refer(t *testing.T, all []seed) *reference {
	t.Helper()
	r := &reference{seeds: all[:translation]}
	title := all[newsletter].lines()[0]
	two := all[pageTwo].lines()
	author, box := two[len(two)-2], two[len(two)-1]
	lines := all[directory].lines()
	begin := slices.IndexFunc(lines, func(l string) bool { return strings.HasSuffix(l, title) })
	end := slices.Index(lines, author)
	if begin < 0 || end < begin || !slices.Contains(lines[end:], box) {
		t.Fatal("the seeds are not those that this test was made for")
	}
	r.column = keysOf(strings.TrimSuffix(lines[begin], title))
	paragraphs := append([]string{title}, lines[begin+1:end+1]...)
	r.tokens = split(strings.Join(append(paragraphs, box), "\n"))
	r.title = len(strings.Fields(title))
	for i := range r.seeds {
		r.copies = append(r.copies, r.attest(i))
	}
	return r
}

// attest compares a copy with the reference. It stands for what lies between
// the first and the last run of four words that both have.
func (r *reference) attest(i int) attest {
	a := attest{tokens: split(r.seeds[i].text), forms: map[int]string{}, starts: map[int]bool{}}
	ref, own := keys(r.tokens), keys(a.tokens)
	runs := map[string]int{}
	for k := 0; k+4 <= len(ref); k++ {
		runs[strings.Join(ref[k:k+4], " ")] = k
	}
	first, last := -1, -1
	for k := 0; k+4 <= len(own); k++ {
		at, ok := runs[strings.Join(own[k:k+4], " ")]
		if !ok {
			continue
		}
		if first < 0 {
			first, a.from = k, at
		}
		last = k + 4
		a.to = max(a.to, at+4)
	}
	d := diff(ref[a.from:a.to], own[first:last])
	for _, p := range d.pairs {
		w := a.tokens[first+p[1]]
		a.forms[a.from+p[0]] = w.surface
		if w.starts {
			a.starts[a.from+p[0]] = true
		}
	}
	for _, k := range d.extra {
		a.inside = append(a.inside, own[first+k])
	}
	a.outside = append(slices.Clone(own[:first]), own[last:]...)
	return a
}

// A verdict is how well one subset was rebuilt.
type verdict struct {
	names                string
	articles             int
	wer                  float64 // of surfaces, against what the subset attests
	missing, extra       []string
	furniture, spam      int      // of the extra words, those from round the article and from spliced phrases
	surfaces             []string // that no copy of the subset has there
	title, wantTitle     string
	the, wantThe         int // how often the frequent word stands
	unparted, overparted []string
	wraps                int
	ellipses             int // forms in use
}

func (v verdict) good() bool {
	return v.articles == 1 && v.wer == 0 && len(v.missing)+len(v.extra)+len(v.surfaces)+len(v.unparted)+len(v.overparted) == 0 &&
		v.title == v.wantTitle && v.the == v.wantThe && v.wraps == 0 && v.ellipses <= 1
}

// TestSeedsSubsets rebuilds the article from every subset of its English
// copies. The last lines of the log are a table.
func TestSeedsSubsets(t *testing.T) {
	r := refer(t, seeds(t))
	var table strings.Builder
	fmt.Fprintf(&table, "%-16s %8s %7s %7s %5s %9s %4s %8s %5s %10s %5s %8s\n", "copies", "articles", "errors", "missing", "extra", "furniture", "spam", "surfaces", "title", "the", "paras", "ellipses")
	for set := 1; set < 1<<len(r.seeds); set++ {
		var members []int
		for i := range r.seeds {
			if set>>i&1 == 1 {
				members = append(members, i)
			}
		}
		name := strings.Trim(strings.ReplaceAll(fmt.Sprint(members), " ", "+"), "[]")
		t.Run(name, func(t *testing.T) {
			v := r.rebuild(t, members)
			v.names = name
			fmt.Fprintln(&table, v.row())
			v.report(t)
		})
	}
	t.Log("\n" + table.String())
}

func (v verdict) row() string {
	yes := map[bool]string{true: "yes", false: "NO"}
	return fmt.Sprintf("%-16s %8d %6.2f%% %7d %5d %9d %4d %8d %5s %4d of %3d %+3d %+d %5d", v.names, v.articles, 100*v.wer, len(v.missing), len(v.extra), v.furniture, v.spam,
		len(v.surfaces), yes[v.title == v.wantTitle], v.the, v.wantThe, len(v.overparted), -len(v.unparted), v.ellipses)
}

func (v verdict) report(t *testing.T) {
	t.Helper()
	if v.good() {
		return
	}
	t.Errorf("articles %d; word errors %.4f; missing %q; too many %q; surfaces no copy has %q; title %q, want %q; the %d of %d; "+
		"paragraphs run together before %q, broken before %q; %d wraps; %d forms of ellipsis",
		v.articles, v.wer, v.missing, v.extra, v.surfaces, v.title, v.wantTitle, v.the, v.wantThe, v.unparted, v.overparted, v.wraps, v.ellipses)
}

// rebuild runs the pipeline on some of the copies and judges what comes out.
func (r *reference) rebuild(t *testing.T, members []int) verdict {
	t.Helper()
	var in []string
	from, to := len(r.tokens), 0
	for _, i := range members {
		in = append(in, r.seeds[i].path)
		from, to = min(from, r.copies[i].from), max(to, r.copies[i].to)
	}
	dir, _ := run(t, Options{Inputs: in})
	res := open(t, dir)
	v := verdict{articles: len(res.articles)}
	v.wantTitle = r.wantTitle(members)
	a := &corpus.Article{}
	if len(res.articles) > 0 {
		a = res.articles[0]
	}
	for _, x := range res.articles {
		if len(x.Text) > len(a.Text) {
			a = x
		}
	}
	r.judge(&v, members, a, from, to)
	return v
}

// wantTitle is the newsletter's title, or with the column's name when only
// the directory's is there to tell.
func (r *reference) wantTitle(members []int) string {
	if slices.Contains(members, newsletter) {
		return r.seeds[newsletter].lines()[0]
	}
	if slices.Contains(members, directory) {
		for _, l := range r.seeds[directory].lines() {
			if strings.HasSuffix(l, r.seeds[newsletter].lines()[0]) {
				return l
			}
		}
	}
	return ""
}

// judge compares the article with words [from, to) of the reference.
func (r *reference) judge(v *verdict, members []int, a *corpus.Article, from, to int) {
	out := split(a.Text)
	want := r.tokens[from:to]
	if v.wantTitle != "" && !slices.Contains(members, newsletter) { // the column's name stays
		column := split(strings.TrimSuffix(v.wantTitle, r.seeds[newsletter].lines()[0]))
		want = append(slices.Clone(column), want...)
		from -= len(column)
	}
	ref := keys(want)
	d := diff(ref, keys(out))
	v.title = a.Title
	v.missing, v.extra = pickWords(want, d.missing), pickWords(out, d.extra)
	r.trace(v, members)
	chosen := make([]string, len(want))
	for k, w := range want {
		chosen[k] = w.surface
	}
	for _, p := range d.pairs {
		k, surface := from+p[0], out[p[1]].surface
		if r.attested(members, k, surface) {
			chosen[p[0]] = surface
		} else {
			v.surfaces = append(v.surfaces, surface)
		}
		r.parted(v, members, k, p[0] == 0, out[p[1]])
	}
	v.wer = score.Compare(strings.Join(chosen, " "), a.Text)[score.WER].Rate()
	v.the, v.wantThe = countOf(keys(out), "the"), countOf(ref, "the")
	v.wraps = strings.Count(strings.ReplaceAll(a.Text, "\n\n", ""), "\n")
	for _, e := range []string{"…", "..."} {
		if strings.Contains(a.Text, e) {
			v.ellipses++
		}
	}
}
