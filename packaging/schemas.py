"""Writes kiosk/gate/protocol/*.schema.json from the dataclasses in kiosk/gate/messages.py: `make schemas`."""

import json
from pathlib import Path
from typing import Annotated, Any, Union

from pydantic import Field, TypeAdapter

from kiosk.gate import messages

FOLDER = Path(messages.__file__).with_name("protocol")
CONTROL = {"pattern": r"[\u0000-\u001f\u007f]"}
ENDS = {"from-kiosk": messages.FROM_KIOSK, "from-gate": messages.FROM_GATE}


def schema(title: str, kinds: tuple[type, ...]) -> dict[str, Any]:
    """JSON Schema 2020-12 of one line of one end. Every field is required; further ones are allowed and ignored."""
    union = Annotated[Union[kinds], Field(discriminator="t")]  # noqa: UP007  made from a tuple
    made = TypeAdapter(union).json_schema()
    for message in made["$defs"].values():
        message["required"] = list(message["properties"])
        for name, field in message["properties"].items():
            field.pop("title", None)
            field.pop("default", None)
            _limit(field, name, message["title"])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"Gate protocol 1, {title}", **made}


def _limit(field: dict[str, Any], name: str, message: str) -> None:
    """What `decode` asks of a value beyond its type."""
    match field.get("type"):
        case "integer":
            field |= {"minimum": messages.LEAST.get(name, -messages.WORD), "maximum": messages.WORD - 1}
        case "string" if name in messages.NAMES:
            star = r"|\*" if (message, name) == ("Revoke", "visit") else ""
            field["pattern"] = f"^({messages.NAME.pattern}{star})$"
            field["not"] = CONTROL  # for a `$` that takes a line feed after it
        case "string" if "const" not in field and "enum" not in field:
            field |= {"maxLength": messages.MOST_TEXT, "not": CONTROL}
        case "array":
            _limit(field["items"], name, message)
        case "object":
            _limit(field["additionalProperties"], name, message)
            field["propertyNames"] = {"maxLength": messages.MOST_TEXT, "not": CONTROL}
            if name == "counts":
                field["propertyNames"] = {"pattern": f"^{messages.KIND.pattern}$", "not": CONTROL}
                field["maxProperties"] = messages.MOST_KINDS


def main() -> None:
    for end, kinds in ENDS.items():
        path = FOLDER / f"{end}.schema.json"
        path.write_text(json.dumps(schema(end.replace("-", " the "), kinds), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
