"""What ``manifests`` prints as YAML means the same to a reader of YAML 1.1, as kubectl's is, as its JSON."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
import yaml

COMMAND = Path(__file__).parents[2] / "src" / "node" / "cli.ts"


def manifests(*arguments: str) -> str:
    done = subprocess.run(
        ["node", "--disable-warning=ExperimentalWarning", str(COMMAND), "manifests", *arguments],
        capture_output=True,
        text=True,
        check=True,
        env={"PATH": os.environ["PATH"]},
    )
    return done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["--namespace", "team-a"],
        ["--namespace", "on", "--name", "yes", "--label", "true", "--description", "no"],
        ["--namespace", "123", "--name", "0x1f", "--secret-name", "1e3", "--ca-secret-name", "null"],
        ["--namespace", "a", "--label", "corp.example/private-registry", "--no-ca"],
        ["--namespace", "a", "--home", "/home/with blank and ü"],
        *[
            ["--namespace", "a", "--description", text]
            for text in (
                "- a: b",
                "# comment",
                "\"quoted\" \\ and 'quoted'",
                "a: b # c",
                "2024-01-01",
                "~",
                "{a}",
                "*anchor &anchor !tag |",
                "ends with colon:",
                "%directive @at `tick`",
                "Registry für alle 🐳",
                "12:30:45",
                "1_000",
            )
        ],
    ],
)
def test_yaml_means_what_json_says(arguments):
    text = manifests(*arguments)
    assert list(yaml.safe_load_all(text)) == [json.loads(manifests(*arguments, "--format", "json"))]
