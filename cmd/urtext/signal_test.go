//go:build unix

package main

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// held is a run in a process of its own that waits for its standard input.
type held struct {
	cmd    *exec.Cmd
	stdin  io.WriteCloser
	stderr chan string // what it said, when it is done
}

// hold starts a verb that writes to out and returns when it reads.
func hold(t *testing.T, verb, out string) *held {
	t.Helper()
	h := &held{cmd: exec.Command("urtext", verb, "-", "--out", out), stderr: make(chan string, 1)}
	var err error
	h.stdin, err = h.cmd.StdinPipe()
	check(t, err)
	stderr, err := h.cmd.StderrPipe()
	check(t, err)
	check(t, h.cmd.Start())
	t.Cleanup(func() { h.cmd.Process.Kill() })
	reading := make(chan bool, 1)
	go func() {
		var all strings.Builder
		for lines := bufio.NewScanner(stderr); lines.Scan(); {
			all.WriteString(lines.Text() + "\n")
			if strings.Contains(lines.Text(), "msg=gather") {
				reading <- true
			}
		}
		h.stderr <- all.String()
	}()
	select {
	case <-reading:
	case said := <-h.stderr:
		t.Fatalf("the run ended early: %s", said)
	case <-time.After(time.Minute):
		t.Fatal("the run does not begin")
	}
	return h
}

// wait returns the exit code of the run and what it said.
func (h *held) wait(t *testing.T) (int, string) {
	t.Helper()
	kill := time.AfterFunc(time.Minute, func() { h.cmd.Process.Kill() })
	defer kill.Stop()
	said := <-h.stderr
	err := h.cmd.Wait()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return h.cmd.ProcessState.ExitCode(), said
}

func TestInterruptPublishesNothing(t *testing.T) {
	for _, sig := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		dir := t.TempDir()
		h := hold(t, "run", filepath.Join(dir, "out"))
		_, err := io.WriteString(h.stdin, "Half of a document that never")
		check(t, err)
		check(t, h.cmd.Process.Signal(sig))
		code, said := h.wait(t)
		if code != exitInterrupted || !strings.Contains(said, "urtext: error: interrupted\n") {
			t.Errorf("%v: code %d, %s", sig, code, said)
		}
		left, err := os.ReadDir(dir)
		check(t, err)
		for _, e := range left {
			if !strings.Contains(e.Name(), "lock") {
				t.Errorf("%v: %s is left behind", sig, e.Name())
			}
		}
	}
}

// What runs under nohup outlives its terminal.
func TestIgnoredHangupStaysIgnored(t *testing.T) {
	signal.Ignore(syscall.SIGHUP) // which the process inherits
	defer signal.Reset(syscall.SIGHUP)
	h := hold(t, "run", filepath.Join(t.TempDir(), "out"))
	check(t, h.cmd.Process.Signal(syscall.SIGHUP))
	_, err := io.WriteString(h.stdin, `{"id":"a","text":"The words of a run that goes on."}`)
	check(t, err)
	check(t, h.stdin.Close())
	if code, said := h.wait(t); code != exitDone {
		t.Errorf("code %d, %s", code, said)
	}
}

// A run that is killed leaves the earlier result as it was, and the next one
// clears away what it left.
func TestKilledRunLeavesNothing(t *testing.T) {
	for _, verb := range []string{"run", "dups"} {
		dir := t.TempDir()
		out, page := filepath.Join(dir, "out"), filepath.Join(t.TempDir(), "page.txt")
		check(t, os.WriteFile(page, []byte("A page of few words."), 0o666))
		if code, _, stderr := invoke(nil, verb, page, "--out", out); code != exitDone {
			t.Fatalf("%s: code %d, %s", verb, code, stderr)
		}
		before := treeOf(t, out)
		h := hold(t, verb, out)
		_, err := io.WriteString(h.stdin, `{"id":"a","text":"The words of a run that is killed."}`+"\n")
		check(t, err)
		check(t, h.cmd.Process.Kill())
		h.wait(t)
		if diff := cmp.Diff(before, treeOf(t, out)); diff != "" {
			t.Errorf("%s: the earlier result has changed: %s", verb, diff)
		}
		if code, _, stderr := invoke(nil, verb, page, "--out", out); code != exitDone {
			t.Errorf("%s after one that was killed: code %d, %s", verb, code, stderr)
		}
		left, err := os.ReadDir(dir)
		check(t, err)
		if len(left) != 1 {
			t.Errorf("%s: %v are left behind", verb, left)
		}
	}
}

// treeOf gives the files at and below a path with what is in them.
func treeOf(t *testing.T, path string) map[string]string {
	t.Helper()
	files := map[string]string{}
	check(t, filepath.WalkDir(path, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := os.ReadFile(name)
		files[name] = string(body)
		return err
	}))
	return files
}

func TestSecondRunIsLockedOut(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	page := filepath.Join(dir, "page.txt")
	check(t, os.WriteFile(page, []byte("A page of few words."), 0o666))
	h := hold(t, "run", out)
	if code, _, stderr := invoke(nil, "run", page, "--out", out); code != exitLocked || !strings.Contains(stderr, "urtext: hint: ") {
		t.Errorf("code %d, %s", code, stderr)
	}
	if code, _, stderr := invoke(nil, "run", page, "--out", out+"2"); code != exitDone {
		t.Errorf("another folder: code %d, %s", code, stderr)
	}
	_, err := io.WriteString(h.stdin, `{"id":"a","text":"The words of the first run."}`)
	check(t, err)
	check(t, h.stdin.Close())
	if code, said := h.wait(t); code != exitDone {
		t.Errorf("the first run: code %d, %s", code, said)
	}
	if code, _, stderr := invoke(nil, "run", page, "--out", out); code != exitDone {
		t.Errorf("after the first run: code %d, %s", code, stderr)
	}
}

func TestReaderThatClosesThePipe(t *testing.T) {
	dir := writeResult(t, "jsonl", true)
	cmd := exec.Command("urtext", "show", "doc1a", "--out", dir)
	r, w, err := os.Pipe()
	check(t, err)
	check(t, r.Close())
	var stderr strings.Builder
	cmd.Stdout, cmd.Stderr = w, &stderr
	if err := cmd.Run(); err != nil || stderr.Len() > 0 {
		t.Errorf("%v, %q", err, stderr.String())
	}
	check(t, w.Close())
}

// A disk that is full is a failure that is told, on each verb.
func TestFullDisk(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip(err)
	}
	defer full.Close()
	dir, page := writeResult(t, "jsonl", true), filepath.Join(t.TempDir(), "page.txt")
	check(t, os.WriteFile(page, []byte("A page of few words."), 0o666))
	for _, args := range [][]string{
		{"clean", page}, {"dups", page, "--as", "documents"}, {"collate", page}, {"collate", page, "--export", "tei"},
		{"show", "--out", dir}, {"show", "doc1a", "--out", dir}, {"show", "--as-read", "doc1a", "--out", dir},
	} {
		var stderr strings.Builder
		if code := run(args, nil, full, &stderr); code != exitFailed || !strings.Contains(stderr.String(), "no space left on device") {
			t.Errorf("%v: code %d, %q", args, code, stderr.String())
		}
	}
}
