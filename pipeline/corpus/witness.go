package corpus

import (
	"iter"
	"slices"
	"strings"
)

// A Witness is one copy as the aligner sees it: its words in order and what
// stands between them. Words that were certain to be spam or furniture are
// not in it; words that are only suspected are, with their proposal.
type Witness struct {
	ID       string
	Source   string // the host or hand it comes from, empty when unknown
	Language string
	Words    []Word
	Gaps     []string // len(Words)+1: punctuation and white space before, between and after
	// Suspect[i] is 1 + the index in Proposals of the proposal that covers
	// word i, 0 where none does. Nil when the witness has no proposals.
	Suspect   []int32
	Proposals []Proposal
	Marks     []Mark // spans of words: Start and End are word indices
	// Wrapped[i] tells that Gaps[i] was a line break that repair took for a
	// wrap: it cannot prove that no paragraph ends there. Nil when no gap was.
	Wrapped []bool
	// Cut[i] tells whether spam was cut out of Gaps[i]. Nil when none was anywhere.
	Cut []CutPlace
	// Injected holds the keys of the words of that spam, sorted, each once.
	Injected []string
	Broken   bool // paragraphs of this copy stand apart by single breaks only
	Page     int  // the page of an article in pages that this copy is, 0 when unknown
	// Of a page of several, the text stands in words [From, To): what its
	// page marks leave out is of its frame. To is 0 where nothing is known.
	From, To int
}

// SameWords reports whether two witnesses have words of the same keys.
func (w *Witness) SameWords(other *Witness) bool {
	return slices.EqualFunc(w.Words, other.Words, func(a, b Word) bool { return a.Key == b.Key })
}

// SameForm reports whether two witnesses are written alike, as one copy of the
// other is.
func (w *Witness) SameForm(other *Witness) bool {
	return slices.Equal(w.Gaps, other.Gaps) && slices.EqualFunc(w.Words, other.Words, func(a, b Word) bool { return a.Surface == b.Surface })
}

// Text is what the witness has of its words at the places given, ascending,
// Absent among them: with its own gaps between those that are neighbours, a
// space between others.
func (w *Witness) Text(places iter.Seq[int32]) string { return string(w.AppendText(nil, places)) }

// AppendText appends that to b.
func (w *Witness) AppendText(b []byte, places iter.Seq[int32]) []byte {
	last := int32(-2)
	for i := range places {
		if i == Absent {
			continue
		}
		if i == last+1 {
			b = append(b, w.Gaps[i]...)
		} else if last >= 0 {
			b = append(b, ' ')
		}
		b = append(b, w.Words[i].Surface...)
		last = i
	}
	return b
}

// A Word is a maximal run of letters, marks and digits (in scripts without
// spaces: one character). Start and End are byte offsets into the
// document's Draft.Text. Restored words were not read but inferred.
type Word struct {
	Start, End int32
	Surface    string
	Key        string // casefolded, compatibility forms unified (k1)
	Restored   bool
}

// A Cluster is a set of copies of one article. Members are indices of
// documents, the centre first, then in content order.
type Cluster struct {
	Members []int
	Later   []int // the members that were joined as pages that go on from the others; sorted
}

// A Translation links two clusters, given by their place in the list.
type Translation struct {
	A, B int
}

// Alignment lays witnesses over columns: Columns[c].At(w) is the index of the
// word of witness w that stands in column c, or Absent. Columns are in the
// order of the article; every word that is not part of a duplicate passage
// stands in exactly one column.
type Alignment struct {
	Witnesses []*Witness
	Columns   []Column
	Moves     []Move
}

// Absent marks a cell in which a witness has no word.
const Absent int32 = -1

// A Move is a run of words [From, To) of a witness that stands elsewhere in
// that witness than in the article: its words vote on readings, not on order.
type Move struct {
	Witness, From, To int
}

// A CutPlace says where in the gap between two words spam was cut out.
type CutPlace uint8

// The places.
const (
	CutNowhere CutPlace = iota
	CutAside            // behind a line break, if there is a word before
	CutInLine           // in the line of the word before
)

// LineEnd is the first word behind word from that does not stand in its line.
func (w *Witness) LineEnd(from int) int {
	to := from + 1
	for to < len(w.Words) && !strings.Contains(w.Gaps[to], "\n") {
		to++
	}
	return to
}
