#!/bin/sh
# Installs the package into a bare Debian 12 tree, uses it there as a person would, and removes it.
#
#     packaging/try_deb.sh [PACKAGE.deb]           (as root; needs debootstrap, unshare)
#
# The bare tree is made once with debootstrap and kept in .build/package/trees; each run works on a copy. The mounts live in a namespace of
# their own and end with it. What is looked at: every library is found with the declared dependencies alone; a site backed up, drilled and
# restored from the terminal and backed up from the window, under Xvfb with a real gnome-keyring; nothing but user data stays.
set -eu
cd "$(dirname "$0")/.."
trees=$PWD/.build/package/trees
bare=$trees/bookworm
tree=$trees/try
mirror=${DEBIAN_MIRROR:-$(sed -n 's/^URIs: *\([^ ]*\/debian\)\/*$/\1/p' /etc/apt/sources.list.d/debian.sources 2>/dev/null | head -n 1)}
mirror=${mirror:-http://deb.debian.org/debian}
package=${1:-$(ls -t .build/package/holdfast_*.deb 2>/dev/null | head -n 1)}
[ -n "$package" ] || { echo "try_deb.sh: no package; make package" >&2; exit 2; }

if [ "${HOLDFAST_TRY_INSIDE:-}" != yes ]; then
    [ "$(id -u)" = 0 ] || { echo "try_deb.sh: needs root (chroot)" >&2; exit 2; }
    if [ ! -f "$bare/.complete" ]; then
        rm -rf "$bare"; mkdir -p "$trees"
        debootstrap --variant=minbase bookworm "$bare" "$mirror" > "$trees/debootstrap.log" 2>&1 || { tail -n 20 "$trees/debootstrap.log"; exit 1; }
        touch "$bare/.complete"
    fi
    rm -rf "$tree"; cp -a "$bare" "$tree"
    code=0
    HOLDFAST_TRY_INSIDE=yes unshare --mount --propagation private "$0" "$package" || code=$?
    [ "$code" = 0 ] && rm -rf "$tree"
    exit "$code"
fi

step() { printf '\n== %s\n' "$*"; }
inside() { chroot "$tree" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
install_quietly() { inside apt-get -q -y --no-install-recommends install "$@" > "$trees/apt.log" 2>&1 || { tail -n 20 "$trees/apt.log"; exit 1; }; }

mount -t proc proc "$tree/proc"
mount -t tmpfs tmpfs "$tree/tmp"
mkdir -p "$tree/dev/shm"; mount -t tmpfs tmpfs "$tree/dev/shm"
[ -c "$tree/dev/null" ] || mount --bind /dev "$tree/dev"
cp /etc/hosts "$tree/etc/hosts"                 # a bare tree does not even know localhost
cp -L /etc/resolv.conf "$tree/etc/resolv.conf" 2>/dev/null || true
printf '#!/bin/sh\nexit 101\n' > "$tree/usr/sbin/policy-rc.d"; chmod 755 "$tree/usr/sbin/policy-rc.d"
printf 'deb %s bookworm main\n' "$mirror" > "$tree/etc/apt/sources.list"
cp "$package" "$tree/tmp/holdfast.deb"; chmod 644 "$tree/tmp/holdfast.deb"
listing() { (cd "$tree" && find . -xdev \( -path ./proc -o -path ./tmp -o -path ./dev -o -path ./home -o -path ./var/cache -o -path ./var/lib/apt \) -prune -o -name '*holdfast*' -print | sort); }

step "install with the declared dependencies alone"
inside apt-get -q update > "$trees/apt.log" 2>&1 || { tail -n 20 "$trees/apt.log"; exit 1; }
[ -z "$(listing)" ] || { echo "the tree is not bare"; exit 1; }
install_quietly /tmp/holdfast.deb
inside dpkg-query -W -f '${Package} ${Version}: ${Status}, ${Installed-Size} kB\n' holdfast
inside dpkg --verify holdfast

step "every library is found"
missing=$(inside sh -c 'cd /usr/lib/holdfast; export LD_LIBRARY_PATH=$PWD/_internal; find . -type f | while read -r file; do
    case $file in *.so|*.so.*|./holdfast|./holdfast-desktop) ldd "$file" 2>/dev/null | grep "not found" | sed "s|^|$file: |" ;; esac; done')
[ -z "$missing" ] || { echo "$missing"; exit 1; }
inside holdfast --version
inside env QT_QPA_PLATFORM=offscreen holdfast-desktop --version

step "use it: Xvfb, a window manager, a session bus, a real keyring"
install_quietly xvfb openbox xdotool dbus gnome-keyring imagemagick xauth
inside useradd --create-home --shell /bin/sh tester
cp packaging/try_session.sh "$tree/home/tester/session.sh"; chmod 755 "$tree/home/tester/session.sh"
code=0
inside setpriv --reuid tester --regid tester --init-groups env HOME=/home/tester USER=tester dbus-run-session -- /home/tester/session.sh || code=$?
mkdir -p .build/package/pictures; cp "$tree"/home/tester/*.png .build/package/pictures/ 2>/dev/null || true
[ "$code" = 0 ] || { tail -n 30 "$tree"/home/tester/*.log 2>/dev/null; exit "$code"; }

step "remove it: nothing but user data stays"
inside apt-get -q -y purge holdfast > "$trees/apt.log" 2>&1 || { tail -n 20 "$trees/apt.log"; exit 1; }
left=$(listing)
[ -z "$left" ] || { echo "left behind:"; echo "$left"; exit 1; }
[ -d "$tree/home/tester/backups/data" ] && [ -d "$tree/home/tester/.local/share/holdfast" ] || { echo "user data is gone"; exit 1; }
echo "removed; the repository and the settings of the user are untouched"
echo "TRIED: installed, backed up, drilled, restored, shown, removed"
