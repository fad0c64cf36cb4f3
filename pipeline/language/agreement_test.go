package language

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/pemistahl/lingua-go"
)

// agreementCorpus names a JSONL file of texts to be asked about besides our
// own articles, as in
// URTEXT_LANGUAGE_CORPUS=docs.jsonl go test ./pipeline/language -run Agrees -v.
const agreementCorpus = "URTEXT_LANGUAGE_CORPUS"

// A labelled text has the language its author wrote it in, "" if not known.
type labelled struct{ text, language string }

// ourArticles are the fixtures.
func ourArticles(t *testing.T) (out []labelled) {
	files, err := filepath.Glob("../../fixtures/articles/*/*.txt")
	if err != nil || len(files) == 0 {
		t.Skip("no fixture articles")
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, labelled{string(b), filepath.Base(filepath.Dir(f))})
	}
	return out
}

// theirTexts are the texts of the corpus that the environment names.
func theirTexts(t testing.TB) (out []labelled) {
	path := os.Getenv(agreementCorpus)
	if path == "" {
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for in := bufio.NewReaderSize(f, 1<<20); ; {
		line, err := in.ReadBytes('\n')
		if err != nil {
			return out
		}
		var r struct{ Text, Lang string }
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatal(err)
		}
		if l, ok := models()[r.Lang]; r.Lang == "" || ok && l != lingua.Unknown {
			out = append(out, labelled{r.Text, r.Lang})
		}
	}
}

// cut is a piece of about n characters from the middle of a text, on word
// borders where it has words; the whole for n = 0.
func cut(text string, n int) string {
	runes := []rune(text)
	if n == 0 || len(runes) <= n {
		return text
	}
	piece := string(runes[(len(runes)-n)/2:][:n])
	if i := strings.IndexByte(piece, ' '); i >= 0 && i < len(piece)/4 {
		piece = piece[i+1:]
	}
	return piece
}

// A contest is what two detectors said of the same texts.
type contest struct {
	texts, same, labelled, right, theirs int
	ours, lingua                         time.Duration
	languages                            map[string]int
	differ                               []string
}

// ask asks both about all texts, each in its turn, so that neither finds the
// caches full of the other's figures.
func (c *contest) ask(d *Detector, l lingua.LanguageDetector, from []labelled, texts []string) {
	ours, theirs := make([]string, len(texts)), make([]string, len(texts))
	start := time.Now()
	for i, text := range texts {
		ours[i] = d.Of(text)
	}
	c.ours = time.Since(start)
	start = time.Now()
	for i, text := range texts {
		theirs[i] = Unknown
		if found, ok := l.DetectLanguageOf(withoutAddresses(text)); ok {
			theirs[i] = strings.ToLower(found.IsoCode639_1().String())
		}
	}
	c.lingua = time.Since(start)
	for i, in := range from {
		c.count(in, ours[i], theirs[i])
	}
}

func (c *contest) count(in labelled, ours, theirs string) {
	c.texts++
	c.languages[theirs]++
	if in.language != "" {
		c.labelled++
	}
	if ours == theirs {
		c.same++
	} else {
		c.differ = append(c.differ, theirs+" as "+ours)
	}
	if in.language == ours {
		c.right++
	}
	if in.language == theirs {
		c.theirs++
	}
}

// contestants are the detector and lingua, for all languages or for those of
// the labels.
func contestants(t *testing.T, texts []labelled, all bool) (*Detector, lingua.LanguageDetector) {
	builder := lingua.NewLanguageDetectorBuilder()
	if all {
		return mustNew(t), builder.FromAllLanguages().WithPreloadedLanguageModels().Build()
	}
	var codes []string
	for _, in := range texts {
		codes = append(codes, in.language)
	}
	d, err := New(codes)
	if err != nil {
		t.Fatal(err)
	}
	return d, builder.FromLanguages(choose(codes)...).WithPreloadedLanguageModels().Build()
}

// TestAgreesWithLingua asks lingua and the detector about the same texts, at
// several lengths, and counts how often they give one label, how often each is
// right where that is known, and how long each takes. Both choose among the
// languages of our articles, or among all where there is a corpus, which takes
// minutes. Lingua is as it comes, with all its models up to 120 letters and its
// trigrams from there on. Whole documents are the last length.
func TestAgreesWithLingua(t *testing.T) {
	if testing.Short() {
		t.Skip("lingua loads its models")
	}
	texts, theirs := ourArticles(t), theirTexts(t)
	texts = append(texts, theirs...)
	d, l := contestants(t, texts, len(theirs) > 0)
	lengths := []int{30, 60, 120, 300}
	if len(theirs) > 0 {
		lengths = append(lengths, 0)
	}
	for _, n := range lengths {
		c := contest{languages: map[string]int{}}
		var from []labelled
		var cuts []string
		for _, in := range texts {
			text := cut(in.text, n)
			d.Of(text) // so that the detector has its models too
			if n == 0 || utf8.RuneCountInString(text) >= n*3/4 {
				from, cuts = append(from, in), append(cuts, text)
			}
		}
		c.ask(d, l, from, cuts)
		t.Logf("%d characters (0: all): %d texts in %d languages, same label %.2f%%; labelled %d, right %.2f%%, lingua %.2f%%; %.0f texts/s, lingua %.0f: %.0f times",
			n, c.texts, len(c.languages), share(c.same, c.texts), c.labelled, share(c.right, c.labelled), share(c.theirs, c.labelled),
			float64(c.texts)/c.ours.Seconds(), float64(c.texts)/c.lingua.Seconds(), float64(c.lingua)/float64(c.ours))
		slices.Sort(c.differ)
		t.Logf("differ: %v", c.differ[:min(len(c.differ), 60)])
		if (n == 0 || len(theirs) == 0) && share(c.same, c.texts) < 99.5 {
			t.Errorf("%d characters: only %.2f%% are named as lingua does", n, share(c.same, c.texts))
		}
	}
}

func share(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }
