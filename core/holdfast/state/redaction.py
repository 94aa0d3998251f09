"""Taking secrets out of text, by value and by pattern (reliability.md section 4).

By value: every secret that was loaded, also as it looks inside a URL, in base64, in JSON and in a Python literal. By pattern: what
looks like a credential although nobody told us.
"""

from __future__ import annotations

import base64
import json
import re
import threading
import urllib.parse

HIDDEN = "***"
SHORTEST = 4
"""A shorter secret is not searched for: it would blacken ordinary words, and protects nothing."""

_PATTERNS = (
    re.compile(r"(?i)\b(authorization\s*[:=]\s*)(?:(?:basic|bearer|aws4-hmac-sha256)\s+)?[^\s,;\"']+"),
    re.compile(r"(?i)((?:pass(?:word|wd|phrase)?|secret|token|api[-_]?key|access[-_]?key)[\"']?\s*[:=]\s*[\"']?)[^\s,;&\"'}]+"),
    re.compile(r"([a-z][a-z0-9+.-]{0,20}://[^/\s:@]{0,300}:)[^@\s/]+(?=@)"),  # bounded: a long word must not be searched again and again
    re.compile(r"(?i)([?&](?:x-amz-(?:signature|credential|security-token)|signature|sig|token)=)[^&\s\"']+"),
)


class Redactor:
    """Knows the secrets of this process. All methods may be called from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._forms: set[str] = set()
        self._values: re.Pattern[str] | None = None

    def know(self, secret: str) -> None:
        """From now on `secret` is taken out in every form."""
        forms = {form for form in forms_of(secret) if len(form) >= SHORTEST}
        with self._lock:
            if forms <= self._forms:
                return
            self._forms |= forms
            # Longest first, so that a secret that begins another one leaves no rest of it behind.
            self._values = re.compile("|".join(re.escape(form) for form in sorted(self._forms, key=len, reverse=True)))

    def clean(self, text: str) -> str:
        """`text` without secrets."""
        values = self._values
        if values is not None:
            text = values.sub(HIDDEN, text)
        for pattern in _PATTERNS:
            text = pattern.sub(rf"\1{HIDDEN}", text)
        return text


def forms_of(secret: str) -> set[str]:
    """How `secret` may stand in a text: raw, URL-encoded (three manners), base64 (standard and URL, also without padding, and the
    parts that are the same wherever it stands inside a longer base64), JSON and Python literals."""
    raw = secret.encode("utf-8", "surrogateescape")
    forms = {secret, urllib.parse.quote(raw, safe=""), urllib.parse.quote(raw), urllib.parse.quote_plus(raw)}
    forms |= {json.dumps(secret)[1:-1], repr(secret)[1:-1]}
    for lead in range(3):
        # Three bytes become four characters: depending on where the secret begins, its base64 has one of three looks. The first
        # and last characters mix with the neighbours and are left out.
        encoded = base64.b64encode(b"\0" * lead + raw).decode().rstrip("=")
        start = {0: 0, 1: 2, 2: 3}[lead]
        whole = len(encoded) if (lead + len(raw)) % 3 == 0 else len(encoded) - 1
        inner = encoded[start:whole]
        if len(inner) >= 6:
            forms |= {inner, inner.replace("+", "-").replace("/", "_")}
    return {form for form in forms if form}
