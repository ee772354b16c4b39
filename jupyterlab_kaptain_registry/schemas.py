"""JSON Schemas of what comes in from the panel and of what the sidecar answers, and the one function that checks."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from .protocol import Json

#: The report's schema, shipped beside the sidecar's program by the build.
REPORT_SCHEMA = Path(__file__).parent / "sidecar" / "report.schema.json"

#: Id of a check.
CHECK_ID = r"^[a-z][A-Za-z0-9]{0,31}([.-][A-Za-z0-9]{1,32}){0,4}$"

_PATH: Json = {"type": "string", "minLength": 1, "maxLength": 1024, "pattern": r"^/[^\u0000-\u001f\u007f]*$"}

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
        "kernel": {"type": "string", "pattern": r"^[A-Za-z0-9._-]{1,128}$"},
        "only": {
            "type": "array",
            "minItems": 1,
            "maxItems": 200,
            "items": {"type": "string", "pattern": CHECK_ID},
        },
        "clicked": {"type": "boolean"},
    },
}

#: Body of ``POST kaptain-registry/cancel``.
CANCEL_REQUEST: Json = {
    "type": "object",
    "additionalProperties": False,
    "required": ["id"],
    "properties": {"id": {"type": "string", "pattern": "^[0-9a-f]{32}$"}},
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
    "required": ["path", "found", "isDefault"],
    "properties": {"path": _TEXT, "found": {"type": "boolean"}, "isDefault": {"type": "boolean"}},
}

#: Events that the sidecar may send during a run.
EVENT: Json = {
    "oneOf": [
        {
            "type": "object",
            "required": ["type", "id", "checks"],
            "properties": {
                "type": {"const": "plan"},
                "checks": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "required": ["id", "subject", "title", "section"],
                        "properties": {"id": _TEXT, "subject": _TEXT, "title": _TEXT, "section": _SECTION},
                    },
                },
            },
        },
        {
            "type": "object",
            "required": ["type", "id", "check", "section", "summary", "findings"],
            "properties": {
                "type": {"const": "outcome"},
                "check": {
                    "type": "object",
                    "required": ["id", "area", "subject", "title", "summary", "outcome", "durationMs", "codes"],
                    "properties": {
                        "id": _TEXT,
                        "subject": _TEXT,
                        "outcome": {
                            "enum": ["pass", "fail", "skipped", "unknown", "crashed", "timeout", "cancelled"],
                        },
                    },
                },
                "section": _SECTION,
                "summary": {"anyOf": [{"type": "null"}, _PHRASE]},
                "findings": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "required": ["code", "check", "severity", "subject", "title", "explanation", "args", "fix"],
                        "properties": {
                            "code": {"type": "string", "pattern": r"^KR-[A-Z]{3}-\d{3}$"},
                            "severity": {"enum": ["error", "warning", "info"]},
                        },
                    },
                },
            },
        },
    ]
}


def _run_result(report: Json) -> Json:
    return {
        "type": "object",
        "required": ["report", "context", "summaries"],
        "properties": {
            "report": report,
            "context": {
                "type": "object",
                "required": ["registry", "chosenBy", "known", "places", "cell"],
                "properties": {
                    "registry": {"anyOf": [{"type": "null"}, _TEXT]},
                    "known": {"type": "array", "items": _TEXT},
                    "places": {
                        "type": "object",
                        "required": ["dockerConfig", "caFile"],
                        "properties": {"dockerConfig": _PLACE, "caFile": _PLACE},
                    },
                    "cell": {"type": "object", "required": ["ok"]},
                },
            },
            "summaries": {"type": "object", "additionalProperties": _PHRASE},
        },
    }


@lru_cache(maxsize=None)
def _validator(name: str) -> Any:
    # Loaded with the first request: jsonschema takes longer to import than the whole server half.
    from jsonschema.validators import Draft202012Validator

    if name == "run-request":
        schema = RUN_REQUEST
    elif name == "cancel-request":
        schema = CANCEL_REQUEST
    elif name == "event":
        schema = EVENT
    else:
        schema = _run_result(json.loads(REPORT_SCHEMA.read_text(encoding="utf-8")))
    return Draft202012Validator(schema)


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
