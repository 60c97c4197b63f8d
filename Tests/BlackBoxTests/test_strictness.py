"""The admin chooses which checks refuse and which only warn; going past a softened one needs a reason."""

import pytest
from support import people
from support.client import Answer, Client
from support.desk import ADMIN, Desk

BORN = {"birth_date": "02.02.1950"}


def choose(desk: Desk, **chosen: str) -> None:
    """Each check named as told, the others as they stand."""
    admin = desk.sign_in(ADMIN)
    now = admin.get("/api/v1/strictness").expect(200)
    stands = {check["code"]: check["severity"] for check in now["checks"]} | chosen
    refusing = [code for code, severity in stands.items() if severity == "error"]
    body = {"version": now["version"], "refusing": refusing}
    admin.put("/api/v1/strictness", body).expect(200)


def register(client: Client, chance, accept: tuple[str, ...] = (), reason: str | None = None, **instead: str):
    body = people.walk_in(chance, visit=False, **instead) | {"accepted": list(accept), "reason": reason}
    return client.post("/api/v1/patients", body)


def policy(number: str, valid_to: str = "") -> tuple[str, dict]:
    body = {"kind": "oms", "oms_type": "", "number": number, "insurer": "", "valid_to": valid_to}
    return "policies", {"policy": body}


def document(kind: str, series: str, issued_on: str = "") -> tuple[str, dict]:
    body = {"kind": kind, "series": series, "number": "123456", "issued_on": issued_on, "issuer": "",
            "department_code": ""}  # fmt: skip
    return "documents", {"document": body}


PAPERS = {
    "enp_control": policy("7992730000000008"),
    "policy_ended": policy("7992730000000007", "01.02.2020"),
    "passport_blank_year": document("passport", "4520", "01.02.2010"),
    "passport_replace": document("passport", "4590", "01.02.1990"),
    "birth_certificate_age": document("birth_certificate", "II-АК"),
    "paper_shared": document("passport", "4510"),
}

PARTICULARS = {"inn": "", "phones": [], "address_registered": "", "address_actual": "",
               "address_same": False, "attachment": "", "attached_since": ""}  # fmt: skip


def codes(answer: Answer, severity: str) -> list[str]:
    return [field["code"] for field in answer["fields"] if field["severity"] == severity]


@pytest.mark.parametrize("code", PAPERS)
def test_a_check_of_a_paper_warns_and_refuses_as_the_admin_says(
    desk: Desk, reception: Client, chance, code: str
):
    end, body = PAPERS[code]
    if code == "paper_shared":
        other = register(reception, chance, **BORN).expect(201)["patient"]["id"]
        reception.post(
            f"/api/v1/patients/{other}/{end}", {**body, "accepted": [], "reason": None}
        ).expect(201)
    card = register(reception, chance, **BORN).expect(201)["patient"]["id"]
    path = f"/api/v1/patients/{card}/{end}"
    warned = reception.post(path, {**body, "accepted": [], "reason": None}).expect(422, "warnings_unread")
    warnings = codes(warned, "warning")
    assert code in warnings
    choose(desk, **{code: "error"})
    accept = {"accepted": warnings, "reason": "Так в документе"}
    refused = reception.post(path, {**body, **accept}).expect(422, "fields_invalid")
    assert code in codes(refused, "error")
    choose(desk, **{code: "warning"})
    reception.post(path, {**body, **accept}).expect(201)


@pytest.mark.parametrize("code", ["birth_old", "snils_shared"])
def test_a_check_of_a_person_warns_and_refuses_as_the_admin_says(
    desk: Desk, reception: Client, chance, code: str
):
    odd = {"birth_old": {"birth_date": "02.02.1910"}, "snils_shared": {"snils": "112-233-445 95"}}[code]
    register(reception, chance, **{"snils": "112-233-445 95"}).expect(201)
    assert codes(register(reception, chance, **odd).expect(422, "warnings_unread"), "warning") == [code]
    choose(desk, **{code: "error"})
    refused = register(reception, chance, (code,), "Так и есть", **odd).expect(422, "fields_invalid")
    assert codes(refused, "error") == [code]
    asked = {"person": people.person(chance, **odd), "patient": None}
    check = reception.post("/api/v1/patients/check", asked, key=False).expect(200)
    assert [(field["code"], field["severity"]) for field in check["fields"]] == [(code, "error")]
    choose(desk, **{code: "warning"})
    register(reception, chance, (code,), "Так и есть", **odd).expect(201)


def test_a_wrong_control_number_of_snils_may_be_let_through_with_a_reason(
    desk: Desk, reception: Client, chance
):
    odd, code = {"snils": "112-233-445 96"}, ("snils_control",)
    register(reception, chance, code, "Так в документе", **odd).expect(422, "fields_invalid")
    choose(desk, snils_control="warning")
    asked = {"person": people.person(chance, **odd), "patient": None}
    check = reception.post("/api/v1/patients/check", asked, key=False).expect(200)
    assert [(field["code"], field["severity"]) for field in check["fields"]] == [(code[0], "warning")]
    register(reception, chance, **odd).expect(422, "warnings_unread")
    register(reception, chance, code, " ", **odd).expect(422, "override_reason_missing")
    made = register(reception, chance, code, "Так в документе", **odd).expect(201)
    assert made["patient"]["snils"] == "112-233-445 96"
    history = reception.get(f"/api/v1/patients/{made['patient']['id']}/history").expect(200)["items"]
    assert any("не сходится, причина: Так в документе" in row["text"] for row in history)
    # What has no shape stays refused, whatever is chosen.
    register(reception, chance, code, "Так в документе", snils="112-233").expect(422, "fields_invalid")


def test_a_wrong_control_number_of_inn_may_be_let_through_with_a_reason(
    desk: Desk, reception: Client, chance
):
    odd, code = PARTICULARS | {"inn": "500100732258"}, ("inn_control",)
    plain = register(reception, chance).expect(201)["patient"]["id"]
    path = f"/api/v1/patients/{plain}/particulars"
    body = {"version": 0, "particulars": odd, "accepted": code, "reason": "Так в документе"}
    reception.put(path, body).expect(422, "fields_invalid")
    walk_in = people.walk_in(chance, visit=False) | {"particulars": odd}
    reception.post("/api/v1/patients", walk_in).expect(422, "fields_invalid")
    choose(desk, inn_control="warning")
    warned = reception.put(path, body | {"accepted": []}).expect(422, "warnings_unread")
    assert [(one["code"], one["severity"], one["needs_reason"]) for one in warned["fields"]] == [
        ("inn_control", "warning", True)
    ]
    reception.put(path, body | {"reason": None}).expect(422, "override_reason_missing")
    assert reception.put(path, body).expect(200)["inn"] == "500100732258"
    asked = {"person": walk_in["person"], "patient": None, "particulars": odd}
    check = reception.post("/api/v1/patients/check", asked, key=False).expect(200)
    assert [(one["name"], one["needs_reason"]) for one in check["fields"]] == [("particulars.inn", True)]
    reception.post("/api/v1/patients", walk_in).expect(422, "warnings_unread")
    accepted = {"accepted": code, "reason": "Так в документе"}
    made = reception.post("/api/v1/patients", walk_in | accepted).expect(201)["patient"]["id"]
    for card in (plain, made):
        history = reception.get(f"/api/v1/patients/{card}/history").expect(200)["items"]
        assert any("ИНН" in row["text"] and "причина: Так в документе" in row["text"] for row in history)


def test_two_admins_do_not_overwrite_each_other(desk: Desk):
    admin = desk.sign_in(ADMIN)
    body = {"version": 0, "refusing": ["enp_control"]}
    assert admin.put("/api/v1/strictness", body).expect(200)["version"] == 1
    admin.put("/api/v1/strictness", body).expect(409, "settings_changed")
    admin.put("/api/v1/strictness", {"version": 1, "refusing": ["required"]}).expect(400)
    actions = [row["action"] for row in admin.get("/api/v1/audit?limit=50").expect(200)["items"]]
    assert actions.count("strictness_changed") == 1
