"""The same deliveries as signed HTTP requests to the app's own URL."""

import json
from urllib.parse import urlencode

import aiohttp
from slack_sdk.signature import Clock, SignatureVerifier

from bot.practice.payloads import VERIFICATION_TOKEN
from bot.practice.wire import Ack, Json, Kind, Retry


class HttpDelivery:
    """Posts what happens to a request URL. Signatures carry the host's real time, for that is what apps check."""

    def __init__(self, request_url: str, signing_secret: str) -> None:
        self._request_url = request_url
        self._signer = SignatureVerifier(signing_secret, Clock())
        self._session = aiohttp.ClientSession()

    async def deliver(self, kind: Kind, payload: Json, *, retry: Retry | None = None) -> Ack:
        """Post the payload in the form Slack gives its kind; the body of the answer is the acknowledgement's."""
        body, content_type = _body(kind, payload)
        headers = {**self._signed(body), "Content-Type": content_type}
        if retry:
            headers |= {"X-Slack-Retry-Num": str(retry.attempt), "X-Slack-Retry-Reason": retry.reason}
        try:
            async with self._session.post(self._request_url, data=body.encode(), headers=headers) as answer:
                if answer.status != 200:
                    return Ack(ok=False, reason="http_error")
                return Ack(ok=True, payload=_answered(await answer.text()))
        except aiohttp.ClientError:
            return Ack(ok=False, reason="connection_failed")

    async def verify(self) -> bool:
        """Ask the URL to repeat a challenge, as Slack does before it delivers anything there."""
        challenge = "a-challenge-from-practice"
        asked = {"type": "url_verification", "token": VERIFICATION_TOKEN, "challenge": challenge}
        ack = await self.deliver(Kind.EVENT, asked)
        return ack.ok and challenge in ((ack.payload or {}).get("challenge"), (ack.payload or {}).get("text"))

    async def close(self) -> None:
        """Close the connections to the app."""
        await self._session.close()

    def _signed(self, body: str) -> dict[str, str]:
        timestamp = str(int(self._signer.clock.now()))
        signature = self._signer.generate_signature(timestamp=timestamp, body=body) or ""
        return {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": signature}


def _body(kind: Kind, payload: Json) -> tuple[str, str]:
    if kind is Kind.EVENT:
        return json.dumps(payload), "application/json"
    fields = payload if kind is Kind.COMMAND else {"payload": json.dumps(payload)}
    return urlencode(fields), "application/x-www-form-urlencoded"


def _answered(body: str) -> Json | None:
    if not body.strip():
        return None
    try:
        answer = json.loads(body)
    except ValueError:
        return {"text": body}
    return answer if isinstance(answer, dict) else {"text": str(answer)}
