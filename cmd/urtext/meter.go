package main

import (
	"fmt"
	"io"
	"log/slog"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/urtext/urtext/pipeline"
)

// barMeter draws one bar for each phase: by bytes while documents are read,
// by articles while they are settled, a spinner where the end is unknown.
type barMeter struct {
	w     io.Writer
	phase string
	total int64
	bar   *progressbar.ProgressBar
}

func newBarMeter(w io.Writer) *barMeter { return &barMeter{w: w} }

func (m *barMeter) update(p pipeline.Progress) {
	at, total, bytes := measure(p)
	if m.bar == nil || m.phase != p.Phase || m.total != total {
		m.finish()
		m.phase, m.total = p.Phase, total
		m.bar = progressbar.NewOptions64(total,
			progressbar.OptionSetWriter(m.w),
			progressbar.OptionSetDescription(describe(p)),
			progressbar.OptionShowBytes(bytes),
			progressbar.OptionShowCount(),
			progressbar.OptionSetPredictTime(total > 0),
			progressbar.OptionSetElapsedTime(true),
			progressbar.OptionSetWidth(24),
			progressbar.OptionSpinnerType(14),
			progressbar.OptionSetSpinnerChangeInterval(0), // else a goroutine draws behind our back
			progressbar.OptionThrottle(100*time.Millisecond),
			progressbar.OptionUseANSICodes(true),
			progressbar.OptionClearOnFinish(),
		)
	}
	m.bar.Set64(at)
	m.bar.Describe(describe(p))
}

func (m *barMeter) clear() {
	if m.bar != nil {
		m.bar.Clear()
	}
}

func (m *barMeter) finish() {
	m.clear()
	m.bar = nil
}

// measure tells how much of the phase is done, of how much (-1: unknown),
// and whether that counts bytes.
func measure(p pipeline.Progress) (at, total int64, bytes bool) {
	switch {
	case p.Total > 0:
		return min(p.Done, p.Total), p.Total, false
	case p.TotalBytes > 0:
		return min(p.Bytes, p.TotalBytes), p.TotalBytes, true
	case p.Bytes > 0:
		return p.Bytes, -1, true
	}
	return 0, -1, false
}

func describe(p pipeline.Progress) string {
	switch {
	case p.Total > 0:
		return p.Phase + ": articles"
	case p.Documents == 0:
		return p.Phase
	}
	return fmt.Sprintf("%s: %d documents", p.Phase, p.Documents)
}

// lineEvery is how often a line of progress is logged within one phase.
const lineEvery = 5 * time.Second

// lineMeter logs the begin of each phase and then a line every few seconds.
type lineMeter struct {
	log   *slog.Logger
	now   func() time.Time
	phase string
	begun time.Time
	last  time.Time
}

func newLineMeter(log *slog.Logger) *lineMeter { return &lineMeter{log: log, now: time.Now} }

func (m *lineMeter) update(p pipeline.Progress) {
	now := m.now()
	if p.Phase != m.phase {
		m.phase, m.begun, m.last = p.Phase, now, now
		m.log.Info(p.Phase, facts(p)...)
		return
	}
	if now.Sub(m.last) < lineEvery {
		return
	}
	m.last = now
	args := facts(p)
	if left, ok := timeLeft(p, now.Sub(m.begun)); ok {
		args = append(args, "left", left.Round(time.Second))
	}
	m.log.Info(p.Phase, args...)
}

func (m *lineMeter) clear()  {}
func (m *lineMeter) finish() {}

func facts(p pipeline.Progress) []any {
	if p.Total > 0 {
		return []any{"done", p.Done, "total", p.Total}
	}
	if p.Documents == 0 && p.TotalBytes <= 0 {
		return nil
	}
	args := []any{"documents", p.Documents, "bytes", p.Bytes}
	if p.TotalBytes > 0 {
		args = append(args, "total", p.TotalBytes)
	}
	return args
}

// timeLeft supposes that the rest goes as fast as what is done.
func timeLeft(p pipeline.Progress, passed time.Duration) (time.Duration, bool) {
	at, total, _ := measure(p)
	if at <= 0 || total <= 0 {
		return 0, false
	}
	return time.Duration(float64(passed) * float64(total-at) / float64(at)), true
}
