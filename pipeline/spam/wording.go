package spam

// Who injects a list of links sets the words of its rows into the sentences of the page,
// too. There two or more stand in a row as they do in the list. What the page speaks of
// itself it names otherwise as well: by one word of a term, at the beginning of a sentence,
// or behind a word that governs it.

const (
	leastWorded = 2 // places of the prose that must have words of the rows
	longWording = 3 // words that no sentence has by chance as a row has them
)

// rowWords are the words of the rows of a list, and which follow each other there.
type rowWords struct {
	*page
	pairs map[uint64]bool
	said  map[int32]bool // keys
	own   []bool         // by word: of the rows
}

// wordsOf reads the words of words of some lines.
func (p *page) wordsOf(lines []stretch) rowWords {
	v := rowWords{p, make(map[uint64]bool), make(map[int32]bool), p.flags.Take(len(p.words))}
	for _, l := range lines {
		for i := l.from; i < l.to; i++ {
			v.own[i], v.said[p.words[i].key] = true, true
			if i > l.from {
				v.pairs[pairName(p.words[i-1].key, p.words[i].key)] = true
			}
		}
	}
	return v
}

// runEnd is where the words end that stand from word i of a sentence on as they do in
// a row; behind two, others of the rows may stand.
func (v rowWords) runEnd(i int, s stretch) int {
	from := i
	for i++; i < s.to && !v.own[i] && v.words[i].is(spaced); i++ {
		if !v.pairs[pairName(v.words[i-1].key, v.words[i].key)] && (i-from < 2 || !v.said[v.words[i].key]) {
			break
		}
	}
	return i
}

// content counts the words of content among some.
func (v rowWords) content(from, to int) (n int) {
	for _, t := range v.page.terms[from:to] {
		n += int(min(t, 1))
	}
	return n
}

// setIn reports words [from, to) that have no place in their sentence.
func (v rowWords) setIn(from, to int, s stretch) bool {
	return from > s.from && (to-from >= longWording || !v.words[from-1].is(function)) && !v.needed(v.edgeOf(from, to, s))
}

// worded counts by stem how often the prose has it where words stand as they do in some
// rows; nil where they hardly do, or once have their place in the sentence.
func (p *page) worded(rows []stretch) []int32 {
	v := p.wordsOf(rows)
	times, places := p.numbers.Take(len(p.keys)), 0
	for _, s := range p.sentences {
		for i, to := s.from, 0; i < s.to && s.prose; i = to {
			if to = v.runEnd(i, s); v.content(i, to) < 2 {
				continue
			}
			if !v.setIn(i, to, s) {
				return nil
			}
			places++
			for _, t := range p.terms[i:to] {
				times[t]++
			}
		}
	}
	if places < leastWorded {
		return nil
	}
	times[noTerm] = 0
	return times
}
