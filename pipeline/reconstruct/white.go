package reconstruct

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// White space between words is voted on by itself: a copy that has lost or moved
// what stands on one side of it may still break its line there.

// flatShare is what the spaces of a copy weigh that lost its line breaks: that has
// so many sentences for each, or none where another copy has so many.
const flatShare, flatSentences, flatBreaks = .1, 10, 2

// findFlat finds the witnesses that lost their line breaks, in the text that is kept.
func (v *view) findFlat(t *text) {
	v.flat = make([]bool, v.n)
	broken := make([]bool, v.cols) // some copy begins a line with the word in the column
	for w := range v.n {
		v.sentenceEnds(t, w, func(c int, g *gap) { broken[c] = broken[c] || strings.Contains(g.raw, "\n") })
	}
	for w := range v.n {
		sentences, breaks, others := 0, 0, 0
		v.sentenceEnds(t, w, func(c int, g *gap) {
			sentences, breaks, others = sentences+1, breaks+b2i(strings.Contains(g.raw, "\n")), others+b2i(broken[c])
		})
		v.flat[w] = sentences >= flatSentences*(breaks+1) || breaks == 0 && others >= flatBreaks
	}
}

// sentenceEnds yields, of the kept words of witness w that stand behind the end of a
// sentence, the columns and the gaps before them.
func (v *view) sentenceEnds(t *text, w int, yield func(c int, g *gap)) {
	prev := corpus.Absent
	for _, c := range t.kept {
		i := v.al.Columns[c].At(w)
		if i == corpus.Absent {
			continue
		}
		if g := &v.gaps[v.gapOf[w][i]]; i == prev+1 && g.ends {
			yield(c, g)
		}
		prev = i
	}
}

// paragraphWidth is how many characters a line has at least that is a paragraph if it
// ends a sentence.
const paragraphWidth = 80

// breaksSingly reports whether the paragraphs of witness w stand apart by single breaks
// where it has the article: more of its lines that are paragraphs end so than at a
// blank line, such as stand in its frame and between it and what was cut.
func (v *view) breaksSingly(w int) bool {
	wit := v.ws[w]
	single, blank, width := 0, 0, 0
	kept := newBitset(len(wit.Words) + 1) // the words of the article, behind their numbers
	for _, c := range v.colsOf[w] {
		if v.verdict[c].keep {
			kept.add(int(v.al.Columns[c].At(w)) + 1)
		}
	}
	for i, x := range wit.Words {
		inside := kept.has(i) && kept.has(i+1)
		switch breaks := strings.Count(wit.Gaps[i], "\n"); {
		case breaks == 0:
			width++
		case inside && breaks > 1:
			blank, width = blank+1, 0
		case inside && width >= paragraphWidth && strings.ContainsAny(wit.Gaps[i], sentenceStops):
			single, width = single+1, 0
		default:
			width = 0
		}
		width += utf8.RuneCountInString(x.Surface)
	}
	if single+blank == 0 {
		return wit.Broken
	}
	return single > blank
}

// betweenItems reports whether witness w has a single break before word i, between two
// short lines that are no sentences and begin with a number or a small letter: those of
// a list, though its paragraphs stand apart by single breaks too. In a script without
// spaces a break amid a sentence is none of a paragraph either.
func (v *view) betweenItems(w, i int) bool {
	wit := v.ws[w]
	if g := wit.Gaps[i]; strings.Count(g, "\n") != 1 || strings.ContainsAny(g, sentenceStops) || !bareItem(wit.Words[i].Surface) && !charWords(wit.Words[i].Key) {
		return false
	}
	if charWords(wit.Words[i].Key) {
		return v.lineBefore(w, i, amidCharacters) >= amidCharacters && charWords(wit.Words[i-1].Key)
	}
	width, first := v.line(w, i, paragraphWidth)
	return width < paragraphWidth && bareItem(wit.Words[first].Surface)
}

// lineBefore is how wide the line of witness w is that ends before word i, each word
// counted with the gap before it; no more than that it is so wide.
func (v *view) lineBefore(w, i, enough int) int {
	width, _ := v.line(w, i, enough)
	return width
}

// line is lineBefore, and the first word looked at.
func (v *view) line(w, i, enough int) (width, first int) {
	wit := v.ws[w]
	for first = i; first > 0 && (first == i || !strings.Contains(wit.Gaps[first], "\n")) && width < enough; {
		first--
		width += 1 + utf8.RuneCountInString(wit.Words[first].Surface)
	}
	return width, first
}

// amidCharacters is how wide a line is at least, each character counted with the gap
// before it, that breaks off amid a sentence and is no heading.
const amidCharacters = 60

// bareItem reports a word as lines of lists begin with that bear no mark.
func bareItem(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsNumber(r) || unicode.IsLower(r)
}

// whiteVotes are votes on a white run, by its level.
type whiteVotes [4]float64

// besideShare is the vote of a witness that has the word before a gap, or the word
// behind it, and lacks the other: of a line break there, which may stand in another
// gap of what it lost, or of a space, which tells that no line ends in what it lost.
const besideShare = .5

// besideVotes counts these votes on the gap between kept columns a and b, on which
// so many witnesses vote that have both. They are nothing where none is of a break.
func (v *view) besideVotes(a, b, both int) (sum whiteVotes) {
	if a < 0 || b >= v.cols || both == len(v.places[a].ws) && both == len(v.places[b].ws) {
		return sum
	}
	for w := range v.n {
		left, right := v.al.Columns[a].At(w), v.al.Columns[b].At(w)
		if (left == corpus.Absent) == (right == corpus.Absent) && (left == corpus.Absent || left < right) {
			continue
		}
		most := space
		if left != corpus.Absent {
			most = v.firstLevel(w, left+1)
		}
		if right != corpus.Absent {
			most = max(most, v.lastLevel(w, right))
		}
		if most > space || !v.flat[w] && v.goesOnAcross(w, a, b) {
			sum[most] += besideShare * v.weight[w]
		}
	}
	if sum == (whiteVotes{space: sum[space]}) {
		return whiteVotes{}
	}
	return sum
}

// goesOnAcross reports whether witness w, which has one of the words of kept columns a
// and b, has its neighbour on the other side of the gap between them.
func (v *view) goesOnAcross(w, a, b int) bool {
	if left := v.al.Columns[a].At(w); left != corpus.Absent {
		c := v.nextOf(w, b, 1)
		return c >= 0 && v.verdict[c].keep && v.al.Columns[c].At(w) == left+1
	}
	c := v.nextOf(w, a, -1)
	return c >= 0 && v.verdict[c].keep && v.al.Columns[c].At(w) == v.al.Columns[b].At(w)-1
}

// firstLevel and lastLevel are the levels of the white runs behind the signs at the
// beginning of a gap of witness w, and before those at its end.
func (v *view) firstLevel(w int, i int32) level {
	if l := v.gaps[v.gapOf[w][i]].levels; len(l) > 0 {
		return l[0]
	}
	return space
}

func (v *view) lastLevel(w int, i int32) level {
	if l := v.gaps[v.gapOf[w][i]].levels; len(l) > 0 {
		return l[len(l)-1]
	}
	return space
}
