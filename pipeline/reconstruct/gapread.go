package reconstruct

import "strings"

// A gap is what stands between two words of a witness, read once: nearly all
// are a space.
type gap struct {
	raw    string
	folded string // see fold
	levels []level
	bare   string  // without white space
	plain  float64 // see plainness
	white  bool    // has white space
	ends   bool    // ends a sentence
	signs  bool    // has signs that are written in several forms
	asks   bool    // has a question mark
}

// A writing of a gap. In a broken copy breaks mean less.
type writing struct {
	raw    string
	broken bool
}

// gapNumber returns the number of a gap in v.gaps.
func (v *view) gapNumber(raw string, broken bool) int32 {
	key := writing{raw, broken}
	n, ok := v.gapAt[key]
	if !ok {
		n = int32(len(v.gaps))
		v.gapAt[key], v.gaps = n, append(v.gaps, readGap(raw, broken))
	}
	return n
}

func readGap(raw string, broken bool) gap {
	g := gap{raw: raw, plain: plainness(raw), white: strings.ContainsFunc(raw, whiteRune), ends: endsSentence(raw), asks: strings.Contains(raw, "?")}
	g.folded, g.levels = fold(raw, broken)
	g.bare = bareOf(raw)
	eachSign(raw, func(signClass, int, int) { g.signs = true })
	return g
}

// bareOf is a gap without its white space, but for that inside a sign.
func bareOf(raw string) string {
	var b strings.Builder
	for i := 0; i < len(raw); {
		if n, _ := whiteRun(raw[i:], false); n > 0 {
			i += n
			continue
		}
		_, _, n := sign(raw[i:])
		b.WriteString(raw[i : i+n])
		i += n
	}
	return b.String()
}

// readGaps reads the gaps of all witnesses.
func (v *view) readGaps() {
	v.gapAt, v.gapOf, v.infers = map[writing]int32{}, make([][]int32, v.n), make([]bool, v.n)
	v.singly = make([]bool, v.n)
	for w, wit := range v.ws {
		v.gapOf[w] = make([]int32, len(wit.Gaps))
		broken := v.breaksSingly(w)
		v.singly[w] = broken
		space := v.gapNumber(" ", broken)
		for i, raw := range wit.Gaps {
			if v.gapOf[w][i] = space; raw != " " {
				v.gapOf[w][i] = v.gapNumber(raw, broken)
			}
		}
		for _, x := range wit.Words {
			v.infers[w] = v.infers[w] || x.Restored
		}
	}
}
