#!/bin/sh
# Imports a list of keywords into a site, and prints the site's id:
#
#   GALLEY_KEY=galley_… sh import-keywords.sh FILE.csv [SITE]
#
# The key's scope must be WRITE. The site is the one named SITE, or like the file; where there is none, it is made.
set -eu
command -v curl >/dev/null || { echo 'It takes curl, which is not installed here.' >&2; exit 1; }
url=${GALLEY_URL:-http://127.0.0.1:4000}/graphql
file=$1
name=$(basename "$file")

# Before there is a site for it.
refuse() {
  printf '%s\n' "The file $file $1" >&2
  exit 1
}
[ -f "$file" ] && [ -r "$file" ] || refuse 'cannot be read. Check its name.'
[ -s "$file" ] || refuse 'is empty.'
! command -v iconv >/dev/null || iconv -f UTF-8 -t UTF-8 "$file" >/dev/null 2>&1 ||
  refuse 'is not UTF-8 text. Save it as "CSV UTF-8" and try again.'

# A text as a JSON string.
quoted() {
  tab=$(printf '\t')
  printf '"%s"' "$(tr -d '\r' | sed -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e "s/$tab/\\\\t/g" |
    awk '{ printf "%s%s", (NR > 1 ? "\\n" : ""), $0 }')"
}

# Sends a JSON document, and prints the answer.
ask() {
  curl --silent --show-error --retry 5 --header 'content-type: application/json' \
    --header "authorization: Bearer $GALLEY_KEY" --data-binary @- "$url"
}

# Prints an answer; where Galley refuses, its own sentence, and ends.
accepted() {
  answer=$(cat)
  case $answer in
    *'"errors":['*)
      printf '%s\n' "$answer" | sed -E -e 's/.*"message":"(([^"\\]|\\.)*)".*/\1/' -e 's/\\(.)/\1/g' >&2
      exit 1
      ;;
  esac
  printf '%s\n' "$answer"
}

query='mutation ($name: String!) { createSite(input: { name: $name }) { site { id } } }'
wanted=$(printf %s "${2:-${name%.csv}}" | quoted)
answer=$(printf '{"query":"%s","variables":{"name":%s}}' "$query" "$wanted" | ask)
# Where there is such a site, the refusal names it.
case $answer in *'"code":"NAME_TAKEN"'*) ;; *) printf %s "$answer" | accepted >/dev/null ;; esac
site=$(printf %s "$answer" | sed -E 's/.*"id":"([0-9a-f]+)".*/\1/')

# The same file again is the same request, which is carried out once.
key="$site $(cksum <"$file")"
query='mutation ($input: ImportKeywordsInput!) {
  importKeywords(input: $input) { import { imported known duplicate bad } } }'
input=$(printf '{"siteId":"%s","name":%s,"idempotencyKey":"%s","csv":%s}' \
  "$site" "$(printf %s "$name" | quoted)" "$key" "$(quoted <"$file")")
printf '{"query":%s,"variables":{"input":%s}}' "$(printf %s "$query" | quoted)" "$input" | ask | accepted >&2
echo "$site"
