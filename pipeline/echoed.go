package pipeline

import (
	"slices"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/repair"
	"github.com/urtext/urtext/pipeline/scratch"
)

// A paragraph that stands right behind itself was printed twice, or written so. Where
// other copies have it, once, it goes before they are aligned: to the aligner a passage
// that one copy has twice and another in another place is three passages. Each text of
// a group is read once for all passages of all copies, however many there are.

const (
	echoShingle = 5  // words of a passage that are looked for in other copies
	echoHeld    = .6 // of its shingles, that a copy which has it has
)

// An echo is a passage of a document that stands right behind itself.
type echo struct {
	doc, from, to int
	passage       int
	own           holding // of the document itself
}

// A holding counts the texts that have a passage once, and those that have it more often.
type holding struct{ once, more int }

// cutEchoes cuts from the documents of a group the paragraphs that stand right behind
// themselves and that as many other texts of the group have once as have them more
// often, and reports whether there are any.
func cutEchoes(docs []*corpus.Document) (any bool) {
	echoes, passages := echoesIn(docs)
	if len(echoes) == 0 {
		return false
	}
	held := passages.askFor(docs, echoes)
	for _, e := range echoes {
		others := held[e.passage]
		if others.once-e.own.once < others.more-e.own.more+1 {
			continue
		}
		doc := docs[e.doc]
		doc.Proposals = append(slices.Clip(doc.Proposals), corpus.Proposal{Start: e.from, End: e.to, Kind: corpus.KindRepeat, Verdict: corpus.Cut, Score: 1,
			Evidence: []corpus.Evidence{{Family: corpus.Copies, Weight: 1, Detail: "the copy says this twice in a row, and others once"}}})
		any = true
	}
	return any
}

// echoesIn finds the echoes of documents, but for what is protected, document by
// document, and the passages that they are.
func echoesIn(docs []*corpus.Document) (echoes []echo, p *passages) {
	p = &passages{}
	p.runs.Reset(0)
	known := map[string]int{}
	for i, doc := range docs {
		for _, span := range repair.Echoed(doc.Draft.Text) {
			if protected(doc, span[0], span[1]) {
				continue
			}
			text := doc.Draft.Text[span[0]:span[1]]
			number, ok := known[text]
			if !ok {
				number = len(known)
				known[text] = number
				p.add(text)
			}
			echoes = append(echoes, echo{doc: i, from: span[0], to: span[1], passage: number})
		}
	}
	return echoes, p
}

// passages are known by their runs of words, which have numbers.
type passages struct {
	runs scratch.Register
	of   [][]int32 // by passage: the number of each of its runs
}

func (p *passages) add(text string) {
	var numbers []int32
	for h := range runsOf(text) {
		numbers = append(numbers, p.runs.Number(h))
	}
	p.of = append(p.of, numbers)
}

// runsOf goes through the hashes of the runs of words of a text.
func runsOf(text string) func(func(uint64) bool) {
	return func(yield func(uint64) bool) {
		keys := readKeys(text)
		for n := 0; n+echoShingle < len(keys.at); n++ {
			if !yield(keys.hash(n, n+echoShingle)) {
				return
			}
		}
	}
}

// askFor counts for each passage the texts of documents that have it, equal ones once,
// and notes for each echo what its own document has of it.
func (p *passages) askFor(docs []*corpus.Document, echoes []echo) []holding {
	out := make([]holding, len(p.of))
	echoesOf := map[string][]int{}
	for i, e := range echoes {
		text := docs[e.doc].Draft.Text
		echoesOf[text] = append(echoesOf[text], i)
	}
	asked := map[string]bool{}
	times := make([]int32, p.runs.Len())
	for _, doc := range docs {
		text := doc.Draft.Text
		if asked[text] {
			continue
		}
		asked[text] = true
		clear(times)
		for h := range runsOf(text) {
			if n := p.runs.Find(h); n >= 0 {
				times[n]++
			}
		}
		for k := range out {
			x := p.heldIn(times, k)
			out[k].once += x.once
			out[k].more += x.more
		}
		for _, i := range echoesOf[text] {
			echoes[i].own = p.heldIn(times, echoes[i].passage)
		}
	}
	return out
}

// heldIn reports whether a text that has each run so many times has a passage once, or
// more often.
func (p *passages) heldIn(times []int32, passage int) holding {
	runs := p.of[passage]
	has, twice := 0, 0
	for _, n := range runs {
		has += int(min(times[n], 1))
		twice += int(min(times[n]/2, 1))
	}
	switch {
	case has == 0 || float64(has) < echoHeld*float64(len(runs)):
		return holding{}
	case 2*twice > has:
		return holding{more: 1}
	}
	return holding{once: 1}
}
