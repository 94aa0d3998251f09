"""What signs a request."""

from __future__ import annotations

import base64
from datetime import datetime
from typing import Literal

import msgspec

from holdfast.secret import Secret


class Credential(msgspec.Struct, frozen=True):
    """One credential. `secret` is the password, token or key; the last four fields belong to tokens that can be renewed (OAuth, login)."""

    kind: Literal["basic", "bearer", "api-key", "none"]
    user: str = ""
    secret: Secret = Secret("")
    refresh: Secret = Secret("")
    expires_at: datetime | None = None
    token_url: str = ""
    client_id: str = ""

    def headers(self) -> dict[str, str]:
        """The header that signs, ready to send. A secret: never logged."""
        match self.kind:
            case "basic":
                pair = f"{self.user}:{self.secret.reveal()}".encode()
                return {"Authorization": f"Basic {base64.b64encode(pair).decode()}"}
            case "bearer":
                return {"Authorization": f"Bearer {self.secret.reveal()}"}
            case "api-key":
                return {"X-API-Key": self.secret.reveal()}
            case "none":
                return {}

    def forms(self) -> list[str]:
        """Every form in which the secrets could come back in a message, longest first."""
        found: set[str] = set()
        for secret in (self.secret.reveal(), self.refresh.reveal()):
            if len(secret) >= 4:
                found |= {secret, secret.replace(" ", ""), base64.b64encode(secret.encode()).decode()}
        if self.kind == "basic":
            found.add(self.headers()["Authorization"].removeprefix("Basic "))
        return sorted((one for one in found if len(one) >= 4), key=len, reverse=True)


NOBODY = Credential("none")
