package cluster

import "strings"

// cuts cuts a text in two at every paragraph near its middle.
func cuts(text string) (out [][2]string) {
	paragraphs := strings.Split(text, "\n\n")
	sum := 0
	for i, p := range paragraphs[:len(paragraphs)-1] {
		sum += len(p)
		if x := float64(sum) / float64(len(text)); x > .3 && x < .7 {
			out = append(out, [2]string{join(paragraphs[:i+1]...), join(paragraphs[i+1:]...)})
		}
	}
	return out
}
