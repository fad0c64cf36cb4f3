package token

// PathSigns are the signs, each between spaces, that part the steps of the way through a
// site, as in "Home » Garden » The title", and hardly anything else. They are not changed.
var PathSigns = []string{"::", "»", "›", ">", "→"}
