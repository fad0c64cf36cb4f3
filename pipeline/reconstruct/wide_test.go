package reconstruct_test

import (
	"strings"
	"testing"
)

// TestWideLinesGoOn has a copy in a script without small letters whose lines are broken
// amid sentences, and one of which the lines are paragraphs but that lost the break behind
// its heading: what breaks off a wide line is no end of it, what ends a short one may be.
func TestWideLinesGoOn(t *testing.T) {
	for _, c := range []struct{ whole, heading, at, broken string }{
		{"桥上的两张方桌\n\n历时十九个月，清水镇的永济桥终于拆下了脚手架，镇上没有举行剪彩仪式，只在桥头摆了两张方桌，请参与施工的工人喝了一碗姜茶。\n\n九点一刻，第一位过桥的是八十七岁的居民沈桂芬，她推着一辆竹编的小车。",
			"桥上的两张方桌\n\n", "剪彩仪式，只在", "剪彩仪式，\n只在"},
		{"새벽 시장의 셈법\n\n방학에 집에 내려온 나는 낡은 공책을 펼쳐 놓고 아주 긴 표를 그렸고 어머니는 콩을 고르면서 내 설명을 끝까지 들었다.\n\n대답은 준비되어 있었다. 사람을 한 명 쓰면 된다고 했다.",
			"새벽 시장의 셈법\n\n", "표를 그렸고 어머니는 콩을 고르면서", "표를 그렸고 어머니는 콩을\n\n고르면서"},
	} {
		broken := strings.Replace(c.whole, c.at, c.broken, 1)
		if broken == c.whole {
			t.Fatal("nothing is broken")
		}
		lang := map[bool]string{true: "zh", false: "ko"}[strings.Contains(c.whole, "桥")]
		glued := strings.Replace(c.whole, c.heading, strings.TrimSpace(c.heading)+" ", 1)
		a, b := witness("a", broken), witness("b", glued)
		a.Language, b.Language = lang, lang
		if got := rebuild(a, b).Article.Text; got != c.whole {
			t.Errorf("got\n%s\nwant\n%s", got, c.whole)
		}
	}
}
