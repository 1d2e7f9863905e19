#!/bin/sh
# Makes .venv with the first fitting Python: $PYTHON where it is set, else the first of the names below.
set -eu
names=${PYTHON:-python3 python3.13 python3.12 python3.11}

# Tells in one line what is wrong with the Python called $1; says nothing where it fits.
fault() {
    "$1" - 2>/dev/null <<'EOF' || echo "$1 (cannot be run)"
import sys
found = sys.version.split()[0]
if not (3, 11) <= sys.version_info[:2] <= (3, 13):
    print("%s (%s)" % (sys.executable, found))
else:
    try:
        import ensurepip, venv
    except ImportError:
        print("%s (%s, without the venv module: apt-get install python3-venv, or the like)" % (sys.executable, found))
EOF
}

faults=
IFS_WAS=$IFS
[ -z "${PYTHON:-}" ] || IFS='
'
for python in $names; do
    IFS=$IFS_WAS
    command -v "$python" >/dev/null 2>&1 || continue
    found=$(fault "$python")
    if [ -z "$found" ]; then
        echo "Making .venv with $("$python" --version)" >&2
        rm -rf .venv
        "$python" -m venv .venv
        exit 0
    fi
    case $found in *"cannot be run"*) [ -n "${PYTHON:-}" ] || continue ;; esac
    faults="$faults${faults:+, }$found"
done
echo "kg needs Python 3.11, 3.12 or 3.13 with its venv module, but found ${faults:-none}; install one, or name one by make PYTHON=/path/to/python3." >&2
exit 1
