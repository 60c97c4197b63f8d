"""What the browser gets: complete translations, nothing dead, nothing that the policy would stop."""

import json
import re

import checkout
import pytest
import rules

WWW = checkout.ROOT / "www"
# {{desk.title}} is a text, {{> nav}} a shell.
TEXT = re.compile(r"\{\{\s*([a-z][\w.-]*)\s*\}\}")
SHELL = re.compile(r"\{\{>\s*([\w/-]+)\s*\}\}")
# Values that the program fills in while splicing; they are not translations.
FILLED = {"clinic.zone", "lang", "trouble.do", "trouble.what", "version"}


COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)
# {{asset js/api.js}} is the file's address under the tree's hash.
ASSET = re.compile(r"\{\{\s*asset\s+([\w./-]+)\s*\}\}")


def pages():
    return checkout.files(".html", under="www")


def scripts():
    return checkout.files(".js", under="www")


def keys(language: str) -> dict[str, str]:
    path = WWW / "i18n" / f"{language}.json"
    if not path.exists():
        pytest.skip("no translations yet")

    def flat(value, prefix: str) -> dict[str, str]:
        if isinstance(value, dict):
            return {
                key: text
                for name, inner in value.items()
                for key, text in flat(inner, f"{prefix}{name}.").items()
            }
        return {prefix[:-1]: value}

    return flat(json.loads(checkout.text(path)), "")


def test_both_languages_say_the_same_keys():
    assert keys("ru").keys() ^ keys("en").keys() == set()


def test_no_translation_is_empty():
    assert not [
        (language, key) for language in ("ru", "en") for key, text in keys(language).items() if not text
    ]


def test_every_key_on_a_page_is_translated():
    known = keys("ru").keys() | FILLED
    assert not [
        f"{checkout.name(path)}: {key}"
        for path in pages()
        for key in TEXT.findall(checkout.text(path))
        if key not in known
    ]


def test_every_translation_is_used():
    everywhere = "\n".join(
        map(checkout.text, (*pages(), *scripts(), *checkout.files(".swift", under="Sources")))
    )
    words = set(re.findall(r"[\w.-]+", everywhere))

    # A family such as problem.<code>.title is named by its prefix in Sources, and the code is a word there.
    def used(key: str) -> bool:
        parts = key.split(".")
        families = [".".join(parts[:count]) + "." for count in range(1, len(parts))]
        named = any(family in words for family in families) and any(part in words for part in parts[1:])
        return key in words or named

    assert not [key for key in keys("ru") if not used(key)]


def test_no_script_carries_words_for_the_reader():
    assert not [
        checkout.name(path)
        for path in scripts()
        if re.search(r"[а-яёА-ЯЁ]{3}", COMMENT.sub("", checkout.text(path)))
    ]


def test_every_shell_that_is_spliced_exists():
    there = {path.stem for path in (WWW / "shells").glob("*.html")}
    assert not [
        f"{checkout.name(path)}: {name}"
        for path in pages()
        for name in SHELL.findall(checkout.text(path))
        if name.rpartition("/")[2] not in there
    ]


def test_every_asset_that_a_page_names_exists():
    assert not [
        f"{checkout.name(path)}: {name}"
        for path in pages()
        for name in ASSET.findall(checkout.text(path))
        if not (WWW / name).is_file()
    ]


def test_every_module_that_a_script_imports_exists():
    pattern = re.compile(r"""(?:from|import)\s*\(?["'](\.[^"']+)["']""")
    assert not [
        f"{checkout.name(path)}: {name}"
        for path in scripts()
        for name in pattern.findall(checkout.text(path))
        if not (path.parent / name).resolve().is_file()
    ]


def test_no_file_is_dead():
    everything = checkout.files(under="www") + checkout.files(".swift", under="Sources")
    dead = []
    for path in checkout.files(".js", ".css", ".svg", ".png", ".html", under="www"):
        wanted = path.name if path.suffix != ".html" else path.stem
        mention = re.compile(rf"(?<![\w-]){re.escape(wanted)}(?![\w-])")
        if not any(
            mention.search(checkout.text(other))
            for other in everything
            if other != path and other.suffix in {".html", ".js", ".css", ".swift", ".json"}
        ):
            dead.append(checkout.name(path))
    assert not dead


def test_no_page_needs_an_inline_script_or_style():
    assert not [
        f"{checkout.name(path)}:{finding}"
        for path in pages()
        for finding in rules.unsafe_page(checkout.text(path))
    ]


def test_no_script_pastes_markup_or_keeps_data_in_the_browser():
    assert not [
        f"{checkout.name(path)}:{finding}"
        for path in scripts()
        for finding in rules.unsafe_script(checkout.text(path))
    ]
