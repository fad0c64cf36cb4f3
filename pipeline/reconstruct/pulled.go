package reconstruct

import "strings"

const (
	pulledMin    = 6  // words of a line that says what stands in the midst of another,
	pulledSigns  = 12 // or characters, where each is a word
	pulledShare  = .8 // of the words of a run of lines, in such ones
	pulledBehind = 4  // words behind a quotation, of a button that sends it on
)

// pulled reports a run of whole lines that are sentences of other lines of the same
// copy: quotations that a page pulls out, or what it sums itself up by. Lines of
// manuals and verses return whole. Others have the words there too.
func (v *view) pulled(r *run) bool {
	w := r.by[0]
	if r.to-r.from < v.pulledLeast(r.from) || !v.ownLine(r, w) {
		return false
	}
	first, last := int(v.al.Columns[r.from].At(w)), int(v.al.Columns[r.to-1].At(w))
	gaps, n := v.ws[w].Gaps, 0
	for from := first; from <= last; {
		to := from + 1
		for to <= last && !strings.Contains(gaps[to], "\n") {
			to++
		}
		if said := v.quoted(w, from, to); said-from >= v.pulledLeast(r.from) && v.amid(w, from, said, first, last+1, said < to) {
			n += to - from
		}
		from = to
	}
	return float64(n) >= pulledShare*float64(r.to-r.from)
}

// quoted returns where the words [from, to) of a line end that say something: before the
// few behind the quotation with which it begins.
func (v *view) quoted(w, from, to int) int {
	const quotes = "\"“”„«»「」『』"
	gaps := v.ws[w].Gaps
	if !strings.ContainsAny(gaps[from], quotes) {
		return to
	}
	for k := max(from+1, to-pulledBehind); k < to; k++ {
		if strings.ContainsAny(gaps[k], quotes) {
			return k
		}
	}
	return to
}

// pulledLeast is pulledMin where the words of column c are words.
func (v *view) pulledLeast(c int) int {
	if charWords(v.keysAt(c)[0]) {
		return pulledSigns
	}
	return pulledMin
}

// amid reports whether the words [from, to) of a witness stand in a longer line of
// it, or are one if whole lines count, outside of [first, end), which another group has
// as well.
func (v *view) amid(w, from, to, first, end int, whole bool) bool {
	words, gaps, n := v.ws[w].Words, v.ws[w].Gaps, to-from
	stand := v.keyPlaces(w)
	rare := from
	for i := from; i < to; i++ {
		if len(stand[words[i].Key]) < len(stand[words[rare].Key]) {
			rare = i
		}
	}
	for _, place := range stand[words[rare].Key] {
		at := int(place) - (rare - from)
		if at < 0 || at+n > len(words) || at+n > first && at < end {
			continue
		}
		same := 0
		for same < n && words[at+same].Key == words[from+same].Key {
			same++
		}
		if same == n && (whole || !(strings.Contains(gaps[at], "\n") && strings.Contains(gaps[at+n], "\n"))) && v.mostlyBacked(w, at, at+n) {
			return true
		}
	}
	return false
}

// mostlyBacked reports whether another group has most of the words [from, to) of a
// witness.
func (v *view) mostlyBacked(w, from, to int) bool {
	n := 0
	for _, c := range v.colsOf[w] {
		if i := int(v.al.Columns[c].At(w)); i >= from && i < to && v.corroborated(int(c), w) {
			n++
		}
	}
	return 2*n > to-from
}

// keyPlaces are the places of each key of a witness, ascending.
func (v *view) keyPlaces(w int) map[string][]int32 {
	if v.keyStands == nil {
		v.keyStands = make([]map[string][]int32, v.n)
	}
	if v.keyStands[w] == nil {
		m := make(map[string][]int32)
		for i := range v.ws[w].Words {
			key := v.ws[w].Words[i].Key
			m[key] = append(m[key], int32(i))
		}
		v.keyStands[w] = m
	}
	return v.keyStands[w]
}
