package repair

import (
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// TestDoubleBytes mends Chinese, Japanese and Korean that were read as single bytes, and
// leaves text alone that is right.
func TestDoubleBytes(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		page encoding.Encoding
	}{
		"gbk":   {"屋后有一棵老梨树，二十年没有人修剪过。父亲看了看树干，说木头是好的，只是缺少阳光。\n二月里我们开始干活，先锯掉枯枝。", simplifiedchinese.GBK},
		"big5":  {"屋後有一棵老梨樹，二十年沒有人修剪過。父親看了看樹幹，說木頭是好的，只是缺少陽光。", traditionalchinese.Big5},
		"sjis":  {"家の裏に古い梨の木があった。二十年のあいだ誰も枝を切らなかった。父は幹を見て、木は丈夫だと言った。", japanese.ShiftJIS},
		"eucjp": {"家の裏に古い梨の木があった。二十年のあいだ誰も枝を切らなかった。父は幹を見て、木は丈夫だと言った。", japanese.EUCJP},
		"euckr": {"집 뒤에 오래된 배나무가 있었다. 스무 해 동안 아무도 가지를 치지 않았다. 아버지는 줄기를 보고 나무가 튼튼하다고 했다.", korean.EUCKR},
	} {
		raw, err := c.page.NewEncoder().String(c.text)
		if err != nil {
			t.Fatal(err)
		}
		var wrong []rune
		for i := range len(raw) {
			r := charmap.Windows1252.DecodeByte(raw[i])
			if r == '\uFFFD' {
				r = rune(raw[i])
			}
			wrong = append(wrong, r)
		}
		if got := run(t, "und", string(wrong), Characters{}).Draft.Text; got != c.text {
			t.Errorf("%s: %q", name, got)
		}
	}
	for _, text := range []string{
		"ПРИКАЗ О НАЗНАЧЕНИИ. НА ОСНОВАНИИ УСТАВА ОБЩЕСТВА И РЕШЕНИЯ СОБРАНИЯ ПРИКАЗЫВАЮ НАЗНАЧИТЬ",
		"ÀÉÈÊ ÇÀ ÔÙÛ — «ÎÏ» ÉÉ ÀÀ ÈÈ ÊÊ ÎÎ ÔÔ ÛÛ ÙÙ ÏÏ ÜÜ ÖÖ ÄÄ ßß °° ±± ²²",
		"Příliš žluťoučký kůň úpěl ďábelské ódy, – řekl „ší“ – a šel žít.",
	} {
		if got := run(t, "und", text, Characters{}).Draft.Text; got != text {
			t.Errorf("%q became %q", text, got)
		}
	}
}
