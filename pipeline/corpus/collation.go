package corpus

// A Collation is a rebuilt article beside its aligned copies, for those who
// write editions of it. An article of one text has no witnesses and no rows.
type Collation struct {
	Article   Article
	Apparatus Apparatus
	Witnesses []*Witness
	Moves     []Move
	Rows      []Row // in the order of the article
}

// A Row is one column of the alignment with what was made of it.
type Row struct {
	// Start and End are the bytes of the canonical text that the row's word
	// fills; where no word was chosen both are the end of the last chosen one.
	Start, End int
	Entry      int     // place of the row's entry in the apparatus, -1 where all agree
	Words      []int32 // the word of each witness, or Absent
	Stands     []bool  // whether each witness stands here: if so, Absent is an omission
}

// Chosen reports whether the canonical text has a word in this row.
func (r Row) Chosen() bool { return r.End > r.Start }
