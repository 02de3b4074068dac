"""One transaction with the records that live in it."""

from functools import cached_property

from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.answer_records import AnswerRecords
from bot.storage.channel_records import ChannelRecords
from bot.storage.coordinator_records import AuditRecords, CoordinatorRecords
from bot.storage.delivery_records import DeliveryRecords
from bot.storage.digest_records import DigestRecords
from bot.storage.encryption import Cipher
from bot.storage.home_records import HomeRecords
from bot.storage.lane_records import LaneRecords
from bot.storage.outbox_records import OutboxRecords
from bot.storage.people_records import PeopleRecords
from bot.storage.policy_records import PolicyRecords
from bot.storage.preceptor_records import PreceptorRecords
from bot.storage.program_records import ProgramRecords
from bot.storage.reply_records import ReplyRecords
from bot.storage.set_up_records import SetUpRecords
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
    def preceptors(self) -> PreceptorRecords:
        """Preceptors, and whether they confirmed how a digest is to be read."""
        return PreceptorRecords(self._connection)

    @cached_property
    def group_answers(self) -> AnswerRecords:
        """What preceptors answered to their students, encrypted."""
        return AnswerRecords(self._connection, cipher=self._cipher)

    @cached_property
    def policies(self) -> PolicyRecords:
        """Which policy was in force since when."""
        return PolicyRecords(self._connection)

    @cached_property
    def program(self) -> ProgramRecords:
        """What coordinators changed of the program."""
        return ProgramRecords(self._connection)

    @cached_property
    def coordinators(self) -> CoordinatorRecords:
        """Who coordinates."""
        return CoordinatorRecords(self._connection)

    @cached_property
    def audit(self) -> AuditRecords:
        """What coordinators changed."""
        return AuditRecords(self._connection)

    @cached_property
    def channels(self) -> ChannelRecords:
        """Who could read the channels of digests."""
        return ChannelRecords(self._connection)

    @cached_property
    def set_up(self) -> SetUpRecords:
        """What coordinators set up."""
        return SetUpRecords(self._connection)

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

    async def commit_and_erase(self) -> None:
        """The same; and what was deleted does not stay in the database's files, as far as that is in our hands.

        SQLite overwrites what it deletes, but its log still holds the pages of before. While somebody else reads them
        they have to stay; they go the next time. PostgreSQL does this by itself, in its own time.
        """
        await self.commit()
        if self._connection.dialect.name == "sqlite":
            await self._connection.run_sync(_empty_log)


def _empty_log(connection: Connection) -> None:
    # Not by a statement of the connection's, which would begin a transaction for it.
    cursor = connection.connection.cursor()
    cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    cursor.close()
