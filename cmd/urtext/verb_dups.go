package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/urtext/urtext/pipeline"
)

const dupsLong = `Dups finds the documents that are copies of one article, or parts of it, and
does nothing else: nothing is cleaned or rebuilt. It writes JSON lines to
standard output, or to the file given by --out when they are complete.

--as says what a line is: a cluster of two documents and more (clusters); a pair
that was laid side by side and found to be one article (pairs); or any document,
as a row of flat columns, with its cluster and whether it is kept (documents).
The measures are exact, over the distinct shingles of three words that are no
function words: "jaccard", the common ones as a share of those of either;
"in_kept", as a share of the document's; "of_kept", as a share of the kept
one's. A part spans less than three quarters of the kept document, a copy more.

--keep says which document of a cluster is kept. longest: the one with most
words. earliest: the first by the path of its source, then by its record.
cleanest: among those with half of the words of the longest, the one with the
fewest repairs (wrong charset, character references, invisible characters) and
lost letters for each thousand words. Ties go to the longer one, then to the
smaller hash of the text, then to the smaller id.

Pages of one template with other facts (weather, products, job offers) are not
copies; --templates join takes them for copies. Of pages that share no passage
only those are found together that a whole copy joins.

The same input gives the same lines, whatever the number of workers, the memory
or the order of records. Beyond half of --memory what is compared lies in
temporary files: beside --out, else in the system's folder for them.

Exit codes: 0 done, 1 failed, 3 done but some records rejected, 4 too many
rejects, 5 no input, 11 --out locked by another run, 64 wrong use,
130 interrupted.`

const dupsExample = `  urtext dups crawl/ > duplicates.jsonl
  urtext dups crawl.jsonl.zst --as documents --keep earliest --out documents.jsonl
  urtext dups pages.jsonl --as documents | jq -r 'select(.kept) | .id' > keep.txt
  urtext dups a.jsonl b.jsonl --as pairs --memory 1GiB --out pairs.jsonl.zst --format jsonl.zst`

// dupsFlags are those that dups alone has.
type dupsFlags struct {
	as, keep, templates string
	out, format         string
	maxRejects          float64
}

func (d *dupsFlags) add(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&d.as, "as", "clusters", "`what` a line is: clusters, pairs or documents")
	f.StringVar(&d.keep, "keep", "longest", "`which` document of a cluster is kept: longest, earliest or cleanest")
	f.StringVar(&d.templates, "templates", "apart", "`how` pages of one template with other facts are taken: apart or join")
	f.StringVar(&d.out, "out", "", "`file` to write to (default: standard output)")
	f.StringVar(&d.format, "format", "", "`form` of the lines: jsonl, jsonl.gz or jsonl.zst (default: by the ending of --out, else jsonl)")
	f.Float64Var(&d.maxRejects, "max-reject-ratio", 1, "write nothing when more than this `share` of the records is rejected")
	fixedValues(cmd, "as", "clusters", "pairs", "documents")
	fixedValues(cmd, "keep", "longest", "earliest", "cleanest")
	fixedValues(cmd, "templates", "apart", "join")
	fixedValues(cmd, "format", "jsonl", "jsonl.gz", "jsonl.zst")
}

// apply checks the flags and puts them into the options.
func (d *dupsFlags) apply(cmd *cobra.Command, opt *pipeline.Options) error {
	if d.format == "" {
		d.format = formatByName(d.out)
	}
	if err := knownFormat(d.format); err != nil {
		return err
	}
	for _, x := range []struct {
		flag, value string
		among       []string
	}{
		{"as", d.as, []string{pipeline.DupsClusters, pipeline.DupsPairs, pipeline.DupsDocuments}},
		{"keep", d.keep, []string{pipeline.KeepLongest, pipeline.KeepEarliest, pipeline.KeepCleanest}},
		{"templates", d.templates, []string{"apart", "join"}},
	} {
		if !slices.Contains(x.among, x.value) {
			return usage("choose "+strings.Join(x.among, " or "), "--%s %q: unknown", x.flag, x.value)
		}
	}
	if err := applyRejectRatio(cmd, d.maxRejects, opt); err != nil {
		return err
	}
	opt.Out, opt.Format, opt.As, opt.Keep, opt.JoinTemplates = d.out, d.format, d.as, d.keep, d.templates == "join"
	return nil
}

// formatByName is the format that the ending of a file's name promises.
func formatByName(file string) string {
	switch filepath.Ext(file) {
	case ".gz":
		return "jsonl.gz"
	case ".zst":
		return "jsonl.zst"
	}
	return "jsonl"
}

func (a *app) dupsCommand() *cobra.Command {
	var read readFlags
	var dups dupsFlags
	cmd := &cobra.Command{
		Use:     "dups INPUT...",
		Short:   "Find the copies and parts of one article, and nothing else",
		Long:    dupsLong,
		Example: dupsExample,
		Args:    atLeast(1, "input"),
		RunE: func(cmd *cobra.Command, args []string) error {
			opt := a.options(args, read)
			if err := dups.apply(cmd, &opt); err != nil {
				return err
			}
			a.publishes = dups.out != ""
			a.console.log.Info("dups", "inputs", args)
			sum, err := pipeline.Dups(cmd.Context(), opt, a.stdout)
			return a.concludeDups(sum, a.finish(sum, err), dups.out)
		},
	}
	read.addFields(cmd)
	dups.add(cmd)
	return cmd
}

// concludeDups tells how the search ended.
func (a *app) concludeDups(s pipeline.Summary, err error, out string) error {
	if err != nil {
		return err
	}
	a.warnAll(s.Warnings)
	a.console.log.Info("done", "read", s.Read, "kept", s.Kept, "duplicate", s.Duplicate, "rejected", s.Rejected, "clusters", s.Rebuilt)
	if out != "" {
		a.console.say(fmt.Sprintf("%s read%s\n%s in %s, %d kept\nthe lines are in %s\n", countOf(s.Read, "document"), asides(s, ""),
			countOf(s.Duplicate, "duplicate"), countOf(s.Rebuilt, "cluster"), s.Kept, out))
	}
	return nil
}
