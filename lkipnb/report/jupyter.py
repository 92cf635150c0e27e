"""The export menu of JupyterLab: it asks for `/nbconvert/<name>`, and the server knows no name
there that has a hyphen.
"""

from __future__ import annotations

from typing import Any

# In one pattern with the path that follows, as the handlers of the server expect it.
NAMES = "(?P<format>lkip-(?:html|pdf))"


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": __name__}]


def _load_jupyter_server_extension(app: Any) -> None:
    """Answer under the names with a hyphen as the server does under any other."""
    from jupyter_server.base.handlers import path_regex
    from jupyter_server.nbconvert.handlers import NbconvertFileHandler, NbconvertPostHandler
    from jupyter_server.utils import url_path_join

    base = app.web_app.settings["base_url"]
    asked = url_path_join(base, "nbconvert", NAMES)
    handlers = [(asked, NbconvertPostHandler), (asked + path_regex, NbconvertFileHandler)]
    app.web_app.add_handlers(".*$", handlers)
