"""The gate before every handler (K-01, K-02, K-03, K-14): bytes that libmicrohttpd would let through."""

import pathlib

import pytest
from support import people, raw
from support.client import Client
from support.desk import Desk

LINES = {
    "two different hosts": ["Host: 127.0.0.1:{port}", "Host: evil.example"],
    "the same host twice": ["Host: 127.0.0.1:{port}", "Host: 127.0.0.1:{port}"],
    "no host": [],
    "an empty host": ["Host:"],
    "a length and chunks": ["{host}", "Content-Length: 5", "Transfer-Encoding: chunked"],
    "two lengths": ["{host}", "Content-Length: 5", "Content-Length: 6"],
    "the same length twice": ["{host}", "Content-Length: 0", "Content-Length: 0"],
    "a length with a sign": ["{host}", "Content-Length: +5"],
    "a negative length": ["{host}", "Content-Length: -1"],
    "a length in hexadecimal": ["{host}", "Content-Length: 0x5"],
    "a list of lengths": ["{host}", "Content-Length: 5, 5"],
    "an unknown coding": ["{host}", "Transfer-Encoding: gzip, chunked"],
    "a coding that looks like chunks": ["{host}", "Transfer-Encoding: xchunked"],
    "two codings": ["{host}", "Transfer-Encoding: chunked", "Transfer-Encoding: identity"],
    "a space before the colon": ["{host}", "Content-Length : 5"],
    "a folded line": ["{host}", "X-Folded: a", " b"],
    "a line folded by a tab": ["{host}", "X-Folded: a", "\tb"],
    "a NUL in a value": ["{host}", "X-Nul: a\0b"],
    "a carriage return in a value": ["{host}", "X-Return: a\rb"],
    "a name with a space": ["{host}", "X Space: a"],
    "a name with a bracket": ["{host}", "X(y): a"],
    "a name beyond ASCII": ["{host}", "X-\xe9: a"],
    "an empty name": ["{host}", ": a"],
    "a line without a colon": ["{host}", "nothing"],
}
TARGETS = {
    "an absolute address": "http://127.0.0.1/healthz",
    "an address of another host": "http://evil.example/healthz",
    "no slash": "healthz",
    "a star": "*",
    "an authority": "127.0.0.1:80",
}


def refused(reply: raw.Reply) -> bool:
    """An answer of 4xx or a bare close, and no connection left open for a second request."""
    return (reply.closed or reply.status == 421) and (reply.status is None or 400 <= reply.status < 500)


@pytest.mark.parametrize("lines", LINES.values(), ids=LINES.keys())
def test_a_malformed_request_is_refused(desk: Desk, lines: list[str]):
    host = f"Host: 127.0.0.1:{desk.port}"
    head = ["GET /healthz HTTP/1.1", *(line.format(port=desk.port, host=host) for line in lines)]
    reply = raw.send(desk.port, ("\r\n".join(head) + "\r\n\r\n").encode("latin-1"), b"hello")
    assert refused(reply), reply


@pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS.keys())
def test_a_target_that_is_no_path_is_refused(desk: Desk, target: str):
    reply = raw.send(desk.port, f"GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{desk.port}\r\n\r\n".encode())
    assert refused(reply), reply


def test_the_control_a_plain_request_passes_the_same_gate(desk: Desk):
    reply = raw.send(desk.port, raw.get(desk.port), wait=0.5)
    assert reply.status == 200 and not reply.closed and reply.answers == 1


def test_no_request_is_answered_twice(desk: Desk):
    hidden = raw.get(desk.port, "/readyz").decode()
    for lines in (
        "Content-Length: 3\r\nTransfer-Encoding: chunked",
        "Content-Length: 0\r\nContent-Length: 9",
    ):
        head = f"POST /api/v1/session HTTP/1.1\r\nHost: 127.0.0.1:{desk.port}\r\n{lines}\r\n\r\n0\r\n\r\n"
        reply = raw.send(desk.port, (head + hidden).encode())
        assert reply.answers <= 1 and refused(reply), reply


HOSTS = [
    "evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:{other}", "127.0.0.1:{port}.evil.example",
    "127.0.0.2:{port}", "0.0.0.0:{port}", "[::]:{port}", "localhost.evil.example:{port}", "127.1:{port}",
    "2130706433:{port}", "0x7f.1:{port}", "user@127.0.0.1:{port}", "127.0.0.1:{port}@evil.example",
    "127.0.0.1:0{port}",
]  # fmt: skip


@pytest.mark.parametrize("host", HOSTS)
def test_a_host_outside_the_list_is_misdirected(desk: Desk, host: str):
    asked = raw.get(
        desk.port, "/sign-in", "Connection: close", host=host.format(port=desk.port, other=desk.port + 1)
    )
    reply = raw.send(desk.port, asked)
    assert reply.status in (400, 421), reply
    assert reply.header("Set-Cookie") is None
    if host in ("evil.example", "evil.example:{port}", "127.0.0.1:{other}"):
        assert reply.status == 421


ORIGINS = [
    "http://evil.example", "http://evil.example:{port}", "https://127.0.0.1:{port}",
    "http://127.0.0.1:{other}", "http://127.0.0.1", "null", "http://127.0.0.1:{port}.evil.example",
    "http://127.0.0.2:{port}", "file://", "http://127.0.0.1:{port}/",
    "http://127.0.0.1:{port}, http://evil.example", "127.0.0.1:{port}", "http://user@127.0.0.1:{port}", "",
    "http://",
]  # fmt: skip


@pytest.mark.parametrize("origin", ORIGINS)
def test_an_origin_outside_the_list_changes_nothing(desk: Desk, reception: Client, chance, origin: str):
    alien = origin.format(port=desk.port, other=desk.port + 1)
    answer = reception.post("/api/v1/patients", people.walk_in(chance), headers={"Origin": alien})
    assert answer.status in (400, 403, 421), answer
    assert reception.get("/api/v1/visits").expect(200)["items"] == []


def test_it_listens_on_loopback_only(desk: Desk):
    wildcard = []
    for table in ("tcp", "tcp6"):
        for line in pathlib.Path(f"/proc/net/{table}").read_text().splitlines()[1:]:
            local, _, state = line.split()[1:4]
            address, port = local.split(":")
            if int(port, 16) == desk.port and state == "0A":
                loopback = "0100007F" if table == "tcp" else "00000000000000000000000001000000"
                wildcard += [] if address == loopback else [local]
    assert wildcard == []


@pytest.mark.parametrize("address", ["0.0.0.0", "[::]", "192.0.2.1", "*", "example.org"])
def test_another_address_is_refused_at_start(sleeping_desk: Desk, address: str):
    sleeping_desk.settings["http"]["listen"] = f"{address}:{sleeping_desk.port}"
    sleeping_desk.write_config()
    done = sleeping_desk.run("check", check=False)
    assert done.returncode != 0 and "listen" in done.stdout + done.stderr
    with pytest.raises(AssertionError, match="ended with"):
        sleeping_desk.start()


@pytest.mark.parametrize(
    "kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain", "text/xml"]
)
def test_forms_and_multipart_are_unsupported(reception: Client, kind: str):
    body = b"--x\r\nContent-Disposition: form-data; name=a\r\n\r\nb\r\n--x--\r\n"
    reception.post("/api/v1/patients", body, headers={"Content-Type": kind}).expect(415)


def test_too_much_is_refused_at_once(desk: Desk, reception: Client):
    head = raw.get(desk.port, "/healthz", "X-Long: " + "x" * 70_000)
    assert raw.send(desk.port, head).status in (400, 413, 431)
    assert raw.send(desk.port, raw.get(desk.port, "/" + "x" * 70_000)).status in (400, 414, 431)
    head = raw.get(desk.port, "/api/v1/patients/search", "Content-Length: 99999999")
    assert raw.send(desk.port, head.replace(b"GET", b"POST")).status == 413
    reception.get("/api/v1/session").expect(200)


def test_unknown_paths_and_methods_are_told_apart(desk: Desk, reception: Client):
    reception.get("/api/v1/nothing").expect(404)
    answer = reception.call("DELETE", "/api/v1/patients/search")
    assert answer.status == 405 and answer.headers["Allow"] == "POST"
    reply = raw.send(desk.port, raw.get(desk.port).replace(b"GET", b"QUERY"), wait=0.5)
    assert reply.status == 405 and "GET" in (reply.header("Allow") or "")
