package pipeline

import (
	"math"
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
// repository and never in it; the family in fixtures has the same damage on
// an article of our own. What is expected of either is derived here from the
// files themselves, by position and by comparing them.
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

// eachFamily runs a test on the seeds, where they are, and on the family of
// the fixtures.
func eachFamily(t *testing.T, test func(t *testing.T, all []seed)) {
	for name, dir := range map[string]string{"seeds": seedsFolder, "family": filepath.Join("..", "fixtures", "family")} {
		t.Run(name, func(t *testing.T) { test(t, five(t, dir)) })
	}
}

var seedsFolder = filepath.Join("..", "..", "shared", "seeds")

func five(t *testing.T, dir string) []seed {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "00*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if len(paths) == 0 && dir == seedsFolder {
		t.Skip("needs the five seeds in ../shared/seeds beside the repository")
	}
	if len(paths) != 5 {
		t.Fatalf("%d copies in %s, want 5", len(paths), dir)
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
func TestSeeds(t *testing.T) { eachFamily(t, testTwoArticles) }

func testTwoArticles(t *testing.T, all []seed) {
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
	ref := refer(t, all)
	for i, role := range []string{forum: corpus.RolePart, pageTwo: corpus.RolePart, newsletter: corpus.RoleCopy, directory: corpus.RoleCopy} {
		m, n := english.Members[i], float64(len(ref.tokens))
		from, to := float64(ref.copies[i].from)/n, float64(ref.copies[i].to)/n
		if m.ID != all[i].id || m.Role != role || math.Abs(m.Extent[0]-from) > .03 || math.Abs(m.Extent[1]-to) > .03 {
			t.Errorf("member %s: role %s, extent %v; want %s, %s, [%.3f %.3f]", m.ID, m.Role, m.Extent, all[i].id, role, from, to)
		}
	}
	for _, d := range r.documents {
		i := slices.IndexFunc(all, func(s seed) bool { return s.id == d.ID })
		undone(t, d, all[i].text)
	}
}

// TestSeedsTranslation holds that the translation has its apostrophes back,
// that the video title, its fourth line, is out, and that nothing else is.
func TestSeedsTranslation(t *testing.T) { eachFamily(t, testTranslation) }

func testTranslation(t *testing.T, all []seed) {
	it := all[translation]
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
	d := compare(keys(ref), keys(split(got)))
	if len(d.missing)+len(d.extra) > 0 {
		t.Errorf("words missing: %q, words too many: %q", pick(ref, d.missing), pick(split(got), d.extra))
	}
	if p, q := strings.Count(want, "\n\n"), strings.Count(got, "\n\n"); p != q || strings.Contains(strings.ReplaceAll(got, "\n\n", ""), "\n") {
		t.Errorf("%d paragraph breaks, want %d and no other breaks", q, p)
	}
}

const seedsChild = "URTEXT_TEST_SEEDS_CHILD"

// TestSeedsTime runs the seeds in a process of its own, start-up and loading
// of models included.
func TestSeedsTime(t *testing.T) {
	all := five(t, seedsFolder)
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
