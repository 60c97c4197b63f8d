"""Pictures of every screen, to be looked at one by one: Tests/run browser --pictures DIR."""

import pages
import pytest
from playwright.sync_api import expect
from screen import Screen
from support.desk import RECEPTION, Desk

SIZES = ((1280, 800), (1920, 1080))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width, height", SIZES)
def test_pictures_of_all_pages(desk: Desk, new_screen, request, width: int, height: int, theme: str):
    folder = request.config.getoption("--pictures")
    if folder is None:
        pytest.skip("no pictures were asked for: --pictures DIR")
    place = folder / f"{width}x{height}-{theme}"
    card = pages.morning(desk)
    screen: Screen = new_screen(width=width, height=height)
    screen.page.emulate_media(color_scheme=theme)
    for number, name in enumerate(pages.visit_all(screen, card), 1):
        screen.picture(place / f"{number:02}-{name}.png")
    over(screen, card, place)


def over(screen: Screen, card: str, place) -> None:
    """What opens over a page, and a form that was refused."""
    screen.context.clear_cookies(name="frontdesk_session")
    screen.as_operator(RECEPTION)
    screen.open("/desk")
    screen.press("ArrowDown", "ArrowDown")
    screen.picture(place / "30-row-chosen.png")
    screen.page.evaluate("document.activeElement.blur()")
    screen.press("Shift+Slash")
    screen.picture(place / "31-keys.png")
    screen.press("Escape")
    screen.press("Control+K")
    screen.type("пет")
    expect(screen.page.locator("#find-list [role=option]").first).to_be_visible()
    screen.picture(place / "32-search.png")
    screen.press("Escape", "Escape")
    screen.tab_to("[popovertarget=operator-menu]")
    screen.press("Enter")
    screen.picture(place / "33-menu.png")
    screen.press("Escape")
    screen.open("/register?new")
    screen.type("Иванoв")
    with screen.expecting("422"):
        screen.press("Control+Enter")
        expect(screen.page.locator(".summary").locator("visible=true").first).to_be_visible()
    screen.picture(place / "34-refused.png")
    screen.open(f"/patient?id={card}")
    for tab in ("visits", "history"):
        screen.page.locator(f"#tab-{tab}").focus()
        screen.press("Enter")
        screen.settled()
        screen.picture(place / f"35-patient-{tab}.png")
    screen.press("Control+Shift+L")
    expect(screen.page.locator("lock-screen dialog")).to_be_visible()
    screen.picture(place / "36-locked.png")
