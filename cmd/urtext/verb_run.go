package main

import (
	"math"

	"github.com/spf13/cobra"
	"github.com/urtext/urtext/pipeline"
)

const runLong = `Run does the whole job: it reads documents, cleans them, finds which are copies
of one another, rebuilds each article from its copies, and writes the result to
a folder in one step at the end.

INPUT is a file, a folder (read with all below it) or - for standard input.
Formats go by name and content: .txt, .html, .json and .jsonl, each also
compressed as .gz or .zst.

The folder given by --out must be empty, absent, or hold an earlier result of
urtext, which is replaced. In it stand canonical.jsonl (the articles),
documents.jsonl (each input document with its edits), apparatus.jsonl (where
the copies differ), rejects.jsonl, summary.json and timings.json.

Exit codes: 0 done, 1 failed, 3 done but some records rejected, 4 too many
rejects, 5 no input, 11 locked by another run, 12 result damaged or written by
a newer urtext, 64 wrong use, 130 interrupted. Only 0 and 3 publish a result.`

const runExample = `  urtext run crawl/ --out result
  urtext run a.jsonl.gz b.jsonl.zst --out result --text-field body --format jsonl.zst
  zcat pages.jsonl.gz | urtext run - --out result --max-reject-ratio 0.01`

// outFlags say what is written to an output folder.
type outFlags struct {
	out, format string
	noTexts     bool
	maxRejects  float64
}

func (o *outFlags) add(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&o.out, "out", "", "`folder` the result is written to")
	f.StringVar(&o.format, "format", "jsonl", "`form` of the records: jsonl, jsonl.gz or jsonl.zst")
	f.BoolVar(&o.noTexts, "no-texts", false, "leave the texts out of documents.jsonl")
	f.Float64Var(&o.maxRejects, "max-reject-ratio", 1, "publish nothing when more than this `share` of the records is rejected")
	fixedValues(cmd, "format", "jsonl", "jsonl.gz", "jsonl.zst")
	// As above, the error would be a fault of ours.
	if err := cmd.MarkFlagDirname("out"); err != nil {
		panic(err)
	}
}

// apply checks the flags and puts them into the options.
func (o *outFlags) apply(cmd *cobra.Command, opt *pipeline.Options) error {
	if err := knownFormat(o.format); err != nil {
		return err
	}
	if err := applyRejectRatio(cmd, o.maxRejects, opt); err != nil {
		return err
	}
	opt.Out, opt.Format, opt.NoTexts = o.out, o.format, o.noTexts
	return nil
}

// applyRejectRatio checks --max-reject-ratio and puts it into the options. There
// 0 stands for off; on the command line it stands for none at all.
func applyRejectRatio(cmd *cobra.Command, ratio float64, opt *pipeline.Options) error {
	if !cmd.Flags().Changed("max-reject-ratio") {
		return nil
	}
	if !(ratio >= 0 && ratio <= 1) { // NaN is neither
		return usage("0.01 stands for one record in a hundred", "--max-reject-ratio %v: must be from 0 to 1", ratio)
	}
	opt.MaxRejectRatio = max(ratio, math.SmallestNonzeroFloat64)
	return nil
}

func knownFormat(format string) error {
	switch format {
	case "jsonl", "jsonl.gz", "jsonl.zst":
		return nil
	case "parquet":
		return usage("choose jsonl, jsonl.gz or jsonl.zst", "--format parquet: not supported yet")
	}
	return usage("choose jsonl, jsonl.gz or jsonl.zst", "--format %q: unknown format", format)
}

func (a *app) runCommand() *cobra.Command {
	var read readFlags
	var out outFlags
	cmd := &cobra.Command{
		Use:     "run INPUT... --out DIR",
		Short:   "Do the whole job: clean, find copies, rebuild articles",
		Long:    runLong,
		Example: runExample,
		Args:    atLeast(1, "input"),
		RunE: func(cmd *cobra.Command, args []string) error {
			opt := a.options(args, read)
			if err := out.apply(cmd, &opt); err != nil {
				return err
			}
			if out.out == "" {
				return usage("urtext run INPUT... --out DIR", "no --out folder given")
			}
			a.publishes = true
			a.console.log.Info("run", "inputs", args, "out", out.out)
			sum, err := pipeline.Run(cmd.Context(), opt)
			return a.conclude(sum, a.finish(sum, err), out.out)
		},
	}
	read.add(cmd)
	out.add(cmd)
	return cmd
}
