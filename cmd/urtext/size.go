package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// sizeFlag is a number of bytes on the command line, as 512MB or 1.5GiB.
type sizeFlag int64

var sizeUnits = map[string]float64{
	"": 1, "b": 1,
	"kb": 1e3, "mb": 1e6, "gb": 1e9, "tb": 1e12,
	"k": 1 << 10, "m": 1 << 20, "g": 1 << 30, "t": 1 << 40,
	"kib": 1 << 10, "mib": 1 << 20, "gib": 1 << 30, "tib": 1 << 40,
}

// Set reads a number and a unit. KB, MB, GB count in thousands, KiB, MiB,
// GiB and the bare letters in 1,024s; upper and lower case are the same.
func (s *sizeFlag) Set(text string) error {
	t := strings.ToLower(strings.TrimSpace(text))
	digits := strings.TrimRight(t, "abcdefghijklmnopqrstuvwxyz ")
	unit, known := sizeUnits[strings.TrimSpace(t[len(digits):])]
	number, err := strconv.ParseFloat(digits, 64)
	switch {
	case err != nil || !known || strings.ContainsAny(digits, "xpn_"):
		return fmt.Errorf("not a size: give a number and a unit, as 512MB or 2GiB")
	case number <= 0:
		return fmt.Errorf("a size must be more than nothing")
	case number*unit >= math.MaxInt64:
		return fmt.Errorf("too large for a size")
	}
	*s = sizeFlag(number * unit)
	return nil
}

// String gives the size in the largest unit that divides it.
func (s *sizeFlag) String() string {
	if *s == 0 {
		return ""
	}
	for _, u := range []string{"TiB", "GiB", "MiB", "KiB"} {
		if n := int64(sizeUnits[strings.ToLower(u)]); int64(*s)%n == 0 {
			return strconv.FormatInt(int64(*s)/n, 10) + u
		}
	}
	return strconv.FormatInt(int64(*s), 10) + "B"
}

// Type is the placeholder in the help.
func (s *sizeFlag) Type() string { return "size" }
