package token

import "unicode/utf8"

// Likeness is the similarity from which two words may be forms of one.
const Likeness = 0.55

// Similarity compares two keys by their letters: 1 when they are equal, .95
// when they differ in diacritics only, else 1 less the share of letters that
// the edit distance of Levenshtein changes. Words of one letter, and words
// too unlike in length to reach Likeness, give 0.
func Similarity(a, b string) float64 {
	if a == b {
		return 1
	}
	a, b = Bare(a), Bare(b)
	if a == b {
		return .95
	}
	la, lb := utf8.RuneCountInString(a), utf8.RuneCountInString(b)
	long, short := max(la, lb), min(la, lb)
	if short < 2 || long > longestAlike || float64(short) < Likeness*float64(long) {
		return 0
	}
	var bufA, bufB [longestAlike]rune
	return 1 - float64(distance(appendRunes(bufA[:0], a), appendRunes(bufB[:0], b)))/float64(long)
}

// longestAlike is the most letters of words that are compared.
const longestAlike = 40

func appendRunes(dst []rune, s string) []rune {
	for _, r := range s {
		dst = append(dst, r)
	}
	return dst
}

// distance is Levenshtein's, one row at a time, of at most longestAlike letters.
func distance(a, b []rune) int {
	var room [longestAlike + 1]int
	row := room[:len(b)+1]
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			d := diagonal
			if x != y {
				d = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], d
		}
	}
	return row[len(b)]
}
