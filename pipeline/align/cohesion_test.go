package align

import (
	"slices"
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// text puts the columns of an alignment together, paragraphs apart by bars.
func text(al *corpus.Alignment) string {
	var b strings.Builder
	for _, col := range al.Columns {
		for w, i := range col.All() {
			if wit := al.Witnesses[w]; i > 0 && strings.Contains(wit.Gaps[i], "\n\n") {
				b.WriteString("| ")
			}
			b.WriteString(al.Witnesses[w].Words[i].Surface + " ")
			break
		}
	}
	return b.String()
}

// TestOrderByCohesion moves one paragraph of an article in one of two copies:
// the order must be the same as in the other, whichever of them comes first.
func TestOrderByCohesion(t *testing.T) {
	for _, tc := range []struct {
		name     string
		article  []string
		from, to int // the paragraph and where one copy has it
	}{
		{"headings keep their paragraphs", []string{
			"How to clean a chain",
			"A dirty chain is slow, and it wears down whatever touches it in the end.",
			"What is needed",
			"Take some rags and a brush, and put on gloves before the grease gets under your nails.",
			"The wash itself",
			"Pour warm water over the links, never under pressure, and dry them at once with a cloth.",
			"Good oil at last",
			"One drop on each roller will do, and whatever is left must come off again.",
		}, 5, 3},
		{"numbers ascend", []string{
			"Bread in four steps",
			"Nothing is easier to bake than this loaf, and nothing smells better on a cold day.",
			"1. Mix flour with salt and leave a hollow in the middle of the bowl.",
			"2. Stir yeast into lukewarm milk and wait until small bubbles rise.",
			"3. Knead for ten minutes, or until your neighbour knocks on the wall.",
			"4. Bake the loaf until a knock on its bottom sounds as though nobody were home.",
			"Let it cool before you cut it, however hard that may be for everybody.",
		}, 4, 2},
		{"sentences take up words", []string{
			"The bridge at Hollow Lane",
			"In spring the council closed the old crossing. Nobody had asked the ferryman.",
			"The ferryman heard of it at breakfast. His boat needed new planks and a pump.",
			"Such a pump costs more than he earns. For that there is a fund in the county.",
			"The fund was meant for lighthouses. Its chairman once owned a bakery in town.",
			"That bakery is closed now. Its oven went to a museum, where children climb in.",
			"Visitors of the museum ask for bread, and they are told the whole long story.",
		}, 2, 4},
	} {
		t.Run(tc.name, func(t *testing.T) {
			moved := slices.Delete(slices.Clone(tc.article), tc.from, tc.from+1)
			moved = slices.Insert(moved, tc.to, tc.article[tc.from])
			right, wrong := strings.Join(tc.article, "\n\n"), strings.Join(moved, "\n\n")
			want := text(Align([]*corpus.Witness{witness("a", right)}))
			// what the moved copy has more at its end makes it the first to join
			for _, tail := range []string{"", " And so it went on for many years, as such things will."} {
				got := text(Align([]*corpus.Witness{witness("a", right), witness("b", wrong+tail)}))
				if !strings.HasPrefix(got, want) {
					t.Errorf("with tail %q:\n%s\nwant\n%s", tail, got, want)
				}
			}
		})
	}
}

// TestOrderWithoutEvidence holds the order of the fuller copy where nothing
// speaks for the other.
func TestOrderWithoutEvidence(t *testing.T) {
	pars := []string{"alpha bravo charlie delta echo foxtrot golf hotel india.", "juliett kilo lima mike november oscar papa quebec romeo.", "sierra tango uniform victor whiskey xray yankee zulu able."}
	full := strings.Join(pars, "\n\n") + " baker dog easy fox"
	other := strings.Join([]string{pars[1], pars[0], pars[2]}, "\n\n")
	got := text(Align([]*corpus.Witness{witness("a", full), witness("b", other)}))
	if want := text(Align([]*corpus.Witness{witness("a", full)})); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestPagesAreNotWoven gives two pages of one article the title and some set
// phrases in common: one must stand whole behind the other.
func TestPagesAreNotWoven(t *testing.T) {
	const title = "Who tells the client when the job goes wrong"
	phrase := []string{"at the end of the day", "as a matter of plain fact", "for what it is worth now"}
	page := func(stem string) string {
		b := title
		for i := range 120 {
			if i%40 == 20 {
				b += " " + phrase[i/40]
			}
			b += " " + stem + strings.Repeat("x", i%7) + string(rune('a'+i%26))
		}
		return b
	}
	one, two := witness("a", page("first")), witness("b", page("second"))
	one.Page, two.Page = 1, 2
	al := Align([]*corpus.Witness{two, one})
	if i, j := strings.LastIndex(text(al), "first"), strings.Index(text(al), "second"); i > j {
		t.Errorf("page two begins at %d, before page one ends at %d:\n%s", j, i, text(al))
	}
}

// drawer is an article in which nothing tells the order.
const drawer = `Seven notes from a drawer

Rain fell all night upon slate, copper and thatch alike, without any favour.

Grandmother kept buttons sorted by size. Nobody ever asked her for one.

Trains leave at dawn; pigeons settle where passengers stood a minute ago.

Some walnuts will not open. My uncle throws those at passing clouds.

Every harbour smells alike until somebody lights a stove beside it.

Old maps fold wrongly once, and afterwards they never fold otherwise.

Chess was invented during winter. Summer players merely pretend to think.`

// TestOrderOfTwoHands has two copies of equal words with other signs against
// one in another order, and two that are one against it.
func TestOrderOfTwoHands(t *testing.T) {
	ps := strings.Split(drawer, "\n\n")
	other := strings.Join(slices.Insert(slices.Delete(slices.Clone(ps), 3, 4), 5, ps[3]), "\n\n")
	for _, c := range [][2]string{{drawer, other}, {other, drawer}} {
		again := strings.NewReplacer(",", " -", ";", ":").Replace(c[0])
		got := text(Align([]*corpus.Witness{witness("a", c[0]), witness("b", again), witness("c", c[1])}))
		if want := text(Align([]*corpus.Witness{witness("a", c[0])})); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
		alone := text(Align([]*corpus.Witness{witness("a", c[0]), witness("c", c[1])}))
		if got := text(Align([]*corpus.Witness{witness("a", c[0]), witness("b", c[0]), witness("c", c[1])})); got != alone {
			t.Errorf("a copy of a copy changes the order to\n%s", got)
		}
	}
}

// TestOrderOfTheSounderCopy gives two copies other orders, with nothing in the
// text to tell them apart: the copy that lost a paragraph is the one that moved
// another, and one that lost a sentence is as good as any.
func TestOrderOfTheSounderCopy(t *testing.T) {
	article := strings.Split(drawer, "\n\n")
	move := func(ps []string, from, to int) []string {
		x := ps[from]
		return slices.Insert(slices.Delete(slices.Clone(ps), from, from+1), to, x)
	}
	moved := move(article, 3, 5)
	join := func(ps []string) string { return strings.Join(ps, "\n\n") }
	order := func(al *corpus.Alignment) bool {
		s := text(al)
		return strings.Index(s, "Trains") < strings.Index(s, "Some walnuts")
	}
	lossy := slices.Delete(slices.Clone(moved), 6, 7)
	if !order(Align([]*corpus.Witness{witness("a", join(article)), witness("b", join(lossy)+" And so on for ever and ever, over all hills and far away from here.")})) {
		t.Error("the order is that of the copy that lost a paragraph")
	}
	lossy = slices.Delete(slices.Clone(article), 6, 7)
	if order(Align([]*corpus.Witness{witness("a", join(lossy)), witness("b", join(moved))})) {
		t.Error("the order is that of the copy that lost a paragraph")
	}
	for want, ps := range map[bool][]string{true: moved, false: article} { // the last paragraph, and words more
		other := map[bool][]string{true: article, false: moved}[want]
		short := slices.Clone(ps[:7])
		short[0] += " And so on for ever and ever over all hills and far away from here and home again by the same old road at night"
		if order(Align([]*corpus.Witness{witness("a", join(other)), witness("b", join(short))})) != want {
			t.Error("the order is that of the copy that lost the last paragraph")
		}
	}
	page := join(article[:5]) // page 1, which ends before the place where the other has the paragraph
	page = strings.Replace(page, article[3]+"\n\n", "", 1)
	if order(Align([]*corpus.Witness{witness("a", join(article)), witness("b", join(moved)), witness("c", page)})) {
		t.Error("a copy that goes on across the place was not heard")
	}
}

// TestOrderByJoins has three copies, of which two have taken other paragraphs to other
// places, one of them to where it seems to belong: the third broke no join, and its
// order is the article's.
func TestOrderByJoins(t *testing.T) {
	article := []string{
		"Seven notes from a drawer",
		"Rain fell all night upon slate, copper and thatch alike, without any favour.",
		"Gulls, ladders, gravel",
		"Trains leave at dawn; pigeons settle where passengers stood a minute ago. Nobody ever asked them for a ticket, or for a reason.",
		"Walnuts",
		"Some gulls know ladders and gravel as well as any mason does. My uncle throws those walnuts at passing clouds that will not open. Every harbour smells alike until somebody lights a stove beside it, and then each of them smells of supper.",
		"Old maps fold wrongly once, and afterwards they never fold otherwise.",
		"Chess was invented during winter. Summer players merely pretend to think.",
	}
	put := func(from, to int) *corpus.Witness {
		ps := slices.Insert(slices.Delete(slices.Clone(article), from, from+1), to, article[from])
		return witness(string(rune('b'+from)), strings.Join(ps, "\n\n"))
	}
	whole := witness("a", strings.Join(article, "\n\n"))
	want := text(Align([]*corpus.Witness{whole}))
	if got := text(Align([]*corpus.Witness{whole, put(3, 6), put(5, 2)})); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestOrderOfAPage has the first page of an article, and a copy that took one of its
// paragraphs behind what stands on the second: to put the paragraph before it there,
// too, would mend the join of the two, but the page would have lost what stands between.
func TestOrderOfAPage(t *testing.T) {
	ps := strings.Split(drawer, "\n\n")
	whole := strings.Join([]string{ps[0], ps[1], ps[3], ps[4], ps[5], ps[2], ps[6], ps[7]}, "\n\n")
	page := witness("b", strings.Join(ps[:4], "\n\n"))
	page.Page = 1
	want := text(Align([]*corpus.Witness{witness("a", drawer)}))
	if got := text(Align([]*corpus.Witness{witness("a", whole), page})); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestOrderAtAPageEdge has the first page of an article end, and the second begin, with
// a paragraph that a copy has elsewhere: few are taken just there.
func TestOrderAtAPageEdge(t *testing.T) {
	ps := strings.Split(drawer, "\n\n")
	move := func(from, to int) string {
		return strings.Join(slices.Insert(slices.Delete(slices.Clone(ps), from, from+1), to, ps[from]), "\n\n")
	}
	first, second := witness("b", strings.Join(ps[:5], "\n\n")), witness("b", strings.Join(ps[3:], "\n\n"))
	first.Page, second.Page = 1, 2
	want := text(Align([]*corpus.Witness{witness("a", drawer)}))
	for _, ws := range [][]*corpus.Witness{{witness("a", move(4, 2)), first}, {witness("a", move(3, 6)), second}} {
		if got := text(Align(ws)); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	}
}

// TestLostHeading has a copy that lost a paragraph and moved the one before it. In its
// own order it would have lost all in one place, in that of the other a heading besides:
// that is no passage.
func TestLostHeading(t *testing.T) {
	ps := strings.Split(drawer, "\n\n")
	whole := strings.Join([]string{ps[0], ps[1], ps[2], "Bread", ps[3], "Water", ps[4], "Salt", ps[5], ps[6]}, "\n\n")
	other := strings.Join([]string{ps[0], ps[1], "Water", ps[4], ps[2], ps[5], ps[6]}, "\n\n") + " " + strings.Repeat("And so on, for ever and ever, over all hills and far away. ", 4)
	got := text(Align([]*corpus.Witness{witness("a", whole), witness("b", other)}))
	if want := text(Align([]*corpus.Witness{witness("a", whole)})); !strings.HasPrefix(got, want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestOrderOfManyBlocks is TestOrderOfTheSounderCopy with more losses than blocks are
// tried.
func TestOrderOfManyBlocks(t *testing.T) {
	var ps, lossy []string
	for i := range 100 {
		w := strings.Repeat(string(rune('a'+i%26)), 3) + string(rune('a'+i/26))
		ps = append(ps, "One"+w+" two"+w+" three"+w+" four"+w+" five"+w+" six"+w+" seven"+w+" eight"+w+" nine"+w+" ten"+w+" eleven"+w+".")
		if i%2 == 0 || i == 31 {
			lossy = append(lossy, ps[i])
		}
	}
	at := slices.Index(lossy, ps[31])
	lossy = slices.Insert(slices.Delete(lossy, at, at+1), 30, ps[31])
	got := text(Align([]*corpus.Witness{witness("a", strings.Join(ps, "\n\n")), witness("b", strings.Join(lossy, "\n\n")+" "+strings.Repeat("And so on, for ever and ever, over all hills and far away. ", 60))}))
	if i, j := strings.Index(got, ps[31][:8]), strings.Index(got, ps[32][:8]); i < 0 || j < i {
		t.Errorf("paragraph 31 stands at %d, 32 at %d", i, j)
	}
}

// TestOrderOfAHalvedParagraph has a copy that moved a paragraph, lost the second sentence
// of it and another paragraph. The sentence stands where the paragraph would be, and does
// not keep it away from there.
func TestOrderOfAHalvedParagraph(t *testing.T) {
	sentence := func(name string) (keys []string) {
		for i := range 12 {
			keys = append(keys, name+string(rune('a'+i)))
		}
		return keys
	}
	text := func(names ...string) (out string) {
		for _, n := range names {
			if n == "3b" {
				out += " "
			} else {
				out += "\n\n"
			}
			out += strings.Join(sentence(n), " ") + "."
		}
		return strings.TrimSpace(out)
	}
	whole := []string{"1", "2", "3a", "3b", "4", "5", "6"}
	p, _ := newProfile([]*corpus.Witness{witness("a", text(whole...)), witness("b", text("1", "3a", "2", "4", "6"))})
	p.joined = len(p.strands)
	for _, n := range []string{"1", "3a", "2", "3b", "4", "5", "6"} {
		for _, key := range sentence(n) {
			col := &column{cells: corpus.NewColumns(1, len(p.strands))[0], rep: p.ids[key]}
			for s, st := range p.strands {
				col.cells.Set(s, int32(slices.Index(st.words, p.ids[key])))
				col.held += b2i(col.cells.At(s) >= 0)
			}
			p.columns = append(p.columns, col)
		}
	}
	p.cohere()
	var got []string
	for _, col := range p.columns {
		got = append(got, p.keys[col.rep])
	}
	var want []string
	for _, n := range whole {
		want = append(want, sentence(n)...)
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
