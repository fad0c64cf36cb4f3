package store

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Layout of an encoded document, version 1. Integers are varints (unsigned)
// or zigzag varints (signed), a float is its 8 bits times eight, little end
// first. A string is its length and its bytes. A list is 0 when it is nil,
// else its length plus one and its elements; a map is a list of pairs in the
// order of the keys.
//
//	document  = flags id source url title host meta draft language
//	            passages proposals marks
//	flags     = byte: 1 HTML, 2 the draft has its text, 4 its edits have what was
//	source    = path record(signed) offset(signed)
//	meta      = map of string to raw value
//	raw value = a string, as a list of bytes: nil and empty differ
//	draft     = read edits [text]
//	edit      = start(signed) length(signed) kind now why [was]
//	passage   = start(signed) end(signed) language
//	proposal  = start(signed) end(signed) kind now verdict(byte) backed(byte) score(float)
//	            evidence head
//	evidence  = family weight(float) detail
//	mark      = start(signed) end(signed) role
//
// The text of a draft is the text as read with its edits made, and what was
// stood in the text as read, so that both are left out when that holds.
const (
	flagHTML = 1 << iota
	flagText
	flagWas
)

// encode appends a document to b.
func encode(b []byte, d *corpus.Document) []byte {
	e := encoder{b}
	flags := byte(0)
	if d.HTML {
		flags |= flagHTML
	}
	if !wasFits(d.Draft) {
		flags |= flagWas
	}
	if text, ok := remake(d.Draft.Read, d.Draft.Edits); !ok || text != d.Draft.Text {
		flags |= flagText
	}
	e.b = append(e.b, flags)
	e.string(d.ID)
	e.string(d.Source.Path)
	e.int(d.Source.Record)
	e.int64(d.Source.Offset)
	e.string(d.URL)
	e.string(d.Title)
	e.string(d.Host)
	e.meta(d.Meta)
	e.draft(d.Draft, flags)
	e.string(d.Language)
	encodeList(&e, d.Passages, func(p corpus.Passage) {
		e.span(p.Start, p.End)
		e.string(p.Language)
	})
	encodeList(&e, d.Proposals, e.proposal)
	encodeList(&e, d.Alone, e.proposal)
	encodeList(&e, d.Marks, func(m corpus.Mark) {
		e.span(m.Start, m.End)
		e.string(string(m.Role))
	})
	return e.b
}

// wasFits says whether what each edit replaced stands where it says.
func wasFits(d corpus.Draft) bool {
	for _, e := range d.Edits {
		if e.Start < 0 || e.End < e.Start || e.End > len(d.Read) || d.Read[e.Start:e.End] != e.Was {
			return false
		}
	}
	return true
}

// remake makes the edits, which are in order, on the text as read.
func remake(read string, edits []corpus.Edit) (string, bool) {
	if len(edits) == 0 {
		return read, true
	}
	var b strings.Builder
	b.Grow(len(read))
	at := 0
	for _, e := range edits {
		if e.Start < at || e.End < e.Start || e.End > len(read) {
			return "", false
		}
		b.WriteString(read[at:e.Start])
		b.WriteString(e.Now)
		at = e.End
	}
	b.WriteString(read[at:])
	return b.String(), true
}

type encoder struct{ b []byte }

func (e *encoder) uint(n int)    { e.b = binary.AppendUvarint(e.b, uint64(n)) }
func (e *encoder) int(n int)     { e.b = binary.AppendVarint(e.b, int64(n)) }
func (e *encoder) int64(n int64) { e.b = binary.AppendVarint(e.b, n) }

func (e *encoder) float(f float64) {
	e.b = binary.LittleEndian.AppendUint64(e.b, math.Float64bits(f))
}

func (e *encoder) string(s string) {
	e.uint(len(s))
	e.b = append(e.b, s...)
}

func (e *encoder) span(start, end int) {
	e.int(start)
	e.int(end)
}

func encodeList[T any](e *encoder, list []T, element func(T)) {
	if list == nil {
		e.uint(0)
		return
	}
	e.uint(len(list) + 1)
	for _, x := range list {
		element(x)
	}
}

func (e *encoder) meta(m map[string]json.RawMessage) {
	if m == nil {
		e.uint(0)
		return
	}
	e.uint(len(m) + 1)
	for _, k := range slices.Sorted(maps.Keys(m)) {
		e.string(k)
		v := m[k]
		if v == nil {
			e.uint(0)
			continue
		}
		e.uint(len(v) + 1)
		e.b = append(e.b, v...)
	}
}

func (e *encoder) draft(d corpus.Draft, flags byte) {
	e.string(d.Read)
	encodeList(e, d.Edits, func(x corpus.Edit) {
		e.int(x.Start)
		e.int(x.End - x.Start)
		e.string(string(x.Kind))
		e.string(x.Now)
		encodeList(e, x.Why, e.string)
		if flags&flagWas != 0 {
			e.string(x.Was)
		}
	})
	if flags&flagText != 0 {
		e.string(d.Text)
	}
}

func (e *encoder) proposal(p corpus.Proposal) {
	e.span(p.Start, p.End)
	e.string(string(p.Kind))
	e.string(p.Now)
	e.b = append(e.b, byte(p.Verdict))
	backed := byte(0)
	if p.Backed {
		backed = 1
	}
	e.b = append(e.b, backed)
	e.float(p.Score)
	encodeList(e, p.Evidence, func(v corpus.Evidence) {
		e.string(string(v.Family))
		e.float(v.Weight)
		e.string(v.Detail)
	})
	e.string(p.Head)
}

var errLayout = errors.New("not an encoded document")

// decode reads a document that fills b. Its strings do not refer to b. Any
// bytes are safe: what is no document gives an error, and no list is made
// longer than the bytes that are left.
func decode(b []byte) (*corpus.Document, error) {
	d := decoder{rest: string(b)}
	doc := new(corpus.Document)
	flags := d.byte()
	doc.HTML = flags&flagHTML != 0
	doc.ID = d.own()
	doc.Source = corpus.Source{Path: d.own(), Record: d.int(), Offset: d.int64()}
	doc.URL, doc.Title, doc.Host = d.own(), d.own(), d.own()
	doc.Meta = d.meta()
	doc.Draft = d.draft(flags)
	doc.Language = d.own()
	doc.Passages = decodeList(&d, func() corpus.Passage {
		return corpus.Passage{Start: d.int(), End: d.int(), Language: d.string()}
	})
	doc.Proposals = decodeList(&d, d.proposal)
	doc.Alone = decodeList(&d, d.proposal)
	doc.Marks = decodeList(&d, func() corpus.Mark {
		return corpus.Mark{Start: d.int(), End: d.int(), Role: corpus.Role(d.string())}
	})
	if d.bad || d.rest != "" || flags >= flagWas<<1 {
		return nil, errLayout
	}
	return doc, nil
}

// A decoder takes values off the front of its bytes. After the first that
// does not fit it is bad and gives zeros.
type decoder struct {
	rest string
	bad  bool
}

func (d *decoder) fail() {
	d.rest, d.bad = "", true
}

func (d *decoder) byte() byte {
	if d.rest == "" {
		d.fail()
		return 0
	}
	c := d.rest[0]
	d.rest = d.rest[1:]
	return c
}

func (d *decoder) uint64() uint64 {
	var n uint64
	for shift := 0; shift < 64; shift += 7 {
		c := d.byte()
		if shift == 63 && c > 1 {
			break
		}
		n |= uint64(c&0x7f) << shift
		if c < 0x80 {
			return n
		}
	}
	d.fail()
	return 0
}

func (d *decoder) int64() int64 {
	n := d.uint64()
	return int64(n>>1) ^ -int64(n&1)
}

func (d *decoder) int() int { return int(d.int64()) }

func (d *decoder) float() float64 {
	if len(d.rest) < 8 {
		d.fail()
		return 0
	}
	bits := binary.LittleEndian.Uint64([]byte(d.rest[:8]))
	d.rest = d.rest[8:]
	return math.Float64frombits(bits)
}

// length reads a length of things that take at least a byte each.
func (d *decoder) length() int {
	n := d.uint64()
	if n > uint64(len(d.rest)) {
		d.fail()
		return 0
	}
	return int(n)
}

func (d *decoder) take(n int) string {
	if n > len(d.rest) {
		d.fail()
		return ""
	}
	s := d.rest[:n]
	d.rest = d.rest[n:]
	return s
}

func (d *decoder) string() string { return d.take(d.length()) }

// own reads a string that may be kept when the document is let go: it does
// not hold the memory of the rest, as the others do.
func (d *decoder) own() string { return strings.Clone(d.string()) }

// optional reads a length plus one; ok is false for the 0 of a nil list.
func (d *decoder) optional() (n int, ok bool) {
	m := d.uint64()
	if m == 0 {
		return 0, false
	}
	if m-1 > uint64(len(d.rest)) {
		d.fail()
		return 0, false
	}
	return int(m - 1), true
}

func decodeList[T any](d *decoder, element func() T) []T {
	n, ok := d.optional()
	if !ok {
		return nil
	}
	out := make([]T, 0, min(n, 1024))
	for range n {
		out = append(out, element())
		if d.bad {
			return nil
		}
	}
	return out
}

func (d *decoder) meta() map[string]json.RawMessage {
	n, ok := d.optional()
	if !ok {
		return nil
	}
	out := make(map[string]json.RawMessage, min(n, 1024))
	for range n {
		key := d.string()
		out[key] = nil
		if size, ok := d.optional(); ok {
			out[key] = json.RawMessage(d.take(size))
		}
		if d.bad {
			return nil
		}
	}
	return out
}

func (d *decoder) draft(flags byte) corpus.Draft {
	out := corpus.Draft{Read: d.string()}
	out.Edits = decodeList(d, func() corpus.Edit {
		e := corpus.Edit{Start: d.int()}
		e.End = e.Start + d.int()
		e.Kind, e.Now = corpus.Kind(d.string()), d.string()
		e.Why = decodeList(d, d.string)
		if flags&flagWas != 0 {
			e.Was = d.string()
		} else if e.Start < 0 || e.End < e.Start || e.End > len(out.Read) {
			d.fail()
		} else {
			e.Was = out.Read[e.Start:e.End]
		}
		return e
	})
	if flags&flagText != 0 {
		out.Text = d.string()
		return out
	}
	text, ok := remake(out.Read, out.Edits)
	if !ok {
		d.fail()
	}
	out.Text = text
	return out
}

func (d *decoder) proposal() corpus.Proposal {
	p := corpus.Proposal{Start: d.int(), End: d.int(), Kind: corpus.Kind(d.string()), Now: d.string()}
	p.Verdict, p.Backed, p.Score = corpus.Verdict(d.byte()), d.byte() != 0, d.float()
	p.Evidence = decodeList(d, func() corpus.Evidence {
		return corpus.Evidence{Family: corpus.Family(d.string()), Weight: d.float(), Detail: d.string()}
	})
	p.Head = d.string()
	return p
}
