package furniture

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// The beginnings of the words for a page, whatever their case, and of those
// for going on, in the languages of large reach.
var (
	pageStems = newBeginnings(`page pagin págin pàgin página seite sidan sidor sider siden sidu strana stranu stranic strano strany stran stron str страниц
		сторін сторон старонк стор стр oldal sivu sayfa halaman trang σελίδ σελιδ صفح الصفح עמוד העמוד דף पृष्ठ puslap lappus lehekül orrialde pagg seiten pág หน้า trg`)
	pageWords = strings.Fields(`side sida lapa p pp s`)
	goingOn   = newBeginnings(`continu fortsetz weiter suite suit continú contin segue sigue viene fortsät fortsæt fortsett vervolg verder ciąg dalsz dalej dále pokračov
		продолж далее далі продовж працяг начал початок folytat jatk jatku devam lanjut sambung tiếp συνέχ συνεχ تتمة تابع يتبع המשך ادامه जारी next
		previous vorige nächste suivant siguiente successiv próxim volgende nästa næste neste następn další следующ наступн sorted cont
		nastav nadalj настав prodolž turpin tęsin järg continuar urma urmă ต่อ
		vorherig précéd preced anterior anterioa poprzedn předchoz predchádz предыдущ попередн папярэдн предишн претходн prethod prejšnj föreg foreg forrig
		edelli seuraav előző következ önceki sonraki berikut sebelum trước προηγ επόμ επομ הבא הקודם التال السابق अगल पिछल iepriekš nākam ankstesn kit eelmi`)
)

// pageWordsCJK stand without spaces, beside their number.
var pageWordsCJK = []string{"ページ", "页", "頁", "쪽", "페이지", "面"}

// How many words a page mark has at most, and how many letters where they
// stand without spaces.
const (
	pageMarkWords   = 9
	pageMarkLetters = 16
)

// pageMarks marks and proposes the lines that say which page of the article
// this is, or that it goes on: nothing but the words for a page and for
// going on, function words and numbers. With all of the article's prose on
// one side of them they are cut, else flagged.
func (r *reading) pageMarks(m *landmarks) {
	first, last := len(r.page.blocks), -1
	for i := range r.page.blocks {
		if r.state[i] == article && r.page.blocks[i].prose() {
			first, last = min(first, i), i
		}
	}
	for i := range r.page.blocks {
		if !r.page.pageMark(i) {
			continue
		}
		m.mark(r, i, corpus.RolePageMark)
		if i > last && last >= 0 && r.page.leadsOn(i) {
			r.keepBefore(m, last, i)
		}
		verdict, score := corpus.Cut, .95
		if i > first && i < last {
			verdict, score = corpus.Flag, .7
		}
		m.proposals[i] = r.line(i, verdict, score, []corpus.Evidence{
			{Family: corpus.Layout, Weight: .9, Detail: "a line of its own that counts pages"},
			{Family: corpus.Semantics, Weight: .9, Detail: "speaks of the page, not of the matter"},
		})
	}
}

// endLines is how many lines of the article may stand between its last prose and
// the mark under its page: a heading, with a line of its section.
const endLines = 2

// keepBefore keeps the lines between the article's last prose and a mark that
// says that it goes on: what stands there, and shows no sign of furniture, is
// not the page's frame, which comes behind the mark.
func (r *reading) keepBefore(m *landmarks, last, mark int) {
	if mark-last-1 > endLines {
		return
	}
	for i := last + 1; i < mark; i++ {
		if b := &r.page.blocks[i]; r.sign(i) || b.rule || b.address || b.words < 2 {
			return
		}
	}
	for i := last + 1; i < mark; i++ {
		m.kept[i] = true
	}
}

// leadsOn reports whether a page mark says that more pages follow: it counts to a
// page below the last, or names the second or a later one alone.
func (p *page) leadsOn(i int) bool {
	b := &p.blocks[i]
	if row, ok := token.ReadPageRow(strings.TrimSpace(p.text[b.start:b.end])); ok && !row.Bare() {
		return row.On
	}
	var numbers []int
	for _, s := range strings.FieldsFunc(p.text[b.start:b.end], func(r rune) bool { return r < '0' || r > '9' }) {
		n, _ := strconv.Atoi(s)
		numbers = append(numbers, n)
	}
	switch len(numbers) {
	case 1:
		return numbers[0] > 1
	case 2:
		return numbers[0] < numbers[1]
	}
	return false
}

// pageMark reports whether block i is a page mark.
func (p *page) pageMark(i int) bool {
	b := &p.blocks[i]
	return b.words <= pageMarkWords && b.bytes&(hasDigit|hasBeyond) != 0 && p.marksPage(p.text[b.start:b.end])
}

// marksPage reports whether a short line is a page mark.
func (p *page) marksPage(s string) bool {
	return strings.ContainsFunc(s, unicode.IsDigit) &&
		marksPage(s, func(key string) bool { return p.set.Has(key) || token.IsFunction("en", key) })
}

// marksPage is that of a line with a digit, where function tells function words.
// Most lines show by their first words that they are none.
func marksPage(s string, function func(key string) bool) bool {
	if fraction(s) {
		return true
	}
	if row, ok := token.ReadPageRow(s); ok && (row.Signs || row.On && leadsInCJK(s) || isPage(row.Word) || slices.Contains(pageWordsCJK, row.Word)) {
		return true // "Pages: 1 2 3"
	}
	if mark, ok := pageMarkCJK(s); ok {
		return mark
	}
	pages, on := 0, 0
	between, number := false, false // two numbers; right behind one
	first, bids := true, false      // at the first word; the line bids to read on, as it seems
	var room [4 * pageMarkWords]token.Span
	for field := range strings.SplitSeq(s, " ") {
		for _, w := range token.Words(room[:0], field) {
			key := token.Key(field[w.Start:w.End])
			digits := isNumber(key)
			switch {
			case goingOn.begin(key):
				on, bids = on+1, false
			case bids && (digits || isPage(key)):
				return false
			case isPage(key):
				pages++
			case digits || len(key) < 3 || function(key):
			case first:
				bids = true // "Lees verder", "Lire la suite"
			case number && !between && numberFollows(s, field):
				between = true // the word for "of", in whatever language
			default:
				return false
			}
			number, first = digits, false
		}
	}
	return pages > 0 && pages <= 2 && (on > 0 || counts(s))
}

// numberFollows reports whether the next word behind one of the words of a line is a
// small number.
func numberFollows(s, field string) bool {
	_, behind, _ := strings.Cut(s, field+" ")
	next, _, _ := strings.Cut(behind, " ")
	return small(next)
}

// fraction reports a line that is one small number of another, in brackets:
// "[1/2]", "(2 / 3)".
func fraction(s string) bool {
	if len(s) < 2 || !(s[0] == '[' && s[len(s)-1] == ']' || s[0] == '(' && s[len(s)-1] == ')') {
		return false
	}
	a, b, ok := strings.Cut(s[1:len(s)-1], "/")
	a, b = strings.TrimSpace(a), strings.TrimSpace(b)
	return ok && small(a) && small(b) && (len(a) < len(b) || len(a) == len(b) && a <= b)
}

func small(s string) bool { return s != "" && len(s) <= 2 && isNumber(s) }

// onwardsCJK are the words for the next page and the one before that stand without spaces.
var onwardsCJK = []string{"下一", "上一", "次の", "次へ", "前の", "前へ", "다음", "이전"}

// leadsInCJK reports a row with one of them.
func leadsInCJK(s string) bool {
	return slices.ContainsFunc(onwardsCJK, func(w string) bool { return strings.Contains(s, w) })
}

// pageMarkCJK judges a line in which a word for a page stands beside its
// number; ok is false when there is none.
func pageMarkCJK(s string) (mark, ok bool) {
	if bytesOf(s)&hasCJK == 0 {
		return false, false
	}
	for _, w := range pageWordsCJK {
		for at := 0; ; {
			i := strings.Index(s[at:], w)
			if i < 0 {
				break
			}
			i += at
			before := strings.TrimRight(s[:i], " \u00a0")
			if before != "" && '0' <= before[len(before)-1] && before[len(before)-1] <= '9' {
				return letters(s) <= pageMarkLetters && !strings.ContainsAny(s, "。！？、") && (strings.Count(s, w) > 1 || !strings.Contains(s, "，")), true
			}
			at = i + len(w)
		}
	}
	return false, false
}

func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// counts reports whether a page mark has two numbers ("1 of 2", "1/2") or
// nothing but the one word and a number.
func counts(s string) bool {
	numbers, others := 0, 0
	for _, w := range token.Words(nil, s) {
		if isNumber(s[w.Start:w.End]) {
			numbers++
		} else {
			others++
		}
	}
	return numbers == 2 && others <= 3 || numbers == 1 && others == 1 && isPage(token.Key(firstWords(s, 1)))
}

func isNumber(s string) bool {
	for _, r := range s {
		if !isDigit(r) {
			return false
		}
	}
	return true
}

// pageTail is how many letters the ending of a word for a page has at most.
const pageTail = 4

func isPage(key string) bool {
	if key == "" {
		return false
	}
	for _, w := range pageWords {
		if key == w {
			return true
		}
	}
	for _, w := range pageStems[key[0]] {
		if strings.HasPrefix(key, w) && letters(key[len(w):]) <= pageTail && (len(w) > 3 || len(key) == len(w) || len(w) >= 6) {
			return true
		}
	}
	return false
}

// beginnings are beginnings of words, by their first bytes.
type beginnings [256][]string

func newBeginnings(list string) (b beginnings) {
	for _, w := range strings.Fields(list) {
		b[w[0]] = append(b[w[0]], w)
	}
	return b
}

// begin reports whether a key has one of the beginnings.
func (b *beginnings) begin(key string) bool {
	if key == "" {
		return false
	}
	for _, w := range b[key[0]] {
		if strings.HasPrefix(key, w) {
			return true
		}
	}
	return false
}

// pageMarkBytes is how long a line with a page mark may be.
const pageMarkBytes = 120

// MayCountPages reports whether a line of a text is a page mark in any
// language. It looks at short lines with a digit only, and is cheap.
func MayCountPages(text string) bool {
	function := functionWords()
	for start, end := 0, 0; start < len(text); start = end + 1 {
		end = len(text)
		if n := strings.IndexByte(text[start:], '\n'); n >= 0 {
			end = start + n
		}
		if end-start > pageMarkBytes || !hasASCIIDigit(text[start:end]) {
			continue
		}
		line := strings.TrimSpace(text[start:end])
		if strings.Count(line, " ") < pageMarkWords && marksPage(line, func(key string) bool { return function[key] }) {
			return true
		}
	}
	return false
}

func hasASCIIDigit(s string) bool {
	for i := range len(s) {
		if s[i]-'0' <= 9 {
			return true
		}
	}
	return false
}

// functionWords holds the function words of all languages.
var functionWords = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, language := range token.Languages() {
		for _, key := range token.Function(language) {
			out[key] = true
		}
	}
	return out
})
