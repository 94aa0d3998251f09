"""A test copy is restored, and its configuration does not name the live database."""

from __future__ import annotations

from typing import Any

import pytest

from holdfast.app import Holdfast
from holdfast.errors import UsageError
from tests.core.app.conftest import Scene

CONFIG = "<?php\ndefine( 'DB_NAME', 'shop_live' );\n"


def test_a_copy_names_another_database_and_a_plain_restore_is_the_same_to_the_byte(ready: Scene) -> None:
    (ready.site / "wp-config.php").write_text(CONFIG)
    copy, plain = ready.folder / "copy", ready.folder / "plain"

    async def story(app: Holdfast) -> Any:
        await (await app.backups.create(["shop"])).value()
        await (await app.backups.restore("shop", "latest", to=plain)).value()
        with pytest.raises(UsageError):
            await (await app.backups.restore("shop", "latest", to=ready.site, test_copy=True)).value()
        return await (await app.backups.restore("shop", "latest", to=copy, test_copy=True)).value()

    done = ready.run(story)
    assert [one["database"] for one in done["detached"]] == ["shop_live_copy"]
    assert "shop_live_copy" in (copy / "wp-config.php").read_text()
    assert (plain / "wp-config.php").read_text() == CONFIG
    assert (ready.site / "wp-config.php").read_text() == CONFIG
