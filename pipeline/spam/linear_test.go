//go:build unix

package spam

import (
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// Time must grow with the text and no faster, whatever the text repeats: four
// times the text may take eight times the time, for the sake of the noise.
func TestTimeIsLinear(t *testing.T) {
	for name, piece := range map[string]string{
		"prose":    orchard + "\n\n",
		"phrases":  "We went there\u00a0Discount Copper Kettles\u00a0, and then we came back to the house again. ",
		"runs":     "so we met Darren Holloway Jersey, and then we went back to the old house ",
		"list":     "kettle one | kettle two | kettle three | ",
		"brackets": "[...] a: b - c | ",
		"blanks":   "a \u00a0 \u00a0 \u00a0",
	} {
		took := func(size int) time.Duration {
			text := strings.Repeat(piece, size/len(piece))
			before := processorTime(t)
			valid(t, detect(t, text, "en"))
			return processorTime(t) - before
		}
		took(1 << 14)
		if quarter, whole := took(1<<18), took(1<<20); whole > 8*quarter+50*time.Millisecond {
			t.Errorf("%s: 256 kB took %v of processor time, 1 MB %v", name, quarter, whole)
		}
	}
}

// processorTime is what this process has taken so far.
func processorTime(t *testing.T) time.Duration {
	t.Helper()
	var u unix.Rusage
	if err := unix.Getrusage(unix.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
