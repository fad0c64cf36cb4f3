package repair

import (
	"strings"
	"testing"
)

func TestSpacedOut(t *testing.T) {
	kyoto := "私の町には大きな川があります。川のそばに古い橋が立っています。駅前の喫茶店は、朝六時に開きます。学生はまだ来ません。店の人は窓を拭いて、パンを焼いて、新聞を読みます。Kyoto Station の前です。"
	var b strings.Builder
	for i, r := range []rune(kyoto) {
		if b.WriteRune(r); i%2 == 0 && r > 0x3000 && i > 0 && r != '。' {
			b.WriteByte(' ')
		}
	}
	names := "参加者は 佐伯 山下 花子 太郎 次郎 の五人です。" + kyoto
	korean := "역 앞 찻집은 아침 여섯 시에 문을 엽니다. 학생들은 아직 오지 않습니다. 가게 사람은 창을 닦고 빵을 굽고 신문을 읽습니다."
	for name, c := range map[string]struct{ text, want string }{
		"words parted": {b.String(), kyoto},
		"names":        {names, names},
		"Korean":       {korean, korean},
	} {
		t.Run(name, func(t *testing.T) {
			got := run(t, "ja", c.text, Characters{}).Draft.Text
			if got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestCutIntoWords(t *testing.T) {
	text := ferry + "\n" + ferry
	cut := strings.NewReplacer(",", " ,", ".", " .", "“", "“ ", "”", " ”").Replace(text)
	french := "Alors ? Oui ! Non ; enfin : peut-être , dit-elle. Elle sort, elle rentre, elle rit. Il dort."
	for name, c := range map[string]struct{ text, want string }{
		"all signs": {cut, text},
		"one":       {french, french},
	} {
		t.Run(name, func(t *testing.T) {
			if got := run(t, "en", c.text, Lines{}).Draft.Text; got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}
