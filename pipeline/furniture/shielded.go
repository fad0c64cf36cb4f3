package furniture

import (
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
)

// codeName is the attribute in which Cloudflare hides an address.
const codeName = `data-cfemail="`

// shielded writes for the text of a tag that hides an address the link that holds its
// code, which the repair of characters reads. The tag is text[tag:at].
func (w *writer) shielded(tag, at, end int) bool {
	_, code, _ := strings.Cut(w.text[tag:at], codeName)
	code, _, closed := strings.Cut(code, `"`)
	if !closed || strings.Trim(code, "0123456789abcdefABCDEF") != "" || code == "" {
		return false
	}
	w.flush()
	w.started = true
	w.changes = append(w.changes, corpus.Change{Start: at, End: end, Now: "/cdn-cgi/l/email-protection#" + code, Kind: corpus.KindMarkup, Why: w.why})
	w.from, w.to = end, end
	return true
}
