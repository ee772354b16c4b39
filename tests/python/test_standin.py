"""The Config cell is Python that says what it should, and it runs against the documented signatures."""

import ast
import base64
import inspect
import json
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest
from small_registry import PASSWORD, USER, make_ca, pem, serving

ROOT = Path(__file__).resolve().parents[2]
STAND_IN = ROOT / "tests" / "standin-sdk"
GOLDEN = ROOT / "tests" / "golden" / "cell"
SCENARIOS = json.loads((GOLDEN / "scenarios.json").read_text(encoding="utf-8"))


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home with the three files in their default places, the stand-in importable, nothing imported yet."""
    home = tmp_path / "home"
    write(home / ".docker" / "config.json", json.dumps({"auths": {}}))
    write(home / ".tls" / "certificate.crt", pem(make_ca("Company CA")[1]))
    write(home / ".aws" / "credentials", "[default]\naws_access_key_id = id\naws_secret_access_key = key%1\n")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.syspath_prepend(str(STAND_IN))
    monkeypatch.delenv("KAPTAIN_STAND_IN_SDK", raising=False)
    for name in [name for name in sys.modules if name.split(".")[0] == "kaptain"]:
        monkeypatch.delitem(sys.modules, name)
    workspace = tmp_path / "workspace"
    write(workspace / "trainer.py", "print('training')\n")
    monkeypatch.chdir(workspace)
    return home


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def run_cell(source):
    """Runs a cell as a kernel would and returns its variables."""
    variables = {"__name__": "__main__"}
    exec(compile(source, "cell", "exec"), variables)
    return variables


def render(values):
    """Renders cells with the project's own renderer."""
    done = subprocess.run(
        ["node", str(ROOT / "tests" / "python" / "render_cells.mjs")],
        input=json.dumps(values),
        capture_output=True,
        check=True,
        text=True,
    )
    return json.loads(done.stdout)


def expected_dump(values):
    """The syntax tree that a cell with these values must have, built without the renderer."""
    places = {}

    def from_file(provider, place):
        if place["need"] == "default":
            return f"{provider}.default()"
        places[provider] = place["path"]
        return f"{provider}.from_file({provider}_path)"

    lines = ["from kaptain.config import Config"]
    model = values.get("model")
    if model and not model["sdk"].startswith("0."):
        lines.append("from kaptain.model.frameworks import ModelFramework")
    if model:
        lines.append("from kaptain.model.models import Model")
    if values["caFile"]["need"] != "none":
        lines.append("from kaptain.platform.config.certificates import DockerRegistryCertificateProvider")
    if values["dockerConfig"]["need"] == "default":
        lines.append("config = Config.default()")
    else:
        lines.append("from kaptain.platform.config.docker import DockerConfigurationProvider")
        lines.append("from kaptain.platform.config.s3 import S3ConfigurationProvider")
        docker = from_file("DockerConfigurationProvider", values["dockerConfig"])
        lines.append(
            f"config = Config(docker_config_provider={docker}, "
            "storage_config_provider=S3ConfigurationProvider.default())"
        )
    lines.append("config.docker_registry_url = registry")
    if values["caFile"]["need"] != "none":
        ca = from_file("DockerRegistryCertificateProvider", values["caFile"])
        lines.append(f"config.docker_registry_certificate_provider = {ca}")
    names = {"registry": values["registry"]}
    names.update({f"{provider}_path": path for provider, path in places.items()})
    if model:
        keys = {
            "id": "id",
            "name": "name",
            "description": "description",
            "version": "version",
            "framework": "framework",
            "framework_version": "frameworkVersion",
            "main_file": "mainFile",
            "image_name": "imageName",
            "base_image": "baseImage",
        }
        arguments = []
        for argument, key in keys.items():
            if argument == "framework" and not model["sdk"].startswith("0."):
                arguments.append(f"framework=ModelFramework.{model['framework'].upper()}")
            else:
                arguments.append(f"{argument}=model_{key}")
                names[f"model_{key}"] = model[key]
        lines.append(f"model = Model({', '.join(arguments)}, config=config)")

    class Fill(ast.NodeTransformer):
        """Puts the values in as constants, where no escaping can go wrong."""

        def visit_Name(self, node):
            return ast.Constant(names[node.id]) if node.id in names else node

    return ast.dump(Fill().visit(ast.parse("\n".join(lines))))


@pytest.mark.parametrize("scenario", SCENARIOS, ids=[scenario["name"] for scenario in SCENARIOS])
def test_golden_cell_says_what_its_values_say(scenario):
    source = (GOLDEN / f"{scenario['name']}.py").read_text(encoding="utf-8")
    assert ast.dump(ast.parse(source)) == expected_dump(scenario["values"])


@pytest.mark.parametrize(
    "scenario",
    [scenario for scenario in SCENARIOS if scenario["name"] != "hostile-texts"],
    ids=lambda scenario: scenario["name"],
)
def test_golden_cell_runs_against_the_documented_signatures(scenario, home, tmp_path, monkeypatch):
    values = scenario["values"]
    mounted = tmp_path / "mounted"
    write(mounted / "company ca" / "ca.crt", pem(make_ca("Elsewhere CA")[1]))
    write(mounted / "docker" / "config.json", json.dumps({"auths": {"elsewhere": {}}}))
    if values["dockerConfig"]["need"] == "from_file":
        (home / ".docker" / "config.json").unlink()
    if values["caFile"]["need"] != "default":
        (home / ".tls" / "certificate.crt").unlink()
    if "model" in values:
        monkeypatch.setenv("KAPTAIN_STAND_IN_SDK", values["model"]["sdk"])
    source = (GOLDEN / f"{scenario['name']}.py").read_text(encoding="utf-8")
    variables = run_cell(source.replace("/srv/mounted", str(mounted)))

    config = variables["config"]
    assert config.docker_registry_url == values["registry"]
    if values["caFile"]["need"] == "none":
        assert config.docker_registry_certificate_provider is None
    else:
        body = config.docker_registry_certificate_provider.certificate_body
        assert body == (
            (home / ".tls" / "certificate.crt").read_text()
            if values["caFile"]["need"] == "default"
            else (mounted / "company ca" / "ca.crt").read_text()
        )
    elsewhere = values["dockerConfig"]["need"] == "from_file"
    assert ("elsewhere" in config.docker_config_provider.config_json) == elsewhere
    if "model" in values:
        assert variables["model"].image_name == values["model"]["imageName"]
        assert variables["model"].config is config


def hostile_text(chance):
    pieces = [
        '"',
        "'",
        "\\",
        "\n",
        "\r",
        "\0",
        '"""',
        "\\x",
        "\\u00",
        "\\N{",
        "{}",
        "%s",
        "#",
        ";",
        "\u2028",
        "\u202e",
        "\ufeff",
        "\U0001f600",
        "\ud800",
        "\udfff",
        "\u05d0",
        "é",
        "一",
        "import os",
        "__import__('os').abort()",
        "my.private.registry:5000",
        "\x7f",
        "\x85",
        "`",
        "$(id)",
    ]
    text = "".join(chance.choice(pieces) for _ in range(chance.randrange(12)))
    # A pair of surrogates is one character in JavaScript; make it one here too.
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def test_hostile_values_stay_literals():
    chance = random.Random(20261124)

    def place(kinds):
        need = chance.choice(kinds)
        return {"need": need, "path": hostile_text(chance)} if need == "from_file" else {"need": need}

    cases = []
    for _ in range(500):
        values = {
            "registry": hostile_text(chance),
            "caFile": place(["default", "from_file", "none"]),
            "dockerConfig": place(["default", "from_file"]),
        }
        if chance.random() < 0.5:
            model = {
                key: hostile_text(chance)
                for key in [
                    "id",
                    "name",
                    "description",
                    "version",
                    "frameworkVersion",
                    "mainFile",
                    "imageName",
                    "baseImage",
                ]
            }
            values["model"] = {
                **model,
                "sdk": chance.choice(["0.3", "0.4", "1.0", "1.3"]),
                "framework": chance.choice(["tensorflow", "pytorch", "sklearn"]),
            }
        cases.append(values)
    for values, source in zip(cases, render(cases)):
        assert ast.dump(ast.parse(source)) == expected_dump(values)
        assert re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e\ufeff]", source) is None


def test_signatures_are_the_documented_ones(home):
    from kaptain.config import Config
    from kaptain.model.models import Model
    from kaptain.platform.config.certificates import DockerRegistryCertificateProvider
    from kaptain.platform.config.docker import DockerConfigurationProvider
    from kaptain.platform.config.s3 import S3ConfigurationProvider

    def names(kind):
        return list(inspect.signature(kind).parameters)

    assert names(Config) == [
        "docker_config_provider",
        "storage_config_provider",
        "docker_registry_url",
        "docker_registry_certificate_provider",
        "base_dir",
        "base_model_storage_uri",
    ]
    assert names(DockerConfigurationProvider) == ["config_json"]
    assert names(DockerRegistryCertificateProvider) == ["certificate_body", "certificate_path"]
    assert names(S3ConfigurationProvider)[:3] == ["aws_access_key_id", "aws_secret_access_key", "aws_session_token"]
    assert names(Model) == [
        "id",
        "name",
        "description",
        "version",
        "framework",
        "framework_version",
        "main_file",
        "image_name",
        "base_image",
        "extra_files",
        "requirements",
        "labels",
        "config",
        "serving_config",
    ]
    mandatory = [p.name for p in inspect.signature(Model).parameters.values() if p.default is inspect.Parameter.empty]
    assert mandatory[-2:] == ["image_name", "base_image"]


@pytest.mark.parametrize(
    ("missing", "cell"), [(".docker/config.json", "default-places"), (".tls/certificate.crt", "default-places")]
)
def test_a_missing_file_stops_the_cell(home, missing, cell):
    (home / missing).unlink()
    with pytest.raises(FileNotFoundError):
        run_cell((GOLDEN / f"{cell}.py").read_text(encoding="utf-8"))


def model_cell(registry, **places):
    values = {
        "registry": registry,
        "caFile": {"need": "default"},
        "dockerConfig": {"need": "default"},
        "model": {
            **next(scenario for scenario in SCENARIOS if scenario["name"] == "model-sdk-1.3")["values"]["model"],
            "imageName": f"{registry}/team/mnist:1",
        },
        **places,
    }
    return render([values])[0]


def log_in(home, key, password=PASSWORD):
    auth = base64.b64encode(f"{USER}:{password}".encode()).decode()
    write(home / ".docker" / "config.json", json.dumps({"auths": {key: {"auth": auth}}}))


@pytest.mark.parametrize("key", ["{host}", "https://{host}/"])
def test_the_cell_pushes_an_image(home, capsys, key):
    with serving() as registry:
        log_in(home, key.format(host=registry.host))
        write(home / ".tls" / "certificate.crt", registry.ca)
        model = run_cell(model_cell(registry.host))["model"]

        assert model.build() is True
        assert f"Image pushed: {registry.host}/team/mnist:1" in capsys.readouterr().out
        manifest = json.loads(registry.store["/v2/team/mnist/manifests/1"])
        assert manifest["schemaVersion"] == 2
        blobs = [manifest["config"], *manifest["layers"]]
        assert [len(registry.store[f"/v2/team/mnist/blobs/{blob['digest']}"]) for blob in blobs] == [
            blob["size"] for blob in blobs
        ]

        assert model.build() is True
        assert "Skipping image build" in capsys.readouterr().out
        write(Path("trainer.py"), "print('changed')\n")
        assert model.build() is True
        assert "Image pushed" in capsys.readouterr().out


def test_a_wrong_ca_stops_the_build(home):
    with serving() as registry:
        log_in(home, registry.host)
        model = run_cell(model_cell(registry.host))["model"]
        with pytest.raises(Exception, match="certificate verify failed") as caught:
            model.build()
        assert type(caught.value).__name__ == "ImageBuildException"
        assert registry.store == {}


def test_without_the_certificate_provider_the_registry_is_not_trusted(home):
    with serving() as registry:
        log_in(home, registry.host)
        write(home / ".tls" / "certificate.crt", registry.ca)
        model = run_cell(model_cell(registry.host, caFile={"need": "none"}))["model"]
        with pytest.raises(Exception, match="certificate verify failed"):
            model.build()


@pytest.mark.parametrize("login", ["wrong-password", "no-entry"])
def test_a_refused_login_is_told_without_the_password(home, capsys, login):
    with serving() as registry:
        log_in(home, registry.host if login == "wrong-password" else "other.registry", "wrong-canary")
        write(home / ".tls" / "certificate.crt", registry.ca)
        model = run_cell(model_cell(registry.host))["model"]
        with pytest.raises(Exception, match="unauthorized") as caught:
            model.build()
        assert type(caught.value).__name__ == "ImageBuildException"
        assert "canary" not in f"{caught.value!r}{capsys.readouterr()}"
        assert registry.refused >= 1
        assert registry.store == {}


def test_a_missing_model_file_is_named(home):
    with serving() as registry:
        log_in(home, registry.host)
        write(home / ".tls" / "certificate.crt", registry.ca)
        Path("trainer.py").unlink()
        model = run_cell(model_cell(registry.host))["model"]
        with pytest.raises(Exception, match=r"trainer\.py: no such file"):
            model.build()


def test_the_framework_has_the_type_of_the_sdk(home, monkeypatch):
    with pytest.raises(ValueError, match="stand-in"):
        run_cell(
            (GOLDEN / "model-sdk-0.4.py")
            .read_text(encoding="utf-8")
            .replace("/srv/mounted/company ca/ca.crt", str(home / ".tls/certificate.crt"))
        )
    monkeypatch.setenv("KAPTAIN_STAND_IN_SDK", "0.4")
    with pytest.raises(ValueError, match="stand-in"):
        run_cell((GOLDEN / "model-sdk-1.3.py").read_text(encoding="utf-8"))


def test_the_stand_in_says_what_it_is_and_is_in_no_release():
    for path in sorted(STAND_IN.rglob("*.py")):
        assert "stand-in for tests and the demo" in path.read_text(encoding="utf-8").split("\n")[0].lower(), path
    assert 'name = "kaptain-stand-in"' in (STAND_IN / "pyproject.toml").read_text(encoding="utf-8")
    assert "standin" not in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
