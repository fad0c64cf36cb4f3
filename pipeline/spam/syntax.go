package spam

import "github.com/urtext/urtext/pipeline/corpus"

// weighSyntax judges how well the sentence does without the phrase, and how
// foreign the phrase looks in it: capitals in lower-case prose, no word that
// governs it, a join that the text has elsewhere too.
func (p *page) weighSyntax(f *phrase, pairs map[[2]int32]bool) {
	e := p.edgeOf(f.from, f.to, f.in)
	f.needed = p.needed(e)
	if e.left >= 0 && e.right >= 0 && pairs[[2]int32{p.words[e.left].key, p.words[e.right].key}] {
		f.needed = false
		f.note(corpus.Syntax, &f.syntax, .5, "the words round it follow each other elsewhere in the text")
	}
	if f.needed {
		return
	}
	if p.titleCase(f) {
		f.note(corpus.Syntax, &f.syntax, p.caseWeight(), "title case in the middle of a lower-case sentence")
	}
	switch {
	case e.left >= 0 && e.right < 0 && closing(e.mark):
		f.note(corpus.Syntax, &f.syntax, .35, "the sentence closes without it")
	case e.left >= 0 && e.right >= 0 && p.role(e.right) != free && e.governor == free:
		f.note(corpus.Syntax, &f.syntax, .3, "the sentence runs on without it")
	case e.left >= 0 && e.right >= 0 && e.governor != free && !p.words[e.right].is(function):
		f.note(corpus.Syntax, &f.syntax, .25, "what stands before it governs what stands after it")
	}
	if f.to-f.from >= 2 && p.functions(f) == 0 {
		f.note(corpus.Syntax, &f.syntax, .2, "no function word ties it together")
	}
}

// around is how many words to either side show what case a sentence is in.
const around = 20

// titleCase reports that all words of the phrase have capitals or digits, at
// least one of them a capital, in a sentence that otherwise has few.
func (p *page) titleCase(f *phrase) bool {
	capitals, low, others := 0, 0, 0
	for i := max(f.in.from, f.from-around); i < min(f.in.to, f.to+around); i++ {
		w := p.words[i]
		inside := i >= f.from && i < f.to
		switch {
		case inside && w.is(title):
			capitals++
		case inside && !w.is(numeral):
			return false
		case !inside && w.is(title):
			others++
		case !inside:
			low++
		}
	}
	return capitals >= 1 && others*4 <= low+3
}

// caseWeight is what title case tells in the language of the page: nothing
// where every noun has a capital.
func (p *page) caseWeight() float64 {
	if p.language == "de" || p.language == "lb" {
		return .05
	}
	return .35
}

// functions counts the function words of a phrase.
func (p *page) functions(f *phrase) int {
	n := 0
	for _, w := range p.words[f.from:f.to] {
		if w.is(function) {
			n++
		}
	}
	return n
}

// joins finds out which of the pairs of words that stand round phrases follow
// each other elsewhere in prose.
func (p *page) joins(phrases []*phrase) map[[2]int32]bool {
	out := make(map[[2]int32]bool, len(phrases))
	opens := p.flags.Take(len(p.keys)) // by key: is the first of a pair
	for _, f := range phrases {
		if e := p.edgeOf(f.from, f.to, f.in); e.left >= 0 && e.right >= 0 {
			pair := [2]int32{p.words[e.left].key, p.words[e.right].key}
			out[pair], opens[pair[0]] = false, true
		}
	}
	if len(out) == 0 {
		return out
	}
	for _, l := range p.lines {
		for i := l.from + 1; l.prose && i < l.to; i++ {
			if !opens[p.words[i-1].key] {
				continue
			}
			pair := [2]int32{p.words[i-1].key, p.words[i].key}
			if _, wanted := out[pair]; wanted && p.onlySpace(i) {
				out[pair] = true
			}
		}
	}
	return out
}
