// Command mktables writes the tables of letters that the rooms embed, from
// lingua's own figures. It is run by go generate and reads the files of the
// module's language-models.
//
//	go run ./cmd/mktables runs OUT    pipeline/language/letters.bin: which four letters follow each other
//	go run ./cmd/mktables pairs OUT   pipeline/repair/letters.bin: how often one letter follows another
//	go run ./cmd/mktables stems OUT   pipeline/cluster/stems.bin: which words begin as many do
//	go run ./cmd/mktables trigrams OUT  pipeline/language/trigrams.bin: how often three letters stand together
package main

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/pemistahl/lingua-go/serialization"
	"golang.org/x/text/encoding/charmap"
	"google.golang.org/protobuf/proto"

	"github.com/urtext/urtext/pipeline/cluster"
	"github.com/urtext/urtext/pipeline/language"
	"github.com/urtext/urtext/pipeline/repair"
	"github.com/urtext/urtext/pipeline/token"
)

// blended are the languages whose words are long enough to tell a blend by.
var blended = strings.Fields("cs da de en es fi fr hu it nb nl pl pt ro ru sv tr uk")

// paged are the languages whose letters single-byte pages have, and those
// that are written in the same scripts. Where lingua knows a language by its
// script alone it counts single letters only.
var paged = strings.Fields("af ar az be bg bs ca cs cy da de el en eo es et eu fa fi fr ga he hr hu id is it kk la lt lv mk mn ms nb nl nn pl pt ro ru sk sl so sq sr sv sw tl tr uk ur vi yo")

func main() {
	tables := map[string]func(dir string) ([]byte, error){"runs": runs, "pairs": pairs, "stems": stems, "trigrams": trigrams}
	if len(os.Args) != 3 || tables[os.Args[1]] == nil {
		fmt.Fprintln(os.Stderr, "usage: mktables runs|pairs|stems|trigrams OUT")
		os.Exit(64)
	}
	if err := write(os.Args[2], tables[os.Args[1]]); err != nil {
		fmt.Fprintln(os.Stderr, "mktables:", err)
		os.Exit(1)
	}
}

func write(out string, table func(dir string) ([]byte, error)) error {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/pemistahl/lingua-go").Output()
	if err != nil {
		return fmt.Errorf("lingua's module: %w", err)
	}
	data, err := table(filepath.Join(strings.TrimSpace(string(dir)), "language-models"))
	if err != nil {
		return err
	}
	return os.WriteFile(out, data, 0o644)
}

// runs makes the table of the runs of four letters whose last letter follows
// the others with a chance of language.LeastChance or more.
func runs(dir string) ([]byte, error) {
	tables := map[string][]string{}
	for _, l := range blended {
		chances, err := read(dir, l, "quadrigrams")
		if err != nil {
			return nil, err
		}
		for run, chance := range chances {
			if chance >= language.LeastChance {
				tables[l] = append(tables[l], run)
			}
		}
		slices.Sort(tables[l])
	}
	return language.EncodeLetters(tables), nil
}

// pairs makes the table of the letters of each language and of how often one
// follows another.
func pairs(dir string) ([]byte, error) {
	tables := map[string]map[string]float64{}
	for _, l := range paged {
		chances, err := read(dir, l, "unigrams")
		if err != nil {
			return nil, err
		}
		followers, err := read(dir, l, "bigrams")
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		for pair, chance := range followers {
			chances[pair] = chance
		}
		maps.DeleteFunc(chances, func(run string, _ float64) bool { return strayed(l, run) })
		tables[l] = chances
	}
	return repair.EncodeLetters(tables), nil
}

// lengths are the names of lingua's figures, by the length of the runs.
var lengths = []string{"unigrams", "bigrams", "trigrams", "quadrigrams", "fivegrams"}

// stems makes the table of how likely the first letters of words are: of runs
// of four and five letters, as the product of the chances of each letter
// after those before it. Runs that differ in diacritics are one.
func stems(dir string) ([]byte, error) {
	tables := map[string]map[string]float64{}
	for _, l := range blended {
		tables[l] = map[string]float64{}
		all := map[string]float64{"": 1}
		for i, length := range lengths {
			chances, err := read(dir, l, length)
			if err != nil {
				return nil, err
			}
			longer := map[string]float64{}
			for _, run := range slices.Sorted(maps.Keys(chances)) {
				r := []rune(run)
				if longer[run] = all[string(r[:i])] * chances[run]; i >= 3 {
					tables[l][token.Bare(token.Key(run))] += longer[run]
				}
			}
			all = longer
		}
	}
	return cluster.EncodeStems(tables), nil
}

// homes are the pages that have all letters of a language.
var homes = map[*charmap.Charmap]string{
	charmap.Windows1250: "bs cs hr hu pl sk sl sq",
	charmap.Windows1254: "tr",
	charmap.Windows1257: "et lt lv",
}

// strayed reports a Latin letter that the language's own page lacks: lingua's
// figures were counted on texts of which some had been read as a wrong page.
func strayed(language, run string) bool {
	for page, languages := range homes {
		if !strings.Contains(languages, language) {
			continue
		}
		for _, r := range run {
			if _, ok := page.EncodeRune(r); !ok && r < 0x180 {
				return true
			}
		}
	}
	return false
}

// read returns lingua's figures for the runs of letters of one length: the
// chance that the last letter follows the others.
func read(dir, language, length string) (map[string]float64, error) {
	z, err := zip.OpenReader(filepath.Join(dir, language, length+".pb.bin.zip"))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", language, err)
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
	out := map[string]float64{}
	for _, set := range m.NgramSets {
		for _, run := range set.Ngrams {
			out[run] = max(out[run], set.Probability)
		}
	}
	return out, nil
}
