"""The public face, spelled out: what `import scalecheck` offers, and the command line uses."""
