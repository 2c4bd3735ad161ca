"""
The sub-commands, one file each, found by their file name.

A command module has `HELP`, `configure(parser)` and `run(arguments) -> exit code`.
"""
