// Package corpus holds what flows through the pipeline: documents and the
// edits made to them, proposals and their evidence, witnesses, clusters,
// alignments, canonical texts, and faults. It knows no algorithm and imports
// the standard library only; every room of the pipeline stands on it.
package corpus

import "encoding/json"

// Source says where a record came from. Offset is the byte offset of the
// record in its file, after decompression; Record counts from 0.
type Source struct {
	Path   string `json:"path"`
	Record int    `json:"record"`
	Offset int64  `json:"offset"`
}

// A Document is one record on its way through gather. Proposals and marks
// are spans of Draft.Text as it stands after the repair stages; no stage
// edits the text once the first of them is made, until settle decides.
type Document struct {
	ID     string
	Source Source
	HTML   bool   // the text as read is HTML markup
	URL    string // where the page was, if the record says so
	Title  string // the title the record gives, if any
	Host   string // the host of URL, or the record's "source" field
	Meta   map[string]json.RawMessage

	Draft     Draft
	Language  string // ISO 639-1, else 639-3, "und" when unknown
	Passages  []Passage
	Proposals []Proposal
	Alone     []Proposal // what falls besides where no copy speaks
	Marks     []Mark

	Elements any // of HTML, from the stage markup to the stage furniture
	Words    any // of Draft.Text, a *token.Reading: the first stage that needs it reads, in the room that is there
}

// A Passage is a stretch of the text in a language other than the document's.
type Passage struct {
	Start, End int
	Language   string
}

// Role names what a marked span is.
type Role string

// The roles of spans.
const (
	RoleTitle     Role = "title"
	RoleHeading   Role = "heading"
	RoleByline    Role = "byline"
	RoleAuthorBox Role = "author-box"
	RolePageMark  Role = "page-mark" // "Continued from page 1", "Page 1 of 2"
	RoleLabel     Role = "label"     // a line that names a block, as "About the Author"
	RoleProtected Role = "protected" // what the user wants kept
)

// A Mark labels a span of Draft.Text with its role.
type Mark struct {
	Start, End int
	Role       Role
}

// Family is a family of evidence. Inside a sentence nothing is cut on one
// family alone.
type Family string

// The families of evidence.
const (
	Artefact  Family = "artefact"  // odd white space, a stray byte-order mark round the span
	Template  Family = "template"  // several spans of one shape with differing fillers
	Syntax    Family = "syntax"    // ungoverned by its sentence
	Semantics Family = "semantics" // nothing else on the page speaks of it
	Corpus    Family = "corpus"    // bursts across unrelated clusters or hosts
	Copies    Family = "witness"   // other copies agree exactly on both sides
	Layout    Family = "layout"    // what a block of furniture looks like
)

// Evidence is one reason: its family, its weight in 0..1, and what was seen.
type Evidence struct {
	Family Family
	Weight float64
	Detail string // a few words for people, as `between two no-break spaces`
}

// AnotherTitle is the detail of the evidence, of the family of the corpus, that a line
// holds the title of another article of the run.
const AnotherTitle = "the title of another article"

// AnotherBeginning is the detail of the evidence that a line begins as another article
// does and breaks off.
const AnotherBeginning = "the beginning of another article, cut off"

// NextArticle is the detail of the evidence that another article begins on a page, below
// its own.
const NextArticle = "the beginning of the next article"

// Verdict is what a proposal's own evidence is enough for.
type Verdict uint8

// Flag leaves the span in the text for the copies to judge; Cut removes it.
const (
	Flag Verdict = iota
	Cut
)

// A Proposal is a span of Draft.Text that might be spam, furniture or a
// foreign tail. The span takes in the spacing artefacts round it; Now is
// what is left in its place when it is cut ("" or one space or break).
// Score is in 0..1. Head is the span's normalised beginning, empty when the
// corpus has nothing to count.
type Proposal struct {
	Start, End int
	Kind       Kind
	Now        string
	Verdict    Verdict
	Backed     bool // cut only where copies can make good what is lost
	Score      float64
	Evidence   []Evidence
	Head       string
}

// Why puts the evidence into words, strongest first as given.
func (p Proposal) Why() []string {
	out := make([]string, len(p.Evidence))
	for i, e := range p.Evidence {
		out[i] = string(e.Family) + ": " + e.Detail
	}
	return out
}
