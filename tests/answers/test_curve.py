"""The picture of right against wrong: read by people, so its points stand where the figures say."""

from xml.etree import ElementTree

from benchmarks.curve import Point, svg, table

CURVES = {
    "open": (448, [Point(0.5, 0.82, 0.9, 0.05), Point(0.73, 0.77, 0.9, 0.03, now=True), Point(0.9, 0.69, 0.9, 0.02)]),
    "frozen": (220, [Point(0.5, 0.85, 0.9, 0.04), Point(0.9, 0.75, 0.93, 0.01)]),
}
SVG = "{http://www.w3.org/2000/svg}"


def test_a_point_stands_further_right_for_more_wrong_and_higher_for_more_right() -> None:
    drawn = ElementTree.fromstring(svg(CURVES))
    circles = [(float(each.get("cx", "")), float(each.get("cy", ""))) for each in drawn.iter(f"{SVG}circle")]
    points = [(each.wrong, each.right) for _, line in CURVES.values() for each in line]

    assert [place for place, _ in sorted(enumerate(points), key=lambda each: each[1])] == [
        place for place, _ in sorted(enumerate(circles), key=lambda each: each[1])
    ]
    assert [y for _, y in sorted(zip([right for _, right in points], (y for _, y in circles), strict=True))] == sorted(
        (y for _, y in circles), reverse=True
    )
    _, _, width, height = map(float, drawn.get("viewBox", "").split())
    assert all(0 < x < width and 0 < y < height for x, y in circles)


def test_the_picture_and_the_table_name_the_sets_with_their_counts_and_the_threshold_of_today() -> None:
    drawn = ElementTree.fromstring(svg(CURVES))
    said = [each.text for each in drawn.iter(f"{SVG}text")]

    assert {
        "open, 448 questions",
        "frozen, 220 questions",
        "Each point is a threshold; the large one is today's, 0.73.",
    } <= set(said)
    assert [line for line in table(CURVES) if "today" in line] == ["    0.73            77.0    90.0     3.0   today"]
