"""`python -m lantian` is `lantian`."""

from lantian.cli.start import main

main()
