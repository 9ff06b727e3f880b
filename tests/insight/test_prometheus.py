"""The file as a Prometheus parser reads it."""

import os
from datetime import date, datetime, timedelta

import pytest
from prometheus_client.parser import text_string_to_metric_families

from kiosk.consent.decision import Act
from kiosk.insight import prometheus
from kiosk.insight.keeper import Book
from kiosk.insight.prometheus import Exporter, Live, MonitoringError
from kiosk.insight.summary import summed


def exposed(book: Book, today: date, live: Live | None = None) -> dict[tuple[str, tuple[str, ...]], float]:
    text = prometheus.text(book, summed(book, {}, today, 28, 5), live)
    families = list(text_string_to_metric_families(text))
    assert all(family.documentation and family.type in ("counter", "gauge") for family in families)
    assert len({family.name for family in families}) == len(families)
    return {(sample.name, tuple(sample.labels.values())): sample.value for family in families for sample in family.samples}


@pytest.fixture
def counted(shop, today):
    def count(ago: int = 0) -> dict[tuple[str, tuple[str, ...]], float]:
        book, until = Book(), today - timedelta(days=ago)
        book.go_on(shop.path, until)
        return exposed(book, until)

    return count


def test_each_number_has_its_family(shop, counted, today):
    visits = shop.on(1).answers(yes=20, no=12)
    shop.answers(no=10, language="zh-Hans", layout="portrait 1080x1920 speaking")
    shop.says(Act.WITHDRAWN, visits[:6], "receipt")
    shop.says(Act.ENDED, visits[6:11], "ambiguous")
    shop.lapsed(4)
    samples = counted()
    assert {name[1] or name[0]: value for name, value in samples.items() if value} == {
        ("yes",): 20,
        ("no",): 22,
        "consent_kiosk_withdrawals_total": 6,
        "consent_kiosk_ambiguous_total": 5,
        ("en",): 0.75,
        ("zh-Hans",): 0.25,
        ("aloud",): 0.25,
        "consent_kiosk_counted_until_timestamp_seconds": datetime(today.year, today.month, today.day).astimezone().timestamp(),
    }
    assert samples["consent_kiosk_visits_total", ("none",)] == 0


def test_counters_never_fall_and_rise_by_five_at_least(shop, counted):
    for ago in range(30, 0, -1):
        shop.on(ago).answers(yes=ago * 7 % 6, no=ago * 5 % 4)
        shop.lapsed(ago % 2)
    before = counted(31)
    for ago in range(30, -1, -1):
        after = counted(ago)
        for name, value in after.items():
            if name[0].endswith("_total"):
                assert value == before[name] or value >= before[name] + 5
        before = after
    assert before["consent_kiosk_visits_total", ("no",)] > 20


def test_a_running_kiosk_says_how_it_is(today):
    samples = exposed(Book(ever_on=(7200, 7100)), today, Live(ready=False, cameras=2))
    assert samples["consent_kiosk_ready", ()] == 0
    assert samples["consent_kiosk_cameras", ()] == 2
    assert (samples["consent_kiosk_on_seconds_total", ()], samples["consent_kiosk_ready_seconds_total", ()]) == (7200, 7100)
    assert ("consent_kiosk_ready", ()) not in exposed(Book(), today)


def test_the_collector_may_read_it_and_never_sees_a_part(tmp_path):
    path = tmp_path / "kiosk.prom"
    path.write_text("old")
    reader = path.open()
    before = os.umask(0o077)
    try:
        prometheus.write(path, "new")
    finally:
        os.umask(before)
    assert (reader.read(), path.read_text()) == ("old", "new")
    reader.close()
    assert path.stat().st_mode & 0o777 == 0o644
    assert os.listdir(tmp_path) == ["kiosk.prom"]


def test_a_folder_that_is_not_there_is_said_once(tmp_path, caplog):
    path = tmp_path / "gone" / "kiosk.prom"
    with pytest.raises(MonitoringError, match=r"kiosk\.prom cannot be written: No such file"):
        prometheus.write(path, "")
    exporter = Exporter(path)
    for _ in range(3):
        exporter.write(Book(), Live(True, 1))
    assert len(caplog.records) == 1
    path.parent.mkdir()
    exporter.write(Book(), Live(True, 1))
    assert "consent_kiosk_ready 1" in path.read_text()
    Exporter(None).write(Book(), Live(True, 1))
