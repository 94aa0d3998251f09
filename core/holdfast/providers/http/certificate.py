"""What a certificate that was refused says about itself, for the person who must have it renewed. Nothing is sent over that connection."""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from datetime import UTC, datetime

import msgspec

from holdfast.errors import HoldfastError
from holdfast.providers import values

_SECONDS = 5.0


class Certificate(msgspec.Struct, frozen=True):
    subject: str
    issuer: str
    not_before: datetime
    not_after: datetime
    names: tuple[str, ...] = ()


async def certificate_of(host: str, port: int) -> Certificate | None:
    """The certificate that a server shows, verified by nobody; None when it shows none in time."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE  # only looked at: this connection carries nothing of ours
    writer = None
    try:
        async with asyncio.timeout(_SECONDS):
            _, writer = await asyncio.open_connection(host, port, ssl=context, server_hostname=host)
        shown = writer.get_extra_info("ssl_object")
        return _parsed(shown.getpeercert(binary_form=True)) if shown else None
    except (OSError, TimeoutError, ValueError):
        return None
    finally:
        if writer is not None:
            with contextlib.suppress(OSError):
                writer.transport.abort()


async def explained(error: HoldfastError, host: str, port: int) -> HoldfastError:
    """A TLS-BAD error with the certificate's subject and dates added; any other as it is."""
    if error.code != "TLS-BAD" or "certificate" not in error.details:
        return error
    found = await certificate_of(host, port)
    if found is None:
        return error
    error.details |= {
        "certificate_subject": found.subject,
        "certificate_issuer": found.issuer,
        "certificate_until": found.not_after.isoformat(),
        "certificate_names": list(found.names),
    }
    names = ", ".join(found.names[:3]) or found.subject
    error.message = (
        error.message.removesuffix(" Nothing was sent.") + f" It is for {names}, until {found.not_after:%Y-%m-%d}. Nothing was sent."
    )
    error.args = (error.message,)
    return error


def _parsed(raw: bytes | None) -> Certificate | None:
    from cryptography import x509

    if not raw:
        return None
    found = x509.load_der_x509_certificate(raw)
    try:
        names = found.extensions.get_extension_for_class(x509.SubjectAlternativeName).value.get_values_for_type(x509.DNSName)
    except (x509.ExtensionNotFound, ValueError):
        names = []
    return Certificate(
        values.text(found.subject.rfc4514_string(), 120),
        values.text(found.issuer.rfc4514_string(), 120),
        found.not_valid_before_utc.astimezone(UTC),
        found.not_valid_after_utc.astimezone(UTC),
        tuple(values.text(name, 100) for name in names[:10]),
    )
