"""A Chromium spoken to over two pipes, one JSON message at a time, with the standard library only.

See https://chromedevtools.github.io/devtools-protocol: each message ends with a null byte.
"""

import fcntl
import json
import os
import select
import signal
import time
from collections import deque

END = b"\0"
ASIDE = 20  # where our ends of the pipes are kept, clear of the numbers that the browser reads


class BrowserError(Exception):
    """The browser refused a command, or went away."""


class Wire:
    """A process, and the messages to it and from it."""

    def __init__(self, command, log):
        theirs_in, self.out = (_aside(end) for end in os.pipe())
        self.back, theirs_out = (_aside(end) for end in os.pipe())
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        self.process = os.posix_spawn(
            command[0],
            command,
            os.environ,
            file_actions=[
                (os.POSIX_SPAWN_OPEN, 2, str(log), flags, 0o600),
                (os.POSIX_SPAWN_DUP2, theirs_in, 3),
                (os.POSIX_SPAWN_DUP2, theirs_out, 4),
            ],
            setpgroup=0,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self.rest = b""
        self.unread = deque()

    def send(self, message):
        data = json.dumps(message).encode() + END
        while data:
            data = data[os.write(self.out, data) :]

    def receive(self, until):
        """Give the next message, or None where none comes before a moment of the steady clock."""
        while not self.unread:
            wait = max(0.0, until - time.monotonic())
            if not select.select([self.back], [], [], wait)[0]:
                return None
            data = os.read(self.back, 1 << 20)
            if not data:
                raise BrowserError("the browser went away")
            *whole, self.rest = (self.rest + data).split(END)
            self.unread.extend(json.loads(one) for one in whole)
        return self.unread.popleft()

    def close(self):
        """End the process and those it started, and wait for it."""
        os.close(self.out)
        os.close(self.back)
        deadline = time.monotonic() + 3
        while time.monotonic() < deadline:
            if os.waitpid(self.process, os.WNOHANG)[0]:
                return
            time.sleep(0.02)
        os.killpg(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)


def _aside(end):
    moved = fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, ASIDE)
    os.close(end)
    return moved
