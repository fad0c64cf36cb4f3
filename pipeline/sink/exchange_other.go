//go:build !linux

package sink

import (
	"errors"
	"os"
)

// exchange cannot be had here; it only tells whether b exists.
func exchange(_, b string) error {
	if _, err := os.Lstat(b); err != nil {
		return err
	}
	return errors.ErrUnsupported
}
