"""Counts, shares and the reliability of confidence."""

from kg.evaluate.measures import Measure, Share, reliability


def test_without_claims_or_labels_everything_is_nought() -> None:
    nothing = Measure(0, 0, 0, 0)
    assert (nothing.precision, nothing.recall, nothing.f1) == (0, 0, 0)


def test_f1_is_the_harmonic_mean() -> None:
    measure = Measure(right=3, claims=4, found=2, required=8)
    assert (measure.precision, measure.recall) == (0.75, 0.25)
    assert measure.f1 == 0.375


def test_bands_hold_their_claims_and_all_surer_ones() -> None:
    bands = reliability([(0.0, False), (0.79, False), (0.8, True), (0.95, True), (1.0, False)])
    assert [band.low for band in bands] == [n / 10 for n in range(10)]
    assert (bands[0].here, bands[0].above) == (Share(0, 1), Share(2, 5))
    assert (bands[7].here, bands[7].above) == (Share(0, 1), Share(2, 4))
    assert (bands[8].here, bands[8].above) == (Share(1, 1), Share(2, 3))
    assert (bands[9].here, bands[9].above) == (Share(1, 2), Share(1, 2))


def test_an_edge_belongs_to_the_band_above_however_it_was_summed() -> None:
    assert reliability([(0.1 + 0.1 + 0.1, True)])[3].here == Share(1, 1)
    assert reliability([(0.7, True)])[7].here == Share(1, 1)
