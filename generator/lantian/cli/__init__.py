"""The command line: parse, call one function, print; the clock is read here and nowhere else."""
