#!/bin/sh
# Imports a list of keywords into a site, and prints the site's id:
#
#   GALLEY_KEY=galley_… sh import-keywords.sh FILE.csv [SITE_ID]
#
# The key's scope must be WRITE. Without a SITE_ID it makes a site, named like the file.
set -eu
command -v curl >/dev/null || { echo 'It takes curl, which is not installed here.' >&2; exit 1; }
url=${GALLEY_URL:-http://127.0.0.1:4000}/graphql
file=$1
name=$(basename "$file")

# A text as a JSON string.
quoted() {
  tab=$(printf '\t')
  printf '"%s"' "$(tr -d '\r' | sed -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e "s/$tab/\\\\t/g" |
    awk '{ printf "%s%s", (NR > 1 ? "\\n" : ""), $0 }')"
}

# Sends a JSON document, and prints the answer; where Galley refuses, its own sentence, and ends.
ask() {
  answer=$(curl --silent --show-error --retry 5 --header 'content-type: application/json' \
    --header "authorization: Bearer $GALLEY_KEY" --data-binary @- "$url")
  case $answer in
    *'"errors":['*)
      printf '%s\n' "$answer" | sed -E -e 's/.*"message":"(([^"\\]|\\.)*)".*/\1/' -e 's/\\(.)/\1/g' >&2
      exit 1
      ;;
  esac
  printf '%s\n' "$answer"
}

site=${2:-}
if [ -z "$site" ]; then
  query='mutation ($name: String!) { createSite(input: { name: $name }) { site { id } } }'
  answer=$(printf '{"query":"%s","variables":{"name":%s}}' "$query" "$(printf %s "${name%.csv}" | quoted)" | ask)
  site=$(printf %s "$answer" | sed -E 's/.*"id":"([0-9a-f]+)".*/\1/')
fi

# The same file again is the same request, which is carried out once.
key="$site $(cksum <"$file")"
query='mutation ($input: ImportKeywordsInput!) {
  importKeywords(input: $input) { import { imported known duplicate bad } } }'
input=$(printf '{"siteId":"%s","name":%s,"idempotencyKey":"%s","csv":%s}' \
  "$site" "$(printf %s "$name" | quoted)" "$key" "$(quoted <"$file")")
printf '{"query":%s,"variables":{"input":%s}}' "$(printf %s "$query" | quoted)" "$input" | ask >&2
echo "$site"
