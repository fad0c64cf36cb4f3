package cluster

import (
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// stampedPage gives a page of Spanish a head with the name of its site and a date, and a
// mark at its end.
func stampedPage(text, site, date, mark string) *corpus.Document {
	d := marked(site+"\n\nPublicado el "+date+" - 88 visitas\n\n"+text, mark, false)
	d.Language = "es"
	return d
}

// TestPagesJoinByStamp has two marked pages, hardly more kin than not, without a title
// on the later one: the site and the date of both tell that they are of one article, if
// no third page bears them.
func TestPagesJoinByStamp(t *testing.T) {
	a, b := pagesOf(t, "es/advice-primer-piso-compartido"), pagesOf(t, "es/recipe-arroz-caldoso-de-conejo")
	const first, second = "Página 1 de 2", "Página 2 de 2"
	one := stampedPage(a[0], "La Gaceta", "3/11/2011", first)
	two := func(text, site, date string) *corpus.Document { return stampedPage(text, site, date, second) }
	third := stampedPage(b[0], "La Gaceta", "3/11/2011", "Anterior")
	third.Language = "it"
	for name, c := range map[string]struct {
		docs []*corpus.Document
		want [][]int
	}{
		"one stamp":            {[]*corpus.Document{one, two(a[1], "La Gaceta", "3/11/2011")}, [][]int{{0, 1}}},
		"another day":          {[]*corpus.Document{one, two(a[1], "La Gaceta", "4/11/2011")}, [][]int{{0}, {1}}},
		"another site":         {[]*corpus.Document{one, two(a[1], "El Faro", "3/11/2011")}, [][]int{{0}, {1}}},
		"another matter":       {[]*corpus.Document{one, two(b[1], "La Gaceta", "3/11/2011")}, [][]int{{0}, {1}}},
		"the day of the crawl": {[]*corpus.Document{one, two(a[1], "La Gaceta", "3/11/2011"), third}, [][]int{{0}, {1}, {2}}},
		"no marks":             {[]*corpus.Document{stampedPage(a[0], "La Gaceta", "3/11/2011", "Fin"), stampedPage(a[1], "La Gaceta", "3/11/2011", "Fin")}, [][]int{{0}, {1}}},
	} {
		t.Run(name, func(t *testing.T) { check(t, c.docs, c.want) })
	}
}

func TestDated(t *testing.T) {
	for line, want := range map[string]bool{
		"Posted on 11.12.2010 - 8845 views":      true,
		"प्रकाशित ११.१२.२०१०":                    true,
		"3 January 2022, 14:05":                  true,
		"2021年3月4日":                              true,
		"© 2018 Plaza Abierta":                   false,
		"Call 0800 555 123":                      false,
		"Archive 2019 2020 2021":                 false,
		"12 comments, 3 shares":                  false,
		"123456789123456789123456789 Lot 2010 7": true,
	} {
		if dated(line) != want {
			t.Errorf("%q: %v", line, !want)
		}
	}
}
