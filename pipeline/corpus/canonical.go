package corpus

import "encoding/json"

// An Article is one record of canonical.jsonl.
type Article struct {
	ID           string   `json:"id"`
	Text         string   `json:"text"`
	Title        string   `json:"title"`
	Language     string   `json:"language"`
	Members      []Member `json:"members"`
	Confidence   float64  `json:"confidence"`
	Disputed     int      `json:"disputed"`
	Translations []string `json:"translations"`
}

// A Member is a copy of an article. Extent is the share of the canonical
// text it stands for, from and to in 0..1; Weight is its vote in 0..1.
type Member struct {
	ID     string     `json:"id"`
	Role   string     `json:"role"`
	Extent [2]float64 `json:"extent"`
	Weight float64    `json:"weight"`
}

// The roles of members.
const (
	RoleCopy = "copy"
	RolePart = "part"
)

// An Apparatus is one record of apparatus.jsonl.
type Apparatus struct {
	Cluster string  `json:"cluster"`
	Entries []Entry `json:"entries"`
}

// An Entry is one place where witnesses differ or only one attests. Start
// and End are byte offsets into the canonical text; the chosen reading is
// the first. Rule is the id of the rule that decided.
type Entry struct {
	Start      int       `json:"start"`
	End        int       `json:"end"`
	Readings   []Reading `json:"readings"`
	Rule       string    `json:"rule"`
	Confidence float64   `json:"confidence"`
}

// A Reading is one form of the text at a place and the ids of those who
// have it. The empty text is an omission.
type Reading struct {
	Text      string   `json:"text"`
	Witnesses []string `json:"witnesses"`
	Weight    float64  `json:"weight"`
}

// A Removal is a run of words [From, To) of a witness that the copies prove
// to be foreign: it is cut from that document too.
type Removal struct {
	Witness, From, To int
	Kind              Kind
	Why               []string
}

// A Record is one line of documents.jsonl.
type Record struct {
	ID       string                     `json:"id"`
	Text     *string                    `json:"text,omitempty"`
	Title    *string                    `json:"title,omitempty"`
	Source   Source                     `json:"source"`
	Language string                     `json:"language"`
	Cluster  *string                    `json:"cluster"`
	Role     string                     `json:"role,omitempty"`
	Reason   string                     `json:"reason,omitempty"`
	Edits    []Edit                     `json:"edits"`
	Meta     map[string]json.RawMessage `json:"meta,omitempty"`
}
