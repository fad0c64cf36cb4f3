package reconstruct

import "testing"

func TestRemains(t *testing.T) {
	for _, c := range []struct {
		of, whole string
		want      bool
	}{
		{"p?ywania", "pływania", true},
		{"sze?ćdziesi?ciu", "sześćdziesięciu", true},
		{"ksią?k?", "książką", true},
		{"?e", "że", true},
		{"caf??", "café", true}, // a sign for each byte
		{"caf\ufffd", "café", true},
		{"na&ve", "naïve", true},
		{"p?ywania", "pywania", false}, // a sign stands for a letter
		{"p?ywania", "pływanie", false},
		{"caf??", "cafés?", false},
		{"pływania", "pływania", false},
		{"?", "że", false},
		{"", "", false},
	} {
		if got := remains(c.of, c.whole); got != c.want {
			t.Errorf("%q of %q: %v", c.of, c.whole, got)
		}
	}
}
