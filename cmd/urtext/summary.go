package main

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/urtext/urtext/pipeline"
)

// shownWarnings bounds the warnings that are printed; all of them stand in
// summary.json.
const shownWarnings = 10

// conclude tells how a verb ended: as a log line, and where a folder was
// published as lines for a person, with what to try next.
func (a *app) conclude(s pipeline.Summary, err error, out string) error {
	if err != nil {
		return err
	}
	a.warnAll(s.Warnings)
	a.console.log.Info("done", "read", s.Read, "kept", s.Kept, "duplicate", s.Duplicate, "filtered", s.Filtered,
		"rejected", s.Rejected, "articles", s.Articles, "rebuilt", s.Rebuilt, "disputed", s.Disputed)
	if out == "" {
		return nil
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s read%s\n", countOf(s.Read, "document"), asides(s, ", see rejects.jsonl"))
	fmt.Fprintf(&b, "%s, %d rebuilt from several copies, %s disputed\n", countOf(s.Articles, "article"), s.Rebuilt, countOf(s.Disputed, "place"))
	fmt.Fprintf(&b, "the result is in %s\n", out)
	if id := mostCopied(out); id != "" {
		fmt.Fprintf(&b, "next: urtext show %s --out %s\n", id, shellWord(out))
	}
	a.console.say(b.String())
	return nil
}

// warnAll prints the first of the warnings.
func (a *app) warnAll(list []string) {
	for i, w := range list {
		if i == shownWarnings {
			a.console.warn(fmt.Sprintf("and %d more", len(list)-i))
			break
		}
		a.console.warn(w)
	}
}

// asides tells of documents that came into no article, and where to look for
// those that were rejected.
func asides(s pipeline.Summary, where string) string {
	var out string
	if s.Filtered > 0 {
		out += fmt.Sprintf(", %d dropped (%s)", s.Filtered, tallies(s.Reasons))
	}
	if s.Rejected > 0 {
		out += fmt.Sprintf(", %d rejected (%s)%s", s.Rejected, tallies(s.Rejects), where)
	}
	return out
}

func tallies(counts map[string]int64) string {
	var out []string
	for _, word := range slices.Sorted(maps.Keys(counts)) {
		out = append(out, word+" "+strconv.FormatInt(counts[word], 10))
	}
	return strings.Join(out, ", ")
}

func countOf(n int64, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return strconv.FormatInt(n, 10) + " " + what + "s"
}

// shellWord quotes a word for a shell where it needs it.
func shellWord(s string) string {
	if s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+=./:@%,") == "" {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}
