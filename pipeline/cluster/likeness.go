package cluster

import (
	"cmp"
	"math"
	"slices"
)

// likeness compares bags of words: which ends have each word, and how alike an end
// is to each other one.
type likeness struct {
	ends []end
	room pile // of bags
	err  error

	left, right *viewer // of the two ends that are compared
	last        struct {
		i, j int
		odds float64
	}
	sums []alikeTo // of all ends, see of
	near [][]rival // of each end, the others most like it; nil before they are asked for

	words []uint64 // that several ends have, sorted
	ahead []int32  // of each, where those ends lie in of, of words that tell something
	count []int32  // how many they are
	in    []int32
}

// newLikeness makes a likeness that keeps so many bytes of bags in memory and the
// rest in a folder.
func newLikeness(dir string, budget int64) *likeness {
	l := &likeness{room: pile{dir: dir, limit: budget / 8}}
	l.left, l.right = &viewer{of: &l.room}, &viewer{of: &l.room}
	l.last.i = -1
	return l
}

// alikeTo is an end that another shares words with.
type alikeTo struct {
	end    int
	like   float64
	common int
}

// widestWord is the number of ends from which on a word tells nothing.
const widestWord = 32

// share notes the ends that have a word.
func (l *likeness) share(word uint64, ends []int32) {
	l.words, l.ahead, l.count = append(l.words, word), append(l.ahead, int32(len(l.in))), append(l.count, int32(len(ends)))
	if len(ends) <= widestWord {
		l.in = append(l.in, ends...)
	}
}

// having is the ends that have a word, and how many there are; none where it is one
// or the word tells nothing.
func (l *likeness) having(word uint64) (in []int32, n int) {
	at, ok := slices.BinarySearch(l.words, word)
	if !ok {
		return nil, 1
	}
	if n = int(l.count[at]); n <= widestWord {
		in = l.in[l.ahead[at]:][:n]
	}
	return in, n
}

// weighEnds finds the norms of the bags.
func (l *likeness) weighEnds() {
	for i := range l.ends {
		sum := 0.0
		for _, w := range l.bag(l.left, i) {
			_, n := l.having(w)
			sum += l.weight(n - 1)
		}
		l.ends[i].norm = math.Sqrt(sum)
	}
}

// weight is the weight of a word that stands in so many other ends.
func (l *likeness) weight(others int) float64 {
	x := math.Log(1 + float64(len(l.ends))/float64(others+1))
	return x * x
}

// of lists how alike end i is to the others, in their order.
func (l *likeness) of(i int) []alikeTo {
	if len(l.sums) < len(l.ends) {
		l.sums = make([]alikeTo, len(l.ends))
	}
	var some []int32
	for _, w := range l.bag(l.left, i) {
		in, n := l.having(w)
		if len(in) == 0 {
			continue
		}
		x := l.weight(max(0, n-2))
		for _, j := range in {
			a := &l.sums[j]
			if a.common == 0 {
				some = append(some, j)
			}
			a.like, a.common = a.like+x, a.common+1
		}
	}
	slices.Sort(some)
	out := make([]alikeTo, 0, len(some))
	for _, j := range some {
		if a := l.sums[j]; int(j) != i {
			out = append(out, alikeTo{int(j), a.like / (l.ends[i].norm * l.ends[j].norm), a.common})
		}
		l.sums[j] = alikeTo{}
	}
	return out
}

// fellow is the end most like end i of those that fit.
func (l *likeness) fellow(i int, fits func(int) bool) (int, bool) {
	best, most := -1, 0.0
	for _, a := range l.of(i) {
		if a.like > most && fits(a.end) {
			best, most = a.end, a.like
		}
	}
	return best, best >= 0
}

// against is how alike two ends are, and how alike either is to a third at most.
func (l *likeness) against(i, j int) (own alikeTo, other float64) {
	for _, a := range l.of(i) {
		if a.end == j {
			own = a
		} else {
			other = max(other, a.like)
		}
	}
	for _, a := range l.of(j) {
		if a.end != i {
			other = max(other, a.like)
		}
	}
	return own, other
}

// Tests on likeness: the cosine of the words of two ends, weighted by rarity
// among the ends of the language.
const (
	leastBackdrop  = 3    // others to compare with
	leastCommon    = 6    // words
	leastLike      = .06  // likeness
	leastLikeTitle = .04  // of pages with the same title
	clearlyLike    = 1.4  // times the next best, where the odds are not known
	nearlyLike     = .75  // the same, of pages with the same title
	leastMargin    = 1.05 // the same, in any case
	leastOdds      = 30   // to one
)

// proves reports whether two ends are so alike, and so much more alike than
// either is to a third, that they are pages of one article, when so many
// others might take the place of either. Without others to compare with only
// a title can prove it, or their kinship (akin).
func (l *likeness) proves(i, j int, titled bool, rivals int) bool {
	own, other := l.against(i, j)
	x, y := l.ends[i], l.ends[j]
	switch {
	case own.common < leastCommon || x.bare && y.bare:
		return false
	case x.bare || y.bare:
		return titled && own.like >= leastLike && own.like >= other
	case titled && own.like >= leastLikeTitle && own.like >= nearlyLike*other:
		return true
	case len(l.ends)-2 < leastBackdrop:
		return false
	case own.like < leastMargin*other:
		return false
	case x.words && y.words:
		return logOdds(own.like, other, rivals, int(min(x.bag, y.bag))) >= math.Log(leastOdds)
	}
	return own.like >= leastLike && own.like >= clearlyLike*other
}

// Tests on kinship.
const (
	leastKin  = 4.5 // log odds of two ends that nothing else could take the place of
	shortKin  = 3.  // more of them where stems are short
	bareKin   = 4.  // more of either where one bears no mark
	kinMargin = 2.5 // and more than the next best has
	kinAsked  = 8   // others that are most like either of the two
	kinLike   = .6  // likeness of the two, of that to a third
	titledKin = 2.  // log odds of marked ends that have one title
	namedKin  = -2. // and of those of which the later names the first in its frame
	stampKin  = -2. // and of those that bear one stamp
	pathKin   = 1.  // and of those without marks of which the later has the title of the first in its path
	// The same, where so many others show how much kin texts of the run are
	// that have nothing to do with each other.
	leastKinAmong  = 3.
	kinMarginAmong = 3.5
	// The same, where there are some others, all of which are far off.
	leastKinFar  = 2.5
	kinMarginFar = 8.
	mostOther    = .5 // log odds that a third is kin to one of two that are alone with their matter
	// An end without a mark, and so many others.
	mostOtherPlain = 0.
	backdropPlain  = 16
	// The same, among a few others, of which none is as like either.
	plainKin    = 5.5
	plainMargin = 6.
)

// akin reports whether two ends are pages of one article by their stems
// alone, and no other end is nearly as much kin to either.
func (l *likeness) akin(i, j, rivals int) bool {
	x, y := l.ends[i], l.ends[j]
	if x.bare || y.bare {
		return false
	}
	if own, other := l.against(i, j); own.like < kinLike*other && l.keyed(i, j)+l.keyed(j, i) == 0 {
		return false
	}
	more := math.Log(float64(rivals) / 2)
	others := len(l.ends) - 2
	return l.kindred(i, j, leastKin+more, kinMargin) ||
		others >= kinAsked && l.kindred(i, j, leastKinAmong+more, kinMarginAmong) ||
		others > 0 && l.kindred(i, j, leastKinFar+more, kinMarginFar)
}

// lonely reports whether of all ends only these two speak of their matter: a
// third is kin to either with these log odds at most.
func (l *likeness) lonely(i, j int, most float64) bool {
	return max(l.nextKin(i, j), l.nextKin(j, i)) <= most
}

// named reports whether two marked ends that have one title are kin.
func (l *likeness) named(i, j int) bool {
	x, y := l.ends[i], l.ends[j]
	return !x.bare && !y.bare && l.kinOdds(i, j) >= titledKin
}

// namesakes reports whether two ends, of which the later names the first, may well be of
// one article, if both bear marks, or if the later does and these two only have the title
// at their heads, too, or are more likely of one than not, if one bears a mark and the
// later has no title of its own. Whatever third page is nearer to either neither goes on
// from it nor is named.
func (l *likeness) namesakes(i, j int, untitled, only bool) bool {
	switch x, y := l.ends[i].bare, l.ends[j].bare; {
	case !y && (!x || only):
		return l.kinOdds(i, j) >= namedKin
	case x && y, !untitled:
		return false
	}
	return l.kinOdds(i, j) >= 0
}

// silentlyAkin is akin for two pages without marks, of which the later bears the
// title of the first.
func (l *likeness) silentlyAkin(i, j int) bool {
	return l.ends[i].bare && l.ends[j].bare && l.kindred(i, j, leastKin+bareKin, kinMargin)
}

// follows reports whether two ends of which the later has the title of the first in its
// path, and neither bears a mark, may be kin and no third nearly so.
func (l *likeness) follows(i, j int) bool {
	return l.ends[i].bare && l.ends[j].bare && l.kindred(i, j, pathKin, kinMargin)
}

// leads is follows for a later page that bears a mark: then it is enough that the two are
// not plainly of other matters.
func (l *likeness) leads(i, j int) bool { return !l.ends[j].bare && l.kinOdds(i, j) >= namedKin }

// plainlyAkin is akin for a page without a mark: any text of the language, of
// so many, might be its other page. Of real posts with 16 and 32 others none of
// 3,600 was taken for the page of another because the two were lonely.
func (l *likeness) plainlyAkin(i, j, among int) bool {
	return l.kindred(i, j, leastKin+bareKin+math.Log(float64(among)), kinMargin+bareKin) ||
		len(l.ends)-2 >= backdropPlain && l.kindred(i, j, leastKin, kinMarginAmong) && l.lonely(i, j, mostOtherPlain)
}

// nearlyAkin is plainlyAkin where the page without a mark does not look like the
// beginning of another article: of a few others none may be nearly as much kin to
// either, nor as like in its rare words.
func (l *likeness) nearlyAkin(i, j int) bool {
	if len(l.ends)-2 < leastBackdrop || !l.kindred(i, j, plainKin, plainMargin) {
		return false
	}
	own, other := l.against(i, j)
	return own.like >= other
}

// aloneAkin is plainlyAkin where there are hardly any others, and the later page, which
// bears no mark, has no title either: it is no article of its own.
func (l *likeness) aloneAkin(i, j int) bool {
	return len(l.ends)-2 < leastBackdrop && l.kindred(i, j, leastKin+bareKin, kinMargin+bareKin)
}

// kindred reports whether the log odds that two ends are kin reach least, and
// those of either and a third end stay below by the margin.
func (l *likeness) kindred(i, j int, least, margin float64) bool {
	if l.ends[i].kin.short && l.ends[j].kin.short {
		least += shortKin
	}
	own := l.kinOdds(i, j)
	return own >= least && max(l.nextKin(i, j), l.nextKin(j, i)) <= own-margin
}

// A rival is an end and the log odds that another is kin to it.
type rival struct {
	end  int32
	odds float64
}

// nextKin is the log odds that end i is kin to another than j, of those most
// like it.
func (l *likeness) nextKin(i, j int) float64 {
	if l.near == nil {
		l.near = make([][]rival, len(l.ends))
	}
	if l.near[i] == nil {
		l.near[i] = l.rivals(i)
	}
	most := math.Inf(-1)
	for _, r := range l.near[i] {
		if int(r.end) != j {
			most = max(most, r.odds)
		}
	}
	return most
}

// rivals lists the ends that are most like end i.
func (l *likeness) rivals(i int) []rival {
	all := l.of(i)
	slices.SortStableFunc(all, func(a, b alikeTo) int { return cmp.Compare(b.like, a.like) })
	out := make([]rival, min(len(all), kinAsked+1))
	for k := range out {
		out[k] = rival{int32(all[k].end), l.kinOdds(i, all[k].end)}
	}
	return out
}

// logOdds is the logarithm of the odds that two ends that are each other's
// best fit are pages of one article: a logistic regression on the halves of
// real posts of one subject, one in two with its other half missing, among 2
// to 600 posts (TestPagesOfRealPosts measures it on other draws).
func logOdds(like, other float64, rivals, words int) float64 {
	return 6.16 + 2.37*math.Log(like/max(other, .001)) + 3.12*math.Log(like) - .55*math.Log(float64(rivals)) + 1.25*math.Log(float64(words))
}
