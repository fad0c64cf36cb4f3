package main

import (
	"fmt"
	"os"
	"strings"
	"unicode/utf8"
)

// phrasesFlag is a file of phrases, one a line; empty lines and lines that
// begin with # are left out.
type phrasesFlag []string

// Set reads the file.
func (p *phrasesFlag) Set(file string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	for i, line := range strings.Split(string(data), "\n") {
		if !utf8.ValidString(line) {
			return fmt.Errorf("line %d is not UTF-8", i+1)
		}
		if line = strings.TrimSpace(strings.TrimPrefix(line, "\ufeff")); line != "" && !strings.HasPrefix(line, "#") {
			*p = append(*p, line)
		}
	}
	return nil
}

func (p *phrasesFlag) String() string { return "" }

// Type names the value in the help.
func (p *phrasesFlag) Type() string { return "file" }
