"""Entry of the frozen `holdfast`, which is its own worker."""

import sys

from holdfast.__main__ import main

sys.exit(main())
