"""What is kept of a student's words is kept encrypted. Keys rotate: the newest writes, every one of them reads."""

import os
import secrets
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from bot.domain.errors import SettingWrong

SETTING = "BEDSIDE_KEY"
NO_TIME: Final = 0
END: Final = b"\xff"
"""No text has this byte in it."""
SIZES: Final = (4096, 16384)
"""So many bytes have what is encrypted: hardly any reply has more than the first, and none more than the second."""
HOW_TO_MAKE_ONE = (
    "Write a new key, such as the one that this prints: "
    'python -c "from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())"'
)


class Cipher:
    """Encrypts under the newest key, which comes first, and decrypts under any. Raises SettingWrong for a wrong key.

    What is encrypted tells neither how long the text is nor when it was written: beside a posted digest, the first
    would point at the author of a quote and the second at who came back to share words.
    """

    def __init__(self, keys: Sequence[str]) -> None:
        if not keys:
            raise SettingWrong(name=SETTING, problem="there is no key", write=HOW_TO_MAKE_ONE)
        fernets = [_fernet(key, number) for number, key in enumerate(keys, start=1)]
        self._newest = fernets[0]
        self._all = MultiFernet(fernets)

    @staticmethod
    def new_key() -> str:
        """A new random key, fit for BEDSIDE_KEY."""
        return Fernet.generate_key().decode()

    def encrypt(self, text: str) -> bytes:
        """The text, readable only with the newest key."""
        return self._newest.encrypt_at_time(_filled_up(text.encode()), NO_TIME)

    def decrypt(self, token: bytes) -> str:
        """The text. Raises SettingWrong when none of the keys was used to encrypt it."""
        try:
            # What an earlier release has written has no end mark, and is the text alone.
            return self._all.decrypt(token).partition(END)[0].decode()
        except InvalidToken:
            raise _no_key_fits() from None

    def rotate(self, token: bytes) -> bytes:
        """The same text as `encrypt` writes it now; what is written so already comes back unchanged."""
        text = self.decrypt(token)
        with suppress(InvalidToken):
            if END in self._newest.decrypt(token):
                return token
        return self.encrypt(text)


def key_beside(path: Path) -> str:
    """The key of an embedded database, made once in a file beside it that only its owner may read.

    It protects a copy of the database file that travels without the key file, and nothing more: whoever can read
    this folder can read the replies.
    """
    beside = path.with_name(f"{path.name}.key")
    if not beside.exists():
        beside.parent.mkdir(parents=True, exist_ok=True)
        _make_once(beside, Cipher.new_key())
    return beside.read_text().strip()


def _filled_up(text: bytes) -> bytes:
    """The text and nothing, in one of a few lengths; one that is longer than all of them keeps its own."""
    size = next((size for size in SIZES if len(text) < size), 0)
    return (text + END).ljust(size, b"\0")


def _fernet(key: str, number: int) -> Fernet:
    try:
        return Fernet(key)
    except ValueError:
        problem = f"key {number} is not a key"
        raise SettingWrong(name=SETTING, problem=problem, write="Write keys that Bedside made, newest first") from None


def _no_key_fits() -> SettingWrong:
    return SettingWrong(
        name=SETTING,
        problem="what is stored was written with another key",
        write="Add that key after a comma",
    )


def _make_once(beside: Path, key: str) -> None:
    """Write a whole file first and then give it its name, so that no other process ever reads half a key."""
    draft = beside.with_name(f"{beside.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w") as file:
            file.write(key)
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):
            os.link(draft, beside)
    finally:
        draft.unlink()
    _sync_folder(beside.parent)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
