package reconstruct

import "strings"

// A writer writes the signs of one gap after another in the convention of the
// article. It knows which quotes are open: where the place of a quote does not
// tell, one that opens and one that closes stand in turn.
type writer struct {
	*convention
	open [5]bool
}

// render writes the signs of a gap, or leaves them as they are.
func (w *writer) render(gap string, atStart, asTheyAre bool) string {
	var b strings.Builder
	at := 0
	eachSign(gap, func(class signClass, i, j int) {
		b.WriteString(gap[at:i])
		form := w.formOf(class, gap[i:j], positionOf(gap, i, j, atStart))
		if asTheyAre {
			form = gap[i:j]
		}
		b.WriteString(form)
		at = j
	})
	if strings.Contains(gap, "\n") {
		w.open = [5]bool{} // a quote that was lost has no part in what follows
	}
	return b.String() + gap[at:]
}

// formOf is how the convention writes a sign of the article, and notes whether it
// opens.
func (w *writer) formOf(class signClass, form string, pos position) string {
	forms := &w.form[class]
	opens, closes := forms[opening], forms[closing]
	if pos == loose && styles[class] != nil && closes != "" {
		switch pos = closing; {
		case opens == closes || form != opens && form != closes:
			if !w.open[class] {
				pos = opening
			}
		case form == opens:
			pos = opening
		}
	}
	switch pos {
	case opening, closing:
		w.open[class] = pos == opening
	}
	if f := forms[pos]; f != "" {
		return f
	}
	return form
}
