"""`python -m bot`, also installed as `bedside`."""

import sys

from bot.cli import run_command


def main() -> None:
    """Run one command of the line and exit with its status."""
    sys.exit(run_command(sys.argv[1:]))


if __name__ == "__main__":
    main()
