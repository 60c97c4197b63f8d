"""Each paper as a picture, as text, and as a file that others can read."""

import re
import subprocess

import pictures
import pytest

FROM_DESK = (
    "card", "consent", "consent-signed", "read-back", "blank-walk-in", "blank-day", "blank-consent", "shift",
)  # fmt: skip
FROM_VALUES = (
    "policy-dms", "policy-draft", "policy-oms", "policy-vzr", "programme", "certificate", "a5", "roll",
)  # fmt: skip
EVERY = (*FROM_DESK, *FROM_VALUES)
ONE_PAGE = set(EVERY) - {"programme"}
POLICIES = ("policy-dms", "policy-oms", "policy-vzr", "certificate")


def told(*words: object) -> str:
    done = subprocess.run(words, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert done.stderr == "", done.stderr
    return done.stdout


def text(paper) -> str:
    return " ".join(told("pdftotext", "-layout", paper, "-").split())


@pytest.mark.parametrize("name", EVERY)
def test_it_looks_as_it_did(drawn, name):
    pages, golden = pictures.pages(drawn[name]), pictures.golden(name)
    assert len(pages) == len(golden), "see Tests/Papers/renew.py"
    changes = [pictures.changed(page, old) for page, old in zip(pages, golden, strict=True)]
    assert max(changes) <= pictures.MOST_CHANGED, changes


@pytest.mark.parametrize("other", ["policy-dms.typo", "policy-draft"])
def test_control_a_changed_paper_is_seen(drawn, other):
    changed = pictures.changed(pictures.pages(drawn[other])[0], pictures.golden("policy-dms")[0])
    assert changed > pictures.MOST_CHANGED, "one letter or a word across the page must be enough"


@pytest.mark.parametrize("name", EVERY)
def test_it_has_as_many_pages_as_it_needs(drawn, name):
    pages = int(re.search(r"Pages:\s+(\d+)", told("pdfinfo", drawn[name]))[1])
    assert pages == (1 if name in ONE_PAGE else 3)


@pytest.mark.parametrize("name", [*EVERY, "hard"])
def test_it_is_a_sound_file(drawn, name):
    assert "No syntax or stream encoding errors" in told("qpdf", "--check", drawn[name])
    assert drawn[name].read_bytes().startswith(b"%PDF-1.5")


@pytest.mark.parametrize("name", [*EVERY, "hard"])
def test_its_letters_are_embedded_in_part_and_can_be_searched(drawn, name):
    fonts = told("pdffonts", drawn[name]).splitlines()[2:]
    assert fonts
    for font in fonts:
        assert re.match(r"[A-Z]{6}\+PTSans-(Regular|Bold)\b", font), font
        assert re.search(r"yes\s+yes\s+yes\s+\d+\s+0$", font), font


@pytest.mark.parametrize("name", EVERY)
def test_it_says_what_it_is(drawn, name):
    info = told("pdfinfo", drawn[name])
    assert re.search(r"Title:\s+\S", info) and re.search(r"Author:\s+\S", info)
    assert re.search(r"Tagged:\s+yes", info)
    assert b"/Lang (ru-RU)" in drawn[name].read_bytes()
    # What is in the file's own data is seen in lists of files and in a tab's name.
    assert "Ёлкин" not in info
    structure = told("pdfinfo", "-struct", drawn[name])
    assert structure.startswith("Document") and "H1 (block)" in structure and "P (block)" in structure


def test_a_table_is_one_for_a_screen_reader(drawn):
    structure = told("pdfinfo", "-struct", drawn["programme"])
    assert structure.count("Table (block)") == 2, "a table that goes on is still one"
    assert structure.count("TH") == 4, "a head that comes again is read once"
    assert structure.count("TR") == 60 + 2 + 2


def test_the_code_is_a_link(drawn):
    assert "HTTPS://LK.POLYCLINIC12.EXAMPLE/Q/" in told("pdfinfo", "-url", drawn["policy-dms"])
    assert "HTTPS" not in told("pdfinfo", "-url", drawn["policy-draft"])


@pytest.mark.parametrize(
    "name, words",
    [
        ("card", ["Ёлкина Галина Сергеевна", "карта № 1", "112-233-445 95", "ОВД «Подъёмное» г. Москвы"]),
        ("consent", ["С-2", "«Ё», №, -, 100 ₽", "galina@example.com", "Согласен (согласна)"]),
        ("consent-signed", ["С-1", "Подписано, 21.11.2026 10:42", "Редакция 1"]),
        ("read-back", ["Проверьте, пожалуйста, данные", "Паспорт РФ 45 06 123456", "Данные верны"]),
        ("blank-walk-in", ["Бланк регистрации", "Отчество", "Обработка персональных данных"]),
        ("blank-day", ["Лист визитов за день", "Фамилия, имя, отчество"]),
        ("blank-consent", ["Обработка персональных данных", "Я,", "100 ₽"]),
        ("shift", ["Отчёт о смене", "Касса сдана: 12 300 ₽", "Заведено карт 1"]),
        ("policy-dms", ["№ ДМС-0001-2026", "АО «Страхование и Здоровье»", "3 000 ₽", "4Q7K-19ZD-MT63-X"]),
        ("policy-oms", ["не является полисом ОМС", "7992 7300 0000 0007", "с 05.04.2018"]),
        ("policy-vzr", ["ELKINA GALINA", "Весь мир, кроме США и Канады", "10.12.2026 – 24.12.2026"]),
        ("programme", ["Услуга № 59:", "праздничным дням", "Страница 3 из 3"]),
        ("certificate", ["№ 11/22445568", "Позвони Врачу плюс", "Пациент 2 нет"]),
    ],
)
def test_its_words_can_be_taken_out_again(drawn, name, words):
    found = text(drawn[name])
    assert [word for word in words if word not in found] == [], found
    assert "{" not in found and "problem." not in found


def test_the_desks_own_note_is_on_no_paper(drawn):
    assert [name for name in FROM_DESK if "громче" in text(drawn[name])] == []


def test_nothing_of_a_long_text_is_lost_where_pages_break(drawn):
    found = " ".join(told("pdftotext", drawn["hard"], "-").split())
    assert len(re.findall(r"французских", found)) == 4 * 90


@pytest.mark.parametrize("name", [*FROM_VALUES, "hard"])
def test_the_same_data_are_the_same_bytes(drawn, name):
    assert drawn[name].read_bytes() == drawn[f"{name}.again"].read_bytes()


@pytest.mark.parametrize("name", POLICIES)
def test_a_paper_to_keep_is_no_more_than_40_kilobytes(drawn, name, record_property):
    size = drawn[name].stat().st_size
    record_property("figure", f"{name}: {size / 1000:.1f} kB")
    assert size <= 40_000
