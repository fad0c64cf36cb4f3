package store

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func TestLockSaysWhoHoldsIt(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "deep", "out")
	l, err := Acquire(out)
	if err != nil {
		t.Fatal(err)
	}
	_, err = Acquire(out)
	var taken *LockedError
	host, _ := os.Hostname()
	if !errors.As(err, &taken) || !errors.Is(err, ErrLocked) {
		t.Fatalf("second: %v", err)
	}
	if h := taken.Holder; h.PID != os.Getpid() || h.Host != host || time.Since(h.Start) > time.Minute || !strings.Contains(err.Error(), "on "+host+" since ") {
		t.Errorf("holder %+v in %v", h, err)
	}
	if err := errors.Join(l.Release(), l.Release()); err != nil {
		t.Error(err)
	}
	if entries, err := os.ReadDir(filepath.Dir(out)); err != nil || len(entries) != 0 {
		t.Errorf("left %v, %v", entries, err)
	}
	again, err := Acquire(out)
	if err != nil {
		t.Fatal("after release:", err)
	}
	if err := again.Release(); err != nil {
		t.Error(err)
	}
}

func TestStaleLockFileIsHarmless(t *testing.T) {
	for _, body := range []string{"", "rubbish", `{"pid":1,"host":"gone","start":"2001-01-01T00:00:00Z"}`} {
		out := filepath.Join(t.TempDir(), "out")
		if err := os.WriteFile(filepath.Join(filepath.Dir(out), ".out.urtext.lock"), []byte(body), 0o666); err != nil {
			t.Fatal(err)
		}
		l, err := Acquire(out)
		if err != nil {
			t.Fatalf("%q: %v", body, err)
		}
		var taken *LockedError
		if _, err := Acquire(out); !errors.As(err, &taken) || taken.Holder.PID != os.Getpid() {
			t.Errorf("%q: signed by %+v", body, taken)
		}
		if err := l.Release(); err != nil {
			t.Error(err)
		}
	}
}

func TestTwoNamesShareALock(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "real"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("real", filepath.Join(dir, "link")); err != nil {
		t.Skip(err)
	}
	l, err := Acquire(filepath.Join(dir, "real"))
	if err != nil {
		t.Fatal(err)
	}
	defer l.Release()
	if _, err := Acquire(filepath.Join(dir, "link")); !errors.Is(err, ErrLocked) {
		t.Errorf("through the link: %v", err)
	}
	other, err := Acquire(filepath.Join(dir, "other"))
	if err != nil {
		t.Fatal("another output:", err)
	}
	if err := other.Release(); err != nil {
		t.Error(err)
	}
}

// However many try, one holds the lock at a time, also while files are
// removed and made again.
func TestOneHolderAtATime(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	var inside, times atomic.Int32
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 200 {
				l, err := Acquire(out)
				if errors.Is(err, ErrLocked) {
					continue
				}
				if err != nil {
					t.Error(err)
					return
				}
				if inside.Add(1) != 1 {
					t.Error("two holders")
				}
				times.Add(1)
				inside.Add(-1)
				if err := l.Release(); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if times.Load() == 0 {
		t.Error("no one ever got it")
	}
}

// TestKilledHolderFreesTheLock runs this test again as a process that takes
// the lock and is killed.
func TestKilledHolderFreesTheLock(t *testing.T) {
	if out := os.Getenv("URTEXT_TEST_LOCK"); out != "" {
		if _, err := Acquire(out); err != nil {
			t.Fatal(err)
		}
		os.Stdout.WriteString("held\n")
		time.Sleep(time.Minute)
		return
	}
	out := filepath.Join(t.TempDir(), "out")
	cmd := exec.Command(os.Args[0], "-test.run=TestKilledHolderFreesTheLock")
	cmd.Env = append(os.Environ(), "URTEXT_TEST_LOCK="+out)
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := pipe.Read(make([]byte, 5)); err != nil {
		t.Fatal(err)
	}
	var taken *LockedError
	if _, err := Acquire(out); !errors.As(err, &taken) || taken.Holder.PID != cmd.Process.Pid {
		t.Errorf("while it lives: %v", err)
	}
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	l, err := Acquire(out)
	if err != nil {
		t.Fatal("after its death:", err)
	}
	if err := l.Release(); err != nil {
		t.Error(err)
	}
}
