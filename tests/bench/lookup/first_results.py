"""How long a reader waits for the first results on the real page, on a slow processor, the network left out.

The files of each question lie ready in the page, so that no request is made; the pause after the last key is part of
the time. Each question is asked three times on fresh pages and its least time counts: others use the machine.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext
from tests.bench.lookup.questions import Spread, spread

SLOWDOWN, TRIES = 4, 3
READY = """([kept]) => {
  const real = window.fetch;
  window.fetch = (address, ...more) => {
    const path = new URL(address, location.href).pathname.slice(1);
    return path in kept ? Promise.resolve(new Response(kept[path])) : real(address, ...more);
  };
}"""
TYPE = """(text) => new Promise((done) => {
  const input = document.getElementById('lookup-text'), list = document.querySelector('[data-piece=found]');
  const began = performance.now();
  new MutationObserver((_, seen) => {
    if (!list.children.length) return;
    seen.disconnect();
    done(performance.now() - began);
  }).observe(list, { childList: true });
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
})"""


def first_results(browser: Browser, address: str, site: Path, files: Mapping[str, Sequence[str]]) -> Spread:
    """Ask each question on a page of its own; `files` are those that it fetches."""
    times = []
    for text, needed in files.items():
        kept = {file: (site / file).read_text(encoding="utf-8") for file in needed}
        tries = []
        for _ in range(TRIES):
            with browser.new_context(viewport={"width": 360, "height": 640}) as context:
                tries.append(_waited(context, address, text, kept))
        times.append(min(tries))
    return spread(times)


def _waited(context: BrowserContext, address: str, text: str, kept: dict[str, str]) -> float:
    """Return the milliseconds from the last key to the first company."""
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    page.evaluate(READY, [kept])
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    waited = float(page.evaluate(TYPE, text))
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    page.wait_for_load_state("networkidle")
    return waited
