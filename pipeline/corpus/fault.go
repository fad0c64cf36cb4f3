package corpus

import "fmt"

// Reason is the fixed word that rejects.jsonl gives for an unreadable record.
type Reason string

// The reasons.
const (
	Unreadable  Reason = "unreadable"   // the file cannot be opened or read
	Truncated   Reason = "truncated"    // a compressed stream ends early or is damaged
	Binary      Reason = "binary"       // not text
	InvalidUTF8 Reason = "invalid-utf8" // JSON that is not UTF-8
	InvalidJSON Reason = "invalid-json"
	MissingText Reason = "missing-text" // no text field, or not a string
	TooLarge    Reason = "too-large"    // over the size one record may have
	Unsupported Reason = "unsupported"  // a format not built yet
	Internal    Reason = "internal"     // a stage failed on this document
)

// A Fault is what is wrong with one record. The record is rejected and the
// run goes on.
type Fault struct {
	Source Source `json:"source"`
	Reason Reason `json:"reason"`
	Detail string `json:"detail"`
}

func (f *Fault) Error() string {
	return fmt.Sprintf("%s: record %d at byte %d: %s: %s", f.Source.Path, f.Source.Record, f.Source.Offset, f.Reason, f.Detail)
}
