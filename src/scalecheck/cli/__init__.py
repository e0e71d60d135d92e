"""The command line: wordless commands, one room that speaks, exit codes in one place."""
