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
	copy(units[:], n.biases)
	sum, linear := n.bias, n.linear[:len(v)]
	for i, x := range v {
		if x == 0 {
			continue
		}
		x := float32(x)
		sum += x * linear[i]
		if n.hidden == hiddenUnits {
			row := (*[hiddenUnits]float32)(n.rows[i*hiddenUnits:])
			for j := range units {
				units[j] += x * row[j]
			}
		}
	}
	for j, w := range n.outs {
		sum += max(0, units[j]) * w
	}
	return max(-mostOdds, min(mostOdds, float64(sum)))
}
