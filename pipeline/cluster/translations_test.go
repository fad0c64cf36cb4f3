package cluster

import (
	"fmt"
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// tale writes paragraphs in two invented languages that share their names.
func tale(w *writer, names []string) (one, other string) {
	var a, b []string
	for _, name := range names {
		p := w.paragraph()
		q := []rune(strings.ToLower(p + " " + w.words[1]))
		for i, r := range q { // another language: other letters
			if r >= 'a' && r <= 'z' {
				q[i] = 'a' + (r-'a'+11)%26
			}
		}
		a = append(a, fmt.Sprintf("%s And so said %s that day.", p, name))
		b = append(b, fmt.Sprintf("%s xu po %s zy wem.", string(q), name))
	}
	return join(a...), join(b...)
}

func TestTranslations(t *testing.T) {
	w := newWriter(41)
	names := strings.Fields("Arvik 1847 Belport Cormund Delsey 36500 Estoria Grenmar")
	a, b := tale(w, names)
	c, d := tale(w, strings.Fields("Hollin Iskra 912 Jorvale Keswin Lomond Marrak Nordell"))
	turned, _ := tale(w, strings.Fields("Grenmar Delsey Arvik Estoria 1847 36500 Cormund Belport"))
	docs := []*corpus.Document{document("en", a), document("it", b), document("en", c), document("it", d), document("en", turned), document("en", w.noise(a, 4))}
	r := groupDocs(t, docs)
	got := map[string]bool{}
	for _, x := range r.Translations {
		got[fmt.Sprint(min(r.Clusters[x.A].Members[0], r.Clusters[x.B].Members[0]), max(r.Clusters[x.A].Members[0], r.Clusters[x.B].Members[0]))] = true
	}
	if len(got) != 2 || !(got["0 1"] || got["1 5"]) || !got["2 3"] {
		t.Errorf("translations %v of clusters %v", got, r.Clusters)
	}
	docs[1].Language = "und"
	if r := groupDocs(t, docs); len(r.Translations) != 1 {
		t.Errorf("an unknown language gave %v", r.Translations)
	}
}

func TestSameSections(t *testing.T) {
	a := []uint16{40, 300, 12, 350, 25, 280, 14, 360, 20}
	longer := []uint16{50, 360, 14, 430, 31, 330, 17, 440, 24}
	other := []uint16{60, 350, 330, 20, 370, 290, 18, 140, 100}
	for name, c := range map[string]struct {
		a, b []uint16
		want bool
	}{
		"longer": {a, longer, true}, "other": {a, other, false}, "few": {a[:5], longer[:5], false}, "one less": {a, longer[:8], false}, "none": {nil, nil, false},
	} {
		if sameSections(c.a, c.b) != c.want {
			t.Errorf("%s: %v", name, !c.want)
		}
	}
}
