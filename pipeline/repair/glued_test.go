package repair

import (
	"strings"
	"testing"
)

func TestGlued(t *testing.T) {
	broken := strings.ReplaceAll(ferry, "\n", "\n\n")
	once := strings.Replace(ferry, "\n", "", 1)
	code := "Call it with http.Client or doc.Title, then set event.Source, control.Value and pathlib.Path before you run it. See also www.Example.com and event.Source."
	for name, c := range map[string]struct{ text, want string }{
		"all":     {strings.ReplaceAll(ferry, "\n", ""), broken},
		"a slip":  {once, once},
		"code":    {code, code},
		"quoted":  {"He said “we wait.”The dog sat down. It rained.The ferry came.(And so did we.)It left.", "He said “we wait.”\n\nThe dog sat down. It rained.\n\nThe ferry came.(And so did we.)\n\nIt left."},
		"without": {broken, broken},
	} {
		t.Run(name, func(t *testing.T) {
			if got := run(t, "en", c.text, Lines{}).Draft.Text; got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}
