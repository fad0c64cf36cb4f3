package repair

import (
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// heads are the beginnings of our articles, one for each language.
func heads(t *testing.T) map[string]string {
	t.Helper()
	files, err := filepath.Glob("../../fixtures/articles/*/*.txt")
	if err != nil || len(files) < 40 {
		t.Fatalf("%d articles, %v", len(files), err)
	}
	out := map[string]string{}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if l := filepath.Base(filepath.Dir(f)); out[l] == "" {
			r := []rune(norm.NFC.String(string(b)))
			out[l] = string(r[:min(len(r), 1200)])
		}
	}
	return out
}

// lossy reads UTF-8 as a page, with a mark for each byte that the page leaves
// undefined and a space for the no-break space.
func lossy(text string, c *charmap.Charmap, mark string) string {
	var b strings.Builder
	for i := range len(text) {
		r := rune(text[i])
		if r >= utf8.RuneSelf {
			r = c.DecodeByte(text[i])
		}
		switch {
		case r == utf8.RuneError, r >= utf8.RuneSelf && r < 0xA0:
			b.WriteString(mark)
		case r == 0xA0:
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// references writes signs past ASCII and quotes as a reference.
func references(text string, of func(r rune) string) string {
	var b strings.Builder
	for _, r := range text {
		if r >= utf8.RuneSelf || r == '"' || r == '\'' {
			b.WriteString(of(r))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// nameOf writes characters that HTML has a name for in a form of it.
func nameOf() func(r rune, form string) string {
	names := map[rune]string{}
	for n := range strings.FieldsSeq("quot apos eacute egrave agrave ugrave igrave ograve aacute iacute oacute uacute yacute ntilde ccedil auml ouml uuml szlig Auml Ouml Uuml acirc ecirc icirc ocirc ucirc " +
		"euml iuml aring oslash aelig Aring Oslash AElig Eacute Egrave Agrave atilde otilde laquo raquo ldquo rdquo lsquo rsquo ndash mdash hellip iquest iexcl deg scaron Scaron ccaron rcaron zcaron ecaron") {
		r, _ := utf8.DecodeRuneInString(html.UnescapeString("&" + n + ";"))
		names[r] = n
	}
	return func(r rune, form string) string {
		if names[r] == "" {
			return string(r)
		}
		return fmt.Sprintf(form, names[r])
	}
}

// strewn puts x into every ninth place between two letters.
func strewn(text, x string) string {
	var b strings.Builder
	places, before := 0, ' '
	for _, r := range text {
		if unicode.IsLetter(before) && unicode.IsLetter(r) {
			if places++; places%9 == 0 {
				b.WriteString(x)
			}
		}
		b.WriteRune(r)
		before = r
	}
	return b.String()
}

// A spoil is one way to spoil a text; ok is false where the text is lost.
type spoil struct {
	name  string
	do    func(text string) (out string, ok bool)
	least float64 // of the lines that have to come back as they were
}

func spoils() []spoil {
	var out []spoil
	for _, p := range misreadings {
		for depth := 1; depth <= 3; depth++ {
			out = append(out, spoil{fmt.Sprintf("UTF-8 read as %s, %d times", p.name, depth), func(s string) (string, bool) {
				ok := true
				for n := 0; ok && n < depth; n++ {
					s, ok = misread(s, p.charmap)
				}
				return s, ok
			}, 1})
		}
	}
	reference := func(name string, least float64, of func(r rune) string) {
		out = append(out, spoil{name, func(s string) (string, bool) { return references(s, of), true }, least})
	}
	for form, least := range map[string]float64{"&#%d;": 1, "&#x%x;": 1, "&amp;#%d;": 1, "&amp;amp;#%d;": 1, "&#%d": .85} {
		reference("references "+form, least, func(r rune) string { return fmt.Sprintf(form, r) })
	}
	name := nameOf()
	for form, least := range map[string]float64{"&%s;": 1, "&amp;%s;": 1, "&%s": .85} {
		reference("names "+form, least, func(r rune) string { return name(r, form) })
	}
	out = append(out, spoil{"accents apart", func(s string) (string, bool) { return norm.NFD.String(s), true }, 1})
	for _, x := range []rune{0xAD, 0x200B, 0x200C, 0x200D, 0x34F, 0x2060, 0xFEFF, 0x200E, 0x200F, 0x202E, 0x2066, 0, 7, 0x7F, 0xE0041, 0xFE0F, 0xFFFC, 0x180E, 0x2064} {
		out = append(out, spoil{fmt.Sprintf("%U among letters", x), func(s string) (string, bool) { return strewn(s, string(x)), true }, 1})
	}
	return out
}

// TestRecall spoils an article of every language in every way, and wants its
// lines back.
func TestRecall(t *testing.T) {
	texts := heads(t)
	for _, s := range spoils() {
		lines, back := 0, 0
		var missed []string
		for language, text := range texts {
			spoilt, ok := s.do(text)
			if !ok || spoilt == text || highCount(text) < leastPieces {
				continue
			}
			want, was, got := strings.Split(text, "\n"), strings.Split(spoilt, "\n"), strings.Split(run(t, language, spoilt, Characters{}).Draft.Text, "\n")
			for i := range want {
				if i < len(was) && want[i] == was[i] {
					continue
				}
				if lines++; len(got) == len(want) && got[i] == want[i] {
					back++
				} else {
					missed = append(missed, language)
				}
			}
		}
		if float64(back) < s.least*float64(lines) {
			t.Errorf("%s: %d of %d lines back; missed %v", s.name, back, lines, missed)
		}
	}
}

// TestLostBytes reads articles as pages that leave bytes undefined, which are
// lost: what comes back is the letter that stood there or a question mark, and
// next to never another letter.
func TestLostBytes(t *testing.T) {
	texts := heads(t)
	for _, l := range []string{"fr", "it", "ja", "ko", "zh"} {
		delete(texts, l) // their no-break spaces and the letters of three bytes change places
	}
	for _, p := range misreadings {
		if p.name != "windows-1250" && p.name != "windows-1251" && p.name != "windows-1252" && p.name != "windows-1254" {
			continue // nearly all bytes are defined, or nearly none of those from 80 to 9F
		}
		for _, mark := range []string{"?", "\uFFFD", ""} {
			lost, right, open, wrong := 0, 0, 0, 0
			for language, text := range texts {
				spoilt := lossy(text, p.charmap, mark)
				exact, _ := misread(text, p.charmap)
				if spoilt == exact {
					continue
				}
				want, got := []rune(text), []rune(run(t, language, spoilt, Characters{}).Draft.Text)
				if len(want) != len(got) {
					continue
				}
				for i, r := range want {
					if r < utf8.RuneSelf || lossy(string(r), p.charmap, "?") == lossy(string(r), p.charmap, "") {
						continue
					}
					switch lost++; got[i] {
					case r:
						right++
					case '?':
						open++
					default:
						wrong++
					}
				}
			}
			t.Logf("%s, %q for a byte: of %d letters %d are right, %d open, %d wrong", p.name, mark, lost, right, open, wrong)
			if 100*wrong > lost {
				t.Errorf("%s, %q for a byte: %d of %d letters are wrong", p.name, mark, wrong, lost)
			}
		}
	}
}
