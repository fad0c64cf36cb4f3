package main

import (
	"github.com/spf13/cobra"
	"github.com/urtext/urtext/pipeline"
)

const collateLong = `Collate takes copies that are known to be of one article, aligns them and
rebuilds the article. A WITNESS is a file of one copy, or JSON lines whose field
"cluster" says which copies belong together; that value becomes the article's
id. Without --out the articles go to standard output as canonical.jsonl records;
with it all files of a run are written to the folder.`

const collateExample = `  urtext collate copy1.txt copy2.txt copy3.txt
  urtext collate --clean mirror/*.html --out result
  urtext collate grouped.jsonl --cluster-field story --source-field host`

func (a *app) collateCommand() *cobra.Command {
	var read readFlags
	var out outFlags
	var clean bool
	var clusterField, sourceField string
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
			opt.Clean, opt.ClusterField, opt.SourceField = clean, clusterField, sourceField
			a.publishes = out.out != ""
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
	return cmd
}
