"""A reception screen in headless Chromium with nothing but a keyboard before it."""

import contextlib
import pathlib
from collections.abc import Callable, Iterator

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Route, expect
from support import waiting
from support.desk import RECEPTION, Desk, Operator

# The program takes shorter ones for no scan.
LONG_NUMBER = 10
HAND_MILLISECONDS = 40
ACTIVE = "document.activeElement"


def out_of_order(route: Route) -> None:
    """A question that the program answers with a failure of its own."""
    problem = {"type": "about:blank", "code": "disk_full", "title": "Нет места", "status": 503}
    route.fulfill(status=503, json=problem, content_type="application/problem+json")


def reload(screen: "Screen", path: str) -> None:
    """As when a colleague has written something: the page reads its records anew, and has drawn them."""
    with screen.page.expect_response(lambda answer: answer.url.endswith(path)) as answer:
        screen.page.evaluate("document.dispatchEvent(new CustomEvent('desk:unlocked'))")
    answer.value.finished()
    screen.page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")


class Screen:
    """One page; every console message, page error and failed request is kept and fails the test."""

    def __init__(self, desk: Desk, context: BrowserContext):
        self.desk = desk
        self.context = context
        self.page: Page = context.new_page()
        self.trouble: list[str] = []
        # Keys pressed beside the letters of the data: what the README's table of tasks counts.
        self.keys = 0
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.trouble.append(f"page error: {error}"))
        self.page.on("requestfailed", self._failed)
        # Asked and not yet answered. A screen that is locked meanwhile would have it refused.
        self.asked: set[Request] = set()
        self.page.on("request", lambda request: self.asked.add(request))
        self.page.on("requestfinished", lambda request: self.asked.discard(request))
        self.page.on("requestfailed", lambda request: self.asked.discard(request))

    def _console(self, message: ConsoleMessage) -> None:
        self.trouble.append(f"console {message.type}: {message.text} at {message.location.get('url', '')}")

    def _failed(self, request: Request) -> None:
        # Going to another page ends what the old one still asks; that is no failure.
        if request.failure != "net::ERR_ABORTED":
            self.trouble.append(f"request failed: {request.method} {request.url}: {request.failure}")

    @contextlib.contextmanager
    def expecting(self, *words: str) -> Iterator[None]:
        """What is said meanwhile with one of the words in it is expected: a refusal, an outage."""
        before = len(self.trouble)
        yield
        said = self.trouble[before:]
        self.trouble[before:] = [line for line in said if not any(word in line for word in words)]

    # Keys.

    def press(self, *keys: str) -> None:
        for key in keys:
            self.keys += 1
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        """The data themselves, letter by letter; a long number no faster than a hand: a scanner is faster."""
        is_long = sum(sign.isdigit() for sign in text) >= LONG_NUMBER
        self.page.keyboard.type(text, delay=HAND_MILLISECONDS if is_long else 0)

    def active(self, what: str = "name") -> str | None:
        return self.page.evaluate(f"{ACTIVE}?.getAttribute('{what}') ?? {ACTIVE}?.id ?? null")

    def enter_to(self, name: str) -> None:
        """Enter, field after field, until the cursor is in this one."""
        for _ in range(12):
            if self.active() == name:
                return
            self.press("Enter")
        raise AssertionError(f"Enter did not reach {name}; the cursor is in {self.active()}")

    def tab_to(self, selector: str, most: int = 60) -> None:
        """Tab until the focus is on what the selector names."""
        for _ in range(most):
            if self.page.evaluate(f"{ACTIVE}?.matches({selector!r}) ?? false"):
                return
            self.press("Tab")
        raise AssertionError(f"Tab did not reach {selector}")

    # Places.

    def open(self, path: str) -> None:
        """As if the address were typed or a bookmark taken."""
        self.page.goto(f"http://127.0.0.1:{self.desk.port}{path}")
        self.settled()

    def open_card(self, card: str, more: str = "") -> None:
        """A patient's card, with the person on it."""
        self.open(f"/patient?id={card}{more}")
        expect(self.page.locator(".person__name")).not_to_be_empty()

    def settled(self) -> None:
        """The frame knows who is here, and no list is loading any more."""
        self.page.wait_for_load_state("load")
        if self.page.locator(".frame").count():
            self._until("document.documentElement.dataset.ready === 'true'")
        self._until(
            "Array.from(document.querySelectorAll('[data-loading]')).every(part => !part.checkVisibility())"
        )

    def _until(self, expression: str) -> None:
        """Asked from outside: the poller of playwright evaluates in the page, which the policy forbids."""
        waiting.until(lambda: self.page.evaluate(expression), 20, expression)

    def until(self, condition: Callable[[], object], what: str) -> None:
        """Waits for what the page's events tell; they arrive only while something is asked of the page."""
        waiting.until(lambda: self.page.evaluate("true") and condition(), 20, what)

    def at(self, path: str) -> None:
        """Waits until the page is this one."""
        self.page.wait_for_url(f"http://127.0.0.1:{self.desk.port}{path}**")
        self.settled()

    def sign_in(self, who: Operator = RECEPTION) -> None:
        """The sign-in page's own way: the cursor is in the first field already."""
        self.open("/sign-in")
        self.type(who.login)
        self.press("Tab")
        self.type(who.password)
        self.press("Enter")
        self.at("/desk")
        self.until(lambda: not self.asked, "every answer")

    def as_operator(self, who: Operator = RECEPTION) -> None:
        """Signed in without the keyboard, for tests of something else."""
        client = self.desk.sign_in(who)
        address = f"http://127.0.0.1:{self.desk.port}"
        self.context.add_cookies(
            [
                {"name": name, "value": value, "url": address}
                for name, value in client.cookies.items()
                if name != "frontdesk_language"
            ]
        )

    def speak(self, language: str) -> None:
        address = f"http://127.0.0.1:{self.desk.port}"
        self.context.add_cookies([{"name": "frontdesk_language", "value": language, "url": address}])

    # What is seen.

    def sees(self, text: str) -> None:
        expect(self.page.get_by_text(text).locator("visible=true").first).to_be_visible(timeout=5000)

    def does_not_see(self, text: str) -> None:
        expect(self.page.get_by_text(text).locator("visible=true")).to_have_count(0, timeout=5000)

    def draft_is_kept(self) -> None:
        waiting.until(
            lambda: self.desk_drafts() > 0 and self.page.locator("[data-draft-note]").inner_text() != "",
            10,
            "the draft to be saved",
        )

    def desk_drafts(self) -> int:
        return self.page.evaluate("fetch('/api/v1/drafts').then(a => a.json()).then(b => b.items.length)")

    def violations(self) -> list[str]:
        """What axe-core finds, each with the place."""
        # Without preload: axe would fetch style sheets by wrong addresses and make trouble of its own.
        found = Axe().run(self.page, options={"preload": False}).response["violations"]
        return [f"{item['id']}: {node['html'][:160]}" for item in found for node in item["nodes"]]

    def picture(self, path: pathlib.Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=path)
