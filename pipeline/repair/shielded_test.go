package repair

import (
	"encoding/hex"
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// shield hides an address as Cloudflare does.
func shield(address string, key byte) string {
	b := []byte{key}
	for i := range len(address) {
		b = append(b, address[i]^key)
	}
	return hex.EncodeToString(b)
}

func TestShieldedAddresses(t *testing.T) {
	const address = "marian.oakes@example.com"
	code := shield(address, 0x5E)
	for was, now := range map[string]string{
		"Write to [email protected](/cdn-cgi/l/email-protection#" + code + "), she answers.":                                               "Write to " + address + ", she answers.",
		"Write to [[email\u00A0protected]](https://a.example/cdn-cgi/l/email-protection#" + code + ").":                                    "Write to " + address + ".",
		"Write to [email protected] <https://a.example/cdn-cgi/l/email-protection#" + code + ">":                                           "Write to " + address,
		"(see https://a.example/cdn-cgi/l/email-protection#" + strings.ToUpper(code) + ")":                                                 "(see " + address + ")",
		`Write to <a href="/x" class="__cf_email__" data-cfemail="` + code + `">[email&#160;protected]</a> or call.`:                       "Write to " + address + " or call.",
		"Write to /cdn-cgi/l/email-protection#" + shield(address+"?subject=Hi", 9) + " soon":                                               "Write to " + address + " soon",
		"Write to [email protected], she answers.":                                                                                         "Write to [email protected], she answers.",
		"Write to /cdn-cgi/l/email-protection#" + shield("no address", 9) + " soon":                                                        "Write to /cdn-cgi/l/email-protection#" + shield("no address", 9) + " soon",
		"Write to /cdn-cgi/l/email-protection#5e5e5e5e5e soon, and the commit is 5e3f2a1b0c9d of /cdn-cgi/l/email-protection#5e3f2a1b0c9d": "Write to /cdn-cgi/l/email-protection#5e5e5e5e5e soon, and the commit is 5e3f2a1b0c9d of /cdn-cgi/l/email-protection#5e3f2a1b0c9d",
	} {
		doc := run(t, "en", was, Characters{})
		if doc.Draft.Text != now {
			t.Errorf("%q: got %q", was, doc.Draft.Text)
		}
		if was != now && kinds(doc, corpus.KindEntity) == 0 {
			t.Errorf("%q: %+v", was, doc.Draft.Edits)
		}
	}
}
