package furniture

import (
	"strings"
	"unicode"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// The beginnings of the words for a page and for going on, in the languages
// of large reach.
var (
	pageWords = strings.Fields(`page pages pagina página páginas pagine seite seiten sida side sider strona strony str strana strany stran
		stránka stránky страница страницы стр сторінка сторінки старонка oldal sivu sivut sayfa halaman trang σελίδα σελ صفحة صفحه עמוד
		पृष्ठ puslapis lapa lehekülg pàgina orrialdea part teil partie parte deel del część часть частина 페이지`)
	goingOn = strings.Fields(`continu fortsetz suite sigue continú segue fortsätt fortsæt fortsett vervolg ciąg dalsz pokračov продолж
		продовж folytat jatk jatku devam lanjut sambung tiếp συνέχεια συνεχ تتمة تابع המשך ادامه जारी next previous vorige nächste suivant
		siguiente successiv próxim volgende nästa næste neste następn další следующ наступн sorted`)
)

// pageWordsCJK stand without spaces.
var pageWordsCJK = []string{"ページ", "页", "頁", "쪽", "페이지"}

// pageMarkWords is how many words a page mark has at most.
const pageMarkWords = 9

// pageMarks marks and proposes the lines that say which page of the article
// this is, or that it goes on: nothing but the words for a page and for
// going on, function words and numbers. At the ends of the article they are
// cut, within it flagged.
func (r *reading) pageMarks(m *landmarks) {
	for i := range r.page.blocks {
		if !r.page.pageMark(i) {
			continue
		}
		m.mark(r, i, corpus.RolePageMark)
		verdict, score := corpus.Cut, .95
		if r.first >= 0 && i > r.first && i < r.last {
			verdict, score = corpus.Flag, .6
		}
		m.proposals[i] = r.line(i, verdict, score, []corpus.Evidence{
			{Family: corpus.Layout, Weight: .9, Detail: "a line of its own that counts pages"},
			{Family: corpus.Semantics, Weight: .9, Detail: "speaks of the page, not of the matter"},
		})
	}
}

// pageMark reports whether block i is a page mark.
func (p *page) pageMark(i int) bool {
	b := &p.blocks[i]
	if b.words > pageMarkWords || b.digits == 0 {
		return false
	}
	s := p.text[b.start:b.end]
	for _, w := range pageWordsCJK {
		if strings.Contains(s, w) && len(s) < 40 && b.words < 6 {
			return true
		}
	}
	pages, on := 0, 0
	for _, w := range token.Words(nil, s) {
		key := token.Key(s[w.Start:w.End])
		switch {
		case isPage(key):
			pages++
		case hasBeginning(key, goingOn):
			on++
		case isNumber(key) || p.set.Has(key) || token.IsFunction("en", key) || len(key) < 3:
		default:
			return false
		}
	}
	return pages == 1 && (on > 0 || p.counts(s))
}

// counts reports whether a page mark has two numbers ("1 of 2", "1/2") or
// nothing but the one word and a number.
func (p *page) counts(s string) bool {
	numbers, others := 0, 0
	for _, w := range token.Words(nil, s) {
		if isNumber(s[w.Start:w.End]) {
			numbers++
		} else {
			others++
		}
	}
	key := token.Key(firstWords(s, 1))
	return numbers == 2 && others <= 3 || numbers == 1 && others == 1 && isPage(key) && !strings.HasPrefix(key, "part") && key != "teil" && key != "deel" && key != "del"
}

func isNumber(s string) bool { return strings.TrimFunc(s, unicode.IsDigit) == "" }

func isPage(key string) bool {
	for _, w := range pageWords {
		if key == w {
			return true
		}
	}
	return false
}

func hasBeginning(key string, of []string) bool {
	for _, w := range of {
		if strings.HasPrefix(key, w) {
			return true
		}
	}
	return false
}
