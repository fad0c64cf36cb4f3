package repair

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/token"
)

// A letter that a page sets large at the head of a paragraph comes apart from its word
// ("T he ferry"). A letter that is a word of the language, or a vowel, may
// be a word.

const longParagraph = 80 // bytes; headings have no such letter

// dropCaps joins large letters with their words: with what makes a function word with
// them, and where two do, with other words, too.
func dropCaps(text, language string) []corpus.Change {
	if token.Of(language).Len() == 0 {
		return nil
	}
	var proved, likely []corpus.Change
	for at, line := range eachLine(text) {
		letter, n := utf8.DecodeRuneInString(line)
		if !unicode.IsUpper(letter) || unspaced(letter) || !elides(language) && token.IsFunction(language, token.Key(string(letter))) {
			continue
		}
		end, rest := at+n+1, strings.TrimPrefix(line[n:], " ")
		if strings.TrimRight(rest, " \r") == "" { // the letter has a line of its own
			end = at + len(line) + 1
			rest, _, _ = strings.Cut(text[min(end, len(text)):], "\n")
		} else if len(rest) == len(line[n:]) {
			continue
		}
		if next, _ := utf8.DecodeRuneInString(rest); !unicode.IsLower(next) || len(rest) < longParagraph {
			continue
		}
		c := corpus.Change{Start: at + n, End: end, Kind: corpus.KindUnwrap, Why: []string{"a large first letter"}}
		word := firstToken(rest)
		switch joined := token.Key(string(letter) + word); {
		case utf8.RuneCountInString(joined) > 2 && token.IsFunction(language, joined):
			proved = append(proved, c)
		case !strings.ContainsRune(vowels, letter) && !token.IsFunction(language, token.Key(word)):
			likely = append(likely, c)
		}
	}
	if len(proved) < 2 {
		return proved
	}
	return merge(proved, likely)
}

// elides reports a language of whose function words single letters are left before or
// behind an apostrophe.
func elides(language string) bool {
	switch language {
	case "en", "fr", "it", "ca":
		return true
	}
	return false
}

// vowels are letters that are words in some language.
const vowels = "AEIOUYÀÁÈÉÓАЕИОУЯЮЭІЇЄΑΕΗΙΟΥΩ"

// firstToken is what s has before its first character that is no letter.
func firstToken(s string) string {
	if i := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		return s[:i]
	}
	return s
}
