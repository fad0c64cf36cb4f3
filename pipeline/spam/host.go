package spam

import (
	"strings"

	"golang.org/x/net/publicsuffix"
)

// hostEnd is the word behind the name of a host that begins at word i.
func (p *page) hostEnd(i, to int) int {
	end := i + 1
	for end < to && p.words[end].is(address) && p.joined(end) && (p.gap(end) == "." || p.gap(end) == "-" || p.gap(end) == "://") {
		end++
	}
	return end
}

// writtenOut reports a word with which an address begins that is written out.
func (p *page) writtenOut(i int) bool {
	key := p.keys[p.words[i].key]
	return key == "www" || strings.HasPrefix(key, "http")
}

// beginsAddress reports a word of an address that does not go on from one before it,
// word from on.
func (p *page) beginsAddress(i, from int) bool {
	return p.words[i].is(address) && !(i > from && p.words[i-1].is(address) && p.joined(i))
}

// isSite reports that words [i, end) are the name of a host: written as one,
// or of small letters and ending as names of hosts do. "org.w3c.dom" and
// "user.signingKey" are names too, of things in programs.
func (p *page) isSite(i, end int) bool {
	host := p.text[p.words[i].start():p.words[end-1].end()]
	if p.writtenOut(i) || strings.Contains(host, "://") {
		return true
	}
	if strings.ToLower(host) != host {
		return false
	}
	_, known := publicsuffix.PublicSuffix(host)
	return (known || reserved(host)) && !p.fileName(host, end)
}

// leastFiles is how many names in one zone are names of files.
const leastFiles = 3

// fileName reports two words that are the name of a file or of a thing in a program
// rather than that of a site: "in.read()", or one of several in a zone that few sites
// are in, "urls.py", "javax.management". Zones of three or four letters, the one of the
// page's own language, and a name with a sign in it are of sites.
func (p *page) fileName(host string, end int) bool {
	name, zone, _ := strings.Cut(host, ".")
	rest := p.text[p.words[end-1].end():]
	switch {
	case strings.HasPrefix(rest, "("):
		return true
	case strings.Contains(zone, ".") || strings.ContainsAny(name, "-0123456789") || strings.HasPrefix(rest, "/"):
		return false
	}
	return len(zone) != 3 && len(zone) != 4 && zone != p.language && p.isExtension(zone)
}

// mostZones is for how many zones a page is searched.
const mostZones = 50

// isExtension reports a zone in which several names of the page are, counted once for each.
func (p *page) isExtension(zone string) bool {
	is, counted := p.extensions[zone]
	if !counted && len(p.extensions) < mostZones {
		if p.extensions == nil {
			p.extensions = map[string]bool{}
		}
		is = strings.Count(p.text, "."+zone) >= leastFiles
		p.extensions[zone] = is
	}
	return is
}

// reserved reports a name in one of the zones that stand for any in examples
// (RFC 2606).
func reserved(host string) bool {
	for _, zone := range []string{".example", ".test", ".invalid", ".localhost"} {
		if strings.HasSuffix(host, zone) {
			return true
		}
	}
	return false
}
