"""What stands in a rich_text block: text that is taken literally, whatever characters are in it."""

from collections.abc import Mapping

from bot.practice.json_checks import Check, by_type, flag, list_of, one_of, shape, string, typed, whole

_STYLE = shape({}, dict.fromkeys(("bold", "italic", "strike", "code", "underline", "highlight"), flag))
_STYLED: Mapping[str, Check] = {"style": _STYLE}
_LONGEST, _MOST_PARTS = 40_000, 1_000
_PARTS = list_of(
    by_type(
        {
            **typed("text", {"text": string(_LONGEST)}, _STYLED),
            **typed("link", {"url": string(3000)}, {**_STYLED, "text": string(_LONGEST), "unsafe": flag}),
            **typed("emoji", {"name": string(100)}, {**_STYLED, "unicode": string(100), "skin_tone": whole(1, 6)}),
            **typed("user", {"user_id": string(255)}, _STYLED),
            **typed("channel", {"channel_id": string(255)}, _STYLED),
            **typed("usergroup", {"usergroup_id": string(255)}, _STYLED),
            **typed("broadcast", {"range": one_of("here", "channel", "everyone")}, _STYLED),
            **typed(
                "date",
                {"timestamp": whole(0, 2**40), "format": string(100)},
                {**_STYLED, "url": string(3000), "fallback": string(3000)},
            ),
        }
    ),
    _MOST_PARTS,
    least=0,
)
_BORDER: Mapping[str, Check] = {"border": whole(0, 1)}
_SECTION = typed("rich_text_section", {"elements": _PARTS})

RICH_TEXT = list_of(
    by_type(
        {
            **_SECTION,
            **typed("rich_text_quote", {"elements": _PARTS}, _BORDER),
            **typed("rich_text_preformatted", {"elements": _PARTS}, {**_BORDER, "language": string(100)}),
            **typed(
                "rich_text_list",
                {"style": one_of("bullet", "ordered"), "elements": list_of(by_type(_SECTION), _MOST_PARTS)},
                {**_BORDER, "indent": whole(0, 8), "offset": whole(0, 10_000)},
            ),
        }
    ),
    _MOST_PARTS,
)
