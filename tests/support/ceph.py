"""CephCluster: a real S3 service on this machine: one monitor, one OSD in memory, one gateway, on loopback ports of its own.

Needs the programs ceph-mon, ceph-osd, radosgw, radosgw-admin and ceph (Debian packages of the same names and ceph-common).
"""

from __future__ import annotations

import json
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from holdfast.secret import Secret
from holdfast.storage.base import StorageAddress

ACCESS_KEY, SECRET_KEY = "AKHOLDFASTTEST", "secret-of-the-holdfast-tests"
_CONFIG = """
[global]
fsid = {fsid}
mon host = [v2:127.0.0.1:{mon},v1:127.0.0.1:{mon_old}]
public addr = 127.0.0.1
cluster addr = 127.0.0.1
keyring = {folder}/keyring
osd pool default size = 1
osd pool default min size = 1
mon allow pool size one = true
osd pool default pg num = 1
osd pool default pgp num = 1
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
mon max pg per osd = 2000
osd objectstore = memstore
memstore device bytes = 4294967296
mon data = {folder}/mon
osd data = {folder}/osd0
run dir = {folder}
pid file = {folder}/$name.pid
admin socket = {folder}/$name.$pid.asok
log file = {folder}/$name.log
log to stderr = false
crash dir = {folder}
osd memory target = 1073741824
rgw frontends = beast endpoint=127.0.0.1:{gateway}
rgw run sync thread = false
rgw thread pool size = 32
"""


class CephCluster:
    """``with CephCluster(folder) as ceph: … ceph.url``. The gateway alone can be stopped, frozen and started again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._processes: dict[str, subprocess.Popen[bytes]] = {}

    def __enter__(self) -> CephCluster:
        for name in ("mon", "osd0"):
            (self.folder / name).mkdir(parents=True)
        try:
            self._start()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for process in reversed(self._processes.values()):
            process.kill()
            process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def address(self, bucket: str, prefix: str = "") -> StorageAddress:
        """How `open_storage` finds a bucket here."""
        location = f"s3:{self.url}/{bucket}" + (f"/{prefix}" if prefix else "")
        return StorageAddress(location, {"access_key": ACCESS_KEY}, {"access_secret": Secret(SECRET_KEY)})

    def restic_environment(self) -> dict[str, str]:
        """What the restic program needs to get in."""
        return {"AWS_ACCESS_KEY_ID": ACCESS_KEY, "AWS_SECRET_ACCESS_KEY": SECRET_KEY}

    def start_gateway(self) -> None:
        self._run_server("radosgw", "-n", "client.rgw.a")
        _until(self._answers, "the gateway answers")

    def kill_gateway(self) -> None:
        process = self._processes.pop("radosgw")
        process.kill()
        process.wait()

    def freeze_gateway(self) -> None:
        self._processes["radosgw"].send_signal(signal.SIGSTOP)

    def thaw_gateway(self) -> None:
        self._processes["radosgw"].send_signal(signal.SIGCONT)

    @contextmanager
    def gone(self, how: str) -> Iterator[None]:
        """The gateway is frozen ("freeze") or dead ("kill") meanwhile."""
        (self.freeze_gateway if how == "freeze" else self.kill_gateway)()
        try:
            yield
        finally:
            (self.thaw_gateway if how == "freeze" else self.start_gateway)()

    def admin(self, *arguments: str) -> dict[str, object]:
        """radosgw-admin's answer: users, quotas."""
        done = self._run("radosgw-admin", "-c", "ceph.conf", "-n", "client.rgw.a", *arguments)
        answer: dict[str, object] = json.loads(done or b"{}")
        return answer

    def suspend_key(self) -> None:
        self.admin("user", "suspend", "--uid=t")

    def allow_all(self) -> None:
        """Undo `suspend_key` and `set_quota`."""
        self.admin("user", "enable", "--uid=t")
        self.admin("quota", "disable", "--quota-scope=user", "--uid=t")

    def set_quota(self, size: int) -> None:
        self.admin("quota", "set", "--quota-scope=user", "--uid=t", f"--max-size={size}")
        self.admin("quota", "enable", "--quota-scope=user", "--uid=t")

    def _start(self) -> None:
        mon, mon_old = _free_port(), _free_port()
        text = _CONFIG.format(fsid=uuid.uuid4(), folder=self.folder, mon=mon, mon_old=mon_old, gateway=self.port)
        (self.folder / "ceph.conf").write_text(text)
        fsid, osd = text.partition("fsid = ")[2].partition("\n")[0], str(uuid.uuid4())
        self._run("ceph-authtool", "--create-keyring", "keyring", "--gen-key", "-n", "mon.", "--cap", "mon", "allow *")
        for name in ("client.admin", "client.rgw.a", "osd.0"):
            caps = [word for part in ("mon", "osd", "mgr") for word in ("--cap", part, "allow *")]
            self._run("ceph-authtool", "keyring", "--gen-key", "-n", name, *caps)
        self._run(
            "monmaptool", "--create", "--clobber", "--addv", "a", f"[v2:127.0.0.1:{mon},v1:127.0.0.1:{mon_old}]", "--fsid", fsid, "monmap"
        )
        self._run("ceph-mon", "--mkfs", "-i", "a", "--monmap", "monmap", "--keyring", "keyring", "-c", "ceph.conf")
        self._run_server("ceph-mon", "-i", "a")
        self._run("ceph", "-c", "ceph.conf", "osd", "new", osd)
        for name in ("osd.0", "client.rgw.a"):
            self._run("ceph", "-c", "ceph.conf", "auth", "add", name, "-i", "keyring")
        self._run("ceph-osd", "-i", "0", "-c", "ceph.conf", "--mkfs", "--osd-uuid", osd)
        self._run_server("ceph-osd", "-i", "0")
        _until(lambda: b"1 up" in self._run("ceph", "-c", "ceph.conf", "osd", "stat"), "the OSD is up")
        self.start_gateway()
        self.admin("user", "create", "--uid=t", "--display-name=t", f"--access-key={ACCESS_KEY}", f"--secret={SECRET_KEY}")

    def _run(self, *command: str) -> bytes:
        done = subprocess.run(command, cwd=self.folder, capture_output=True, timeout=120, check=False)
        if done.returncode:
            raise RuntimeError(f"{command[0]} failed: {done.stderr.decode(errors='replace')[-2000:]}")
        return done.stdout

    def _run_server(self, program: str, *arguments: str) -> None:
        with (self.folder / f"{program}.out").open("ab") as out:
            command = [program, *arguments, "-c", str(self.folder / "ceph.conf"), "-f"]
            self._processes[program] = subprocess.Popen(command, cwd=self.folder, stdout=out, stderr=out, start_new_session=True)

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(self.url, timeout=2):
                return True
        except urllib.error.HTTPError:
            return True
        except OSError:
            return False


def _until(true: Callable[[], bool], what: str, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise RuntimeError(f"It took too long until {what}.")
        time.sleep(0.2)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
