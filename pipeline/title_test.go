package pipeline

import "testing"

func TestOwnTitle(t *testing.T) {
	for _, c := range []struct{ title, text, want string }{
		{"The Quiet Kiln | Clay Times", "Home\n\nThe  Quiet Kiln\n\nWhen the kiln", "The Quiet Kiln"},
		{"Clay Times - The Quiet Kiln", "The Quiet Kiln\nWhen the kiln", "The Quiet Kiln"},
		{"The Quiet Kiln | Clay Times", "When the kiln", "The Quiet Kiln | Clay Times"},
		{"A well-known kiln", "A well", "A well-known kiln"},
		{"", "", ""},
	} {
		if got := ownTitle(c.title, c.text); got != c.want {
			t.Errorf("%q: %q, want %q", c.title, got, c.want)
		}
	}
}
