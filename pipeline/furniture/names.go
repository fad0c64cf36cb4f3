package furniture

import (
	"math/bits"
	"strings"
)

// names is a set of the words below, as classes, ids and roles of elements
// bear them.
type names [3]uint64

// nameWords are words that many hosts have in the names of their elements,
// whatever their language. What each says is learned (content.bin).
var nameWords = strings.Fields(`nav navbar navigation menu submenu footer header sidebar widget breadcrumb breadcrumbs share sharing social related
	recommended cookie cookies consent newsletter promo banner ad ads advert pagination pager toolbar popup modal dialog dropdown search login register
	account cart button btn cta hidden copyright contentinfo complementary skip toc tags meta author avatar comment comments reply signature filter
	carousel slide tooltip form subscribe follow alert notice announcement article content main post posts entry body text message messages
	description product details summary thread topic code markdown prose reader story page section blog review reviews faq accordion answer question
	job listing item items card list grid title heading headline price date time username user topbar bottom top side left right hero logo table quote
	edit footnote more info image caption stats badge label similar feature features`)

var nameIndex = indexNames()

func indexNames() map[string]int {
	out := make(map[string]int, len(nameWords))
	for i, w := range nameWords {
		out[w] = i
	}
	return out
}

func (n *names) add(other names) {
	for i := range n {
		n[i] |= other[i]
	}
}

// namesOf is a set of some of nameWords; a word that is none of them is not in
// it.
func namesOf(words ...string) (n names) {
	for _, w := range words {
		n.read([]byte(w))
	}
	return n
}

func (n names) both(other names) names {
	for i := range n {
		n[i] &= other[i]
	}
	return n
}

// first is the least word in the set, -1 where it is empty.
func (n names) first() int {
	for i, x := range n {
		if x != 0 {
			return 64*i + bits.TrailingZeros64(x)
		}
	}
	return -1
}

func (n *names) has(i int) bool { return n[i/64]>>(i%64)&1 != 0 }

// nameLength is how much of an attribute is read.
const nameLength = 300

// read adds the words of an attribute's value: runs of letters, parted also
// where a capital follows a small letter.
func (n *names) read(value []byte) {
	value = value[:min(len(value), nameLength)]
	var buf [16]byte
	size, small := 0, false
	put := func() {
		if size > 1 && size < len(buf) {
			if i, ok := nameIndex[string(buf[:size])]; ok {
				n[i/64] |= 1 << (i % 64)
			}
		}
		size = 0
	}
	for _, c := range value {
		capital := 'A' <= c && c <= 'Z'
		if capital {
			c |= 0x20
		}
		if c < 'a' || c > 'z' {
			put()
			small = false
			continue
		}
		if capital && small {
			put()
		}
		small = !capital
		if size < len(buf) {
			buf[size] = c
		}
		size++
	}
	put()
}
