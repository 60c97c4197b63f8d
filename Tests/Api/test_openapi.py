"""Schemathesis against the served OpenAPI: each operation reached, no 5xx, nothing outside the schema."""

import json
import random
import uuid
from collections.abc import Iterator

import hypothesis
import pytest
import requests
import schemathesis
import schemathesis.specs.openapi.checks as openapi_checks
import urllib3
from support import people
from support.client import Client
from support.desk import ADMIN, RECEPTION, Desk, free_port
from support.printer import Roll
from walk import Walk

CHECKS = [
    schemathesis.checks.not_a_server_error,
    openapi_checks.status_code_conformance,
    openapi_checks.content_type_conformance,
    openapi_checks.response_headers_conformance,
    openapi_checks.response_schema_conformance,
]
# The document itself, and what machines ask without one.
SOMEBODY = "01900000-0000-7000-8000-000000000000"
UNLISTED = {"/api/v1/openapi.json", "/healthz", "/metrics", "/readyz"}
# They would end the session that asks, for every question after them; the walk reaches them.
ENDING = {("DELETE", "/api/v1/session"), ("DELETE", "/api/v1/sessions"), ("POST", "/api/v1/session/lock"),
          ("PUT", "/api/v1/me/password"), ("DELETE", "/api/v1/operators/{id}/sessions")}  # fmt: skip


def document(desk: Desk) -> dict:
    return desk.client().get("/api/v1/openapi.json").expect(200).json


def operations(desk: Desk) -> dict:
    schema = schemathesis.openapi.from_dict(document(desk))
    found = [result.ok() for result in schema.get_all_operations()]
    return {(operation.method.upper(), operation.path): operation for operation in found}


def as_requests(answer, path: str) -> requests.Response:
    """Our answer in the shape that schemathesis reads."""
    response = requests.Response()
    response.status_code = answer.status
    response._content = answer.body
    response.headers.update(answer.headers.items())
    response.raw = urllib3.HTTPResponse(headers=dict(answer.headers.items()), status=answer.status)
    response.request = requests.Request(answer.request.split(" ")[0], f"http://127.0.0.1{path}").prepare()
    response.url = response.request.url
    return response


def test_the_document_is_openapi_3_1_and_closed(desk: Desk):
    served = document(desk)
    assert served["openapi"].startswith("3.1.")

    def open_objects(part: object, where: str) -> list[str]:
        found = []
        if isinstance(part, dict):
            if "properties" in part and part.get("type") in ("object", ["object", "null"]):
                found += [] if part.get("additionalProperties") is False else [where]
            found += [item for name, inner in part.items() for item in open_objects(inner, f"{where}/{name}")]
        elif isinstance(part, list):
            found += [
                item for index, inner in enumerate(part) for item in open_objects(inner, f"{where}/{index}")
            ]
        return found

    assert open_objects(served, "") == []
    names = [
        word["operationId"]
        for methods in served["paths"].values()
        for word in methods.values()
        if "operationId" in word
    ]
    assert len(names) == len(set(names)) > 0


@pytest.fixture
def desk_with_printers(sleeping_desk: Desk) -> Iterator[Desk]:
    """One that is off, and one that tears off what is printed."""
    roll = Roll()
    roll.tears_after = 1
    off = f"ipp://127.0.0.1:{free_port()}/ipp/print"
    sleeping_desk.settings["print"] = {"documents": off, "tickets": roll.uri}
    sleeping_desk.write_config()
    yield sleeping_desk.start()
    roll.close()


def test_every_operation_is_reached_with_a_2xx_inside_its_schema(desk_with_printers: Desk, record_property):
    desk = desk_with_printers
    known, reached, wrong = operations(desk), set(), []
    for method, path, answer in Walk(desk).everything():
        if not 200 <= answer.status < 300:
            wrong.append(f"{method} {path}: {answer.status} {answer.body[:200]!r}")
            continue
        if path in UNLISTED and (method, path) not in known:
            continue
        reached.add((method, path))
        operation = known[(method, path)]
        try:
            places = {"id": SOMEBODY, "number": 0, "role": "documents", "purpose": "processing"}
            somewhere = {name: place for name, place in places.items() if f"{{{name}}}" in path}
            operation.Case(path_parameters=somewhere).validate_response(
                as_requests(answer, path), checks=CHECKS
            )
        except BaseException as failure:  # schemathesis raises groups; each is a finding.
            wrong.append(f"{method} {path}: {str(failure)[:400]}")
    assert wrong == []
    # The first admin is made only once in a desk's life; the black-box tests reach it.
    assert known.keys() - reached - {("POST", "/api/v1/setup")} == set()
    record_property("figure", f"OpenAPI: {len(reached)} operations, each reached with a 2xx")


class Fuzz:
    """Signed-in clients that give schemathesis's cases what a page would: cookie, token, key and real ids."""

    def __init__(self, desk: Desk):
        self.desk = desk
        self.clients = {True: desk.sign_in(ADMIN), False: desk.sign_in(RECEPTION)}
        made = self.clients[False].post("/api/v1/patients", people.walk_in(random.Random(3))).expect(201)
        self.ids = {"patients": made["patient"]["id"], "visits": made["visit"]["id"]}
        self.ids["drafts"] = str(uuid.uuid4())
        others = self.clients[True].get("/api/v1/operators").expect(200)["items"]
        self.ids["operators"] = next(row["id"] for row in others if row["login"] == "senior")

    def client(self, path: str) -> Client:
        return self.clients[any(word in path for word in ("/operators", "/audit", "/settings"))]

    def send(self, case) -> requests.Response:
        path = case.operation.path
        client = self.client(path)
        for name in case.path_parameters or {}:
            kind = path.split("/")[3]
            # Half of the cases ask for somebody who is there; the others for whatever was generated.
            if kind in self.ids and len(str(case.path_parameters[name])) % 2 == 0:
                case.path_parameters[name] = self.ids[kind]
        headers = {"X-Frontdesk-Token": client.token or "", "Origin": f"http://127.0.0.1:{self.desk.port}"}
        if case.method.upper() == "POST":
            headers["Idempotency-Key"] = str(uuid.uuid4())
        return case.call(
            base_url=f"http://127.0.0.1:{self.desk.port}",
            headers=headers,
            cookies=dict(client.cookies),
            timeout=30,
        )


def test_generated_requests_get_answers_inside_the_schema(desk: Desk, rounds: int, record_property):
    fuzz, asked, wrong = Fuzz(desk), [0], []
    modes = (schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE)
    for (method, path), operation in operations(desk).items():
        if (method, path) in ENDING:
            continue
        for mode in modes:
            try:
                strategy = operation.as_strategy(generation_mode=mode)
            except Exception:  # An operation without parameters has no wrong request to generate.
                continue

            @hypothesis.settings(
                max_examples=max(10, rounds // 4),
                deadline=None,
                database=None,
                derandomize=True,
                suppress_health_check=list(hypothesis.HealthCheck),
            )
            @hypothesis.given(case=strategy)
            def ask(case) -> None:
                asked[0] += 1
                case.validate_response(fuzz.send(case), checks=CHECKS)

            try:
                ask()
            except hypothesis.errors.Unsatisfiable:
                continue
            except BaseException as failure:
                wrong.append(f"{method} {path} ({mode.value}): {str(failure)[:1500]}")
    assert wrong == [], "\n\n".join(wrong)
    assert desk.answers("/readyz") == 200
    record_property("figure", f"schemathesis: {asked[0]} generated requests, no 5xx, none outside the schema")


def test_the_control_an_answer_outside_the_schema_is_found(desk: Desk):
    operation = operations(desk)[("GET", "/api/v1/status")]
    answer = desk.client().get("/api/v1/status").expect(200)
    spoiled = answer.json | {"surprise": True}
    answer.body = json.dumps(spoiled).encode()
    with pytest.raises(BaseException, match="surprise|Additional|schema"):
        operation.Case(method="GET").validate_response(as_requests(answer, "/api/v1/status"), checks=CHECKS)
