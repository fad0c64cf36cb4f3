package furniture

// The weights of the measures, by logistic regression over the lines of 280
// labelled web pages (articles, forum threads, documentation, services) and
// as many clean texts, each page counting the same. The first pass knows
// nothing of the article's words, the second does.
var (
	firstPass = vector{
		0.54, 1.06, 0.00, 0.85, 0.12, -0.28, -0.01, -1.60, -0.84, 0.57, -0.21, 0.09,
		1.09, 0.49, -0.80, -1.72, -0.11, -0.02, -0.25, -0.12, 0.23, 2.52, -0.71, 0.15,
		-0.15, -2.11, -1.01, -2.20, 0.51, -0.89, 0.00, 0.00, 0.00, 0.00, -2.84, -4.07,
	}
	secondPass = vector{
		-0.37, 0.83, 0.01, 0.92, 0.19, -0.20, 0.07, -1.51, -0.76, 0.26, -0.18, -0.01,
		0.96, 0.47, -0.80, -1.85, -0.16, -0.00, -0.20, -0.14, 0.22, 1.80, -0.39, 0.21,
		0.09, -2.03, -1.14, -1.79, 0.34, -0.45, 0.67, 0.80, -0.19, 0.85, -2.39, -2.72,
	}
)
