"""What a posted form says, back in the words of the practice workspace."""

from multidict import MultiMapping

from bot.practice.forms import FIELD_TYPES, LISTS, Field, Value, Values, fields
from bot.practice.page.place import field_name
from bot.practice.wire import Json


def values_in(form: MultiMapping[str], blocks: list[Json]) -> Values:
    """The value of every field of these blocks; a field that the form does not mention was left empty."""
    values: Values = {}
    for field in fields(blocks):
        values.setdefault(field.block_id, {})[field.action_id] = value_in(form, field)
    return values


def value_in(form: MultiMapping[str], field: Field) -> Value:
    """The value of one field; line breaks come back as they were typed."""
    said = [each.replace("\r\n", "\n") for each in form.getall(field_name(field.block_id, field.action_id), [])]
    if FIELD_TYPES[field.type].form in LISTS:
        return said
    return said[0] if said and said[0] else None
