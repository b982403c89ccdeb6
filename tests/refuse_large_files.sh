#!/usr/bin/env bash
# A hook of pre-commit: refuses files above 1 MB; they stay in every clone for ever.
set -euo pipefail
failed=0
for file in "$@"; do
  if [ "$(wc -c <"$file")" -gt 1000000 ]; then
    echo "$file is larger than 1 MB"
    failed=1
  fi
done
exit $failed
