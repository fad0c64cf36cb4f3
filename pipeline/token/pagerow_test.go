package token

import "testing"

func TestReadPageRow(t *testing.T) {
	for line, want := range map[string]PageRow{
		"1 2 Next page »":           {Pages: 2, On: true, Signs: true},
		"« 1 2":                     {Pages: 2, Back: true, Signs: true},
		"« Prev 1 | [2] | 3 Next »": {Pages: 3, Back: true, On: true, Signs: true},
		"1 2 下一页":                   {Pages: 2, On: true},
		"Seite 1 2 3 Weiter":        {Pages: 3},
		"Pages: 1 2":                {Pages: 2, Word: "pages"},
		"页：1 2 3":                   {Pages: 3, Word: "页"},
		"Go to page 1 2":            {Pages: 2},
	} {
		if got, ok := ReadPageRow(line); !ok || got != want {
			t.Errorf("%q: %+v, %v", line, got, ok)
		}
	}
	for _, line := range []string{"", "1", "Page 1 of 2", "1/2", "2 3 4", "1 3", "1.2", "1 2 and so it went on and on until the evening came", "10 11 »", "٣ ٤"} {
		if got, ok := ReadPageRow(line); ok {
			t.Errorf("%q is no row: %+v", line, got)
		}
	}
}
