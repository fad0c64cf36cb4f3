package repair

import (
	"encoding/hex"
	"regexp"
	"strings"
	"sync"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Cloudflare hides the addresses of a page from robots: a script of theirs puts
// them back, and who copied the page without it has "[email protected]". Where the
// code came along, in the link or in the attribute of the tag, it holds the
// address: two hexadecimal digits a byte, the first of which is the key that all
// others were added to, bit by bit (exclusive or).

// shielded are the forms in which the code comes: a tag with its content, a link
// of Markdown, a link behind its text, and the link alone.
var shielded = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`<(?:a|span)\b[^<>]*data-cfemail="([0-9a-fA-F]+)"[^<>]*>[^<>]*</(?:a|span)>` +
		`|(?:\[\[?email[\s\x{A0}]protected\]\]?\s?)?[(<]?(?:https?://[\w.-]+)?/cdn-cgi/l/email-protection#([0-9a-fA-F]+)\b[)>]?`)
})

// addresses puts the addresses back that Cloudflare hid.
func addresses(d *corpus.Draft) error {
	if !shields(d.Text) {
		return nil
	}
	var changes []corpus.Change
	for _, m := range shielded().FindAllStringSubmatchIndex(d.Text, -1) {
		code := m[2:4]
		if code[0] < 0 {
			code = m[4:6]
		}
		address, ok := unshield(d.Text[code[0]:code[1]])
		if !ok {
			continue
		}
		start, end := m[0], m[1]
		if open, shut := strings.Count(d.Text[start:end], "("), strings.Count(d.Text[start:end], ")"); shut > open {
			end-- // of what stands round the link
		}
		changes = append(changes, corpus.Change{Start: start, End: end, Now: address, Kind: corpus.KindEntity, Why: []string{"address hidden by Cloudflare"}})
	}
	return apply(d, changes)
}

// shields reports whether a text may have a code. Most have not even the signs.
func shields(text string) bool {
	return strings.IndexByte(text, '#') >= 0 && strings.Contains(text, "/cdn-cgi/l/email-protection#") ||
		strings.IndexByte(text, '=') >= 0 && strings.Contains(text, "data-cfemail=")
}

// unshield decodes a code; ok is false unless an address comes out.
func unshield(code string) (address string, ok bool) {
	b, err := hex.DecodeString(code)
	if err != nil || len(b) < 4 {
		return "", false
	}
	for i := range b[1:] {
		if b[i+1] ^= b[0]; b[i+1] <= ' ' || b[i+1] >= 0x7F {
			return "", false
		}
	}
	address, _, _ = strings.Cut(string(b[1:]), "?") // the subject of the letter
	name, host, ok := strings.Cut(address, "@")
	return address, ok && name != "" && strings.Contains(host, ".") && !strings.Contains(host, "@")
}
