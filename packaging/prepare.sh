#!/bin/sh
# Sets up a fresh Debian machine for one of the Makefile's targets, and says what it does.
#
#     packaging/prepare.sh run|test|test-long|screenshots|package|test-package
#
# Installs the Debian packages that are missing (as root, or with sudo) and a virtual environment in .venv. Running it again costs a
# second. On other systems it names the packages and goes on, so that one can install their equivalents.
set -eu
cd "$(dirname "$0")/.."
purpose=${1:-run}

base="python3-venv"
qt="libglib2.0-0 libgl1 libegl1 libx11-6 libdbus-1-3 libfontconfig1 libfreetype6 libxkbcommon0 libbrotli1
    libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-render0 libxcb-shape0
    libxcb-shm0 libxcb-sync1 libxcb-util1 libxcb-xfixes0 libxcb-xkb1 libxcb1 libxkbcommon-x11-0 libx11-xcb1 fonts-dejavu-core"
screen="xvfb xauth openbox xdotool trayer xfce4-panel dunst at-spi2-core imagemagick fonts-noto-cjk"
judges="restic borgbackup strace zip unzip zstd attr procps util-linux"
servers="mariadb-server mariadb-client php-cli php-mysql php-xml wordpress dbus gnome-keyring"
storage_servers="radosgw ceph-mon ceph-osd ceph-common faketime fiu-utils time"

case $purpose in
    run) packages=$base; desktop=no
         if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then packages="$packages $qt"; desktop=yes; fi ;;
    test) packages="$base $qt $screen $judges $servers faketime"; desktop=yes ;;
    test-long) packages="$base $qt $screen $judges $servers $storage_servers"; desktop=yes ;;
    screenshots) packages="$base $qt $screen"; desktop=yes ;;
    package) packages="$base $qt binutils dpkg-dev libpython3-dev"; desktop=yes ;;
    test-package) packages="debootstrap lintian desktop-file-utils appstream"; desktop=no ;;
    *) echo "prepare.sh: unknown purpose '$purpose' (run, test, test-long, screenshots, package, test-package)" >&2; exit 2 ;;
esac

say() { printf '%s\n' "holdfast: $*"; }

missing_packages() {
    for package in $packages; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || printf '%s ' "$package"
    done
}

if command -v dpkg-query >/dev/null 2>&1; then
    missing=$(missing_packages)
    if [ -n "$missing" ]; then
        say "installing Debian packages: $missing"
        sudo=''
        if [ "$(id -u)" != 0 ]; then
            command -v sudo >/dev/null 2>&1 || { say "these need root or sudo; run as root: apt-get install $missing"; exit 1; }
            sudo=sudo
        fi
        $sudo apt-get -q update
        # Servers are started by the tests themselves, in folders of their own; none of Debian's services is needed.
        # shellcheck disable=SC2086
        $sudo env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get -q install -y --no-install-recommends $missing
    fi
else
    say "this is not Debian; please see to these packages yourself: $packages"
fi

python=${PYTHON:-python3}
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { say "Python 3.11 or newer is needed ($python is older)"; exit 1; }

if [ "$purpose" = test-package ]; then exit 0; fi
if [ "$purpose" = package ]; then
    # An environment of its own, with nothing but the declared dependencies: what is bundled is what is declared.
    environment=.build/package/venv
    stamp=$environment/.prepared
    wanted="$(cksum < pyproject.toml) $("$python" -V)"
    [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ] || exit 0
    say "setting up the build's Python environment in $environment"
    rm -rf "$environment"
    "$python" -m venv "$environment"
    "$environment/bin/python" -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
    "$environment/bin/python" -m pip install --quiet --disable-pip-version-check -e '.[desktop]' 'pyinstaller>=6.11,<7'
    printf '%s' "$wanted" > "$stamp"
    exit 0
fi

wanted="$purpose $desktop $(cksum < pyproject.toml) $("$python" -V)"
case $purpose in run) stamp=.venv/.prepared-run-$desktop ;; *) stamp=.venv/.prepared-test ;; esac
case $purpose in run) ;; *) wanted="test $(cksum < pyproject.toml) $("$python" -V)" ;; esac
if [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ]; then
    say "setting up the Python environment in .venv"
    [ -x .venv/bin/python ] || "$python" -m venv .venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
    extra=''
    [ $desktop = no ] || extra='[desktop]'
    if [ "$purpose" = run ]; then
        .venv/bin/python -m pip install --quiet --disable-pip-version-check -e ".$extra"
    else
        .venv/bin/python -m pip install --quiet --disable-pip-version-check -e ".$extra" --group dev
    fi
    printf '%s' "$wanted" > "$stamp"
fi
# Once for all: tests start hundreds of programs, and some machines tell Python to keep nothing of what it compiles.
.venv/bin/python -m compileall -q core desktop resources
