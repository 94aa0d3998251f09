"""The stream of a dump cut into files: dialects of other servers, any size of piece, and every place where it may end too early."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.errors import Damaged
from holdfast.mysql import layout
from holdfast.mysql.layout import Manifest
from holdfast.sources.databases import regroup
from holdfast.sources.databases.dump_files import DumpSplitter
from holdfast.sources.databases.facts import rights_in
from holdfast.sources.databases.regroup import Regrouper
from holdfast.sources.databases.sql_scan import StatementScanner, Window

MYSQL_8 = rb"""-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)
--
-- Host: localhost    Database: wp
-- ------------------------------------------------------
-- Server version	8.0.36

/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!50503 SET NAMES utf8mb4 */;
/*!40103 SET TIME_ZONE='+00:00' */;

--
-- Table structure for table `wp_posts`
--

DROP TABLE IF EXISTS `wp_posts`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `wp_posts` (
  `id` int NOT NULL COMMENT 'it''s; -- a comment',
  `len` int GENERATED ALWAYS AS (1) VIRTUAL,
  `t` text
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `wp_posts`
--

/*!40000 ALTER TABLE `wp_posts` DISABLE KEYS */;
INSERT INTO `wp_posts` (`id`, `t`) VALUES (1,'a;\nb');
INSERT INTO `wp_posts` (`id`, `t`) VALUES (2,');\nINSERT INTO `wp_posts` (`id`, `t`) VALUES (9');
INSERT INTO `wp_posts` (`id`, `t`) VALUES (3,NULL);
/*!40000 ALTER TABLE `wp_posts` ENABLE KEYS */;
/*!50003 SET @saved_sql_mode       = @@sql_mode */ ;
/*!50003 SET sql_mode              = 'NO_BACKSLASH_ESCAPES' */ ;
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER `tr` BEFORE INSERT ON `wp_posts` FOR EACH ROW BEGIN
  -- don't; stop
  set @x = '\';
END */;;
DELIMITER ;
/*!50003 SET sql_mode              = @saved_sql_mode */ ;

--
-- Temporary view structure for view `v`
--

DROP TABLE IF EXISTS `v`;
/*!50001 DROP VIEW IF EXISTS `v`*/;
/*!50001 CREATE VIEW `v` AS SELECT
 1 AS `id`*/;

--
-- Dumping routines for database 'wp'
--
DELIMITER ;;
CREATE DEFINER=`root`@`localhost` PROCEDURE `p`()
BEGIN
  select '
--
-- Table structure for table `fake`
--
DROP TABLE IF EXISTS `fake`;
';
END ;;
DELIMITER ;

--
-- Final view structure for view `v`
--

/*!50001 DROP VIEW IF EXISTS `v`*/;
/*!50001 CREATE ALGORITHM=UNDEFINED */
/*!50013 DEFINER=`root`@`localhost` SQL SECURITY DEFINER */
/*!50001 VIEW `v` AS select 1 AS `id` */;
/*!40103 SET TIME_ZONE=@OLD_TIME_ZONE */;
/*!40101 SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT */;

-- Dump completed
"""


class Pieces:
    """Gives content in the pieces that were asked for."""

    def __init__(self, content: bytes, sizes: Iterator[int]) -> None:
        self._content = content
        self._sizes = sizes

    def read(self) -> bytes:
        size = next(self._sizes)
        piece, self._content = self._content[:size], self._content[size:]
        return piece


def always(size: int) -> Iterator[int]:
    while True:
        yield size


def randomly(seed: int) -> Iterator[int]:
    random_ = random.Random(seed)
    while True:
        yield random_.choice((1, 2, 3, 7, 20, 100, 1000))


def split(content: bytes, sizes: Iterator[int]) -> tuple[dict[str, bytes], DumpSplitter]:
    splitter = DumpSplitter(Window(Pieces(content, sizes)), "wp", 0, {})

    def whole() -> Manifest:
        return Manifest(1, "wp", tables=tuple(splitter.tables), views=tuple(splitter.views))

    return {f.entry.name.decode(): b"".join(f.chunks()) for f in splitter.files(whole)}, splitter


def test_a_dump_of_mysql_8() -> None:
    files, splitter = split(MYSQL_8, always(1 << 20))
    assert list(files) == ["wp_posts.sql", layout.TRIGGERS, layout.ROUTINES, layout.VIEWS, layout.SCHEMA]
    assert [(t.name, t.rows) for t in splitter.tables] == [("wp_posts", 3)]
    assert splitter.views == ["v"]
    assert (
        rb"VALUES (1,'a;\nb'),%b(2,');\nINSERT INTO `wp_posts` (`id`, `t`) VALUES (9'),%b(3,NULL);" % (b"\n", b"\n")
        in files["wp_posts.sql"]
    )
    assert b"TRIGGER" not in files["wp_posts.sql"]
    assert b"set @x = '\\';\nEND */;;" in files[layout.TRIGGERS]
    assert b"`fake`" in files[layout.ROUTINES]
    assert files[layout.VIEWS].index(b"1 AS `id`*/") < files[layout.VIEWS].index(b"select 1 AS `id`")
    assert not any(b"TIME_ZONE=@OLD_TIME_ZONE" in f.partition(b"COMMIT;")[0] for f in files.values())


@pytest.mark.parametrize("sizes", [always(1), always(2), always(13), *(randomly(n) for n in range(20))])
def test_the_size_of_the_pieces_makes_no_difference(sizes: Iterator[int]) -> None:
    assert split(MYSQL_8, sizes)[0] == split(MYSQL_8, always(1 << 20))[0]


@pytest.mark.parametrize("line", [rb"/*!999999\- enable the sandbox mode */ ", rb"/*M!999999\- enable the sandbox mode */"])
def test_the_sandbox_line_is_taken_off(line: bytes) -> None:
    files, splitter = split(line + b"\n" + MYSQL_8, always(5))
    assert splitter.sandboxed
    assert files == split(MYSQL_8, always(1 << 20))[0]


def test_a_dump_that_ends_anywhere_too_early_is_refused() -> None:
    """At every single byte; only the last newline may be missing."""
    for end in range(len(MYSQL_8.rstrip())):
        with pytest.raises(Damaged):
            split(MYSQL_8[:end], always(1 << 20))
    assert split(MYSQL_8.rstrip(), always(1 << 20))


def test_a_dump_that_goes_on_after_its_end_is_refused() -> None:
    with pytest.raises(Damaged):
        split(MYSQL_8 + b"DROP TABLE x;\n", always(100))


@given(st.binary(max_size=300), st.integers(0, len(MYSQL_8)), st.integers(0, 100))
def test_c9_random_bytes_in_a_dump_give_files_or_a_typed_error(noise: bytes, at: int, cut: int) -> None:
    try:
        split(MYSQL_8[:at] + noise + MYSQL_8[at + cut :], always(64))
    except Damaged:
        pass


ROW = st.binary(max_size=30).map(lambda b: b"('" + b.hex().encode() + b"')")


@given(st.lists(ROW, min_size=1, max_size=300), st.integers(1, 200), st.integers(1, 6), st.integers(20, 400))
def test_regrouping_keeps_every_row_whatever_the_limits(rows: list[bytes], piece: int, bits: int, limit: int) -> None:
    prefix = b"INSERT INTO `odd``\nname` VALUES "
    content = b"".join(prefix + row + b";\n" for row in rows)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(regroup, "MASK", (1 << bits) - 1)
        patch.setattr(regroup, "LIMIT", limit)
        patch.setattr(regroup, "LONG_ROW", 50)
        window = Window(Pieces(content + b"UNLOCK TABLES;\n", always(piece)))
        window.has(len(prefix))  # as the splitter leaves it
        regrouper = Regrouper(window, prefix)
        text = b"".join(regrouper.chunks())
        rest = window.ahead(100)
    assert rest == b"UNLOCK TABLES;\n"
    assert regrouper.rows == len(rows)
    statements = text.split(b";\n" + prefix)
    assert text.startswith(prefix)
    assert b",\n".join([statements[0].removeprefix(prefix), *statements[1:]]).removesuffix(b";\n").split(b",\n") == rows


@given(st.text(max_size=64), st.text(max_size=64))
def test_different_tables_have_different_files_that_stand_between_the_special_ones(one: str, other: str) -> None:
    first, second = layout.file_name(one), layout.file_name(other)
    assert (first == second) == (one == other)
    assert len(first) < 240
    if one:
        assert layout.SCHEMA < first < layout.TRIGGERS
    assert layout.parse_title(layout.title("table", one)) == ("table", one.encode("utf-8", "replace").decode())


@given(st.binary(max_size=200))
def test_statements_of_any_bytes_end(noise: bytes) -> None:
    scanner = StatementScanner(Window(Pieces(noise, always(3))))
    try:
        while scanner.next():
            pass
    except Damaged:
        pass


def test_rights_are_read_from_grants() -> None:
    grants = [
        "GRANT USAGE ON *.* TO `u`@`%` IDENTIFIED BY PASSWORD '*X'",
        r"GRANT SELECT, SHOW VIEW ON `my\_db`.* TO `u`@`%`",
        "GRANT TRIGGER ON `my%`.* TO `u`@`%`",
        "GRANT EVENT ON `other`.* TO `u`@`%`",
        "GRANT DELETE ON `my_db`.`t` TO `u`@`%`",
        "GRANT `role` TO `u`@`%`",
    ]
    assert rights_in(grants, "my_db") == {"USAGE", "SELECT", "SHOW VIEW", "TRIGGER"}
    assert rights_in(grants, "myxdb") == {"USAGE", "TRIGGER"}
    assert {"SELECT", "SHOW VIEW", "TRIGGER", "EVENT"} <= rights_in(
        ["GRANT ALL PRIVILEGES ON *.* TO `root`@`localhost` WITH GRANT OPTION"], "x"
    )
