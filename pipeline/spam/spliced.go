package spam

// Who injects sentences in another language sets them into paragraphs of the page's
// own. Translations are left undone by the paragraph, and whoever quotes sets marks.

// spliced reports two sentences that stand in paragraphs with others, hardly have
// a function word of the page's language, and have some of another.
func (p *page) spliced() bool {
	n := 0
	for _, s := range p.sentences {
		if !s.prose || s.words() < 7 || s.words() > longestSale || 2*s.words() > p.lines[s.line].words() || 12*p.ownFunctions(s) > s.words() {
			continue
		}
		if p.tongue(s) >= 3 {
			if n++; n >= 2 {
				return true
			}
		}
	}
	return false
}

// convictSpliced convicts strangers in such places that share words that nothing
// else has, if one of them names a number, a price or a site, and no more is in
// other languages elsewhere.
func (a *assay) convictSpliced(strangers []int) (any bool) {
	inside, outside := a.inside(strangers)
	holders, lines := make(map[int32]int), make(map[int]bool)
	words, signed := 0, false
	for _, i := range inside {
		u := &a.all[i]
		lines[u.line] = true
		words += u.words()
		signed = signed || a.p.siteOf(i).written || a.p.hasNumber(u.stretch)
		for t := range a.matter(u) {
			holders[t]++
		}
	}
	if len(lines) < 2 || !signed || outside > words {
		return false
	}
	for _, i := range inside {
		u, shared := &a.all[i], 0
		for t := range a.matter(u) {
			if holders[t] > 1 {
				shared++
			}
		}
		if shared >= 2 || shared == 1 && a.p.hasNumber(u.stretch) {
			u.convicted, any = true, true
		}
	}
	return any
}

// matter are the terms of a sentence that are function words of no tongue.
func (a *assay) matter(u *specimen) map[int32]bool {
	out := make(map[int32]bool)
	for i := u.from; i < u.to; i++ {
		if stem, ok := a.p.term(i); ok && a.p.tonguesOf(a.p.words[i].key) == 0 {
			out[stem] = true
		}
	}
	return out
}

// inside are the strangers that stand in paragraphs in the page's own language, each
// wording once, and outside how many words others have.
func (a *assay) inside(strangers []int) (inside []int, outside int) {
	p := a.p
	said := make(map[uint64]bool)
	for _, i := range strangers {
		u := &a.all[i]
		wording := p.wording(u.stretch)
		switch {
		case !u.weighed || !u.prose || said[wording] || p.inQuotes(u.stretch) || p.coded(u.stretch):
		case 2*u.words() > p.lines[u.line].words() || a.alienLine(u.line):
			outside += u.words()
		default:
			said[wording] = true
			inside = append(inside, i)
		}
	}
	return inside, outside
}

// alienLine reports a line most of whose words are in another language.
func (a *assay) alienLine(line int) bool {
	n := 0
	for i := range a.all {
		if u := &a.all[i]; u.line == line && u.alien() {
			n += u.words()
		}
	}
	return 2*n > a.p.lines[line].words()
}
