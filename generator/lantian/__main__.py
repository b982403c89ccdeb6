"""`python -m lantian` is `lantian`."""

from lantian.cli.main import main

main(prog_name="lantian")
