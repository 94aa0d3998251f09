"""A certificate authority of the tests, and certificates with every fault that a client must refuse."""

from __future__ import annotations

import ipaddress
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


class Authority:
    """`ca_file` is what a client is given to trust."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Holdfast test authority")])
        self.ca_file = str(folder / "authority.pem")
        certificate = self._sign(self._name, self._key.public_key(), x509.BasicConstraints(ca=True, path_length=0), ())
        Path(self.ca_file).write_bytes(certificate.public_bytes(serialization.Encoding.PEM))

    def server(self, name: str = "127.0.0.1", *, expired: bool = False, self_signed: bool = False) -> ssl.SSLContext:
        """A server's context with a certificate for `name`."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        certificate = self._sign(
            subject,
            key.public_key(),
            x509.BasicConstraints(ca=False, path_length=None),
            (name,),
            expired=expired,
            own=key if self_signed else None,
        )
        file = self._folder / f"{name}-{expired}-{self_signed}.pem"
        private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        file.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file)
        return context

    def _sign(
        self, subject: x509.Name, key: ec.EllipticCurvePublicKey, constraints: x509.BasicConstraints, names: tuple[str, ...], *,
        expired: bool = False, own: ec.EllipticCurvePrivateKey | None = None,
    ) -> x509.Certificate:  # fmt: skip
        now = datetime.now(UTC)
        end = now - timedelta(days=3) if expired else now + timedelta(days=30)
        builder = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(subject if own else self._name)
            .public_key(key)
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(days=60))
            .not_valid_after(end)
            .add_extension(constraints, critical=True)
        )
        if names:
            builder = builder.add_extension(x509.SubjectAlternativeName([_general(name) for name in names]), critical=False)
        return builder.sign(own or self._key, hashes.SHA256())


def _general(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)
