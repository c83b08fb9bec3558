"""``python -m pipeline``: the command ``digest`` where it is not on the path."""

from pipeline.cli import main

if __name__ == "__main__":
    main()
