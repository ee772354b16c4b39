"""What a request may say."""

import json

import pytest

from jupyterlab_kaptain_registry.bodies import BODY_LIMIT, Policy, read_cancel, read_run
from jupyterlab_kaptain_registry.protocol import KaptainRegistryError

POLICY = Policy()


def body(**fields) -> bytes:
    return json.dumps({"protocol": 1, **fields}).encode()


def code_of(data: bytes, policy: Policy = POLICY) -> str:
    with pytest.raises(KaptainRegistryError) as caught:
        read_run(data, policy)
    return caught.value.code


def test_reads_all_fields():
    request = read_run(
        body(
            registry="my.registry:5000",
            dockerConfig="/a/config.json",
            caFile="/a/ca.crt",
            kernel="python3",
            only=["tls.chain"],
            clicked=True,
            images=["my.registry:5000/team/model:1"],
            push=True,
        ),
        POLICY,
    )
    assert request.params == {
        "registry": "my.registry:5000",
        "dockerConfig": "/a/config.json",
        "caFile": "/a/ca.crt",
        "only": ["tls.chain"],
        "clicked": True,
        "images": ["my.registry:5000/team/model:1"],
        "push": True,
    }
    assert request.kernel == "python3"
    assert request.clicked


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"null",
        b'{"protocol": "1"}',
        b"{}",
        b"[" * 50000,
        b" " * (BODY_LIMIT + 1),
        body(registry="https://registry"),
        body(registry="user:password@registry"),
        body(registry=""),
        body(registry="r" * 300),
        body(dockerConfig="relative/config.json"),
        body(dockerConfig="/" + "a" * 1024),
        body(dockerConfig="/a\nb"),
        body(dockerConfig="/a\n"),
        body(caFile="/a\0b"),
        body(caFile=""),
        body(kernel="../../etc"),
        body(kernel="python3\n"),
        body(only=[]),
        body(only=["tls.chain; rm"]),
        body(only="tls.chain"),
        body(clicked="yes"),
        body(images="a"),
        body(images=["a" * 513]),
        body(images=["a"] * 11),
        body(push=True, clicked=True),
        body(push=True, images=["a"]),
        body(command="id"),
        body(environment={"HOME": "/"}),
        body(id="0" * 32),
    ],
)
def test_refuses(data: bytes):
    assert code_of(data) == "bad-request"


def test_another_protocol_is_told_before_its_fields_are_judged():
    assert code_of(json.dumps({"protocol": 2, "new": 1}).encode()) == "protocol-mismatch"


def test_traits_can_forbid_other_registries_and_places():
    assert code_of(body(registry="r"), Policy(allow_registry_override=False)) == "forbidden"
    assert code_of(body(caFile="/a"), Policy(allow_path_override=False)) == "forbidden"
    assert code_of(body(dockerConfig="/a"), Policy(allow_path_override=False)) == "forbidden"


def test_places_of_the_traits_win():
    policy = Policy(docker_config_path="/set/config.json", certificate_path="/set/ca.crt")
    request = read_run(body(dockerConfig="/asked/config.json"), policy)
    assert request.params["dockerConfig"] == "/set/config.json"
    assert request.params["caFile"] == "/set/ca.crt"


def test_no_answer_quotes_the_request():
    for data in (body(registry="https://u:hunter2@r"), body(hunter2="hunter2"), b"hunter2", body(kernel="hunter2 /")):
        with pytest.raises(KaptainRegistryError) as caught:
            read_run(data, POLICY)
        assert "hunter2" not in json.dumps(caught.value.body())


def test_cancel_takes_an_id_and_nothing_else():
    assert read_cancel(json.dumps({"id": "0123456789abcdef" * 2}).encode()) == "0123456789abcdef" * 2
    for wrong in ({}, {"id": "x"}, {"id": "0" * 32, "more": 1}, {"id": "0" * 32 + "\n"}):
        with pytest.raises(KaptainRegistryError) as caught:
            read_cancel(json.dumps(wrong).encode())
        assert caught.value.code == "bad-request"


def test_a_registry_of_the_administrator_may_be_chosen_where_no_other_may():
    policy = Policy(allow_registry_override=False, registries=("company.registry",))
    assert read_run(body(registry="company.registry"), policy).params["registry"] == "company.registry"
    assert code_of(body(registry="my.registry"), policy) == "forbidden"
