package cluster

import (
	"fmt"
	"strings"
	"testing"
)

// Pages about different things in the same words are not copies; an article under two
// titles is one.
func TestOtherSubject(t *testing.T) {
	w := newWriter(93)
	brief, long := w.paragraph()+"\n\n"+w.paragraph(), w.article(14)
	function := func(name string) string {
		return fmt.Sprintf("Function lib::ops::%s\n\npub fn %s(a: u32, b: u32)\n\n%s", name, name, brief)
	}
	named := func(title, name, text string) string {
		return title + "\n\n" + strings.Repeat("See "+name+" there.\n\n", 4) + text
	}
	for name, c := range map[string]struct {
		a, b string
		want Cause
	}{
		"functions":       {function("mask_add_epi32"), function("mask_add_epi16"), OtherFact},
		"places":          {named("Weather in Arvik", "Arvik", brief), named("Weather in Belport", "Belport", brief), OtherFact},
		"places of two":   {named("Weather in New Arvik today", "New Arvik", brief), named("Weather in Belport today", "Belport", brief), OtherFact},
		"long, often":     {named("The works of Arvik", "Arvik", long), named("The works of Belport", "Belport", long), OtherFact},
		"long, once":      {"The works of Arvik\n\n" + long + " So says Arvik.", "The works of Belport\n\n" + long + " So says Belport.", 0},
		"sites":           {named("The long road | Arvik Herald", "Arvik Herald", brief), named("The long road | Gazette", "Gazette", brief), 0},
		"columns":         {named("Herald: The long road", "Herald", brief), named("Gazette: The long road", "Gazette", brief), 0},
		"a word misread":  {named("The long cafe", "cafe", brief), named("The long café", "café", brief), 0},
		"noise":           {named("The long corridor", "corridor", brief), named("The long corrldor", "corrldor", brief), 0},
		"one of them":     {named("The long road to Arvik", "Arvik", brief), "The long road to Belport\n\n" + brief, 0},
		"said by both":    {named("The road to Arvik", "Arvik and Belport", brief), named("The road to Belport", "Belport and Arvik", brief), 0},
		"under two names": {"A road is built\n\n" + brief, "Work on the road has begun\n\n" + brief, 0},
	} {
		v := judgeTexts(c.a, c.b)
		if (c.want == 0) != v.same || v.cause != c.want {
			t.Errorf("%s: %+v, want cause %v", name, v, c.want)
		}
		if joined := (Config{JoinTemplates: true}); !joined.judge(joined.newPage(Body{Text: c.a}), joined.newPage(Body{Text: c.b})).same {
			t.Errorf("%s: not joined where templates are to be", name)
		}
	}
}

// What was put into titles and texts is not what a page is about.
func TestSubjectInDoubt(t *testing.T) {
	w := newWriter(95)
	brief := w.paragraph() + "\n\n" + w.paragraph()
	injected := func(s string) string {
		return "The long road " + s + "\n\n" + brief + "\n\nBuy " + s + " now. Best " + s + " here."
	}
	a, b := injected("yeezy"), injected("oakley")
	if v := judgeTexts(a, b); v.cause != OtherFact {
		t.Errorf("not in doubt: %+v", v)
	}
	if v := judgeTexts(a, b, "oakley"); !v.same {
		t.Errorf("in doubt: %+v", v)
	}
}

// Pages that share a long menu, and have each a passage of its own, are not copies.
func TestFramedByAMenu(t *testing.T) {
	w := newWriter(94)
	var menu strings.Builder
	for i := range 60 {
		fmt.Fprintf(&menu, "%d.%d %s\n\n", 1+i/9, i%9+1, strings.Join(w.words[5*i:5*i+5], " "))
	}
	own := func() string { return "\n\n" + w.paragraph() + "\n\n" + w.paragraph() }
	same := own()
	if v := judgeTexts(menu.String()+own(), menu.String()+own()); v.same {
		t.Errorf("two passages below one menu: %+v", v)
	}
	if v := judgeTexts(menu.String()+same, menu.String()+w.noise(same, 5)); !v.same {
		t.Errorf("one passage below one menu: %+v", v)
	}
}
