// Package reconstruct chooses, from the aligned copies of one article, the
// words of the article, and says why. An alignment comes in; the canonical
// text, its members, its apparatus and the spans that the copies prove
// foreign go out.
//
//  1. Coverage (coverage.go): where each witness stands. It votes only there.
//     Copies of two versions (versions.go) are told apart, and only the main one
//     is rebuilt.
//  2. Dependence (dependence.go): copies that share odd readings share a vote.
//  3. Reliability (reliability.go): error rates of each witness, and the word
//     types that it lost almost everywhere.
//  4. Runs (rules.go, flank.go): for each run of columns that the same
//     witnesses attest, the first rule that fires keeps or drops it.
//  5. Readings (reading.go): among different words in one column.
//  6. Surface (gap.go, signs.go): casing, punctuation, breaks.
//  7. Text and apparatus (text.go, apparatus.go) with confidences, and for
//     editors the rows they were made of (rows.go).
//
// Nothing is invented: every word and sign of the result stands in a witness
// (or was restored by repair, which is marked and yields to any copy).
package reconstruct

import (
	"slices"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// Knowledge is what the rest of the corpus knows. Each function may be nil.
type Knowledge struct {
	// Inserted returns in how many other clusters the run of keys stands as
	// an insertion that the other copies lack.
	Inserted func(keys []string) int
	// Known returns in how many different texts of the corpus a word stands,
	// those of this cluster among them.
	Known func(key string) int
	// Possible returns false when the language has no word of such letters.
	Possible func(language, key string) bool
	// Source returns how often the witnesses of a source were contradicted in
	// all clusters; zero when it is not known.
	Source func(source string) Rate
	// Hand returns the vote of the witness with this id in log odds, as the
	// clusters of its hand tell it; false when nothing is known.
	Hand func(id string) (float64, bool)
	// Burst returns in how many clusters a proposal with this head stands.
	Burst func(head string) int
}

// A Result is a rebuilt article. Article lacks the id and the translations:
// the caller knows them. Title is empty when no copy has one.
type Result struct {
	Article  corpus.Article
	Removals []corpus.Removal
	view     *view
	text     *text
}

// Variants lists the places where witnesses differ or only one attests, in the
// order of the text.
func (r Result) Variants() corpus.Variants {
	return r.view.variants(r.view.variations(r.text, r.view.gathers()))
}

// Rebuild reconstructs the article of one alignment. The result depends on
// the content of the witnesses and on the knowledge only.
func Rebuild(al *corpus.Alignment, know Knowledge) Result {
	v := newView(al, know)
	v.cover()
	if v.n <= rehomedMost {
		v = v.unlaid()
	}
	if events, other := v.findVersions(); len(events) > 0 {
		v = v.apart(events, other)
		v.cover()
	}
	if v.depend() {
		v.cover() // dependence changes what counts as corroborated
	}
	v.measure()
	v.judge()
	v.read()
	t := v.compose()
	return Result{Article: v.article(t), Removals: v.removals(), view: v, text: t}
}

// rehomedMost is up to how many witnesses stretches that lie on others get columns of
// their own: each column is as wide as these are many, whose votes tell then.
const rehomedMost = 32

// unlaid returns the view with foreign ends and crossed sentences off what others have.
func (v *view) unlaid() *view {
	splices := v.splices()
	v = v.lifting(v.ends(splices), splices)
	return v.lifting(v.crossed(), splices)
}

// lifting returns the view with stretches in columns of their own, itself where there
// are none, given the words with which foreign ends begin.
func (v *view) lifting(stretches []stretch, splices []int32) *view {
	if len(stretches) == 0 {
		return v
	}
	out := v.relaid(v.rehomed(stretches))
	out.spliceAt = splices
	out.cover()
	return out
}

// A view is the alignment with what each step finds out about it.
type view struct {
	*vocabulary
	al   *corpus.Alignment
	know Knowledge
	ws   []*corpus.Witness
	n    int // witnesses
	cols int

	lo, hi []int // extent of each witness, in columns
	first  int   // borders of the article, in columns
	last   int
	lacuna []spans // columns within the extent that the witness lost
	group  []int   // dependence group of each witness
	groups int
	size   []int             // witnesses of each group
	folk   [][]int           // and who they are, see membersOf
	stood  []int             // see stands; nil while nobody has asked
	home   [][]int           // see wherever; of those that were asked for
	going  map[[2]int][2]int // see goingOn
	rank   []int32           // of each witness by its id
	having []int             // marks of witnesses, see stamp

	places   []place
	colsOf   [][]int32    // columns of each witness, ascending
	agreedOn []int32      // see agreedColumns; nil while nobody has asked
	edge     [2]*bordered // see atBorders; at the beginning and at the end
	speaking *[2]int      // see speakingTitles
	forms    []int32      // see formOf
	keyOf    [][]int32    // of each of its words the place of its key among those of the column
	stamps   []int        // marks of groups, see stamp
	stamped  int

	weight []float64         // vote of each witness on readings, log odds
	hands  bool              // see byHands
	eaten  map[string]bitset // the witnesses that lost a word almost everywhere
	counts []int32           // by the number of a key: columns that hold it,
	grades []int8            // and how well it is known, see known

	runs      []run
	verdict   []*run         // run of each column
	forced    map[int]string // keys that a rule chose
	chosen    []string       // key of each kept column
	sure      []float64      // confidence of each kept column
	tied      []bool         // reading decided on a tie
	gaps      []gap
	gapAt     map[writing]int32
	gapOf     [][]int32            // the gaps of each witness, by number
	infers    []bool               // witnesses with words that repair inferred
	signs     convention           // forms of quotes, ellipses and dashes
	signCount [][5]int             // signs of each class, per witness
	flat      []bool               // witnesses that lost their line breaks
	singly    []bool               // witnesses whose paragraphs stand apart by single breaks, see breaksSingly
	quotes    [][]string           // the double quotes of each witness in the article
	converted []bool               // witnesses whose signs were made for another language, or are not the article's
	signHeld  [5]int               // groups that have such signs
	signStood [5]int               // and those that stand where there are some
	mixed     []mixture            // see findMixed
	levelled  []bool               // see findLevelled
	raised    []bitset             // see findRaised
	bared     []bool               // see findBared
	keyStands []map[string][]int32 // see keyPlaces
	hyphens   []bool               // see hyphensAmongDashes
	lost      []lostSigns
	odd       []oddQuotes // how each witness wrote its quotes
	stems     map[string]int
	named     []map[string]int // by witness, see waresOf
	onwards   map[[2]int]onward
	beaten    []answer    // see beatenTail; of each witness
	short     [2][]answer // see cutShort; of each witness, at its beginning and at its end
	teasing   answer      // see teasersBehind
	islander  []bool      // see leaveIslands; of each witness
	spliceAt  []int32     // see splices; nil where there are none
	casts     []cast      // see findCasts; nil while nobody has asked
	castWords mention     // of casts, by their places
	functions float64     // see functionShare; negative while nobody has asked
	inCommon  int         // see agreed; negative while nobody has asked
	typing    []bool      // see typists
	broken    []int       // words in two halves, see hyphenated
	lang      string
	frequent  *token.Set // function words, see isFunction
	paths     []*[2]int  // see pathOf
	opening   *[]string  // see firstLine; nil while nobody has asked

	// Where the copies are of two versions (versions.go): the view of all
	// words, the places where they differ, and who is of the other version.
	whole  *view
	events []event
	other  []bool
}

func newView(al *corpus.Alignment, know Knowledge) *view {
	return viewOf(al, know, &vocabulary{})
}

// relaid is the view of the same witnesses in other columns.
func (v *view) relaid(al *corpus.Alignment) *view { return viewOf(al, v.know, v.vocabulary) }

// viewOf makes a view; known is the vocabulary of another of the article.
func viewOf(al *corpus.Alignment, know Knowledge, known *vocabulary) *view {
	v := &view{vocabulary: known, al: al, know: know, ws: slices.Clone(al.Witnesses), n: len(al.Witnesses), cols: len(al.Columns), functions: -1}
	v.group = make([]int, v.n)
	for w := range v.group {
		v.group[w] = w
	}
	v.groups = v.n
	v.findColumns()
	if v.takeSigns(); !slices.Equal(v.ws, known.of) { // where words stand tells which lost signs they have
		v.vocabulary = vocabularyOf(v.ws)
	}
	v.readColumns()
	v.sortIDs()
	v.forced = map[int]string{}
	return v
}

// at returns the word of witness w in column c, nil when it has none.
func (v *view) at(c, w int) *corpus.Word {
	i := v.al.Columns[c].At(w)
	if i == corpus.Absent {
		return nil
	}
	return &v.ws[w].Words[i]
}

// suspect returns the proposal that covers word i of witness w, or nil.
func (v *view) suspect(w int, i int32) *corpus.Proposal {
	s := v.ws[w].Suspect
	if len(s) == 0 || i == corpus.Absent || s[i] == 0 {
		return nil
	}
	return &v.ws[w].Proposals[s[i]-1]
}
