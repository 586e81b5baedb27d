# A real browser.
in_browser() { (cd "$browser" && "$@"); }

find_chromium() {
  local name
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if has "$name"; then
      command -v "$name"
      return
    fi
  done
  name='/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  [ ! -x "$name" ] || echo "$name"
}
