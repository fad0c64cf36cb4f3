package furniture

import "testing"

// TestShieldedAddress holds that the code of a hidden address outlives its tag.
func TestShieldedAddress(t *testing.T) {
	doc := plain(t, `<html><body><p>Write to <a href="/cdn-cgi/l/email-protection" class="__cf_email__" data-cfemail="5b3a1b39753a38">[email&#160;protected]</a>, or call.</p></body></html>`)
	if got, want := doc.Draft.Text, "Write to /cdn-cgi/l/email-protection#5b3a1b39753a38, or call."; got != want {
		t.Errorf("%q", got)
	}
}
