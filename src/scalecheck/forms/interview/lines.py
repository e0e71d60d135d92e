"""The line mode at work: one line in, a few lines out, and each answer saved before the next."""

from collections.abc import Callable

from scalecheck.forms.interview.interview import Interview
from scalecheck.forms.interview.talk import Talk

Hear = Callable[[], str | None]
Say = Callable[[str], None]
Save = Callable[[Interview], None]


def converse(talk: Talk, hear: Hear, say: Say, save: Save) -> Talk:
    """Hold a conversation until it ends.

    Args:
        talk: where it begins.
        hear: gives the next line, or None where there is none any more.
        say: takes one line; it is there, whole, before the next is heard.
        save: takes the interview each time that something in it has changed.
    """
    now = talk.open()
    while True:
        for line in now.said:
            say(line)
        if now.ended is not None:
            return now
        before = now.interview
        now = now.hear(hear())
        if now.interview.sheet is not before.sheet:
            save(now.interview)
