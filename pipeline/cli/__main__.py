"""``python -m pipeline.cli``: the command ``digest``."""

from pipeline.cli import main

if __name__ == "__main__":
    main()
