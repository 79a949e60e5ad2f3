"""Calls functions of the reference as they are, on a server on loopback.

Standard input is JSON: `source`, the file with the reference; `origin`, the server; `hosts`, those
that it stands for; `calls`, each a list of a function's name and its arguments. Standard output is
JSON: for each call a `value`, or an `error` and its `message`.
"""

from __future__ import annotations

import asyncio
import inspect
import json
import re
import sys
from contextlib import redirect_stdout
from typing import Optional, Union
from urllib.parse import urlsplit

given = json.load(sys.stdin)
origin = given["origin"]


class OtherAddress(BaseException):
    """A contact that is refused. Not an `Exception`: nothing may catch it and go on."""


def guard(event: str, args: tuple) -> None:
    """Refuses all addresses but the server's."""
    host = None
    if event in ("socket.connect", "socket.sendto"):
        host = args[1][0] if isinstance(args[1], tuple) else None
    elif event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
        host = args[0]
    if host not in (None, "127.0.0.1"):
        raise OtherAddress(f"contacted {host}")


sys.addaudithook(guard)


def routed(url: str) -> str:
    """The address of the server for one of a host that it stands for."""
    parts = urlsplit(url)
    if parts.hostname not in given["hosts"]:
        raise OtherAddress(f"named {parts.hostname}, which no server stands for")
    return f"{origin}/{url.split('://', 1)[1]}"


import aiohttp  # noqa: E402
import blobfile as bf  # noqa: E402
import boostedblob as bbb  # noqa: E402
import urllib3  # noqa: E402
import yarl  # noqa: E402

pool_request = urllib3.PoolManager.request
session_request = aiohttp.ClientSession._request


def request(self, method, url, *args, **kwargs):
    return pool_request(self, method, routed(url), *args, **kwargs)


async def async_request(self, method, str_or_url, **kwargs):
    # As aiohttp encodes it.
    url = yarl.URL(routed(str(yarl.URL(str_or_url))), encoded=True)
    return await session_request(self, method, url, **kwargs)


urllib3.PoolManager.request = request
aiohttp.ClientSession._request = async_request


def statements(text: str) -> list[str]:
    """Lines, each joined with those that continue it: brackets or a long text are open."""
    found: list[str] = []
    for line in text.splitlines():
        last = found[-1] if found else ""
        code = re.sub(r'f?"[^"\n]*"', "", last.replace('"""', ""))
        is_open = last.count('"""') % 2 == 1 or len(re.findall(r"[(\[{]", code)) > len(
            re.findall(r"[)\]}]", code)
        )
        if is_open:
            found[-1] += "\n" + line
        elif line.strip():
            found.append(line)
    return found


def indented(text: str) -> str:
    """The functions of a text that has lost its indentation. It must be as simple as this one: a
    block has one statement, `try` all until `except`, and `except` all until `return`."""
    result: list[str] = []
    blocks: list[str] = []
    for statement in statements(text):
        word = re.match(r"@|\w*", statement).group()
        if word in ("@", "def", "async"):
            blocks = []
        elif word == "except":
            while blocks.pop() != "try":
                pass
        result.append("    " * len(blocks) + statement)
        if word == "@":
            continue
        if word in ("def", "async", "if", "for", "with", "try", "except"):
            blocks.append(word)
            continue
        if word == "return" and "except" in blocks:
            blocks = blocks[: blocks.index("except")]
        while blocks and blocks[-1] in ("if", "for", "with"):
            blocks.pop()
    return "\n".join(result)


def loads(line: str | bytes) -> object:
    """Stands for the decoder of another module: here, only where the bytes come from matters."""
    value = json.loads(line)
    return {"$class": value.pop("dataclass_name"), **value}


with open(given["source"], encoding="utf-8") as file:
    source = file.read()
first = source.index("\ndef load_neuron_explanations")
namespace = {name: globals()[name] for name in ("bf", "bbb", "json", "loads", "Optional", "Union")}
exec("from __future__ import annotations\n" + indented(source[first:]), namespace)


def answer(name: str, *args: str | int) -> dict:
    try:
        value = namespace[name](*args)
        return {"value": asyncio.run(value) if inspect.iscoroutine(value) else value}
    except (AssertionError, OSError, ValueError, bf.Error) as error:
        return {"error": type(error).__name__, "message": str(error)}


# Some functions print.
with redirect_stdout(sys.stderr):
    answers = [answer(*call) for call in given["calls"]]
json.dump(answers, sys.stdout)
