// Command mktables writes pipeline/language/letters.bin: for some languages,
// which four letters follow each other, from lingua's own figures. It is run
// by go generate and reads the files of the module's language-models.
//
//	go run ./cmd/mktables OUT
package main

import (
	"archive/zip"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/pemistahl/lingua-go/serialization"
	"google.golang.org/protobuf/proto"

	"github.com/urtext/urtext/pipeline/language"
)

// languages are those whose words are long enough to tell a blend by.
var languages = strings.Fields("cs da de en es fi fr hu it nb nl pl pt ro ru sv tr uk")

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: mktables OUT")
		os.Exit(64)
	}
	if err := write(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "mktables:", err)
		os.Exit(1)
	}
}

func write(out string) error {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/pemistahl/lingua-go").Output()
	if err != nil {
		return fmt.Errorf("lingua's module: %w", err)
	}
	tables := map[string][]string{}
	for _, l := range languages {
		grams, err := read(filepath.Join(strings.TrimSpace(string(dir)), "language-models", l, "quadrigrams.pb.bin.zip"))
		if err != nil {
			return fmt.Errorf("%s: %w", l, err)
		}
		tables[l] = grams
	}
	return os.WriteFile(out, language.EncodeLetters(tables), 0o644)
}

// read returns the runs of four letters whose last letter follows the others
// with a chance of language.LeastChance or more, sorted.
func read(path string) ([]string, error) {
	z, err := zip.OpenReader(path)
	if err != nil {
		return nil, err
	}
	defer z.Close()
	f, err := z.File[0].Open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	if err != nil {
		return nil, err
	}
	var m serialization.SerializableLanguageModel
	if err := proto.Unmarshal(data, &m); err != nil {
		return nil, err
	}
	var out []string
	for _, set := range m.NgramSets {
		if set.Probability >= language.LeastChance {
			out = append(out, set.Ngrams...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}
