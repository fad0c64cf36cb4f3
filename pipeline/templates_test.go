package pipeline

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/urtext/urtext/fixtures"
)

// A template is a page of which there are many with other facts: %[1]s and so on.
type template struct {
	name, text string
	facts      [][]any
}

// templates are pages such as offices, shops, firms and chapels write.
func templates() []template {
	return []template{
		{"licence", `A Plain Licence

Copyright (c) %[1]d %[2]s

You may use this program and change it, give it to others and sell it, in whole or in part, and let those do the same to whom you give it. Nobody asks you for money, and nobody will.

This notice shall stay with every copy and with each larger part of the program, whatever you do to it.

The program comes as it is. Those who wrote it promise nothing, neither that it is fit for what you want to do with it nor that it has no faults, and they do not answer for any damage, loss or claim that comes of its use, whether they were told of it before or not.`,
			[][]any{{2014, "Anna Kern"}, {2019, "Pedro Salgado"}, {2016, "Ines Roth"}}},
		{"weather", `Weather in %[1]s

Today in %[1]s it stays %[2]s with a light wind from the %[3]s. Temperatures climb to %[4]d degrees in the afternoon and fall to %[5]d degrees at night. The chance of rain is %[6]d percent.

Tomorrow the sun comes out again and the wind turns to the %[3]s. In the hills above %[1]s fog may last until noon. Drivers should take care on wet roads, and people with allergies have a quiet day.`,
			[][]any{{"Graz", "cloudy", "north", 18, 9, 20}, {"Linz", "sunny", "west", 22, 11, 5}, {"Villach", "overcast", "south", 16, 8, 60}}},
		{"post", `%[1]s wanted

We are a family firm in the third generation and look for a %[1]s for our workshop in %[2]s. You have finished an apprenticeship, like to work in a team and hold a driving licence. We offer fair pay, thirty days of holiday, a pension plan and a free ticket for the train.

If you like fresh air, good tools and colleagues who laugh, send your papers to Mrs %[3]s until the end of %[4]s. We answer every letter. Whoever wants to learn on may visit courses at our cost.`,
			[][]any{{"Carpenter", "Graz", "Huber", "May"}, {"Roofer", "Wels", "Lang", "June"}, {"Painter", "Steyr", "Moser", "July"}}},
		{"ware", `%[1]s cotton shirt

This %[1]s shirt is made of pure cotton from a small mill in Portugal. It is cut wide at the shoulders, keeps its shape after many washes and feels soft from the first day. The seams are sewn twice, the buttons are of mother of pearl, and the collar can be worn open or closed.

Wash at forty degrees and iron while damp. If it does not fit, send it back within a month; we pay the postage. Item %[2]d, %[3]d euros.`,
			[][]any{{"Blue", 20117, 49}, {"Red", 20118, 49}, {"Green", 20121, 45}}},
		{"privacy", `Your data

%[1]s ("we") takes good care of your data. This page says which data we collect when you visit our site, what we use them for and which rights you have. We collect the pages you visit and the time of each visit. We keep this for thirty days and then delete it.

We do not sell data. We pass them on only where the law demands it. Cookies are small files that your browser stores; you can switch them off, but then some parts of the site will not work. You may ask us at any time which data we hold about you and have them deleted. Write to %[2]s if you have questions. We may change this from time to time and will then publish the new text here.`,
			[][]any{{"Hotel Alpenblick", "office@alpenblick.example"}, {"Bakery Krume", "hello@krume.example"}, {"Studio Nord", "mail@nord.example"}}},
		{"function", `Function lib::vector::%[1]s

source

pub fn %[1]s(a: Vector, b: Vector) -> Vector

This is an experimental function, and it may change in any release. It is there on machines with vectors of %[2]d bits only.

Adds the numbers of a and b one by one, those of b first where the two are of one length, and gives the sums in the order of a. What is beyond the shorter of the two is taken for zero.`,
			[][]any{{"mask_add_16", 256}, {"mask_add_32", 256}, {"mask_add_64", 512}}},
		{"press", `%[1]s and %[2]s will work together

%[3]s. %[1]s, a maker of programs for hospitals, and %[2]s, which runs clinics in nine countries, said on Monday that they will work together for five years. %[1]s will put its system for records into all clinics of %[2]s by the end of next year.

"Our doctors lose an hour a day on paper," said %[4]s, who leads %[2]s. "With %[1]s they win it back for their patients." The firms did not say what the deal is worth. Others are thought to follow, because the rules for such records become stricter in spring.`,
			[][]any{{"Medisoft", "Clinova", "Vienna", "Eva Brandt"}, {"Caretex", "Sanaplus", "Zurich", "Tom Weiss"}, {"Healix", "Vitacare", "Munich", "Ines Roth"}}},
	}
}

// Pages of one template with other facts are articles of their own, and a copy of one
// of them joins that one alone.
func TestTemplatesStayApart(t *testing.T) {
	var docs []fixtures.Document
	for _, x := range templates() {
		for i, facts := range x.facts {
			text := fmt.Sprintf(x.text, facts...)
			docs = append(docs, fixtures.Document{ID: fmt.Sprintf("%s-%d", x.name, i), Text: text})
			if i == 0 {
				docs = append(docs, fixtures.Document{ID: x.name + "-0-copy", Text: strings.ReplaceAll(text, "the ", "teh ")})
			}
		}
	}
	out, _ := run(t, Options{Inputs: []string{write(t, filepath.Join(t.TempDir(), "pages.jsonl"), jsonl(t, docs))}})
	r := open(t, out)
	for _, x := range templates() {
		for i := range x.facts {
			id, want := fmt.Sprintf("%s-%d", x.name, i), 1
			if i == 0 {
				want = 2
			}
			if a := r.of(id); a == nil || len(a.Members) != want {
				t.Errorf("%s: %+v, want %d members", id, a, want)
			}
		}
	}
}
