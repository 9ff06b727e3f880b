"""The largest type that fits on a sheet, and no smaller than people can read from where they stand."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from math import floor

from kiosk.signage.saying import SignError
from kiosk.signage.sheet import FACTOR, Job, Sheet, Sizes, TooLarge, lay_out

TEXT_M = 0.5  # from which everything but the headline can be read: an arm's length
LEAST_M, MOST_M = 0.5, 10.0  # from which somebody may want to read the headline
APPROACH_M, FAIR_M = 2.0, 1.2  # for the headline, where nobody says: wanted, and worth leaving words out for

MOST_TEXT_MM = 4.4  # capitals, on A4
RATIO = (2.2, 3.4)  # capitals of the headline against those of the text
MOST_LOOSE = 1.9
WORTH_IT = 1.15  # so much larger must the type be for a later arrangement: the first ones look calmer


def fit(jobs: Sequence[Job], paper: str, distance: float | None = None) -> tuple[Job, Sheet]:
    """The first of these jobs that fits, and its sheet; the last one says least.

    distance: from which the headline must be readable, in metres; None: as far as it goes. Raises SignError where that cannot
    be, and says what can.
    """
    if distance is not None and not LEAST_M <= distance <= MOST_M:
        raise SignError(f"--distance {distance:g} is out of range: give {LEAST_M:g} to {MOST_M:g} metres.")
    for job in jobs:
        if sheet := _best(job, distance or APPROACH_M):
            return job, sheet
    if distance is None:
        for job in jobs:
            sheet = _farthest(job)
            if sheet and sheet.headline_m >= (LEAST_M if job is jobs[-1] else FAIR_M):
                return job, sheet
    raise SignError(_refusal(jobs[-1], paper, distance or LEAST_M))


def _refusal(job: Job, paper: str, distance: float) -> str:
    tags = [each.language for each in job.sayings]
    ways = []
    farthest = _farthest(job)
    metres = floor(farthest.headline_m * 10) / 10 if farthest else 0
    if metres >= LEAST_M:
        ways.append(f"the largest distance that works is {metres:g} m (--distance {metres:g})")
    for count in range(len(tags) - 1, 0, -1):
        if _best(replace(job, sayings=job.sayings[:count]), distance):
            ways.append(f"{count} of the {len(tags)} languages would fit (--lang {','.join(tags[:count])})")
            break
    if paper != "A3":
        ways.append("A3 has room for more (--size A3)")
    said = f"{', '.join(tags)}: too much for {paper}, if the headline is to be read from {distance:g} m"
    return f"{said}. {_sentence(ways)}" if ways else f"{said}. Say less in store.toml."


def _sentence(parts: list[str]) -> str:
    joined = "; ".join(parts)
    return f"{joined[0].upper()}{joined[1:]}."


def _arrangements(job: Job) -> Iterator[Sizes]:
    for columns in range(1, len(job.sayings) + 1):
        for beside in (False, True):
            for sideways in (True, False) if job.landscape else (False,):
                yield Sizes(0, 0, columns, beside, sideways)


def _best(job: Job, distance: float) -> Sheet | None:
    """The largest type, headline and text together, in the best arrangement; None where not even the least fits."""
    headline, text = distance * 1000 / FACTOR, TEXT_M * 1000 / FACTOR
    best, reached = None, 0.0
    for arrangement in _arrangements(job):
        sizes = None
        for ratio in (RATIO[0], 0):  # without a ratio the headline is as small as the distance lets it be

            def sized(size: float, arrangement: Sizes = arrangement, ratio: float = ratio) -> Sizes:
                return replace(arrangement, text=size, headline=max(headline, ratio * size))

            size = _largest(text, MOST_TEXT_MM * job.scale, lambda size, sized=sized: _fits(job, sized(size)))
            if size is not None:
                sizes = sized(size)
                break
        if sizes and sizes.text**2 * sizes.headline > reached * WORTH_IT:
            best, reached = sizes, sizes.text**2 * sizes.headline
    return _filled(job, best) if best else None


def _farthest(job: Job) -> Sheet | None:
    """The largest headline over the smallest text."""
    text = TEXT_M * 1000 / FACTOR
    best = None
    for arrangement in _arrangements(job):
        tried = replace(arrangement, text=text)
        size = _largest(text, MOST_M * 1000 / FACTOR, lambda size, tried=tried: _fits(job, replace(tried, headline=size)))
        if size and (best is None or size > best.headline * WORTH_IT):
            best = replace(tried, headline=size)
    return _filled(job, best) if best else None


def _filled(job: Job, sizes: Sizes) -> Sheet:
    """Gives what is left of the sheet to the headline, then to the gaps."""
    most = max(sizes.headline, RATIO[1] * sizes.text)
    sizes = replace(sizes, headline=_largest(sizes.headline, most, lambda size: _fits(job, replace(sizes, headline=size))))
    loose = _largest(1.0, MOST_LOOSE, lambda gaps: _fits(job, replace(sizes, loose=gaps)))
    return lay_out(job, replace(sizes, loose=loose))


def _fits(job: Job, sizes: Sizes) -> bool:
    try:
        lay_out(job, sizes)
    except TooLarge:
        return False
    return True


def _largest(least: float, most: float, fits: Callable[[float], bool]) -> float | None:
    """Between two sizes, one that fits, as large as it goes to half a percent; None where not even the least does."""
    if not fits(least):
        return None
    if most <= least or fits(most):
        return max(least, most)
    while most / least > 1.005:
        middle = (least * most) ** 0.5
        least, most = (middle, most) if fits(middle) else (least, middle)
    return least
