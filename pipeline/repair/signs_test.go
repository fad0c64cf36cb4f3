package repair

import (
	"strings"
	"testing"
)

// keysOfKeyboards has words that lost the break between them; what they seem to be misread as
// stands whole in more words.
func keysOfKeyboards() string {
	var b strings.Builder
	for _, key := range strings.Fields("Alt Maj Ctrl Esc Inici Fi Retorn Supr Entrar Tab Inserir Avall Amunt Dreta Esquerra") {
		b.WriteString("Premeu Opció" + key + "+F2\n\n")
	}
	for _, word := range strings.Fields("secció funció informació posició selecció fórmules línia extensió navegació multiplicació divisió pàgina obrirà acció edició creació opció versió sessió atenció estació tradició condició ració nació missió passió visió presó") {
		b.WriteString("La " + word + " del full.\n\n")
	}
	return b.String()
}

// Signs of manuals and tables are no letters of another page, and one stray run
// of characters is no proof of one of another script.
func TestSignsStay(t *testing.T) {
	for name, text := range map[string]string{
		"marks behind headings": "Mitglieder für alle¶\n\n" + strings.Join(strings.Fields("Mailinglisten Benutzung Listen Kanäle Dokumentation Maschinen Server Rechner Spiegel Datenbank Archiv Bereiche Architekturen "+
			"Pakete Distributionen Informationen Veröffentlichungen System Paketinformationen Werkzeug Paketübersicht Mitglieder Grundregeln Anfragen Entwickler"), "¶\n\n") + "¶\n",
		"a frame":        "Check failures:\n\n┌───┐\n\nActual value │ 1 │ does not satisfy.\n\n├───┤\n\nExpected value │ 2 │ does.\n\n└───┘\n",
		"trees of files": "The files lie so:\n\n$ tree .\n.\n├── my\n│   ├── inaccessible.rs\n│   └── nested.rs\n├── my.rs\n└── split.rs\n\nOr so:\n\n.\n├── Cargo.toml\n├── src\n│   ├── main.rs\n│   └── bin\n│       └── other.rs\n└── tests\n    └── one.rs\n\nIn the stack:\n\n│   │ 1\n──┐│ x\n│ ││ y\n",
		"double frames":  "╔═╦═╗\n║ a ║ b ║\n╠═╬═╣\n║1║2║\n╚═╩═╝\n\nor ╒╤╕ and ╘╧╛, ╞╪╡\n",
		"signs of times": "We use 4.6×1018 values. A 10×10 bitmap with a w×h flomap. On Real×Real we plot a 2×2 map, n×m, p×q and A×B.\n",
		"glued words":    keysOfKeyboards(),
		"one stray run":  "Die Funktion wandelt „ABCDEVB¥ì¥¹¥¥å©“ in breite Zeichen um.",
	} {
		for _, e := range run(t, "und", text, Characters{}).Draft.Edits {
			t.Errorf("%s: %q to %q, %v", name, e.Was, e.Now, e.Why)
		}
	}
}

// What terminals print over itself is one character.
func TestOverstruck(t *testing.T) {
	for was, now := range map[string]string{
		"it is *____\b\b\b\bonly* so":     "it is *only* so",
		"_\bN_\bA_\bM_\bE":                "NAME",
		"N\bNA\bAM\bM":                    "NAM",
		"said Ren'\be, Jose\b'":           "said René, José",
		"e\b'\b`":                         "é`",
		"Madame de Sta\"\bel, la m^\beme": "Madame de Staël, la même",
		"ab__\b\b\b\bx":                   "ab__x",
		"a_\b":                            "a",
		"\b\bx":                           "x",
		"l\b\b":                           "l",
	} {
		if got := run(t, "und", was, Characters{}).Draft.Text; got != now {
			t.Errorf("%q: got %q, want %q", was, got, now)
		}
	}
}
