package sink

import (
	"os"

	"golang.org/x/sys/unix"
)

// exchange makes two folders change places in one step. The error is
// fs.ErrNotExist when one is absent; file systems that cannot do it say so.
func exchange(a, b string) error {
	if err := unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE); err != nil {
		return &os.LinkError{Op: "exchange", Old: a, New: b, Err: err}
	}
	return nil
}
