package source

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/urtext/urtext/pipeline/corpus"
)

func TestFields(t *testing.T) {
	raw := func(s string) json.RawMessage { return json.RawMessage(s) }
	for name, c := range map[string]struct {
		in      string
		options Options
		want    *corpus.Document
	}{
		"all": {`{"id":"x","text":"t","url":"https://EXAMPLE.org:80/a","title":"T","n":[1, 2]}`, Options{},
			&corpus.Document{ID: "x", URL: "https://EXAMPLE.org:80/a", Host: "example.org", Title: "T", Meta: map[string]json.RawMessage{"n": raw("[1, 2]")}}},
		"number":         {`{"id":12345678901234567890,"text":"t"}`, Options{}, &corpus.Document{ID: "12345678901234567890"}},
		"negative":       {`{"id":-1.50,"text":"t"}`, Options{}, &corpus.Document{ID: "-1.50"}},
		"no id":          {`{"id":null,"text":"t","url":null}`, Options{}, &corpus.Document{}},
		"odd id":         {`{"id":["x"],"text":"t","title":7}`, Options{}, &corpus.Document{Meta: map[string]json.RawMessage{"id": raw(`["x"]`), "title": raw("7")}}},
		"source":         {`{"text":"t","source":"feed 3"}`, Options{}, &corpus.Document{Host: "feed 3"}},
		"source and url": {`{"text":"t","source":"f","url":"http://h/"}`, Options{}, &corpus.Document{Host: "h", URL: "http://h/", Meta: map[string]json.RawMessage{"source": raw(`"f"`)}}},
		"source field":   {`{"text":"t","feed":"f","url":"http://h/"}`, Options{SourceField: "feed"}, &corpus.Document{Host: "f", URL: "http://h/"}},
		"other names": {`{"doc":"x","body":"t","id":"y","text":"z"}`, Options{IDField: "doc", TextField: "body"},
			&corpus.Document{ID: "x", Meta: map[string]json.RawMessage{"id": raw(`"y"`), "text": raw(`"z"`)}}},
		"exact names": {`{"TEXT":"no","text":"t","Text":"no","ID":"no"}`, Options{},
			&corpus.Document{Meta: map[string]json.RawMessage{"TEXT": raw(`"no"`), "Text": raw(`"no"`), "ID": raw(`"no"`)}}},
		"last wins":    {`{"id":"a","text":"no","id":"b","text":"t","x":1,"x":2}`, Options{}, &corpus.Document{ID: "b", Meta: map[string]json.RawMessage{"x": raw("2")}}},
		"escaped name": {`{"te\u0078t":"\u0074"}`, Options{}, &corpus.Document{}},
	} {
		got, flaw := newParser(c.options.withDefaults()).parse([]byte(c.in))
		if flaw != nil {
			t.Errorf("%s: %v", name, flaw)
			continue
		}
		c.want.Draft = corpus.NewDraft("t")
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestFlaws(t *testing.T) {
	for in, want := range map[string]corpus.Reason{
		`{"text":"\ud800"}`:                corpus.InvalidJSON,
		`{"text":"\udc00\ud800"}`:          corpus.InvalidJSON,
		"{\"text\":\"a\tb\"}":              corpus.InvalidJSON,
		`{"text":"a","meta":{"x":"\ud8"}}`: corpus.InvalidJSON,
		`{"text":"a",}`:                    corpus.InvalidJSON,
		`{"text":"a"}{}`:                   corpus.InvalidJSON,
		`{"text":'a'}`:                     corpus.InvalidJSON,
		`{text:"a"}`:                       corpus.InvalidJSON,
		`{"text":"a","n":01}`:              corpus.InvalidJSON,
		`{"text":"a","n":NaN}`:             corpus.InvalidJSON,
		strings.Repeat("[", 100000):        corpus.InvalidJSON,
		"{\"text\":\"\xff\"}":              corpus.InvalidUTF8,
		"{\"text\":\"\xed\xa0\x80\"}":      corpus.InvalidUTF8,
		`{"text":null}`:                    corpus.MissingText,
		`{"text":"x","text":null}`:         corpus.MissingText,
		`{"text":["x"]}`:                   corpus.MissingText,
		`[{"text":"x"}]`:                   corpus.MissingText,
	} {
		doc, flaw := newParser(Options{}.withDefaults()).parse([]byte(in))
		if flaw == nil || flaw.reason != want || flaw.detail == "" {
			t.Errorf("%.60s: %v, %v; want %s", in, doc, flaw, want)
		}
	}
	doc, flaw := newParser(Options{}.withDefaults()).parse([]byte(`{"text":"\ud834\udd1e \u0000"}`))
	if flaw != nil || doc.Draft.Text != "𝄞 \x00" {
		t.Errorf("escapes: %v, %v", doc, flaw)
	}
}
