package spam

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

// valid holds what every answer must keep: spans in order, apart, on rune
// borders, with reasons, and cuts that can be undone.
func valid(t testing.TB, doc *corpus.Document) {
	t.Helper()
	text, end := doc.Draft.Text, 0
	for _, q := range doc.Proposals {
		if q.Start < end || q.End <= q.Start || q.End > len(text) {
			t.Fatalf("span [%d,%d) after %d of %d", q.Start, q.End, end, len(text))
		}
		if q.End < len(text) && !utf8.RuneStart(text[q.End]) || !utf8.RuneStart(text[q.Start]) {
			t.Fatalf("span [%d,%d) splits a character", q.Start, q.End)
		}
		if len(q.Evidence) == 0 || q.Score <= 0 || q.Score > 1 || q.Kind != corpus.KindSpam && q.Kind != corpus.KindTail {
			t.Fatalf("proposal %+v", q)
		}
		if q.Verdict == corpus.Cut && len(families(q)) < 2 {
			t.Fatalf("cut on one family: %+v", q)
		}
		for _, e := range q.Evidence {
			if e.Detail == "" || e.Weight <= 0 || e.Weight > 1 {
				t.Fatalf("evidence %+v", e)
			}
		}
		end = q.End
	}
	draft := doc.Draft
	draft.Text = cut(t, doc)
	var changes []corpus.Change
	for _, q := range cuts(doc) {
		changes = append(changes, corpus.Change{Start: q.Start, End: q.End, Now: q.Now, Kind: q.Kind, Why: q.Why()})
	}
	draft = corpus.NewDraft(text)
	if err := draft.Apply(changes); err != nil {
		t.Fatal(err)
	}
	if back, err := corpus.Undo(draft.Text, draft.Edits); err != nil || back != text {
		t.Fatalf("undo: %v", err)
	}
}

func TestEdges(t *testing.T) {
	for _, text := range []string{
		"", " ", "\n", "\u00a0", "word", "\u00a0word\u00a0", "word\u00a0", ",", "\u00a0,", "a\u00a0b\u00a0, c",
		strings.Repeat("x", 1<<16), strings.Repeat("é", 1<<14), strings.Repeat("梨", 1<<12),
		"هذا نص قصير عن شجرة\u00a0Copper Kettles\u00a0، في الحديقة",
		"e\u0301\u0301\u0301 \u0301", "\xff\xfe broken\u00a0\xff", strings.Repeat("|", 1000), strings.Repeat("a | ", 1000), strings.Repeat("A B, ", 1000),
		strings.Repeat("so the  pears and  the  straw were in  the shed and  ", 20), "00 0  0  0 A 0 ,",
	} {
		for _, language := range []string{"en", "zh", "und", ""} {
			doc := detect(t, text, language)
			valid(t, doc)
			for _, q := range cuts(doc) {
				t.Errorf("%.40q: %s", text, show(doc, q))
			}
		}
	}
}

func TestApplyKeepsWhatStands(t *testing.T) {
	doc := &corpus.Document{Draft: corpus.NewDraft(replace(t, orchard, "fell it, but", "fell it\u00a0Discount Copper Kettles\u00a0, but")), Language: "en"}
	doc.Proposals = []corpus.Proposal{{Start: 0, End: 3, Kind: corpus.KindFurniture}}
	if err := (Detector{}).Apply(doc); err != nil {
		t.Fatal(err)
	}
	if len(doc.Proposals) != 2 || doc.Proposals[0].Kind != corpus.KindFurniture || doc.Draft.Text != doc.Draft.Read {
		t.Errorf("%+v", doc.Proposals)
	}
	if (Detector{}).Name() != "spam" {
		t.Error("name")
	}
}

func TestDeterminism(t *testing.T) {
	text := strings.NewReplacer(", but", "\u00a0Darren Holloway Jersey\u00a0, but", ", and", "  Marcus Tiller Jersey  , and").Replace(orchard)
	first := detect(t, text, "en")
	if len(first.Proposals) < 4 {
		t.Fatalf("%d proposals", len(first.Proposals))
	}
	for range 20 {
		if again := detect(t, text, "en"); !reflect.DeepEqual(first.Proposals, again.Proposals) {
			t.Fatalf("%+v\n%+v", first.Proposals, again.Proposals)
		}
	}
}

func FuzzApply(f *testing.F) {
	f.Add(orchard, "en")
	f.Add("a\u00a0b\u00a0, c", "fr")
	f.Add("Topic: A B C\n\nA B C\n\nx | y z | y q\n[...] z [...]", "und")
	f.Add("梨\u00a0Copper\u00a0。梨", "zh")
	f.Add("Come\u00a0Copper Kettles\u00a0, visit. Buy two kettles for $9 at www.kelvo12.info, Jetzt und nicht mit dem.\nkettle a - http://www.a1.ru/\nkettle a - http://www.b2.ru/\nkettle a - http://www.c3.ru/", "en")
	f.Add("a [url=http://kelvo.info]copper[/url], b [url=http://velmo.info]copper[/url], of [url=http://c.info]copper[/url].  X , y", "en")
	f.Fuzz(func(t *testing.T, text, language string) {
		if utf8.ValidString(text) {
			valid(t, detect(t, text, language))
			valid(t, detect(t, orchard+"\n\n"+text, language))
			valid(t, detect(t, pumped(t)+" "+text, language))
		}
	})
}
