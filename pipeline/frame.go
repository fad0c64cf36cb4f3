package pipeline

import (
	"encoding/binary"
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"github.com/zeebo/xxh3"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// The frame of a page stands on the other pages of its host too: its menus
// above the article, its notices below. So the lines at both margins of every
// document are counted, once for each cluster and host, and what is a frame is
// learnt from the crawl and from no list. A line that genuine articles repeat,
// as "Ingredients", stands behind a title that they do not.

const (
	marginLines   = 20 // lines looked at from either end
	marginWords   = 40 // words of the longest that is counted
	frameClusters = 4  // clusters from which a line may be of the frame
	frameShare    = .2 // of the clusters of its host,
	frameEnough   = 20 // or so many of them
	frameMost     = .5 // share of a page's words: what is more is its own template
	frameScore    = .8 // of a line that the copies decide on
)

// A marginLine is a line of a document near one of its ends. Its hash is 0
// when it is too long to be counted.
type marginLine struct {
	start, end int // bytes
	words      int
	hash       uint32
}

// hostHash identifies the host of a document, 0 when it is unknown.
func hostHash(doc *corpus.Document) uint64 {
	if doc.Host == "" {
		return 0
	}
	return xxh3.HashString(strings.ToLower(doc.Host))
}

// hostKey is that hash as the first bytes of what is hashed for the host.
func hostKey(doc *corpus.Document) []byte {
	return binary.LittleEndian.AppendUint64(nil, hostHash(doc))
}

// margins returns the lines with words at the top of a document and those at
// its bottom, the outermost first. In a short one a line may be in both.
func margins(doc *corpus.Document) (top, bottom []marginLine) {
	text := doc.Draft.Text
	host := hostKey(doc)
	for at := 0; at < len(text) && len(top) < marginLines; {
		end := len(text)
		if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
			end = at + n
		}
		if l := newMarginLine(text, at, end, host); l.words > 0 {
			top = append(top, l)
		}
		at = end + 1
	}
	for end := len(text); end > 0 && len(bottom) < marginLines; {
		at := strings.LastIndexByte(text[:end], '\n') + 1
		if l := newMarginLine(text, at, end, host); l.words > 0 {
			bottom = append(bottom, l)
		}
		end = at - 1
	}
	return top, bottom
}

// newMarginLine reads the line text[start:end]. Digits count as one number,
// so that dates and counts do not tell pages apart.
func newMarginLine(text string, start, end int, host []byte) marginLine {
	l := marginLine{start: start, end: end}
	var room [2 * marginWords]token.Span
	spans := token.Words(room[:0], text[start:min(end, start+marginBytes)])
	l.words = len(spans)
	if l.words == 0 || l.words > marginWords || end-start > marginBytes {
		return l
	}
	keys := append(make([]byte, 0, len(host)+end-start+l.words), host...)
	for _, s := range spans {
		word := text[start+s.Start : start+s.End]
		if strings.Trim(word, "0123456789") == "" {
			word = "0"
		}
		keys = append(token.AppendKey(keys, word), 0)
	}
	l.hash = uint32(xxh3.Hash(keys)) | 1
	return l
}

// marginBytes is how much of a line is read.
const marginBytes = 800

// marginHashes are the hashes of the lines at the margins, each once.
func marginHashes(doc *corpus.Document) []uint32 {
	top, bottom := margins(doc)
	var out []uint32
	for _, l := range append(top, bottom...) {
		if l.hash != 0 {
			out = append(out, l.hash)
		}
	}
	slices.Sort(out)
	return slices.Clip(slices.Compact(out))
}

// frames are the lines that stand at the margins of several clusters, with
// their number, and the number of clusters of each host.
type frames struct {
	lines map[uint32]int32
	hosts map[uint64]int32
}

// A frameCount counts the lines at margins, in two passes over the groups: what is
// rare is told from a small table first, so that only what may be of a frame
// is held.
type frameCount struct {
	often []uint8 // of all lines whose hashes have some bits in common, up to frameClusters
	found frames
}

// mostOften is the largest small table.
const mostOften = 1 << 26

// newFrameCount is for lines that take up to so many bytes.
func newFrameCount(bytes int64) *frameCount {
	return &frameCount{often: make([]uint8, min(1<<bits.Len64(uint64(bytes)/4), mostOften)),
		found: frames{lines: map[uint32]int32{}, hosts: map[uint64]int32{}}}
}

func (f *frameCount) slot(h uint32) *uint8 { return &f.often[h>>1&uint32(len(f.often)-1)] }

// linesOf calls do for the lines at the margins of a group, each once.
func linesOf(list []aside, do func(h uint32)) {
	all := list[0].margin // distinct
	if len(list) > 1 {
		all = nil
		for _, a := range list {
			all = append(all, a.margin...)
		}
		slices.Sort(all)
		all = slices.Compact(all)
	}
	for _, h := range all {
		do(h)
	}
}

// look is the first pass, count the second.
func (f *frameCount) look(list []aside) {
	linesOf(list, func(h uint32) {
		if c := f.slot(h); *c < frameClusters {
			*c++
		}
	})
}

func (f *frameCount) count(list []aside) {
	linesOf(list, func(h uint32) {
		if *f.slot(h) == frameClusters {
			f.found.lines[h]++
		}
	})
	for i, a := range list {
		if !slices.ContainsFunc(list[:i], func(b aside) bool { return b.host == a.host }) {
			f.found.hosts[a.host]++
		}
	}
}

// frames are what was found.
func (f *frameCount) frames() frames {
	for h, n := range f.found.lines {
		if n < frameClusters {
			delete(f.found.lines, h)
		}
	}
	return f.found
}

// of returns the lines at the margins of a document that are of its page's
// frame: those that other clusters have too, from either end as far as
// nothing else stands between. A page that is mostly such lines is one of a
// template and has none.
// The hashes are those of its margins.
func (f frames) of(doc *corpus.Document, hashes []uint32) []marginLine {
	if !slices.ContainsFunc(hashes, func(h uint32) bool { return f.lines[h] > 0 }) {
		return nil
	}
	top, bottom := margins(doc)
	a, b := f.peel(doc, top), f.peel(doc, bottom)
	if len(a)+len(b) == 0 {
		return nil
	}
	if len(a) > 0 && len(b) > 0 && b[len(b)-1].start < a[len(a)-1].end {
		return nil // the whole page
	}
	out, words := append(a, b...), 0
	for _, l := range out {
		words += l.words
	}
	if float64(words) > frameMost*float64(len(token.Words(nil, doc.Draft.Text))) {
		return nil
	}
	return out
}

// peel returns the outermost lines that are of the frame.
func (f frames) peel(doc *corpus.Document, lines []marginLine) []marginLine {
	n := 0
	for i, l := range lines {
		if kept(doc, l) {
			break
		}
		if f.lines[l.hash] < frameClusters {
			break
		}
		n = i + 1
	}
	return lines[:n]
}

// kept reports whether a line touches a mark of what belongs to an article.
func kept(doc *corpus.Document, l marginLine) bool {
	return slices.ContainsFunc(doc.Marks, func(m corpus.Mark) bool {
		return m.Role != corpus.RolePageMark && m.Start < l.end && m.End > l.start
	})
}

// flag proposes the frame of a document to its witness, for the copies to
// decide on.
func (f frames) flag(doc *corpus.Document, hashes []uint32, w *corpus.Witness) {
	for _, l := range f.of(doc, hashes) {
		from, to := wordsBetween(w, l.start, l.end)
		if from < to {
			propose(w, from, to, corpus.KindFurniture, frameScore, "stands at the margin of other articles too")
		}
	}
}

// cutAlone makes cuts of the frame of a document without copies, where enough
// articles of its host have it.
func (f frames) cutAlone(doc *corpus.Document, hashes []uint32) {
	host := hostHash(doc)
	if host == 0 {
		return
	}
	all := f.hosts[host]
	for _, l := range f.of(doc, hashes) {
		n := f.lines[l.hash]
		if n < frameEnough && float64(n) < frameShare*float64(all) || protected(doc, l.start, l.end) {
			continue
		}
		detail := fmt.Sprintf("stands at the margin of %d of %d articles of its host", n, all)
		doc.Proposals = append(doc.Proposals, corpus.Proposal{
			Start: l.start, End: l.end, Kind: corpus.KindFurniture, Verdict: corpus.Cut, Score: 1,
			Evidence: []corpus.Evidence{{Family: corpus.Corpus, Weight: 1, Detail: detail}, {Family: corpus.Layout, Weight: .5, Detail: "at the margin of the page"}},
		})
	}
}
