package repair

import (
	"bytes"
	"encoding/json"
	"fmt"
	"mime/quotedprintable"
	"strings"
	"testing"
	"unicode/utf8"
)

const station = "Le café de la gare\n\nÀ six heures l’été, la dame du café « ouvre » déjà : elle a l'œil, et « ça suffit », dit-elle à l'équipe.\n\nPersonne n’a demandé à être réveillé si tôt, et pourtant le quai est déjà plein. Elle sert, elle écoute, elle rend la monnaie."

func TestEscapes(t *testing.T) {
	asJSON, err := json.Marshal(station)
	if err != nil {
		t.Fatal(err)
	}
	quoted := string(asJSON[1 : len(asJSON)-1])
	var b bytes.Buffer
	w := quotedprintable.NewWriter(&b)
	if _, err := w.Write([]byte(station)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	escaped := ""
	for _, r := range quoted {
		if r < utf8.RuneSelf {
			escaped += string(r)
		} else {
			escaped += fmt.Sprintf(`\u%04x`, r)
		}
	}
	path := `The files lie in C:\new\table\users and in D:\temp\next, or in \\host\share\notes.`
	code := `Print "a\n" first, then "b\n" and "c\t". In a string {\n} stands for a break, and \u00e9 for é; \x and \w do not.`
	url := "See a.html?x=1&y=2 and b.html?id=3F, or c.html?q=AB=CD for more; a = b, c = d.\n"
	signs := "Minus is '\\u002D', plus is '\\u002B', and the digits go from '\\u0030' to '\\u0039'."
	slash := `To write Tessa's name, put a backslash before the sign: Tessa\'s. It's the same in O'Hara.`
	quote := "The unit is \"\\u00B5\" here, there \"\\u03BC\", and the sign of times is \"\\u00D7\"."
	for name, c := range map[string]struct{ text, want string }{
		"JSON, breaks":      {quoted, station},
		"JSON, ASCII":       {escaped, station},
		"quoted-printable":  {strings.ReplaceAll(b.String(), "\r\n", "\n"), station},
		"slashes":           {strings.NewReplacer("'", `\'`, "’", `\’`).Replace(`It isn't here. He didn't say "no", and she wouldn't.`), `It isn't here. He didn't say "no", and she wouldn't.`},
		"Markdown":          {`It rained\. So what\. The ferry \(the old one\) left\! Nobody \- not even the dog \- stayed\.`, `It rained. So what. The ferry (the old one) left! Nobody - not even the dog - stayed.`},
		"names of files":    {path, path},
		"code":              {code, code},
		"addresses":         {url, url},
		"formulas":          {`The sum \(a+b\) is \(c\), and \[d\] is the root of \(e\).`, `The sum \(a+b\) is \(c\), and \[d\] is the root of \(e\).`},
		"keys of a file":    {"Set Key=\nor Url=\nor Name=\nand =DATE(3) to =DAY(4).", "Set Key=\nor Url=\nor Name=\nand =DATE(3) to =DAY(4)."},
		"signs of escapes":  {signs, signs},
		"a quoted escape":   {quote, quote},
		"a slash to learn":  {slash, slash},
		"without":           {station, station},
		"a word of escapes": {"Write \\n for a break,\nand \\t for a tab,\nor \\r if you must.\nThat is all.", "Write \\n for a break,\nand \\t for a tab,\nor \\r if you must.\nThat is all."},
	} {
		t.Run(name, func(t *testing.T) {
			if got := run(t, "fr", c.text, Characters{}).Draft.Text; got != c.want {
				t.Errorf("got\n%q\nwant\n%q", got, c.want)
			}
		})
	}
}

// FuzzEscapes: undoing gives the text back, and what was no escape stays.
func FuzzEscapes(f *testing.F) {
	f.Add(station)
	f.Add(`a\nb\nc\nd \u00e9\u00e9\u00e9 \ud83d\ude00`)
	f.Add("=C3=A9=\n=C3=\n=A9 =3D")
	f.Fuzz(func(t *testing.T, text string) {
		run(t, "en", strings.ToValidUTF8(text, "?"), Characters{})
	})
}
