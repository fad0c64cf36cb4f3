package pipeline

import (
	"bytes"
	"context"
	"strings"
	"testing"
)

func TestClock(t *testing.T) {
	opt := Options{Inputs: []string{"-"}, Clock: new(Clock)}
	var plain, timed bytes.Buffer
	for _, out := range []*bytes.Buffer{&timed, &plain} {
		opt.Stdin = strings.NewReader("We dug the well in May. It has not run dry since.\n")
		if _, err := Clean(context.Background(), opt, out); err != nil {
			t.Fatal(err)
		}
		if out == &timed {
			var names []string
			for _, p := range opt.Clock.Parts() {
				if p.Time < 0 {
					t.Errorf("%s took %v", p.Name, p.Time)
				}
				names = append(names, p.Name)
			}
			if got, want := strings.Join(names, " "), "source markup characters margin repeats language lines spam furniture finish encode"; got != want {
				t.Errorf("parts %q, want %q", got, want)
			}
		}
		opt.Clock = nil
	}
	if plain.String() != timed.String() {
		t.Errorf("on a clock %s, without %s", timed.String(), plain.String())
	}
}
