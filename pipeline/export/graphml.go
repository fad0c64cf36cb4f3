package export

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
)

// A graphEncoder writes the variant graph of each article (Schmidt and
// Colomb, "A data structure for representing multi-version texts online",
// 2009) as one directed graph of a GraphML document. A node is a word in a
// column, shared by the copies that have it there; an edge leads from a word
// to the next one, and bears the sigla of the copies that read on that way.
// Every copy is a path from the first node to the last. A passage that stands
// elsewhere in a copy is on its path where the article has it, and its nodes
// name the copy as "transposed".
type graphEncoder struct{}

const graphHead = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
  <key id="article" for="graph" attr.name="article" attr.type="string"/>
  <key id="copies" for="graph" attr.name="copies" attr.type="string"/>
  <key id="text" for="node" attr.name="text" attr.type="string"/>
  <key id="row" for="node" attr.name="row" attr.type="int"/>
  <key id="chosen" for="node" attr.name="chosen" attr.type="boolean"/>
  <key id="transposed" for="node" attr.name="transposed" attr.type="string"/>
  <key id="witnesses" for="edge" attr.name="witnesses" attr.type="string"/>
`

func (graphEncoder) head(b *bytes.Buffer) { b.WriteString(graphHead) }
func (graphEncoder) foot(b *bytes.Buffer) { b.WriteString("</graphml>\n") }

// article writes a graph, n the number of the article among all, which names its
// nodes and edges.
func (graphEncoder) article(b *bytes.Buffer, n int, c corpus.Collation) error {
	g := newGraph(c, n)
	fmt.Fprintf(b, "  <graph id=\"g%d\" edgedefault=\"directed\">\n", n)
	data(b, "    ", "article", c.Article.ID)
	data(b, "    ", "copies", strings.Join(g.copies(), "\n"))
	for i, v := range g.nodes {
		fmt.Fprintf(b, "    <node id=\"g%dn%d\">\n", n, i)
		data(b, "      ", "text", v.text)
		data(b, "      ", "row", fmt.Sprint(v.row))
		if v.chosen {
			data(b, "      ", "chosen", "true")
		}
		if len(v.transposed) > 0 {
			data(b, "      ", "transposed", g.sigla(v.transposed))
		}
		b.WriteString("    </node>\n")
	}
	for i, e := range g.edges {
		fmt.Fprintf(b, "    <edge id=\"g%de%d\" source=\"g%dn%d\" target=\"g%dn%d\">\n", n, i, n, e.from, n, e.to)
		data(b, "      ", "witnesses", g.sigla(e.witnesses))
		b.WriteString("    </edge>\n")
	}
	b.WriteString("  </graph>\n")
	return nil
}

func data(b *bytes.Buffer, indent, key, value string) {
	b.WriteString(indent + `<data key="` + key + `">` + escaped(value) + "</data>\n")
}

// A graph is the variant graph of one article. Node 0 is the beginning and
// the last node the end; both are empty.
type graph struct {
	names []string // sigla of the witnesses
	ids   []string
	nodes []graphNode
	edges []graphEdge
}

type graphNode struct {
	row        int // of the table, from 1; 0 and one past the last at the ends
	text       string
	chosen     bool
	transposed []int
}

type graphEdge struct {
	from, to  int
	witnesses []int
}

// newGraph makes of rows of words a graph: one node for each different word of a
// row, and an edge where a copy goes from one to the next.
func newGraph(c corpus.Collation, article int) *graph {
	g := &graph{names: sigla(c, article), ids: names(c), nodes: []graphNode{{chosen: true}}}
	last := make([]int, len(c.Witnesses)) // node that each path has come to
	edge := map[[2]int]int{}
	step := func(w, to int) {
		way := [2]int{last[w], to}
		i, ok := edge[way]
		if !ok {
			i = len(g.edges)
			edge[way] = i
			g.edges = append(g.edges, graphEdge{from: way[0], to: to})
		}
		g.edges[i].witnesses = append(g.edges[i].witnesses, w)
		last[w] = to
	}
	moved := transposed(c)
	for i, r := range c.Rows {
		at := map[string]int{}
		for w, k := range r.Words {
			if k == corpus.Absent {
				continue
			}
			key := c.Witnesses[w].Words[k].Key
			v, ok := at[key]
			if !ok {
				v = len(g.nodes)
				at[key] = v
				g.nodes = append(g.nodes, newGraphNode(c, r, i+1, w))
			}
			if moved[w][k] {
				g.nodes[v].transposed = append(g.nodes[v].transposed, w)
			}
			step(w, v)
		}
	}
	g.nodes = append(g.nodes, graphNode{row: len(c.Rows) + 1, chosen: true})
	for w := range c.Witnesses {
		step(w, len(g.nodes)-1)
	}
	return g
}

// newGraphNode makes the node of witness w's word in row number n: the word
// as the article writes it where it is the article's.
func newGraphNode(c corpus.Collation, r corpus.Row, n, w int) graphNode {
	x := c.Witnesses[w].Words[r.Words[w]]
	v := graphNode{row: n, text: x.Surface}
	s := segment{from: n - 1, to: n}
	if r.Chosen() && chosenSignature(c, s, false) == signature(c, s, w, false) {
		v.text, v.chosen = c.Article.Text[r.Start:r.End], true
	}
	return v
}

// transposed gives for each witness the words that stand elsewhere in it
// than in the article.
func transposed(c corpus.Collation) []map[int32]bool {
	out := make([]map[int32]bool, len(c.Witnesses))
	for w := range out {
		out[w] = map[int32]bool{}
	}
	for _, m := range c.Moves {
		for i := m.From; i < m.To; i++ {
			out[m.Witness][int32(i)] = true
		}
	}
	return out
}

func (g *graph) sigla(witnesses []int) string {
	var out []string
	for _, w := range witnesses {
		out = append(out, g.names[w])
	}
	return strings.Join(out, " ")
}

// copies says which siglum stands for which copy, one a line.
func (g *graph) copies() []string {
	var out []string
	for i, s := range g.names {
		out = append(out, s+" "+g.ids[i])
	}
	return out
}
