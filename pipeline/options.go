package pipeline

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"slices"
	"strings"
	"time"
)

// Options say what a run reads, how, and where its result goes. The zero
// value of a field is its default.
type Options struct {
	Inputs []string  // files, folders or "-"
	Stdin  io.Reader // what "-" reads
	Out    string    // the folder of the result
	Format string    // jsonl, jsonl.gz, jsonl.zst

	IDField, TextField, ClusterField, SourceField string

	Workers        int   // 0: one per processor
	Memory         int64 // bytes the run should keep within; 0: no bound
	MaxRecord      int64 // bytes one record may have
	MaxRejectRatio float64
	NoTexts        bool     // leave the texts out of documents.jsonl
	Skip           []string // stages to leave out, by name
	Extract        string   // who chooses the main content of HTML: own (also "") or trafilatura
	Protect        []string // phrases and hosts that no stage may cut
	Languages      []string // ISO 639-1 codes the detector may answer; empty: all
	Clean          bool     // collate: clean the witnesses first
	Export         string   // collate: tei, graphml, csv or json; empty: none

	As            string // dups: clusters (also ""), pairs or documents
	Keep          string // dups: longest (also ""), earliest or cleanest
	JoinTemplates bool   // dups: pages of one template with other facts are one article

	scratch string // folder of temporary files

	Version  string         // of the command, for summary.json
	Log      *slog.Logger   // nil: silent
	Progress func(Progress) // called from one goroutine at a time; may be nil
	Clock    *Clock         // clean: told how long each part works; may be nil
}

// Progress is how far a run is. TotalBytes is -1 when it cannot be known.
type Progress struct {
	Phase             string // gather, cluster, settle, publish; in dups compare after cluster
	Documents         int64
	Bytes, TotalBytes int64 // bytes of input as stored
	Done, Total       int64 // clusters settled, in settle; compared, in compare
}

// Summary is summary.json: what a run read, kept and made, and under which
// parameters. Read = Kept + Duplicate + Filtered + Rejected.
type Summary struct {
	Version      string            `json:"version"` // of the command that made it
	Read         int64             `json:"read"`
	Kept         int64             `json:"kept"`      // articles' first members: one document an article
	Duplicate    int64             `json:"duplicate"` // further members
	Filtered     int64             `json:"filtered"`  // documents with a reason and no article
	Rejected     int64             `json:"rejected"`
	Articles     int64             `json:"articles"`
	Rebuilt      int64             `json:"rebuilt"` // articles of two members or more
	Disputed     int64             `json:"disputed"`
	Translations int64             `json:"translations"`
	Rejects      map[string]int64  `json:"rejects"`
	Reasons      map[string]int64  `json:"reasons"`
	Edits        map[string]int64  `json:"edits"`
	Languages    map[string]int64  `json:"languages"`
	Parameters   map[string]string `json:"parameters"`
	Warnings     []string          `json:"warnings"`
}

// Timings is timings.json: seconds by phase and the totals they give.
type Timings struct {
	Started time.Time          `json:"started"`
	Seconds map[string]float64 `json:"seconds"`
	Bytes   int64              `json:"bytes"`
}

// The classes of failure a caller can tell apart with errors.Is. Each is
// wrapped with what it is about.
var (
	ErrUsage   = errors.New("usage")            // wrong options, unsupported format, refused output folder
	ErrNoInput = errors.New("no input")         // not one record was found
	ErrRejects = errors.New("too many rejects") // over MaxRejectRatio; nothing was published
	ErrLocked  = errors.New("locked")           // another run holds the output
	ErrState   = errors.New("state damaged or newer")
)

// mostNamed is how many inputs a message names.
const mostNamed = 3

// noRecord is the error of inputs that hold nothing.
func (o Options) noRecord() error {
	named := slices.Clone(o.Inputs[:min(mostNamed, len(o.Inputs))])
	for i, s := range named {
		if s == "-" {
			named[i] = "standard input"
		}
	}
	if n := len(o.Inputs) - len(named); n > 0 {
		named = append(named, fmt.Sprintf("%d more", n))
	}
	return fmt.Errorf("%w: no record in %s", ErrNoInput, strings.Join(named, ", "))
}
