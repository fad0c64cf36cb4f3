package reconstruct

import "github.com/urtext/urtext/pipeline/corpus"

// Insertions returns the runs of two words or more that one witness has in
// the midst of an article and all others that stand there lack: what settle
// counts over all clusters before anything is decided. Each is a list of
// keys; runs of over insertionMax words are left out.
func Insertions(al *corpus.Alignment) [][]string {
	v := newView(al, Knowledge{})
	v.cover()
	v.measure()
	v.split()
	var out [][]string
	for i := range v.runs {
		r := &v.runs[i]
		n := r.to - r.from
		if n < 2 || n > insertionMax || len(v.attesters(r.from)) > 1 {
			continue
		}
		if active, _ := v.silent(r); len(active) > 0 {
			out = append(out, v.keysOf(r))
		}
	}
	return out
}

const insertionMax = 60
