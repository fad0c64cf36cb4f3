package token

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func surfaces(text string) []string {
	out := []string{}
	for _, s := range Words(nil, text) {
		out = append(out, text[s.Start:s.End])
	}
	return out
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"empty", "", ""},
		{"white space", " \t\n\u00a0\u3000", ""},
		{"one word", "word", "word"},
		{"digits", "In 1984, 3.5%", "In|1984|3|5"},
		{"apostrophes", "don't l’eau", "don|t|l|eau"},
		{"hyphens", "Oop-see – co\u2011op", "Oop|see|co|op"},
		{"accents", "Čeština naïve", "Čeština|naïve"},
		{"decomposed", "cafe\u0301 noir", "cafe\u0301|noir"},
		{"ascii then accent", "abcé", "abcé"},
		{"accent then ascii", "éabc", "éabc"},
		{"Cyrillic", "Привет, мир!", "Привет|мир"},
		{"Greek", "τι κάνεις;", "τι|κάνεις"},
		{"Arabic", "مرحبا، بالعالم", "مرحبا|بالعالم"},
		{"Hebrew with points", "שָׁלוֹם עולם", "שָׁלוֹם|עולם"},
		{"Devanagari", "नमस्ते दुनिया।", "नमस्ते|दुनिया"},
		{"Persian joiner", "می‌شود", "می‌شود"},
		{"Korean", "안녕 세상", "안녕|세상"},
		{"Han", "你好,世界", "你|好|世|界"},
		{"Kana and Latin", "カナabcかな", "カ|ナ|abc|か|な"},
		{"Thai with marks", "น้ำ", "น้|ำ"},
		{"Latin before Han", "PDF文件", "PDF|文|件"},
		{"underscore", "a_b", "a|b"},
		{"invalid", "a\xffb", "a|b"},
		{"emoji", "go 🚀 on", "go|on"},
		{"outside the BMP", "𝒜𝒷 𠀀𠀁", "𝒜𝒷|𠀀|𠀁"},
		{"joiner alone", "\u200d a", "a"},
	} {
		if got := strings.Join(surfaces(c.text), "|"); got != c.want {
			t.Errorf("%s: %q gave %q, want %q", c.name, c.text, got, c.want)
		}
	}
}

func TestWordsAppends(t *testing.T) {
	got := Words([]Span{{7, 9}}, "a b")
	if !slices.Equal(got, []Span{{7, 9}, {0, 1}, {2, 3}}) {
		t.Errorf("%v", got)
	}
}

func TestGiantWord(t *testing.T) {
	for _, letter := range []string{"x", "é", "ж"} {
		text := strings.Repeat(letter, 1<<20)
		if got := Words(nil, text); len(got) != 1 || got[0] != (Span{0, len(text)}) {
			t.Errorf("%q: %d words", letter, len(got))
		}
	}
}

func TestKeys(t *testing.T) {
	for _, c := range []struct{ word, key, bare string }{
		{"word", "word", "word"},
		{"WORD", "word", "word"},
		{"Éclair", "éclair", "eclair"},
		{"e\u0301clair", "éclair", "eclair"},
		{"STRASSE", "strasse", "strasse"},
		{"Straße", "strasse", "strasse"},
		{"ﬁne", "fine", "fine"},
		{"ΤΗΣ", "τησ", "τησ"},
		{"της", "τησ", "τησ"},
		{"Ёлка", "ёлка", "елка"},
		{"ｗｉｄｅ", "wide", "wide"},
		{"2", "2", "2"},
		{"नि", "नि", "नि"},
		{"", "", ""},
	} {
		key := Key(c.word)
		if key != c.key || Key(key) != key {
			t.Errorf("Key(%q) = %q, want %q", c.word, key, c.key)
		}
		if got := Bare(key); got != c.bare {
			t.Errorf("Bare(%q) = %q, want %q", key, got, c.bare)
		}
	}
}

// reference cuts a text into words as the package comment defines them.
func reference(text string) (out []Span) {
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		j := i + n
		switch {
		case Spaceless(r):
			for j < len(text) {
				m, k := utf8.DecodeRuneInString(text[j:])
				if !unicode.IsMark(m) {
					break
				}
				j += k
			}
		case unicode.In(r, unicode.L, unicode.N, unicode.M):
			for j < len(text) {
				m, k := utf8.DecodeRuneInString(text[j:])
				if Spaceless(m) || !unicode.In(m, unicode.L, unicode.N, unicode.M) && m != 0x200C && m != 0x200D {
					break
				}
				j += k
			}
		default:
			i = j
			continue
		}
		out = append(out, Span{i, j})
		i = j
	}
	return out
}

// TestWordsOfManyTexts tries characters of all classes in every place of a
// block, in long and short runs.
func TestWordsOfManyTexts(t *testing.T) {
	pieces := []string{"a", "Z", "0", "9", "/", ":", "@", "[", "`", "{", " ", "\n", "\x7f", "\x00", "é", "ß", "\u00a0", "Ж", "\u0301", "م", "ب", "\u200d", "\u200c",
		"न", "\u093f", "한", "世", "か", "ー", "น", "\u0e49", "。", "…", "\ufffd", "\ue000", "𝒜", "𠀀", "🚀", "\u0ec8", "\xff", "\xc3", "\xe4\xb8", "\xed\xa0\x80", "\xc0\x80", "\xe0\x80\x80", "\xf0\x9f"}
	random := rand.New(rand.NewPCG(1, 2))
	for n := range 20000 {
		var b strings.Builder
		kinds, long := 1+random.IntN(len(pieces)), 1+random.IntN(40)
		for b.Len() < n%300 {
			piece := pieces[random.IntN(kinds)]
			b.WriteString(strings.Repeat(piece, 1+random.IntN(long)))
		}
		if got, want := Words(nil, b.String()), reference(b.String()); !slices.Equal(got, want) {
			t.Fatalf("%q gave %v, want %v", b.String(), got, want)
		}
	}
}

// TestBlock tries every byte in every place of a block.
func TestBlock(t *testing.T) {
	for c := range 256 {
		for at := range blockSize {
			text := []byte(strings.Repeat("abcXYZ01", blockSize/8))
			text[at] = byte(c)
			want, size := ^uint64(0), blockSize
			if r := rune(c); r >= utf8.RuneSelf {
				want, size = 1<<at-1, at
			} else if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
				want &^= 1 << at
			}
			got, n := block(string(text))
			if got &= 1<<n - 1; n != size || got != want {
				t.Fatalf("%q: %x up to %d, want %x", text, got, n, want)
			}
		}
	}
}

func BenchmarkWords(b *testing.B) {
	for _, c := range benchTexts {
		b.Run(c.name, func(b *testing.B) {
			text := strings.Repeat(c.text, 100)
			var spans []Span
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				spans = Words(spans[:0], text)
			}
		})
	}
}

func BenchmarkKey(b *testing.B) {
	for _, c := range benchTexts {
		b.Run(c.name, func(b *testing.B) {
			text := strings.Repeat(c.text, 100)
			words := Words(nil, text)
			var buf [64]byte
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				for _, w := range words {
					AppendBare(buf[:0], text[w.Start:w.End])
				}
			}
		})
	}
}

var benchTexts = []struct{ name, text string }{
	{"ascii", "The ferry that crossed the lake at dawn had 14 passengers, and none of them spoke of what they had left behind. "},
	{"latin", "Die Fähre, die in der Früh über den See fuhr, hatte 14 Gäste; keiner sprach über das, was zurückgeblieben wäre. "},
	{"mixed", "Паром, который пересёк озеро на рассвете, вёз 14 пассажиров. 渡船在黎明时分驶过湖面。 नाव ने भोर में झील पार की। عبرت العبارة البحيرة عند الفجر. "},
}

func FuzzWords(f *testing.F) {
	for _, s := range []string{"", "It's a test.", "naïve 你好 น้ำ می‌شود", "a\xff\u0301b", "\u200d\u200cx", "①²½"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, s := range Words(nil, text) {
			if s.Start < at || s.End <= s.Start || s.End > len(text) {
				t.Fatalf("%q: span %v after %d", text, s, at)
			}
			if !border(text, s.Start) || !border(text, s.End) {
				t.Fatalf("%q: span %v splits a character", text, s)
			}
			noLetters(t, text[at:s.Start])
			at = s.End
		}
		noLetters(t, text[at:])
		if got, want := Words(nil, text), reference(text); !slices.Equal(got, want) {
			t.Fatalf("%q gave %v, want %v", text, got, want)
		}
	})
}

func border(text string, i int) bool {
	return i == len(text) || utf8.RuneStart(text[i]) || !utf8.ValidString(text)
}

// noLetters fails where a letter or digit stands outside the words.
func noLetters(t *testing.T, gap string) {
	t.Helper()
	for _, r := range gap {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			t.Fatalf("%q stands outside the words", r)
		}
	}
}

func FuzzKey(f *testing.F) {
	f.Add("Straße")
	f.Add("ﷺ")
	f.Fuzz(func(t *testing.T, word string) {
		if utf8.ValidString(word) && !utf8.ValidString(Key(word)) {
			t.Fatalf("Key(%q) is not UTF-8", word)
		}
		Bare(Key(word))
	})
}
