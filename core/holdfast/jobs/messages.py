"""Requests and events: the language of the pipe between the program and a worker. Data only.

Down go one request, then perhaps `Cancel`; up come events, one JSON object a line. The network worker is first told `ServeNetwork`, then
any number of requests. A worker that needs something of a site while it works asks up (`Asked`); the answer comes down (`Answered`).
Secrets travel inside requests, and inside what is marked so. Times are ISO 8601 UTC, sizes bytes; `Progressed` carries whole totals
(see `holdfast.progress.Totals`).
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

import msgspec

from holdfast.errors import Failure
from holdfast.progress import Retry
from holdfast.records import BackupType, RetentionPolicy
from holdfast.secret import Secret, decode_secret, encode_secret
from holdfast.watchfulness import Facts


class RepositoryAccess(msgspec.Struct, frozen=True):
    """What a worker needs to open the repository of a storage."""

    location: str
    password: Secret
    name: str = ""
    """The user's name of the storage, for messages."""
    options: dict[str, Any] = {}
    secrets: dict[str, Secret] = {}
    repository_id: str = ""
    """As it was when the storage was added; another one at the same place is refused. Empty: not known yet."""
    upload_limit: int = 0
    """KiB a second, for remote storages; 0 = none."""
    download_limit: int = 0


class SourceAccess(msgspec.Struct, frozen=True):
    """What a worker needs to read (or write back) a site of this machine."""

    site_id: str
    site_name: str
    path: str
    database: str = "auto"
    database_password: Secret | None = None
    excludes: tuple[str, ...] = ()
    presets: tuple[str, ...] = ()


class Request(msgspec.Struct, frozen=True, kw_only=True, tag_field="verb"):
    """Base of all requests; the verb modules of `holdfast.worker` each serve one or a few subclasses."""

    job: str
    site: str = ""
    """The site's name; comes back in each event."""
    cache: str = ""
    """The folder for the catalogue and caches; empty = none kept."""
    log: str = ""
    """The file that takes the worker's log; empty = none."""
    low_priority: bool = True


class StorageRequest(Request, frozen=True, kw_only=True):
    """Base of requests that work on the repository of one storage."""

    access: RepositoryAccess


class BackUp(StorageRequest, tag="backup", frozen=True, kw_only=True):
    source: SourceAccess
    kind: BackupType = "incremental"
    label: str = ""
    metadata: dict[str, str] = {}
    include: tuple[str, ...] = ()
    """files, database; empty = what `kind` says."""


class Restore(StorageRequest, tag="restore", frozen=True, kw_only=True):
    """`target` empty = back over the live site `source`; `dry_run` = only the plan."""

    backup: str
    source: SourceAccess | None = None
    target: str = ""
    only: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    overwrite: str = "changed"
    delete: bool = False
    attributes: bool = False
    """Extended attributes (access lists are such), setuid and setgid bits and device nodes, too."""
    database: str = ""
    """Where to load the database of the backup: a database address; empty = the site's own when the live site is restored."""
    database_password: Secret | None = None
    test_copy: bool = False
    """`target` is a copy to try out: its ``wp-config.php`` must not name the live database."""
    safety_backup: bool = False
    dry_run: bool = False


class Sync(StorageRequest, tag="sync", frozen=True, kw_only=True):
    """Bring the catalogue up to date. `rebuild`: from nothing."""

    rebuild: bool = False


class ListFiles(StorageRequest, tag="files", frozen=True, kw_only=True):
    backup: str
    path: str = "/"


class Compare(StorageRequest, tag="diff", frozen=True, kw_only=True):
    old: str
    new: str


class Get(StorageRequest, tag="get", frozen=True, kw_only=True):
    backup: str
    path: str
    to: str


class Export(StorageRequest, tag="download", frozen=True, kw_only=True):
    backup: str
    to: str
    paths: tuple[str, ...] = ()
    only: tuple[str, ...] = ()


class Verify(StorageRequest, tag="verify", frozen=True, kw_only=True):
    backup: str


class Drill(StorageRequest, tag="drill", frozen=True, kw_only=True):
    backup: str
    level: str = ""
    """read, loaded or boots: how far to go; empty = as far as this computer can."""


class Keep(StorageRequest, tag="keep", frozen=True, kw_only=True):
    backup: str
    keep: bool = True


class Delete(StorageRequest, tag="delete", frozen=True, kw_only=True):
    backups: tuple[str, ...] = ()
    """Ids; with `site_id` and none given: all of that site."""
    site_id: str = ""


class Forget(StorageRequest, tag="forget", frozen=True, kw_only=True):
    policy: str = ""
    """light, standard, long or last=3,daily=7,…"""
    rules: RetentionPolicy | None = None
    """The same as a value; `policy` is not read then."""
    site_id: str = ""
    """Empty: every site of the storage, each by itself."""
    dry_run: bool = False
    prune: bool = False
    confirmed: bool = False
    """A person saw the plan: groups that look like a mistake (see `holdfast.engine.forget`) are thinned out too."""
    trusted_before: datetime | None = None
    """A person confirmed then that the site has become smaller."""
    trusted: dict[str, datetime] = {}
    """The same by site id, for several sites."""


class Prune(StorageRequest, tag="prune", frozen=True, kw_only=True):
    dry_run: bool = False
    confirmed: bool = False
    """A person saw the plan: one that looks like a mistake (see `holdfast.engine.prune`) is carried out too."""


class Check(StorageRequest, tag="check", frozen=True, kw_only=True):
    read_data: bool = False
    sample: str = ""


class Repair(StorageRequest, tag="repair", frozen=True, kw_only=True):
    dry_run: bool = False
    drop_snapshots: bool = False
    """Also remove the files of backups that cannot be read any more."""


class Unlock(StorageRequest, tag="unlock", frozen=True, kw_only=True):
    """`look`: only say which locks there are."""

    force: bool = False
    look: bool = False


class Stats(StorageRequest, tag="stats", frozen=True, kw_only=True):
    pass


class RecoveryKit(StorageRequest, tag="recovery_kit", frozen=True, kw_only=True):
    with_password: bool = True


class ListKeys(StorageRequest, tag="list_keys", frozen=True, kw_only=True):
    pass


class AddKey(StorageRequest, tag="add_key", frozen=True, kw_only=True):
    new_password: Secret


class RemoveKey(StorageRequest, tag="remove_key", frozen=True, kw_only=True):
    key_id: str


class SealState(StorageRequest, tag="seal_state", frozen=True, kw_only=True):
    """Put what a home knows (see `holdfast.state.exported`; no secrets) into the repository, sealed with its key, in place of what this
    home (`home`: its id) put there before."""

    home: str
    state: dict[str, Any]
    keep: bool = False
    """What this home put there before stays beside it: this database knows nothing of it."""


class ReadSealed(StorageRequest, tag="read_sealed", frozen=True, kw_only=True):
    """What homes have sealed there."""


class AddStorage(StorageRequest, tag="add_storage", frozen=True, kw_only=True):
    """Create the repository, or adopt the one that is there. `password_made`: it was made up just now, so it cannot open anything
    that exists: a repository that is there is AuthRejected. `must_exist`: where none is, none is made (NotFound REPO-NOT-FOUND)."""

    password_made: bool = False
    must_exist: bool = False


class TryStorage(StorageRequest, tag="test_storage", frozen=True, kw_only=True):
    """`access.password` empty: the place only."""


class CompareClocks(Request, tag="compare_clocks", frozen=True, kw_only=True):
    """What servers say the time is: one small unsigned question to each address (https://host…)."""

    addresses: tuple[str, ...]


class InspectFolder(Request, tag="inspect_folder", frozen=True, kw_only=True):
    source: SourceAccess


class FindSites(Request, tag="find_sites", frozen=True, kw_only=True):
    roots: tuple[str, ...] = ()
    """Where to look; empty = the usual places."""


class ArchiveFile(msgspec.Struct, frozen=True):
    """One file of a backup that was made elsewhere. `key`: its place in the backup, the same each day; `expects`: what should be in it."""

    path: str
    key: str = "site"
    expects: tuple[str, ...] = ("database", "files")


class TakeIn(StorageRequest, tag="take_in", frozen=True, kw_only=True):
    """Archives of a site into the repository, member by member, under the backup's own date. One that is there already (`remote`: its id
    where it was made) is not taken in again."""

    site_id: str
    remote: str
    files: tuple[ArchiveFile, ...]
    kind: str = "full"
    label: str = ""
    metadata: dict[str, str] = {}
    made_at: datetime | None = None
    hostname: str = ""
    leave_out_links: bool = False
    checked: bool = False
    """They were read to their end a moment ago."""
    remove: bool = False
    """The files are ours and go once they are taken in."""


class ListArchives(StorageRequest, tag="list_archives", frozen=True, kw_only=True):
    """The sets that another program dropped at a place (`access`, without a password): a folder or an S3 prefix. With `files` (paths) the
    sets among these, whatever their age."""

    files: tuple[str, ...] = ()


class FetchFromBucket(StorageRequest, tag="fetch_bucket", frozen=True, kw_only=True):
    """A backup that a site put into the user's own bucket (`access`: where, and the user's key, without a password): the objects that are
    it, into the folder `to`. `bucket`: the names of `holdfast.providers.base.Bucket`."""

    bucket: dict[str, Any]
    to: str
    kind: str = "full"
    ours: bool = False
    """`to` is a folder of Holdfast's own, where an earlier run may have left whole files."""


class FetchArchives(StorageRequest, tag="fetch_archives", frozen=True, kw_only=True):
    """Files of a place by their names there, into the folder `to`. Files of a folder of this machine stay where they are."""

    names: tuple[str, ...]
    to: str


class SignIn(msgspec.Struct, frozen=True):
    """What signs requests to a service. `kind` ``login``: `user` and `secret` are exchanged for a token first (only for `TrySite`)."""

    kind: Literal["basic", "bearer", "api-key", "login"] = "basic"
    user: str = ""
    secret: Secret = Secret("")
    refresh: Secret = Secret("")
    expires_at: datetime | None = None
    token_url: str = ""
    client_id: str = ""
    client_secret: Secret = Secret("")
    code: Secret = Secret("")
    """Of a second factor, for `kind` ``login``; of use once, never stored."""


class SiteAccess(msgspec.Struct, frozen=True):
    """What a worker needs to speak to a site through its service."""

    system: str
    url: str
    """The REST root or base address; empty where the system has one for all."""
    sign_in: SignIn
    account: str = ""
    """Id of the account, for `CredentialRenewed`."""
    options: dict[str, Any] = {}
    ca_file: str = ""
    allow_http: bool = False
    poll_seconds: float = 5.0
    """How often what runs there is asked about in its first minute; all other waiting between questions grows and shrinks with it."""


class NetworkRequest(Request, frozen=True, kw_only=True):
    """Base of requests to a site's own service."""

    access: SiteAccess


class DetectSite(Request, tag="detect_site", frozen=True, kw_only=True):
    """What is behind an address that a person typed. Nothing is signed."""

    url: str
    ca_file: str = ""


class ReachTarget(msgspec.Struct, frozen=True):
    url: str
    """https://host[:port], or http."""
    ca_file: str = ""


class Reach(Request, tag="reach", frozen=True, kw_only=True):
    """Whether servers can be reached at all; nothing is asked of them."""

    targets: tuple[ReachTarget, ...]


class TrySite(NetworkRequest, tag="try_site", frozen=True, kw_only=True):
    """Try the credential. With `find_root`, `access.url` is as typed and its REST root is looked for first."""

    find_root: bool = False
    probe: bool = False
    """When it is refused: find out once, by another way in, whether the password is wrong or the web server drops it."""


class LookAtSite(NetworkRequest, tag="look_at_site", frozen=True, kw_only=True):
    """A question that changes nothing. `subject`: the backup, for ``details``."""

    question: Literal[
        "bucket", "capabilities", "list", "details", "dependants", "installs", "storages", "schedules", "staging", "migration", "password"
    ]
    subject: str = ""
    filters: dict[str, str] = {}


class ChangeSite(NetworkRequest, tag="change_site", frozen=True, kw_only=True):
    """A change that is done when the site has answered."""

    change: Literal[
        "delete", "schedule.create", "schedule.update", "schedule.delete", "storage.test", "staging.create", "staging.settings",
        "webhook.create",
    ]  # fmt: skip
    subjects: tuple[str, ...] = ()
    options: dict[str, Any] = {}
    secret: Secret = Secret("")
    """What a webhook signs with."""


class RotateSignIn(NetworkRequest, tag="rotate_sign_in", frozen=True, kw_only=True):
    """Make a new application password and try it; it comes as `CredentialRenewed`. The old one is revoked by `RevokeSignIn`."""


class RevokeSignIn(NetworkRequest, tag="revoke_sign_in", frozen=True, kw_only=True):
    """Take an application password away from the site: `password` (its id there), or the very one that signs."""

    password: str = ""


class SignInByBrowser(Request, tag="browser_sign_in", frozen=True, kw_only=True):
    """A credential made by a person in the browser; it comes as `CredentialRenewed`. `paste`: only the page where one can be copied."""

    system: str
    url: str
    """As typed."""
    kind: Literal["application-password", "oauth"] = "application-password"
    paste: bool = False
    client_id: str = ""
    client_secret: Secret = Secret("")
    ca_file: str = ""
    allow_http: bool = False
    seconds: float = 600.0


class Listened(msgspec.Struct, frozen=True):
    """A site that may send events: what it signs with, and how it is asked what really happened."""

    site: str
    secret: Secret
    access: SiteAccess


class Listen(Request, tag="listen", frozen=True, kw_only=True):
    """Hear what sites tell, until cancelled. `port` 0: any that is free."""

    sites: tuple[Listened, ...]
    host: str = "127.0.0.1"
    port: int = 0


class KeptDatabases(Request, tag="kept_databases", frozen=True, kw_only=True):
    """The databases that restores of this site set aside. `drop`: remove this one of them."""

    source: SourceAccess
    drop: str = ""


class BackUpOnSite(NetworkRequest, tag="site_backup", frozen=True, kw_only=True):
    kind: str = ""
    """Empty: the first that the system names."""
    label: str = ""
    options: dict[str, Any] = {}
    wait: bool = True


class WatchSite(NetworkRequest, tag="site_watch", frozen=True, kw_only=True):
    """Follow what runs on the site. `backup` empty: the one that carries the mark `marker`, asked for at `since`. Of a staging copy or a
    migration it is that job's id; empty: whichever is active."""

    what: Literal["backup", "restore", "staging", "migration"] = "backup"
    backup: str = ""
    marker: str = ""
    kind: str = ""
    since: datetime | None = None
    accepted: dict[str, Any] = {}
    """What the site named a restore."""
    wait: bool = True
    """False: of a backup that still runs nothing more is waited for (RemoteError NO-END)."""


class RestoreOnSite(NetworkRequest, tag="site_restore", frozen=True, kw_only=True):
    backup: str
    parts: tuple[str, ...] = ()
    options: dict[str, Any] = {}


class LinkToBackup(NetworkRequest, tag="site_link", frozen=True, kw_only=True):
    """Where a backup can be fetched from now; waits until the site has made an archive of it, where it must. A link is a secret."""

    backup: str


class DownloadFromSite(NetworkRequest, tag="site_download", frozen=True, kw_only=True):
    """`to`: a folder (existing, or with a slash at its end), else the file. `limit`: KiB a second for all downloads of the program
    together (see `Share`), 0 = none."""

    backup: str
    to: str
    limit: int = 0


AnyRequest = (
    BackUp | Restore | Sync | ListFiles | Compare | Get | Export | Verify | Drill | Keep | Delete | Forget | Prune | Check | Repair
    | Unlock | Stats | RecoveryKit | ListKeys | AddKey | RemoveKey | AddStorage | TryStorage | InspectFolder | FindSites
    | DetectSite | TrySite | LookAtSite | ChangeSite | RotateSignIn | RevokeSignIn | BackUpOnSite | WatchSite | RestoreOnSite
    | SealState | ReadSealed | CompareClocks
    | LinkToBackup | DownloadFromSite | TakeIn | ListArchives | FetchArchives | FetchFromBucket | SignInByBrowser | Listen | KeptDatabases
    | Reach
)  # fmt: skip

OnNetwork = (
    DetectSite | TrySite | LookAtSite | ChangeSite | RotateSignIn | RevokeSignIn | BackUpOnSite | WatchSite | RestoreOnSite | LinkToBackup
    | SignInByBrowser | Listen | Reach
)  # fmt: skip
"""Requests that the one network worker serves, as they only ask and wait. All others have a process of their own."""


def verb_of(request: Request) -> str:
    """The word that stands in the job's row, its events and the name of its module."""
    return str(type(request).__struct_config__.tag)


class Event(msgspec.Struct, frozen=True, kw_only=True, tag_field="event"):
    job: str
    site: str = ""


class Started(Event, tag="started", frozen=True, kw_only=True):
    verb: str = ""
    schedule: str = ""
    """Id of the schedule whose run it is, and the key of its slot; empty when a person began it."""
    slot: str = ""


class Progressed(Event, tag="progressed", frozen=True, kw_only=True):
    """Field names are the terminal's contract (Progress). `percent` never goes back within a job."""

    phase: str = ""
    step: str = ""
    steps_done: int = 0
    steps_total: int = 1
    percent: float | None = None
    files_done: int = 0
    files_total: int | None = None
    bytes_done: int = 0
    bytes_total: int | None = None
    rate: float | None = None
    eta_seconds: float | None = None
    current: str = ""
    retry: Retry | None = None
    """While something that failed is about to be tried again; `seconds` as of this event."""


class Noted(Event, tag="noted", frozen=True, kw_only=True):
    """A remark that becomes a warning of the job."""

    code: str
    message: str
    details: dict[str, Any] = {}


class Finished(Event, tag="finished", frozen=True, kw_only=True):
    outcome: str
    result: dict[str, Any] = {}
    warnings: tuple[str, ...] = ()
    failure: Failure | None = None


class Called(Event, tag="called", frozen=True, kw_only=True):
    """A call to a site, for the audit trail: told before (`outcome` empty) and after each that changes something, and once for the reads
    of a whole request (`method` ``GET``, `count`). For the parent alone: never shown as an event of the job."""

    method: str
    host: str
    path: str
    outcome: str = ""
    http: int | None = None
    seconds: float = 0.0
    count: int = 1
    account: str = ""
    """Id of the account whose credential signed it; empty where nothing was signed, or it is only tried."""


class CredentialRenewed(Event, tag="credential_renewed", frozen=True, kw_only=True):
    """An account signs in anew from now on; the parent stores it at once. Holds secrets: for the parent alone."""

    account: str
    sign_in: SignIn


class TakenOn(Event, tag="taken_on", frozen=True, kw_only=True):
    """The site works on what was asked for, under these names. For the parent alone, which remembers it over a restart."""

    backup: str
    state: dict[str, Any] = {}


class Watched(Event, tag="watched", frozen=True, kw_only=True):
    """What a new backup looks like beside the one before it. For the parent alone, which judges it (`holdfast.watchfulness`)."""

    site_id: str
    facts: Facts


class SpaceLeft(Event, tag="space_left", frozen=True, kw_only=True):
    """How much room a place has now, in bytes, after a job worked there. For the parent alone."""

    repository_id: str
    free: int
    total: int


class PageToOpen(Event, tag="page_to_open", frozen=True, kw_only=True):
    """A person is to open `address` in the browser of this computer. `by_hand`: the page for who has to copy and paste, or empty. For the
    parent alone."""

    address: str
    by_hand: str = ""


class Listening(Event, tag="listening", frozen=True, kw_only=True):
    """A receiver hears at `address` (without a slash at its end)."""

    address: str


class Received(Event, tag="received", frozen=True, kw_only=True):
    """A site told something, rightly signed; it is a hint only. `backup`: what the site's service says about it now (a Backup), None where
    it says nothing; `failure`: why it could not be asked."""

    kind: str
    at: datetime
    subject: str = ""
    """The backup that the site named."""
    backup: dict[str, Any] | None = None
    failure: Failure | None = None


class Asked(Event, tag="asked", frozen=True, kw_only=True):
    """A worker wants this of a site, so that it is asked where the account's budget is. Holds secrets; answered by the runner itself and
    never passed on."""

    number: int
    request: OnNetwork


class Cancel(msgspec.Struct, frozen=True, tag_field="verb", tag="cancel"):
    job: str


class Answered(msgspec.Struct, frozen=True, tag_field="verb", tag="answered"):
    """The answer to `Asked`. Its result may be a secret (a link)."""

    job: str
    number: int
    finished: Finished


class Share(msgspec.Struct, frozen=True, tag_field="verb", tag="share"):
    """So many downloads share the limit of bandwidth from now on."""

    job: str
    among: int


class ServeNetwork(msgspec.Struct, frozen=True, tag_field="verb", tag="serve_network"):
    """The first line to a network worker: serve all requests that follow, each by its job's id, until the pipe is closed."""


Down = AnyRequest | Cancel | Answered | Share | ServeNetwork
"""What goes down the pipe."""


AnyEvent = (
    Started | Progressed | Noted | Finished | Called | CredentialRenewed | TakenOn | PageToOpen | Listening | Received | Watched | SpaceLeft
)
ForParent = Called | CredentialRenewed | TakenOn | PageToOpen | Watched | SpaceLeft
"""Events that the parent acts on and nobody else sees."""


def encode_line(message: Down | AnyEvent | Asked) -> bytes:
    """One line of the pipe, newline included. Holds secrets when it is a request: for the pipe only, never for a file or a log."""
    return msgspec.json.encode(message, enc_hook=encode_secret) + b"\n"


def decode_request(line: bytes) -> Down:
    """Raises `msgspec.DecodeError` or `msgspec.ValidationError` when it is none."""
    message: Down = msgspec.json.decode(line, type=Down, dec_hook=decode_secret)
    return message


def decode_event(line: bytes) -> AnyEvent | Asked:
    """Raises as `decode_request`."""
    event: AnyEvent | Asked = msgspec.json.decode(line, type=AnyEvent | Asked, dec_hook=decode_secret)
    return event
