package cluster

import (
	"strings"

	"github.com/urtext/urtext/pipeline/token"
)

// A page says where it stands on its site: "Home :: Articles :: Garden :: ..." ends in the
// title. That is the title of the article, whose first page has it below the path, too.

// pathSteps is how many signs a path has at least.
const pathSteps = 2

// readPath notes what the path at the head of a page says, of which a line was taken for
// the title: it may be the path.
func (c Config) readPath(s *Series, text, title string) {
	last := pathIn(text)
	if last == "" {
		return
	}
	first := s.Part.Before && !s.Part.After || entitledBelow(text, last)
	switch {
	case lastStep(title) == "":
	case first:
		s.Title = c.line(last)
	default:
		s.Title = c.line(firstTitle(behindLine(text, title)))
	}
	if !first {
		s.Path = c.line(last)
	}
}

// lastStep is what a line that is a path ends in, empty where it is none.
func lastStep(line string) string {
	if len(line) > mostTitle {
		return ""
	}
	for _, sign := range token.PathSigns {
		sign = " " + sign + " "
		if strings.Count(line, sign) >= pathSteps {
			return strings.TrimSpace(line[strings.LastIndex(line, sign)+len(sign):])
		}
	}
	return ""
}

// pathIn is what the path in the first lines of a page ends in, empty where there is none.
func pathIn(text string) string {
	for line := range strings.SplitSeq(firstLines(text), "\n") {
		if last := lastStep(line); last != "" {
			return last
		}
	}
	return ""
}

// entitledBelow reports whether a line of a text begins with what its path ends in.
func entitledBelow(text, last string) bool {
	for line := range strings.SplitSeq(text, "\n") {
		if strings.HasPrefix(strings.TrimSpace(line), last) {
			return true
		}
	}
	return false
}
