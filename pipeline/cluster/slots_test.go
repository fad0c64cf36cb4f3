package cluster

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// judgeTexts judges two texts, in the second of which each of doubt is flagged.
func judgeTexts(a, b string, doubt ...string) verdict {
	c := Config{}
	body := Body{Text: b}
	for _, s := range doubt {
		for from := 0; ; {
			i := strings.Index(b[from:], s)
			if i < 0 {
				break
			}
			from += i + len(s)
			body.Doubt = append(body.Doubt, [2]int{from - len(s), from})
		}
	}
	slices.SortFunc(body.Doubt, func(x, y [2]int) int { return x[0] - y[0] })
	return c.judge(c.newPage(Body{Text: a}), c.newPage(body))
}

// each replaces one word in so many by what f makes of it.
func each(text string, every int, f func(string) string) string {
	words := strings.Split(text, " ")
	for i := every / 2; i < len(words); i += every {
		if len(words[i]) > 3 {
			words[i] = f(words[i])
		}
	}
	return strings.Join(words, " ")
}

func TestWhatLooksLikeSlots(t *testing.T) {
	w := newWriter(71)
	text := w.article(8)
	places := strings.Fields("Arvik Belport Cormund Delsey Estoria Fallow Grenmar Hollin")
	k := 0
	fact := func(string) string { k++; return fmt.Sprint(places[k%8], k*17%89+10) }
	frame := func(views int, category string) string {
		return fmt.Sprintf("Views: %d\nCategory: %s\nRated %d times\nPosted by %s\nPage %d\n\n", views, category, views/3, category+"ov", views/7)
	}
	lost := func(sign string) string { // in runs of ten words of twenty
		words := strings.Split(text, " ")
		for i, s := range words {
			if i%20 < 10 && len(s) > 4 {
				words[i] = s[:1] + sign + s[2:3] + sign + s[4:]
			}
		}
		return strings.Join(words, " ")
	}
	for name, c := range map[string]struct {
		a, b  string
		doubt []string
		want  bool
	}{
		"other facts":          {each(text, 16, fact), each(text, 16, fact), nil, false},
		"facts in doubt":       {each(text, 30, fact), each(text, 30, func(string) string { return "Glim 77" }), []string{"Glim 77"}, true},
		"facts of the frame":   {frame(3120, "Garden") + text, frame(877, "Travel") + text, nil, true},
		"references":           {each(text, 14, func(s string) string { return s[:1] + "é" + s[1:] + "á" }), each(text, 14, func(s string) string { return s[:1] + "&eacute" + s[1:] + "&aacute" }), nil, true},
		"letters lost":         {text, lost("?"), nil, true},
		"letters not read":     {text, lost("\uFFFD\uFFFD"), nil, true},
		"an honest question":   {each(text, 16, fact), each(text, 16, fact) + "\n\nIs it? So it is.", nil, false},
		"notes and times":      {each(text, 12, func(s string) string { return fmt.Sprintf("%s. [00:%02d]", s, note(&k)) }), each(text, 12, func(s string) string { return fmt.Sprintf("%s.[%d]", s, note(&k)) }), nil, true},
		"numbers in brackets":  {each(text, 12, func(s string) string { return fmt.Sprintf("%s (%d)", s, note(&k)) }), each(text, 12, func(s string) string { return fmt.Sprintf("%s (%d)", s, note(&k)) }), nil, false},
		"numbers with letters": {each(text, 12, func(string) string { return "A17" }), each(text, 12, func(string) string { return "A18" }), nil, false},
	} {
		if v := judgeTexts(c.a, c.b, c.doubt...); v.same != c.want {
			t.Errorf("%s: %+v", name, v)
		}
	}
}

func note(k *int) int {
	*k++
	return *k * 17 % 89
}

func TestLittered(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"scène", "scegravene", true},
		{"polévkou", "poleacutevkou", true},
		{"Anna", "Maria", false},
		{"it", "italic", false}, // too short to tell
		{"1998", "19998", false},
		{"cat", "act", false},
		{"橋", "橋本", false},
	} {
		for range 2 {
			if got := newForm(c.a, c.a == "橋").littered(newForm(c.b, c.a == "橋")); got != c.want {
				t.Errorf("%q and %q: %v", c.a, c.b, got)
			}
			c.a, c.b = c.b, c.a
		}
	}
}

// TestFactsInDoubtedSentences holds that the facts of a template tell two of
// its pages apart also where whole sentences of it are flagged, and that a
// flagged phrase in the place of another does not.
func TestFactsInDoubtedSentences(t *testing.T) {
	job := func(firm, trade, month string, n int) []string {
		return []string{
			firm + " seeks a " + trade,
			fmt.Sprintf("%s, which has its seat in Belport, offers a post of %s from the %d of %s. The week has %d hours, and every year brings %d days of leave.", firm, trade, n, month, n+20, n+12),
			fmt.Sprintf("Duties: keeping the daily records under the eye of the foreman, in a crew of %d people who know each other well.", n+3),
			fmt.Sprintf("Wanted are four years of experience as %s, skill with tables and figures, and readiness to travel in winter.", trade),
			fmt.Sprintf("Wages from %d to %d crowns a year. Write to Mrs Palau before the %d of July, reference %d.", n*1000, n*1300, n+1, n*37),
		}
	}
	a, b := job("Arvik School", "joiner", "September", 11), job("Cormund Works", "clerk", "March", 20)
	if v := judgeTexts(join(a...), join(b...), b[1], b[2], b[4]); v.same {
		t.Errorf("two posts of one template are one article: %+v", v)
	}
	w := newWriter(72)
	text := w.article(6)
	spliced := func(phrase string) string { return each(text, 40, func(s string) string { return s + " " + phrase }) }
	if v := judgeTexts(spliced("Rolf Agnes Sneakers"), spliced("Bert Olson Sandals"), "Bert Olson Sandals"); !v.same {
		t.Errorf("two copies with other phrases spliced in are apart: %+v", v)
	}
}
