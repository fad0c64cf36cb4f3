package reconstruct

import "math"

// How sure an entry is comes of the rule that decided and of the odds that it
// found; how often such entries are right was counted on damaged copies of the
// fixtures' articles. A line from log odds to log odds, one for each rule
// (Platt 1999), turns the one into the other and keeps their order.
//
// The constants are those that
//
//	go run ./fixtures/cmd/calibrate --from 1 --to 14 --fit
//
// prints. They do not change which reading is chosen.
var calibration = map[string]line{
	RuleAttested:    {-3.83, 3.00},
	RuleEaten:       {4.40, 1.00},
	RuleForm:        {-2.90, 1.00},
	RuleInsertion:   {-0.87, 1.00},
	RuleOneOnOne:    {0.82, 0.41},
	RuleOutvoted:    {2.94, 0.88},
	RuleReading:     {-0.53, 1.49},
	RuleSign:        {1.39, 0.90},
	RuleSingle:      {-0.09, 1.00},
	RuleSplit:       {2.70, 0.10},
	RuleSuspected:   {2.95, 0.95},
	RuleTail:        {3.20, 0.96},
	RuleTie:         {-0.06, 1.35},
	RuleEcho:        {-1.00, 1.00},
	RuleTitlePrefix: {2.44, 1.00},
	RuleUnread:      {0.29, 1.00},
	RuleFlank:       {2.88, 0.50},
}

// A line maps log odds.
type line struct{ shift, slope float64 }

// surest bounds what is taken for certain, either way.
const surest = .999

// calibrated returns the share of entries that are right among those which the
// rule decided with a confidence of p.
func calibrated(rule string, p float64) float64 {
	l, ok := calibration[rule]
	if !ok {
		return p
	}
	return squash(l.shift + l.slope*oddsOf(p))
}

// Raw returns the confidence, in 0..1, of which an entry's was made, as far as
// three decimals tell: what the constants are fitted to.
func Raw(rule string, p float64) float64 {
	l, ok := calibration[rule]
	if !ok {
		return p
	}
	return squash((oddsOf(p) - l.shift) / l.slope)
}

func oddsOf(p float64) float64 {
	p = min(max(p, 1-surest), surest)
	return math.Log(p / (1 - p))
}

func squash(odds float64) float64 {
	return min(max(1/(1+math.Exp(-odds)), 1-surest), surest)
}
