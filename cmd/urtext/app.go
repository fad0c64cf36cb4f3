package main

import (
	"errors"
	"io"
	"os"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"github.com/urtext/urtext/pipeline"
)

// app is one invocation of the command.
type app struct {
	stdin     io.Reader
	stdout    *pipeWriter
	stderr    io.Writer
	console   *console
	code      int  // the exit code when no error comes back
	begun     bool // the arguments were in order
	publishes bool // the verb writes a folder at its end

	workers int
	memory  sizeFlag
	quiet   bool
	log     logFlag
	config  string
}

func newApp(stdin io.Reader, stdout, stderr io.Writer) *app {
	return &app{
		stdin: stdin, stdout: &pipeWriter{w: stdout}, stderr: stderr,
		console: newConsole(stderr, consoleOptions{}),
	}
}

const rootLong = `urtext rebuilds the original of an article from its damaged copies in a crawl.

It finds the copies of each article, cleans them, aligns them word by word, and
says for every word of the result who attests it and why it was chosen. Every
change to a document is kept as an edit with its reason, and can be undone.`

const rootExample = `  urtext run crawl/ --out result
  urtext show --out result
  urtext dups crawl/ > duplicates.jsonl
  urtext clean < pages.jsonl > cleaned.jsonl`

func (a *app) rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:           "urtext VERB [flags]",
		Short:         "Rebuild articles from their damaged copies",
		Long:          rootLong,
		Example:       rootExample,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          a.knownVerb,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return usage("urtext --help lists the verbs", "no verb given")
		},
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error { return a.prepare(cmd) },
	}
	root.SetIn(a.stdin)
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	root.SetFlagErrorFunc(flagError)
	root.SetUsageTemplate(usageTemplate(root))
	root.SetHelpCommand(helpCommand())
	a.sharedFlags(root.PersistentFlags())
	root.AddCommand(a.runCommand(), a.cleanCommand(), a.dupsCommand(), a.collateCommand(), a.showCommand(), a.versionCommand(), manCommand())
	root.InitDefaultCompletionCmd()
	strictCompletion(root)
	fixedValues(root, "log", "text", "json")
	return root
}

func (a *app) sharedFlags(f *pflag.FlagSet) {
	f.IntVar(&a.workers, "workers", 0, "documents worked on at once (default: one per processor)")
	f.Var(&a.memory, "memory", "memory to keep within, as 1GiB or 512MB (default: no bound)")
	f.BoolVar(&a.quiet, "quiet", false, "print errors only")
	f.Var(&a.log, "log", "log `text|json` lines instead of a progress bar")
	f.StringVar(&a.config, "config", "", "take flags from a TOML `file`: keys are names of flags; the command line wins")
}

// prepare runs before every verb: configuration, memory, messages.
func (a *app) prepare(cmd *cobra.Command) error {
	a.begun = true
	if a.config != "" {
		if err := applyConfig(cmd, a.config); err != nil {
			return err
		}
	}
	if a.workers < 0 {
		return usage("", "--workers %d: must be a positive number", a.workers)
	}
	keepWithin(int64(a.memory))
	a.console = newConsole(a.stderr, consoleOptions{
		quiet: a.quiet,
		json:  a.log == "json",
		bar:   a.log == "" && isTerminal(a.stderr) && os.Getenv("TERM") != "dumb",
	})
	return nil
}

// options are the settings that all verbs of the pipeline share.
func (a *app) options(inputs []string, r readFlags) pipeline.Options {
	return pipeline.Options{
		Inputs: inputs, Stdin: a.stdin,
		IDField: r.idField, TextField: r.textField, MaxRecord: int64(r.maxRecord),
		Skip: r.skip, Extract: r.extract, Protect: r.protect, Languages: r.languages,
		Workers: a.workers, Memory: int64(a.memory),
		Version: versionString(), Log: a.console.log, Progress: a.console.progress,
	}
}

// finish closes the progress display and turns rejects into their exit code.
func (a *app) finish(s pipeline.Summary, err error) error {
	a.console.finish()
	if err == nil && s.Rejected > 0 {
		a.code = exitRejects
	}
	return err
}

// readFlags say how documents are read and cleaned.
type readFlags struct {
	idField, textField string
	maxRecord          sizeFlag
	skip, languages    []string
	extract            string
	protect            phrasesFlag
}

// addFields adds the flags that say how records are read.
func (r *readFlags) addFields(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&r.idField, "id-field", "", "`name` of the JSON field that holds the id (default: id)")
	f.StringVar(&r.textField, "text-field", "", "`name` of the JSON field that holds the text (default: text)")
	f.Var(&r.maxRecord, "max-record", "size above which a record is rejected, as 64MiB (default: 32MiB)")
}

func (r *readFlags) add(cmd *cobra.Command) {
	r.addFields(cmd)
	f := cmd.Flags()
	f.StringSliceVar(&r.skip, "skip", nil, "`stages` to leave out, of characters,margin,repeats,language,lines,spam,furniture")
	f.StringVar(&r.extract, "extract", "own", "`who` chooses the main content of HTML: own or trafilatura (if built with -tags trafilatura)")
	fixedValues(cmd, "extract", "own", "trafilatura")
	f.Var(&r.protect, "protect", "`file` of phrases and hosts, one a line, that are never cut from a document")
	f.StringSliceVar(&r.languages, "languages", nil, "ISO 639 `codes` of the languages that documents may be in, as en,it (default: all)")
}

// logFlag is "", text or json.
type logFlag string

// Set takes one of the two words.
func (l *logFlag) Set(s string) error {
	if s != "text" && s != "json" {
		return errors.New("must be text or json")
	}
	*l = logFlag(s)
	return nil
}

func (l *logFlag) String() string { return string(*l) }

// Type is the placeholder in the help.
func (l *logFlag) Type() string { return "text|json" }

// fixedValues completes a flag in shells.
func fixedValues(cmd *cobra.Command, flag string, values ...string) {
	// The error says that there is no such flag: a fault of ours, found by any test.
	if err := cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(err)
	}
}
