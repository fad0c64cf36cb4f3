package cluster

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// What many pages have at their foot joins no two of them, however little else there
// is on either; what they have besides does, and so does the foot alone.
func TestCommonplacesJoinNothing(t *testing.T) {
	w := newWriter(211)
	foot := "\n\n" + w.article(3)
	var texts []string
	for range 2 * commonNodes {
		texts = append(texts, w.article(8)+foot)
	}
	short := len(texts)
	for i := range 6 {
		name := strings.Join(w.words[7*i:7*i+4], " ")
		texts = append(texts, fmt.Sprintf("Uses of %s\n\nThere is no use of %s", name, name)+foot)
	}
	copied := w.paragraph()
	texts = append(texts, copied+foot, w.noise(copied, 4)+foot, foot, w.noise(foot, 4))
	var want [][]int
	for i := range short + 6 {
		want = append(want, []int{i})
	}
	want = append(want, []int{short + 6, short + 7}, []int{short + 8, short + 9})
	check(t, english(texts...), want)
	joined := groupWith(t, Config{Key: 1, JoinTemplates: true}, english(texts...))
	if !slices.ContainsFunc(joined.Clusters, func(c corpus.Cluster) bool { return len(c.Members) > 6 }) {
		t.Error("not joined where templates are to be")
	}
}

// Of an article of which there are many copies nothing is common, though most of them
// stand in frames larger than it, each in its own.
func TestManyCopiesAreNoCommonplace(t *testing.T) {
	w := newWriter(212)
	text := w.article(5)
	var texts []string
	for i := range 2 * commonNodes {
		menu := func() (out string) {
			for range len(text) / 40 {
				out += strings.Join(w.words[w.Intn(900):][:3], " | ") + "\n"
			}
			return out
		}
		texts = append(texts, menu()+"\n"+w.noise(text, i%12)+"\n\n"+menu())
	}
	if r := groupDocs(t, english(texts...)); len(r.Clusters[0].Members) < len(texts)-1 {
		t.Errorf("%d of %d copies joined", len(r.Clusters[0].Members), len(texts))
	}
}

// No more hosts are asked about than it takes, and what they tell is what all would.
func TestHostsToAsk(t *testing.T) {
	r := rand.New(rand.NewSource(5))
	asked := 0
	for round := range 200 {
		truth, list := map[int32]bool{}, make([]commonplace, 20)
		for i := range list {
			for k := range list[i].hosts {
				n := int32(r.Intn(120)*commonHosts + k)
				list[i].hosts[k] = n
				truth[n] = r.Intn(200) < round
			}
		}
		own := map[int32]bool{}
		for ask := hostsToAsk(list, own); len(ask) > 0; ask = hostsToAsk(list, own) {
			for _, n := range ask {
				if _, again := own[n]; again {
					t.Fatalf("node %d is asked about again", n)
				}
				own[n] = truth[n]
			}
		}
		asked += len(own)
		for _, c := range list {
			got, _ := c.known(own)
			want, _ := c.known(truth)
			if (got >= leastHosts) != (want >= leastHosts) {
				t.Fatalf("%d of the hosts asked about have prose of their own, and %d of all", got, want)
			}
		}
	}
	if most := 200 * 20 * commonHosts * 2 / 3; asked > most {
		t.Errorf("%d hosts were asked about, want %d at most", asked, most)
	}
}
