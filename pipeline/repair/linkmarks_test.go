package repair

import "testing"

// TestLinkMarks holds that the numbers of links go with the list of their addresses,
// and that an author's notes stay.
func TestLinkMarks(t *testing.T) {
	for _, c := range []struct{ name, in, out string }{
		{"numbers before words", "[1]Home [2]News\n\nThe plan is in the digital [3]strategy of 2012 (see [4]here).\n\nReferences\n\n   1. http://a.example/\n   2. http://a.example/news\n   3. https://b.example/x?y=1\n   4. mailto:a@b.example\n",
			"Home News\n\nThe plan is in the digital strategy of 2012 (see here).\n\n\n"},
		{"two lists of one browser", "[1]Home [2]News [3]Mail\n\nReferences\n\n   Visible links\n   1. http://a.example/\n   2. file:///news\n   3. http://a.example/m\n   Hidden links:\n   4. http://a.example/h\n",
			"Home News Mail\n\n\n"},
		{"notes behind words", "So it was said.[1] Later,[2] it was not.[3]\n\nReferences\n\n1. http://a.example/\n2. http://b.example/\n3. http://c.example/\n", ""},
		{"sources named", "See [1] and [2], as in [3].\n\nReferences\n\n[1] A. Writer: http://a.example/\n[2] http://b.example/\n[3] http://c.example/\n", ""},
		{"sources by address", "As shown in [1] and [2], and again in [3] and (cf. [4]) it is so.\n\nReferences\n\n[1] http://a.example/\n[2] http://b.example/\n[3] http://c.example/\n[4] http://d.example/\n", ""},
		{"sources in Chinese", "树很老[1]，木头好[2]的。父亲[3]说。\n\n[1] http://a.example/\n[2] http://b.example/\n[3] http://c.example/\n", ""},
		{"a list of addresses", "Some places to go:\n\n1. http://a.example/\n2. http://b.example/\n3. http://c.example/\n", ""},
	} {
		want := c.out
		if want == "" {
			want = c.in
		}
		if got := run(t, "en", c.in, Characters{}).Draft.Text; got != want {
			t.Errorf("%s:\n%q\nwant\n%q", c.name, got, want)
		}
	}
}
