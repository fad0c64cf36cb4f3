package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"
	"github.com/urtext/urtext/pipeline"
	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/report"
	"github.com/urtext/urtext/pipeline/sink"
	"golang.org/x/term"
)

const showLong = `Show prints one article of a result: its text, the places where the copies
differ with who has what, and what was cut from each copy and why. CLUSTER is
the id of an article, the beginning of one, or the id of a document in it; a
document that came into no article is shown with the reason. Without CLUSTER
the articles are listed.

With --as-read the text of a document is printed as it was read, byte for byte:
all edits are undone.`

const showExample = `  urtext show --out result
  urtext show u3f2a --out result
  urtext show copy1.txt --out result --color always | less -R
  urtext show --as-read copy1.txt --out result`

// showFlags are the flags of show.
type showFlags struct {
	out, asRead, color string
	all                bool
}

func (a *app) showCommand() *cobra.Command {
	var f showFlags
	cmd := &cobra.Command{
		Use:     "show [CLUSTER] --out DIR",
		Short:   "Show an article with its variants and who attests them",
		Long:    showLong,
		Example: showExample,
		Args:    atMost(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if f.out == "" {
				return usage("urtext show CLUSTER --out DIR", "no --out folder given")
			}
			return a.show(f, args)
		},
	}
	cmd.Flags().StringVar(&f.out, "out", "", "`folder` that holds the result")
	cmd.Flags().StringVar(&f.asRead, "as-read", "", "print the text of the document with this `id` as it was read")
	cmd.Flags().StringVar(&f.color, "color", "auto", "colours: `when` is auto, always or never")
	cmd.Flags().BoolVar(&f.all, "all", false, "leave nothing out: long readings, differences in white space")
	fixedValues(cmd, "color", "auto", "always", "never")
	// As above, the error would be a fault of ours.
	if err := cmd.MarkFlagDirname("out"); err != nil {
		panic(err)
	}
	return cmd
}

func (a *app) show(f showFlags, args []string) error {
	opt, err := a.viewOptions(f)
	if err != nil {
		return err
	}
	r, err := sink.OpenResult(f.out)
	if err != nil {
		return err
	}
	switch {
	case f.asRead != "" && len(args) > 0:
		return usage("", "--as-read takes the place of a cluster: give one of the two")
	case f.asRead != "":
		return a.showAsRead(r, f.asRead, f.out)
	case len(args) == 0:
		return a.showList(r, opt)
	}
	return a.showOne(r, args[0], f.out, opt)
}

// widest is the most columns a view takes: longer lines are hard to read.
const widest = 100

// viewOptions decides on colours and width: by what standard output is,
// unless told.
func (a *app) viewOptions(f showFlags) (report.Options, error) {
	terminal := isTerminal(a.stdout.w)
	opt := report.Options{All: f.all}
	switch f.color {
	case "auto":
		opt.Color = terminal && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	case "always":
		opt.Color = true
	case "never":
	default:
		return opt, usage("", "--color %q: must be auto, always or never", f.color)
	}
	if file, ok := a.stdout.w.(*os.File); ok && terminal {
		if width, _, err := term.GetSize(int(file.Fd())); err == nil {
			opt.Width = min(width, widest)
		}
	}
	return opt, nil
}

func (a *app) showList(r *sink.Result, opt report.Options) error {
	w := bufio.NewWriter(a.stdout)
	for article, err := range r.Articles() {
		if err != nil {
			return err
		}
		if err := report.Row(w, *article, opt); err != nil {
			return err
		}
	}
	return w.Flush()
}

func (a *app) showOne(r *sink.Result, name, dir string, opt report.Options) error {
	article, err := findArticle(r, name)
	if err != nil {
		return err
	}
	if article == nil {
		rec, err := r.Document(name)
		if err == nil && rec == nil {
			err = notInResult("no article or document", name, dir)
		}
		if err != nil {
			return err
		}
		return report.Document(a.stdout, *rec, opt)
	}
	view := report.View{Article: *article}
	apparatus, err := r.Apparatus(article.ID)
	if err != nil {
		return err
	}
	if apparatus != nil {
		view.Apparatus = *apparatus
	}
	if view.Documents, err = documentsOf(r, article); err != nil {
		return err
	}
	return report.Show(a.stdout, view, opt)
}

func (a *app) showAsRead(r *sink.Result, id, dir string) error {
	rec, err := r.Document(id)
	switch {
	case err != nil:
		return err
	case rec == nil:
		return notInResult("no document", id, dir)
	case rec.Text == nil:
		return &hinted{
			error: errors.New(id + ": the result holds no texts, so the edits cannot be undone"),
			hint:  "run again without --no-texts",
		}
	}
	text, err := corpus.Undo(*rec.Text, rec.Edits)
	if err != nil {
		return fmt.Errorf("%s: %s: %w: %w", dir, id, err, pipeline.ErrState)
	}
	_, err = io.WriteString(a.stdout, text)
	return err
}

func notInResult(what, name, dir string) error {
	return &hinted{
		error: errors.New(name + ": " + what + " of this name in " + dir),
		hint:  "urtext show --out " + shellWord(dir) + " lists the articles",
	}
}
