#!/usr/bin/env bash
# Makes .venv and installs the pinned packages of one requirements file into it, then lantian itself as an editable.
# Use: generator/setup/python.sh requirements.txt|requirements-dev.txt
set -euo pipefail
cd "$(dirname "$0")/../.."
requirements=$1

# Two makes at the same time must not install into the same .venv.
exec 9<"$requirements"
if command -v flock >/dev/null; then flock 9; fi

say() { printf '\n== %s\n' "$*" >&2; }
stop() { printf '\nerror: %s\n' "$*" >&2; exit 1; }

# Debian's python3 comes without ensurepip, so "is there a Python" is not the question.
can_make_environments() {
  "$1" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

# The system's own comes first: it is kept safe with the system, and Debian builds it with a profile, which makes it a
# tenth faster than one that somebody built without.
find_python() {
  local name
  for name in "${PYTHON:-/usr/bin/python3}" python3 python3.13 python3.12 python3.11; do
    if command -v "$name" >/dev/null && can_make_environments "$name"; then
      echo "$name"
      return 0
    fi
  done
  return 1
}

if ! .venv/bin/python -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  if ! python=$(find_python); then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
      say "python3-venv is missing: installing it with apt-get"
      apt-get update -qq
      DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3 python3-venv
    fi
    python=$(find_python) || stop "Python 3.11 or newer with its venv module is needed; on Debian or Ubuntu: apt-get install python3-venv"
  fi
  say "making .venv with $("$python" --version)"
  "$python" -m venv --clear .venv
fi

pip=(.venv/bin/python -m pip --disable-pip-version-check --no-input --require-virtualenv)
say "installing the packages of $requirements"
"${pip[@]}" install --require-hashes --no-deps --only-binary :all: --progress-bar off -r "$requirements" |
  grep --line-buffered -vE '^(Requirement already satisfied|Ignoring|Looking in)' || true
[ "${PIPESTATUS[0]}" = 0 ] || stop "pip could not install $requirements, see above"

say "installing lantian"
"${pip[@]}" install --quiet --no-index --no-deps --no-build-isolation --editable .
# pip compiles packages but not an editable; without this, PYTHONDONTWRITEBYTECODE would compile us at every start.
.venv/bin/python -m compileall -q generator/lantian
.venv/bin/lantian --version 2>/dev/null || .venv/bin/python -c 'import lantian; print("lantian", lantian.__version__)'
