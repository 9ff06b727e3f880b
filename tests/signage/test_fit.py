"""Everything is on the sheet, nothing over anything else, in the largest type that fits and in none that is too small."""

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF

from kiosk.consent.notice import LANGUAGES
from kiosk.signage import fit
from kiosk.signage.fit import LEAST_M, MOST_M, TEXT_M, _largest
from kiosk.signage.lettering import UNITS
from kiosk.signage.saying import SignError
from kiosk.signage.sheet import FACTOR, PAPER, TooLarge, _modules, lay_out

SHEETS = (
    ("en", "A4", False),
    ("ar", "A4", False),
    ("en", "A4", True),
    ("en,zh-Hans", "letter", False),
    ("ar,en", "A3", True),
    ("zh-Hans,en,ar", "A3", False),
    pytest.param(("ja,ko,vi,hi", "A3", False), marks=pytest.mark.slow),
)


@pytest.fixture(params=SHEETS, ids=str)
def sign(request, made):
    return made(*request.param)


def test_everything_is_there_once_and_nothing_overlaps(sign):
    boxes = sign.sheet.boxes
    texts = [words for words, _ in boxes]
    for saying in sign.job.sayings:
        for text in (saying.promise, saying.question, saying.scan):
            assert texts.count(text) == 1
        for fact in saying.facts:
            assert sum(words == f"{fact.label}  {fact.text}".rstrip() for words in texts) == 1
        assert sum(saying.ask in words for words in texts) == 1
    assert texts.count("[camera]") == texts.count("[code]") == texts.count(sign.job.store) == 1
    for (first, one), (second, other) in combinations(boxes, 2):
        assert not one.adjusted(1, 1, -1, -1).intersects(other), (first, second)


def test_everything_keeps_clear_of_the_edge(sign):
    clear = 5 * UNITS  # what a printer cannot reach
    page = QRectF(0, 0, sign.sheet.width, sign.sheet.height).adjusted(clear, clear, -clear, -clear)
    assert all(page.contains(box) for _, box in sign.sheet.boxes)


def test_no_type_is_too_small_and_no_larger_one_fits(sign):
    sizes = sign.sheet.sizes
    assert sizes.text * FACTOR >= TEXT_M * 1000 - 1e-6 and sizes.headline > sizes.text
    assert sign.sheet.headline_m >= LEAST_M
    if sizes.headline < 0.99 * fit.RATIO[1] * sizes.text:
        with pytest.raises(TooLarge):
            lay_out(sign.job, replace(sizes, headline=sizes.headline * 1.02))
    with pytest.raises(TooLarge):
        lay_out(sign.job, replace(sizes, text=sizes.text * 1.05, headline=sizes.headline * 1.05))


def test_the_code_has_its_quiet_zone(sign):
    code = next(box for words, box in sign.sheet.boxes if words == "[code]")
    module = code.width() / len(_modules(sign.job.url))
    assert code.width() >= 32 * UNITS - 1 and module >= 0.8 * UNITS - 0.01
    quiet = 4 * module - 2
    around = code.adjusted(-quiet, -quiet, quiet, quiet)
    assert not [words for words, box in sign.sheet.boxes if words != "[code]" and box.intersects(around)]
    assert QRectF(0, 0, sign.sheet.width, sign.sheet.height).contains(around)


@pytest.mark.slow
@pytest.mark.parametrize("tag", LANGUAGES)
def test_each_language_alone_fits_on_a4_to_be_read_from_two_metres(made, tag):
    sign = made(tag)
    assert sign.sheet.headline_m >= 2 and not sign.job.brief


def test_the_distance_that_is_asked_for_is_kept_and_the_text_grows_with_the_paper(made):
    near, far = made("en", "A4", False, 1.5), made("en", "A3", False, 3.0)
    assert near.sheet.headline_m >= 1.5 and far.sheet.headline_m >= 3
    assert far.sheet.sizes.text > near.sheet.sizes.text


@pytest.mark.parametrize("distance", [0.0, 0.49, 10.1, -1.0, float("nan"), float("inf")])
def test_a_distance_out_of_range(made, distance):
    with pytest.raises(SignError, match=r"--distance \S+ is out of range: give 0.5 to 10 metres."):
        fit.fit([made("en").job], "A4", distance)


def test_what_is_too_far_is_told_with_the_largest_distance_that_works(made):
    job = made("en").job
    with pytest.raises(SignError) as refused:
        fit.fit([job], "A4", 4.0)
    told = str(refused.value)
    assert told.startswith("en: too much for A4, if the headline is to be read from 4 m. The largest distance that works is ")
    assert "(--size A3)" in told
    metres = float(told.partition("--distance ")[2].partition(")")[0])
    assert LEAST_M <= metres < 4
    assert fit.fit([job], "A4", metres)[1].headline_m >= metres
    with pytest.raises(SignError):
        fit.fit([job], "A4", round(metres + 0.15, 2))


@pytest.mark.slow
def test_too_many_languages_are_told_how_many_fit(made):
    job = made("en,es,fr,de,it", "A3").job
    small = replace(job, width=PAPER["A4"][0] * UNITS, height=PAPER["A4"][1] * UNITS)
    with pytest.raises(SignError) as refused:
        fit.fit([small], "A4", 1.0)
    told = str(refused.value)
    assert told.startswith("en, es, fr, de, it: too much for A4, if the headline is to be read from 1 m. ")
    count = int(told.partition(" of the 5 languages would fit")[0][-1])
    assert f"(--lang {','.join(('en', 'es', 'fr', 'de', 'it')[:count])})" in told
    assert fit.fit([replace(small, sayings=small.sayings[:count])], "A4", 1.0)
    with pytest.raises(SignError):
        fit.fit([replace(small, sayings=small.sayings[: count + 1])], "A4", 1.0)


def test_where_all_the_words_do_not_fit_the_least_do(made):
    sign = made("zh-Hans,en,ar", "A4")
    assert sign.job.brief and sign.sheet.headline_m >= 0.9
    assert not made("zh-Hans,en,ar", "A3").job.brief


@pytest.mark.parametrize(("limit", "found"), [(0.5, None), (1.0, 1.0), (1.7, 1.7), (2.0, 2.0), (3.0, 2.0)])
def test_the_largest_that_fits(limit, found):
    size = _largest(1.0, 2.0, lambda size: size <= limit)
    assert size is None if found is None else found / 1.005 <= size <= found


def test_the_least_can_be_the_most():
    assert _largest(2.0, 1.0, lambda size: True) == 2.0
    assert MOST_M > LEAST_M
