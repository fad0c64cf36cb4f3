package spam

import (
	"math/rand"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A trade is what an injector sells: phrases that may fill one template,
// phrases of no common shape, whole sentences, and titles.
type trade struct {
	name      string
	template  func(r *rand.Rand) string
	phrases   []string
	sentences []string
	titles    []string
	links     []string
}

var (
	firstNames = strings.Fields("Darren Marcus Elroy Quentin Vasco Ruben Tobias Lionel Gareth Ossian Wilfred Dmitri")
	lastNames  = strings.Fields("Holloway Tiller Brackett Sandoval Okafor Lindqvist Mertens Carbone Pruitt Zelenko Varga Ashdown")
	trades     = []trade{
		{"jerseys", func(r *rand.Rand) string { return pick(r, firstNames) + " " + pick(r, lastNames) + " Shirt" },
			[]string{"Wholesale Hockey Shirts", "cheap football shirts china", "Replica Basketball Kits", "Stitched Baseball Tops"},
			[]string{"Order stitched hockey shirts from our factory outlet with free worldwide delivery.", "Our wholesale football kits are stitched by hand and shipped to your door in seven days.", "All basketball tops are 60% off this week at www.stitchkit-outlet.example!"},
			[]string{"Wholesale Hockey Shirts Free Shipping", "Buy Stitched Basketball Kits"},
			[]string{"cheap hockey shirts | wholesale hockey shirts | hockey shirts china | stitched hockey shirts", "football kits, cheap football kits, replica football kits, football kits online"}},
		{"pills", func(r *rand.Rand) string {
			return "Order " + pick(r, strings.Fields("Veltrax Zomorin Pradexil Tamudol Lorvanex Cidrazol")) + " Online"
		},
			[]string{"generic veltrax without prescription", "Overnight Zomorin Pharmacy", "lowest price pradexil tablets", "Tamudol 50mg Discount"},
			[]string{"Buy generic veltrax tablets without prescription and save up to 80% on every refill.", "Our licensed pharmacy ships zomorin capsules overnight in plain packaging.", "Cheapest pradexil pills guaranteed, no prescription needed, discreet delivery."},
			[]string{"Generic Veltrax Without Prescription", "Zomorin Pharmacy Overnight Delivery"},
			[]string{"veltrax generic | veltrax 50mg | buy veltrax | veltrax price", "order zomorin, zomorin tablets, zomorin side effects, cheapest zomorin"}},
		{"watches", func(r *rand.Rand) string {
			return "Replica " + pick(r, strings.Fields("Belmonte Grandier Oxelius Vantor Celestier Marquand")) + " Watches"
		},
			[]string{"swiss luxury replica watches", "Belmonte Diver Chronograph Outlet", "fake grandier watch store"},
			[]string{"Swiss replica watches with automatic movement and sapphire crystal from only $99.", "Visit our boutique for belmonte chronographs, grandier divers and vantor dress watches at outlet prices.", "Luxury timepieces, identical to the original, are delivered within five days by courier."},
			[]string{"Replica Belmonte Watches Swiss Quality", "Luxury Watches Outlet Store"},
			[]string{"replica watches | swiss watches | luxury watches outlet | belmonte watches"}},
		{"casino", func(r *rand.Rand) string {
			return pick(r, strings.Fields("Goldfish Pharaoh Lucky Vegas Jackpot Emerald")) + " " + pick(r, strings.Fields("Palace Royal Kingdom Star")) + " Casino"
		},
			[]string{"online slots no deposit bonus", "Live Roulette Bonus Codes", "best poker sites real money", "free spins casino www.spinpalast.example"},
			[]string{"Claim your 200 free spins and a 100% welcome bonus at the hottest online casino today!", "Play blackjack, roulette and video poker for real money with instant withdrawals.", "Our jackpot slots pay out millions every month to players just like you."},
			[]string{"Online Slots No Deposit Bonus", "Best Roulette Sites Real Money"},
			[]string{"online casino | casino bonus | casino slots | mobile casino"}},
		{"loans", func(r *rand.Rand) string {
			return "Payday Loans " + pick(r, strings.Fields("Tulsa Boise Fresno Akron Mobile Laredo"))
		},
			[]string{"instant cash advance bad credit", "Same Day Payday Lenders", "no fax personal loans online"},
			[]string{"Get an instant cash advance of up to $1500 with no credit check and no faxing.", "Payday lenders approve bad credit applicants within minutes and deposit funds overnight.", "Apply for a loan now at fastcash-lenders.example or call 555 0199 4471."},
			[]string{"Instant Payday Loans Bad Credit", "No Fax Cash Advance Lenders"},
			[]string{"payday loans | payday loans online | bad credit payday loans | instant payday loans"}},
	}
	foreignTrades = map[string]trade{
		"de": {"handtaschen", func(r *rand.Rand) string { return "Günstige " + pick(r, lastNames) + " Handtaschen" },
			[]string{"designer handtaschen günstig kaufen", "Outlet Lederjacken Sale"},
			[]string{"Kaufen Sie günstige Designer Handtaschen mit 70% Rabatt in unserem Outlet Shop!"}, []string{"Designer Handtaschen Outlet"}, nil},
		"fr": {"maillots", func(r *rand.Rand) string { return "Maillot " + pick(r, firstNames) + " " + pick(r, lastNames) },
			[]string{"maillot foot pas cher", "Chaussures Basket Soldes"},
			[]string{"Achetez vos maillots de foot pas cher avec livraison gratuite et 60% de remise !"}, []string{"Maillot Foot Pas Cher"}, nil},
		"es": {"zapatillas", func(r *rand.Rand) string { return "Zapatillas " + pick(r, lastNames) + " Baratas" },
			[]string{"zapatillas baratas online", "Camisetas Futbol Replica"},
			[]string{"Compra zapatillas baratas con envío gratis y 50% de descuento en nuestra tienda."}, []string{"Zapatillas Baratas Online"}, nil},
		"ru": {"кредиты", func(r *rand.Rand) string {
			return "Кредит Наличными " + pick(r, strings.Fields("Казань Самара Омск Пермь"))
		},
			[]string{"займы онлайн без отказа", "Микрокредит Круглосуточно Карта"},
			[]string{"Оформите займ онлайн без отказа и справок, деньги поступят на карту за пять минут!"}, []string{"Займы Онлайн Без Отказа"}, nil},
	}
)

func pick(r *rand.Rand, from []string) string { return from[r.Intn(len(from))] }

// A style is a way to splice a phrase into a sentence.
type style struct {
	name          string
	before, after string
	comma         bool // before a genuine comma, else between two words
}

var styles = []style{
	{"no-break spaces, comma", "\u00a0", "\u00a0", true},
	{"no-break spaces, mid", "\u00a0", "\u00a0", false},
	{"doubled spaces, comma", "  ", "  ", true},
	{"doubled spaces, mid", "  ", "  ", false},
	{"space before comma", " ", " ", true},
	{"no artefact, comma", " ", "", true},
	{"no artefact, mid", " ", " ", false},
}

// injected is a text with spans of spam and what they are.
type injected struct {
	text  string
	spans []injection
}

type injection struct {
	start, end int // the foreign words
	what       string
}

// sites lists the places in prose lines where a phrase may go: before a
// comma inside a sentence, or at a space between words.
func sites(text string, comma bool) []int {
	var out []int
	at := 0
	for _, line := range strings.SplitAfter(text, "\n") {
		if len(strings.Fields(line)) >= 25 {
			for i := 1; i+2 < len(line); i++ {
				prev, _ := utf8.DecodeLastRuneInString(line[:i])
				next, _ := utf8.DecodeRuneInString(line[i+1:])
				ok := unicode.IsLetter(prev) && (comma && line[i] == ',' && line[i+1] == ' ' || !comma && line[i] == ' ' && unicode.IsLetter(next))
				if ok {
					out = append(out, at+i)
				}
			}
		}
		at += len(line)
	}
	return out
}

// inject splices n phrases into the text.
func inject(r *rand.Rand, text string, st style, phrase func() string, n int) injected {
	places := sites(text, st.comma)
	if len(places) < n*3 {
		return injected{text: text}
	}
	r.Shuffle(len(places), func(i, j int) { places[i], places[j] = places[j], places[i] })
	places = spread(places, n)
	var b strings.Builder
	var out injected
	at := 0
	for _, i := range places {
		b.WriteString(text[at:i])
		at = i
		b.WriteString(st.before)
		s := phrase()
		start := b.Len()
		b.WriteString(s)
		out.spans = append(out.spans, injection{start: start, end: b.Len(), what: st.name})
		b.WriteString(st.after)
		if !st.comma {
			at++ // the space is part of st.after
		}
	}
	b.WriteString(text[at:])
	out.text = b.String()
	return out
}

// spread takes n places at least 200 bytes apart, in order.
func spread(places []int, n int) []int {
	var out []int
	for _, p := range places {
		far := true
		for _, q := range out {
			far = far && max(p-q, q-p) >= 200
		}
		if far {
			out = append(out, p)
		}
		if len(out) == n {
			break
		}
	}
	for i := range out {
		for j := i + 1; j < len(out); j++ {
			if out[j] < out[i] {
				out[i], out[j] = out[j], out[i]
			}
		}
	}
	return out
}
