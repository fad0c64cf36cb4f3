package furniture

// A letter ends below a rule in what its sender says of itself in every letter: that one
// signed up, how to leave. It is prose, and in a single letter nothing but its place tells
// it from a note of the author's. It is flagged, the more where a rule parts the head of
// the letter from the article, too.

const (
	footWords  = 60 // of all that stands below the rule
	footBody   = 4  // times as many stand above it
	footHead   = 5  // blocks up to the rule below the letter's head
	footScore  = .5
	framedFoot = .9
)

// A letterFoot is what stands below the last rule of a page: its first block, and what speaks
// against it.
type letterFoot struct {
	from  int
	score float64
}

// footOf returns the foot of a page, from behind its blocks on where it has none: what
// stands below its last long rule is not short beside the rest.
func (p *page) footOf() letterFoot {
	n := len(p.blocks)
	rule := func(i int) bool {
		b := &p.blocks[i]
		return b.longRule() && !p.underlines(i)
	}
	below, from := 0.0, n
	for from > 0 && !rule(from-1) {
		from--
		below += p.blocks[from].words
	}
	above := 0.0
	for i := range from {
		above += p.blocks[i].words
	}
	if below > footWords || above < footBody*below {
		return letterFoot{from: n}
	}
	for i := 0; i < min(footHead, from-1) && !p.blocks[i].prose(); i++ {
		if rule(i) {
			return letterFoot{from, framedFoot}
		}
	}
	return letterFoot{from, footScore}
}

// framed reports whether block i stands below the last rule of a letter whose head a rule
// parts from the article, too.
func (f letterFoot) framed(i int) bool { return i >= f.from && f.score >= framedFoot }

// footing is what speaks against block i for its place below the last rule, 0 where it
// stands elsewhere or says something of what the article does.
func (r *reading) footing(i int) float64 {
	b := &r.page.blocks[i]
	if i < r.foot.from || b.rule {
		return 0
	}
	if share, n := b.shared(r.context.lexicon, r.context.inside[i]); share > 0 || n == 0 {
		return 0
	}
	return r.foot.score
}
