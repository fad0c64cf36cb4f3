package pipeline

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/zeebo/xxh3"

	"github.com/urtext/urtext/pipeline/cluster"
	"github.com/urtext/urtext/pipeline/corpus"
)

// newSummary starts the account of a run.
func newSummary(opt Options) Summary {
	return Summary{Version: opt.Version, Rejects: map[string]int64{}, Reasons: map[string]int64{},
		Edits: map[string]int64{}, Languages: map[string]int64{}, Parameters: opt.parameters(), Warnings: []string{}}
}

// parameters are the options that shape the result. What may differ without
// changing a byte of it, such as the number of workers, is left out.
func (opt Options) parameters() map[string]string {
	out := map[string]string{}
	set := func(name, value, usual string) {
		if value != "" && value != usual {
			out[name] = value
		}
	}
	set("format", opt.Format, "")
	set("id-field", opt.IDField, "id")
	set("text-field", opt.TextField, "text")
	set("cluster-field", opt.ClusterField, "cluster")
	set("source-field", opt.SourceField, "")
	set("skip", strings.Join(opt.Skip, ","), "")
	if len(opt.Protect) > 0 {
		out["protect"] = fmt.Sprintf("%d lines, %016x", len(opt.Protect), xxh3.HashString(strings.Join(opt.Protect, "\n")))
	}
	set("languages", strings.Join(opt.Languages, ","), "")
	if opt.MaxRecord > 0 {
		out["max-record"] = strconv.FormatInt(opt.MaxRecord, 10)
	}
	if opt.MaxRejectRatio > 0 {
		out["max-reject-ratio"] = strconv.FormatFloat(opt.MaxRejectRatio, 'g', -1, 64)
	}
	if opt.NoTexts {
		out["no-texts"] = "true"
	}
	if opt.Clean {
		out["clean"] = "true"
	}
	return out
}

// addArticle counts an article.
func (s *Summary) addArticle(a *corpus.Article) {
	s.Articles++
	s.Disputed += int64(a.Disputed)
	s.Translations += int64(len(a.Translations))
	s.Languages[a.Language]++
	if len(a.Members) > 1 {
		s.Rebuilt++
	}
}

// addRecord counts a document's line: the first of its article is kept, the
// others are duplicates.
func (s *Summary) addRecord(r corpus.Record, first bool) {
	s.Read++
	switch {
	case r.Reason != "":
		s.Filtered++
		s.Reasons[r.Reason]++
	case first:
		s.Kept++
	default:
		s.Duplicate++
	}
	for _, e := range r.Edits {
		s.Edits[string(e.Kind)]++
	}
}

// addFault counts a rejected record.
func (s *Summary) addFault(f corpus.Fault) {
	s.Read++
	s.Rejected++
	s.Rejects[string(f.Reason)]++
}

// balance checks that nothing was lost: read = kept + duplicate + filtered +
// rejected, and as many read as came in.
func (s *Summary) balance(in int64) error {
	if s.Read != in || s.Read != s.Kept+s.Duplicate+s.Filtered+s.Rejected {
		return fmt.Errorf("the account does not balance: %d records came in, %d read, %d kept, %d duplicate, %d filtered, %d rejected",
			in, s.Read, s.Kept, s.Duplicate, s.Filtered, s.Rejected)
	}
	return nil
}

// sortFaults puts faults into an order that does not depend on where their
// records stood, as long as they differ.
func sortFaults(fs []corpus.Fault) {
	slices.SortFunc(fs, func(a, b corpus.Fault) int {
		return cmp.Or(cmp.Compare(a.Reason, b.Reason), cmp.Compare(a.Detail, b.Detail), cmp.Compare(a.Source.Path, b.Source.Path), cmp.Compare(a.Source.Record, b.Source.Record),
			cmp.Compare(a.Source.Offset, b.Source.Offset))
	})
}

// tooMany gives ErrRejects where of so many records read more were rejected than
// the ratio that the options allow.
func (s *Summary) tooMany(read int64, limit float64) error {
	if limit > 0 && read > 0 && float64(s.Rejected) > limit*float64(read) {
		return fmt.Errorf("%w: %d of %d records", ErrRejects, s.Rejected, read)
	}
	return nil
}

// warnings lists what a user should know of a run, sorted.
func warnings(g *gathering, p *partition) []string {
	out := append([]string{}, g.warnings...)
	out = append(out, idWarnings(p.same)...)
	slices.Sort(out)
	return out
}

// failureWarnings tells of pairs that could not be compared; id gives the id of a
// document by its place in the list that was clustered.
func failureWarnings(failed []cluster.Failure, id func(int) (string, error)) ([]string, error) {
	var out []string
	for _, f := range failed {
		a, err := id(f.A)
		if err != nil {
			return nil, err
		}
		b, err := id(f.B)
		if err != nil {
			return nil, err
		}
		out = append(out, fmt.Sprintf("documents %q and %q were not compared: %v", min(a, b), max(a, b), f.Err))
	}
	return out, nil
}

// namedIDs is how many ids that came more than once are named.
const namedIDs = 20

// idWarnings tells of ids that came more than once, of the first ones by name.
func idWarnings(same map[string]int) []string {
	var out []string
	ids := slices.Sorted(maps.Keys(same))
	for _, id := range ids[:min(len(ids), namedIDs)] {
		out = append(out, fmt.Sprintf("id %q came %d times: the later ones got the suffixes ~2 and on", id, same[id]))
	}
	if more := len(ids) - len(out); more > 0 {
		out = append(out, fmt.Sprintf("ids that came more than once: %d besides those named", more))
	}
	return out
}
