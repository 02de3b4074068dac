"""What takes minutes says how far it is, to whoever looks on."""

import io

from bot.cli.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_bar_is_written_over_until_everything_is_done() -> None:
    seen = Terminal()
    bar = Progress("Looking", seen)
    for done in (0, 500, 1000):
        bar.tell(done, 1000)
    lines = seen.getvalue().split("\r")[1:]
    assert [line.rstrip(" ") for line in lines] == [
        f"Looking [{'.' * 30}] 0 of 1,000",
        f"Looking [{'#' * 15}{'.' * 15}] 500 of 1,000",
        f"Looking [{'#' * 30}] 1,000 of 1,000\n",
    ]


def test_a_file_that_output_goes_into_holds_no_bar() -> None:
    nobody = io.StringIO()
    Progress("Looking", nobody).tell(1, 2)
    assert nobody.getvalue() == ""
