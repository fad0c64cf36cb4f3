package spam

import (
	"strings"
	"testing"
)

// setAmid puts a sentence behind the first sentence of each of as many paragraphs of the
// orchard, from the second one on.
func setAmid(sentences ...string) string {
	paragraphs := strings.Split(orchard, "\n\n")
	for i, s := range sentences {
		at := strings.Index(paragraphs[i+1], ". ") + 2
		paragraphs[i+1] = paragraphs[i+1][:at] + s + " " + paragraphs[i+1][at:]
	}
	return strings.Join(paragraphs, "\n\n")
}

// TestSenders has sentences here and there that send to sites of which the page never
// speaks, as many as make them one hand's, and as many as a writer has.
func TestSenders(t *testing.T) {
	for name, c := range map[string]struct {
		sentences []string
		cut       bool
	}{
		"three":            {[]string{"Students purchase affordable dissertations at www.kelvane.net.", "Certified academics deliver coursework overnight from www.torbina.org.", "Download wallpapers and ringtones without registration at www.mizzelo.com."}, true},
		"two of one name":  {[]string{"Classic Velmont boots please fashionable customers http://www.kelvane.net/", "Discount Velmont boots ship overnight worldwide http://www.torbina.org/"}, true},
		"two in German":    {[]string{"Günstige Kredite ohne Schufa sofort beantragen. http://www.kelvane.net", "Billige Winterstiefel jetzt hier im Laden versandkostenfrei bestellen. http://www.torbina.org"}, true},
		"two in Chinese":   {[]string{"专业代开发票，增值税普通票，税点优惠。 http://www.kelvane.net", "北京翻译公司提供英语日语翻译。 http://www.torbina.org"}, true},
		"two":              {[]string{"Students purchase affordable dissertations at www.kelvane.net.", "Certified academics deliver coursework overnight from www.torbina.org."}, false},
		"of what is said":  {[]string{"More about pears and pruning saws at www.kelvane.net.", "A tree and its branches are drawn at www.torbina.org.", "The ladder of my father is for sale at www.mizzelo.com."}, false},
		"references":       {[]string{"Students purchase affordable dissertations (http://www.kelvane.net).", "Certified academics deliver coursework overnight (http://www.torbina.org).", "Download wallpapers and ringtones without registration (http://www.mizzelo.com)."}, false},
		"of sites named":   {[]string{"Students purchase affordable dissertations at www.orchard.net.", "Certified academics deliver coursework overnight from www.ladder.org.", "Download wallpapers and ringtones without registration at www.pears.com."}, false},
		"two of one mould": {[]string{"Find the best chronographs for the tree and the ladder with a winter warranty at www.kelvane.net.", "Find the best chronographs for the tree and the ladder with a cellar warranty at www.torbina.org."}, true},
	} {
		text := setAmid(c.sentences...)
		got := cut(t, detect(t, text, "en"))
		if want := map[bool]string{true: orchard, false: text}[c.cut]; got != want {
			t.Errorf("%s: left %q", name, got)
		}
	}
}

// TestSendersInARow has a list of links, which a page may well have.
func TestSendersInARow(t *testing.T) {
	list := []string{"Affordable dissertations for students www.kelvane.net", "Coursework that academics deliver overnight www.torbina.org", "Wallpapers and ringtones without registration www.mizzelo.com"}
	text := strings.Replace(orchard, "\n\nWe began", "\n\n"+strings.Join(list, "\n")+"\n\nWe began", 1)
	if got := cuts(detect(t, text, "en")); len(got) > 0 {
		t.Errorf("cut %v", got)
	}
}
