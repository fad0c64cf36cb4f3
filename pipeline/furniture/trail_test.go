package furniture

import (
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// TestTrail holds that the way through the site is not nominated for the title
// of an article that has its title in its only paragraph.
func TestTrail(t *testing.T) {
	for line, want := range map[string]bool{
		"Home :: Articles :: Garden :: " + beesTitle: true,
		"Home » Garden » " + beesTitle:               true,
		"Home :: Articles :: Garden":                 false,
		beesTitle:                                    false,
		"Bees | Neighbours | Hives":                  false,
	} {
		p := newPage(line+"\n\n"+oneLine(" He put the stone on"), "en")
		if !p.runOn() {
			t.Fatal("the paragraph is none")
		}
		if p.trail(0, 1) != want {
			t.Errorf("%q: %v", line, !want)
		}
	}
}

// TestTrailBeforeTheArticle holds that of the way through the site nothing stays but the
// title, and not that where it stands below as well.
func TestTrailBeforeTheArticle(t *testing.T) {
	const way = "the way through the site to the article"
	for name, c := range map[string]struct{ head, fallen string }{
		"with the title below": {"Home :: Articles :: Garden :: " + beesTitle + "\n\n" + beesTitle, "Home :: Articles :: Garden :: " + beesTitle + "\n"},
		"alone":                {"Home » Articles » " + beesTitle, "Home » Articles » "},
		"with a label below":   {"Home :: Articles :: Garden :: " + beesTitle + "\nSearch [   ]\n\nPets: " + beesTitle, "Home :: Articles :: Garden :: " + beesTitle + "\n"},
		"a title of parts":     {"Bees > Neighbours > Hives", ""},
		"a title with a bar":   {"On / Off / " + beesTitle, ""},
		"a title":              {beesTitle, ""},
	} {
		t.Run(name, func(t *testing.T) {
			doc := propose(t, c.head+"\n\n"+bees, "en")
			fallen := ""
			for _, p := range doc.Proposals {
				if p.Evidence[0].Detail == way {
					fallen += doc.Draft.Text[p.Start:p.End]
				}
			}
			if fallen != c.fallen {
				t.Errorf("fallen: %q, want %q", fallen, c.fallen)
			}
			for _, m := range doc.Marks {
				if s := doc.Draft.Text[m.Start:m.End]; m.Role == corpus.RoleTitle && c.fallen != "" && s != beesTitle {
					t.Errorf("the title is %q", s)
				}
			}
		})
	}
}

// TestLabelBeforeTheTitle holds that a label is flagged, and not more, where the way through
// the site ends in the title without it.
func TestLabelBeforeTheTitle(t *testing.T) {
	for head, want := range map[string]string{
		"Home :: Articles :: Garden :: " + beesTitle + "\n\nPets: " + beesTitle: "Pets: ",
		"Home :: Articles :: Garden :: Other Things\n\nPets: " + beesTitle:      "",
		"Pets: " + beesTitle: "",
	} {
		doc := propose(t, head+"\n\n"+bees, "en")
		flagged := ""
		for _, p := range doc.Proposals {
			if p.Evidence[0].Detail == "a label that the way through the site does without" && p.Verdict == corpus.Flag && p.Score < .9 {
				flagged += doc.Draft.Text[p.Start:p.End]
			}
		}
		if flagged != want {
			t.Errorf("under %q flagged %q, want %q", head, flagged, want)
		}
	}
}
