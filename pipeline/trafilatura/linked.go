//go:build trafilatura

package trafilatura

import (
	"strings"

	trafilatura "github.com/markusmobius/go-trafilatura"
)

// Linked reports whether go-trafilatura is part of this build.
const Linked = true

// extract returns the text of a page's main content and comments, "" when
// none is found.
func extract(markup string) string {
	found, err := trafilatura.Extract(strings.NewReader(markup), trafilatura.Options{EnableFallback: true})
	if err != nil || found == nil {
		return ""
	}
	return found.ContentText + "\n" + found.CommentsText
}
