package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A parser turns JSON objects into documents. It reads tokens with jsontext,
// the tokenizer of the coming encoding/json/v2, because it is the one that is
// right: names are matched exactly, invalid UTF-8, lone surrogates and raw
// control characters are errors, and of names that come twice the last can
// be taken. encoding/json matches names without regard to case and passes
// U+FFFD for invalid UTF-8; the fast parsers let control characters and lone
// surrogates through.
type parser struct {
	id, text, source string
	sourceFirst      bool // the source field goes before the host of the url
	decoder          *jsontext.Decoder
	buffer           bytes.Buffer
	unquoted         []byte // room for the text
}

func newParser(o Options) *parser {
	p := &parser{id: o.IDField, text: o.TextField, source: o.SourceField, sourceFirst: o.SourceField != ""}
	if p.source == "" {
		p.source = "source"
	}
	p.decoder = jsontext.NewDecoder(&p.buffer, jsontext.AllowDuplicateNames(true))
	return p
}

// A flaw is why a record is no document.
type flaw struct {
	reason corpus.Reason
	detail string
}

// parse reads one record. The document has no source yet, and no id if the
// record has none; its strings do not refer to data.
func (p *parser) parse(data []byte) (*corpus.Document, *flaw) {
	if !utf8.Valid(data) {
		return nil, &flaw{corpus.InvalidUTF8, "at byte " + strconv.Itoa(invalidAt(data)) + " of the record"}
	}
	fields, err := p.fields(data)
	if err != nil {
		detail := strings.TrimPrefix(err.Error(), "jsontext: ")
		if errors.Is(err, io.ErrUnexpectedEOF) {
			detail = "the record ends early"
		}
		return nil, &flaw{corpus.InvalidJSON, detail}
	}
	if fields == nil {
		return nil, &flaw{corpus.MissingText, "the record is not an object"}
	}
	raw, ok := fields[p.text]
	if !ok {
		return nil, &flaw{corpus.MissingText, fmt.Sprintf("no field %q", p.text)}
	}
	text, ok := p.unquote(raw)
	if !ok {
		return nil, &flaw{corpus.MissingText, fmt.Sprintf("field %q is not a string", p.text)}
	}
	return p.document(text, fields), nil
}

func invalidAt(data []byte) int {
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return len(data)
}

// fields reads an object whole; of names that come twice the last stands.
// Any other value gives nil. The text field is not copied: it is good until
// the next record.
func (p *parser) fields(data []byte) (map[string]json.RawMessage, error) {
	p.buffer = *bytes.NewBuffer(data)
	d := p.decoder
	d.Reset(&p.buffer, jsontext.AllowDuplicateNames(true))
	if d.PeekKind() != '{' {
		if _, err := d.ReadValue(); err != nil {
			return nil, err
		}
		return nil, atEnd(d)
	}
	if _, err := d.ReadToken(); err != nil {
		return nil, err
	}
	out := make(map[string]json.RawMessage, 8)
	for d.PeekKind() != '}' {
		name, err := d.ReadToken()
		if err != nil {
			return nil, err
		}
		key := name.String()
		value, err := d.ReadValue()
		if err != nil {
			return nil, err
		}
		if key != p.text {
			value = bytes.Clone(value)
		}
		out[key] = json.RawMessage(value)
	}
	if _, err := d.ReadToken(); err != nil {
		return nil, err
	}
	return out, atEnd(d)
}

var errTrailing = errors.New("something follows the record")

func atEnd(d *jsontext.Decoder) error {
	if _, err := d.ReadToken(); err != io.EOF {
		return errTrailing
	}
	return nil
}

// document sorts the fields into a document: those with a meaning, and the
// rest, raw, into Meta. A field whose value is of no use stays in Meta too.
func (p *parser) document(text string, fields map[string]json.RawMessage) *corpus.Document {
	doc := &corpus.Document{HTML: isMarkup(text), Draft: corpus.NewDraft(text)}
	doc.ID, _ = idOf(fields[p.id])
	doc.URL, _ = unquote(fields["url"])
	doc.Title, _ = unquote(fields["title"])
	source, _ := unquote(fields[p.source])
	doc.Host = hostOf(doc.URL)
	sourceUsed := source != "" && (p.sourceFirst || doc.Host == "")
	if sourceUsed {
		doc.Host = source
	}
	used := map[string]bool{
		p.text:   true,
		p.id:     doc.ID != "" || isVoid(fields[p.id]),
		"url":    doc.URL != "" || isVoid(fields["url"]),
		"title":  doc.Title != "" || isVoid(fields["title"]),
		p.source: sourceUsed || isVoid(fields[p.source]),
	}
	for name, raw := range fields {
		if used[name] {
			continue
		}
		if doc.Meta == nil {
			doc.Meta = make(map[string]json.RawMessage, len(fields))
		}
		doc.Meta[name] = raw
	}
	return doc
}

func isVoid(raw json.RawMessage) bool { return string(raw) == "null" || string(raw) == `""` }

// roomKept is how much room is kept for the next text.
const roomKept = 1 << 20

// unquote gives the value of a JSON string, in the room of the one before.
func (p *parser) unquote(raw json.RawMessage) (text string, ok bool) {
	text, p.unquoted, ok = unquoteIn(p.unquoted, raw)
	if cap(p.unquoted) > roomKept {
		p.unquoted = nil
	}
	return text, ok
}

// idOf gives an id that is a string or a number, a number as it is written.
func idOf(raw json.RawMessage) (string, bool) {
	if len(raw) > 0 && (raw[0] == '-' || raw[0] >= '0' && raw[0] <= '9') {
		return string(raw), true
	}
	return unquote(raw)
}

// hostOf gives the host of an absolute URL in lower case, without its port.
func hostOf(address string) string {
	if address == "" {
		return ""
	}
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.ToLower(u.Hostname())
}
