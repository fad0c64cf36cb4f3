package main

import (
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
	cmd := &cobra.Command{
		Use:     "clean [INPUT...]",
		Short:   "Clean documents one by one, to standard output",
		Long:    cleanLong,
		Example: cleanExample,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				args = []string{"-"}
			}
			sum, err := pipeline.Clean(cmd.Context(), a.options(args, read), a.stdout)
			return a.conclude(sum, a.finish(sum, err), "")
		},
	}
	read.add(cmd)
	return cmd
}
