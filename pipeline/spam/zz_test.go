package spam

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
)

func TestZZ(t *testing.T) {
	seen := map[string]bool{}
	try := func(name string, texts map[string]string) {
		n, c, fl, w, docs := 0, 0, 0, 0, 0
		for id, x := range texts {
			d := detect(t, x, "en")
			n++
			w += len(strings.Fields(x))
			had := false
			for _, q := range d.Proposals {
				if q.Verdict == corpus.Cut {
					c++
					had = true
					if k := d.Draft.Text[q.Start:q.End]; !seen[k] {
						seen[k] = true
						fmt.Printf("CUT %s %.420s\n", id, show(d, q))
					}
				} else {
					fl++
				}
			}
			if had {
				docs++
			}
		}
		fmt.Printf("SET %s: %d texts %d words, %d cuts in %d texts, %.2f flags/1000\n", name, n, w, c, docs, float64(fl)*1000/float64(max(w, 1)))
	}
	un := func(f string) string {
		r, _ := os.Open(f)
		z, err := gzip.NewReader(r)
		if err != nil {
			return ""
		}
		b, _ := io.ReadAll(z)
		return string(b)
	}
	fr := map[string]string{}
	for _, k := range []string{"1818", "1823", "1831", "Thomas"} {
		x := un("../../../shared/data/frankenstein-" + k + ".txt.gz")
		fr[k] = x
		for i := 0; i*5000 < len(x); i++ {
			fr[fmt.Sprint(k, " part ", i)] = strings.ToValidUTF8(x[i*5000:min(len(x), (i+1)*5000)], "")
		}
	}
	try("frankenstein", fr)
	cs := map[string]string{}
	sc := bufio.NewScanner(strings.NewReader(un("../../../shared/data/crowdspeech-dev-clean.gold.jsonl.gz")))
	for sc.Scan() {
		var d struct{ Cluster, Text string }
		json.Unmarshal(sc.Bytes(), &d)
		cs[d.Cluster] = d.Text
	}
	try("crowdspeech", cs)
	for _, root := range []string{"/usr/share/doc", "/root/go/pkg/mod", "/usr/local/go", "/usr/share/perl", "/usr/lib/python3"} {
		held := map[string]string{}
		filepath.WalkDir(root, func(p string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || len(held) > 3000 {
				return nil
			}
			l := strings.ToLower(p)
			if strings.HasSuffix(l, ".md") || strings.HasSuffix(l, ".txt") || strings.HasSuffix(l, ".pod") || strings.Contains(filepath.Base(l), "readme") || strings.HasSuffix(l, "copyright") || strings.HasSuffix(l, "changes") || strings.HasSuffix(l, ".html") {
				if b, err := os.ReadFile(p); err == nil && len(b) > 800 && len(b) < 200000 && utf8.Valid(b) {
					held[p] = string(b)
				}
			}
			return nil
		})
		try(root, held)
	}
}
