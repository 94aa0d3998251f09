"""A site with a real MariaDB through the door: backed up, spoilt, restored over itself, drilled, loaded elsewhere."""

from __future__ import annotations

import pytest

from holdfast.app import Holdfast
from holdfast.errors import Forbidden
from holdfast.secret import Secret
from tests.core.app.conftest import Scene
from tests.support.mariadb import MariaDb


def test_a_database_on_a_server_comes_back_with_its_site(ready: Scene, mariadb: MariaDb) -> None:
    server = mariadb
    live, other = server.database(), server.database()
    server.sql("CREATE TABLE posts (id INT PRIMARY KEY, title TEXT); INSERT INTO posts VALUES (1, 'grün ☃'), (2, 'two');", live)
    server.user("holdfast", 'it\'s a "secret"', ["ALL PRIVILEGES ON *.*"])
    address = f"mysql://holdfast@127.0.0.1:{server.port}/"

    async def story(app: Holdfast) -> None:
        secret = Secret('it\'s a "secret"')
        await app.sites.add("blog", path=ready.site, database=address + live, database_password=secret)
        facts = await app.sites.test("blog")
        assert facts.database_reachable is True, facts.warnings
        job = await app.backups.create(["blog"])
        done = await job.result()
        assert done.outcome in {"success", "warning"}, done
        assert done.result["backup"]["components"] == ["files", "database"]
        names = [f.name for f in await app.backups.files("blog", "latest", f"/holdfast-database/{live}")]
        assert "posts.sql" in names
        drill = await (await app.backups.drill("blog")).value()
        assert (drill["verdict"], drill["level"]) == ("proven", "loaded")
        server.sql("DELETE FROM posts; CREATE TABLE spam (x INT);", live)
        (ready.site / "index.html").write_text("hacked")
        plan = await app.backups.restore_plan("blog", done.result["backup"]["id"], only=["database"])
        assert plan["database"].startswith(address)
        assert plan["tables"] == ["posts"]
        only = await (await app.backups.restore("blog", done.result["backup"]["id"], only=["database"])).value()
        assert only["rows"] == 2
        assert server.sql("SELECT title FROM posts ORDER BY id", live) == [["grün ☃"], ["two"]]
        assert (ready.site / "index.html").read_text() == "hacked"
        await (await app.backups.restore("blog", done.result["backup"]["id"])).value()
        assert (ready.site / "index.html").read_text() == "<h1>Hello</h1>"
        elsewhere = await (
            await app.backups.restore(
                "blog", done.result["backup"]["id"], to=ready.folder / "out", database=address + other, database_password=secret
            )
        ).value()
        assert elsewhere["confirmed"] is True
        assert server.sql("SELECT count(*) FROM posts", other) == [["2"]]

    ready.run(story)


def test_a_database_that_cannot_be_restored_stops_the_restore_before_the_first_file(ready: Scene, mariadb: MariaDb) -> None:
    """Users of hosted sites may often not create databases: half a restore, with the files of one day and the posts of another, is none."""
    live = mariadb.database()
    mariadb.sql("CREATE TABLE posts (id INT PRIMARY KEY)", live)
    mariadb.user("hosted", "pw", [f"ALL ON `{live}`.*"])

    async def story(app: Holdfast) -> None:
        database = f"mysql://hosted@127.0.0.1:{mariadb.port}/{live}"
        await app.sites.add("blog", path=ready.site, database=database, database_password=Secret("pw"))
        await (await app.backups.create(["blog"])).result()
        (ready.site / "index.html").write_text("newer")
        with pytest.raises(Forbidden, match="may not create a database") as caught:
            await (await app.backups.restore("blog", "latest")).value()
        assert "Nothing was changed" in caught.value.hint
        assert (ready.site / "index.html").read_text() == "newer"
        assert (await app.backups.list("blog")).total == 1
        await (await app.backups.restore("blog", "latest", paths=["index.html"])).value()
        assert (ready.site / "index.html").read_text() == "<h1>Hello</h1>"

    ready.run(story)
