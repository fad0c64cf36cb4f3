package repair

import (
	"strings"
	"testing"
)

func TestSquareTags(t *testing.T) {
	tagged := "[size=3][b]" + strings.NewReplacer("ferry", "[i]ferry[/i]", "captain", "[color=red]captain[/color]", "\n", "[/b]\n[b]").Replace(ferry) + "[/b][/size]"
	help := "Write [b] before what shall be bold and [/b] behind it, or [i] and [/i] for letters that lean."
	notes := "He wrote it [sic] in [1] and [2], see [a] and [b]. " + ferry
	links := strings.NewReplacer("ferry", "[url=http://a.example/1]ferry[/url]").Replace(ferry + ferry)
	for name, c := range map[string]struct{ text, want string }{
		"links":    {links, links},
		"a post":   {tagged, ferry},
		"pictures": {"[img]http://a.example/x.jpg[/img]" + tagged, ferry},
		"help":     {help, help},
		"notes":    {notes, notes},
	} {
		t.Run(name, func(t *testing.T) {
			if got := run(t, "en", c.text, Characters{}).Draft.Text; got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestWikiMarks(t *testing.T) {
	page := "== On the ferry ==\n" + strings.NewReplacer("ferry", "[[Ferry|ferry]]", "captain", "[[captain]]", "postmaster", "'''postmaster'''", "\n", "{{cite web|url=http://a.example/1}}\n").Replace(ferry)
	code := "x = [[1, 2], [3, 4]]\ny = [[5]]\nz = [[6]]\n== or != is up to you, and '' is empty."
	for name, c := range map[string]struct{ text, want string }{
		"a page": {page, "On the ferry\n" + ferry},
		"code":   {code, code},
	} {
		t.Run(name, func(t *testing.T) {
			if got := run(t, "en", c.text, Characters{}).Draft.Text; got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}
