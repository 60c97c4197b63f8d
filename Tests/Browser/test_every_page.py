"""What every page must be: clean for axe in both languages and themes, whole at 200 %, translated."""

import pathlib
import re
from urllib.parse import parse_qs, quote, urlsplit

import pages
import pytest
from playwright.sync_api import expect
from screen import Screen
from support import people, product
from support.client import Client
from support.desk import ADMIN, RECEPTION, SENIOR, Desk


def prepared(screen: Screen, language: str, theme: str) -> Screen:
    screen.page.emulate_media(color_scheme=theme)
    screen.speak(language)
    return screen


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_axe_finds_nothing(desk: Desk, new_screen, language: str, theme: str):
    card, found = pages.morning(desk), {}
    screen = prepared(new_screen(), language, theme)
    for name in pages.visit_all(screen, card):
        screen.speak(language)
        if violations := screen.violations():
            found[name] = violations
    assert found == {}


@pytest.mark.parametrize("language", ["ru", "en"])
def test_axe_finds_nothing_in_what_opens_over_a_page(desk: Desk, new_screen, language: str):
    pages.morning(desk)
    screen = prepared(new_screen(), language, "light")
    screen.as_operator(RECEPTION)
    screen.open("/desk")
    screen.page.evaluate("document.activeElement.blur()")
    screen.press("Shift+Slash")
    expect(screen.page.locator("dialog#keys")).to_be_visible()
    found = {"keys": screen.violations()}
    screen.press("Escape")
    screen.tab_to("[popovertarget=operator-menu]")
    screen.press("Enter")
    found["menu"] = screen.violations()
    screen.press("Escape")
    screen.open("/register")
    with screen.expecting("422"):
        screen.press("Control+Enter")
        expect(screen.page.locator(".summary").locator("visible=true").first).to_be_visible()
    found["errors"] = screen.violations()
    screen.press("Control+Shift+L")
    expect(screen.page.locator("lock-screen dialog")).to_be_visible()
    found["lock"] = screen.violations()
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_the_forms_and_dialogs_of_a_card(desk: Desk, new_screen, theme: str):
    card, found = pages.morning(desk), {}
    screen = prepared(new_screen(), "ru", theme)
    merged = pages.merged_into(desk, card)

    def look(name: str, path: str, keys: tuple[str, ...], part: str) -> None:
        screen.open(path)
        screen.press(*keys)
        expect(screen.page.locator(part)).to_be_visible()
        found[name] = screen.violations()

    def ask(name: str, path: str, button: str, dialog: str) -> None:
        screen.open(path)
        screen.page.locator(button).first.focus()
        look_in = screen.page.locator(dialog)
        screen.press("Enter")
        expect(look_in).to_be_visible()
        # Nothing typed: the sentences by the fields are looked at too.
        with screen.expecting("422"):
            screen.press("Control+Enter")
            expect(look_in.locator(".summary").locator("visible=true").first).to_be_visible()
        found[name] = screen.violations()

    screen.as_operator(SENIOR)
    here = f"/patient?id={card}"
    look("document", here, ("Alt+d",), "#document-form")
    look("policy", here, ("Alt+p",), "#policy-form")
    look("family", here, ("Alt+f",), "#family-form")
    look("particulars", here, ("Alt+a",), "#beside")
    look("edit", here, ("Alt+e",), "#edit")
    look("part", f"/patient?id={merged}", ("Alt+m",), "#part")
    # Another tab of the same card is no new page: these two come after other cards.
    ask("end of a link", f"{here}#family", "[data-end]:not([hidden])", "#end-link")
    ask("death", here, "[data-note-death]", "#death")
    dead = pages.somebody_who_died(desk)
    ask("death struck", f"/patient?id={dead}", "[data-strike-death]", "#strike-death")
    ask("strike", f"{here}#papers", "[data-strike]:not([hidden])", "#strike")
    screen.open("/desk")
    served = screen.page.locator("visit-list tr[data-row]", has_text="на приёме").first
    served.locator("[data-anchor]").first.focus()
    screen.press("1")
    expect(screen.page.locator("dialog[data-step=outcome]")).to_be_visible()
    found["outcome"] = screen.violations()
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_setup_is_clean_too(browser, tmp_path: pathlib.Path):
    with Desk(tmp_path / "empty") as desk:
        for language in ("ru", "en"):
            screen = Screen(desk, browser.new_context(viewport={"width": 1280, "height": 800}))
            screen.speak(language)
            screen.open("/")
            assert screen.page.url.endswith("/setup")
            assert screen.violations() == [] and screen.trouble == []
            screen.context.close()


def test_nothing_runs_off_the_side_at_twice_the_size(desk: Desk, new_screen):
    card, wide = pages.morning(desk), {}
    screen = new_screen(width=640, height=400, device_scale_factor=2)
    for name in pages.visit_all(screen, card):
        over = screen.page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
        if over > 0:
            wide[name] = over
    assert wide == {}


def test_fourteen_rows_fit_the_desk(desk: Desk, screen: Screen):
    pages.morning(desk)
    screen.as_operator(RECEPTION)
    screen.open("/desk")
    rows = screen.page.locator("visit-list tr[data-row]")
    expect(rows.nth(14)).to_be_attached()
    seen = [rows.nth(number).bounding_box() for number in range(14)]
    bottom = screen.page.locator("footer.strip").bounding_box()
    assert bottom and all(box and box["y"] + box["height"] <= bottom["y"] + 1 for box in seen), seen[-1]


def test_every_control_has_a_name_of_its_own(desk: Desk, screen: Screen):
    card, nameless = pages.morning(desk), {}
    script = """() => Array.from(document.querySelectorAll('main :is(input, textarea, select), header input'))
        .filter(c => c.type !== 'hidden' && c.checkVisibility())
        .filter(c => c.labels.length === 0 && !['aria-label', 'aria-labelledby'].some(a => c.hasAttribute(a)))
        .map(c => c.outerHTML.slice(0, 120))"""
    for name in pages.visit_all(screen, card):
        if found := screen.page.evaluate(script):
            nameless[name] = found
    assert nameless == {}


def test_english_pages_have_no_russian_left(desk: Desk, new_screen):
    card, left = pages.morning(desk), {}
    screen = prepared(new_screen(), "en", "light")
    # Data stay as they were typed, and the switch names each language in its own.
    script = """() => Array.from(document.querySelectorAll('h1, h2, th, label, button, nav a, kbd, legend'))
        .filter(e => e.checkVisibility() && e.lang !== 'ru')
        .filter(e => !e.closest('[data-row], [data-operator], .merge__sides'))
        .map(e => e.textContent.trim())"""
    for name in pages.visit_all(screen, card):
        screen.speak("en")
        texts = [text for text in screen.page.evaluate(script) if re.search("[а-яё]", text)]
        known = (*pages.LONGEST, RECEPTION.name, ADMIN.name, "Недописанный", "Поликлиника")
        if found := [text for text in texts if not any(word in text for word in known)]:
            left[name] = found
    assert left == {}


def test_no_placeholder_is_left_unfilled(desk: Desk, screen: Screen):
    card = pages.morning(desk)
    for name in pages.visit_all(screen, card):
        assert "{{" not in screen.page.content(), name


def test_a_sign_in_leads_back_to_the_page_that_was_left(screen: Screen, reception: Client, chance):
    card, other = people.card_of(reception, chance), people.card_of(reception, chance)
    left = [
        f"/patient?id={card}", f"/read-back?id={card}", f"/merge?card={card}", f"/consent?id={other}",
        f"/merge?card={card}&with={other}", f"/register?draft={other}&relative={card}", "/calendar?year=2026",
        "/desk", "/register", "/patients", "/visits", "/mail-profiles", "/blanks", "/shift", "/settings",
        "/operators", "/consent-texts", "/catalogues", "/journal", "/import", "/printing", "/help",
    ]  # fmt: skip
    # The one that stands for no page, and the two of whoever is not signed in.
    inside = {path.stem for path in (product.WWW / "desk").glob("*.html")} - {"not-found", "setup", "sign-in"}
    assert {path.strip("/").partition("?")[0] for path in left} == inside
    screen.as_operator(SENIOR)
    # Where it would lead is enough: the page stays.
    screen.page.route("**/sign-in?next=*", lambda route: route.fulfill(status=204))
    with screen.expecting("404", "409", "403"):
        for path in left:
            screen.open(path)
            with screen.page.expect_request("**/sign-in?next=*", timeout=3000) as asked:
                screen.page.evaluate("document.dispatchEvent(new CustomEvent('desk:signed-out'))")
            assert parse_qs(urlsplit(asked.value.url).query)["next"] == [path]
    screen.page.unroute_all(behavior="wait")
    screen.context.clear_cookies()
    screen.open(f"/sign-in?next={quote(left[5])}")
    for text in (RECEPTION.login, RECEPTION.password):
        screen.type(text)
        screen.press("Enter")
    screen.at(left[5])


def test_the_control_trouble_on_a_page_is_noticed(browser, desk: Desk):
    screen = Screen(desk, browser.new_context())
    screen.open("/sign-in")
    assert screen.trouble == []
    screen.page.evaluate("console.info('planted')")
    screen.page.evaluate("setTimeout(() => { throw new Error('planted') })")
    screen.until(lambda: any("page error" in line for line in screen.trouble), "the planted error")
    screen.page.evaluate(
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<input><img src=x>')"
    )
    assert any("console info: planted" in line for line in screen.trouble)
    assert any("page error" in line for line in screen.trouble)
    assert any(line.startswith(("label", "image-alt")) for line in screen.violations())
    screen.context.close()
