"""One transaction with the records that live in it."""

from functools import cached_property

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.delivery_records import DeliveryRecords
from bot.storage.digest_records import DigestRecords
from bot.storage.encryption import Cipher
from bot.storage.home_records import HomeRecords
from bot.storage.lane_records import LaneRecords
from bot.storage.outbox_records import OutboxRecords
from bot.storage.people_records import PeopleRecords
from bot.storage.reply_records import ReplyRecords
from bot.storage.workspace_records import WorkspaceRecords


class Work:
    """One transaction on one connection. `owner` tells this worker's leases from the others'."""

    def __init__(self, connection: AsyncConnection, *, cipher: Cipher, owner: str) -> None:
        self._connection = connection
        self._cipher = cipher
        self._owner = owner

    @cached_property
    def people(self) -> PeopleRecords:
        """Students, and who is placed where."""
        return PeopleRecords(self._connection)

    @cached_property
    def outbox(self) -> OutboxRecords:
        """Messages as they are planned, asked for and mended."""
        return OutboxRecords(self._connection, cipher=self._cipher, owner=self._owner)

    @cached_property
    def delivery(self) -> DeliveryRecords:
        """Messages on their way."""
        return DeliveryRecords(self._connection, cipher=self._cipher, owner=self._owner)

    @cached_property
    def lanes(self) -> LaneRecords:
        """How fast messages leave."""
        return LaneRecords(self._connection)

    @cached_property
    def replies(self) -> ReplyRecords:
        """Students' replies, encrypted."""
        return ReplyRecords(self._connection, cipher=self._cipher)

    @cached_property
    def digests(self) -> DigestRecords:
        """Which digests a cohort had."""
        return DigestRecords(self._connection)

    @cached_property
    def homes(self) -> HomeRecords:
        """What each person's Home tab showed last."""
        return HomeRecords(self._connection)

    @cached_property
    def workspace(self) -> WorkspaceRecords:
        """The workspace that the database belongs to."""
        return WorkspaceRecords(self._connection)

    async def commit(self) -> None:
        """Make everything done in this unit of work lasting, at once."""
        await self._connection.commit()
