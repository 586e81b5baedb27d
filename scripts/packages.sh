#!/usr/bin/env bash
# What only tests need and the network brings: Python's packages, and Node's. Sourced by nobody: ./test runs it
# beside the compiler.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$root/scripts/tools.sh"
. "$root/scripts/steps/python.sh"
python="$target/python"
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 PUPPETEER_SKIP_DOWNLOAD=1
install_python
install_packages "$root/tests/node"
install_packages "$root/tests/browser"
