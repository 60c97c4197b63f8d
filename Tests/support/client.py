"""One browser's side of the console's API: cookies, token, keys and headers as a page would send them."""

import dataclasses
import http.client
import http.cookies
import json
import uuid
from typing import Any

# What a connection does when the daemon dies in the middle.
Broken = (OSError, http.client.HTTPException)


@dataclasses.dataclass
class Answer:
    """One answer, complete."""

    request: str
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def code(self) -> str | None:
        """The code of a problem, or None when this is none."""
        kind = self.headers.get_content_type()
        return self.json["code"] if kind == "application/problem+json" else None

    def expect(self, status: int, code: str | None = None) -> "Answer":
        """Fails unless the answer is this one; the message shows the problem."""
        told = f"{self.request}: {self.status} {self.body[:600].decode(errors='replace')}"
        assert self.status == status, f"expected {status}, {told}"
        if code is not None:
            assert self.code == code, f"expected {code}, {told}"
        return self

    def __getitem__(self, name: str) -> Any:
        return self.json[name]


class Client:
    """A browser that is signed in, or not yet. Belongs to one thread."""

    def __init__(self, port: int, *, language: str = "ru", timeout: float = 20):
        self.port = port
        self.timeout = timeout
        self.cookies: dict[str, str] = {"frontdesk_language": language}
        self.token: str | None = None
        self._connection: http.client.HTTPConnection | None = None

    def call(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        key: str | bool = True,
        token: str | bool = True,
        headers: dict[str, str | None] | None = None,
    ) -> Answer:
        """Asks once. `key` and `token`: True for a right one, False for none, a text for this one.

        A header given as None is left out.
        """
        lines = self._headers(method, body, key, token)
        for name, value in (headers or {}).items():
            lines = {known: text for known, text in lines.items() if known.lower() != name.lower()}
            if value is not None:
                lines[name] = value
        data = body if isinstance(body, bytes) else None if body is None else json.dumps(body).encode()
        return self._exchange(method, path, data, lines)

    def get(self, path: str, **more: Any) -> Answer:
        return self.call("GET", path, **more)

    def post(self, path: str, body: Any = None, **more: Any) -> Answer:
        return self.call("POST", path, {} if body is None else body, **more)

    def put(self, path: str, body: Any = None, **more: Any) -> Answer:
        return self.call("PUT", path, {} if body is None else body, **more)

    def delete(self, path: str, **more: Any) -> Answer:
        return self.call("DELETE", path, **more)

    def sign_in(self, login: str, password: str) -> Answer:
        """Signs in and keeps the token; answers whatever the desk said."""
        answer = self.post("/api/v1/session", {"login": login, "password": password}, key=False)
        return self.keep_token(answer)

    def keep_token(self, answer: Answer) -> Answer:
        """Remembers the token of a session body."""
        if answer.status in (200, 201):
            self.token = answer["token"]
        return answer

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _headers(self, method: str, body: Any, key: str | bool, token: str | bool) -> dict[str, str]:
        lines = {"Accept": "application/json", "Sec-Fetch-Site": "same-origin"}
        if self.cookies:
            lines["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if method in ("GET", "HEAD"):
            return lines
        lines["Origin"] = f"http://127.0.0.1:{self.port}"
        if body is not None:
            lines["Content-Type"] = "application/json"
        if token is not False and (token is not True or self.token):
            lines["X-Frontdesk-Token"] = self.token if token is True else token
        if method == "POST" and key is not False:
            lines["Idempotency-Key"] = str(uuid.uuid4()) if key is True else key
        return lines

    def _exchange(self, method: str, path: str, data: bytes | None, lines: dict[str, str]) -> Answer:
        fresh = self._connection is None
        try:
            return self._once(method, path, data, lines)
        except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
            self.close()
            # A kept connection may have been closed while idle. Only a question may be asked twice unseen.
            if fresh or method not in ("GET", "HEAD"):
                raise
            return self._once(method, path, data, lines)
        except Broken:
            self.close()
            raise

    def _once(self, method: str, path: str, data: bytes | None, lines: dict[str, str]) -> Answer:
        if self._connection is None:
            self._connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.timeout)
        self._connection.request(method, path, body=data, headers=lines)
        reply = self._connection.getresponse()
        answer = Answer(f"{method} {path}", reply.status, reply.headers, reply.read())
        if reply.will_close:
            self.close()
        for line in reply.headers.get_all("Set-Cookie") or []:
            for name, morsel in http.cookies.SimpleCookie(line).items():
                if morsel["max-age"] == "0" or not morsel.value:
                    self.cookies.pop(name, None)
                else:
                    self.cookies[name] = morsel.value
        return answer
