"""The door: `scalecheck`, or `python -m scalecheck`."""

import gc
import sys

_TERMINATED = 143  # what a shell says of a command that was asked to end


def main() -> None:
    """Answer `--version` at once; import the rest for anything else."""
    if sys.argv[1:] == ["--version"]:
        from scalecheck.version import __version__

        sys.stdout.write(f"scalecheck {__version__}\n")
        return
    import signal

    # What is being written is put away, as it is when one interrupts.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(_TERMINATED))
    # Loading modules makes much and drops nothing: collecting then costs a tenth of the start.
    gc.set_threshold(100_000)
    from scalecheck.cli.app import run

    code = run(sys.argv[1:])
    gc.freeze()  # or the interpreter looks through all that it is about to drop: 30 ms
    sys.exit(code)


if __name__ == "__main__":
    main()
