package cluster

import "testing"

// A digest of two articles is told among many copies, of which some are cut and some have
// lines elsewhere in it, as long as few of them span the border.
func TestDivided(t *testing.T) {
	const a, b = 0x7FFFFF00, 0x3FFFFFFF << 32
	crowd := func(title uint64, spanning int, part Part) (list []witness) {
		for i := range 12 {
			list = append(list,
				witness{mask: a, node: int32(i), titled: true, title: 1},
				witness{mask: b | 7<<(2*i), node: int32(20 + i), titled: true, title: title, part: part},
				witness{mask: b << (2 * i), node: int32(40 + i), titled: i%2 > 0, title: title, part: part})
		}
		for i := range spanning {
			list = append(list, witness{mask: a | b, node: int32(60 + i)})
		}
		return list
	}
	for name, c := range map[string]struct {
		list []witness
		want bool
	}{
		"two articles":            {crowd(2, 1, Part{}), true},
		"with few copies":         {crowd(2, 0, Part{})[:9], false},
		"whole copies":            {crowd(2, 4, Part{}), false},
		"pages under one title":   {crowd(1, 1, Part{}), false},
		"pages without titles":    {crowd(0, 1, Part{}), false},
		"pages that bear a mark":  {crowd(2, 1, Part{After: true, Page: 2}), false},
		"one article and no more": {crowd(2, 0, Part{})[:0], false},
	} {
		if got := divided(c.list, 1); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
