package furniture

import (
	_ "embed"
	"encoding/binary"
	"math"
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

// odds are the log-odds that a net gives for its inputs.
func (n *net) odds(v []float64) float64 {
	var units [hiddenUnits]float32
	sum := n.bias
	if n.hidden == hiddenUnits {
		sum, units = n.sums(v)
	} else {
		for i, x := range v {
			sum += float32(x) * n.linear[i]
		}
	}
	for j, w := range n.outs {
		sum += max(0, units[j]) * w
	}
	return max(-mostOdds, min(mostOdds, float64(sum)))
}

// sums are the weighted sums of a net with hidden units: its own, and theirs.
// Each has a variable of its own, which stays in a register.
func (n *net) sums(v []float64) (sum float32, units [hiddenUnits]float32) {
	b := (*[hiddenUnits]float32)(n.biases)
	s0, s1, s2, s3, s4, s5, s6, s7 := b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7]
	linear, rows := n.linear[:len(v)], n.rows[:len(v)*hiddenUnits]
	sum = n.bias
	for i, x := range v {
		if x == 0 {
			continue
		}
		x, row := float32(x), (*[hiddenUnits]float32)(rows[i*hiddenUnits:])
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
	return sum, [hiddenUnits]float32{s0, s1, s2, s3, s4, s5, s6, s7}
}
