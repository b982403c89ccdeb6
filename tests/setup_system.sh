#!/usr/bin/env bash
# Installs what the tests need from the distribution: Chromium, a Chinese font, Java for the Nu checker, the library
# without which Playwright's driver does not start on a bare Debian, and nginx for the site file in deploy/.
# What is there is left alone; without root one sentence says what to install.
set -euo pipefail

say() { printf '\n== %s\n' "$*" >&2; }

missing=()
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null ||
  missing+=(chromium)
# Without such a font Chinese characters are boxes of another width, and every measured layout is wrong.
if ! { command -v fc-list >/dev/null && fc-list :lang=zh-cn family | grep -q .; }; then
  missing+=(fontconfig fonts-noto-cjk)
fi
java -version >/dev/null 2>&1 || missing+=(default-jre-headless)
ldconfig=$(command -v ldconfig || echo /sbin/ldconfig) # a user's PATH on Debian lacks /sbin
"$ldconfig" -p | grep -q 'libatomic\.so\.1' || missing+=(libatomic1)
PATH="$PATH:/usr/sbin" command -v nginx >/dev/null || missing+=(nginx-light)

if [ ${#missing[@]} = 0 ]; then
  say "Chromium, Chinese fonts, Java, libatomic and nginx are there"
  exit 0
fi
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
  printf '\nerror: the tests need %s; on Debian: apt-get install %s\n' "${missing[*]}" "${missing[*]}" >&2
  exit 1
fi
say "installing ${missing[*]} with apt-get"
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
