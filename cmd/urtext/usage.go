package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// knownVerb is reached with arguments only when the first is no verb.
func (a *app) knownVerb(root *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return unknownVerb(root, args[0])
}

func unknownVerb(root *cobra.Command, typed string) error {
	var verbs []string
	for _, c := range root.Commands() {
		if c.IsAvailableCommand() {
			verbs = append(verbs, c.Name())
		}
	}
	return usage(didYouMean("urtext --help lists the verbs", verbs, typed), "unknown verb %q", typed)
}

// helpCommand is cobra's, except that an unknown verb is an error.
func helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "help [VERB]",
		Short:   "Print the help of a verb",
		Example: "  urtext help run",
		RunE: func(cmd *cobra.Command, args []string) error {
			found, rest, err := cmd.Root().Find(args)
			if err != nil || found == cmd.Root() && len(rest) > 0 {
				return unknownVerb(cmd.Root(), args[0])
			}
			return found.Help()
		},
	}
}

// usageTemplate is cobra's with the verb in the first line.
func usageTemplate(root *cobra.Command) string {
	return strings.NewReplacer(
		"{{if .HasAvailableSubCommands}}\n  {{.CommandPath}} [command]{{end}}",
		"{{if and .HasAvailableSubCommands .HasParent}}\n  {{.CommandPath}} [command]{{end}}",
		"Available Commands:", "Verbs:", "[command] --help", "{{if .HasParent}}[command]{{else}}VERB{{end}} --help", "about a command", "about it",
	).Replace(root.UsageTemplate())
}

// flagError gives wrong flags the class of usage, and names the flag that
// may have been meant.
func flagError(cmd *cobra.Command, err error) error {
	if errors.Is(err, pflag.ErrHelp) {
		return err
	}
	hint := cmd.CommandPath() + " --help lists the flags"
	if unknown := (*pflag.NotExistError)(nil); errors.As(err, &unknown) {
		if unknown.GetSpecifiedShortnames() == "" {
			hint = didYouMean(hint, flagNames(cmd), unknown.GetSpecifiedName())
		}
	}
	if bad := (*pflag.InvalidValueError)(nil); errors.As(err, &bad) {
		return usage("", "--%s %q: %s", bad.GetFlag().Name, bad.GetValue(), plainCause(bad))
	}
	return usage(hint, "%w", err)
}

// plainCause takes the words of strconv out of an error about a value.
func plainCause(err error) string {
	cause := err
	for next := errors.Unwrap(cause); next != nil; next = errors.Unwrap(cause) {
		cause = next
	}
	message := cause.Error()
	if strings.Contains(message, "invalid syntax") {
		return "not a number"
	}
	return message
}

func flagNames(cmd *cobra.Command) []string {
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, "--"+f.Name) })
	return names
}

// didYouMean names the words that are near to what was typed, or else gives
// the other hint. The measure is the one cobra has for verbs.
func didYouMean(otherwise string, words []string, typed string) string {
	candidates := &cobra.Command{}
	for _, w := range words {
		candidates.AddCommand(&cobra.Command{Use: strings.TrimPrefix(w, "--"), Run: func(*cobra.Command, []string) {}})
	}
	var near []string
	for distance := 1; distance <= 2 && len(near) == 0; distance++ {
		candidates.SuggestionsMinimumDistance = distance
		near = candidates.SuggestionsFor(typed)
	}
	if len(near) == 0 {
		return otherwise
	}
	for i, n := range near {
		for _, w := range words {
			if strings.TrimPrefix(w, "--") == n {
				near[i] = w
			}
		}
	}
	return "did you mean " + strings.Join(near, " or ") + "?"
}

// atLeast checks the number of arguments; what names them in the message.
func atLeast(n int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < n {
			return usage(cmd.CommandPath()+" --help shows examples", "%s: no %s given", cmd.Name(), what)
		}
		return noneEmpty(cmd, args)
	}
}

// atMost checks that no argument is left over.
func atMost(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) > n {
			return usage(cmd.CommandPath()+" --help shows examples", "%s: unexpected argument %q", cmd.Name(), args[n])
		}
		return noneEmpty(cmd, args)
	}
}

// noneEmpty refuses arguments of no letter, which name nothing.
func noneEmpty(cmd *cobra.Command, args []string) error {
	if i := slices.Index(args, ""); i >= 0 {
		return usage("a variable of the shell may be unset", "%s: argument %d is empty", cmd.Name(), i+1)
	}
	return nil
}

// strictCompletion makes a shell that cobra does not know an error.
func strictCompletion(root *cobra.Command) {
	completion, _, err := root.Find([]string{"completion"})
	if err != nil {
		panic(err) // no such verb: a fault of ours, found by any test
	}
	completion.Args = cobra.ArbitraryArgs
	completion.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return cmd.Help()
		}
		return usage("choose bash, fish, powershell or zsh", "completion: unknown shell %q", args[0])
	}
}
