"""JSON Schemas of what comes in from the panel and of what the sidecar answers, and the one function that checks."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from .protocol import Json

#: The report's schema, shipped beside the sidecar's program by the build.
REPORT_SCHEMA = Path(__file__).parent / "sidecar" / "report.schema.json"

#: Id of a check. Python's ``$`` would let a line feed through.
CHECK_ID = r"^[a-z0-9]{1,32}\.[a-z0-9]{1,32}\Z"

_PATH: Json = {"type": "string", "minLength": 1, "maxLength": 1024, "pattern": r"^/[^\x00-\x1f\x7f]*\Z"}

#: Body of ``POST kaptain-registry/run``. No URL, command or file content can be said in it.
RUN_REQUEST: Json = {
    "type": "object",
    "additionalProperties": False,
    "required": ["protocol"],
    "properties": {
        "protocol": {"type": "integer"},
        "registry": {"type": "string", "minLength": 1, "maxLength": 260},
        "dockerConfig": _PATH,
        "caFile": _PATH,
        "kernel": {"type": "string", "pattern": r"^[A-Za-z0-9._-]{1,128}\Z"},
        "only": {
            "type": "array",
            "minItems": 1,
            "maxItems": 200,
            "items": {"type": "string", "pattern": CHECK_ID},
        },
        "clicked": {"type": "boolean"},
        "images": {"type": "array", "maxItems": 10, "items": {"type": "string", "maxLength": 512}},
        "push": {"type": "boolean"},
    },
}

#: Body of ``POST kaptain-registry/cancel``.
CANCEL_REQUEST: Json = {
    "type": "object",
    "additionalProperties": False,
    "required": ["id"],
    "properties": {"id": {"type": "string", "pattern": r"^[0-9a-f]{32}\Z"}},
}

_TEXT: Json = {"type": "string", "maxLength": 8192}
_SECTION: Json = {"enum": ["files", "registry", "notebook"]}
_PHRASE: Json = {
    "type": "object",
    "required": ["text", "args"],
    "properties": {"text": _TEXT, "args": {"type": "object"}},
}
_PLACE: Json = {
    "type": "object",
    "required": ["path", "found", "isDefault", "changedAt"],
    "properties": {
        "path": _TEXT,
        "found": {"type": "boolean"},
        "isDefault": {"type": "boolean"},
        "changedAt": {"type": ["integer", "null"]},
    },
}

_CONTEXT: Json = {
    "type": "object",
    "required": ["registry", "chosenBy", "known", "places", "cell"],
    "properties": {
        "registry": {"anyOf": [{"type": "null"}, _TEXT]},
        "chosenBy": {"enum": ["request", "only-private-entry", "none"]},
        "known": {"type": "array", "items": _TEXT},
        "places": {
            "type": "object",
            "required": ["dockerConfig", "caFile"],
            "properties": {"dockerConfig": _PLACE, "caFile": _PLACE},
        },
        "cell": {"type": "object", "required": ["ok"], "properties": {"ok": {"type": "boolean"}}},
    },
}


def _event(report: Json) -> Json:
    """Events that the sidecar may send during a run; checks and findings as in the report."""
    plan: Json = {
        "type": "object",
        "required": ["id", "subject", "title", "section"],
        "properties": {"id": _TEXT, "subject": _TEXT, "title": _TEXT, "section": _SECTION},
    }
    return {
        "$defs": report["$defs"],
        "type": "object",
        "required": ["type", "id"],
        "oneOf": [
            {
                "required": ["checks"],
                "properties": {"type": {"const": "plan"}, "checks": {"type": "array", "items": plan}},
            },
            {
                "required": ["check", "section", "summary", "findings"],
                "properties": {
                    "type": {"const": "outcome"},
                    "check": {"$ref": "#/$defs/check"},
                    "section": _SECTION,
                    "summary": {"anyOf": [{"type": "null"}, _PHRASE]},
                    "findings": {"type": "array", "items": {"$ref": "#/$defs/finding"}},
                },
            },
        ],
    }


def _run_result(report: Json) -> Json:
    """Answer to the request ``run``."""
    return {
        "$defs": report["$defs"],
        "type": "object",
        "additionalProperties": False,
        "required": ["report", "context", "summaries"],
        "properties": {
            "report": {name: part for name, part in report.items() if name not in ("$schema", "$defs")},
            "context": _CONTEXT,
            "summaries": {"type": "object", "additionalProperties": _PHRASE},
        },
    }


@lru_cache(maxsize=None)
def _validator(name: str) -> Any:
    # Loaded with the first request: jsonschema takes longer to import than the whole server half.
    from jsonschema.validators import Draft202012Validator

    if name == "run-request":
        return Draft202012Validator(RUN_REQUEST)
    if name == "cancel-request":
        return Draft202012Validator(CANCEL_REQUEST)
    report = json.loads(REPORT_SCHEMA.read_text(encoding="utf-8"))
    return Draft202012Validator(_event(report) if name == "event" else _run_result(report))


def fault(name: str, value: object) -> str | None:
    """Check a value.

    :param name: ``run-request``, ``cancel-request``, ``event`` or ``run-result``
    :return: None when it fits; else the name of the field that does not, which quotes no value
    :raises OSError: when the report's schema is missing
    """
    error = next(_validator(name).iter_errors(value), None)
    if error is None:
        return None
    steps = [str(step) for step in error.absolute_path]
    return ".".join(steps[:4]) or "body"
