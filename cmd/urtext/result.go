package main

import (
	"strings"

	"github.com/urtext/urtext/pipeline/corpus"
	"github.com/urtext/urtext/pipeline/sink"
)

// findArticle finds the article that a name stands for: its id, the id of a
// member, or the beginning of one article id only. Nil when there is none.
func findArticle(r *sink.Result, name string) (*corpus.Article, error) {
	article, err := r.Article(name)
	if article != nil || err != nil {
		return article, err
	}
	var near []string
	for a, err := range r.Articles() {
		if err != nil {
			return nil, err
		}
		if !strings.HasPrefix(a.ID, name) {
			continue
		}
		article = a
		if near = append(near, a.ID); len(near) == 5 {
			break
		}
	}
	if len(near) > 1 {
		return nil, usage("it could be "+strings.Join(near, ", "), "%s: more than one article id begins so", name)
	}
	return article, nil
}

// documentsOf collects the records of the members of an article.
func documentsOf(r *sink.Result, a *corpus.Article) ([]corpus.Record, error) {
	members := make(map[string]bool, len(a.Members))
	for _, m := range a.Members {
		members[m.ID] = true
	}
	var out []corpus.Record
	for rec, err := range r.Documents() {
		if err != nil {
			return nil, err
		}
		if members[rec.ID] {
			out = append(out, *rec)
		}
		if len(out) == len(members) {
			break
		}
	}
	return out, nil
}

// mostCopied is the id of the article with the most members among the first
// ones, to try show on; empty when there is none.
func mostCopied(out string) string {
	const looked = 1000
	r, err := sink.OpenResult(out)
	if err != nil {
		return ""
	}
	best, members, n := "", 0, 0
	for a, err := range r.Articles() {
		if err != nil || n == looked {
			break
		}
		if len(a.Members) > members {
			best, members = a.ID, len(a.Members)
		}
		n++
	}
	return best
}
