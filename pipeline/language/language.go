// Package language names the language of a document and of the paragraphs
// that stand in another.
//
// Documents flow in after the character repairs; Language and Passages flow
// out, the text is left as it is. The function words of its paragraphs name the
// language of plain prose (survey.go). For anything else the script of the letters settles what one
// language writes. Among the languages of a script a flat table of lingua's
// figures chooses as lingua does (trigrams.go, rank.go), at a hundred times its
// speed, on windows of a text as long as one language leads in them, else on all
// of it; lingua itself is called in close cases and for short texts that the
// function words of the package token leave in doubt, so that only the models
// a text calls for are ever loaded. Function words also name the languages that
// lingua lacks, and the paragraphs that may be in another language.
package language

import (
	"fmt"
	"slices"
	"sync"

	"github.com/urtext/urtext/pipeline/corpus"
)

// Unknown is the language of a text that names none.
const Unknown = "und"

// A Detector finds languages. It is safe for concurrent use.
type Detector struct {
	allowed map[string]bool // nil: all
	surveys *sync.Pool      // of *survey: the room they took
}

// New returns a detector that chooses among the languages given by their
// codes (ISO 639-1, or 639-3 where there is none), among all it knows when
// none are given. It fails on a code it does not know.
func New(languages []string) (*Detector, error) {
	if len(languages) == 0 {
		return &Detector{surveys: newSurveys()}, nil
	}
	d := &Detector{allowed: map[string]bool{}, surveys: newSurveys()}
	for _, code := range languages {
		if code == "no" {
			code = "nb"
		}
		if !known(code) {
			return nil, fmt.Errorf("language %q is not known", code)
		}
		d.allowed[code] = true
	}
	return d, nil
}

// Known returns the codes that New takes, sorted.
func Known() []string {
	var out []string
	for _, s := range scripts {
		out = append(out, s.languages...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func known(code string) bool {
	_, ok := slices.BinarySearch(Known(), code)
	return ok
}

func (d *Detector) allows(code string) bool { return d.allowed == nil || d.allowed[code] }

// Name implements the stage.
func (d *Detector) Name() string { return "language" }

// None stands in the place of a detector that is switched off: all documents
// are in no known language.
type None struct{}

// Name implements the stage.
func (None) Name() string { return new(Detector).Name() }

// Apply sets the document's Language.
func (None) Apply(doc *corpus.Document) error {
	doc.Language = Unknown
	return nil
}

// Apply sets the document's Language and its Passages.
func (d *Detector) Apply(doc *corpus.Document) error {
	s := d.surveys.Get().(*survey)
	defer d.surveys.Put(s)
	d.survey(s, doc)
	if code, ok := d.prose(s); ok {
		doc.Language, doc.Passages = code, nil // no head is foreign
		return nil
	}
	doc.Language = d.Of(doc.Draft.Text)
	doc.Passages = d.passages(s, doc.Language)
	if 3*extent(doc.Passages) > 2*len(doc.Draft.Text) {
		doc.Passages = nil // where most is foreign nothing is
	}
	return nil
}

// The texts below which a language is named only when its words or its
// script leave no doubt, and from which lingua needs no more than trigrams;
// in letters.
const (
	shortText = 10
	longText  = 120
)

// Of returns the language of a text, Unknown when it names none.
func (d *Detector) Of(text string) string {
	code, open, read := d.look(text)
	if len(open) > 0 {
		return ask(read, open, count(read).total >= longText)
	}
	return code
}

// look names the language of a text as far as can be said without lingua: else
// it says among which languages there is a doubt, and what was read. Where a
// few windows of the text leave a doubt, more are read.
func (d *Detector) look(text string) (code string, open []rank, read string) {
	for _, n := range windows {
		sure := false
		read = sample(text, n)
		if code, sure, open = d.read(read); sure || len(text) <= n*windowSize {
			break
		}
	}
	return code, open, read
}

// clearShare is the share of the words in one script from which on there is no
// doubt of the script.
const clearShare = .9

// Guess returns the languages that a text may be in, the likeliest first, as far
// as can be said without lingua: more than one where Of would ask it, whose
// models take long to load, and Unknown for a text that names none.
func (d *Detector) Guess(text string) []string {
	code, open, _ := d.look(text)
	if len(open) > 0 {
		return codes(open)
	}
	return []string{code}
}

// read names the language of a sample as far as it can without lingua, and
// says whether there is no doubt: else among which languages there is one.
func (d *Detector) read(sample string) (code string, sure bool, open []rank) {
	letters := count(sample)
	script, share := letters.dominant()
	if script < 0 || share < .5 && letters.total < shortText {
		return Unknown, false, nil
	}
	if code, ok := d.byScript(script, letters); ok {
		return code, share > clearShare, nil
	}
	ranks, short := d.ranks(sample, script), letters.total < longText
	if short || len(ranks) > 0 && functionWords().kin[ranks[0].language] {
		var scores [mostLanguages]score
		var t tally
		t.add(sample, script)
		p := d.profile(&scores, &t)
		if code, ok := p.certain(); ok && short {
			return code, true, nil
		}
		if letters.total < shortText {
			return p.clear(), true, nil
		}
		if p.lone() {
			return p.withoutModel(p.candidates()), false, nil
		}
		if open := p.shortlist(ranks); short && len(open) > 1 {
			return "", false, open
		}
	}
	if len(ranks) == 0 {
		return Unknown, false, nil
	}
	if lead(ranks) < closeLead {
		return "", false, ranks[:2]
	}
	return ranks[0].language, len(ranks) > 1 && lead(ranks) >= sureLead && share > clearShare, nil
}

// byScript names the language of scripts that write one language only.
func (d *Detector) byScript(script int, letters counts) (string, bool) {
	if letters.total < 2 {
		return Unknown, true
	}
	if scripts[script].name == "Han" {
		return d.cjk(letters), true
	}
	if languages := d.writing(script); len(languages) == 1 && letters.of[script] >= 4 {
		return languages[0], true
	} else if len(languages) == 0 {
		return Unknown, true
	}
	return "", false
}

// cjk tells Japanese, Korean and Chinese by their syllables: kana are rare in
// Chinese, and Japanese prose is never without them.
func (d *Detector) cjk(letters counts) string {
	code := "zh"
	switch all := letters.han + letters.kana + letters.hangul; {
	case letters.hangul*5 >= all:
		code = "ko"
	case letters.kana*20 >= all:
		code = "ja"
	}
	if !d.allows(code) || code == "zh" && letters.han < 4 {
		return Unknown
	}
	return code
}

// writing returns the allowed languages that are written in a script.
func (d *Detector) writing(script int) []string { return d.allowedOf(scripts[script].languages) }

// allowedOf returns those of the languages that are allowed.
func (d *Detector) allowedOf(languages []string) []string {
	if d.allowed == nil {
		return languages
	}
	var out []string
	for _, code := range languages {
		if d.allowed[code] {
			out = append(out, code)
		}
	}
	return out
}
