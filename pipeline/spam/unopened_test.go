package spam

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/urtext/urtext/pipeline/token"
)

// TestOffersMayBePassedOver holds that on a page where none may be convicted none is, and
// that how the sentences set aside begin is known when it is asked for later.
func TestOffersMayBePassedOver(t *testing.T) {
	lines := append(strings.SplitAfter(orchard, ". "),
		"Buy a ladder for $19 in our shop. ", "Buy a saw for $29 in our shop. ", "Buy a rope for £7 in our shop today. ",
		"The heading Order boots from www.boots-shop.example for €49 now. ", "Send for the list at 30% off before March. ", "\n\n")
	passed, opened := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		text := orchard + "\n\n" + strings.Join(rapid.SliceOfN(rapid.SampledFrom(lines), 0, 40).Draw(t, "lines"), "")
		read := func() *page {
			p := new(page).read(new(token.Reading).Read(text), "en")
			p.phrases()
			return p
		}
		p, q := read(), read()
		kin, scratch := make([]bool, len(p.keys)), make([]int32, len(p.keys))
		n, _ := p.measure(p.sentences, scratch)
		before := slices.Clone(p.inProse)
		if p.mayConvict(kin) {
			return
		}
		passed++
		all := p.setAside(nil, nil)
		for _, o := range all {
			o.selling = p.sell(o.stretch, n, scratch)
		}
		p.countOffers(all, -1)
		p.noteOpenings(all)
		p.convict(all, n, kin)
		p.countOffers(all, 1)
		if slices.ContainsFunc(all, func(o *offer) bool { return o.convicted }) || !slices.Equal(p.inProse, before) {
			t.Fatalf("convicted in %q", text)
		}
		if out := q.offers(n, nil, nil, kin, scratch); out != nil || q.opens != nil {
			t.Fatalf("%v", out)
		}
		q.unglued(q.sentences[0])
		if !slices.Equal(p.opens, q.opens) || len(p.openings) != len(q.openings) || !slices.Equal(q.inProse, before) {
			t.Fatalf("%v, later %v", p.openings, q.openings)
		}
		if slices.Contains(q.opens, true) {
			opened++
		}
	})
	if passed == 0 || opened == 0 {
		t.Errorf("%d pages passed over, %d with sentences set aside", passed, opened)
	}
}
