package repair

import (
	"strings"
	"testing"
)

func TestBreakTags(t *testing.T) {
	lines := strings.Split(ferry, "\n")
	want := strings.Join(lines, "\n\n")
	code := "Write <br> for a break and <p> for a paragraph. A <br /> needs no end, \"<p>\" may have </p>."
	for name, c := range map[string]struct{ text, want string }{
		"two breaks": {strings.Join(lines, "<br /><br />"), want},
		"old ones":   {strings.Join(lines, "<BR>\n<BR>"), want},
		"paragraphs": {"<p>" + strings.Join(lines, `</p><p class="text">`) + "</p>", "\n\n" + want + "\n\n"},
		"as signs":   {strings.Join(lines, "&lt;br /&gt;&lt;br /&gt;"), want},
		"one":        {strings.Join(lines, "<br>"), ferry},
		"of tags":    {code, code},
		"kinds":      {"An Iter<P> of RSplit<P> is Skip<P>.", "An Iter<P> of RSplit<P> is Skip<P>."},
		"relations":  {"If a<br and b>c then x<p or y>q.", "If a<br and b>c then x<p or y>q."},
	} {
		t.Run(name, func(t *testing.T) {
			if got := run(t, "en", c.text, Characters{}).Draft.Text; got != c.want {
				t.Errorf("got\n%q\nwant\n%q", got, c.want)
			}
		})
	}
}
