package spam

import (
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// articles reads the project's own articles of a language.
func articles(t testing.TB, language string) (out []string) {
	files, err := filepath.Glob(filepath.Join("..", "..", "fixtures", "articles", language, "*.txt"))
	if err != nil || len(files) == 0 {
		t.Skip("no articles in fixtures/articles/" + language)
	}
	for _, f := range files {
		read, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(read))
	}
	return out
}

// tally counts how injected spans were met.
type tally struct{ all, cut, flag, wrong int }

func (c *tally) share(n int) float64 { return float64(n) / float64(max(c.all, 1)) }

// meet looks for each span among the proposals. A cut is wrong when the text
// that is left is not the text before the injection.
func (c *tally) meet(t *testing.T, clean string, in injected, language string) {
	doc := detect(t, in.text, language)
	found := 0
	for _, s := range in.spans {
		c.all++
		for _, q := range doc.Proposals {
			if q.Start > s.start || q.End < s.end || q.End-q.Start > s.end-s.start+8 {
				continue
			}
			if q.Verdict == corpus.Cut {
				c.cut++
				found++
			} else {
				c.flag++
			}
			break
		}
	}
	if all := cuts(doc); len(all) > found || len(all) == len(in.spans) && cut(t, doc) != clean {
		c.wrong++
	}
}

func (c *tally) log(t *testing.T, names ...string) {
	t.Logf("%-44s n=%4d  cut %.3f  cut or flag %.3f  documents harmed %d", strings.Join(names, ", "), c.all, c.share(c.cut), c.share(c.cut+c.flag), c.wrong)
}

// No trade is known to the detector, so each is held out. A third of the
// articles speak of the trades themselves, so that semantics is silent there.
func TestRecallOfPhrases(t *testing.T) {
	texts := articles(t, "en")
	for _, st := range styles {
		framed := strings.HasPrefix(st.name, "no-break") || strings.HasPrefix(st.name, "doubled")
		for _, tr := range trades {
			r := rand.New(rand.NewSource(7))
			var shaped, single tally
			for i := range 3 * len(texts) {
				clean := texts[i%len(texts)]
				if in := inject(r, clean, st, func() string { return tr.template(r) }, 4); len(in.spans) > 0 {
					shaped.meet(t, clean, in, "en")
				}
				if in := inject(r, clean, st, func() string { return pick(r, tr.phrases) }, 1+i%3); len(in.spans) > 0 {
					single.meet(t, clean, in, "en")
				}
			}
			shaped.log(t, tr.name, st.name, "one shape")
			single.log(t, tr.name, st.name, "no shape")
			if framed && (shaped.share(shaped.cut) < .9 || single.share(single.cut) < .75) {
				t.Errorf("%s, %s: too few are cut", tr.name, st.name)
			}
			if framed && single.share(single.cut+single.flag) < .95 {
				t.Errorf("%s, %s: too few are seen", tr.name, st.name)
			}
			if n := shaped.wrong + single.wrong; n*50 > shaped.all+single.all {
				t.Errorf("%s, %s: %d documents harmed", tr.name, st.name, n)
			}
		}
	}
}

func TestRecallInOtherLanguages(t *testing.T) {
	for _, language := range []string{"de", "fr", "es", "ru"} {
		texts, tr := articles(t, language), foreignTrades[language]
		for _, st := range styles[:4] {
			r := rand.New(rand.NewSource(7))
			var c tally
			for i := range 20 * len(texts) {
				clean := texts[i%len(texts)]
				phrase := func() string { return pick(r, tr.phrases) }
				if i%2 == 0 {
					phrase = func() string { return tr.template(r) }
				}
				if in := inject(r, clean, st, phrase, 1+i%3); len(in.spans) > 0 {
					c.meet(t, clean, in, language)
				}
			}
			c.log(t, language, st.name)
			if c.share(c.cut) < .85 || c.share(c.cut+c.flag) < .95 || c.wrong*50 > c.all {
				t.Errorf("%s, %s", language, st.name)
			}
		}
	}
}

// Whole sentences and paragraphs have no artefact; one document shows what
// they lack, and the copies decide most of them.
func TestRecallOfUnits(t *testing.T) {
	texts := articles(t, "en")
	for _, kind := range []string{"sentence", "paragraph of two", "paragraph of three", "link list", "title"} {
		var c tally
		r := rand.New(rand.NewSource(7))
		for i := range 8 * len(texts) {
			clean := texts[i%len(texts)]
			tr := trades[r.Intn(len(trades))]
			if in, ok := injectUnit(r, clean, tr, kind); ok {
				c.meetUnit(t, in)
			}
		}
		c.log(t, kind)
		least := map[string]float64{"sentence": .05, "paragraph of two": .4, "paragraph of three": .55, "link list": .8, "title": .5}[kind]
		if c.share(c.cut+c.flag) < least {
			t.Errorf("%s: too few are seen", kind)
		}
		if c.wrong*100 > c.all {
			t.Errorf("%s: %d documents harmed", kind, c.wrong)
		}
	}
}

// injectUnit puts a whole unit of the trade into the text.
func injectUnit(r *rand.Rand, clean string, tr trade, kind string) (injected, bool) {
	lines := strings.Split(clean, "\n")
	at := 1 + r.Intn(len(lines)-1)
	unit := ""
	switch kind {
	case "sentence":
		unit = pick(r, tr.sentences)
		parts := strings.SplitAfter(lines[at], ". ")
		if len(parts) < 3 {
			return injected{}, false
		}
		n := 1 + r.Intn(len(parts)-1)
		lines[at] = strings.Join(parts[:n], "") + unit + " " + strings.Join(parts[n:], "")
	case "paragraph of two":
		unit = strings.Join(tr.sentences[:2], " ")
		lines[at] += "\n\n" + unit + "\n"
	case "paragraph of three":
		unit = strings.Join(tr.sentences, " ")
		lines[at] += "\n\n" + unit + "\n"
	case "link list":
		unit = pick(r, tr.links)
		lines = append(lines, "", unit)
	case "title":
		unit = pick(r, tr.titles)
		lines[0] = unit
	}
	text := strings.Join(lines, "\n")
	start := strings.Index(text, unit)
	return injected{text, []injection{{start: start, end: start + len(unit), what: kind}}}, true
}

func (c *tally) meetUnit(t *testing.T, in injected) {
	doc := detect(t, in.text, "en")
	s := in.spans[0]
	c.all++
	met := false
	for _, q := range doc.Proposals {
		hit := q.Start < s.end && q.End > s.start
		switch {
		case !hit && q.Verdict == corpus.Cut:
			c.wrong++
		case hit && !met && q.Verdict == corpus.Cut:
			c.cut++
			met = true
		case hit && !met:
			c.flag++
			met = true
		}
	}
}
