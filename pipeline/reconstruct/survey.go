package reconstruct

import "github.com/urtext/urtext/pipeline/corpus"

// A Survey is what one cluster tells the corpus before anything is decided.
type Survey struct {
	// Insertions are the runs of two words or more that one witness has in
	// the midst of an article and all others that stand there lack, as keys.
	Insertions [][]string
	// Rates says how often each witness was contradicted, in the order of
	// the alignment.
	Rates []Rate
}

// A Rate counts the words of a witness and those that others contradict.
type Rate struct{ Wrong, Words float64 }

// insertionMax is the number of words up to which an insertion is counted.
const insertionMax = 60

// Explore surveys one alignment.
func Explore(al *corpus.Alignment) Survey {
	v := newView(al, Knowledge{})
	v.cover()
	if v.depend() {
		v.cover()
	}
	s := Survey{Rates: v.measure()}
	for w := 1; w < v.n; w++ {
		if v.ws[w].SameWords(v.ws[w-1]) {
			s.Rates[w] = Rate{} // an equal copy tells nothing new
		}
	}
	v.split()
	for i := range v.runs {
		r := &v.runs[i]
		n := r.to - r.from
		if n < 2 || n > insertionMax || v.attesters(r.from) > 1 {
			continue
		}
		if active, _ := v.silent(r); active > 0 {
			s.Insertions = append(s.Insertions, v.keysOf(r))
		}
	}
	return s
}
