package align

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/urtext/urtext/fixtures"
	"github.com/urtext/urtext/pipeline/corpus"
)

func witness(id, text string) *corpus.Witness { return fixtures.Witness(id, "en", text) }

// rows renders an alignment, one line a witness, for comparison by eye.
func rows(al *corpus.Alignment) string {
	var b strings.Builder
	for w, wit := range al.Witnesses {
		b.WriteString(wit.ID + ":")
		for _, col := range al.Columns {
			if col.At(w) == corpus.Absent {
				b.WriteString(" -")
			} else {
				b.WriteString(" " + wit.Words[col.At(w)].Surface)
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestAlign(t *testing.T) {
	for _, tc := range []struct{ name, in, want string }{
		{"insertion", "a: the cat sat down on the mat today\nb: the cat sat down Cheap Shoes on the mat today",
			"b: the cat sat down Cheap Shoes on the mat today\na: the cat sat down - - on the mat today\n"},
		{"omission", "a: we went to the house by the sea\nb: we went to house by sea",
			"b: we went to - house by - sea\na: we went to the house by the sea\n"},
		{"noise", "a: nothing remarkable happened there\nb: nothing remarkab1e happened there",
			"b: nothing remarkab1e happened there\na: nothing remarkable happened there\n"},
		{"other words", "a: on Monday the price fell\nb: on Friday the price fell",
			"b: on Friday the price fell\na: on Monday the price fell\n"},
		{"two parts", "a: one two three four five six\nb: four five six seven eight nine",
			"b: - - - four five six seven eight nine\na: one two three four five six - - -\n"},
		{"one witness", "a: one two", "a: one two\n"},
		{"an empty witness", "a: one two\nb: ", "b: - -\na: one two\n"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var ws []*corpus.Witness
			for _, l := range strings.Split(tc.in, "\n") {
				id, text, _ := strings.Cut(l, ": ")
				ws = append(ws, witness(id, text))
			}
			got := strings.Split(strings.TrimSpace(rows(Align(ws))), "\n")
			want := strings.Split(strings.TrimSpace(tc.want), "\n")
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		})
	}
}

// article makes n distinct words in sentences, so that every run is unique.
func article(r *rand.Rand, n int) []string {
	out := make([]string, n)
	for i := range out {
		b := make([]byte, 3+r.Intn(6))
		for j := range b {
			b[j] = byte('a' + r.Intn(26))
		}
		out[i] = string(b)
		if r.Intn(4) == 0 {
			out[i] = "the"
		}
	}
	return out
}

func damage(r *rand.Rand, words []string, rate float64) []string {
	var out []string
	for _, w := range words {
		switch x := r.Float64(); {
		case x < rate/3:
		case x < 2*rate/3:
			out = append(out, w, "zz"+w)
		case x < rate:
			out = append(out, w[:len(w)-1]+"q")
		default:
			out = append(out, w)
		}
	}
	return out
}

// checkAlignment: every word in exactly one column, in order but for moves.
func checkAlignment(t *testing.T, al *corpus.Alignment) {
	t.Helper()
	for w, wit := range al.Witnesses {
		seen := make([]int, len(wit.Words))
		moved := map[int32]bool{}
		for _, m := range al.Moves {
			if m.Witness == w {
				for i := m.From; i < m.To; i++ {
					moved[int32(i)] = true
				}
			}
		}
		last := int32(-1)
		for _, col := range al.Columns {
			i := col.At(w)
			if i == corpus.Absent {
				continue
			}
			seen[i]++
			if !moved[i] {
				if i < last && len(moved) == 0 {
					t.Fatalf("witness %s: word %d after %d", wit.ID, i, last)
				}
				last = i
			}
		}
		for i, n := range seen {
			if n != 1 {
				t.Fatalf("witness %s: word %d in %d columns", wit.ID, i, n)
			}
		}
	}
}

func TestAlignIsWholeAndIndependentOfOrder(t *testing.T) {
	for seed := int64(0); seed < 40; seed++ {
		r := rand.New(rand.NewSource(seed))
		words := article(r, 50+r.Intn(400))
		var ws []*corpus.Witness
		for i := range 2 + r.Intn(4) {
			d := damage(r, words, .1)
			if r.Intn(3) == 0 {
				d = d[:len(d)/2]
			}
			if r.Intn(4) == 0 { // a passage in another place
				a := len(d) / 3
				d = slices.Concat(d[a:a+a/2], d[:a], d[a+a/2:])
			}
			ws = append(ws, witness(string(rune('a'+i)), strings.Join(d, " ")))
		}
		first := Align(ws)
		checkAlignment(t, first)
		r.Shuffle(len(ws), func(i, j int) { ws[i], ws[j] = ws[j], ws[i] })
		if a, b := rows(first), rows(Align(ws)); a != b {
			t.Fatalf("seed %d: the order of witnesses matters", seed)
		}
	}
}

// TestInjectedForLost has a copy that lost the end of a sentence and was given an
// advertisement in its place: a word that both happen to have makes no neighbours
// of the others.
func TestInjectedForLost(t *testing.T) {
	const before, after = "Nine students have their initials scratched inside the case, next to those of a man named H. ", " Not everyone is delighted with what the college has done."
	a := before + "Voss, who oiled the mechanism in 1902 and left a note to say so." + after
	b := before + "Visit our online store for cheap essay writing service with free shipping all over the world. I found great writers on www.torpribel.test: they will finish your psychology essay in 3 hours, free of plagiarism." + after
	al := Align([]*corpus.Witness{witness("a", a), witness("b", b)})
	checkAlignment(t, al)
	common := len(witness("", before+after).Words)
	both := 0
	for _, col := range al.Columns {
		if col.At(0) != corpus.Absent && col.At(1) != corpus.Absent {
			both++
		}
	}
	if both > common+2 {
		t.Errorf("%d words in pairs, want about %d:\n%s", both, common, rows(al))
	}
}

// TestEachLostAnother has two copies that each lost another paragraph at the same place:
// the few words that both paragraphs have, or nearly have, do not weave them into one.
func TestEachLostAnother(t *testing.T) {
	const (
		before = "Anything hollow there means that the tubes have come apart, so say thank you and walk home. "
		wheel  = "Lift the front, spin that wheel and watch its rim beside both pads: wobbling by more than two millimetres means work. Grab hold at the top, push left, push right; play which your hand feels comes from worn bearings with no grease. Hollow sides, thin like old steps, may burst on any long descent. "
		chain  = "Lay a gauge over some links. Falling in at nought point seven five, they are due, at one point nought probably even sprockets go with them, perhaps also what pulls with your legs. Sharp leaning teeth prove this. None should stop someone buying, yet everyone can argue down a price, knowing what such parts cost. "
		after  = "Ride it, and not just around the corner. You need five minutes with a hill and some cobbles."
	)
	al := Align([]*corpus.Witness{witness("a", before+wheel+after), witness("b", before+chain+after)})
	checkAlignment(t, al)
	seen := ""
	same := len(strings.Fields(before))
	for _, col := range al.Columns[same : len(al.Columns)-len(strings.Fields(after))] {
		if a, b := col.At(0), col.At(1); a != corpus.Absent && b != corpus.Absent {
			seen += al.Witnesses[0].Words[a].Surface + "/" + al.Witnesses[1].Words[b].Surface + " "
		}
	}
	if seen != "" {
		t.Errorf("side by side: %s", seen)
	}
}

func TestMoveIsRecognised(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	a := article(r, 300)
	moved := slices.Concat(a[:50], a[100:300], a[50:100])
	al := Align([]*corpus.Witness{witness("a", strings.Join(a, " ")), witness("b", strings.Join(a[:290], " ")), witness("c", strings.Join(moved, " "))})
	if len(al.Columns) != 300 {
		t.Fatalf("%d columns, want 300", len(al.Columns))
	}
	if len(al.Moves) == 0 {
		t.Fatal("no move found")
	}
	for c, col := range al.Columns {
		if col.At(0) == corpus.Absent && col.At(1) == corpus.Absent {
			t.Fatalf("column %d is held by the moved copy only", c)
		}
	}
}

// TestPagesInOrder holds pages without a common word to the order of their
// numbers, where 0 is a page that bears none.
func TestPagesInOrder(t *testing.T) {
	texts := []string{strings.TrimSpace(strings.Repeat("alder birch cedar elm ", 16)), strings.TrimSpace(strings.Repeat("north east south west ", 15)), strings.TrimSpace(strings.Repeat("one two three four ", 14))}
	for _, pages := range [][]int{{1, 2}, {1, 0}, {0, 2}, {1, 2, 3}} {
		for _, swap := range []bool{false, true} {
			var ws []*corpus.Witness
			want := ""
			for i, n := range pages {
				w := witness(string(rune('a'+i)), texts[i])
				w.Page = n
				ws, want = append(ws, w), want+texts[i]+" "
			}
			if swap { // neither order of ids nor of words may decide
				slices.Reverse(ws)
				for i, w := range ws {
					w.ID = string(rune('a' + i))
				}
			}
			got := ""
			al := Align(ws)
			for _, col := range al.Columns {
				for w, i := range col.All() {
					got += al.Witnesses[w].Words[i].Surface + " "
				}
			}
			if got != want {
				t.Errorf("pages %v: %q", pages, got)
			}
		}
	}
}

// TestTitleOnPageTwo holds page 2, which has the title in its frame and a
// phrase in common with page 1, behind page 1, and whole.
func TestTitleOnPageTwo(t *testing.T) {
	const title = "who tells the client when the job goes wrong "
	r := rand.New(rand.NewSource(5))
	one := strings.Join(article(r, 120), " ") + " one of my people sent the wrong file " + strings.Join(article(r, 60), " ")
	two := strings.Join(article(r, 70), " ") + " one of my people sent the wrong file " + strings.Join(article(r, 90), " ")
	a, b := witness("a", title+one), witness("b", title+two)
	a.Page, b.Page, b.From, b.To = 1, 2, len(strings.Fields(title)), len(b.Words)
	al := Align([]*corpus.Witness{a, b})
	var got []string
	for _, col := range al.Columns {
		for w, i := range col.All() {
			if !(al.Witnesses[w].ID == "b" && int(i) < b.From) {
				got = append(got, al.Witnesses[w].Words[i].Surface)
			}
		}
	}
	if want := title + one + " " + two; strings.Join(got, " ") != want {
		t.Errorf("%q", got)
	}
}

func BenchmarkAlignFour(b *testing.B) {
	r := rand.New(rand.NewSource(1))
	words := article(r, 1000)
	var ws []*corpus.Witness
	for i := range 4 {
		ws = append(ws, witness(string(rune('a'+i)), strings.Join(damage(r, words, .05), " ")))
	}
	b.ResetTimer()
	for b.Loop() {
		Align(ws)
	}
}

func BenchmarkAlignPairOf70000(b *testing.B) {
	r := rand.New(rand.NewSource(1))
	words := article(r, 70000)
	ws := []*corpus.Witness{witness("a", strings.Join(damage(r, words, .03), " ")), witness("b", strings.Join(damage(r, words, .03), " "))}
	b.ResetTimer()
	for b.Loop() {
		Align(ws)
	}
}

// TestManyCopies holds that the article's words stay in one column each, and
// next to each other for those who look for a place, however many words single
// copies have between them.
func TestManyCopies(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	words := article(r, 200)
	var ws []*corpus.Witness
	for i := range 300 {
		ws = append(ws, witness(fmt.Sprint(i), strings.Join(damage(r, words, .12), " ")))
	}
	most := 0
	for _, col := range Align(ws).Columns {
		held := 0
		for range col.All() {
			held++
		}
		if 10*held > 9*len(ws) {
			most++
		}
	}
	if most < 198 {
		t.Errorf("of 200 words %d stand in one column", most)
	}
}

// TestForeignEnds has two copies that go on with texts of their own, in which a few
// words are alike far from each other: those stand in no column together.
func TestForeignEnds(t *testing.T) {
	same := "Work on a second loop, along the ridge road, will begin in March 2024 and will connect a further 160 homes as well as a retirement home. " +
		"For this section the cooperative plans to use heat from a data center that is under construction on the former rail yard. Residents who wish to be " +
		"connected can register their interest until December 15. No deposit is required at this stage. "
	a := witness("a", same+"An open day will be held on Saturday, October 14, from 10 a.m. to 4 p.m. at the pump house, 61 Kelvin Street. Guided tours start every half hour. "+
		"The bakery has promised rolls. About the Northmere Heat Cooperative The Northmere Heat Cooperative was founded in 2017 by eleven residents of Kelvin Street "+
		"and today has 431 members. It is managed by an elected board of seven people, employs four staff, and distributes no profits. Surpluses are used to lower "+
		"the price of heat. Press contact: Lydia Marchbanks, press")
	b := witness("b", same+"The cooperative has published its contracts, drawings and operating figures, including the ones that turned out to be wrong, so that other "+
		"neighborhoods can use them. Among the lessons listed in the accompanying report are the discovery of an unrecorded canal under Kelvin Street, which delayed "+
		"work by five monrned in 1934. By then there were 412 books, according to the insurance claim, of which 388 were out on loan on the night of the fire. I find "+
		"that the most cheerful statistic in American library history. The collection survived because nobody had brought it back.")
	al := Align([]*corpus.Witness{a, b})
	seen := ""
	for _, col := range al.Columns[len(strings.Fields(same)):] {
		if col.At(0) != corpus.Absent && col.At(1) != corpus.Absent {
			seen += al.Witnesses[0].Words[col.At(0)].Surface + "/" + al.Witnesses[1].Words[col.At(1)].Surface + " "
		}
	}
	if seen != "" {
		t.Errorf("side by side: %s", seen)
	}
	b = witness("b", same+"Press contact: Lydia Marchbanks, press")
	if got := rows(Align([]*corpus.Witness{a, b})); strings.Count(got, "Marchbanks") != 2 || len(strings.Fields(strings.Split(got, "\n")[0])) != 1+len(a.Words) {
		t.Errorf("an end that both have: %s", got)
	}
}
