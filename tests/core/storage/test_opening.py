"""Locations, as restic writes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from holdfast.errors import HoldfastError, Unsupported, UsageError
from holdfast.storage.base import StorageAddress
from holdfast.storage.local import LocalStorage
from holdfast.storage.opening import LocalPlace, S3Place, open_storage, parse_location


@pytest.mark.parametrize(
    ("location", "path"),
    [
        ("/srv/repo", "/srv/repo"),
        ("/srv/repo/", "/srv/repo"),
        ("/srv/a:b", "/srv/a:b"),
        ("local:/srv/repo", "/srv/repo"),
        ("local:repo", "$HERE/repo"),
        ("repo", "$HERE/repo"),
        ("./s3:x", "$HERE/s3:x"),
        ("  /srv/repo\n", "/srv/repo"),
        ("~/repo", "$HOME/repo"),
    ],
)
def test_folders(location: str, path: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", "/home/me")
    assert parse_location(location) == LocalPlace(path.replace("$HERE", str(tmp_path)).replace("$HOME", "/home/me"))


@pytest.mark.parametrize(
    ("location", "place"),
    [
        ("s3:https://s3.example.com/bucket/some/path", S3Place("https://s3.example.com", "bucket", "some/path")),
        ("s3:https://s3.example.com:9000/bucket", S3Place("https://s3.example.com:9000", "bucket")),
        ("s3:http://127.0.0.1:7480/bucket/p/", S3Place("http://127.0.0.1:7480", "bucket", "p")),
        ("s3:s3.amazonaws.com/bucket", S3Place("https://s3.amazonaws.com", "bucket")),
        ("s3:S3.Example.com/Bucket//a//b", S3Place("https://s3.example.com", "Bucket", "a/b")),
        ("s3://host.example/bucket/p", S3Place("https://host.example", "bucket", "p")),
        ("s3:https://[::1]:9000/bucket", S3Place("https://[::1]:9000", "bucket")),
    ],
)
def test_buckets(location: str, place: S3Place) -> None:
    assert parse_location(location) == place
    assert parse_location(place.location) == place


@pytest.mark.parametrize(
    "location",
    [
        "s3:https://AKIA:geheim@host/bucket",
        "s3:https://geheim@host/bucket",
        "s3:AKIA:geheim@host/bucket",
        "s3://AKIA:geheim@host/bucket",
        "rest:https://user:geheim@host/",
        "sftp:user:geheim@host:/path",
        "sftp://user:geheim@host/path",
    ],
)
def test_a_password_in_a_location_is_refused_and_not_repeated(location: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_location(location)
    assert caught.value.code == "LOCATION-PASSWORD"
    assert "geheim" not in str(caught.value.failure())


@pytest.mark.parametrize(
    "location", ["sftp:user@host:/path", "rest:https://host/", "b2:bucket", "rclone:x:y", "azure:c:/", "gs:b:/", "swift:c:/"]
)
def test_places_that_are_not_supported_say_so(location: str) -> None:
    with pytest.raises(Unsupported) as caught:
        parse_location(location)
    assert caught.value.hint


@pytest.mark.parametrize(
    "location",
    [
        "",
        " ",
        "local:",
        "s3:",
        "s3:https://host",
        "s3:https:///bucket",
        "s3:host",
        "s3:https://host:x/b",
        "s3:https://host/b?x=1",
        "what:ever",
    ],
)
def test_nonsense_is_a_usage_error_with_a_hint(location: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_location(location)
    assert caught.value.hint


def test_open_storage_opens_a_folder(tmp_path: Path) -> None:
    storage = open_storage(StorageAddress(f"local:{tmp_path}"))
    storage.create()
    storage.save("config", [b"c"])
    assert LocalStorage(tmp_path).load("config") == b"c"


def test_every_error_is_ours() -> None:
    for location in ("s3:http://[::1/x", "s3:https://host\x00/b", "s3:https://ho st/b", "s3:[/]"):
        with pytest.raises(HoldfastError):
            parse_location(location)


@pytest.mark.parametrize("location", ["s3:https://AKIA:ge/heim@host/bucket", "s3:https://host/bucket?X-Amz-Signature=geheim", "geheim:x@y"])
def test_a_location_that_is_not_understood_is_not_repeated_either(location: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_location(location)
    assert "heim@" not in str(caught.value.failure())
    assert "Signature" not in str(caught.value.failure())
