"""What stands in a data_visualization block: a title and one chart."""

from collections.abc import Iterator, Mapping

from bot.practice.json_checks import (
    Check,
    both,
    by_type,
    list_of,
    number,
    one_of,
    problem,
    shape,
    string,
    typed,
)
from bot.practice.wire import Json

_LABEL = string(20)
_POINT = shape({"label": _LABEL, "value": number})
_SERIES = list_of(shape({"name": _LABEL, "data": list_of(_POINT, 20)}), 6)
_AXES = shape({"categories": list_of(_LABEL, 20)}, {"x_label": string(50), "y_label": string(50)})


def _agrees_with_itself(chart: Json, path: str) -> Iterator[str]:
    names = [each["name"] for each in chart["series"]]
    if len(set(names)) < len(names):
        yield problem("series names must be unique", f"{path}/series")
    for index, series in enumerate(chart["series"]):
        if [each["label"] for each in series["data"]] != chart["axis_config"]["categories"]:
            yield problem("labels must equal the categories", f"{path}/series/{index}/data")


def _on_axes(name: str) -> dict[str, Check]:
    chart = shape({"type": one_of(name), "series": _SERIES, "axis_config": _AXES})
    return {name: both(chart, _agrees_with_itself)}


DATA_VISUALIZATION: Mapping[str, Check] = {
    "title": string(50),
    "chart": by_type(
        {
            **_on_axes("bar"),
            **_on_axes("line"),
            **_on_axes("area"),
            **typed("pie", {"segments": list_of(_POINT, 6)}),
        }
    ),
}
