"""Bytes to a socket and bytes back: for requests that no proper client would send."""

import contextlib
import dataclasses
import socket


@dataclasses.dataclass
class Reply:
    """What came back before the server closed or fell silent."""

    data: bytes
    closed: bool

    @property
    def status(self) -> int | None:
        words = self.data.split(b" ", 2)
        return int(words[1]) if self.data.startswith(b"HTTP/1.") and len(words) > 1 else None

    @property
    def answers(self) -> int:
        """How many answers came: a smuggled second request would give two."""
        return self.data.count(b"HTTP/1.1 ")

    def header(self, name: str) -> str | None:
        for line in self.data.split(b"\r\n\r\n", 1)[0].split(b"\r\n")[1:]:
            key, _, value = line.decode("latin-1").partition(":")
            if key.lower() == name.lower():
                return value.strip()
        return None


def send(port: int, *parts: bytes, wait: float = 2.0) -> Reply:
    """Sends the parts as they are, then reads until the server closes or is silent for `wait` seconds."""
    with socket.create_connection(("127.0.0.1", port), timeout=wait) as line:
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        data = b""
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            for part in parts:
                line.sendall(part)
        while True:
            try:
                got = line.recv(65536)
            except TimeoutError:
                return Reply(data, closed=False)
            except ConnectionResetError:
                return Reply(data, closed=True)
            if not got:
                return Reply(data, closed=True)
            data += got


def get(port: int, path: str = "/healthz", *lines: str, host: str | None = None) -> bytes:
    """A plain request's bytes, with more header lines if wanted; the connection stays open after it."""
    head = [f"GET {path} HTTP/1.1", f"Host: {host or f'127.0.0.1:{port}'}", *lines]
    return ("\r\n".join(head) + "\r\n\r\n").encode("latin-1")
