"""``python -m childsafe_lint`` is the same as ``childsafe-lint``."""

from .cli import main

if __name__ == "__main__":
    main()
