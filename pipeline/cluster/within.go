package cluster

// titledWithin reports that what the end of page a and the beginning of page b have in
// common begins with a title on both, and that page a has prose of its own above it:
// a site showed the beginning of the next article below one, as pages do that go on for
// as long as they are read, and the two are not one.
func (p *pairing) titledWithin(first match, scale float64) bool {
	if !p.titled() {
		return false
	}
	prose := 0
	for i := range first.i {
		prose += b2i(p.a.weight[i] && p.a.lines[p.a.lineOf[i]].prose)
	}
	return float64(prose) >= leastPart*scale
}
