package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/rivo/uniseg"
	"github.com/urtext/urtext/pipeline/corpus"
)

// Row writes an article as one line of a list: id, language, number of
// copies, confidence, title or the beginning of the text.
func Row(w io.Writer, a corpus.Article, opt Options) error {
	p := newPrinter(w, opt)
	var b builder
	b.add(a.ID, cyan)
	b.add(fmt.Sprintf("  %-3s  %10s  %.2f  ", a.Language, count(len(a.Members), "copy", "copies"), a.Confidence), plain)
	b.add(shorten(firstLine(a), opt.Width-uniseg.StringWidth(b.b.String())), bold)
	p.line("", "", b.styled())
	return p.w.Flush()
}

func firstLine(a corpus.Article) string {
	if a.Title != "" {
		return safe(a.Title)
	}
	line, _, _ := strings.Cut(a.Text, "\n")
	return safe(line[:offset(line, 120)])
}

// shorten cuts a line to the columns there are; none means no bound.
func shorten(s string, columns int) string {
	if columns <= 0 || uniseg.StringWidth(s) <= columns {
		return s
	}
	end, used, state := 0, 0, -1
	for left := s; left != ""; {
		var wide int
		_, left, wide, state = uniseg.FirstGraphemeClusterInString(left, state)
		if used+wide > columns-1 {
			break
		}
		used += wide
		end = len(s) - len(left)
	}
	return strings.TrimRight(s[:end], " ") + "…"
}
