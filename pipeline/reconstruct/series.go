package reconstruct

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Numbers that rise from one place to the next, each in the same form, of which no
// other copy has one, count something of their page: its pages ("[Pg 12]"), its
// lines, the parts of a thread ("3/12"), times. A bare number must rise by the same
// each time, and before a full stop or a bracket it is an item's, which others may
// have lost.

const (
	leastSeries = 3 // in a form of their own
	leastBare   = 4 // bare numbers
	seriesWords = 3 // of one of them
)

// A counted is a run of a series, with its numbers.
type counted struct {
	run     int
	numbers []int
}

// findSeries marks the runs of such numbers.
func (v *view) findSeries() {
	series := map[string][]counted{}
	for i := range v.runs {
		r := &v.runs[i]
		if r.to-r.from > seriesWords || !v.oneGroup(r.by) || v.attesters(r.from) >= v.standing(r.from) {
			continue
		}
		if form, numbers, ok := v.countedForm(r); ok {
			form = strconv.Itoa(v.group[r.by[0]]) + form
			series[form] = append(series[form], counted{i, numbers})
		}
	}
	for form, list := range series {
		bare := !strings.ContainsFunc(form, func(r rune) bool { return !unicode.IsDigit(r) })
		if rising(list) && (!bare && len(list) >= leastSeries || len(list) >= leastBare && even(list)) {
			for _, x := range list {
				v.runs[x.run].serial = true
			}
		}
	}
}

// countedForm reads the form of a run, with 0 for each number, and its numbers.
func (v *view) countedForm(r *run) (form string, numbers []int, ok bool) {
	w := r.by[0]
	gaps, first, last := v.ws[w].Gaps, v.al.Columns[r.from].At(w), v.al.Columns[r.to-1].At(w)
	if int(last-first) != r.to-r.from-1 {
		return "", nil, false
	}
	var b strings.Builder
	for c := r.from; c < r.to; c++ {
		key := v.at(c, w).Key
		for key != "" {
			digits := len(key) - len(strings.TrimLeft(key, "0123456789"))
			if digits == 0 {
				other := strings.IndexAny(key, "0123456789")
				if other < 0 {
					other = len(key)
				}
				b.WriteString(key[:other])
				key = key[other:]
				continue
			}
			n, err := strconv.Atoi(key[:digits])
			if err != nil {
				return "", nil, false
			}
			numbers, key = append(numbers, n), key[digits:]
			b.WriteByte('0')
		}
		if c < r.to-1 {
			b.WriteString(strings.TrimSpace(gaps[v.al.Columns[c].At(w)+1]))
		}
	}
	before, behind := strings.TrimRight(gaps[first], " "), strings.TrimLeft(gaps[last+1], " ")
	opened := before != "" && strings.ContainsAny(before[len(before)-1:], "[{(")
	if opened {
		b.WriteString(before[len(before)-1:])
	} else if strings.HasPrefix(behind, ".") || strings.HasPrefix(behind, ")") {
		return "", nil, false
	}
	return b.String(), numbers, len(numbers) > 0
}

// rising reports numbers that never fall, and never stay.
func rising(list []counted) bool {
	for k := 1; k < len(list); k++ {
		if slices.Compare(list[k-1].numbers, list[k].numbers) >= 0 {
			return false
		}
	}
	return true
}

// even reports numbers that rise by the same, or where some were left out by a
// multiple of it.
func even(list []counted) bool {
	least, n := 0, 0
	for k := 1; k < len(list); k++ {
		if by := list[k].numbers[0] - list[k-1].numbers[0]; least == 0 || by < least {
			least = by
		}
	}
	for k := 1; k < len(list); k++ {
		by := list[k].numbers[0] - list[k-1].numbers[0]
		if by%least != 0 {
			return false
		}
		n += b2i(by == least)
	}
	return 5*n >= 3*(len(list)-1)
}
