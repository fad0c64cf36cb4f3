package cluster

import (
	"math"
	"testing"

	"github.com/urtext/urtext/pipeline/token"
)

func TestRarity(t *testing.T) {
	for _, c := range []struct {
		language, word string
		low, high      uint8
	}{
		{"en", "international", 0, 1}, {"en", "umbrella", 2, rarest}, {"en", "the", 0, 0},
		{"de", "geschwindigkeit", 0, 1}, {"de", "zwetschgenkuchen", 2, rarest},
		{"pl", "szczęście", 0, 2}, {"ru", "которого", 0, 1}, {"ru", "стамеска", 2, rarest},
		{"el", "ελαιόδεντρο", rarest, rarest}, // no figures
		{"en", "1913", rarest, rarest}, {"en", "12", rarityNumber, rarityNumber},
	} {
		stem := string(AppendStem(nil, []byte(token.Bare(token.Key(c.word)))))
		if r := rarity(stemsOf()[c.language], stem); r < c.low || r > c.high {
			t.Errorf("%s %q, stem %q: rarity %d, want %d to %d", c.language, c.word, stem, r, c.low, c.high)
		}
	}
}

func TestEncodeStems(t *testing.T) {
	b := EncodeStems(map[string]map[string]float64{"xy": {"veryc": math.Exp(-8.9), "often": math.Exp(-9.5), "seldo": math.Exp(-10.5), "never": math.Exp(-11.5)}})
	for stem, want := range map[string]uint8{"veryc": 0, "often": 1, "seldo": 2, "never": rarest, "other": rarest} {
		if r := rarity(b[6:], stem); r != want {
			t.Errorf("%q: rarity %d, want %d", stem, r, want)
		}
	}
	if len(b) != 6+4*3 {
		t.Errorf("%d bytes", len(b))
	}
}
