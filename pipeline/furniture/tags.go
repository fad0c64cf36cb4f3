package furniture

import (
	"golang.org/x/net/html/atom"
)

// asides are the elements and the words of nameWords that call what stands in
// them furniture.
var (
	asideTags  = map[atom.Atom]bool{atom.Nav: true, atom.Footer: true, atom.Aside: true, atom.Menu: true}
	asideNames = namesOf("nav", "navbar", "navigation", "menu", "footer", "sidebar", "breadcrumb", "breadcrumbs", "share", "sharing", "social",
		"related", "recommended", "cookie", "cookies", "newsletter", "promo", "advert", "pagination", "pager", "contentinfo", "complementary",
		"toolbar", "popup", "modal")
)

// because says why an element is furniture, "" when it is not.
func (n *node) because() string {
	switch {
	case asideTags[n.tag]:
		return "<" + n.tag.String() + ">"
	case n.tag == atom.Body || n.tag == atom.Html || n.tag == atom.Main || n.tag == atom.Article || n.parent < 0:
		return ""
	}
	if k := n.own.both(asideNames).first(); k >= 0 {
		return "an element named " + nameWords[k]
	}
	return ""
}

// tags tells for each block of a page that was HTML what tag or name calls it
// furniture. An element that holds most of the page's prose is not believed:
// such names are given to whole pages too.
func (s *survey) tags(blocks []block) {
	reasons := make([]string, len(s.nodes))
	for i := 1; i < len(s.nodes); i++ {
		n := &s.nodes[i]
		if reasons[i] = reasons[n.parent]; reasons[i] == "" && n.all <= s.nodes[0].all/3 {
			reasons[i] = n.because()
		}
	}
	for i := range blocks {
		blocks[i].tag = reasons[s.at[i]]
	}
}
