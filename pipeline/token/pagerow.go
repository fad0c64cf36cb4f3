package token

import (
	"strconv"
	"strings"
	"unicode"
)

// A PageRow is a line of links to the pages of an article, as it stands on one of them:
// "« 1 2 3 »". Which page that is it says by where it leads.
type PageRow struct {
	Pages    int32  // the last that it names
	Back, On bool   // it leads to an earlier page, to a later one
	Signs    bool   // arrows say so
	Word     string // nothing but this stands with it, before it
}

// Bare reports a row that says nothing of where it leads: "Pages: 1 2 3".
func (r PageRow) Bare() bool { return !r.Back && !r.On }

// Bounds of a row: the pages that it names, and the letters of its words on either side.
const (
	rowMost    = 20
	rowLetters = 24
)

// signs that lead back and on.
const backSigns, onSigns = "«‹←◄<", "»›→►>"

// ReadPageRow reads a line of numbers that count from 1 and stand apart by nothing but
// space, bars and brackets. Arrows on either side say where it leads, or where it has none
// words behind it alone; words before it may be the word for pages.
func ReadPageRow(s string) (row PageRow, ok bool) {
	from := strings.IndexFunc(s, unicode.IsDigit)
	to := strings.LastIndexFunc(s, unicode.IsDigit) + 1
	if from < 0 || to-from < 3 || to-from > 4*rowMost || s[from] != '1' || s[to-1] > '9' {
		return row, false
	}
	left, right := s[:from], s[to:]
	numbers := strings.FieldsFunc(s[from:to], func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("|[]()·•", r) })
	if len(numbers) < 2 || len(numbers) > rowMost {
		return row, false
	}
	for i, n := range numbers {
		if n != strconv.Itoa(i+1) {
			return row, false
		}
	}
	a, b := lettersOf(left), lettersOf(right)
	if a > rowLetters || b > rowLetters {
		return row, false
	}
	row = PageRow{Pages: int32(len(numbers)), Back: strings.ContainsAny(left, backSigns), On: strings.ContainsAny(right, onSigns)}
	row.Signs = row.Back || row.On
	switch {
	case row.Signs:
	case a == 0:
		row.On = b > 0
	case b == 0:
		if word := strings.Trim(left, " :：\u00a0"); !strings.ContainsFunc(word, unicode.IsSpace) {
			row.Word = Key(word)
		}
	}
	return row, true
}

func lettersOf(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}
