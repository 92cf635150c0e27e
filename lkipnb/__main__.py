"""`python -m lkipnb` is the command line."""

import sys

from lkipnb.cli import main

sys.exit(main())
