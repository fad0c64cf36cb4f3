package main

import (
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/urtext/urtext/pipeline"
	"github.com/urtext/urtext/pipeline/export"
)

const collateLong = `Collate takes copies that are known to be of one article, aligns them and
rebuilds the article. A WITNESS is a file of one copy, or JSON lines whose field
"cluster" says which copies belong together; that value becomes the article's
id. Without --out the articles go to standard output as canonical.jsonl records;
with it all files of a run are written to the folder.

With --export the articles go to standard output beside their copies, or, with
--out, also to a file "export" in the folder: as TEI P5 (parallel segmentation),
as variant graphs in GraphML, as an alignment table in CSV, or as JSON lines of
article, apparatus and table.`

const collateExample = `  urtext collate copy1.txt copy2.txt copy3.txt
  urtext collate --clean mirror/*.html --out result
  urtext collate copy*.txt --export tei > edition.xml
  urtext collate grouped.jsonl --cluster-field story --source-field host`

func (a *app) collateCommand() *cobra.Command {
	var read readFlags
	var out outFlags
	var clean bool
	var clusterField, sourceField, form string
	cmd := &cobra.Command{
		Use:     "collate WITNESS...",
		Short:   "Align given copies of an article and rebuild it",
		Long:    collateLong,
		Example: collateExample,
		Args:    atLeast(1, "witness"),
		RunE: func(cmd *cobra.Command, args []string) error {
			opt := a.options(args, read)
			if err := out.apply(cmd, &opt); err != nil {
				return err
			}
			if form != "" && !slices.Contains(exportForms(), form) {
				return usage("choose "+strings.Join(exportForms(), ", "), "--export %q: unknown form", form)
			}
			if form != "" && out.out == "" && cmd.Flags().Changed("format") {
				return usage("leave --format away, or write a result with --out", "--format is of records, and --export %s writes none", form)
			}
			opt.Clean, opt.ClusterField, opt.SourceField, opt.Export = clean, clusterField, sourceField, form
			a.publishes = out.out != ""
			defer runtime.KeepAlive(a.ballast())
			sum, err := pipeline.Collate(cmd.Context(), opt, a.stdout)
			return a.conclude(sum, a.finish(sum, err), out.out)
		},
	}
	read.add(cmd)
	out.add(cmd)
	f := cmd.Flags()
	f.BoolVar(&clean, "clean", false, "clean the witnesses first")
	f.StringVar(&clusterField, "cluster-field", "", "`name` of the JSON field that says which copies belong together (default: cluster)")
	f.StringVar(&sourceField, "source-field", "", "`name` of the JSON field that says where a copy comes from (default: source)")
	f.StringVar(&form, "export", "", "`form` in which articles are written beside their copies: tei, graphml, csv or json")
	fixedValues(cmd, "export", exportForms()...)
	return cmd
}

// exportForms are the values of --export.
func exportForms() []string {
	var out []string
	for _, f := range export.Formats() {
		out = append(out, string(f))
	}
	return out
}
