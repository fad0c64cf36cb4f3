package cluster

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A page is a body made ready to be aligned.
type page struct {
	text     string
	units    []unit
	weight   []bool        // the unit counts: it stands in prose and is not in doubt
	before   []int32       // of each unit and the end, how many count before it
	doubt    []bool        // it is in doubt
	total    int           // units that count
	thin     bool          // hardly prose: all its words tell what it is about
	shingles []place       // by hash, then by place
	index    func() *index // of the units, made when first asked for
	plain    func() string // all of it withoutDoubt, made when first asked for
	lines    []line
	lineOf   []int32 // unit to line
	scale    float64 // units that stand for one kept word
	marked   bool    // it bears a page mark
	part     Part
}

// A place is where a shingle begins, in units.
type place struct {
	hash uint64
	at   int32
}

// A line is a line of the text that has words.
type line struct {
	prose bool // it reads as running text, not as furniture
	title bool // it may be a title: short, open, at the head of a block
}

// titleWords is how long a title may be: press releases put all into theirs.
const titleWords = 24

// newPage cuts a body into units and lines.
func (c Config) newPage(b Body) *page { return c.pageOf(b, nil) }

// pageOf is newPage for a body whose units may be at hand.
func (c Config) pageOf(b Body, units []unit) *page {
	p := &page{text: b.Text, marked: b.Pages, part: b.Part, units: units}
	if len(units) == 0 {
		p.units = c.unitsOf(b.Text)
	}
	p.readLines()
	p.weigh(b.Doubt)
	p.before = make([]int32, len(p.units)+1)
	for i, w := range p.weight {
		p.before[i+1] = p.before[i] + int32(b2i(w))
	}
	lone := 0
	for _, u := range p.units {
		lone += b2i(u.lone())
	}
	p.plain = sync.OnceValue(func() string { return p.withoutDoubt(len(p.text)) })
	p.index = sync.OnceValue(func() *index { return newIndex(p.units, p.weight) })
	p.scale = scale(lone, len(p.units))
	p.shingles = shinglesOf(p.units)
	return p
}

// shinglesOf is the shingles of some units, sorted.
func shinglesOf(units []unit) []place {
	r := placeRooms.Get().(*placeRoom)
	defer placeRooms.Put(r)
	r.addShingles(units)
	return slices.Clone(r.sort())
}

func (r *placeRoom) addShingles(units []unit) {
	for i := range units {
		switch n := width(units, i); n {
		case 0:
		case wideShingle:
			r.add(wide(units[i].hash, units[i+1].hash, units[i+2].hash), i)
		default:
			r.add(shingle(units[i:i+n]), i)
		}
	}
}

// readLines sorts the lines into prose and the rest. Prose has eight words,
// or four and a full stop.
func (p *page) readLines() {
	p.lineOf = make([]int32, len(p.units))
	p.lines = make([]line, 0, min(len(p.units), strings.Count(p.text, "\n")+1))
	at, next := 0, 0
	head := true // the line stands at the head of a block
	for at < len(p.text) {
		end := len(p.text)
		if i := strings.IndexByte(p.text[at:], '\n'); i >= 0 {
			end = at + i
		}
		from := next
		lone := 0
		for next < len(p.units) && int(p.units[next].start) < end {
			if p.units[next].lone() {
				lone++
			}
			p.lineOf[next] = int32(len(p.lines))
			next++
		}
		text := strings.TrimSpace(p.text[at:end])
		words := max(strings.Count(text, " ")+1, lone/2)
		stop := endsSentence(text)
		if next > from {
			p.lines = append(p.lines, line{
				prose: words >= 8 || words >= 4 && stop,
				title: head && words <= titleWords && !endsClause(text, stop),
			})
		}
		head = text == "" || stop
		at = end + 1
	}
}

// endsSentence reports whether a line ends with a mark that ends sentences.
func endsSentence(line string) bool {
	if n := len(line); n > 0 && line[n-1] < utf8.RuneSelf && !closes(rune(line[n-1])) {
		return stops(rune(line[n-1]))
	}
	line = strings.TrimRightFunc(line, closes)
	r, _ := utf8.DecodeLastRuneInString(line)
	return stops(r)
}

// closes reports a quote or bracket that may stand behind a sentence.
func closes(r rune) bool {
	if r < utf8.RuneSelf {
		return r == '"' || r == '\'' || r == ')' || r == ']' || r == '}'
	}
	return unicode.In(r, unicode.Pe, unicode.Pf, unicode.Pi)
}

// stops reports a mark that ends sentences.
func stops(r rune) bool {
	if r < utf8.RuneSelf {
		return r == '.' || r == '!' || r == '?'
	}
	return r == '…' || unicode.Is(unicode.Sentence_Terminal, r)
}

// endsClause reports whether a line, of which it is known whether it ends a
// sentence, ends as titles do not.
func endsClause(line string, stop bool) bool {
	r, _ := utf8.DecodeLastRuneInString(line)
	return r != '!' && r != '?' && r != '！' && r != '？' && (stop || r == ',' || r == ';' || r == '，')
}

// weigh marks the units that count: sound prose, or where that is too little what is
// sound or prose, or else the whole page.
func (p *page) weigh(doubt [][2]int) {
	p.weight, p.doubt = make([]bool, len(p.units)), make([]bool, len(p.units))
	d, either := 0, 0
	for i, u := range p.units {
		for d < len(doubt) && doubt[d][1] <= int(u.start) {
			d++
		}
		p.doubt[i] = d < len(doubt) && doubt[d][0] < int(u.end()) || lostLetter(p.text, u)
		prose := p.lines[p.lineOf[i]].prose
		p.weight[i] = prose && !p.doubt[i]
		p.total += b2i(p.weight[i])
		either += b2i(prose || !p.doubt[i])
	}
	enough := func(n int) bool { return n*10 >= len(p.units)*3 }
	if enough(p.total) {
		return
	}
	p.thin = true
	for i := range p.weight {
		p.weight[i] = p.lines[p.lineOf[i]].prose || !p.doubt[i] || !enough(either)
	}
	if p.total = either; !enough(either) {
		p.total = len(p.weight)
	}
}

// lostLetter reports whether a letter of the word is lost: a question mark or
// a replacement character stands between letters.
func lostLetter(text string, u unit) bool {
	if (u.start == 0 || !mayBeLost[text[u.start-1]]) && (int(u.end()) == len(text) || !mayBeLost[text[u.end()]]) {
		return false
	}
	before, last := text[:u.start], text[u.end():]
	for _, sign := range []string{"?", "\uFFFD"} {
		if s, ok := strings.CutSuffix(before, sign); ok {
			if r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, sign)); unicode.IsLetter(r) {
				return true
			}
		}
		if s, ok := strings.CutPrefix(last, sign); ok {
			if r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, sign)); unicode.IsLetter(r) {
				return true
			}
		}
	}
	return false
}

// mayBeLost has the first and the last byte of those signs.
var mayBeLost = [256]bool{'?': true, 0xEF: true, 0xBD: true}

// counted is the number of units in [from, to) that count.
func (p *page) counted(from, to int32) int {
	if from >= to {
		return 0
	}
	return int(p.before[to] - p.before[from])
}
