package spam

import "testing"

// TestLinksInARow puts links in raw markup behind a sentence, one after the other: they
// fall with the tag round them, and stay where the text speaks of them, where one site
// has all, or where the text has other markup.
func TestLinksInARow(t *testing.T) {
	const one, two, three = `<a href="http://www.tarnkol.biz/">harmonica reeds</a>`, `<a href="http://velmo44.net">copper kettles</a>`, `<a href="http://kelvo12.info/x">sailing boats</a>`
	for _, row := range []string{
		one + " " + two + " " + three,
		one + ", " + two + " | " + three,
		`<div style="display:none">` + one + " " + two + "</div>",
		`<u style=display:none>` + one + "</u>",
		"[url=http://www.tarnkol.biz]harmonica reeds[/url] [url=http://velmo44.net]copper kettles[/url] [url=http://kelvo12.info]sailing boats[/url]",
	} {
		if got := cut(t, detect(t, replace(t, orchard, "over three winters.", "over three winters."+row), "en")); got != orchard {
			t.Errorf("left %q", got)
		}
	}
	for name, row := range map[string]string{
		"two without a tag":    one + " " + two,
		"of what is spoken of": `<a href="http://www.tarnkol.biz/">pear trees</a> <a href="http://velmo44.net">the ladder</a> <a href="http://kelvo12.info/x">a saw</a>`,
		"of one site":          `<a href="http://velmo44.net/a">harmonica reeds</a> <a href="http://velmo44.net/b">copper kettles</a> <a href="http://velmo44.net/c">sailing boats</a>`,
		"other markup":         one + " " + two + " " + three + "<br>",
	} {
		text := replace(t, orchard, "over three winters.", "over three winters."+row)
		for _, q := range cuts(detect(t, text, "en")) {
			t.Errorf("%s: cut %q: %v", name, text[q.Start:q.End], q.Why())
		}
	}
}

// TestMarkupIsOfNoSubject has a sentence with words that stand in the tags of links
// that fall: it stays.
func TestMarkupIsOfNoSubject(t *testing.T) {
	const said = " The hidden position shows no style and an absolute href overflow."
	text := replace(t, orchard, " A tree that loses", said+" A tree that loses")
	put := `<div style="position:absolute;overflow:hidden"><a href="http://www.tarnkol.biz/">harmonica reeds</a> <a href="http://velmo44.net">copper kettles</a></div>`
	if got := cut(t, detect(t, replace(t, text, "over three winters.", "over three winters."+put), "en")); got != text {
		t.Errorf("left %q", got)
	}
}
