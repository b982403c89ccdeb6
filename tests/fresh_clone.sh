#!/usr/bin/env bash
# Proves that the repository needs nothing from this machine: clones the last commit into a temporary folder and
# runs `make test` there with an empty HOME and no other variable than PATH. Not part of continuous integration,
# which starts from a fresh clone anyway. Use: tests/fresh_clone.sh [TARGET], for example `tests/fresh_clone.sh setup`.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/home"
git clone --quiet . "$work/clone"
cd "$work/clone"
env -i HOME="$work/home" PATH="$PATH" make "${1:-test}"
git status --short | grep . && { echo "error: make left files behind that git does not ignore"; exit 1; }
echo "a fresh clone passes 'make ${1:-test}'"
