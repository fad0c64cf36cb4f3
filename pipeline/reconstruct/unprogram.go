package reconstruct

// Programs leave forms of signs that next to no author writes: ellipses of two full
// stops, or of some that stand apart, quotes and apostrophes made of backticks. Where
// all copies have one and the same it is the author's none the less. Where some have
// another, or nothing, it is damage, and what it was made of is written.

// unprogram writes what the forms of programs were made of, in the classes of signs
// that no copy has in another form.
func (v *view) unprogram(ballots []signBallot) {
	for _, class := range []signClass{doubleQuote, singleQuote, ellipsis} {
		if v.programmed(class) && !v.unanimous(class, ballots) {
			for pos, form := range v.signs.form[class] {
				if genuine(form) <= programShare {
					v.signs.form[class][pos] = v.made(class, position(pos))
				}
			}
		}
	}
}

// programShare is what the forms of programs weigh.
const programShare = .1

// programmed reports a class of which the article has signs, none in a form that
// authors write.
func (v *view) programmed(class signClass) bool {
	some := false
	for _, votes := range v.signs.votes[class] {
		for form, n := range votes {
			if n > 0 && genuine(form) > programShare {
				return false
			}
			some = some || n > 0
		}
	}
	return some
}

// unanimous reports whether all copies that stand where some copy has a sign of the
// class have one, and all write it alike; a copy that stands alone agrees with itself,
// unless its signs were converted and there are others.
func (v *view) unanimous(class signClass, ballots []signBallot) bool {
	for w := range v.n {
		if v.lost[w].stands[class] && v.signCount[w][class] == 0 {
			return false
		}
	}
	var first [4]string
	alike, converted := true, false
	for _, x := range ballots {
		eachSign(x.raw, func(c signClass, i, j int) {
			if c != class {
				return
			}
			form := &first[positionOf(x.raw, i, j, x.atStart)]
			alike = alike && (*form == "" || *form == x.raw[i:j])
			*form, converted = x.raw[i:j], converted || v.converted[x.w]
		})
	}
	return alike && (v.signHeld[class] > 1 || !converted || v.n == 1)
}

// made is the form of which programs made theirs: an ellipsis is one sign, and quotes
// are straight where no copy has others; but apostrophes are as the double quotes.
func (v *view) made(class signClass, pos position) string {
	quote := v.signs.form[doubleQuote][opening]
	switch {
	case class == ellipsis:
		return "…"
	case class == doubleQuote:
		return `"`
	case quote == "" || quote == `"` || genuine(quote) <= programShare:
		return "'"
	case pos == opening:
		return "‘"
	}
	return "’"
}

// firstDash is the dash between words in the first place in a language, by its
// typographers; "" where both are, or of a language not known here.
func firstDash(language string) string {
	switch language {
	case "ru", "uk", "be", "es", "en":
		return "—"
	case "de", "sv", "da", "nb", "nn", "fi", "cs", "sk", "nl":
		return "–"
	}
	return ""
}
