"""Two officers who open a wave of one survey at the same moment: one of them does."""

import threading

from flask import Flask

from feedback_app.domain.waves.lifecycle import WaveOverlaps, open_wave
from feedback_app.domain.waves.queries import all_waves
from feedback_app.platform import clock
from feedback_app.platform.database import reading, transaction


def test_one_of_five_opens_it(app_on_both: Flask) -> None:
    together = threading.Barrier(5)
    came_of_it: list[str] = []

    def open_one() -> None:
        with app_on_both.app_context():
            together.wait()
            try:
                with transaction() as session:
                    open_wave(session, slug="be-supported", opens_at=clock.now(), days=28, by=None)
                came_of_it.append("opened")
            except WaveOverlaps:
                came_of_it.append("refused")

    officers = [threading.Thread(target=open_one) for _ in range(5)]
    for officer in officers:
        officer.start()
    for officer in officers:
        officer.join()

    assert sorted(came_of_it) == ["opened", *["refused"] * 4]
    with app_on_both.app_context():
        assert len(all_waves(reading())) == 1
