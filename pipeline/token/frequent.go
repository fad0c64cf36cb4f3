package token

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// ListVersion names the lists of function words. Shingles are built on the
// lists, so an index made with another version cannot be added to: every
// change to a list changes the version.
const ListVersion = "1"

// A Set is the function words of one language. The zero Set is empty.
type Set struct {
	words *Table // of keys
	rates []float64
	keys  []string
}

// Of returns the function words of a language (ISO 639-1), an empty set where
// there is no list. Take the set once per text, then ask it word by word.
func Of(language string) *Set {
	if s := sets().byLanguage[language]; s != nil {
		return s
	}
	return &emptySet
}

var emptySet Set

// Has reports whether a key is a function word.
func (s *Set) Has(key string) bool {
	return s.words != nil && s.words.Find(key) >= 0
}

// Rate returns how often the word stands in ordinary prose of the language,
// per thousand words, and 0 for a word that is not in the set.
func (s *Set) Rate(key string) float64 {
	if s.words == nil {
		return 0
	}
	if i := s.words.Find(key); i >= 0 {
		return s.rates[i]
	}
	return 0
}

// Len returns the number of words in the set.
func (s *Set) Len() int { return len(s.keys) }

// Keys returns the words, most frequent first. The slice is shared: do not
// change it.
func (s *Set) Keys() []string { return s.keys }

// IsFunction reports whether a key is a function word of the language (ISO
// 639-1), by a fixed list: it does not depend on the corpus, so that the
// shingles of a text never change. The lists carry ListVersion.
func IsFunction(language, key string) bool { return Of(language).Has(key) }

// Rate returns how often the function word stands in ordinary prose of the
// language, per thousand words, and 0 for any other word.
func Rate(language, key string) float64 { return Of(language).Rate(key) }

// Function returns the function words of a language, most frequent first.
// The slice is shared: do not change it.
func Function(language string) []string { return Of(language).Keys() }

// Languages returns the languages that have a list, sorted. The slice is
// shared: do not change it.
func Languages() []string { return sets().languages }

// A list is a language and its table: words and their rates per thousand
// words of prose, in turns. Elided forms are the words that Words makes of
// them ("l" for "l'"). Rates are rounded from memory of frequency counts of
// newspapers and the web: their order and size matter, not their decimals.
type list struct{ language, table string }

type registry struct {
	byLanguage map[string]*Set
	languages  []string
}

var sets = sync.OnceValue(func() registry {
	r := registry{byLanguage: map[string]*Set{}}
	for _, family := range [][]list{germanic, romance, slavic, european, asian} {
		for _, l := range family {
			r.byLanguage[l.language] = parse(l.table)
			r.languages = append(r.languages, l.language)
		}
	}
	for _, a := range [][2]string{{"bs", "hr"}, {"no", "nb"}} {
		r.byLanguage[a[0]] = r.byLanguage[a[1]]
		r.languages = append(r.languages, a[0])
	}
	slices.Sort(r.languages)
	return r
})

func parse(table string) *Set {
	fields := strings.Fields(table)
	s := &Set{}
	type entry struct {
		key  string
		rate float64
	}
	var entries []entry
	for i := 0; i+1 < len(fields); i += 2 {
		rate, err := strconv.ParseFloat(fields[i+1], 64)
		if err != nil || rate <= 0 {
			continue // a test holds that the tables have none
		}
		entries = append(entries, entry{Key(fields[i]), rate})
	}
	slices.SortStableFunc(entries, func(a, b entry) int {
		return cmp.Or(cmp.Compare(b.rate, a.rate), strings.Compare(a.key, b.key))
	})
	for _, e := range entries {
		s.rates = append(s.rates, e.rate)
		s.keys = append(s.keys, e.key)
	}
	s.words = NewTable(s.keys)
	return s
}
