"""What botocore is told about S3 is what it would have read itself."""

from __future__ import annotations

import pytest
from botocore.exceptions import DataNotFoundError, UnknownServiceError
from botocore.loaders import Loader

from holdfast.storage import s3_models

descriptions = s3_models.descriptions.__wrapped__
"""Read anew: botocore changes what it was given while it makes a client."""


@pytest.mark.parametrize("name", ["service-2", "endpoint-rule-set-1", "paginators-1"])
def test_the_descriptions_of_s3_are_botocores_own(name: str) -> None:
    theirs = Loader().load_service_model("s3", name)
    assert descriptions(others=False).load_service_model("s3", name) == theirs
    assert descriptions(others=True).load_service_model("s3", name) == theirs


@pytest.mark.parametrize("name", ["endpoints", "partitions", "sdk-default-configuration", "_retry"])
def test_so_are_the_general_ones(name: str) -> None:
    assert descriptions(others=False).load_data(name) == Loader().load_data(name)


def test_services_that_give_out_keys_are_known_where_aws_is_asked_for_them() -> None:
    assert descriptions(others=True).load_service_model("sts", "service-2") == Loader().load_service_model("sts", "service-2")
    with pytest.raises(UnknownServiceError):
        descriptions(others=False).load_service_model("sts", "service-2")


def test_what_is_not_there_is_missing() -> None:
    with pytest.raises(DataNotFoundError):
        descriptions(others=False).load_data("no-such-file")
