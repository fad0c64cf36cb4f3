package pipeline_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/urtext/urtext/pipeline"
	"github.com/urtext/urtext/pipeline/sink"
)

// The whole job: five damaged copies of one article, of which one is a
// translation, become two articles that are linked to each other.
func ExampleRun() {
	out, err := os.MkdirTemp("", "example-")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(out)
	sum, err := pipeline.Run(context.Background(), pipeline.Options{Inputs: []string{"../fixtures/family"}, Out: out})
	if err != nil {
		panic(err)
	}
	fmt.Println("read", sum.Read, "rejected", sum.Rejected)
	result, err := sink.OpenResult(out)
	if err != nil {
		panic(err)
	}
	for article, err := range result.Articles() {
		if err != nil {
			panic(err)
		}
		fmt.Println(article.Language, len(article.Members), "copies, translations:", len(article.Translations))
	}
	// Unordered output:
	// read 5 rejected 0
	// it 1 copies, translations: 1
	// en 4 copies, translations: 1
}

// One document, as records of JSON come in by a stream: the edits say what was
// mended, and give the text as read back.
func ExampleClean() {
	in := strings.NewReader(`{"id": "a", "text": "The cafÃ© opened in May, and nobody came until the rain did."}`)
	var out bytes.Buffer
	if _, err := pipeline.Clean(context.Background(), pipeline.Options{Inputs: []string{"-"}, Stdin: in}, &out); err != nil {
		panic(err)
	}
	var doc struct {
		Text  string
		Edits []struct{ Kind, Was, Now string }
	}
	if err := json.Unmarshal(out.Bytes(), &doc); err != nil {
		panic(err)
	}
	fmt.Println(doc.Text)
	fmt.Println(doc.Edits)
	// Output:
	// The café opened in May, and nobody came until the rain did.
	// [{mojibake Ã© é}]
}

// Copies that are known to be of one article: the field cluster says which.
func ExampleCollate() {
	in := strings.NewReader(`
{"id": "a", "cluster": "well", "text": "We dug the well in May. It has not run dry since."}
{"id": "b", "cluster": "well", "text": "We dug the wall in May. It has not run dry since."}
{"id": "c", "cluster": "well", "text": "We dug the well in May. It has not dry since."}
`)
	var out bytes.Buffer
	if _, err := pipeline.Collate(context.Background(), pipeline.Options{Inputs: []string{"-"}, Stdin: in}, &out); err != nil {
		panic(err)
	}
	var article struct{ ID, Text string }
	if err := json.Unmarshal(out.Bytes(), &article); err != nil {
		panic(err)
	}
	fmt.Println(article.ID, "|", article.Text)
	// Output:
	// well | We dug the well in May. It has not run dry since.
}
