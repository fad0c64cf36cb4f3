package spam

import (
	"strings"
	"testing"
)

// Links in raw markup that nothing in the text calls for are cut with their
// anchor texts, and the sentence closes over them.
func TestRawLinks(t *testing.T) {
	for _, form := range []struct{ name, open, end string }{
		{"BBCode", "[url=http://www.HOST/]", "[/url]"},
		{"link tag", "[link=http://www.HOST/x]", "[/link]"},
		{"HTML", `<a href="http://www.HOST/">`, "</a>"},
		{"HTML with curled quotes", `<a href=”http://www.HOST/”>`, "</a>"},
	} {
		link := func(host, anchor string) string {
			return " " + strings.Replace(form.open, "HOST", host, 1) + anchor + form.end
		}
		text := replace(t, orchard, "buds swelled.", "buds swelled"+link("tarnkol.biz", "vintage harmonica reeds")+".")
		text = replace(t, text, "ladder, gave", "ladder"+link("velmo44.net", "silver harmonica reeds")+", gave")
		if got := cut(t, detect(t, text, "en")); got != orchard {
			t.Errorf("%s: left %q", form.name, got)
		}
	}
	text := replace(t, orchard, "ladder, gave", "ladder [harmonica reeds](http://tarnkol.biz/a), gave")
	text = replace(t, text, "blossom on", "blossom [bass harmonica](http://velmo44.net) on")
	text = replace(t, text, "sharp saw, cut", "sharp saw [chromatic harmonica](https://kelvo.info), cut")
	if got := cut(t, detect(t, text, "en")); got != orchard {
		t.Errorf("Markdown: left %q", got)
	}
}

// Two links of which the prose has not a word fall though they share none; where the
// prose has one, they are left to the copies.
func TestTwoStrangeLinks(t *testing.T) {
	text := replace(t, orchard, "ladder, gave", "ladder [url=http://tarnkol.biz]harmonica reeds[/url], gave")
	strange := replace(t, text, "a sharp saw, cut", "a sharp saw [url=http://osgood7.org]copper kettles[/url], cut")
	if got := cut(t, detect(t, strange, "en")); got != orchard {
		t.Errorf("left %q", got)
	}
	known := replace(t, text, "a sharp saw, cut", "a sharp saw [url=http://osgood7.org]pear kettles[/url], cut")
	if got := cut(t, detect(t, known, "en")); got != known {
		t.Errorf("left %q", got)
	}
}

// One link that a word governs does not acquit the others, if it is of their
// trade; a link of another does not fall with them.
func TestOneGovernedLink(t *testing.T) {
	text := replace(t, orchard, "ladder, gave", "ladder [url=http://tarnkol.biz]harmonica reeds[/url], gave")
	text = replace(t, text, "blossom on", "blossom [url=http://velmo44.net]bass harmonica[/url] on")
	text = replace(t, text, "a sharp saw, cut", "a sharp saw, cut [url=http://osgood7.org]harmonica cases[/url], cut")
	governed := replace(t, text, "a cellar.", "a cellar of [url=http://kelvo12.info]chromatic harmonica[/url].")
	if got := cut(t, detect(t, governed, "en")); strings.Contains(got, "[url") {
		t.Errorf("left %q", got)
	}
	other := replace(t, text, "a cellar.", "a cellar of [url=http://kelvo12.info]copper kettles[/url].")
	if got := cut(t, detect(t, other, "en")); strings.Count(got, "[url") != 1 || !strings.Contains(got, "copper kettles") {
		t.Errorf("left %q", got)
	}
}

// Whoever writes in markup himself is left alone.
func TestGenuineLinks(t *testing.T) {
	for _, c := range []struct{ name, said string }{
		{"governed", "We bought [url=http://tarnkol.biz]harmonica reeds[/url], then the [url=http://velmo44.net]bass harmonica[/url]."},
		{"other markup", "[b]Note[/b] we saw [url=http://tarnkol.biz]harmonica reeds[/url], [url=http://velmo44.net]bass harmonicas[/url]."},
		{"words of reference", "They play [url=http://tarnkol.biz]harmonica[/url], see [url=http://velmo44.net]here[/url]."},
		{"what the text speaks of", "They sell [url=http://tarnkol.biz]harmonica reeds[/url], [url=http://velmo44.net]pear trees[/url]."},
		{"a site that the text names", "Tarnkol wrote [url=http://tarnkol.biz]harmonica news[/url], [url=http://velmo44.net]bass harmonicas[/url]."},
		{"one alone", "My cousin bought [url=http://tarnkol.biz]harmonica reeds[/url], and we laughed."},
		{"Markdown with a list", "They play [harmonica](http://tarnkol.biz), [bass harmonica](http://velmo44.net).\n\n- one\n- two"},
	} {
		text := orchard + "\n\n" + c.said
		for _, q := range cuts(detect(t, text, "en")) {
			t.Errorf("%s: cut %q: %v", c.name, text[q.Start:q.End], q.Why())
		}
	}
}
