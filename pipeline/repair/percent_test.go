package repair

import (
	"net/url"
	"strings"
	"testing"
)

func TestPercents(t *testing.T) {
	kyoto := "駅前の喫茶店は朝六時に開きます。学生はまだ来ません。"
	link := "https://ja.wikipedia.org/wiki/%E4%BA%AC%E9%83%BD%E5%B8%82%E4%BA%AC%E9%83%BD%E5%B8%82"
	share := "Mail it: mailto:x@example.org?body=One%20two%20three%20four%20five%20six%20seven%20eight%20nine and wait."
	markup := `<a class="run" target="_blank" href="https://play.example.org/?code=` + url.PathEscape(station) + `">Run</a>`
	sums := "It grew 4% in May, 5% in June, 6% in July, 7% in August, 8% in May, 9% in June, 3% in July and 2% in August."
	for name, c := range map[string]struct{ text, want string }{
		"path":          {url.PathEscape(station), station},
		"query":         {url.QueryEscape(station), station},
		"no spaces":     {url.QueryEscape(kyoto), kyoto},
		"one line":      {"Menu\n" + url.PathEscape(strings.ReplaceAll(station, "\n", " ")), "Menu\n" + strings.ReplaceAll(station, "\n", " ")},
		"an address":    {link, link},
		"in markup":     {markup, markup},
		"in a line":     {share, share},
		"percentages":   {sums, sums},
		"in Latin 1":    {"caf%E9%20de%20la%20gare%20et%20du%20quai%20et%20d%E9j%E0%20l%E0%20o%F9", "caf%E9%20de%20la%20gare%20et%20du%20quai%20et%20d%E9j%E0%20l%E0%20o%F9"},
		"nothing of it": {station, station},
	} {
		t.Run(name, func(t *testing.T) {
			if got := run(t, "fr", c.text, Characters{}).Draft.Text; got != c.want {
				t.Errorf("got\n%q\nwant\n%q", got, c.want)
			}
		})
	}
}
