package repair

import (
	"strings"
	"testing"
)

// Signs of manuals and tables are no letters of another page, and one stray run
// of characters is no proof of one of another script.
func TestSignsStay(t *testing.T) {
	for name, text := range map[string]string{
		"marks behind headings": "Mitglieder für alle¶\n\n" + strings.Join(strings.Fields("Mailinglisten Benutzung Listen Kanäle Dokumentation Maschinen Server Rechner Spiegel Datenbank Archiv Bereiche Architekturen "+
			"Pakete Distributionen Informationen Veröffentlichungen System Paketinformationen Werkzeug Paketübersicht Mitglieder Grundregeln Anfragen Entwickler"), "¶\n\n") + "¶\n",
		"a frame":        "Check failures:\n\n┌───┐\n\nActual value │ 1 │ does not satisfy.\n\n├───┤\n\nExpected value │ 2 │ does.\n\n└───┘\n",
		"trees of files": "The files lie so:\n\n$ tree .\n.\n├── my\n│   ├── inaccessible.rs\n│   └── nested.rs\n├── my.rs\n└── split.rs\n\nOr so:\n\n.\n├── Cargo.toml\n├── src\n│   ├── main.rs\n│   └── bin\n│       └── other.rs\n└── tests\n    └── one.rs\n\nIn the stack:\n\n│   │ 1\n──┐│ x\n│ ││ y\n",
		"double frames":  "╔═╦═╗\n║ a ║ b ║\n╠═╬═╣\n║1║2║\n╚═╩═╝\n\nor ╒╤╕ and ╘╧╛, ╞╪╡\n",
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
