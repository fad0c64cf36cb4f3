package spam

import (
	"strings"
	"testing"
)

// well is a page in a script without spaces.
const well = `村里的老井

我们搬到山脚下的那一年，院子里的老井已经干了二十年，井口盖着一块裂开的石板，没有人愿意走近。父亲掀开石板看了很久，说井壁还是好的，只要把底下的淤泥清出来，水就会回来。

我们从三月开始挖泥，每天只挖一个时辰，因为井里空气不好，人待久了会头晕。祖母坐在井边数木桶，数到一百就叫我们上来，她年轻的时候见过有人在井里出事，所以谁也不敢不听她的话。

到了五月，井底终于渗出清水，先是一指深，过了七天涨到膝盖。父亲用石灰把井壁刷了两遍，又在井口装上辘轳，从那以后全家人都喝这口井里的水，再也没有去河边挑过。`

// In such a script the space before a phrase tells where it begins, unless the page sets
// spaces all over.
func TestSetApart(t *testing.T) {
	put := strings.NewReplacer("那一年，", "那一年 激安口琴批发 ，", "清水，", "清水 名牌雨靴批发 ，")
	if got := cut(t, detect(t, put.Replace(well), "zh")); got != well {
		t.Errorf("left %q", got)
	}
	wide := strings.NewReplacer("父亲", " 父亲 ", "祖母", " 祖母 ", "我们", " 我们 ", "石板", " 石板 ", "井壁", " 井壁 ", "井底", " 井底 ").Replace(put.Replace(well))
	if got := cut(t, detect(t, wide, "zh")); got != wide {
		t.Errorf("spaces all over: left %q", got)
	}
}

// What is certain of such phrases teaches what they sell, as it does in other scripts.
func TestSetApartTeaches(t *testing.T) {
	put := strings.NewReplacer("那一年，", "那一年 激安口琴批发 ，", "清水，", "清水 名牌口琴批发 ，", "\n\n到了五月", "\n\n激安口琴批发雨靴 名牌口琴\n\n激安口琴雨靴\n\n批发口琴 雨靴名牌\n\n到了五月")
	if got := cut(t, detect(t, put.Replace(well), "zh")); got != well {
		t.Errorf("left %q", got)
	}
}
