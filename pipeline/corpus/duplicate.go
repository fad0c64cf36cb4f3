package corpus

// A Duplicates is a cluster of documents that are one article: the one that a
// policy keeps, and what the others have in common with it.
type Duplicates struct {
	ID      string      `json:"id"` // as the ids of articles are made
	Kept    string      `json:"kept"`
	Size    int         `json:"size"`
	Members []Duplicate `json:"members"` // the kept one first, then by id
}

// A Duplicate is a document of a cluster. The measures count distinct
// shingles of kept words, in 0..1: of the kept document all are 1.
type Duplicate struct {
	ID     string `json:"id"`
	Source Source `json:"source"`
	Role   string `json:"role"` // RoleCopy, or RolePart of a page that holds a stretch of the kept one
	Overlap
}

// Overlap is what a document and the kept one of its cluster have in common.
type Overlap struct {
	Jaccard float64 `json:"jaccard"` // common shingles, as a share of those of either
	InKept  float64 `json:"in_kept"` // … of the document's
	OfKept  float64 `json:"of_kept"` // … of the kept one's
}

// A DuplicatePair is two documents of one cluster that were laid side by side
// and found to be one article.
type DuplicatePair struct {
	Cluster string  `json:"cluster"`
	A       string  `json:"a"`
	B       string  `json:"b"`
	Jaccard float64 `json:"jaccard"`
	AInB    float64 `json:"a_in_b"` // common shingles as a share of A's
	BInA    float64 `json:"b_in_a"`
}

// A DuplicateRow is a document as a row of a table: every column is always
// there. Cluster is null for a document without words, which is the copy of no
// other.
type DuplicateRow struct {
	ID      string  `json:"id"`
	Cluster *string `json:"cluster"`
	Size    int     `json:"size"` // of the cluster
	Kept    bool    `json:"kept"`
	KeptID  string  `json:"kept_id"`
	Role    string  `json:"role"`
	Overlap
	Path   string `json:"path"`
	Record int    `json:"record"`
	Offset int64  `json:"offset"`
}
