package faded

import (
	"maps"
	"slices"
)

// What the corpus knows reads a word that the copies do not have: one of those that
// their letters make of it stands in other texts, and the rest do not.

// Limits of a guess.
const (
	guessKnown = 3    // letters that the word kept
	guessSigns = 2    // letters that it lost at most,
	guessMost  = 1000 // ways to fill them
	guessTexts = 2    // texts that have the word, at least,
	guessTimes = 20   // and so many times those that have another
)

// guess fills the signs of a word, nil if that is not sure.
func (l *Lexicon) guess(word []rune, signs, known int) []rune {
	if l.known == nil || known < guessKnown || signs > guessSigns {
		return nil
	}
	from := 0 // the word behind an apostrophe
	for i, r := range word {
		if isApostrophe(r) {
			from = i + 1
		}
	}
	if signIn(word) < from {
		return nil
	}
	letters := slices.Sorted(maps.Keys(l.letters))
	if ways := len(letters); ways == 0 || signs == guessSigns && ways*ways > guessMost {
		return nil
	}
	var best []rune
	most, others := 0, 0
	fill(slices.Clone(word), letters, func(full []rune) {
		n := l.known(string(full[from:]))
		if n > most {
			others += most
			most, best = n, slices.Clone(full)
		} else {
			others += n
		}
	})
	if most < guessTexts || most < guessTimes*others {
		return nil
	}
	return best
}

// fill calls do with each way to fill the signs of a word.
func fill(word, letters []rune, do func([]rune)) {
	i := slices.IndexFunc(word, isSign)
	if i < 0 {
		do(word)
		return
	}
	sign := word[i]
	for _, r := range letters {
		word[i] = r
		fill(word, letters, do)
	}
	word[i] = sign
}
