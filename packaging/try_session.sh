#!/bin/sh
# What a person does with the installed program; runs inside the tree of try_deb.sh, in a session bus of its own.
set -eu
cd "$HOME"
XDG_RUNTIME_DIR=$(mktemp -d); export XDG_RUNTIME_DIR
chmod 700 "$XDG_RUNTIME_DIR"
printf 'a login password' | gnome-keyring-daemon --unlock --components=secrets > keyring.log 2>&1
Xvfb :77 -screen 0 1280x800x24 -nolisten tcp > xvfb.log 2>&1 &
screen=$!
export DISPLAY=:77
for _ in $(seq 50); do xdotool getmouselocation > /dev/null 2>&1 && break; sleep 0.1; done
openbox > openbox.log 2>&1 &
manager=$!
trap 'kill $manager $screen 2>/dev/null' EXIT
fail() { echo "FAILED: $*" >&2; exit 1; }

mkdir -p 'sites/Café Müller/uploads'
printf '<h1>Guten Tag</h1>\n' > 'sites/Café Müller/index.html'
head -c 3000000 /dev/urandom > 'sites/Café Müller/uploads/große Datei ☕.bin'
i=0; while [ $i -lt 300 ]; do i=$((i + 1)); printf 'page %s\n' $i > "sites/Café Müller/page-$i.html"; done

holdfast storage add disk "$HOME/backups" --recovery-kit kit.html > added.log
holdfast site add shop --path "$HOME/sites/Café Müller" --storage disk >> added.log
holdfast backup create shop
holdfast doctor | sed -n 1,12p
[ -s kit.html ] || fail "no recovery kit"

echo changed > 'sites/Café Müller/index.html'; rm 'sites/Café Müller/page-7.html'
holdfast backup create shop
holdfast backup drill shop | tail -n 3
holdfast backup restore shop latest --to "$HOME/restored" --yes > restored.log || { cat restored.log; fail "restore"; }
found=$(find restored -name index.html | head -n 1)
diff -r 'sites/Café Müller' "$(dirname "$found")" || fail "the restored site differs"
echo "restored, byte for byte equal"

backups() { find backups/snapshots -type f | wc -l; }
before=$(backups)
began=$(date +%s%N)
holdfast-desktop --show > window.log 2>&1 &
program=$!
window=$(timeout 60 xdotool search --sync --onlyvisible --class holdfast | head -n 1) || fail "no window"
echo "window shown after $(( ($(date +%s%N) - began) / 1000000 )) ms"
sleep 3
xdotool windowactivate --sync "$window"
import -window root window.png
xdotool key --window "$window" ctrl+shift+b
for _ in $(seq 60); do sleep 0.5; [ "$(backups)" -gt "$before" ] && break; done
import -window root backing-up.png
echo "backups before the window: $before, with it: $(backups)"
[ "$(backups)" -gt "$before" ] || fail "the window backed nothing up"
holdfast-desktop --show || fail "a second start"
kill -TERM $program
code=0; wait $program || code=$?
[ $code = 0 ] || { cat window.log; fail "the window ended with $code"; }
! grep -q Traceback window.log || { cat window.log; fail "a traceback"; }
