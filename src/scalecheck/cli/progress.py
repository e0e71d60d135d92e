"""Say how far a long work is: on a terminal, and nowhere else."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread


@contextmanager
def track(total: int, label: str, done: Callable[[], int]) -> Iterator[None]:
    """Show a bar on standard error while the work within goes on; nothing in a pipe.

    Args:
        total: how many steps there are.
        label: what is being done.
        done: how many steps were, asked four times a second.
    """
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console
    from rich.progress import Progress

    over = Event()
    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=total)

        def watch() -> None:
            while not over.wait(0.25):
                bar.update(task, completed=min(done(), total))

        watcher = Thread(target=watch, daemon=True)
        watcher.start()
        try:
            yield
        finally:
            over.set()
            watcher.join()
