// Package furniture turns HTML into plain text and tells the text of a page
// from its furniture: menus, forms, teasers of other articles, link farms,
// footers.
//
// Markup comes first and edits: HTML flows in, its plain text flows out, every
// tag an edit. Propose comes after the repairs and edits nothing: blocks of
// plain text flow in, proposals and marks flow out.
//
//  1. The text is cut into lines, and each is measured: length, function
//     words, end, addresses, shape (block.go).
//  2. Rhythms that no prose has are found over the lines: teasers, link
//     lists, runs of labels (rhythm.go).
//  3. Each line is weighed (measures.go, weights.go), and a sequence model
//     finds the stretch of lines that is the article: the contiguity of prose
//     decides, not the single line (segment.go, reading.go).
//  4. Regressions give each line the probability that it is no part of the
//     article, by its words, its shape, the frames it shares with others, its
//     place, what it has in common with the article, and then by the doubts
//     about its neighbours (shape.go, doubt.go; cohesion.go). Of HTML the tags
//     speak too (tags.go).
//  5. Another regression finds the title; bylines, author boxes and page marks
//     are known by their places and forms (title.go, marks.go, pagemark.go).
//  6. A line outside is cut when its form and its place are furniture's and
//     its words have nothing to do with the article; else it is flagged with
//     its doubt for the other copies to judge (propose.go).
//  7. What falls where no copy speaks is chosen apart: a model weighs each
//     block in two rounds (content.go, net.go), on HTML with what the tree of
//     elements says (tree.go, names.go, survey.go), and of a page that is
//     sure to bear furniture the main content stays (extract.go). The weights
//     are fitted by fixtures/cmd/trainfurniture, which sees pages as sample.go
//     shows them.
package furniture
