package repair

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Text written as UTF-8 and read as a single-byte page turns each character
// past ASCII into two to four characters of the page. The damage is undone
// run by run: a maximal run of such sequences is read back, as often as its
// characters allow, and the reading is taken when it is plainly less weird
// than what stands there. What is no exact round trip is not touched.

// maxPasses bounds how many pages one text is tried with in turn.
const maxPasses = 6

// maxDepth bounds how often one run was encoded again and again.
const maxDepth = 4

// mojibake undoes the damage page after page, the most telling page first.
func (s *sighting) mojibake(d *corpus.Draft) error {
	for range maxPasses {
		places, found := s.suspects(d.Text)
		var best []corpus.Change
		most := 0
		for ; found != 0; found &= found - 1 {
			p := &pages[bits.TrailingZeros32(found)]
			changes, gain := p.repairs(d.Text, places, found&-found)
			if gain > most {
				best, most = changes, gain
			}
		}
		if most == 0 {
			return nil
		}
		if err := apply(d, best); err != nil {
			return err
		}
	}
	return nil
}

// A reading is a run of the text and what it says when it is read back
// through a page once, twice, and so on.
type reading struct {
	start, end int
	run        string
	prev, next rune // what it stands between
	was        int  // how weird the run is
	deep       []layer
}

// A layer is one more reading back.
type layer struct {
	meant string
	weird int
}

// least returns the least weirdness of the layers, the first depth that has
// it, and whether another depth has it too.
func (r reading) least() (weird, depth int, tied bool) {
	weird = r.was + 1
	for i, l := range r.deep {
		switch {
		case l.weird < weird:
			weird, depth, tied = l.weird, i+1, false
		case l.weird == weird:
			tied = true
		}
	}
	return weird, depth, tied
}

// certain reports a reading that is plainly better than the run itself.
func (r reading) certain() bool {
	if r.was < 2 {
		return false
	}
	least, depth, _ := r.least()
	return depth > 0 && r.was-least >= 2 && least*3 <= r.was && !r.ordinary() && !astray(r.prev, r.deep[depth-1].meant)
}

// astray reports a reading that proves nothing alone: one letter of a script
// whose words are read in runs, or an accent on a letter that never bears it.
func astray(prev rune, meant string) bool {
	r, n := utf8.DecodeRuneInString(meant)
	if unicode.Is(unicode.Mn, r) {
		return !composes(prev, meant[:n])
	}
	return n == len(meant) && (r >= 0x590 && r < 0x1E00 || r >= 0x2E80 && r < 0x1F000) && scriptOf(r) != scriptOf(prev)
}

// ordinary reports a run that is a word by itself, whatever its neighbours
// are.
func (r reading) ordinary() bool {
	return wordOf(r.run) && strings.ToLower(r.run) == r.run && weird(0, r.run, 0) == 0
}

// repairs returns the changes that reading the text back through the page
// makes, and what they gain together: 0 where nothing is certain. Only the
// places that are suspected of the page, whose bit is given, are looked at.
func (p *page) repairs(text string, places []suspect, bit uint32) ([]corpus.Change, int) {
	var out []corpus.Change
	total := 0
	var line []reading
	flush := func() {
		changes, gain := p.decide(line)
		out = append(out, changes...)
		total += gain
		line = line[:0]
	}
	end := 0 // of the last run
	for _, s := range places {
		if s.at < end || s.pages&bit == 0 {
			continue
		}
		to := p.run(text, s.at)
		if to == s.at {
			continue
		}
		if strings.IndexByte(text[end:s.at], '\n') >= 0 {
			flush()
		}
		var prev, next rune
		if s.at > 0 {
			prev, _ = utf8.DecodeLastRuneInString(text[:s.at])
		}
		if to < len(text) {
			next, _ = utf8.DecodeRuneInString(text[to:])
		}
		r := p.read(text[s.at:to], prev, next)
		r.start, r.end = s.at, to
		line = append(line, r)
		end = to
	}
	flush()
	return out, total
}

// run returns where the run of sequences that begins at i ends.
func (p *page) run(text string, i int) int {
	for i < len(text) {
		_, n := p.sequence(text[i:])
		if n == 0 {
			break
		}
		i += n
	}
	return i
}

// sequences reports whether most characters past ASCII of a text are UTF-8
// as some page shows it.
func (s *sighting) sequences(text string) bool {
	places, found := s.suspects(text)
	if found == 0 {
		return false
	}
	all := 0
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			all++
		}
	}
	for ; found != 0; found &= found - 1 {
		p := &pages[bits.TrailingZeros32(found)]
		fit, end := 0, 0
		for _, s := range places {
			if s.at < end || s.pages&(found&-found) == 0 {
				continue
			}
			if to := p.run(text, s.at); to > s.at {
				fit += to - s.at
				end = to
			}
		}
		if fit*2 > all {
			return true
		}
	}
	return false
}

// decode reads a run back once; ok is false unless it is sequences through
// and through.
func (p *page) decode(run string) (string, bool) {
	var b strings.Builder
	for i := 0; i < len(run); {
		r, n := p.sequence(run[i:])
		if n == 0 {
			return "", false
		}
		b.WriteRune(r)
		i += n
	}
	return b.String(), true
}

// read weighs a run, and reads it back as often as it goes if it may be
// certain.
func (p *page) read(run string, prev, next rune) reading {
	r := reading{run: run, prev: prev, next: next, was: weird(prev, run, next)}
	once, ok := p.decode(run)
	if !ok {
		return r
	}
	// That so much fits by chance would be odd too.
	switch {
	case emoji(once) && !(isLetter(classOf(prev)) && sameScript(prev, leadRune(run))), wordOf(once):
		r.was += 2
	case r.was > 0 && (typographic(once) || composes(prev, once)):
		r.was++
	}
	if r.was >= 2 {
		p.deepen(&r)
	}
	return r
}

// deepen reads a run back as often as it goes.
func (p *page) deepen(r *reading) {
	for s := r.run; len(r.deep) < maxDepth; {
		meant, ok := p.decode(s)
		if !ok {
			return
		}
		r.deep = append(r.deep, layer{meant, weird(r.prev, meant, r.next)})
		s = meant
	}
}

// emoji reports a text of nothing but emoji.
func emoji(s string) bool {
	for _, r := range s {
		if (r < 0x1F000 || r >= 0x1FB00) && r != 0xFE0F && r != 0x200D {
			return false
		}
	}
	return true
}

// wordOf reports three letters of one script or more, and nothing else.
func wordOf(s string) bool {
	n, script := 0, 0
	for _, r := range s {
		if !unicode.IsLetter(r) || !commonLetter(r) || n > 0 && scriptOf(r) != script {
			return false
		}
		n, script = n+1, scriptOf(r)
	}
	return n >= 3
}

// composes reports an accent that stands apart from its letter.
func composes(letter rune, accent string) bool {
	both := string(letter) + accent
	return unicode.IsLetter(letter) && utf8.RuneCountInString(accent) == 1 && utf8.RuneCountInString(norm.NFC.String(both)) == 1
}

// typographic reports one of the signs that typesetters put for ASCII, which
// take three bytes.
func typographic(s string) bool {
	switch s {
	case "–", "—", "‘", "’", "‚", "“", "”", "„", "†", "‡", "•", "…", "‰", "‹", "›", "€", "™":
		return true
	}
	return false
}

// decide takes the certain readings of a line and, where there are any, the
// doubtful ones whose letters are of the scripts that those have. A run that
// reads as well at two depths is read at the depth of the others.
func (p *page) decide(line []reading) ([]corpus.Change, int) {
	scripts := map[int]bool{}
	var votes [maxDepth + 1]int
	usual := 1
	for _, r := range line {
		if !r.certain() {
			continue
		}
		_, depth, tied := r.least()
		addScripts(scripts, r.deep[depth-1].meant)
		if !tied {
			votes[depth]++
			if votes[depth] > votes[usual] {
				usual = depth
			}
		}
	}
	if len(scripts) == 0 {
		return nil, 0
	}
	var out []corpus.Change
	total := 0
	for _, r := range line {
		if r.was < 2 {
			p.deepen(&r)
		}
		least, depth, tied := r.least()
		if tied && usual <= len(r.deep) && r.deep[usual-1].weird == least {
			depth = usual
		}
		if depth == 0 || !r.certain() && (least > 0 || !within(scripts, r.deep[depth-1].meant)) {
			continue
		}
		meant := r.deep[depth-1].meant
		total += r.was - least + utf8.RuneCountInString(meant)
		out = append(out, corpus.Change{Start: r.start, End: r.end, Now: meant, Kind: corpus.KindMojibake, Why: []string{"UTF-8 read as " + p.name + times[depth]}})
	}
	return out, total
}

var times = [maxDepth + 1]string{2: ", twice", 3: ", three times", 4: ", four times"}

const noScript = 0

func addScripts(set map[int]bool, s string) {
	for _, r := range s {
		if unicode.IsLetter(r) {
			set[scriptOf(r)] = true
		} else {
			set[noScript] = true
		}
	}
}

// within reports whether the letters of s are of scripts in the set.
func within(set map[int]bool, s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) && !set[scriptOf(r)] {
			return false
		}
	}
	return true
}
