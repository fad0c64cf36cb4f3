package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"

	"github.com/pelletier/go-toml/v2"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// applyConfig sets the flags of a command from a TOML file whose keys are
// names of flags. Flags given on the command line win. A key that belongs to
// another verb only is passed over, so that one file serves all verbs.
func applyConfig(cmd *cobra.Command, file string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		if p := (*fs.PathError)(nil); errors.As(err, &p) {
			err = p.Err
		}
		return usage("", "%s: %w", file, err)
	}
	var values map[string]any
	if err := toml.Unmarshal(data, &values); err != nil {
		if d := (*toml.DecodeError)(nil); errors.As(err, &d) {
			line, column := d.Position()
			return usage("", "%s:%d:%d: %s", file, line, column, d.Error())
		}
		return usage("", "%s: %w", file, err)
	}
	for _, key := range slices.Sorted(maps.Keys(values)) {
		flag := cmd.Flags().Lookup(key)
		switch {
		case key == "config" || key == "help" || flag == nil && !anyVerbHas(cmd.Root(), key):
			return usage(didYouMean("", flagNames(cmd), key), "%s: unknown key %s", file, key)
		case flag == nil || flag.Changed:
			continue
		}
		if err := setFlag(flag, values[key]); err != nil {
			if text, ok := values[key].(string); ok {
				key = fmt.Sprintf("%s %q", key, text) // as flagError names it
			}
			return usage("", "%s: %s: %s", file, key, plainCause(err))
		}
	}
	return nil
}

func anyVerbHas(root *cobra.Command, key string) bool {
	return slices.ContainsFunc(root.Commands(), func(c *cobra.Command) bool { return c.Flags().Lookup(key) != nil })
}

func setFlag(flag *pflag.Flag, value any) error {
	flag.Changed = true
	switch v := value.(type) {
	case []any:
		list, ok := flag.Value.(pflag.SliceValue)
		if !ok {
			return errors.New("takes one value, not a list")
		}
		items := make([]string, len(v))
		for i, item := range v {
			items[i] = fmt.Sprint(item)
		}
		return list.Replace(items)
	case map[string]any:
		return errors.New("is a table; keys stand at the top of the file")
	}
	return flag.Value.Set(fmt.Sprint(value))
}
