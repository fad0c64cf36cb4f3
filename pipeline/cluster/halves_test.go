package cluster

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A half is page 1 or page 2 of a post.
type half struct {
	post   int
	second bool
	doc    *corpus.Document
}

// halve cuts a text in two between paragraphs, near the middle. It fails on
// short texts and on such as have no break there.
func halve(text string) (a, b string, ok bool) {
	paragraphs := strings.Split(text, "\n\n")
	total, sum, best := len(strings.Fields(text)), 0, 0
	for i, p := range paragraphs[:len(paragraphs)-1] {
		sum += len(strings.Fields(p))
		if sum*4 > total && sum*4 < total*3 && (best == 0 || sum*2 <= total) {
			best = i + 1
		}
	}
	return join(paragraphs[:best]...), join(paragraphs[best:]...), total >= 250 && best > 0
}

// posts reads the real posts, each family once.
func posts(t *testing.T) []string {
	t.Helper()
	family, seen := map[string]string{}, map[string]bool{}
	lines(t, "../../../shared/data/republished.gold.jsonl.gz", func(r record) {
		for _, m := range r.Members {
			family[m.ID] = r.Family
		}
	})
	var out []string
	lines(t, "../../../shared/data/republished.documents.jsonl.gz", func(r record) {
		if !seen[family[r.ID]] {
			out = append(out, r.Text)
		}
		seen[family[r.ID]] = true
	})
	return out
}

// halves draws n posts cut in pages, of which one in two has lost a page,
// and whole posts to compare with.
func halves(texts []string, n int, seed uint64) []half {
	r := rand.New(rand.NewPCG(seed, 1))
	var out []half
	for k, i := range r.Perm(len(texts)) {
		a, b, ok := halve(texts[i])
		switch {
		case !ok:
		case n > 0:
			n--
			lost := r.IntN(4)
			if lost != 0 {
				out = append(out, half{k, false, marked(a, "Continued on page 2", false)})
			}
			if lost != 1 {
				out = append(out, half{k, true, marked(b, "Continued from page 1", true)})
			}
		case len(out) > 0 && n > -backdrop:
			n--
			out = append(out, half{k, false, document("en", texts[i])})
		}
	}
	return out
}

// TestPagesOfRealPosts joins pages 1 and 2 of posts that share a subject and
// authors: the hardest company that pages can have. The draws are others than
// those that logOdds was fitted on.
func TestPagesOfRealPosts(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	texts := posts(t)
	joined, wrong := 0, 0
	for _, c := range []struct{ posts, runs, least int }{{2, 40, 75}, {6, 20, 68}, {20, 6, 70}, {60, 2, 55}, {200, 1, 35}} {
		right, pairs := 0, 0
		for seed := range c.runs {
			r, w, p := joinHalves(t, halves(texts, c.posts, uint64(1000+seed)))
			right, wrong, joined, pairs = right+r, wrong+w, joined+r+w, pairs+p
		}
		t.Logf("%d posts: %d of %d pairs joined", c.posts, right, pairs)
		if right*100 < c.least*pairs {
			t.Errorf("%d posts: %d of %d pairs joined, less than %d%%", c.posts, right, pairs, c.least)
		}
	}
	if t.Logf("%d of %d wrong", wrong, joined); wrong*100 > joined {
		t.Errorf("%d of %d joins are of two posts", wrong, joined)
	}
}

// joinHalves counts the joins of one post, those of two, and the pairs.
func joinHalves(t *testing.T, hs []half) (right, wrong, pairs int) {
	var docs []*corpus.Document
	pages := map[int]int{}
	for _, h := range hs {
		docs = append(docs, h.doc)
		pages[h.post]++
		pairs += b2i(pages[h.post] == 2)
	}
	for _, k := range groupDocs(t, docs).Clusters {
		if len(k.Members) < 2 {
			continue
		}
		same := !slices.ContainsFunc(k.Members, func(m int) bool { return hs[m].post != hs[k.Members[0]].post })
		right, wrong = right+b2i(same), wrong+b2i(!same)
	}
	return right, wrong, pairs
}
