package cluster

import (
	"context"
	"math"
	"math/rand"
	"slices"
	"testing"
)

// TestPromising holds that no link is given up unread that is worth a look, and that
// others are.
func TestPromising(t *testing.T) {
	worthy, spared := 0, 0
	for seed := range int64(40) {
		p := sampledNodes(t, rand.New(rand.NewSource(seed)))
		if p.shelf.few = int(seed%2) * 1000; p.shelf.few == 0 {
			p.glances = p.glancesAt(p.list)
		}
		bonds := map[int32][]bond{}
		err := p.every().each(func(hash uint64, nodes []int32) error {
			p.glances.note(hash, nodes)
			for i, b := range nodes[1:] {
				bonds[b] = append(bonds[b], bond{node: b, spread: int32(len(nodes)), first: nodes[0], before: nodes[i], hash: hash})
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		for b, list := range bonds {
			slices.SortFunc(list, bondCodec().Compare)
			for _, l := range leaders(list) {
				own, _ := p.shelf.viewSamples().get(p.samplesOf(b))
				other, _ := p.shelf.viewSamples().get(p.samplesOf(l.a))
				link := l
				is, may := worth(sampled{p.card(l.a), other}, sampled{p.card(b), own}, &link), p.promising(list, l)
				if is && !may {
					t.Fatalf("seed %d: nodes %d and %d share %d of %d and %d samples, and are not looked at", seed, l.a, b, link.shared, len(other), len(own))
				}
				worthy, spared = worthy+b2i(is), spared+b2i(!may)
			}
		}
	}
	if worthy < 100 || spared < 100 {
		t.Errorf("%d links are worth a look, %d are spared it", worthy, spared)
	}
}

// sampledNodes makes nodes with samples, of some in common, on a few or on many.
func sampledNodes(t *testing.T, r *rand.Rand) *prover {
	c := Config{Key: 1, Workers: 1}
	shelf := c.NewShelf(t.TempDir(), 0)
	t.Cleanup(func() { shelf.Close() })
	pool := make([]uint64, 200+r.Intn(4000))
	for i := range pool {
		pool[i] = r.Uint64() >> r.Intn(5)
	}
	var list []int32
	for range 150 {
		n := 1 + r.Intn(80)
		samples := make([]uint64, n)
		for i := range samples {
			samples[i] = pool[int(float64(len(pool))*math.Pow(r.Float64(), 3))]
		}
		slices.Sort(samples)
		samples = slices.Compact(samples)
		limit := uint64(math.MaxUint64)
		if r.Intn(4) > 0 && len(samples) >= sampleFloor {
			limit = max(samples[len(samples)-1], sampleLimit)
		}
		if limit == sampleLimit || len(samples) > sampleFloor && limit < math.MaxUint64 { // as sample gives them
			k, _ := slices.BinarySearch(samples, sampleLimit)
			samples, limit = samples[:max(k, sampleFloor)], max(samples[max(k, sampleFloor)-1], sampleLimit)
		}
		sk := Sketch{Content: [2]uint64{r.Uint64(), 0}, Stream: [2]uint64{r.Uint64(), 0}, Samples: samples, Limit: limit,
			Words: 500, Kept: int32(30 + r.Intn(600))}
		at, err := shelf.Add(&sk)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, int32(at))
	}
	p, err := newProver(context.Background(), c, shelf, list, nil)
	if err != nil {
		t.Fatal(err)
	}
	return p
}
