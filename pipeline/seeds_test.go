package pipeline

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/urtext/urtext/pipeline/corpus"
)

// The seeds are five real copies of one article that lie beside the
// repository and never in it. What is expected of them is derived here from
// the files themselves, by position and by comparing them.
const (
	forum       = iota // page one as a forum post, with a spliced end
	pageTwo            // page two, "the" eaten
	newsletter         // the article, wrapped, without the author
	directory          // the article with teasers before and a link farm after
	translation        // a machine translation
)

// A seed is one of the files.
type seed struct {
	path, id, text string
}

// lines are those with anything on them, trimmed.
func (s seed) lines() []string {
	var out []string
	for _, l := range strings.Split(s.text, "\n") {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}

func seeds(t *testing.T) []seed {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("..", "..", "shared", "seeds", "00*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if len(paths) != 5 {
		t.Skip("needs the five seeds in ../shared/seeds beside the repository")
	}
	slices.Sort(paths)
	var out []seed
	for _, p := range paths {
		data, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, seed{p, filepath.Base(p), string(data)})
	}
	return out
}

func paths(list []seed) []string {
	var out []string
	for _, s := range list {
		out = append(out, s.path)
	}
	return out
}

// TestSeeds runs all five: two articles, each the other's translation, with
// everyone in the right role.
func TestSeeds(t *testing.T) {
	all := seeds(t)
	dir, _ := run(t, Options{Inputs: paths(all)})
	r := open(t, dir)
	if len(r.articles) != 2 {
		t.Fatalf("%d articles, want 2", len(r.articles))
	}
	english, italian := r.of(all[newsletter].id), r.of(all[translation].id)
	if english == italian || english.Language != "en" || italian.Language != "it" {
		t.Fatalf("languages %s and %s", english.Language, italian.Language)
	}
	if !slices.Equal(english.Translations, []string{italian.ID}) || !slices.Equal(italian.Translations, []string{english.ID}) {
		t.Errorf("translations %v and %v, want each other", english.Translations, italian.Translations)
	}
	if len(italian.Members) != 1 || len(english.Members) != 4 {
		t.Fatalf("%d and %d members, want 4 and 1", len(english.Members), len(italian.Members))
	}
	for i, want := range []struct {
		role     string
		from, to [2]float64 // least and most
	}{
		forum:      {corpus.RolePart, [2]float64{0, .02}, [2]float64{.6, .75}},
		pageTwo:    {corpus.RolePart, [2]float64{.4, .6}, [2]float64{.98, 1}},
		newsletter: {corpus.RoleCopy, [2]float64{0, 0}, [2]float64{.85, 1}},
		directory:  {corpus.RoleCopy, [2]float64{0, .01}, [2]float64{.99, 1}},
	} {
		m := english.Members[i]
		in := func(x float64, r [2]float64) bool { return r[0] <= x && x <= r[1] }
		if m.ID != all[i].id || m.Role != want.role || !in(m.Extent[0], want.from) || !in(m.Extent[1], want.to) {
			t.Errorf("member %s: role %s, extent %v; want %s, %s from %v to %v", m.ID, m.Role, m.Extent, all[i].id, want.role, want.from, want.to)
		}
	}
	for _, d := range r.documents {
		i := slices.IndexFunc(all, func(s seed) bool { return s.id == d.ID })
		undone(t, d, all[i].text)
	}
}

// TestSeedsTranslation holds that the translation has its apostrophes back,
// that the video title, its fourth line, is out, and that nothing else is.
func TestSeedsTranslation(t *testing.T) {
	it := seeds(t)[translation]
	dir, _ := run(t, Options{Inputs: []string{it.path}})
	a := open(t, dir).of(it.id)
	if a == nil {
		t.Fatal("no article")
	}
	lines := it.lines()
	title := lines[3]
	if strings.Count(title, ":") < 3 {
		t.Fatalf("line 4 is not the video title that this test takes it for")
	}
	want := strings.ReplaceAll(strings.Join(slices.Delete(lines, 3, 4), "\n\n"), "';", "'")
	got := a.Text
	if strings.Contains(got, "';") || strings.Count(got, "'") != strings.Count(want, "'") {
		t.Errorf("%d apostrophes, want %d; damaged ones left: %d", strings.Count(got, "'"), strings.Count(want, "'"), strings.Count(got, "';"))
	}
	for _, w := range strings.Fields(title) {
		if !strings.Contains(want, w) && strings.Contains(got, w) {
			t.Errorf("%q of the video title is left", w)
		}
	}
	ref := split(want)
	d := diff(keys(ref), keys(split(got)))
	if len(d.missing)+len(d.extra) > 0 {
		t.Errorf("words missing: %q, words too many: %q", pickWords(ref, d.missing), pickWords(split(got), d.extra))
	}
	if p, q := strings.Count(want, "\n\n"), strings.Count(got, "\n\n"); p != q || strings.Contains(strings.ReplaceAll(got, "\n\n", ""), "\n") {
		t.Errorf("%d paragraph breaks, want %d and no other breaks", q, p)
	}
}

const seedsChild = "URTEXT_TEST_SEEDS_CHILD"

// TestSeedsTime runs the seeds in a process of its own, start-up and loading
// of models included.
func TestSeedsTime(t *testing.T) {
	all := seeds(t)
	if out := os.Getenv(seedsChild); out != "" {
		run(t, Options{Inputs: paths(all), Out: out})
		return
	}
	if raced {
		t.Skip("the race detector is slow")
	}
	cmd := exec.Command(os.Args[0], "-test.run=^TestSeedsTime$")
	cmd.Env = append(os.Environ(), seedsChild+"="+filepath.Join(t.TempDir(), "out"))
	start := time.Now()
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	wall, cpu := time.Since(start), cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime()
	t.Logf("%v of processor time, %v in all", cpu, wall)
	if cpu > 2*time.Second {
		t.Errorf("the seeds take %v of processor time, want under 2 s", cpu)
	}
}
