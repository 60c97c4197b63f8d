"""Debian's Chromium, once for all tests; a fresh context and desk for each."""

import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright
from screen import Screen
from support.desk import Desk

CHROMIUM = "/usr/bin/chromium"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        # Chromium's sandbox refuses to be started by root, as in a container.
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def new_screen(browser: Browser, desk: Desk) -> Iterator[Callable[..., Screen]]:
    """Makes screens; in the end none of them may have had trouble."""
    screens = []

    def make(width: int = 1280, height: int = 800, **options: object) -> Screen:
        context = browser.new_context(
            locale="ru-RU",
            timezone_id="Europe/Moscow",
            viewport={"width": width, "height": height},
            **options,
        )
        context.set_default_timeout(10_000)
        screens.append(Screen(desk, context))
        return screens[-1]

    yield make
    trouble = [line for screen in screens for line in screen.trouble]
    for screen in screens:
        screen.context.close()
    assert trouble == [], "\n".join(trouble)


@pytest.fixture
def screen(new_screen: Callable[..., Screen]) -> Screen:
    return new_screen()
