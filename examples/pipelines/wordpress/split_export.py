"""A WordPress export (WXR) as one HTML file for each post that is not published yet.

    python split_export.py export.xml drafts/ [STATUS ...]

STATUS is draft, pending and future unless given. Files are called by the number of the post, since titles and
addresses can hold a child's name. Only the standard library is needed.
"""

import html
import sys
import xml.etree.ElementTree as xml
from pathlib import Path

WP = "{http://wordpress.org/export/1.2/}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


def main(export: str, folder: str, *statuses: str) -> None:
    wanted = set(statuses or ("draft", "pending", "future"))
    Path(folder).mkdir(parents=True, exist_ok=True)
    for item in xml.parse(export).iter("item"):
        if (
            item.findtext(f"{WP}post_type") not in ("post", "page")
            or item.findtext(f"{WP}status") not in wanted
        ):
            continue
        title = html.escape(item.findtext("title") or "")
        body = item.findtext(CONTENT) or ""
        page = f"<!DOCTYPE html>\n<title>{title}</title>\n<article>\n<h1>{title}</h1>\n{body}\n</article>\n"
        Path(folder, f"post-{item.findtext(f'{WP}post_id')}.html").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
