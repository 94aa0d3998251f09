"""Entry of the frozen `holdfast-desktop`, which is its own worker."""

import sys

from holdfast_desktop.__main__ import main

sys.exit(main())
