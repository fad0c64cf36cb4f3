package furniture

import (
	_ "embed"
	"encoding/binary"
	"math"
	"math/bits"
	"sync"
)

// content.bin holds the weights of the extraction, fitted by
// fixtures/cmd/trainfurniture. Its layout, numbers little-endian: for plain
// text and then for markup, three nets, those of the two rounds and that of
// the whole page. A net is two uint32, its inputs i and its hidden units h, 8
// or none, and (i+1)(h+1)+h float32: i weights of the inputs, a row of h weights to
// the hidden units for each input, h biases of these, h weights of these, one
// bias.
//
//go:embed content.bin
var contentWeights []byte

// A net is a regression that sees, besides its inputs, a few hidden units,
// each the positive part of a weighted sum.
type net struct {
	inputs, hidden int
	linear         []float32
	rows           []float32
	biases, outs   []float32
	bias           float32
}

// A model extracts the main content of one kind of document.
type model struct{ first, second, page net }

// models decodes the weights once: of plain text and of markup.
var models = sync.OnceValue(func() *[2]model {
	out := &[2]model{}
	b := contentWeights
	for k := range out {
		for _, n := range []*net{&out[k].first, &out[k].second, &out[k].page} {
			b = n.decode(b)
		}
	}
	return out
})

func (n *net) decode(b []byte) []byte {
	n.inputs, n.hidden = int(binary.LittleEndian.Uint32(b)), int(binary.LittleEndian.Uint32(b[4:]))
	b = b[8:]
	take := func(count int) []float32 {
		out := make([]float32, count)
		for i := range out {
			out[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
		}
		b = b[4*count:]
		return out
	}
	n.linear, n.rows = take(n.inputs), take(n.inputs*n.hidden)
	n.biases, n.outs = take(n.hidden), take(n.hidden)
	n.bias = take(1)[0]
	return b
}

// mostOdds bounds the log-odds that a net gives.
const mostOdds = 8

// hiddenUnits is how many units a net has at most.
const hiddenUnits = 8

// sums are the weighted sums of a net's inputs, as many as it was given: its own,
// and those of its hidden units.
type sums struct {
	own   float32
	units [hiddenUnits]float32
}

// begin is the sums of no inputs.
func (n *net) begin() sums {
	s := sums{own: n.bias}
	copy(s.units[:], n.biases)
	return s
}

// lot is how many inputs are looked at together for those that are not zero, which
// are the fewer and of which no processor foresees where they stand.
const lot = 64

// add adds inputs to sums; the first of them is the net's input number from. Each
// sum has a variable of its own, which stays in a register.
func (n *net) add(s *sums, from int, v []float64) {
	linear := n.linear[from : from+len(v)]
	if n.hidden == 0 {
		for i, x := range v {
			s.own += float32(x) * linear[i]
		}
		return
	}
	u := &s.units
	sum, s0, s1, s2, s3, s4, s5, s6, s7 := s.own, u[0], u[1], u[2], u[3], u[4], u[5], u[6], u[7]
	rows := n.rows[from*hiddenUnits : (from+len(v))*hiddenUnits]
	for at := 0; at < len(v); at += lot {
		some := uint64(0) // a bit for each that is not zero
		for k, x := range v[at:min(len(v), at+lot)] {
			b := math.Float64bits(x) << 1
			some |= (b | -b) >> 63 << k
		}
		for ; some != 0; some &= some - 1 {
			i := at + bits.TrailingZeros64(some)
			x, row := float32(v[i]), (*[hiddenUnits]float32)(rows[i*hiddenUnits:])
			sum += x * linear[i]
			s0 += x * row[0]
			s1 += x * row[1]
			s2 += x * row[2]
			s3 += x * row[3]
			s4 += x * row[4]
			s5 += x * row[5]
			s6 += x * row[6]
			s7 += x * row[7]
		}
	}
	*s = sums{sum, [hiddenUnits]float32{s0, s1, s2, s3, s4, s5, s6, s7}}
}

// odds are the log-odds that a net gives for all of its inputs.
func (n *net) odds(s sums) float64 {
	sum := s.own
	for j, w := range n.outs {
		sum += max(0, s.units[j]) * w
	}
	return max(-mostOdds, min(mostOdds, float64(sum)))
}
