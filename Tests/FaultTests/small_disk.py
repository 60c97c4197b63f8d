"""A disk of its own for a test: a loop-mounted ext4 whose power can be cut, or a tmpfs that can be filled."""

import fcntl
import os
import pathlib
import signal
import struct
import subprocess

from support import waiting
from support.desk import Desk

# From linux/ext4: stop the file system at once, without writing what is still in memory.
EXT4_SHUTDOWN = 0x8004587D
NO_LOG_FLUSH = 2


class Denied(Exception):
    """This machine does not let us mount."""


def _run(*words: str | pathlib.Path) -> None:
    try:
        done = subprocess.run(words, capture_output=True, text=True)
    except FileNotFoundError as missing:
        raise Denied(str(missing)) from missing
    if done.returncode:
        raise Denied(f"{' '.join(map(str, words))}: {done.stderr.strip()}")


class Ext4:
    """An ext4 in a file. A cut loses what the kernel has not written to it yet."""

    def __init__(self, folder: pathlib.Path, megabytes: int = 256):
        self.image, self.place = folder / "disk", folder / "mounted"
        self.place.mkdir(parents=True)
        with open(self.image, "wb") as file:
            file.truncate(megabytes << 20)
        _run("mkfs.ext4", "-q", "-F", self.image)
        self.mount()

    def mount(self) -> None:
        _run("mount", "-o", "loop", self.image, self.place)

    def unmount(self) -> None:
        waiting.until(
            lambda: subprocess.run(["umount", self.place], capture_output=True).returncode == 0, 20, "umount"
        )

    def cut_power(self, desk: Desk) -> None:
        """The daemon freezes, the disk stops, the daemon is gone, the machine comes back.

        Freezing first: the shutdown is not atomic with an fsync under way, whose answer could pass after it.
        """
        assert desk.process is not None
        desk.signal(signal.SIGSTOP)
        stat = pathlib.Path(f"/proc/{desk.process.pid}/stat")
        tasks = pathlib.Path(f"/proc/{desk.process.pid}/task")
        waiting.until(lambda: _state(stat) == "T", 10, "the daemon to freeze")
        waiting.until(
            lambda: all(_state(task / "stat") == "T" for task in tasks.iterdir()), 10, "its threads to freeze"
        )
        descriptor = os.open(self.place, os.O_RDONLY)
        try:
            fcntl.ioctl(descriptor, EXT4_SHUTDOWN, struct.pack("I", NO_LOG_FLUSH))
        finally:
            os.close(descriptor)
        desk.kill9()
        self.unmount()
        self.mount()

    def close(self) -> None:
        self.unmount()
        self.image.unlink()


def _state(stat: pathlib.Path) -> str:
    return stat.read_text().rsplit(")", 1)[1].split()[0]


class Memory:
    """A tmpfs of a given size."""

    def __init__(self, place: pathlib.Path, megabytes: int):
        self.place = place
        place.mkdir(parents=True)
        _run("mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=0700", "tmpfs", place)

    def fill(self) -> None:
        """Takes every free byte."""
        with open(self.place / "stuffing", "ab", buffering=0) as file:
            for size in (1 << 20, 1 << 12, 1):
                try:
                    while True:
                        file.write(bytes(size))
                except OSError:
                    continue

    def make_read_only(self) -> None:
        _run("mount", "-o", "remount,ro", self.place)

    def make_writable(self) -> None:
        _run("mount", "-o", "remount,rw", self.place)

    def free(self) -> None:
        (self.place / "stuffing").unlink()

    def close(self) -> None:
        subprocess.run(["umount", "-l", self.place], capture_output=True)
