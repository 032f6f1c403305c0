#!/usr/bin/env bash
# Dear ImGui's sources from Debian's own source package, for machines that reach no other host.
#   from-debian.sh DIR     lays them in DIR (nothing of them is committed)
# A source list and a state folder of its own, made from the system's entries: the system's apt is not touched.
set -euo pipefail
[ $# -eq 1 ] || { sed -n '2,4p' "$0" >&2; exit 2; }
dir=$1
tried=1.92.2b+ds-1
tried_sha256=e7bd201d56b5ee90d24d5dac85e5c12f98bdb95410252a62d27b7f89e4566d48

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work"/{lists/partial,cache/archives/partial,source}
site=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | grep -v -e security -e '^$' | grep -m1 debian)
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
echo "deb-src [signed-by=$keyring] $site sid main" > "$work/sources.list"
apt=(-o Dir::State::Lists="$work/lists" -o Dir::Cache="$work/cache" -o Dir::Etc::SourceList="$work/sources.list"
     -o Dir::Etc::SourceParts=/dev/null -o APT::Sandbox::User=root -o Acquire::Languages=none)

echo "Dear ImGui: reading the list of Debian's source packages"
apt-get "${apt[@]}" -qq update
version=$(apt-cache "${apt[@]}" showsrc imgui | sed -n 's/^Version: //p' | sort -V | tail -n 1)
case $version in
  1.92.*) ;;
  *) echo "Dear ImGui: a 1.92 is needed (1.92.2b or later); Debian offers '$version'. Set IMGUI_DIR to a checkout of your own." >&2; exit 1 ;;
esac
echo "Dear ImGui: fetching $version"
(cd "$work/source" && apt-get "${apt[@]}" -qq --download-only --only-source source "imgui=$version")
tarball=$(ls "$work"/source/imgui_*.orig.tar.*)
if [ "$version" = "$tried" ]; then
  echo "$tried_sha256  $tarball" | sha256sum --check --quiet
else
  echo "Dear ImGui: $version is later than the one tried here ($tried); apt has checked its signed hash"
fi
rm -rf "$dir.part" && mkdir -p "$dir.part"
tar -xf "$tarball" -C "$dir.part" --strip-components=1
rm -rf "$dir" && mv "$dir.part" "$dir"
