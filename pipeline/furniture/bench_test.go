package furniture

import (
	"strings"
	"testing"

	"github.com/urtext/urtext/pipeline/corpus"
)

// BenchmarkPropose reads an article alone, and within a menu and a footer.
func BenchmarkPropose(b *testing.B) {
	article := strings.Repeat(bees+"\n\n", 5)
	for _, c := range []struct{ name, text string }{
		{"article", article},
		{"page", "Home | News | Contact\nLog in\nRegister\n\n" + article + "Share this\nTweet\nLeave a comment\nPrivacy policy | Terms\n© 2012 All rights reserved\n"},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.text)))
			b.ReportAllocs()
			for b.Loop() {
				d := &corpus.Document{Draft: corpus.NewDraft(c.text), Language: "en"}
				if err := (Propose{}).Apply(d); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
