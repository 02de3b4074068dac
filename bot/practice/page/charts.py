"""`data_visualization` as a table of values with a bar beside each: the numbers are always there as text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from bot.practice.page.html import joined, tag


@dataclass(frozen=True, slots=True)
class Bar:
    """One value of a chart."""

    series: str
    label: str
    value: float


def chart(block: Mapping[str, Any]) -> Markup:
    """Any kind of chart as bars that a screen reader can read as a table."""
    drawing: Mapping[str, Any] = block.get("chart") or {}
    bars = bars_of(drawing)
    most = max((bar.value for bar in bars), default=0) or 1
    axis: Mapping[str, Any] = drawing.get("axis_config") or {}
    several = len({bar.series for bar in bars}) > 1
    return tag(
        "table",
        tag("caption", str(block.get("title", "")), tag("span", str(axis.get("y_label", "")), class_="hint")),
        tag("thead", tag("tr", *_headings(axis, several)), class_="unseen"),
        tag("tbody", joined(_row(bar, most, several) for bar in bars)),
        class_="chart",
    )


def bars_of(drawing: Mapping[str, Any]) -> Sequence[Bar]:
    """The values of a bar, line, area or pie chart in the order given."""
    if "segments" in drawing:
        return [Bar("", str(part["label"]), float(part["value"])) for part in drawing["segments"]]
    return [
        Bar(str(series.get("name", "")), str(point["label"]), float(point["value"]))
        for series in drawing.get("series", [])
        for point in series.get("data", [])
    ]


def _headings(axis: Mapping[str, Any], several: bool) -> list[Markup]:
    names = [str(axis.get("x_label") or "Label"), "Bar", "Value"]
    return [tag("th", name, scope="col") for name in (["Series", *names] if several else names)]


def _row(bar: Bar, most: float, several: bool) -> Markup:
    cells = [
        tag("th", bar.label, scope="row"),
        tag("td", _drawn(bar.value / most), class_="drawn"),
        tag("td", f"{bar.value:g}", class_="value"),
    ]
    return tag("tr", *([tag("td", bar.series), *cells] if several else cells))


def _drawn(share: float) -> Markup:
    bar = tag("rect", width=round(100 * max(share, 0)), height=10, rx=2)
    return tag("svg", bar, viewBox="0 0 100 10", preserveAspectRatio="none", aria_hidden="true")
