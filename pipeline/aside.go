package pipeline

import (
	"encoding/binary"
	"errors"

	"github.com/urtext/urtext/pipeline/corpus"
)

// An aside is what the barrier counts of a document.
type aside struct {
	title  uint64   // see titleHash
	lead   uint64   // see leadHash
	host   uint64   // see hostHash
	heads  []uint64 // of its proposals
	margin []uint32 // see marginHashes
}

func asideOf(doc *corpus.Document) aside {
	return aside{title: titleHash(doc), lead: leadHash(doc), host: hostHash(doc), heads: heads(doc), margin: marginHashes(doc)}
}

// append encodes an aside: three hashes, how many heads there are, the heads, and
// the rest is the margin.
func (a aside) append(dst []byte) []byte {
	dst = binary.LittleEndian.AppendUint64(dst, a.title)
	dst = binary.LittleEndian.AppendUint64(dst, a.lead)
	dst = binary.LittleEndian.AppendUint64(dst, a.host)
	dst = binary.LittleEndian.AppendUint32(dst, uint32(len(a.heads)))
	for _, h := range a.heads {
		dst = binary.LittleEndian.AppendUint64(dst, h)
	}
	for _, h := range a.margin {
		dst = binary.LittleEndian.AppendUint32(dst, h)
	}
	return dst
}

// errAside says that an aside is not as it was written.
var errAside = errors.New("what was noted of a document is damaged")

// decode reads what append wrote, into the same memory.
func (a *aside) decode(src []byte) error {
	if len(src) < 28 {
		return errAside
	}
	a.title, a.lead, a.host = binary.LittleEndian.Uint64(src), binary.LittleEndian.Uint64(src[8:]), binary.LittleEndian.Uint64(src[16:])
	n := int(binary.LittleEndian.Uint32(src[24:]))
	if src = src[28:]; len(src)/8 < n {
		return errAside
	}
	a.heads, a.margin = a.heads[:0], a.margin[:0]
	for ; n > 0; n, src = n-1, src[8:] {
		a.heads = append(a.heads, binary.LittleEndian.Uint64(src))
	}
	for ; len(src) >= 4; src = src[4:] {
		a.margin = append(a.margin, binary.LittleEndian.Uint32(src))
	}
	return nil
}

// asides reads those of the members of a group.
func (p *partition) asides(g group) ([]aside, error) {
	out := make([]aside, len(g.members))
	for i, m := range g.members {
		if err := p.noted.read(p.notes[m].aside, out[i].decode); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// eachAsides calls do for the asides of the members of every group, in no order
// that matters: first for groups of one, as these lie in the file. The list is good
// until do returns.
func (p *partition) eachAsides(do func(list []aside)) error {
	alone := make([]bool, p.noted.n)
	for _, g := range p.groups {
		if len(g.members) == 1 {
			alone[p.notes[g.members[0]].aside] = true
		}
	}
	var one [1]aside
	err := p.noted.each(func(i int32, record []byte) error {
		if !alone[i] {
			return nil
		}
		err := one[0].decode(record)
		do(one[:])
		return err
	})
	for _, g := range p.groups {
		if len(g.members) == 1 || err != nil {
			continue
		}
		var list []aside
		if list, err = p.asides(g); err == nil {
			do(list)
		}
	}
	return err
}
