package furniture

import (
	"fmt"
	"math"
	"math/bits"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// Propose marks page furniture on plain text. It keeps nothing of a document
// and is safe for concurrent use.
type Propose struct {
	Elsewhere bool       // another stage chooses the main content of HTML
	pages     *sync.Pool // of *page: the room they took; nil: each takes its own
}

// NewPropose returns a stage that cuts its pages up in the room of earlier ones.
func NewPropose(elsewhere bool) Propose {
	return Propose{Elsewhere: elsewhere, pages: &sync.Pool{New: func() any { return new(page) }}}
}

// page cuts up the text of a document; free gives its room back.
func (s Propose) page(doc *corpus.Document) (p *page, free func()) {
	words := token.ReadingOf(doc)
	if s.pages == nil {
		return new(page).cut(words, doc.Language), func() {}
	}
	p = s.pages.Get().(*page)
	return p.cut(words, doc.Language), func() { s.pages.Put(p) }
}

// Name implements the stage.
func (Propose) Name() string { return "furniture" }

// Apply appends to the document's Proposals the lines that are not part of
// its article, each with its verdict, and to its Marks the title, byline,
// author box, their labels and page marks; and to its Alone the lines that are
// not of the page's main content. The text is not changed.
func (s Propose) Apply(doc *corpus.Document) error {
	p, free := s.page(doc)
	defer free()
	if len(p.blocks) == 0 {
		return nil
	}
	on := p.surveyOf(doc)
	r := p.read()
	d := r.doubter(doc.Proposals)
	d.html = on != nil
	title, known := d.titled(on, doc.Title)
	r.signed = r.signs()
	m := d.landmarks(title, known)
	doc.Marks = append(doc.Marks, m.marks...)
	own := r.proposals(m)
	if !doc.HTML || !s.Elsewhere {
		doc.Alone = append(doc.Alone, d.extractor(on, doc.Title).extract(own, m)...)
	}
	doc.Proposals = append(doc.Proposals, own...)
	clear(own) // the room keeps no evidence
	return nil
}

// proposals judges every block: the stretches outside the article together,
// and each block by the doubt about it.
func (r *reading) proposals(m *landmarks) []corpus.Proposal {
	out, runs := r.page.own[:0], r.runs(m)
	for i := range r.page.blocks {
		if special, ok := m.proposals[i]; ok {
			out = append(out, special)
		} else if !m.kept[i] {
			if p, ok := r.propose(i, runs[i]); ok {
				out = appendLine(out, p)
			}
		}
	}
	r.page.own = out
	return out
}

// runs judges the stretches outside the article and gives each block its
// stretch, nil to those of the article.
func (r *reading) runs(m *landmarks) []*run {
	out := make([]*run, len(r.state))
	open := func(i int) bool { return r.state[i] != article && (!m.kept[i] || m.proposals[i].End > 0) }
	for i := 0; i < len(r.state); {
		if !open(i) {
			i++
			continue
		}
		j := i
		for j < len(r.state) && open(j) {
			j++
		}
		for i < j {
			stop := r.stretch(i, j)
			for judged := r.judge(i, stop); i < stop; i++ {
				out[i] = &judged
			}
		}
	}
	return out
}

// appendLine adds a proposal; lines without a word join the one before them.
func appendLine(out []corpus.Proposal, p corpus.Proposal) []corpus.Proposal {
	if n := len(out); n > 0 && p.Head == "" && out[n-1].End == p.Start && out[n-1].Verdict == p.Verdict {
		out[n-1].End = p.End
		return out
	}
	return append(out, p)
}

// stretch returns the end of the stretch that begins at from: prose outside
// the article (comments, other articles) parts what stands before it from
// what comes after, since it may be genuine.
func (r *reading) stretch(from, to int) int {
	prose := func(i int) bool { return r.page.blocks[i].prose() && !r.beat(i) }
	i := from
	for i < to && prose(i) == prose(from) {
		i++
	}
	return i
}

// A run is a stretch of blocks outside the article, and what speaks against
// it as a whole. Blocks [cutFrom, cutTo) are certain.
type run struct {
	from, to       int
	cutFrom, cutTo int
	evidence       []corpus.Evidence
}

// What a stretch needs to be cut on its own evidence, outside the article
// and inside: its weight, the summed odds against its blocks; the share of
// its blocks that bear a sign of furniture, and their number. Besides, the
// share of its blocks that are not prose, and of its words that the article
// has too.
var (
	outside = needs{weight: 7, signs: .15, least: 2}
	inside  = needs{weight: 14, signs: .4, least: 3}
)

type needs struct{ weight, signs, least float64 }

const (
	shapeLeast = .6
	sharedMost = .4
)

// sign reports whether a block bears a sign of furniture that mere lists do
// not bear: the words of buttons and forms, a rhythm, a fence. A line that
// names one of many owners is no button, and what underlines a heading no fence.
func (r *reading) sign(i int) bool {
	b := &r.page.blocks[i]
	return r.beat(i) || b.tag != "" || b.control >= .2 && b.words < 12 && !(r.page.owners > fewOwners && r.page.owned(i)) ||
		b.rule && len(r.page.text[b.start:b.end]) > 6 && !r.page.underlines(i) || b.rule && b.fence
}

// fewOwners is how many lines a page of the web has at most that say whose it is.
const fewOwners = 3

// owned reports a line with the sign of rights, or that begins with their word: it
// names an owner.
func (p *page) owned(i int) bool {
	b := &p.blocks[i]
	return p.shapes[i].rights || b.control > 0 && token.Key(p.word(p.spans[b.from])) == "copyright"
}

// underlines reports a row of one sign right below a line that it is as long as.
func (p *page) underlines(i int) bool {
	if i == 0 || p.blocks[i].gap > 0 || p.blocks[i-1].rule {
		return false
	}
	above, row := &p.blocks[i-1], p.text[p.blocks[i].start:p.blocks[i].end]
	n := utf8.RuneCountInString(p.text[above.start:above.end])
	return strings.Trim(row, row[:1]) == "" && len(row) >= n-1 && len(row) <= n+3
}

func (r *reading) beat(i int) bool { return r.context.teaser[i] || r.context.farm[i] }

// judge weighs blocks [from, to). What stands between the article and the
// first sign of furniture may be a title or a list, and is not cut.
func (r *reading) judge(from, to int) run {
	out := run{from: from, to: to, cutFrom: from, cutTo: to}
	if from == to {
		return out
	}
	need := outside
	if r.state[from] == island {
		need = inside
	}
	if r.state[from] != before {
		for out.cutFrom < to && !r.sign(out.cutFrom) {
			out.cutFrom++
		}
	}
	if r.state[from] != after {
		for out.cutTo > out.cutFrom && !r.sign(out.cutTo-1) {
			out.cutTo--
		}
	}
	t := r.tally(out.cutFrom, out.cutTo)
	out.evidence = r.evidence(from, to, t)
	certain := r.prose >= enough && t.weight >= need.weight && t.shaped >= shapeLeast*t.blocks &&
		t.signs >= need.least && t.signs >= need.signs*t.blocks && t.share <= sharedMost
	if !certain {
		out.cutTo = out.cutFrom
	}
	return out
}

// A tally sums up a stretch of blocks.
type tally struct{ weight, blocks, shaped, signs, beats, share float64 }

func (r *reading) tally(from, to int) tally {
	var t tally
	if r.seen == nil {
		r.seen = r.page.newLexicon(r.page.subjects.Len())
	}
	defer r.seen.leave()
	for i := from; i < to; i++ {
		b := &r.page.blocks[i]
		t.weight -= r.odds[i]
		t.blocks++
		t.shaped += flag(!b.prose() || r.beat(i))
		t.signs += flag(r.sign(i))
		t.beats += flag(r.beat(i))
		for _, w := range b.content {
			r.seen.add(w)
		}
	}
	t.share = r.seen.shared(r.context.lexicon)
	return t
}

// evidence puts what was seen on a stretch into words.
func (r *reading) evidence(from, to int, t tally) []corpus.Evidence {
	place := "before the article"
	switch {
	case r.prose < enough:
		place = "on a page without an article"
	case r.state[from] == island:
		place = "inside the article"
	case from > r.last:
		place = "after the article"
	}
	form := "not prose, "
	for i := from; i < to; i++ {
		if r.context.teaser[i] {
			form = "teasers of other articles, "
		} else if r.context.farm[i] {
			form = "a list of links, "
		}
	}
	out := []corpus.Evidence{{Family: corpus.Layout, Weight: squash(t.weight / 4), Detail: form + count(to-from, place)}}
	if tag := r.page.blocks[from].tag; tag != "" {
		out = append(out, corpus.Evidence{Family: corpus.Layout, Weight: .8, Detail: "stands in " + tag})
	}
	if t.beats >= beats {
		out = append(out, corpus.Evidence{Family: corpus.Template, Weight: .8, Detail: "one shape comes again and again"})
	}
	if t.share <= sharedMost {
		out = append(out, corpus.Evidence{Family: corpus.Semantics, Weight: 1 - t.share/sharedMost/2, Detail: "shares few words with the article"})
	}
	return out
}

// count says how many lines stand in a place.
func count(lines int, place string) string {
	if lines == 1 {
		return "one line " + place
	}
	return fmt.Sprintf("%d lines in a row %s", lines, place)
}

// From which doubt on a line is flagged; from which it is cut with its
// stretch, and alone; and the most a flag says where the line may be part of
// an article: within one, or on a page that has none.
const (
	flagFrom   = .2
	cutWith    = .9
	cutAlone   = .99
	cutDeep    = .9 // inside the article, with its stretch and a sign of its own
	mostFlag   = .85
	mostListed = .45

	snippetWords = 70 // a beat of more words is a paragraph
)

// propose makes the proposal for block i of a run: prose and what speaks of
// the article's matter is never cut with its neighbours.
func (r *reading) propose(i int, run *run) (corpus.Proposal, bool) {
	b, doubt := &r.page.blocks[i], r.doubt[i]
	if b.rule && run == nil {
		doubt = r.beside(i)
	}
	doubt = max(doubt, r.footing(i))
	if doubt < flagFrom && (!b.rule || run == nil) {
		return corpus.Proposal{}, false
	}
	score := math.Round(100*doubt) / 100
	if r.prose < enough {
		score = min(score, mostListed)
	}
	verdict := r.verdict(i, run)
	if verdict == corpus.Flag && r.enclosed(i, run) {
		verdict = corpus.Cut
	}
	if place := r.place(i); verdict == corpus.Flag && !r.foot.framed(i) && !((place == apart || place == edge && r.ruled[i]) && r.cuttable(i) && r.signed[i] && r.amidSigns(i)) {
		score = min(score, mostFlag)
	}
	return r.line(i, verdict, score, r.evidenceOn(i, run)), true
}

// beside is the greater doubt about the lines before and after a rule that
// stands inside the article: it parts furniture from it.
func (r *reading) beside(i int) float64 {
	most := 0.0
	for _, j := range []int{i - 1, i + 1} {
		if j >= 0 && j < len(r.doubt) && !r.page.blocks[j].rule {
			most = max(most, r.doubt[j])
		}
	}
	return most
}

// verdict decides on block i: cut with its stretch, or alone when it or what
// stands between it and the article bears a sign of furniture.
func (r *reading) verdict(i int, run *run) corpus.Verdict {
	b, doubt := &r.page.blocks[i], r.doubt[i]
	switch {
	case b.rule:
		if run != nil && run.cutFrom <= i && i < run.cutTo {
			return corpus.Cut
		}
	case run == nil || r.prose < enough || !r.cuttable(i):
	case r.place(i) == deep:
		if doubt >= cutDeep && r.sign(i) && run.cutFrom <= i && i < run.cutTo {
			return corpus.Cut
		}
	case !r.amidSigns(i):
	case run.cutFrom <= i && i < run.cutTo && doubt >= cutWith, r.signed[i] && r.sign(i) && doubt >= cutAlone:
		return corpus.Cut
	}
	return corpus.Flag
}

// How near to a lone button others stand, and how many, and how far from the ends of
// the page a frame reaches.
const (
	buttonReach = 5
	buttonNear  = 2
	edgeReach   = 20
)

// amidSigns reports that other signs of furniture stand about block i, that it
// is at an end of the page, or in a frame there: far from these one word of buttons may
// be a keyword or a heading.
func (r *reading) amidSigns(i int) bool {
	n, last := 0, len(r.page.blocks)-1
	for j := max(0, i-buttonReach); j <= min(last, i+buttonReach); j++ {
		n += int(flag(j != i && r.sign(j)))
	}
	framed := i < min(edgeReach, r.first) || i > max(last-edgeReach, r.last)
	return n >= buttonNear || i < buttonReach || i > last-buttonReach || framed
}

// enclosedWords is up to how many words a line may have that falls because
// those about it do.
const enclosedWords = 20

// enclosed reports whether block i is a short line behind the article, as a
// reader's comment, whose neighbours fall: the two before it and the two after
// it. That it shares words with the article does not make it a part of it.
func (r *reading) enclosed(i int, run *run) bool {
	b, s := &r.page.blocks[i], &r.shapes[i]
	if run == nil || i <= r.last || i-2 < run.cutFrom || i+2 >= run.cutTo || r.doubt[i] < cutWith {
		return false
	}
	if b.words >= enclosedWords || b.prose() || s.measured || s.code || s.bullet || b.address {
		return false
	}
	for _, j := range []int{i - 2, i - 1, i + 1, i + 2} {
		if r.verdict(j, run) != corpus.Cut {
			return false
		}
	}
	return true
}

// cuttable reports whether block i may be cut without copies: it is part of a
// rhythm, or no prose, no item of a list, no code, no source, and shares
// little with the article.
func (r *reading) cuttable(i int) bool {
	b, s := &r.page.blocks[i], &r.shapes[i]
	if r.beat(i) {
		return b.words < snippetWords
	}
	share, n := b.shared(r.context.lexicon, false)
	listed := s.measured || s.code || s.bullet && b.words >= 3 || b.address
	return !b.prose() && !listed && !(share >= .5 && n >= 3)
}

// signs finds for each block outside the article whether it, or one between
// it and the article, bears a sign of furniture.
func (r *reading) signs() []bool {
	out := r.page.flags.Take(len(r.page.blocks))
	strong := func(i int) bool { return r.sign(i) || r.shapes[i].rights || r.shapes[i].parts > 3 }
	seen := false
	for i := max(0, r.last+1); i < len(out); i++ {
		seen = seen || strong(i)
		out[i] = seen
	}
	seen = false
	for i := min(r.first, len(out)) - 1; i >= 0; i-- {
		seen = seen || strong(i)
		out[i] = seen
	}
	return out
}

// evidenceOn says what speaks against block i.
func (r *reading) evidenceOn(i int, run *run) []corpus.Evidence {
	if run != nil {
		return run.evidence
	}
	return []corpus.Evidence{{Family: corpus.Layout, Weight: r.doubt[i], Detail: "a line within the article that looks like a part of the page"}}
}

// line proposes one line with its line break.
func (r *reading) line(i int, verdict corpus.Verdict, score float64, evidence []corpus.Evidence) corpus.Proposal {
	b := &r.page.blocks[i]
	return corpus.Proposal{Start: r.lineStart(i), End: b.next, Kind: corpus.KindFurniture, Verdict: verdict,
		Score: score, Evidence: evidence, Head: r.page.head(b)}
}

// lineStart is where block i's line begins, with its indent.
func (r *reading) lineStart(i int) int {
	at := r.page.blocks[i].start
	return strings.LastIndexByte(r.page.text[:at], '\n') + 1
}

// How much of a line its head holds at most.
const (
	headWords = 8
	headBytes = 400
)

// head is the normalised beginning of a line, by which the corpus counts it:
// the keys of its first words, digits as 0, and how long it is, roughly: a
// teaser that begins as an article does is not the article.
func (p *page) head(b *block) string {
	text, words := p.text, p.wordsIn(b)
	words = words[:min(headWords, len(words))]
	if n := len(words); n > 0 && words[n-1].End > b.start+headBytes {
		text = text[b.start : b.start+headBytes]
		words = token.Words(nil, text)
		words = words[:min(headWords, len(words))]
	}
	var out []string
	for _, w := range words {
		key := token.Key(text[w.Start:w.End])
		if strings.TrimLeft(key, "0123456789") == "" {
			key = "0"
		}
		out = append(out, key)
	}
	if size := bits.Len(uint(b.words / headWords)); size > 1 {
		out = append(out, strconv.Itoa(size))
	}
	return strings.Join(out, " ")
}

func squash(x float64) float64 { return math.Round(100/(1+math.Exp(-x))) / 100 }
