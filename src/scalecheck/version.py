"""The version, once: the build reads it here, and so does `--version`, before anything else."""

__version__ = "0.1.0"
