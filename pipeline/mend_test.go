package pipeline

import (
	"math/rand"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/urtext/urtext/fixtures"
	"github.com/urtext/urtext/pipeline/align"
	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/reconstruct"
)

// faint loses a share of the characters beyond ASCII.
func faint(text string, share float64, r *rand.Rand) string {
	return strings.Map(func(c rune) rune {
		if c >= utf8.RuneSelf && r.Float64() < share {
			return '?'
		}
		return c
	}, text)
}

// rebuilt is the article of some copies.
func rebuilt(language string, copies ...string) string {
	var docs []*corpus.Document
	for i, s := range copies {
		docs = append(docs, &corpus.Document{ID: string(rune('a' + i)), Language: language, Draft: corpus.NewDraft(s)})
	}
	return strings.TrimSpace(reconstruct.Rebuild(align.Align(fillAll(docs, nil)), reconstruct.Knowledge{}).Article.Text)
}

// TestWholeLettersWin rebuilds articles of a whole copy and copies that lost
// letters, in any order: what comes out is what was whole, its question marks
// too.
func TestWholeLettersWin(t *testing.T) {
	r := rand.New(rand.NewSource(4))
	for _, a := range articles(t) {
		if !slices.Contains([]string{"ru", "uk", "el"}, a.Language) {
			continue
		}
		for _, share := range []float64{.2, .6, .95, 1} {
			lossy := faint(a.Text, share, r)
			for _, copies := range [][]string{{a.Text, lossy}, {lossy, a.Text}, {lossy, faint(a.Text, share, r), a.Text}} {
				if got := rebuilt(a.Language, copies...); got != strings.TrimSpace(a.Text) {
					t.Errorf("%s, %.0f%% lost, %d copies: %s", a.Name, 100*share, len(copies), around(got, strings.TrimSpace(a.Text)))
				}
			}
		}
	}
}

func around(got, want string) string {
	i := 0
	for i < min(len(got), len(want)) && got[i] == want[i] {
		i++
	}
	from := max(0, i-60)
	return strings.ToValidUTF8(got[from:min(len(got), i+80)], "") + " | want | " + strings.ToValidUTF8(want[from:min(len(want), i+80)], "")
}

// TestFadedCopyAttests holds that a copy that lost letters speaks for the
// words of its places: what another has amid them falls, what another lost
// is not made up.
func TestFadedCopyAttests(t *testing.T) {
	r := rand.New(rand.NewSource(5))
	const text = `Паром остановили на месяц, и жители добираются в объезд. Администрация объяснила решение осмотром: водолазы нашли трещину в креплении троса, а на самом пароме – коррозию двух понтонов. Что будет дальше? Ремонт займёт от четырёх до пяти недель, говорит начальник отдела.

Переправой ежедневно пользуются около шестисот человек, и на правом берегу стоят три деревни. Раньше дорога до центра занимала двадцать минут вместе с ожиданием, теперь она занимает полтора часа в одну сторону. Район выделил два автобуса, которые ходят четыре раза в день.`
	lossy := faint(text, .8, r)
	for name, c := range map[string]struct {
		copies []string
		want   string
	}{
		"a phrase put in": {[]string{strings.Replace(text, "трещину", "Cheap Winter Boots , трещину", 1), strings.Replace(text, "берегу", "Cheap Summer Boots , берегу", 1), lossy}, text},
		"a sentence lost": {[]string{strings.Replace(text, " Ремонт займёт от четырёх до пяти недель, говорит начальник отдела.", "", 1), text, lossy}, text},
		"a noisy copy":    {[]string{strings.NewReplacer("трещину", "трещнну", "берегу", "береry").Replace(text), text, lossy}, text},
	} {
		if got := rebuilt("ru", c.copies...); got != c.want {
			t.Errorf("%s: %s", name, around(got, c.want))
		}
	}
	lost := strings.Replace(text, " Раньше дорога до центра занимала двадцать минут вместе с ожиданием, теперь она занимает полтора часа в одну сторону.", "", 1)
	if got := rebuilt("ru", lost, lossy); strings.Count(got, "?") != 1 {
		t.Errorf("signs of lost letters stay where most of a passage is lost: %s", got)
	}
	if got := rebuilt("ru", lost, faint(text, .15, r)); !strings.Contains(got, "1") && !strings.Contains(got, "час") {
		t.Errorf("a passage that can be read is gone: %s", got)
	}
}

// TestReadersDoNotDependOnOrder holds that the order of the members does not
// change how a copy that lost letters is read.
func TestReadersDoNotDependOnOrder(t *testing.T) {
	r := rand.New(rand.NewSource(6))
	a := articles(t)[slices.IndexFunc(articles(t), func(a fixtures.Article) bool { return a.Language == "uk" })]
	copies := []string{a.Text, faint(a.Text, .5, r), faint(a.Text, .7, r), strings.ReplaceAll(a.Text, " і ", " "), faint(a.Text, .3, r)}
	var docs []*corpus.Document
	for i, s := range copies {
		docs = append(docs, &corpus.Document{ID: string(rune('a' + i)), Language: a.Language, Draft: corpus.NewDraft(s)})
	}
	read := func() map[string][]corpus.Word {
		out := map[string][]corpus.Word{}
		for _, w := range fillAll(docs, nil) {
			out[w.ID] = w.Words
		}
		return out
	}
	want := read()
	for range 5 {
		r.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
		if d := gocmp.Diff(want, read()); d != "" {
			t.Errorf("another order: %s", d)
		}
	}
}
