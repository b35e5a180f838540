#!/usr/bin/env bash
# Draws the gallery of the README: six sentences and what is built of them. `make pictures` runs it.
set -euo pipefail
cd "$(dirname "$0")/../.."
project=$PWD
program=$project/.build/release/repertoire
export REPERTOIRE_HOME=$project
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

draw() { # name, text, options of build
  local name=$1 text=$2
  shift 2
  "$program" build "$text" "$@" --out "$scratch/$name.json"
  (cd "$scratch" && "$program" watch "$name.json" --size 640x400 --overlays none \
    --picture "$project/Assets/pictures/$name.png")
}

draw cabin "a 9 by 7 oak cabin with a stone chimney, a door on the south side and two beds"
draw castle \
  "a castle with a 41 by 41 curtain wall 9 high, a round tower at each corner and a keep of three floors"
draw bridge "a stone bridge 3 wide across the river, with railings on both sides" --site river-9
draw cathedral "a cathedral with two west towers and a rose window"
draw village "a little village: four different houses around a central well, with gravel paths"
draw pagoda "a red pagoda with five storeys and a pond next to it"
