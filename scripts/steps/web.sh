# The web app: its packages, types, tests, build, and what each screen weighs.
in_web() { (cd "$web" && "$@"); }

# What is made of docs/openapi.json has to be what is kept.
check_types() {
  local made="$web/src/lib/api-types.d.ts $web/src/lib/limits.ts" file
  for file in $made; do cp "$file" "$logs/kept.$(basename "$file")"; done
  in_web npm run --silent types
  for file in $made; do
    cmp "$logs/kept.$(basename "$file")" "$file" || {
      echo "docs/openapi.json changed: keep the new ${file#"$root/"}"
      return 1
    }
  done
}
