package repair

import "testing"

// TestStrewnPages mends UTF-8 that was read as other pages of East Asia, but for what is
// lost, and leaves a few syllables alone.
func TestStrewnPages(t *testing.T) {
	const filler = " It was in no hurry, and neither were we, since nobody had told us when to be there."
	for was, now := range map[string]string{
		"fenﾃｪtres, diffﾃｩrentes, ﾃｩgalement, ﾃ�" + filler:       "fenêtres, différentes, également, ﾃ�" + filler,
		"Ged채chtnis, 철ffnen, einger체ckt, schlie��enden" + filler: "Gedächtnis, öffnen, eingerückt, schlie��enden" + filler,
		"The syllables 채 and 철 and 체 are read so." + filler:      "The syllables 채 and 철 and 체 are read so." + filler,
		"ﾃｪ and ﾃｩ are kana of half a width." + filler:           "ﾃｪ and ﾃｩ are kana of half a width." + filler,
	} {
		if got := run(t, "und", was, Characters{}).Draft.Text; got != now {
			t.Errorf("%q:\ngot  %q\nwant %q", was, got, now)
		}
	}
}

// TestGBKStrewn mends texts of few signs beyond ASCII, and leaves those alone whose Han
// characters are their own, or too few to prove anything.
func TestGBKStrewn(t *testing.T) {
	const filler = " It was in no hurry, and neither were we, since nobody had told us when to be there."
	for was, now := range map[string]string{
		"I don鈥檛 know if it鈥檚 35 掳C here." + filler:                  "I don’t know if it’s 35 °C here." + filler,
		"He said 鈥淲e will鈥? and it鈥檚 late鈥? Yes." + filler:           "He said “We will? and it’s late? Yes." + filler, // what sign was lost none can tell
		"鈥淲e won鈥檛.鈥? That鈥檚 all.鈥?" + filler:                        "“We won’t.” That’s all.” " + filler[1:],
		"knock聽cheap pills聽, it鈥檚 said" + filler:                     "knock\u00a0cheap pills\u00a0, it’s said" + filler,
		"I don鈥檛 know if it鈥檚 right." + filler:                       "I don鈥檛 know if it鈥檚 right." + filler, // two prove nothing
		"The signs 中, 文 and 字 mean that, and 聽 is to hear." + filler: "The signs 中, 文 and 字 mean that, and 聽 is to hear." + filler,
		"The sign 猫 is a cat, 水 is water and 犬 is a dog." + filler:   "The sign 猫 is a cat, 水 is water and 犬 is a dog." + filler,
		"L'猫'; L'猫'; and L'猫' are wide." + filler:                    "L'猫'; L'猫'; and L'猫' are wide." + filler,
		"它是“鈥檚”和“鈥檛”，还有“掳”。":                                         "它是“鈥檚”和“鈥檛”，还有“掳”。",
	} {
		if got := run(t, "und", was, Characters{}).Draft.Text; got != now {
			t.Errorf("%q:\ngot  %q\nwant %q", was, got, now)
		}
	}
}
