package spam

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// setBefore puts phrases with a space behind them before a comma each, in paragraphs of
// their own as far as there are any.
func setBefore(t *testing.T, text string, phrases ...string) string {
	t.Helper()
	paragraphs := strings.Split(text, "\n\n")
	at := 0
	for _, phrase := range phrases {
		for ; ; at++ {
			if at == len(paragraphs) {
				t.Fatalf("no place for %q", phrase)
			}
			if before, rest, ok := strings.Cut(paragraphs[at], ", "); ok && len(paragraphs[at]) > 200 {
				paragraphs[at] = before + " " + phrase + " , " + rest
				at++
				break
			}
		}
	}
	return strings.Join(paragraphs, "\n\n")
}

// cutWith is what is left of a text where the words given have letters that the language
// has not.
func cutWith(t *testing.T, text, language, unheard string) string {
	t.Helper()
	doc := &corpus.Document{Draft: corpus.NewDraft(text), Language: language}
	names := strings.Fields(unheard)
	rarest := func(_, key string) (float64, bool) {
		for _, n := range names {
			if key == n {
				return 0, true
			}
		}
		return 1, true
	}
	if err := (Detector{Rarest: rarest}).Apply(doc); err != nil {
		t.Fatal(err)
	}
	return cut(t, doc)
}

// A name in small letters before words that all phrases have falls with them if some of the
// names are no words of the language; words of the sentences before them stay.
func TestFillers(t *testing.T) {
	for _, language := range []string{"en", "pl", "ru", "es"} {
		text := articles(t, language)[0]
		phrases := map[string][]string{
			"en": {"velmo harmonica reeds", "tarnkol harmonica reeds", "kelvo harmonica reeds"},
			"pl": {"velmo harmonijki tanio", "tarnkol harmonijki tanio", "kelvo harmonijki tanio"},
			"ru": {"вэлмо гармошки недорого", "тарнкол гармошки недорого", "кэлво гармошки недорого"},
			"es": {"velmo armónicas baratas", "tarnkol armónicas baratas", "kelvo armónicas baratas"},
		}[language]
		in := setBefore(t, text, phrases...)
		if got := cutWith(t, in, language, "tarnkol тарнкол"); got != text {
			t.Errorf("%s: left %q", language, got)
		}
		want := in
		for _, p := range phrases {
			name, tail, _ := strings.Cut(p, " ")
			want = strings.Replace(want, name+" "+tail+" ,", name+",", 1)
		}
		if got := cutWith(t, in, language, ""); got != want {
			t.Errorf("%s: heard names: left %q", language, got)
		}
	}
}

// A phrase whose words two others end with, which have more before them, has a word before
// them, too, unless the text has it elsewhere.
func TestAsTheOthers(t *testing.T) {
	for language, c := range map[string][3]string{
		"en": {"velmo harmonica reeds", "tarnkol", "tree"},
		"ru": {"вэлмо гармошки недорого", "тарнкол", "письма"},
		"el": {"βελμο φυσαρμόνικες φτηνά", "ταρνκολ", "ελιές"},
	} {
		text := articles(t, language)[0]
		if language == "en" {
			text = orchard
		}
		_, tail, _ := strings.Cut(c[0], " ")
		if got := cut(t, detect(t, setBefore(t, text, c[0], c[1]+" "+tail, c[0]), language)); got != text {
			t.Errorf("%s: left %q", language, got)
		}
		in := setBefore(t, text, c[0], c[2]+" "+tail, c[0])
		want := strings.NewReplacer(" "+c[0]+" ,", ",", c[2]+" "+tail+" ,", c[2]+",").Replace(in)
		if got := cut(t, detect(t, in, language)); got != want {
			t.Errorf("%s: a word of the text: left %q, want %q", language, got, want)
		}
	}
}

// What a sign for "and" ties to a phrase is of it; so is a capital near before it with
// letters that no word of the language has.
func TestLonger(t *testing.T) {
	for name, c := range map[string]struct {
		first, second, unheard string
		stays                  string // of the first
	}{
		"a sign for and":          {"Tarnkol & Velmo Harmonica Reeds", "Kelvo Harmonica Reeds", "", ""},
		"a word between":          {"Tarnkol silver Velmo Harmonica Reeds", "Kelvo Harmonica Reeds", "tarnkol", ""},
		"a sentence between":      {"Ruben clapped Velmo Harmonica Reeds", "Kelvo Harmonica Reeds", "", "Ruben clapped"},
		"a name of the sentence":  {"Ruben Velmo Harmonica Reeds", "Kelvo Harmonica Reeds", "", "Ruben"},
		"a name of strange sound": {"Tarnkol Velmo Harmonica Reeds", "Kelvo Harmonica Reeds", "tarnkol", ""},
		"a word of the text":      {"Shed Velmo Harmonica Reeds", "Kelvo Harmonica Reeds", "shed", "Shed"},
	} {
		want := orchard
		if c.stays != "" {
			want = replace(t, orchard, "held the ladder,", "held the ladder "+c.stays+",")
		}
		if got := cutWith(t, setIn(t, "", "", c.first, c.second), "en", c.unheard); got != want {
			t.Errorf("%s: left %q", name, got)
		}
	}
}
