"""Signs a request body as Slack does."""

import hashlib
import hmac
import time


def sign(body: bytes, *, secret: str, ago: int = 0) -> dict[str, str]:
    """The two headers of a request that was signed so many seconds ago."""
    stamp = str(int(time.time()) - ago)  # noqa: TID251  Slack's library compares with the host's clock.
    signature = hmac.new(secret.encode(), f"v0:{stamp}:".encode() + body, hashlib.sha256).hexdigest()
    return {"X-Slack-Signature": f"v0={signature}", "X-Slack-Request-Timestamp": stamp}
