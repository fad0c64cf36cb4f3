package cluster

// A verdict is what the alignment of two nodes shows.
type verdict struct {
	same    bool
	tail    bool    // a dovetail: the end of one is the beginning of the other
	titled  bool    // what they share begins with a title in both
	cause   Cause   // why not
	matched int32   // in kept words
	laid    int32   // the same, of what counts on one of the two pages
	piece   int32   // of two that are refused: kept words that both have in one piece
	inA     float64 // share of a's units that stand in b
	inB     float64
	allA    float64 // the same, of those too that do not count
	allB    float64
	binsA   uint64 // stretches of a that stand in b, of 64
	binsB   uint64
}

// A verdictList is verdicts by their places, in pieces: one that moves when it grows
// is twice in memory for a moment. The first is that of all pairs that are strange.
type verdictList struct {
	pieces [][]verdict
	n      int32
}

const verdictPiece = 1024

// distant is the verdict on two pages that are strange to each other.
var distant = verdict{cause: TooLittle}

func newVerdictList() *verdictList {
	l := new(verdictList)
	l.add(distant)
	return l
}

// add keeps a verdict and returns its place.
func (l *verdictList) add(v verdict) int32 {
	if l.n%verdictPiece == 0 {
		l.pieces = append(l.pieces, make([]verdict, 0, verdictPiece))
	}
	last := &l.pieces[len(l.pieces)-1]
	*last = append(*last, v)
	l.n++
	return l.n - 1
}

func (l *verdictList) at(place int32) verdict {
	return l.pieces[place/verdictPiece][place%verdictPiece]
}

// flip is the verdict seen from the other side.
func (v verdict) flip() verdict {
	v.inA, v.inB, v.allA, v.allB, v.binsA, v.binsB = v.inB, v.inA, v.allB, v.allA, v.binsB, v.binsA
	return v
}

// contained is the share of the one in the other, whichever is more.
func (v verdict) contained() float64 { return max(v.inA, v.inB) }

// When two texts are one article.
const (
	leastContained = .65 // of the smaller
	leastMutual    = .5  // of the larger, for copies
	leastOfPart    = .75 // of the smaller, for a part
	leastShare     = 20  // kept words that two short copies share
	leastPart      = 60  // kept words of an excerpt, and of a dovetail
	leastMarked    = 30  // of a dovetail when a page mark says that there is one
	leastWhole     = 40  // kept words of a part that has nothing else
	wholly         = .9
	leadAll        = .8 // of the smaller, for a teaser of so many kept words under the title, which asks its readers to pay
	leastLong      = 30
	leadDense      = .9 // of a teaser's length in its article, what is matched, and of that what is equal
	leadSlack      = 5  // kept words that may stand before it,
	leadRest       = 10 // and words of any sort behind it in the teaser: what pages of one site begin with is no article
	titledSlack    = 40 // the same, before its title
	leastTail      = .2 // of the smaller, that a dovetail makes up between unmarked pages
	dovetailSlack  = 15 // kept words that may stand beyond the ends of a dovetail
	dovetailRate   = .15
	dovetailDense  = .6 // of the dovetail's length in both, what is matched
)

// judge decides whether two pages are one article.
func (c Config) judge(a, b *page) verdict {
	if strange(inCommon(a, b), distinct(a.shingles), distinct(b.shingles), a.marked || b.marked) {
		return verdict{cause: TooLittle}
	}
	return c.align(a, b)
}

// inCommon is the number of distinct shingles that two pages share.
func inCommon(a, b *page) int {
	n, x, y := 0, a.shingles, b.shingles
	for i, j := 0, 0; i < len(x) && j < len(y); {
		p, q := x[i].hash, y[j].hash
		if p != q {
			i += b2i(p < q)
			j += b2i(q < p)
			continue
		}
		i, j, n = i+run(x[i:]), j+run(y[j:]), n+1
	}
	return n
}

// align lays two pages that are not strange to each other side by side and
// decides whether they are one article.
func (c Config) align(a, b *page) verdict {
	scale := max(a.scale, b.scale)
	if float64(min(a.total, b.total)) < leastShare*scale {
		return verdict{cause: TooLittle} // whatever they share
	}
	p, all := chained(a, b)
	defer p.leave()
	marked := a.marked || b.marked
	piece := p.piece(scale)
	v, unlike := p.unlike(scale, marked)
	if !unlike {
		v = c.toTheEnd(&p, all, scale, marked)
	}
	if !v.same && v.cause != OtherFact {
		v.piece = int32(piece)
	}
	return v
}

// toTheEnd fills the gaps of a chain and decides by all that two pages share and
// do not share.
func (c Config) toTheEnd(p *pairing, all []match, scale float64, marked bool) verdict {
	a, b := p.a, p.b
	p.finish(all)
	var v verdict
	var ca, cb int
	ca, v.binsA = covered(a, p.hasA)
	cb, v.binsB = covered(b, p.hasB)
	v.inA, v.inB = share(ca, a.total), share(cb, b.total)
	v.matched = int32(float64(min(ca, cb)) / scale)
	v.allA, v.allB = share(count(p.hasA), len(a.units)), share(count(p.hasB), len(b.units))
	v.laid = int32(float64(p.laid()) / scale)
	seam := p.seamed() && (p.seam(scale) || p.flipped().seam(scale))
	opens := len(p.main) > 0 && p.opens(v, scale)
	if len(p.main) == 0 || v.matched < leastShare && !seam && !opens {
		v.cause = TooLittle
		return v
	}
	v.titled = p.titled()
	s := findSlots(p)
	other := s.otherArticle(max(min(ca, cb), p.trusted()))
	switch {
	case !c.JoinTemplates && s.template(min(ca, cb)):
		v.cause = OtherFact
	case !other && (v.enough() && p.much(v) || p.leads(v, scale) || opens):
		v.cause = c.otherwise(p, v.matched, scale)
		v.same = v.cause == 0
	case seam:
		v.same, v.tail = true, true
	case other:
		v.cause = Replaced
	case v.overlaps(marked) && (p.dovetail(scale, marked) || p.flipped().dovetail(scale, marked)):
		v.same, v.tail = true, true
	default:
		v.cause = TooLittle
	}
	return v
}

// otherwise is why two pages that share enough are no one article after all, 0 where
// they are.
func (c Config) otherwise(p *pairing, matched int32, scale float64) Cause {
	switch {
	case !c.JoinTemplates && p.otherSubject(matched):
		return OtherFact
	case p.framed(scale):
		return TooLittle // they may be pages of one article
	}
	return 0
}

func count(has []bool) (n int) {
	for _, ok := range has {
		n += b2i(ok)
	}
	return n
}

// laid is how many matches count on one of the two pages.
func (p *pairing) laid() int {
	n := 0
	for _, m := range p.main {
		n += b2i(p.a.weight[m.i] || p.b.weight[m.j])
	}
	return n
}

// trusted is how many matches stand in prose on both pages and are in doubt on one of
// them at most: two stages may have doubted different halves of what two pages share.
func (p *pairing) trusted() int {
	n := 0
	for _, m := range p.main {
		prose := p.a.lines[p.a.lineOf[m.i]].prose && p.b.lines[p.b.lineOf[m.j]].prose
		n += b2i(prose && (p.a.weight[m.i] || p.b.weight[m.j]))
	}
	return n
}

// overlaps reports whether two texts share as much as a dovetail must.
func (v verdict) overlaps(marked bool) bool {
	if marked {
		return v.matched >= leastMarked
	}
	return v.matched >= leastPart && v.contained() >= leastTail
}

// enough reports whether two texts share enough. A part, which the other
// holds among much else, must be longer and contained more fully than what
// two copies of like length share.
func (v verdict) enough() bool {
	if min(v.inA, v.inB) >= leastMutual {
		return v.contained() >= leastContained
	}
	return v.contained() >= leastOfPart && v.matched >= leastPart ||
		v.contained() >= wholly && v.matched >= leastWhole
}

// leastMuch of the words of a part stand where the other text has words of it, whatever
// is in doubt: of a digest in two scripts the characters are many and the words few.
const leastMuch = .4

// much reports whether that is so, where two texts are no copies.
func (p *pairing) much(v verdict) bool {
	if min(v.inA, v.inB) >= leastMutual {
		return true
	}
	first, last := p.main[0], p.main[len(p.main)-1]
	s := p.a.round(first.i, last.i)
	if v.inB > v.inA {
		s = p.b.round(first.j, last.j)
	}
	return s.within >= leastMuch*s.all
}

// leads reports whether a short text is the beginning of the other, word by word, as a
// teaser is of its article. What stands amid others is no beginning: a digest has it.
func (p *pairing) leads(v verdict, scale float64) bool {
	if v.contained() < wholly && (!v.titled || v.contained() < leadAll || v.matched < leastLong) || v.matched < leastShare {
		return false
	}
	n := len(p.main)
	first, last := p.main[0], p.main[n-1]
	length := max(last.i-first.i, last.j-first.j) + 1
	if float64(n) < leadDense*float64(length) || float64(p.alike) > (1-leadDense)*float64(n) {
		return false
	}
	slack := leadSlack * scale
	if v.titled {
		slack = titledSlack * scale
	}
	rest := len(p.a.units) - int(last.i)
	if len(p.b.units) < len(p.a.units) {
		rest = len(p.b.units) - int(last.j)
	}
	return float64(p.a.counted(0, first.i)) <= slack && float64(p.b.counted(0, first.j)) <= slack &&
		float64(rest) <= leadRest*scale
}

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// titled reports whether the first match stands in a line that may be a
// title on both pages.
func (p *pairing) titled() bool {
	m := p.main[0]
	return p.a.lines[p.a.lineOf[m.i]].title && p.b.lines[p.b.lineOf[m.j]].title
}

func (p *pairing) flipped() *pairing {
	q := &pairing{a: p.b, b: p.a, hasA: p.hasB, hasB: p.hasA, room: p.room, main: p.room.matches.Take(len(p.main))}
	for k, m := range p.main {
		q.main[k] = match{m.j, m.i}
	}
	return q
}

// dovetail reports whether the end of a is the beginning of b: one dense run
// with little that counts after it in a and before it in b; a shorter one
// does where a page mark says that there is one.
func (p *pairing) dovetail(scale float64, marked bool) bool {
	first, last := p.main[0], p.main[len(p.main)-1]
	n := len(p.main)
	least := float64(leastPart)
	if marked {
		least = leastMarked
	}
	if float64(n) < least*scale || p.b.part.first() {
		return false
	}
	slack := max(dovetailSlack*scale, dovetailRate*float64(n))
	after := p.a.counted(last.i+1, int32(len(p.a.units)))
	before := p.b.counted(0, first.j)
	dense := dovetailDense * float64(max(last.i-first.i, last.j-first.j))
	return float64(after) <= slack && float64(before) <= slack && float64(n) >= dense &&
		!p.spliced(first) && (marked || !p.titledWithin(first, scale))
}

// spliced reports that a run begins in the midst of a sentence on both pages, in
// which other words stand before it on each, or behind a word that ends as the one on
// the other page does: a cut copy was given a piece of another article for an end, and
// none goes on from the other.
func (p *pairing) spliced(first match) bool {
	i, j := first.i-1, first.j-1
	if i < 0 || j < 0 || p.a.units[i].hash == p.b.units[j].hash {
		return false
	}
	return p.a.goesOn(i) && p.b.goesOn(j) || p.blended(i, j)
}

// leastBlend is how many letters of the end of a word were left of it in a blend.
const leastBlend = 3

// blended reports whether unit i of one page is the rest of a word that was cut
// off, with the end of unit j of the other behind it, which are both in a line with
// what follows them.
func (p *pairing) blended(i, j int32) bool {
	a, b := p.a.units[i], p.b.units[j]
	if a.lone() || b.lone() || p.a.lineOf[i] != p.a.lineOf[i+1] || p.b.lineOf[j] != p.b.lineOf[j+1] {
		return false
	}
	x, y := []rune(p.a.text[a.start:a.end()]), []rune(p.b.text[b.start:b.end()])
	n := 0
	for n < len(x) && n < len(y) && x[len(x)-1-n] == y[len(y)-1-n] {
		n++
	}
	return n >= leastBlend && n < len(x)
}
