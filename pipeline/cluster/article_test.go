package cluster

import (
	"fmt"
	"math/rand"
	"strings"
)

// writer makes up prose: sentences of invented content words held together
// by English function words, the same for the same seed.
type writer struct {
	*rand.Rand
	words []string
}

func newWriter(seed int64) *writer {
	w := &writer{Rand: rand.New(rand.NewSource(seed))}
	syllables := strings.Fields("bra lin tor mek ash und ril pos cav den fer gol him jut kes lom nar ost pri qua rus sen tal ulm ver wes yor zan")
	for range 900 {
		var b strings.Builder
		for range 2 + w.Intn(2) {
			b.WriteString(syllables[w.Intn(len(syllables))])
		}
		w.words = append(w.words, b.String())
	}
	return w
}

func (w *writer) sentence() string {
	glue := strings.Fields("the of and to a in that is for it with as was on by at from this")
	n := 8 + w.Intn(12)
	out := make([]string, n)
	for i := range out {
		if i%2 == 1 {
			out[i] = glue[w.Intn(len(glue))]
		} else {
			out[i] = w.words[w.Intn(len(w.words))]
		}
	}
	out[0] = strings.ToUpper(out[0][:1]) + out[0][1:]
	return strings.Join(out, " ") + "."
}

func (w *writer) paragraph() string {
	var out []string
	for range 3 + w.Intn(3) {
		out = append(out, w.sentence())
	}
	return strings.Join(out, " ")
}

func (w *writer) paragraphs(n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = w.paragraph()
	}
	return out
}

func (w *writer) article(n int) string { return join(w.paragraphs(n)...) }

func join(paragraphs ...string) string { return strings.Join(paragraphs, "\n\n") }

// noise changes one letter in so many of a hundred words.
func (w *writer) noise(text string, percent int) string {
	words := strings.Split(text, " ")
	for i, s := range words {
		if len(s) > 3 && w.Intn(100) < percent {
			k := 1 + w.Intn(len(s)-2)
			words[i] = s[:k] + string(rune('a'+w.Intn(26))) + s[k+1:]
		}
	}
	return strings.Join(words, " ")
}

// inject puts three foreign words after one word in so many.
func (w *writer) inject(text string, every int) string {
	words := strings.Split(text, " ")
	for i := range words {
		if w.Intn(every) == 0 {
			words[i] += fmt.Sprintf("\u00a0Glim%d Trade%d Offer%d\u00a0", w.Intn(50), w.Intn(50), w.Intn(50))
		}
	}
	return strings.Join(words, " ")
}

// drop loses one word in so many.
func (w *writer) drop(text string, every int) string {
	words := strings.Split(text, " ")
	out := words[:0]
	for _, s := range words {
		if w.Intn(every) > 0 {
			out = append(out, s)
		}
	}
	return strings.Join(out, " ")
}

// fill replaces each slot %n (a number), %p (a place) of a template.
func (w *writer) fill(template string) string {
	places := strings.Fields("Arvik Belport Cormund Delsey Estoria Fallow Grenmar Hollin Iskra Jorvale")
	var b strings.Builder
	for {
		i := strings.IndexByte(template, '%')
		if i < 0 {
			return b.String() + template
		}
		b.WriteString(template[:i])
		if template[i+1] == 'n' {
			fmt.Fprint(&b, 10+w.Intn(900))
		} else {
			b.WriteString(places[w.Intn(len(places))])
		}
		template = template[i+2:]
	}
}
