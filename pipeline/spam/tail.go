package spam

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A copy that was cut in mid-word is sometimes joined to the end of another
// text. The join makes a word that no language has: the beginning of one and
// the end of another. The language's own figures tell it from a rare word. The
// letters of one page tell it badly: they see hardly three times as many
// blends as genuine last words, so on their word alone nothing is cut.

const (
	tailWords  = 8    // how far from the end the blend may stand
	blendRunes = 8    // how long it is at least
	strange    = .5   // the share of its threes that stand nowhere else
	outliers   = .1   // the share of the words used once that may look as odd
	impossible = .001 // the chance of its rarest letter, where the language's figures are known
)

// tail looks for a spliced end in the last sentence of the prose. It is cut
// when the language has no such word and the page is certainly damaged, else
// flagged.
func (p *page) tail(known []corpus.Proposal) (corpus.Proposal, bool) {
	last, ok := p.lastSentence()
	if !ok {
		return corpus.Proposal{}, false
	}
	blend, certain, why := p.findBlend(last)
	if blend < 0 {
		return corpus.Proposal{}, false
	}
	q := corpus.Proposal{Kind: corpus.KindTail, Score: .3, Head: p.headOf(blend, last.to, maxPhrase)}
	q.Start = len(strings.TrimRight(p.text[:p.words[blend].start()], spaces))
	q.End = last.end
	q.Evidence = []corpus.Evidence{
		{Family: corpus.Syntax, Weight: .6, Detail: why},
		{Family: corpus.Semantics, Weight: .4, Detail: "what follows it to the end speaks of nothing the page speaks of"},
	}
	if certain && injured(known) {
		q.Verdict, q.Score = corpus.Cut, .8
		q.Evidence = append(q.Evidence, corpus.Evidence{Family: corpus.Artefact, Weight: .7, Detail: "the page is damaged: text was injected into it"})
	}
	return q, true
}

// injured reports that something injected is certain.
func injured(known []corpus.Proposal) bool {
	for _, q := range known {
		if q.Verdict == corpus.Cut && q.Kind == corpus.KindSpam {
			return true
		}
	}
	return false
}

// findBlend returns the word near the end of a sentence that is most likely
// no word of any language, whether the language's figures say so, and why;
// or -1.
func (p *page) findBlend(last stretch) (blend int, certain bool, why string) {
	blend = -1
	share := 0.
	var own letters
	for i := max(last.from+3, last.to-tailWords); i+1 < last.to; i++ {
		if !p.mayBlend(i) || !p.coheresNot(i+1, last.to) {
			continue
		}
		surface, key := p.text[p.words[i].start():p.words[i].end()], p.keys[p.words[i].key]
		if p.rarest != nil {
			if chance, ok := p.rarest(p.language, key); ok {
				if chance < impossible {
					return i, true, fmt.Sprintf("%q has letters that do not follow each other in the language", surface)
				}
				continue
			}
		}
		if own.count == nil {
			own = p.letters()
		}
		if s := own.strangeness(key); s >= strange && s > share && p.oddRank(own, s) <= outliers {
			blend, share = i, s
			why = fmt.Sprintf("%q is like no other word of the text: %d%% of its letters in threes stand nowhere else", surface, int(s*100))
		}
	}
	return blend, false, why
}

// lastSentence is the last sentence of the last full paragraph of prose.
func (p *page) lastSentence() (stretch, bool) {
	for i := len(p.sentences) - 1; i >= 0; i-- {
		s := p.sentences[i]
		if s.prose && p.lines[s.line].words() >= 25 {
			return s, s.words() >= 6 && p.proseSize >= minProse
		}
	}
	return stretch{}, false
}

// mayBlend reports a long word in lower case that stands here only.
func (p *page) mayBlend(i int) bool {
	w := p.words[i]
	return w.is(content) && !w.is(title|spaceless) && p.inProse[w.stem] == 1 && utf8.RuneCountInString(p.text[w.start():w.end()]) >= blendRunes &&
		p.onlySpace(i) && (i+1 == len(p.words) || !strings.HasPrefix(p.gap(i+1), "-"))
}

// coheresNot reports that no content of words [from, to) stands elsewhere.
func (p *page) coheresNot(from, to int) bool {
	for _, w := range p.words[from:to] {
		if w.is(content) && p.inProse[w.stem] > 1 {
			return false
		}
	}
	return true
}

// letters counts in how many different words each three of letters stands.
type letters struct {
	count map[string]int
	once  []string // the words of the prose that stand once, long enough to be a blend
}

func (p *page) letters() letters {
	l := letters{count: make(map[string]int, 2048)}
	seen := p.flags.Take(len(p.keys))
	for _, w := range p.words {
		if seen[w.key] || w.is(numeral|address|spaceless) {
			continue
		}
		seen[w.key] = true
		key := p.keys[w.key]
		threes(key, func(g string) { l.count[g]++ })
		if w.is(content) && !w.is(title) && p.inProse[w.stem] == 1 && utf8.RuneCountInString(key) >= blendRunes {
			l.once = append(l.once, key)
		}
	}
	return l
}

// threes calls f with each three letters of a word, and with its first and
// last two.
func threes(key string, f func(string)) {
	var at [4]int
	n := 0
	for i := range key {
		copy(at[:], at[1:])
		at[3] = i
		if n++; n > 3 {
			f(key[at[0]:at[3]])
		}
	}
	if n >= 3 {
		f(key[at[1]:])
		f("^" + key[:prefix(key, 2)])
		f(key[at[2]:] + "$")
	}
}

// strangeness is the share of a word's threes that no other word has, and
// nothing when they do not stand together, as they do at a join.
func (l letters) strangeness(key string) float64 {
	all, alone, run, most := 0, 0, 0, 0
	threes(key, func(g string) {
		all++
		run++
		if l.count[g] > 1 {
			run = 0
			return
		}
		alone++
		most = max(most, run)
	})
	if most < 3 {
		return 0
	}
	return float64(alone) / float64(all)
}

// oddRank is the share of the words that stand once that are as strange.
func (p *page) oddRank(l letters, share float64) float64 {
	odd := -1 // the blend itself is one of them
	for _, key := range l.once {
		if l.strangeness(key) >= share {
			odd++
		}
	}
	return float64(odd) / float64(max(len(l.once), 1))
}
