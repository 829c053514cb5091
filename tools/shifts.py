"""How much moves on a page by itself: layout shift, as https://web.dev/articles/cls measures it.

Stricter than there in one way: a shift counts however soon after a key it comes. A slider's own value, which goes along
with its thumb, does not count.
"""

WATCH_SHIFTS = """(() => {
    globalThis.descentShifts = [];
    const isThumb = ({ node }) => (node?.nodeType === 1 ? node : node?.parentElement)?.closest(
        "[data-testid=stSliderThumbValue], .stSlider [role=slider]");
    const keep = (list) => {
        for (const shift of list.getEntries())
            if (!shift.sources.length || !shift.sources.every(isThumb)) descentShifts.push(shift.value);
    };
    new PerformanceObserver(keep).observe({ type: "layout-shift", buffered: true });
})()"""
"""To run before a page begins."""

SHIFTED = "descentShifts.splice(0).reduce((sum, value) => sum + value, 0)"
"""What has moved since this was last asked: 1 is the whole window by its whole height."""
