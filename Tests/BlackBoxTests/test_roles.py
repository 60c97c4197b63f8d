"""Every route of the served table for every role, for nobody and for a locked screen (K-08)."""

import pytest
from support.client import Client
from support.desk import ADMIN, EVERYBODY, RECEPTION, Desk

ANYBODY = {"admin", "receptionist", "senior"}
DESK = {"receptionist", "senior"}
OFFICE = {"admin"}
LISTS = {"admin", "senior"}
SENIORS = {"senior"}
# Open before anybody has signed in.
OPEN = {
    "GET /healthz", "GET /readyz", "GET /metrics", "GET /api/v1/openapi.json", "GET /api/v1/status",
    "GET /api/v1/screen", "POST /api/v1/setup", "PUT /api/v1/language", "POST /api/v1/session",
    "POST /api/v1/session/switch",
}  # fmt: skip
# What a locked screen still answers: what it shows, how it opens, and how to leave.
WHILE_LOCKED = {
    "GET /api/v1/session", "POST /api/v1/session/unlock", "POST /api/v1/session/lock",
    "DELETE /api/v1/session",
}  # fmt: skip
SIGNED_IN = {
    "GET /api/v1/session": ANYBODY, "DELETE /api/v1/session": ANYBODY,
    "POST /api/v1/session/lock": ANYBODY, "POST /api/v1/session/unlock": ANYBODY,
    "DELETE /api/v1/sessions": ANYBODY, "PUT /api/v1/me/password": ANYBODY, "PUT /api/v1/me/pin": ANYBODY,
    "GET /api/v1/shift": ANYBODY, "GET /api/v1/shifts/incoming": ANYBODY, "POST /api/v1/shift": ANYBODY,
    "POST /api/v1/shift/close": ANYBODY, "POST /api/v1/shift/hand-over": ANYBODY,
    "GET /api/v1/colleagues": ANYBODY, "POST /api/v1/patients/check": DESK, "POST /api/v1/patients": DESK,
    "GET /api/v1/patients/{id}": DESK, "PUT /api/v1/patients/{id}": DESK,
    "GET /api/v1/patients/{id}/history": DESK, "GET /api/v1/patients/{id}/visits": DESK,
    "POST /api/v1/patients/search": DESK, "POST /api/v1/patients/alike": DESK,
    "POST /api/v1/patients/take-apart": DESK, "POST /api/v1/scans": DESK,
    "GET /api/v1/patients/recent": DESK,
    "GET /api/v1/visits": DESK, "POST /api/v1/visits": DESK,
    "POST /api/v1/visits/{id}/service": DESK, "POST /api/v1/visits/{id}/outcome": DESK,
    "POST /api/v1/visits/{id}/cancellation": DESK, "POST /api/v1/visits/{id}/departure": DESK,
    "GET /api/v1/print-jobs": ANYBODY, "POST /api/v1/printers/{role}/test-page": ANYBODY,
    "POST /api/v1/print-jobs/{id}/cancellation": ANYBODY, "POST /api/v1/print-jobs/{id}/repetition": ANYBODY,
    "POST /api/v1/print-jobs/{id}/confirmation": ANYBODY,
    "GET /api/v1/drafts": DESK, "PUT /api/v1/drafts/{id}": DESK,
    "DELETE /api/v1/drafts/{id}": DESK, "GET /api/v1/settings": ANYBODY, "PUT /api/v1/settings": OFFICE,
    "GET /api/v1/operators": OFFICE, "POST /api/v1/operators": OFFICE,
    "PUT /api/v1/operators/{id}": OFFICE, "POST /api/v1/operators/{id}/disable": OFFICE,
    "POST /api/v1/operators/{id}/enable": OFFICE, "PUT /api/v1/operators/{id}/password": OFFICE,
    "PUT /api/v1/operators/{id}/pin": OFFICE, "DELETE /api/v1/operators/{id}/sessions": OFFICE,
    "GET /api/v1/patients/{id}/papers": DESK, "POST /api/v1/patients/{id}/documents": DESK,
    "POST /api/v1/patients/{id}/policies": DESK, "POST /api/v1/papers/{id}/strike": DESK,
    "GET /api/v1/consent-texts": ANYBODY, "POST /api/v1/consent-texts": OFFICE,
    "GET /api/v1/patients/{id}/consents": DESK, "POST /api/v1/patients/{id}/consents": DESK,
    "POST /api/v1/consents/search": DESK, "GET /api/v1/consents/{id}": DESK,
    "POST /api/v1/consents/{id}/answer": DESK, "POST /api/v1/consents/{id}/withdrawal": DESK,
    "GET /api/v1/mail-profiles": DESK, "POST /api/v1/mail-profiles/{id}/receipt": DESK,
    "POST /api/v1/mail-profiles/{id}/confirmation": DESK, "POST /api/v1/mail-profiles/{id}/rejection": DESK,
    "GET /api/v1/calendar": ANYBODY, "PUT /api/v1/calendar": OFFICE,
    "GET /api/v1/patients/{id}/read-back": DESK, "POST /api/v1/patients/{id}/read-back": DESK,
    "GET /api/v1/lists/current": LISTS, "PUT /api/v1/lists/current": LISTS,
    "PUT /api/v1/lists/current/pieces/{number}": LISTS, "PUT /api/v1/lists/current/import": LISTS,
    "DELETE /api/v1/lists/current": LISTS, "GET /api/v1/lists/current/errors": LISTS,
    "GET /api/v1/patients/{id}/merges": DESK, "POST /api/v1/merges/preview": DESK,
    "POST /api/v1/merges": DESK, "GET /api/v1/merges/{id}": DESK, "POST /api/v1/merges/{id}/part": DESK,
    "GET /api/v1/strictness": OFFICE, "PUT /api/v1/strictness": OFFICE,
    "GET /api/v1/patients/{id}/family": DESK, "POST /api/v1/patients/{id}/family": DESK,
    "POST /api/v1/family-links/{id}/basis": DESK, "POST /api/v1/visits/{id}/companion": DESK,
    "POST /api/v1/family-links/{id}/end": DESK, "POST /api/v1/patients/age-hint": DESK,
    "POST /api/v1/patients/{id}/death": DESK, "POST /api/v1/death-notes/{id}/strike": SENIORS,
    "GET /api/v1/patients/{id}/particulars": DESK, "PUT /api/v1/patients/{id}/particulars": DESK,
    "POST /api/v1/patients/{id}/phone-confirmation": DESK, "GET /api/v1/attachment-places": ANYBODY,
    "POST /api/v1/attachment-places": OFFICE, "PUT /api/v1/attachment-places/{id}": OFFICE,
    "GET /api/v1/patients/{id}/card.pdf": DESK, "GET /api/v1/patients/{id}/read-back.pdf": DESK,
    "GET /api/v1/consents/{id}/sheet.pdf": DESK, "GET /api/v1/shifts/{id}/report.pdf": ANYBODY,
    "GET /api/v1/blanks/walk-in.pdf": ANYBODY, "GET /api/v1/blanks/day.pdf": ANYBODY,
    "GET /api/v1/blanks/consents/{purpose}/sheet.pdf": ANYBODY,
    "GET /api/v1/audit": OFFICE,
    "GET /api/v1/audit/proof": OFFICE,
    "GET /api/v1/insurers": ANYBODY, "POST /api/v1/insurers": OFFICE, "PUT /api/v1/insurers/{id}": OFFICE,
    "GET /api/v1/programmes": ANYBODY, "POST /api/v1/programmes": OFFICE,
    "PUT /api/v1/programmes/{id}": OFFICE, "GET /api/v1/requisites": ANYBODY,
    "PUT /api/v1/requisites": OFFICE,
    "GET /api/v1/patients/{id}/issued-policies": DESK, "POST /api/v1/patients/{id}/issued-policies": DESK,
    "POST /api/v1/issued-policies/{id}/correction": DESK,
    "GET /api/v1/patients/{id}/certificates": DESK, "POST /api/v1/patients/{id}/certificates": DESK,
    "POST /api/v1/certificates/{id}/seat": DESK, "POST /api/v1/certificates/{id}/late-seat": SENIORS,
    "POST /api/v1/issued-policies/{id}/revocation": DESK, "POST /api/v1/patients/{id}/policy-links": DESK,
}  # fmt: skip
# They end or lock the very session that asks, so the walk over the matrix leaves them out.
ENDS_ITSELF = {"DELETE /api/v1/session", "DELETE /api/v1/sessions", "POST /api/v1/session/lock"}
NOBODY = "01900000-0000-7000-8000-000000000000"


def routes(client: Client) -> list[str]:
    paths = client.get("/api/v1/openapi.json").expect(200)["paths"]
    methods = {"get", "post", "put", "delete"}
    return sorted(
        f"{word.upper()} {path}" for path, words in paths.items() for word in words if word in methods
    )


def ask(client: Client, route: str, **more: object):
    method, path = route.split(" ")
    body = {} if method in ("POST", "PUT") else None
    return client.call(method, path.replace("{id}", NOBODY), body, **more)


def test_every_route_is_in_the_matrix(desk: Desk):
    served = set(routes(desk.client()))
    assert served - OPEN - SIGNED_IN.keys() == set(), "a new route needs a row here"
    assert {route for route in SIGNED_IN if route not in served} == set(), "a row here has no route"


@pytest.mark.parametrize("who", EVERYBODY, ids=lambda who: who.login)
def test_the_matrix_of_routes_and_roles(desk: Desk, who):
    client = desk.sign_in(who)
    wrong = []
    for route, roles in SIGNED_IN.items():
        if route in ENDS_ITSELF:
            continue
        answer = ask(client, route)
        if roles & set(who.roles):
            allowed = answer.status not in (401, 403, 421, 423) or answer.code in (
                "pin_wrong",
                "old_password_wrong",
            )
            wrong += [] if allowed else [(route, answer.status, answer.code)]
        elif (answer.status, answer.code) != (403, "role_missing"):
            wrong.append((route, answer.status, answer.body[:80]))
    assert wrong == []


def test_nobody_gets_nothing(desk: Desk):
    client = desk.client()
    answers = {route: ask(client, route, token="x" * 32) for route in SIGNED_IN}
    assert {
        route: a.status for route, a in answers.items() if (a.status, a.code) != (401, "signed_out")
    } == {}


def test_a_locked_screen_answers_only_how_to_open_it(desk: Desk):
    client = desk.sign_in(RECEPTION)
    client.post("/api/v1/session/lock", key=False).expect(204)
    for route in SIGNED_IN.keys() - WHILE_LOCKED:
        answer = ask(client, route)
        assert (answer.status, answer.code) == (423, "screen_locked"), (route, answer)
    client.post("/api/v1/session/unlock", {"pin": RECEPTION.pin}, key=False).expect(200)


def test_a_role_that_is_taken_away_is_gone_from_the_open_session(desk: Desk):
    admin, reception = desk.sign_in(ADMIN), desk.sign_in(RECEPTION)
    found = admin.get("/api/v1/operators").expect(200)["items"]
    row = next(item for item in found if item["login"] == RECEPTION.login)
    body = {"version": row["version"], "name": row["name"], "roles": ["admin"]}
    admin.put(f"/api/v1/operators/{row['id']}", body).expect(200)
    answer = reception.post("/api/v1/patients/search", {"text": "а", "limit": 5}, key=False)
    assert answer.status in (401, 403)
