"""Who reads gzip, and what comes of content that is kept in it."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import Headers
from starlette.requests import Request

from ui.shell.gzipped import Gzipped, accepts_gzip, gzipped

CONTENT = "그림 ".encode() * 200


def asks(*accepted: str) -> Headers:
    return Headers(raw=[(b"accept-encoding", each.encode()) for each in accepted])


@pytest.mark.parametrize(
    "accepted",
    ["gzip", "GZIP", "br, gzip;q=0.1", "deflate,gzip ; q=1.0", "*", "br;q=1, *;q=0.1", "gzip, *;q=0", " gzip "],
)
def test_gzip_is_read_where_it_is_named_or_meant(accepted: str) -> None:
    assert accepts_gzip(asks(accepted))


@pytest.mark.parametrize(
    "accepted",
    ["", "identity", "br", "gzip;q=0", "gzip;q=0.000", "gzip; q=0, *", "*;q=0", "gzip;q=none", "gzip;q=", "xgzip"],
)
def test_gzip_is_not_read_where_it_is_not_named_or_refused(accepted: str) -> None:
    assert not accepts_gzip(asks(accepted))


def test_a_header_that_is_sent_twice_is_one_list() -> None:
    assert accepts_gzip(asks("br", "gzip"))
    assert not accepts_gzip(asks("gzip;q=0", "br"))
    assert not accepts_gzip(asks())


@given(st.text(alphabet=st.characters(max_codepoint=255)))
def test_no_header_is_too_strange(accepted: str) -> None:
    assert accepts_gzip(Headers(raw=[(b"accept-encoding", accepted.encode("latin-1"))])) in {True, False}


@pytest.mark.parametrize(("accepted", "encoding"), [("gzip", "gzip"), ("identity", None)])
def test_the_same_content_is_answered_in_both_forms(accepted: str, encoding: str | None) -> None:
    request = Request({"type": "http", "headers": asks(accepted).raw})
    answer = Gzipped(gzipped(CONTENT), "text/html").answer(request, {"Cache-Control": "no-cache"})
    assert answer.headers.get("content-encoding") == encoding
    assert (gzip.decompress(answer.body) if encoding else answer.body) == CONTENT
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["content-length"] == str(len(answer.body))
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.headers["vary"] == "Accept-Encoding"


def test_the_bytes_depend_on_nothing_but_the_content() -> None:
    assert gzipped(CONTENT) == gzipped(CONTENT)
    assert gzipped(CONTENT)[4:8] == bytes(4), "where gzip notes the time"
