"""The door: `scalecheck`, or `python -m scalecheck`."""

import gc
import sys


def main() -> None:
    """Answer `--version` at once; import the rest for anything else."""
    if sys.argv[1:] == ["--version"]:
        from scalecheck.version import __version__

        sys.stdout.write(f"scalecheck {__version__}\n")
        return
    # Loading modules makes much and drops nothing: collecting then costs a tenth of the start.
    gc.set_threshold(100_000)
    from scalecheck.cli.app import run

    code = run(sys.argv[1:])
    gc.freeze()  # or the interpreter looks through all that it is about to drop: 30 ms
    sys.exit(code)


if __name__ == "__main__":
    main()
