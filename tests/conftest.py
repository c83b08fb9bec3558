"""What all tests share: how hypothesis searches.

On a developer's machine every run tries new examples; where CI is set, the same ones each time, so that a
red run can be repeated. Nothing is measured by time, so no example has a deadline.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile("desk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("steady", settings.get_profile("desk"), derandomize=True, database=None, print_blob=True)
settings.load_profile("steady" if os.environ.get("CI") else "desk")
