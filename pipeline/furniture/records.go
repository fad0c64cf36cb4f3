package furniture

import "github.com/urtext/urtext/pipeline/corpus"

// What readers write below an article, in a forum's thread or a column of comments,
// reads like an article and speaks of its matter. Its form tells: one record follows
// the other, and each has a line with its date, and mostly one that is the same
// in all, a button. Lists of events and of versions have dates but no buttons; and
// where the first post has the same button, the others answer it, and only copies can
// tell that it was an article, as where they say more than it does.

const (
	leastRecords  = 3
	recordReach   = 14  // blocks from one date to the next
	recordHead    = 4   // blocks at most before its date
	buttonShare   = .7  // of the records, that have the button
	recordedScore = .85 // of records without one
)

// A conversation is a chain of records, in blocks [from, to).
type conversation struct {
	from, to int
	buttons  bool
}

// stamped reports a line that is the date of a record, or its time, and little else.
func (p *page) stamped(i int) bool {
	b, s := &p.blocks[i], &p.shapes[i]
	return b.words < 10 && !b.terminal && (s.date || s.clock && b.words <= 6)
}

// thread finds the last chain of records behind block after.
func (p *page) thread(after int) (t conversation, ok bool) {
	var stamps []int
	for i := after + 1; i < len(p.blocks); i++ {
		if !p.stamped(i) || len(stamps) > 0 && i == stamps[len(stamps)-1]+1 {
			continue
		}
		if n := len(stamps); n > 0 && i-stamps[n-1] > recordReach {
			if n >= leastRecords {
				break
			}
			stamps = stamps[:0]
		}
		stamps = append(stamps, i)
	}
	if len(stamps) < leastRecords {
		return t, false
	}
	button, each := p.button(stamps)
	if button < 0 {
		t.from, t.to = p.unbuttoned(stamps)
		return t, t.to > t.from
	}
	t.buttons = each && !p.below(stamps[0], button)
	head := 0
	for k := 1; k < len(stamps); k++ {
		for i := stamps[k] - 1; i > stamps[k-1]; i-- {
			if p.sameLine(i, button) {
				head = max(head, stamps[k]-i-1)
				break
			}
		}
	}
	if head > recordHead {
		return t, false
	}
	t.from = max(after+1, stamps[0]-head)
	for t.to = stamps[len(stamps)-1] + 1; t.to < len(p.blocks) && t.to < stamps[len(stamps)-1]+recordReach; t.to++ {
		if p.sameLine(t.to, button) {
			t.to++
			return t, true
		}
	}
	t.to = stamps[len(stamps)-1]
	return t, true
}

// button finds a short line that stands once in nearly all records, behind their text.
func (p *page) button(stamps []int) (button int, each bool) {
	for i := stamps[0] + 1; i < stamps[1]; i++ {
		b := &p.blocks[i]
		if b.same < leastRecords || !b.brief() || b.rule || p.stamped(i) {
			continue
		}
		n := 0
		for k, from := range stamps {
			to := min(from+recordReach, len(p.blocks))
			if k+1 < len(stamps) {
				to = stamps[k+1]
			}
			for j := from + 1; j < to; j++ {
				if p.sameLine(j, i) {
					n++
					break
				}
			}
		}
		if float64(n) >= buttonShare*float64(len(stamps)) {
			return i, true
		}
	}
	return -1, false
}

// below reports whether the button stands before the first date too: what is above is
// a record as well, and all are one conversation.
func (p *page) below(stamp, button int) bool {
	for i := range stamp {
		if p.sameLine(i, button) {
			return true
		}
	}
	return false
}

func (p *page) sameLine(i, j int) bool {
	a, b := &p.blocks[i], &p.blocks[j]
	return a.same == b.same && p.text[a.start:a.end] == p.text[b.start:b.end]
}

// unbuttoned gives the borders of records that have a short line before each date, a
// name, and prose behind each.
func (p *page) unbuttoned(stamps []int) (from, to int) {
	for k, i := range stamps {
		stop := min(i+recordReach, len(p.blocks))
		if k+1 < len(stamps) {
			stop = stamps[k+1] - 1
		}
		b := &p.blocks[i-1]
		if !b.brief() || b.words > 5 || b.rule || stop <= i+1 || p.blocks[i+1].brief() && !p.blocks[i+1].terminal {
			return 0, 0
		}
		to = i + 2
	}
	return stamps[0] - 1, to
}

// mostly reports whether more of the prose stands before a conversation than in it.
func (d *doubter) mostly(t conversation) bool {
	before, within := 0.0, 0.0
	for i := range d.page.blocks[:t.to] {
		b := &d.page.blocks[i]
		switch {
		case !b.prose():
		case i < t.from:
			before += b.words
		default:
			within += b.words
		}
	}
	return before >= within
}

// records proposes the thread behind the article.
func (d *doubter) records(m *landmarks) {
	lead, prose := -1, 0.0 // prose before the first date
	for i := range d.page.blocks {
		if d.page.blocks[i].prose() {
			if prose += d.page.blocks[i].words; prose >= enough {
				lead = i
				break
			}
		}
	}
	if lead < 0 {
		return
	}
	t, ok := d.page.thread(lead)
	if !ok {
		return
	}
	evidence := []corpus.Evidence{{Family: corpus.Layout, Weight: .9, Detail: "one of several records with a date"}}
	verdict, score := corpus.Flag, recordedScore
	if t.buttons && !d.html && d.mostly(t) { // the tree of elements says more
		verdict, score = corpus.Cut, 1
		evidence = append(evidence, corpus.Evidence{Family: corpus.Template, Weight: .9, Detail: "each record has the same line"})
	}
	for i := t.from; i < t.to; i++ {
		if verdict == corpus.Flag && (d.beat(i) || d.doubt[i] >= score) {
			continue
		}
		m.proposals[i] = d.line(i, verdict, score, evidence)
		delete(m.kept, i)
	}
	from, to := d.page.blocks[t.from].start, d.page.blocks[t.to-1].end
	kept := m.marks[:0]
	for _, mark := range m.marks {
		if mark.End <= from || mark.Start >= to {
			kept = append(kept, mark)
		}
	}
	m.marks = kept
}
