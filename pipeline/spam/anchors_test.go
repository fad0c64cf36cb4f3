package spam

import (
	"strings"
	"testing"
)

// Links whose brackets were turned into entities are links still.
func TestEscapedLinks(t *testing.T) {
	for _, form := range []string{
		`<a href="http://HOST/">TEXT</a>`,
		`&lt;a href="http://HOST/"&gt;TEXT&lt;/a&gt;`,
		`&lta href=&quothttp://HOST/&quot&gtTEXT</a&gt`,
		`&amp;lt;a href="http://HOST/">TEXT</a&amp;gt;`,
		`<a href=:http://HOST/:>TEXT</a>`,
		`[url=http://HOST/]TEXT[/url]`,
	} {
		link := func(host, text string) string { return strings.NewReplacer("HOST", host, "TEXT", text).Replace(form) }
		text := replace(t, orchard, "the trunk and said", "the trunk "+link("www.tarnkol.biz", "carved chess sets")+", and said")
		text = replace(t, text, "in straw until", "in straw "+link("www.velmo44.net", "chess sets outlet")+", until")
		got := cut(t, detect(t, text, "en"))
		if strings.Contains(got, "chess") || strings.Contains(got, "href") || strings.Contains(got, "url") {
			t.Errorf("%s: left %q", form, got)
		}
	}
	written := replace(t, orchard, "the trunk and said", `the trunk of the <a href="http://www.tarnkol.biz/">pear tree</a> and said`)
	if got := cut(t, detect(t, written, "en")); got != written {
		t.Errorf("a link that has its place: left %q", got)
	}
}
