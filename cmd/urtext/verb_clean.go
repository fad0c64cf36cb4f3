package main

import (
	"fmt"
	"log/slog"
	"runtime"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/urtext/urtext/pipeline"
)

const cleanLong = `Clean cleans documents one by one, without looking for copies, and writes one
JSON record each to standard output: the cleaned text, its title, its language,
and every edit with its reason. A document of nothing but spam is written too,
with an empty text and the reason. Without an INPUT it reads standard input.`

const cleanExample = `  urtext clean page.html
  urtext clean < pages.jsonl > cleaned.jsonl
  urtext clean crawl/ --skip furniture --languages en,de | jq -r .text`

func (a *app) cleanCommand() *cobra.Command {
	var read readFlags
	var profile bool
	cmd := &cobra.Command{
		Use:     "clean [INPUT...]",
		Short:   "Clean documents one by one, to standard output",
		Long:    cleanLong,
		Example: cleanExample,
		Args:    noneEmpty,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				args = []string{"-"}
			}
			opt := a.options(args, read)
			if profile {
				opt.Clock = new(pipeline.Clock)
			}
			defer runtime.KeepAlive(a.ballast())
			sum, err := pipeline.Clean(cmd.Context(), opt, a.stdout)
			err = a.conclude(sum, a.finish(sum, err), "")
			if profile && err == nil {
				a.tellShares(opt.Clock.Parts())
			}
			return err
		},
	}
	read.add(cmd)
	cmd.Flags().BoolVar(&profile, "profile", false, "tell at the end how much of the time each stage took")
	return cmd
}

// tellShares prints how long each part of the work took, as one log line among
// JSON lines.
func (a *app) tellShares(parts []pipeline.Part) {
	a.console.say(shares(parts))
	if !a.console.opt.json {
		return
	}
	var seconds []any
	for _, p := range parts {
		seconds = append(seconds, slog.Float64(p.Name, p.Time.Seconds()))
	}
	a.console.log.Info("profile", slog.Group("seconds", seconds...))
}

// shares lists how long each part of the work took, summed over all workers.
func shares(parts []pipeline.Part) string {
	var all time.Duration
	for _, p := range parts {
		all += p.Time
	}
	var b strings.Builder
	for _, p := range parts {
		fmt.Fprintf(&b, "%-10s %8.2f s %5.1f%%\n", p.Name, p.Time.Seconds(), 100*float64(p.Time)/float64(max(all, 1)))
	}
	return b.String()
}
