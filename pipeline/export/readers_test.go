package export_test

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"testing"
)

// The readers give what each copy has, by its id, out of an export: letters and
// digits in the order of the article.

// readTEI follows the rules that tei.go states: the text outside of app where
// a copy is present, and the readings that name it.
func readTEI(t testing.TB, doc string) map[string]string {
	t.Helper()
	ids := map[string]string{} // by siglum
	on := map[string]bool{}
	text := map[string]*strings.Builder{}
	for _, tag := range strings.SplitAfter(doc, "<witness xml:id=\"")[1:] {
		siglum, rest, _ := strings.Cut(tag, `"`)
		ids[siglum] = rest[1:strings.Index(rest, "<")]
		text[siglum] = &strings.Builder{}
		on[siglum] = !witnessStarts(doc, siglum)
	}
	d := xml.NewDecoder(strings.NewReader(doc))
	var path []string
	var wit []string // of the reading we are in
	for {
		tok, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("not well-formed: %v\n%s", err, doc)
		}
		switch x := tok.(type) {
		case xml.StartElement:
			path = append(path, x.Name.Local)
			switch x.Name.Local {
			case "lem", "rdg":
				wit = nil
				for _, a := range x.Attr {
					if a.Name.Local == "wit" {
						wit = strings.Fields(strings.ReplaceAll(a.Value, "#", ""))
					}
				}
			case "witStart", "lacunaEnd", "witEnd", "lacunaStart":
				for _, s := range wit {
					on[s] = x.Name.Local == "witStart" || x.Name.Local == "lacunaEnd"
				}
			}
		case xml.EndElement:
			path = path[:len(path)-1]
		case xml.CharData:
			if !slices.Contains(path, "body") {
				continue
			}
			for s, b := range text {
				if slices.Contains(path, "app") && slices.Contains(wit, s) || !slices.Contains(path, "app") && on[s] {
					b.Write(x)
				}
			}
		}
	}
	out := map[string]string{}
	for s, b := range text {
		out[ids[s]] = keys(b.String())
	}
	return out
}

func witnessStarts(doc, siglum string) bool {
	for _, rdg := range strings.SplitAfter(doc, `<rdg wit="`)[1:] {
		wit, rest, _ := strings.Cut(rdg, `"`)
		if strings.HasPrefix(rest, "><witStart/>") && slices.Contains(strings.Fields(wit), "#"+siglum) {
			return true
		}
	}
	return false
}

// readGraph walks the path of each copy.
func readGraph(t testing.TB, doc string) map[string]string {
	t.Helper()
	var x struct {
		Graph struct {
			Data []struct {
				Key  string `xml:"key,attr"`
				Text string `xml:",chardata"`
			} `xml:"data"`
			Nodes []struct {
				ID   string `xml:"id,attr"`
				Data []struct {
					Key  string `xml:"key,attr"`
					Text string `xml:",chardata"`
				} `xml:"data"`
			} `xml:"node"`
			Edges []struct {
				Source string `xml:"source,attr"`
				Target string `xml:"target,attr"`
				Data   string `xml:"data"`
			} `xml:"edge"`
		} `xml:"graph"`
	}
	if err := xml.Unmarshal([]byte(doc), &x); err != nil {
		t.Fatal(err)
	}
	words := map[string]string{}
	for _, n := range x.Graph.Nodes {
		words[n.ID] = n.Data[0].Text
	}
	next := map[string]map[string]string{}
	for _, e := range x.Graph.Edges {
		for _, s := range strings.Fields(e.Data) {
			if next[s] == nil {
				next[s] = map[string]string{}
			}
			if next[s][e.Source] != "" {
				t.Fatalf("two ways for %s", s)
			}
			next[s][e.Source] = e.Target
		}
	}
	out := map[string]string{}
	for _, line := range strings.Split(x.Graph.Data[1].Text, "\n") {
		siglum, id, _ := strings.Cut(line, " ")
		for at := x.Graph.Nodes[0].ID; at != ""; at = next[siglum][at] {
			out[id] += keys(words[at])
		}
	}
	return out
}

func readTable(t testing.TB, doc string) map[string]string {
	t.Helper()
	lines, err := csv.NewReader(strings.NewReader(doc)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for k, id := range lines[0] {
		if k < 7 {
			continue
		}
		out[id] = ""
		for _, l := range lines[1:] {
			out[id] += keys(l[k])
		}
	}
	return out
}

func readJSON(t testing.TB, doc string) map[string]string {
	t.Helper()
	var x struct {
		Witnesses []struct{ ID string }
		Rows      []struct{ Cells []*string }
	}
	if err := json.Unmarshal([]byte(doc), &x); err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for w, id := range x.Witnesses {
		out[id.ID] = ""
		for _, r := range x.Rows {
			if r.Cells[w] != nil {
				out[id.ID] += keys(*r.Cells[w])
			}
		}
	}
	return out
}
